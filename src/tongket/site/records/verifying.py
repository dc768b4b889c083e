"""Verifying the record (kiểm tra sổ nhật ký): all hashes made again, from the content up to the seals."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any

from tongket.messages import N_, say
from tongket.site.records.models import Head, Link, Seal
from tongket.site.records.services import canonical, link_hash, merkle_root, seal_hash, sha256

AT_ONCE = 2000
CUT = N_("it does not end where its head says")


@dataclass(frozen=True, slots=True)
class Break:
    """A place where the record does not hold: its chain, its number, and what is wrong (a message id)."""

    chain: str
    number: int
    what: str

    @property
    def words(self) -> str:
        """The break in the reader's language."""
        return f"{self.chain} #{self.number}: {say(self.what)}"


@dataclass(slots=True)
class Verified:
    """How much was looked at, and where it breaks."""

    chains: int = 0
    links: int = 0
    erased: int = 0
    seals: int = 0
    breaks: list[Break] = field(default_factory=list)


def verify() -> Verified:
    """Make every hash of every chain and seal again; nothing is changed, and the site may run meanwhile.

    The heads are read before the links and after them: a chain reaches at least the one and at most the other.
    """
    found = Verified()
    last: dict[str, tuple[int, str]] = {}
    before = list(Head.objects.all())
    links = Link.objects.select_related("content").order_by("chain", "number").iterator(chunk_size=AT_ONCE)
    for chain, row in groupby(links, key=lambda one: one.chain):
        found.chains += 1
        last[chain] = _follow(chain, row, found)
    found.breaks += _heads(before, last)
    found.breaks += _seals(found)
    return found


def _follow(chain: str, links: Iterator[Link], found: Verified) -> tuple[int, str]:
    number, previous = 0, ""
    for link in links:
        found.links += 1
        if link.number != number + 1:
            found.breaks.append(Break(chain, number + 1, N_("a link is missing")))
        elif link.previous != previous:
            found.breaks.append(Break(chain, link.number, N_("it does not follow from the link before")))
        if link.hash != _hash_of(link):
            found.breaks.append(Break(chain, link.number, N_("the link itself was changed")))
        wrong = _content(link, found)
        if wrong:
            found.breaks.append(Break(chain, link.number, wrong))
        number, previous = link.number, link.hash
    return number, previous


def _hash_of(link: Link) -> str:
    who, said = (link.actor, link.post), (link.action, link.digest)
    return link_hash(link.chain, link.previous, link.number, link.moment, who, said)


def _content(link: Link, found: Verified) -> str:
    """What is wrong with what stands beside the link, "" where it is right; content erased by law is right."""
    content = getattr(link, "content", None)
    if content is None:
        return N_("its content is missing")
    if content.erased:
        found.erased += 1
        return N_("its content is said to be erased, and is there") if content.data else ""
    return "" if sha256(content.data) == link.digest else N_("its content was changed")


def _heads(before: list[Head], last: dict[str, tuple[int, str]]) -> Iterator[Break]:
    """Each chain ends where its head says: what was cut off at the end would be seen nowhere else."""
    for head in before:
        number, hash_ = last.get(head.chain, (0, ""))
        if number < head.number or (number == head.number and hash_ != head.hash):
            yield Break(head.chain, head.number, CUT)
    after = dict(Head.objects.values_list("chain", "number"))
    for chain, (number, _hash) in sorted(last.items()):
        if number > after.get(chain, 0):
            yield Break(chain, number, CUT)


def _seals(found: Verified) -> Iterator[Break]:
    number, previous = 0, ""
    for seal in Seal.objects.order_by("number").iterator(chunk_size=AT_ONCE):
        found.seals += 1
        covered = json.loads(seal.covered)
        root = merkle_root([sha256(canonical(one)) for one in covered])
        if seal.number != number + 1 or seal.previous != previous:
            yield Break("site", seal.number, N_("it does not follow from the seal before"))
        if seal.root != root or seal.hash != seal_hash(seal.previous, seal.number, seal.moment, root):
            yield Break("site", seal.number, N_("the seal itself was changed"))
        yield from _covered(covered)
        number, previous = seal.number, seal.hash


def _covered(covered: list[Any]) -> Iterator[Break]:
    """The heads that were sealed are links that still stand as they were."""
    for start in range(0, len(covered), 400):
        part = covered[start : start + 400]
        kept = set(Link.objects.filter(hash__in=[one[2] for one in part]).values_list("chain", "number", "hash"))
        for chain, number, hash_ in part:
            if (chain, number, hash_) not in kept:
                yield Break(chain, number, N_("a seal holds another link than the one that stands there"))
