"""Writing the record: a link in the transaction of the change itself, and a seal over all heads every minute."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from django.db import connection, transaction

from tongket.site.again import again
from tongket.site.interface.clock import now
from tongket.site.prepared import Prepared, insert, update
from tongket.site.records.models import Content, Head, Link, Seal

SITE = "site"
MOST_AT_ONCE = 500  # rows of one statement
LONGEST = dt.timedelta(minutes=5)  # that a transaction is open


_CANONICAL = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=str)


def canonical(content: object) -> str:
    """The one way in which content is written as JSON, so that the same content has the same hash."""
    return _CANONICAL.encode(content)


def sha256(text: str) -> str:
    """SHA-256 of the text's UTF-8, in hexadecimal."""
    return hashlib.sha256(text.encode()).hexdigest()


class Said(NamedTuple):
    """The content of a link as it is written, with its digest: laid out before a lock is taken that others wait for."""

    data: str
    digest: str


def said(content: dict[str, Any]) -> Said:
    """``content`` as it is written."""
    data = canonical(content)
    return Said(data, sha256(data))


def link_hash(
    chain: str, previous: str, number: int, moment: dt.datetime, who: tuple[int | None, str], said: tuple[str, str]
) -> str:
    """The hash of a link: over its chain, the link before it, and all that it says: ``who`` is the id of the user and
    the post, ``said`` the action and the digest of the content.
    """
    return sha256(canonical([chain, previous, number, moment.astimezone(dt.UTC).isoformat(), *who, *said]))


def seal_hash(previous: str, number: int, moment: dt.datetime, root: str) -> str:
    """The hash of a seal: that of a link of the site chain, by nobody."""
    return link_hash(SITE, previous, number, moment, (None, ""), ("seal", root))


def record(chain: str, action: str, actor: Any, content: dict[str, Any] | Said) -> Link:
    """Add a link to ``chain``: that ``actor`` (a ``people.rights.Actor``, or None for the site) did ``action``.

    Called inside the transaction of the change, so that neither is there without the other. The head's row is locked
    until that transaction ends: two writers of one chain go one after the other, those of different chains do not meet.
    """
    return record_deeds(chain, actor, [(action, content)])[0]


def record_deeds(chain: str, actor: Any, deeds: Sequence[tuple[str, dict[str, Any] | Said]]) -> list[Link]:
    """Add a link to ``chain`` for each action with its content, one after the other, as `record` does for one."""
    if not transaction.get_connection().in_atomic_block:
        raise RuntimeError("a link is written in the transaction of its change")
    contents = [content if isinstance(content, Said) else said(content) for _, content in deeds]
    user, post = actor.user.pk if actor else None, actor.post if actor else ""
    head = _locked_head.first(chain) or _new_head(chain)
    moment = now()  # once the head is locked: the moments of a chain go up with its numbers
    number, previous, links = head.number, head.hash, []
    for (action, _), content in zip(deeds, contents, strict=True):
        number += 1
        told = (action, content.digest)
        hash_ = link_hash(chain, previous, number, moment, (user, post), told)
        links.append(
            Link(
                chain=chain,
                number=number,
                moment=moment,
                actor=user,
                post=post,
                action=action,
                digest=content.digest,
                previous=previous,
                hash=hash_,
            )
        )
        previous = hash_
    if connection.vendor == "postgresql":
        _write_at_once(links, contents)
        return links
    for link, content in zip(links, contents, strict=True):
        insert(link)
        insert(Content(link=link, data=content.data))
    head.number, head.hash, head.changed = number, previous, moment
    update(head, "number", "hash", "changed")
    return links


def _write_at_once(links: Sequence[Link], contents: Sequence[Said]) -> None:
    """Write links of one chain, their contents and the head in one statement: each costs the way to the server and
    back.
    """
    last = links[-1]
    rows = [getattr(link, name) for link in links for name in _TOLD]
    told = [one for link, content in zip(links, contents, strict=True) for one in (link.number, content.data)]
    with connection.cursor() as cursor:
        cursor.execute(_at_once(len(links)), [*rows, *told, last.number, last.hash, last.moment, last.chain])
        keys = dict(cursor.fetchall())
    for link in links:
        link.pk = keys[link.number]
        link._state.adding, link._state.db = False, connection.alias


_TOLD = ("chain", "number", "moment", "actor", "post", "action", "digest", "previous", "hash")


