"""What a program is told where the site itself cannot answer it: a code that stays, and words (docs/api.md)."""

from __future__ import annotations

from django.http import HttpRequest, JsonResponse

from tongket.messages import N_, say

_METHOD = N_("This address does not take this method; the description of the API names those that it takes.")
_FAILED = N_("The program failed at this call. What was saved is kept. If it fails again, tell the administrator.")
_BUSY = N_("Too many people are writing at this moment; nothing of this was saved. Call again in a minute.")
_FULL = N_("The disk of the site is full; nothing of this was saved. Tell the administrator.")
_TOLD = {405: ("no-such-method", _METHOD), 500: ("failed", _FAILED), 503: ("busy", _BUSY), 507: ("disk-full", _FULL)}


def asks(request: HttpRequest) -> bool:
    """Whether a program asks, and not a page."""
    return request.path.startswith("/api/")


def told(status: int) -> JsonResponse:
    """The answer of that status."""
    code, words = _TOLD[status]
    return JsonResponse({"code": code, "detail": say(words)}, status=status)
