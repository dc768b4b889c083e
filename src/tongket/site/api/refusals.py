"""What the API answers where it does not do what was asked: words in the language of the call, and a code that stays.

A program acts on the code and shows the words to a person; the words may be put better with any version, a code never
changes its meaning.
"""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest
from ninja import NinjaAPI
from ninja.errors import AuthenticationError, HttpError, ValidationError

from tongket.errors import TongketError
from tongket.messages import N_, say
from tongket.site.api.totals import CursorError
from tongket.site.interface.views import NOT_FOUND
from tongket.site.rollups.errors import RollupError
from tongket.site.submissions.services.closed import LOCKED
from tongket.site.submissions.services.errors import StaleError

_NO_KEY = N_("No living key came with this call. Send one as “Authorization: Bearer …”.")
_UNREADABLE = N_("What was sent is no JSON that can be read.")
_FORGED = N_("A call of a browser that changes something needs its CSRF token.")
_MALFORMED = N_("What was sent is not as the description of the API says: {places}.")
# the code of a refusal by its message; any other of the same kind is "refused"
_CODES = {
    LOCKED: "report-locked",
    N_("this report was sent already, and is not open."): "report-sent",
    N_("this round was closed, and nothing more is taken in."): "round-closed",
    N_("the time for which this report was reopened is over."): "reopening-over",
    N_("{count} errors are neither mended nor explained."): "errors-open",
    N_("{count} cells were not taken; nothing was sent."): "cells-not-taken",
    N_("nothing is filled in."): "nothing-filled",
    N_("the attachment “{name}” could not be looked into for secrecy marks."): "attachment-held",
    N_("“{name}” is still being read, and would not go with the report."): "file-being-read",
    N_("{count} cells were pasted at once; {most} is the most."): "too-many-cells",
    N_("“{place}” names no place of the form."): "no-such-place",
    N_("each returned place needs a reason."): "reason-missing",
    N_("the day by which it is to be mended is past."): "day-past",
    N_("this cannot be done with the report as it stands now."): "wrong-state",
    N_("this round asks for the signed copy, and it is not there yet."): "signed-copy-missing",
}


class RefusedError(HttpError):
    """Seen, but not to be done: with its code, and a message id."""

    def __init__(self, code: str, message: str) -> None:
        self.code = code
        super().__init__(403, message)


def code_of(error: TongketError) -> str:
    """The code of an error of ours."""
    if isinstance(error, StaleError):
        return "changed-meanwhile"
    if isinstance(error, CursorError):
        return "no-such-cursor"
    if isinstance(error, RollupError):
        return "no-total"
    return _CODES.get(error.what, "refused")


def answer_in_words(api: NinjaAPI) -> None:
    """Let every refusal of ``api`` carry its code and its words."""
    handlers = ((TongketError, _failed), (HttpError, _refused), (Http404, _not_found), (ValidationError, _malformed))
    for kind, said in handlers:

        def handle(request: HttpRequest, error: Any, said: Any = said) -> Any:
            status, body = said(error)
            return api.create_response(request, body, status=status)

        api.add_exception_handler(kind, handle)


def _failed(error: TongketError) -> tuple[int, dict[str, Any]]:
    """409 where somebody else was faster, else 422."""
    return 409 if isinstance(error, StaleError) else 422, {"code": code_of(error), "error": error.message()}


def _refused(error: HttpError) -> tuple[int, dict[str, Any]]:
    if isinstance(error, RefusedError):
        code, message = error.code, error.message
    elif isinstance(error, AuthenticationError):
        code, message = "no-key", _NO_KEY
    else:  # what the library itself refuses: a body that is no JSON, or a form without its token
        code, message = ("csrf", _FORGED) if error.status_code == 403 else ("unreadable", _UNREADABLE)
    return error.status_code, {"code": code, "detail": say(message)}


def _not_found(error: Http404) -> tuple[int, dict[str, Any]]:
    return 404, {"code": "not-found", "detail": say(NOT_FOUND)}


def _malformed(error: ValidationError) -> tuple[int, dict[str, Any]]:
    """The places in words; what the library says of each, with its own code, beside them."""
    places = [".".join(str(part) for part in one["loc"]) for one in error.errors]
    words = say(_MALFORMED, places=", ".join(dict.fromkeys(places)))
    return 422, {"code": "malformed", "error": words, "detail": error.errors}
