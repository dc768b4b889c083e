"""What was typed into a form, kept so that a refused form shows it again."""

from __future__ import annotations

from django.http import HttpRequest

MOST_LETTERS = 300


def typed(request: HttpRequest, *names: str) -> dict[str, str]:
    """The typed text of each field; of a page that was only opened, what its address says."""
    source = request.POST if request.method == "POST" else request.GET
    return {name: source[name].strip()[:MOST_LETTERS] for name in names if name in source} | {
        name: "" for name in names if request.method == "POST" and name not in source
    }
