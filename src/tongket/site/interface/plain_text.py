"""What no page of ours sends is turned away at the door."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from tongket.site.interface.views import not_found


class PlainTextMiddleware:
    """Turns away what holds the character 0: PostgreSQL keeps it in no text, and looks for none that holds it."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """The answer, or 404."""
        fields = (values for query in (request.GET, request.POST) for values in query.lists())
        if "\0" in request.path or any("\0" in text for name, texts in fields for text in (name, *texts)):
            return not_found(request)
        return self.get_response(request)
