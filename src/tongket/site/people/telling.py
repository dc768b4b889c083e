"""Telling people things: a notice on the site, said in the language of whoever reads it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from tongket.site.people.models import Body, Notice, User


def tell(body: Body, message: str, *, user: User | None = None, url: str = "", **facts: Any) -> Notice:
    """Put a notice before the users of ``body`` (or ``user`` alone): a message id, its facts, and where it leads."""
    return Notice.objects.create(body=body, user=user, message=message, facts=facts, url=url)


def tell_all(notices: Iterable[Notice]) -> int:
    """Put many notices before their bodies in one statement; how many."""
    return len(Notice.objects.bulk_create(notices, batch_size=500))
