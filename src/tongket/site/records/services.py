"""Writing the record: a link in the transaction of the change itself, and a seal over all heads every minute."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from typing import Any

from django.db import transaction

from tongket.site.interface.clock import now
from tongket.site.records.models import Content, Head, Link, Seal

SITE = "site"


def canonical(content: object) -> str:
    """The one way in which content is written as JSON, so that the same content has the same hash."""
    return json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=str)


def sha256(text: str) -> str:
    """SHA-256 of the text's UTF-8, in hexadecimal."""
    return hashlib.sha256(text.encode()).hexdigest()


def link_hash(previous: str, number: int, moment: dt.datetime, actor: int | None, action: str, digest: str) -> str:
    """The hash of a link: over what it says and the link before it."""
    return sha256(canonical([previous, number, moment.astimezone(dt.UTC).isoformat(), actor, action, digest]))


def record(chain: str, action: str, actor: Any, content: dict[str, Any]) -> Link:
    """Add a link to ``chain``: that ``actor`` (a ``people.rights.Actor``, or None for the site) did ``action``.

    Called inside the transaction of the change, so that neither is there without the other. The head's row is locked
    until that transaction ends: two writers of one chain go one after the other, those of different chains do not meet.
    """
    if not transaction.get_connection().in_atomic_block:
        raise RuntimeError("a link is written in the transaction of its change")
    moment, data = now(), canonical(content)
    head, _ = Head.objects.select_for_update().get_or_create(
        chain=chain, defaults={"number": 0, "hash": "", "changed": moment}
    )
    user = actor.user.pk if actor else None
    number, digest = head.number + 1, sha256(data)
    link = Link.objects.create(
        chain=chain,
        number=number,
        moment=moment,
        actor=user,
        post=actor.post if actor else "",
        action=action,
        digest=digest,
        previous=head.hash,
        hash=link_hash(head.hash, number, moment, user, action, digest),
    )
    Content.objects.create(link=link, data=data)
    head.number, head.hash, head.changed = number, link.hash, moment
    head.save()
    return link


def merkle_root(leaves: list[str]) -> str:
    """The Merkle root of hashes: pairs are hashed together, an odd one goes up as it is; '' of none."""
    while len(leaves) > 1:
        pairs = zip(leaves[::2], leaves[1::2], strict=False)
        leaves = [sha256(one + other) for one, other in pairs] + (leaves[-1:] if len(leaves) % 2 else [])
    return leaves[0] if leaves else ""


@transaction.atomic
def seal() -> Seal | None:
    """Seal the heads that changed since the last seal into the site chain; None where nothing changed."""
    last = Seal.objects.select_for_update().order_by("-number").first()
    heads = Head.objects.order_by("chain")
    if last:
        heads = heads.filter(changed__gt=last.moment)
    covered = [[head.chain, head.number, head.hash] for head in heads]
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
        hash=link_hash(previous, number, moment, None, "seal", root),
    )
