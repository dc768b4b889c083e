"""Programmes: those kept, those uploaded, and those drafted from a request letter."""

from __future__ import annotations

from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from tongket.errors import TongketError
from tongket.messages import say
from tongket.site.interface.asked import whole
from tongket.site.people.guard import needs
from tongket.site.rounds import sealing
from tongket.site.rounds.correcting import KINDS
from tongket.site.rounds.drafting import answer_draft, drafted, keep_draft, questions_of, start_draft
from tongket.site.rounds.errors import RoundError
from tongket.site.rounds.files import keep_file
from tongket.site.rounds.finding import draft_of, key_of
from tongket.site.rounds.models import ProgrammeDraft, ProgrammeVersion, RoundFile, TrustedKey
from tongket.site.rounds.packages import keep_package
from tongket.site.rounds.preview import preview_of
from tongket.site.rounds.programmes import programme_of
from tongket.site.rounds.questions import ELSEWHERE, answers_of, question_of

SHOWN = 200
QUESTIONS = 60


@needs("round.write")
def programmes(request: HttpRequest) -> HttpResponse:
    """What rounds are made from; two ways to a new one."""
    return _page(request)


def _page(request: HttpRequest, error: TongketError | None = None, field: str = "") -> HttpResponse:
    context = {
        "versions": ProgrammeVersion.objects.only("code", "version", "title", "created")[:SHOWN],
        "drafts": ProgrammeDraft.objects.filter(body=request.actor.body, kept=None).select_related("job")[:SHOWN],
        "error": error,
        "field": getattr(error, "field", "") or field,
    }
    return render(request, "rounds/programmes.html", context, status=422 if error else 200)


@require_POST
@needs("round.write")
def upload(request: HttpRequest) -> HttpResponse:
    """Keep an uploaded programme."""
    file = request.FILES.get("package")
    if file is None:
        return redirect("rounds:programmes")
    try:
        with transaction.atomic():
            kept = keep_package(request.actor, file)
    except TongketError as error:
        return _page(request, error, "package")
    return redirect("rounds:programme", kept.pk)


@needs("round.write")
def programme(request: HttpRequest, pk: int) -> HttpResponse:
    """A programme as its form."""
    return _programme(request, pk)


def _programme(request: HttpRequest, pk: int, error: RoundError | None = None) -> HttpResponse:
    version = get_object_or_404(ProgrammeVersion, pk=pk)
    key = sealing.public_key()
    context = {
        "version": version,
        "preview": preview_of(programme_of(version), ""),
        "key": key,
        "fingerprint": sealing.fingerprint(key),
        "trusted": [(one, sealing.fingerprint(one.key)) for one in sealing.trusted_by(request.actor.body)[:SHOWN]],
        "typed": request.POST,
        "error": error,
        "field": error.field if error else "",
    }
    return render(request, "rounds/programme.html", context, status=422 if error else 200)


@require_POST
@needs("round.write")
def trust_key(request: HttpRequest, pk: int) -> HttpResponse:
    """Trust the key of another installation."""
    try:
        sealing.trust(request.actor, request.POST.get("key_name", ""), request.POST.get("key", ""))
    except RoundError as error:
        return _programme(request, pk, error)
    return redirect(f"{reverse('rounds:programme', args=[pk])}#keys")


@require_POST
@needs("round.write", key_of)
def distrust_key(request: HttpRequest, one: TrustedKey) -> HttpResponse:
    """Trust it no longer."""
    sealing.distrust(request.actor, one)
    back = whole(request.POST.get("programme"))
    return redirect(f"{reverse('rounds:programme', args=[back])}#keys" if back else "rounds:programmes")


@require_POST
@needs("round.write")
def begin_draft(request: HttpRequest) -> HttpResponse:
    """Begin a draft from a letter and forms."""
    try:
        letter = _file(request, "letter", RoundFile.Kind.REQUEST)
        forms = _file(request, "forms", RoundFile.Kind.FORMS)
        made = start_draft(request.actor, letter, forms)
    except TongketError as error:
        return _page(request, error, "letter")
    return redirect("rounds:draft", made.pk)


def _file(request: HttpRequest, field: str, kind: str) -> RoundFile | None:
    upload: UploadedFile | None = request.FILES.get(field)
    return keep_file(request.actor, upload, kind, field) if upload else None


@needs("round.write", draft_of)
def draft(request: HttpRequest, made: ProgrammeDraft) -> HttpResponse:
    """How far the reading is; then the indicators to correct; POST keeps them as a programme."""
    if made.kept_id:
        return redirect("rounds:programme", made.kept_id)
    error: TongketError | None = None
    if request.method == "POST" and made.folder:
        try:
            edition = request.POST.get("edition", "")
            number = whole(edition)
            if "answers" in request.POST:
                answer_draft(request.actor, made, number, _answers(request, made))
                return redirect("rounds:draft", made.pk)
            kept = keep_draft(request.actor, made, number, request.POST.get("title", "")[:300], _changes(request))
            return redirect(f"{reverse('rounds:new')}?programme={kept.pk}")
        except TongketError as refused:
            error = refused
    context: dict[str, Any] = {
        "draft": made,
        "error": error,
        "field": getattr(error, "field", "") if isinstance(error, RoundError) else "",
        "kinds": [(code, say(word)) for code, word in KINDS.items()],
    }
    if made.folder:
        context |= _indicators(request, made, error)
    elif made.job and made.job.error:
        context["failure"] = _said(made.job.error)
    return render(request, "rounds/draft.html", context, status=422 if error else 200)

    return reverse("rounds:new")


def _said(error: dict[str, Any]) -> str:
    facts = error.get("facts", {})
    return " ".join(say(error[part], **facts) for part in ("what", "mend") if error.get(part))


def _answers(request: HttpRequest, made: ProgrammeDraft) -> dict[str, str]:
    typed = {name[7:]: text[:400] for name, text in request.POST.items() if name.startswith("answer-")}
    return answers_of(typed, {one["key"]: one["question"] for one in made.decisions})


def _changes(request: HttpRequest) -> dict[str, dict[str, Any]]:
    """The table as it was sent: every indicator has its row."""
    return {
        code: {
            "name": request.POST.get(f"name-{code}", ""),
            "unit_word": request.POST.get(f"unit-{code}", ""),
            "kind": request.POST.get(f"kind-{code}", ""),
            "keep": f"keep-{code}" in request.POST,
        }
        for code in request.POST.getlist("code")
    }


def _indicators(request: HttpRequest, made: ProgrammeDraft, error: TongketError | None) -> dict[str, Any]:
    programme = drafted(made)
    typed = _changes(request) if error else {}
    rows = []
    for one in programme.indicators:
        change = typed.get(one.code, {})
        row = {
            "code": one.code,
            "name": change.get("name", one.name),
            "unit": change.get("unit_word", one.unit_word),
            "kind": change.get("kind", one.kind),
            "keep": change.get("keep", True),
            "cells": len(programme.cells(one)),
            "computed": bool(one.formula or one.numerator),
        }
        rows.append(row)
    asked = [one for one in questions_of(made) if one.question not in ELSEWHERE]
    return {
        "rows": rows,
        "programme": programme,
        "questions": [question_of(one) for one in asked[:QUESTIONS]],
        "more": max(0, len(asked) - QUESTIONS),
        "preview": preview_of(programme, ""),
    }
