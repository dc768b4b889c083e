"""The routes of the API, version 1: the same services and rights as the pages."""

from __future__ import annotations

from typing import Annotated, Any

from django.http import HttpRequest
from ninja import NinjaAPI
from pydantic import Field

from tongket.messages import N_
from tongket.site.api import rows
from tongket.site.api.access import Key, Session, require
from tongket.site.api.refusals import answer_in_words
from tongket.site.api.shapes import (
    BodyRow,
    CellIn,
    CellsIn,
    CellsOut,
    DocumentRow,
    EditionIn,
    Failure,
    Malformed,
    Number,
    Page,
    ReturnIn,
    RoundRow,
    SendIn,
    SubmissionRow,
    Told,
    TotalPage,
    ValueRow,
)
from tongket.site.api.totals import totals_of
from tongket.site.documents.queries import documents_seen
from tongket.site.people.models import Body
from tongket.site.people.rights import Actor, seen
from tongket.site.rollups.asking import seen_by
from tongket.site.rounds.models import Round, Submission
from tongket.site.rounds.places import ValuePlace, place_of
from tongket.site.rounds.queries import rounds_seen, told
from tongket.site.rounds.sheets import cells_of
from tongket.site.submissions.entry import RELATED
from tongket.site.submissions.models import Value
from tongket.site.submissions.services import reviewing
from tongket.site.submissions.services.answering import answer
from tongket.site.submissions.services.errors import SubmissionError
from tongket.site.submissions.services.filling import Typed, programme_of_submission, save_values
from tongket.site.submissions.services.sending import send

api = NinjaAPI(
    title="Tổng kết",
    version="1",
    auth=[Key(), Session()],
    docs_url=None,
    openapi_url=None,
    urls_namespace="v1",
)
Cursor = Annotated[int, Field(ge=0, le=2**62)]
Limit = Annotated[int, Field(ge=1, le=500)]
State = Annotated[str, Field(max_length=10)]
Word = Annotated[str, Field(max_length=300)]


def answers(shape: Any, *, changes: bool = False) -> dict[int, Any]:
    """What a route may answer, for its description; 409 where somebody else may have been faster."""
    refused = {400: Told, 401: Told, 403: Told, 404: Told, 422: Failure | Malformed}
    return {200: shape, **refused, **({409: Failure} if changes else {})}


answer_in_words(api)


def submissions_of(actor: Actor) -> Any:
    """The submissions whose values the actor may see."""
    return told().filter(seen(actor, "submission.see", over="reports_to")).select_related(*RELATED)


@api.get("/bodies", response=answers(Page[BodyRow]), url_name="bodies")
def bodies(request: HttpRequest, cursor: Cursor = 0, limit: Limit = 100) -> Any:
    """The actor's body and those below it."""
    actor = require(request, "work.see")
    found, after = rows.page_of(Body.objects.filter(path__startswith=actor.body.path), cursor, limit)
    return {"items": [rows.body_row(actor, one) for one in found], "next": after}


@api.get("/rounds", response=answers(Page[RoundRow]), url_name="rounds")
def rounds(request: HttpRequest, cursor: Cursor = 0, limit: Limit = 100) -> Any:
    """The rounds of one's body and below, and those that ask it."""
    actor = require(request, "round.see")
    found, after = rows.page_of(rounds_seen(actor).select_related("body", "programme"), cursor, limit)
    return {"items": [rows.round_row(actor, one) for one in found], "next": after}


@api.get("/rounds/{int:pk}", response=answers(RoundRow), url_name="round")
def round_(request: HttpRequest, pk: Number) -> Any:
    """One round."""
    actor = require(request, "round.see")
    return rows.round_row(actor, rows.one_of(rounds_seen(actor).select_related("body", "programme"), pk))


@api.get("/rounds/{int:pk}/totals", response=answers(TotalPage), url_name="totals")
def totals(
    request: HttpRequest,
    pk: Number,
    unit: Word = "",
    view: Word = "",
    as_of: Word = "",
    shared_by: Word = "",
    cursor: Word = "",
    limit: Limit = 100,
) -> Any:
    """The consolidated values of a round as they stand now, of one unit or of all; by another map if one is named."""
    rows_ = Round.objects.exclude(state=Round.State.DRAFT).select_related("body", "programme", "parent")
    asked = rows.one_of(rows_, pk)
    actor = require(request, "rollup.see", asked)
    found, after = totals_of(actor, asked, seen_by(view, as_of, shared_by), unit, cursor, limit)
    return {"items": found, "next": after}


@api.get("/submissions", response=answers(Page[SubmissionRow]), url_name="submissions")
def submissions(
    request: HttpRequest, round: Cursor = 0, state: State = "", cursor: Cursor = 0, limit: Limit = 100
) -> Any:
    """Submissions, of one round or in one state."""
    actor = require(request, "submission.see")
    chosen = {name: value for name, value in (("round", round), ("state", state)) if value}
    found, after = rows.page_of(submissions_of(actor).filter(**chosen), cursor, limit)
    return {"items": [rows.submission_row(actor, one) for one in found], "next": after}


