"""What goes in and out of the API, as the OpenAPI page describes it."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Any, Generic, TypeVar

from ninja import Schema
from pydantic import AfterValidator, Field

Row = TypeVar("Row")
Number = Annotated[int, Field(ge=1, le=2**62)]
Words = Annotated[str, AfterValidator(lambda text: text.replace("\0", ""))]  # PostgreSQL keeps that in no text
May = dict[str, bool]


class Page(Schema, Generic[Row]):
    """A page of rows; ``next`` is the cursor of the page after it, None at the end."""

    items: list[Row]
    next: int | None


class Failure(Schema):
    """What went wrong, in words of the language that was asked for; ``code`` stays the same in every language."""

    code: str
    error: str


class Told(Schema):
    """Why there is no answer: no living key, not allowed, not there."""

    code: str
    detail: str


class Malformed(Schema):
    """What is not as the description says, in words and one by one."""

    code: str
    error: str
    detail: list[dict[str, Any]]


class BodyRow(Schema):
    """A body."""

    id: int
    code: str
    name: str
    kind: str
    unit: str
    level: str
    superior: int | None
    may: May


class RoundRow(Schema):
    """A round."""

    id: int
    name: str
    body: str
    programme: str
    programme_version: int
    period_start: dt.date
    period_end: dt.date
    due: dt.date
    state: str
    request: str
    parent: int | None
    edition: int
    may: May


class SubmissionRow(Schema):
    """A submission; ``edition`` is named by every change of its state."""

    id: int
    round: int
    body: str
    reports_to: str
    due: dt.date
    return_due: dt.date | None
    state: str
    edition: int
    revision: int
    sent: dt.datetime | None
    days_late: int
    filled: int
    asked: int
    errors: int
    may: May


class ValueRow(Schema):
    """A cell of the form as it stands; ``text`` as a person writes it, ``amount`` an integer at ``scale`` decimals."""

    place: str
    indicator: str
    cell: str
    extent: str
    text: str
    amount: int | None
    scale: int
    qualifier: str
    status: str
    origin: str
    confidence: float
    explanation: str
    passage: str
    version: int


class CellIn(Schema):
    """What is written into a cell; ``version`` is that of the value seen, 0 where there was none."""

    place: str = Field(max_length=300)
    text: str = Field(max_length=400)
    version: int = Field(0, ge=0, le=2**31 - 1)
    explanation: Words | None = Field(None, max_length=2000)
    confirm: bool = False


class CellsIn(Schema):
    """Cells to be saved at once."""

    cells: list[CellIn] = Field(max_length=5000)


class CellOut(Schema):
    """What became of a cell: saved, invalid, conflict (``text`` is what stands now) or locked."""

    place: str
    state: str
    version: int
    text: str
    note: str


class CellsOut(Schema):
    """What became of all."""

    cells: list[CellOut]


class SendIn(Schema):
    """Sending: the edition that was seen, a note, and cells that are to be saved before."""

    edition: int = Field(ge=0, le=2**31 - 1)
    cells: list[CellIn] = Field(default_factory=list, max_length=5000)
    note: Words = Field("", max_length=2000)


class EditionIn(Schema):
    """The edition that was seen."""

    edition: int = Field(ge=0, le=2**31 - 1)


class PlaceIn(Schema):
    """A place that is returned, "" for the whole, and why."""

    place: str = Field("", max_length=300)
    reason: Words = Field(max_length=4000)


class ReturnIn(Schema):
    """Returning: places with reasons, and the day by which they are to be mended."""

    edition: int = Field(ge=0, le=2**31 - 1)
    due: dt.date
    places: list[PlaceIn] = Field(max_length=1000)


class TotalRow(Schema):
    """A consolidated value of a unit, of the round's own if ``whole``; ``reported`` of ``expected`` bodies are in it.

    ``text`` is what the page shows: the number with its marks, or why nothing was added; then ``amount`` is null.
    """

    indicator: str
    cell: str
    unit: str
    whole: bool
    extent: str
    amount: int | None
    amount_high: int | None
    scale: int
    unit_word: str
    qualifier: str
    reported: int
    expected: int
    marks: list[str]
    text: str


class TotalPage(Schema):
    """A page of consolidated values; ``next`` is the cursor of the page after it, None at the end."""

    items: list[TotalRow]
    next: str | None


class DocumentRow(Schema):
    """A document of the registry; ``confirmed`` by a person, or proposed from what reports cite."""

    id: int
    type: str
    symbol: str
    date: str
    issuer: str
    subject: str
    confirmed: bool
    edition: int
    may: May
