"""What was typed into a form whose sender was signed out meanwhile: kept over the sign-in, given back to them alone.

It is given back once. It lies in the session that leads to the sign-in (kept on the server, signed, never in an address
or a cookie), and only where this browser was signed in before: a signed cookie says as whom. A page that saves as one
types keeps what is typed in the browser itself and does not come here.
"""

from __future__ import annotations

from typing import Any, NamedTuple
from urllib.parse import urlsplit

from django.conf import settings
from django.core import signing
from django.http import HttpRequest, HttpResponse
from django.utils.functional import SimpleLazyObject
from django.utils.http import url_has_allowed_host_and_scheme

from tongket.site.interface.clock import now
from tongket.site.people.models import User

COOKIE, SALT = "tongket_was", "tongket.kept"
LASTS = 7 * 86400  # seconds that the browser knows who was signed in
HOUR = 3600.0  # seconds that what was typed is kept
MOST = 100_000  # characters of a form
KEY = "kept-form"  # in the session


class Kept(NamedTuple):
    """A form that was not taken: where it was to go, its fields, and whether files went with it, which are not kept."""

    action: str
    fields: list[tuple[str, str]]
    files: bool

    @property
    def words(self) -> list[str]:
        """What a person wrote, as far as it can be told from what the page itself put there."""
        return [value for name, value in self.fields if len(value.split()) > 1]


def remember(answer: HttpResponse, user: User) -> None:
    """Let the browser know who signed in."""
    value = signing.dumps(user.pk, salt=SALT)
    answer.set_cookie(
        COOKIE, value, max_age=LASTS, httponly=True, samesite="Lax", secure=bool(settings.SESSION_COOKIE_SECURE)
    )


def _who_was(request: HttpRequest) -> int | None:
    try:
        return int(signing.loads(request.COOKIES.get(COOKIE, ""), salt=SALT, max_age=LASTS))
    except (signing.BadSignature, TypeError, ValueError):
        return None


def keep(request: HttpRequest) -> str:
    """Keep the form that was sent, where it is known whose it is; the address to go to after the sign-in: the page that
    held the form, as far as the browser tells it.
    """
    page = request.headers.get("HX-Current-URL") or request.headers.get("Referer", "")
    parts = urlsplit(page)
    known = url_has_allowed_host_and_scheme(page, allowed_hosts={request.get_host()}) and parts.path
    back = f"{parts.path}?{parts.query}" if known and parts.query else parts.path if known else "/"
    user = _who_was(request)
    fields = [(name, value) for name, values in request.POST.lists() for value in values]
    fields = [one for one in fields if one[0] != "csrfmiddlewaretoken"]
    secret = any("password" in name for name, _ in fields)
    if user and fields and not secret and sum(len(name) + len(value) for name, value in fields) <= MOST:
        request.session[KEY] = {
            "user": user,
            "page": parts.path if known else "/",
            "until": now().timestamp() + HOUR,
            "form": Kept(request.get_full_path(), fields, getattr(request, "files_dropped", False)),
        }
    return back


def given_back(request: HttpRequest) -> Kept | None:
    """The form that is kept, on the page that held it or on the first page: taken out here, so that it is shown once.

    What another user left, or what lay too long, is wiped unseen.
    """
    if not request.user.is_authenticated or KEY not in request.session:
        return None
    held = request.session[KEY]
    own = held["user"] == request.user.pk and held["until"] > now().timestamp()
    if own and request.path not in (held["page"], "/"):
        return None
    del request.session[KEY]
    if not own:
        return None
    action, fields, files = held["form"]
    return Kept(action, [(name, value) for name, value in fields], files)


def context(request: HttpRequest) -> dict[str, Any]:
    """For the pages; asked for by the frame of a whole page alone, not by a part of one."""
    return {"kept": SimpleLazyObject(lambda: given_back(request))}