@api.get("/submissions/{int:pk}", response=answers(SubmissionRow), url_name="submission")
def submission(request: HttpRequest, pk: Number) -> Any:
    """One submission."""
    return rows.submission_row(request.auth, _found(request, pk, "submission.see"))


def _found(request: HttpRequest, pk: int, action: str, *, writes: bool = False) -> Submission:
    one = rows.one_of(told().select_related(*RELATED), pk)
    require(request, action, one, see="submission.see", writes=writes)
    return one


@api.get("/submissions/{int:pk}/values", response=answers(list[ValueRow]), url_name="values")
def values(request: HttpRequest, pk: Number) -> Any:
    """The values of the form as they stand."""
    one = _found(request, pk, "submission.see")
    cells = cells_of(programme_of_submission(one), one.body.level)
    found = Value.objects.filter(submission=one).order_by("pk")
    return [rows.value_row(value, cells.get(rows.place_of_value(value))) for value in found]


@api.put("/submissions/{int:pk}/values", response=answers(CellsOut, changes=True), url_name="values")
def put_values(request: HttpRequest, pk: Number, given: CellsIn) -> Any:
    """Save cells; nothing is overwritten that the caller did not see."""
    one = _found(request, pk, "submission.fill", writes=True)
    saved = save_values(request.auth, one, _typed(given.cells))
    return {
        "cells": [
            {
                "place": str(cell.place),
                "state": cell.state,
                "version": cell.version,
                "text": cell.shown,
                "note": cell.mistake.message() if cell.mistake else "",
            }
            for cell in saved
        ]
    }


def _typed(cells: list[CellIn]) -> list[Typed]:
    return [Typed(_place(cell.place), cell.text, cell.version, cell.explanation, cell.confirm) for cell in cells]


def _place(text: str) -> ValuePlace:
    place = _any_place(text)
    if not isinstance(place, ValuePlace):
        raise _no_place(text)
    return place


def _any_place(text: str) -> Any:
    try:
        return place_of(text)
    except ValueError as error:
        raise _no_place(text) from error


def _no_place(text: str) -> SubmissionError:
    return SubmissionError(
        N_("“{place}” names no place of the form."),
        N_("Take the places as the values of the submission name them."),
        place=text[:80],
    )


@api.post("/submissions/{int:pk}/send", response=answers(SubmissionRow, changes=True), url_name="send")
def send_(request: HttpRequest, pk: Number, given: SendIn) -> Any:
    """Send what stands in the form; ``cells`` are saved before, in the same step.

    Where one is not taken, or an error is open, nothing is sent, and the other cells stay saved.
    """
    one = _found(request, pk, "submission.send", writes=True)
    if given.cells:
        require(request, "submission.fill", one, see="submission.see")
        refused = answer(request.auth, one, given.edition, _typed(given.cells), given.note).refused
        if refused:
            raise refused
    else:
        send(request.auth, one, given.edition, given.note)
    return submission(request, pk)


@api.post("/submissions/{int:pk}/return", response=answers(SubmissionRow, changes=True), url_name="return")
def return_(request: HttpRequest, pk: Number, given: ReturnIn) -> Any:
    """Return the whole, or single places, with reasons and a day."""
    one = _found(request, pk, "submission.return", writes=True)
    for place in given.places:
        _any_place(place.place)
    places = [reviewing.Returned(place.place, place.reason) for place in given.places]
    try:
        reviewing.return_places(request.auth, one, given.edition, places, given.due)
    except ValueError as error:  # a cell or section that the form does not have
        raise _no_place(str(error)) from error
    return submission(request, pk)


@api.post("/submissions/{int:pk}/approve", response=answers(SubmissionRow, changes=True), url_name="approve")
def approve(request: HttpRequest, pk: Number, given: EditionIn) -> Any:
    """Approve the revision that was sent."""
    one = _found(request, pk, "submission.approve", writes=True)
    reviewing.approve(request.auth, one, given.edition)
    return submission(request, pk)


@api.get("/documents", response=answers(Page[DocumentRow]), url_name="documents")
def documents(request: HttpRequest, cursor: Cursor = 0, limit: Limit = 100) -> Any:
    """The registry of documents."""
    actor = require(request, "document.see")
    found, after = rows.page_of(documents_seen(actor).select_related("body"), cursor, limit)
    return {"items": [rows.document_row(actor, one) for one in found], "next": after}


@api.get("/documents/{int:pk}", response=answers(DocumentRow), url_name="document")
def document(request: HttpRequest, pk: Number) -> Any:
    """One document."""
    actor = require(request, "document.see")
    return rows.document_row(actor, rows.one_of(documents_seen(actor).select_related("body"), pk))
