"""What every page knows."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpRequest

from tongket import __version__
from tongket.site.interface.clock import today


def page(request: HttpRequest) -> dict[str, Any]:
    """The actor, the day, the language and whether this is the demonstration."""
    return {
        "actor": getattr(request, "actor", None),
        "today": today(),
        "language": getattr(request, "LANGUAGE_CODE", "vi"),
        "demo": settings.DEMO,
        "version": __version__,
    }
