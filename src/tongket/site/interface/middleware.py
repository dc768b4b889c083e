"""The language of an answer, and a full disk.

A page speaks that of its user, else what the switch told the browser, else Vietnamese; what a program is answered, that
which it asks for.
"""

from __future__ import annotations

import logging
from collections.abc import Callable

from django.core.files.uploadhandler import FileUploadHandler, SkipFile
from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils import translation
from django.utils.translation.trans_real import parse_accept_lang_header

from tongket.errors import is_disk_full
from tongket.messages import LANGUAGES, N_, say, use_language
from tongket.site.again import in_the_way
from tongket.site.interface import programs

log = logging.getLogger(__name__)
FULL = N_("The disk of the site is full; nothing of this was saved.")
MAKE_ROOM = N_("Tell your administrator; what you typed stays on this page, and is saved once there is room again.")
BUSY = N_("Too many people are writing at this moment; nothing of this was saved.")
ONCE_MORE = N_("What you typed stays on this page; try again in a minute.")

COOKIE = "tongket_language"


class LanguageMiddleware:
    """Sets the language of our messages and of Django's for the request."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """The answer, in the language."""
        wanted = request.COOKIES.get(COOKIE) or getattr(request.user, "language", "") or _asked_for(request)
        language = wanted if wanted in LANGUAGES else "vi"
        use_language(language)
        translation.activate(language)
        request.LANGUAGE_CODE = language
        return self.get_response(request)


def _asked_for(request: HttpRequest) -> str:
    """The language that a program asks for: the first of ours in Accept-Language. "" for a page: what a browser sends
    there is the language of the machine, which in many offices nobody ever chose.
    """
    if not programs.asks(request):
        return ""
    asked = parse_accept_lang_header(request.headers.get("Accept-Language", ""))
    return next((plain for plain in (tag.partition("-")[0] for tag, _ in asked) if plain in LANGUAGES), "")


class FullDiskMiddleware:
    """A disk without room is said in words, with status 507; what was typed stays on the page and in the browser.

    It stands before the guard against forged forms, which reads the form too.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """The answer."""
        return self.get_response(request)

    def process_view(self, request: HttpRequest, *_view: object) -> HttpResponse | None:
        """Take a form with files in here: a large one is written to the disk before any view is asked."""
        if request.method != "POST" or request.content_type != "multipart/form-data":
            return None
        if not request.user.is_authenticated:
            request.upload_handlers = [_Dropped(request)]
        try:
            request.FILES  # noqa: B018 - it is read now, and kept for the view
        except OSError as error:
            answer = self.process_exception(request, error)
            if answer is None:
                raise
            for handler in request.upload_handlers:
                handler.upload_interrupted()  # the half that was written makes room again
            return answer
        return None

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """The page for a full disk, and for a wait that was too long; any other exception goes on."""
        if in_the_way(exception):
            return _said(request, BUSY, ONCE_MORE, 503)
        if not (is_disk_full(exception) or (isinstance(exception, DatabaseError) and "full" in str(exception))):
            return None
        log.error("the disk of the data folder is full: %s", exception)
        return _said(request, FULL, MAKE_ROOM, 507)


class _Dropped(FileUploadHandler):
    """Drops the files of a form as they come: no form of those who are not signed in has any."""

    def new_file(self, *_told: object, **_more: object) -> None:
        """Not this one."""
        self.request.files_dropped = True
        raise SkipFile

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        """Nothing is kept."""

    def file_complete(self, file_size: int) -> None:
        """Nothing was kept."""


def _said(request: HttpRequest, what: str, mend: str, status: int) -> HttpResponse:
    """As a page, or to the script of a page, which keeps what was typed and tries again; to a program with its code."""
    if programs.asks(request):
        return programs.told(status)
    if request.content_type == "application/json":
        return JsonResponse({"error": f"{say(what)} {say(mend)}", "again": True}, status=status)
    return render(request, "interface/no_room.html", {"what": what, "mend": mend}, status=status)
