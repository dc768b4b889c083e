"""What no page of ours sends is turned away at the door."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, QueryDict

from tongket.site.interface.views import not_found


class PlainTextMiddleware:
    """Turns away what holds the character 0: PostgreSQL keeps it in no text, and looks for none that holds it."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """The answer; the address is looked at before anything is looked for by it."""
        if "\0" in request.path or _holds_zero(request.GET):
            return not_found(request)
        return self.get_response(request)

    def process_view(self, request: HttpRequest, *_view: object) -> HttpResponse | None:
        """404 for such a form: read only now, when a disk without room for its files is known to be said in words."""
        return not_found(request) if _holds_zero(request.POST) else None


def _holds_zero(fields: QueryDict) -> bool:
    return any("\0" in text for name, texts in fields.lists() for text in (name, *texts))
