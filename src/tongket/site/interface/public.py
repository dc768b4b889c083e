"""The mark of a route that asks for no right."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.http import HttpResponse

View = Callable[..., HttpResponse]


def public(reason: str) -> Callable[[View], View]:
    """A view for everyone; ``reason`` says why, for docs/rights.md."""

    def decorate(view: View) -> View:
        marked: Any = view
        marked.right = "public"
        marked.public_because = reason
        return view

    return decorate