@lru_cache(maxsize=8)
def _at_once(count: int) -> str:
    row = f"({', '.join(['%s'] * len(_TOLD))})"
    return f"""
with link as (
    insert into records_link ({", ".join(_TOLD)}) values {", ".join([row] * count)} returning id, number
), content as (
    insert into records_content (link_id, data, erased)
    select link.id, told.data, ''
    from link join (values {", ".join(["(%s::bigint, %s::text)"] * count)}) as told (number, data) using (number)
), head as (
    update records_head set number = %s, hash = %s, changed = %s where chain = %s
)
select number, id from link"""  # noqa: S608 - our own names


def _new_head(chain: str) -> Head:
    """The head of a chain that begins, locked; of two writers who begin it, the second waits for the first."""
    Head.objects.bulk_create([Head(chain=chain, number=0, hash="", changed=now())], ignore_conflicts=True)
    return _locked_head(chain)[0]


_locked_head = Prepared(1, lambda chain: Head.objects.select_for_update().filter(chain=chain))


def record_many(contents: Mapping[str, dict[str, Any]], action: str, actor: Any) -> int:
    """Add a link to each chain of ``contents``: that ``actor`` did ``action``, as `record` does for one; how many.

    Four statements whatever the number. The heads are locked in the order of their names, so that two who write to
    the same chains wait for each other instead of blocking each other.
    """
    if not transaction.get_connection().in_atomic_block:
        raise RuntimeError("a link is written in the transaction of its change")
    user, post = actor.user.pk if actor else None, actor.post if actor else ""
    chains = sorted(contents)
    heads = {}
    for start in range(0, len(chains), MOST_AT_ONCE):
        known = Head.objects.select_for_update().order_by("chain")
        heads |= {head.chain: head for head in known.filter(chain__in=chains[start : start + MOST_AT_ONCE])}
    moment, links, written = now(), [], []
    for chain in chains:
        head, data = heads.get(chain), canonical(contents[chain])
        number, previous = (head.number + 1, head.hash) if head else (1, "")
        digest = sha256(data)
        hash_ = link_hash(chain, previous, number, moment, (user, post), (action, digest))
        links.append(
            Link(
                chain=chain,
                number=number,
                moment=moment,
                actor=user,
                post=post,
                action=action,
                digest=digest,
                previous=previous,
                hash=hash_,
            )
        )
        written.append(data)
    made = Link.objects.bulk_create(links, batch_size=MOST_AT_ONCE)
    Content.objects.bulk_create(
        [Content(link=link, data=data) for link, data in zip(made, written, strict=True)], batch_size=MOST_AT_ONCE
    )
    Head.objects.bulk_create(
        [Head(chain=link.chain, number=link.number, hash=link.hash, changed=moment) for link in made],
        batch_size=MOST_AT_ONCE,
        update_conflicts=True,
        unique_fields=["chain"],
        update_fields=["number", "hash", "changed"],
    )
    return len(made)


def merkle_root(leaves: list[str]) -> str:
    """The Merkle root of hashes: pairs are hashed together, an odd one goes up as it is; '' of none."""
    while len(leaves) > 1:
        pairs = zip(leaves[::2], leaves[1::2], strict=False)
        leaves = [sha256(one + other) for one, other in pairs] + (leaves[-1:] if len(leaves) % 2 else [])
    return leaves[0] if leaves else ""


@again
@transaction.atomic
def seal() -> Seal | None:
    """Seal the heads that changed since the last seal into the site chain; None where nothing changed."""
    last = Seal.objects.select_for_update().order_by("-number").first()
    covered = _unsealed(last)
    if not covered:
        return None
    moment, root = now(), merkle_root([sha256(canonical(one)) for one in covered])
    number, previous = (last.number + 1, last.hash) if last else (1, "")
    return Seal.objects.create(
        number=number,
        moment=moment,
        heads=len(covered),
        covered=canonical(covered),
        root=root,
        previous=previous,
        hash=seal_hash(previous, number, moment, root),
    )


def _unsealed(last: Seal | None) -> list[list[Any]]:
    """The heads that no seal covers as they are, by chain.

    A link may have been written before the last seal and committed after it, when that seal could not see it: so all
    heads of the time in which a transaction may have been open are compared with what was sealed.
    """
    heads = Head.objects.order_by("chain")
    if last is None:
        return [[head.chain, head.number, head.hash] for head in heads]
    since = last.moment - LONGEST
    sealed = Seal.objects.filter(moment__gte=since - LONGEST).values_list("covered", flat=True)
    known = {tuple(one) for covered in sealed for one in json.loads(covered)}
    changed = ((head.chain, head.number, head.hash) for head in heads.filter(changed__gte=since))
    return [list(one) for one in changed if one not in known]
