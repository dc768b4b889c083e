"""The cascade of a directive: who implements it by which document, as a page and a workbook; reminding the others."""

from __future__ import annotations

import datetime as dt
from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST

from tongket.messages import N_, say
from tongket.programmes.drafting.naming import slug
from tongket.site.documents.cascade import cascade_of
from tongket.site.documents.errors import DocumentError
from tongket.site.documents.services import reminding
from tongket.site.documents.views import SeenDocument, document_seen
from tongket.site.documents.workbook import cascade_workbook
from tongket.site.interface.days import shown_day, typed_day
from tongket.site.interface.media import XLSX
from tongket.site.people.guard import needs
from tongket.site.people.rights import may
from tongket.site.rounds.words import level_name

PAGE = 200
LEVELS = ("province", "district", "commune")


@require_GET
@needs("document.see", document_seen)
def cascade(request: HttpRequest, seen: SeenDocument) -> HttpResponse:
    """Who implements the directive by which document, how many days after, and who has none: tree or list, on a line
    of time.
    """
    return render(request, "documents/cascade.html", _page(request, seen))


def _page(request: HttpRequest, seen: SeenDocument, *, error: DocumentError | None = None) -> dict[str, Any]:
    level, due = _asked(request)
    found = cascade_of(request.actor, seen.document, level, due)
    rows = list(found.rows)
    as_list = request.GET.get("view") == "list"
    if as_list:
        rows.sort(key=lambda row: (row.days is None, row.days or 0))
    others = sum(1 for row in rows if row.document is None and row.body.pk != request.actor.body.pk)
    query = {"level": level, "due": shown_day(due)}
    return {
        "document": seen.document,
        "cascade": found,
        "page": Paginator(rows, PAGE).get_page(request.GET.get("page")),
        "as_list": as_list,
        "level": level,
        "levels": [(one, level_name(one)) for one in LEVELS],
        "due": shown_day(due),
        "query": urlencode({name: value for name, value in query.items() if value}),
        "to_remind": others if may(request.actor, "round.remind") else 0,
        "error": error,
    }


@require_GET
@needs("document.see", document_seen)
def workbook(request: HttpRequest, seen: SeenDocument) -> HttpResponse:
    """All of it as an Excel file."""
    level, due = _asked(request)
    content = cascade_workbook(seen.document, cascade_of(request.actor, seen.document, level, due), level, due)
    name = f"trien-khai-{slug(seen.document.named, 60)}.xlsx"
    return HttpResponse(content, content_type=XLSX, headers={"Content-Disposition": f'attachment; filename="{name}"'})


@require_POST
@needs("round.remind", document_seen, see="document.see")
def remind(request: HttpRequest, seen: SeenDocument) -> HttpResponse:
    """Remind all bodies below that have issued no document."""
    level, due = _asked(request)
    try:
        count = reminding.remind(request.actor, seen.document, level, due)
    except DocumentError as error:
        return render(request, "documents/cascade.html", _page(request, seen, error=error), status=422)
    messages.success(request, say(N_("{count} bodies were reminded."), count=count), extra_tags="sent")
    address = reverse("documents:cascade", args=[seen.document.pk])
    return redirect(f"{address}?{urlencode({'level': level, 'due': shown_day(due)})}")


def _asked(request: HttpRequest) -> tuple[str, dt.date | None]:
    """The level and the day by which documents are to be issued, as the address or the form names them."""
    wanted = request.POST if request.method == "POST" else request.GET
    level = wanted.get("level", "")
    return level if level in LEVELS else "", typed_day(wanted.get("due", ""))
