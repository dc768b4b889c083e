"""The switch of language, and the pages of errors."""

from __future__ import annotations

import sys
from urllib.parse import urlsplit

from django.conf import settings
from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import render
from django.utils.http import url_has_allowed_host_and_scheme

from tongket.messages import LANGUAGES, N_, say
from tongket.messages import language as tongue
from tongket.site.again import in_the_way
from tongket.site.interface import programs
from tongket.site.interface.middleware import COOKIE
from tongket.site.interface.public import public

NOT_FOUND = N_("There is nothing at this address, or it is not for you to see.")  # said to programs


@public("people choose their language before they sign in")
def language(request: HttpRequest, code: str) -> HttpResponse:
    """Speak ``code`` from now on, and go back to where the reader was."""
    if code not in LANGUAGES:
        raise Http404
    back = request.GET.get("next", "/")
    if not url_has_allowed_host_and_scheme(back, allowed_hosts={request.get_host()}):
        back = "/"
    if request.user.is_authenticated and request.user.language != code:
        request.user.language = code
        request.user.save(update_fields=["language"])
    answer = HttpResponseRedirect(back)
    answer.set_cookie(COOKIE, code, max_age=365 * 86400, samesite="Lax", httponly=True)
    return answer


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """404: a page, and for programs the form in which the API answers."""
    if programs.asks(request):
        return JsonResponse({"code": "not-found", "detail": say(NOT_FOUND)}, status=404)
    return render(request, "interface/not_found.html", status=404)


def refused(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """403: the thing may be seen, but this may not be done with it."""
    return render(request, "interface/refused.html", status=403)


def unfit(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """400: what no page of the site sends; said in words all the same, and to programs as the API answers."""
    large = isinstance(exception, RequestDataTooBig | TooManyFieldsSent | TooManyFilesSent)
    if programs.asks(request):
        said = (_LARGE if large else _UNFIT)[1 if tongue() == "vi" else 2]
        code = "too-large" if large else "unreadable"
        return JsonResponse({"code": code, "error": said, "detail": said}, status=413 if large else 400)
    return _plainly(_LARGE, 413) if large else _plainly(_UNFIT, 400)


def stale(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403: the form came without the token of this sign-in, since its page was loaded before; it can be sent again."""
    if request.content_type == "application/json":
        said = (N_("The page is older than your sign-in; nothing of this was saved yet."), N_("Load the page again."))
        return JsonResponse({"error": " ".join(map(say, said))}, status=403)
    return render(request, "interface/stale.html", {"again": _typed(request)}, status=403)


def _typed(request: HttpRequest) -> list[tuple[str, str]]:
    """What was typed, to be sent again by who is signed in; [] where a browser does not vouch that the form was a page
    of this site, and of forms with passwords or files.
    """
    if not request.user.is_authenticated or request.FILES or not sent_from_here(request):
        return []
    fields = [(name, value) for name, values in request.POST.lists() for value in values]
    if any("password" in name for name, _ in fields):
        return []
    return [one for one in fields if one[0] != "csrfmiddlewaretoken"]


def sent_from_here(request: HttpRequest) -> bool:
    """Whether the browser vouches that a page of this site sent the form; not of those by which one signs in."""
    own = request.headers.get("Sec-Fetch-Site") == "same-origin" or (
        urlsplit(request.headers.get("Origin", "")).netloc == request.get_host()
    )
    return own and not request.path.startswith("/accounts/")


def failed(request: HttpRequest) -> HttpResponse:
    """500, without anything that could fail again; 503 where a session waited too long for its turn to be kept."""
    fault = sys.exc_info()[1]
    busy = fault is not None and in_the_way(fault)
    if programs.asks(request):
        return programs.told(503 if busy else 500)
    return _plainly(_BUSY, 503) if busy else _plainly(_FAILED, 500)


_FAILED = (
    "Lỗi của chương trình",
    "Chương trình gặp lỗi ở trang này. Số liệu đã lưu vẫn còn nguyên. Tải lại trang; nếu còn lỗi, báo cán bộ quản trị.",
    "The program failed on this page. What was saved is kept. Load the page again; if it fails again, tell your "
    "administrator.",
)
_LARGE = (
    "Nội dung gửi quá lớn",
    "Nội dung gửi trong một lần quá lớn; chưa lưu gì. Quay lại trang trước rồi gửi từng phần nhỏ hơn.",
    "Too much was sent at once; nothing of it was saved. Go back and send it in smaller parts.",
)
_UNFIT = (
    "Không đọc được nội dung gửi",
    "Trang không đọc được nội dung vừa gửi; chưa lưu gì. Quay lại trang trước, tải lại rồi thử lại.",
    "What was sent cannot be read; nothing of it was saved. Go back, load the page again and try once more.",
)
_BUSY = (
    "Đang có nhiều người ghi",
    "Lúc này có quá nhiều người cùng ghi; việc này chưa được lưu. Quay lại trang trước và thử lại sau một phút.",
    "Too many people are writing at this moment; nothing of this was saved. Go back and try again in a minute.",
)


def _plainly(words: tuple[str, str, str], status: int) -> HttpResponse:
    title, vietnamese, english = words
    return HttpResponse(
        "<!doctype html><html lang='vi'><meta charset='utf-8'><meta name='viewport' content='width=device-width'>"
        f"<title>{title} · Tổng kết</title><link rel='stylesheet' href='{settings.STATIC_URL}tongket/fonts.css'>"
        f"<link rel='stylesheet' href='{settings.STATIC_URL}tongket/tongket.css'><main class='page'><div class='empty'>"
        f"<h1>{title}</h1><p>{vietnamese}</p><p lang='en'>{english}</p></div></main></html>",
        status=status,
    )
