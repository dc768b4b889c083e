"""The language of a page: the user's, else what the browser was told by the switch, else Vietnamese."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.utils import translation

from tongket.messages import LANGUAGES, use_language

COOKIE = "tongket_language"


class LanguageMiddleware:
    """Sets the language of our messages and of Django's for the request."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """The answer, in the language."""
        wanted = request.COOKIES.get(COOKIE) or getattr(request.user, "language", "vi")
        language = wanted if wanted in LANGUAGES else "vi"
        use_language(language)
        translation.activate(language)
        request.LANGUAGE_CODE = language
        return self.get_response(request)
