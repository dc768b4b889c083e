"""Filling in the form: cells are saved as they are typed, each against the version that the writer saw."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Sequence
from typing import Any, Literal, NamedTuple

from django.db import connection, transaction
from django.db.models import QuerySet
from django.db.models.expressions import RawSQL

from tongket.consolidating.shown_values import ValueRead, show_value
from tongket.consolidating.values import MOST_CHARACTERS, TOO_LONG, read_value
from tongket.messages import N_
from tongket.model.mistakes import Mistake, mistake
from tongket.model.programmes import Indicator, Programme
from tongket.site.again import again
from tongket.site.interface.clock import now
from tongket.site.people.rights import Actor
from tongket.site.prepared import Prepared, texts_of
from tongket.site.records.services import record, said
from tongket.site.rounds.models import Round, Submission
from tongket.site.rounds.places import ValuePlace, place_of
from tongket.site.rounds.programmes import programme_of
from tongket.site.rounds.sheets import SheetCell, cells_of
from tongket.site.submissions.models import Return, Value
from tongket.site.submissions.services.closed import ASK, LOCKED, NOT_RETURNED, why_not_taken
from tongket.site.submissions.services.errors import SubmissionError
from tongket.site.submissions.services.rows import count_filled, inserting, openness_of, standing_of, updating

State = Submission.State
MOST_CELLS = 5_000  # of one save
MOST_TYPED = 400


class Typed(NamedTuple):
    """What was typed into a cell; ``version`` is that of the value that the writer saw, 0 where there was none."""

    place: ValuePlace
    text: str
    version: int = 0
    explanation: str | None = None  # None leaves it
    confirm: bool = False  # a value read from a report is right as it stands
    origin: str = "form"
    source: str = ""  # a file or an earlier report that it was taken from
    source_sha256: str = ""
    passage: str = ""


class Saved(NamedTuple):
    """What became of it: 'saved', 'invalid' (kept as typed, with its mistake), 'conflict' (somebody else changed it:
    ``shown`` is what stands now), or 'locked'.
    """

    place: ValuePlace
    state: Literal["saved", "invalid", "conflict", "locked"]
    version: int
    shown: str
    mistake: Mistake | None = None


@again
def save_values(actor: Actor, submission: Submission, typed: Sequence[Typed]) -> list[Saved]:
    """Save cells of ``submission``. Nothing is overwritten that the writer did not see, and nothing typed is lost.

    Raises:
        SubmissionError: too many at once.
    """
    check_count(typed)
    job = None if connection.vendor == "postgresql" else Filling(actor, submission, typed, standing_of(submission))
    with transaction.atomic():
        # Nobody waits for the lock of a server but who fills in the same form; that of the embedded database all who
        # write wait for, so that it is laid out before, and anew if something changed meanwhile.
        if job is None or not job.stands():
            job = Filling(actor, locked_row(submission), typed)
        job.write()
    return job.saved


def check_count(typed: Sequence[Typed]) -> None:
    """Raises: SubmissionError: too many at once."""
    if len(typed) > MOST_CELLS:
        raise SubmissionError(
            N_("{count} cells were pasted at once; {most} is the most."),
            N_("Paste them in parts, or upload the workbook."),
            count=len(typed),
            most=MOST_CELLS,
        )


def _openness(submission: Submission) -> tuple[object, ...]:
    """What ``openness_of`` asks the database for, as it is known here."""
    round_ = submission.round
    moments = (_as_kept(submission.frozen), _as_kept(submission.reopened_until))
    return (submission.edition, submission.state, *moments, round_.state, round_.programme_id)


def _as_kept(moment: dt.datetime | None) -> dt.datetime | None:
    """The embedded database keeps moments in UTC, without saying so."""
    return moment and moment.astimezone(dt.UTC).replace(tzinfo=None)


def locked_row(submission: Submission) -> Submission:
    """Its row as it stands, locked until the end of the transaction."""
    return _locked(submission.pk)[0]


def _locking(key: RawSQL) -> QuerySet[Submission]:
    rows = Submission.objects.select_for_update(of=("self",)).select_related("round__programme", "body")
    return rows.defer("round__programme__files", "round__plan").filter(pk=key)


_locked = Prepared(1, _locking)


class Filling:
    """One save: what is open, what stands, what changes. ``standing``: that of the values, where it is known; ``(0,)``:
    nothing was filled in yet.
    """

    def __init__(
        self, actor: Actor, submission: Submission, typed: Sequence[Typed], standing: tuple[Any, ...] | None = None
    ) -> None:
        self.actor, self.submission, self.standing = actor, submission, standing
        self.cells = cells_of(programme_of(submission.round.programme), submission.body.level)
        self.open = open_places(submission)
        self.is_limited = self.open is None or bool(self.open)
        self.values: dict[ValuePlace, Value | Fresh] = {}
        if standing is None or standing[0]:
            codes = {one.place.indicator for one in typed if one.place in self.cells}
            kept = _kept(submission.pk, json.dumps(sorted(codes)))
            self.values = {place_of_value(value): value for value in kept}
        self.made: list[Fresh] = []
        self.changed: dict[int, Value] = {}
        self.story: list[dict[str, Any]] = []  # of the audit link
        self.moment, self.post, self.user = now(), actor.post, actor.user.pk
        self.periods = periods_of(submission)
        self.saved = [self._save(one) for one in typed]
        self.statements = [inserting(self.made, Value)] if self.made else []
        if self.changed:
            self.statements.append(updating(self.changed.values(), FIELDS))
        self.said = said({"cells": self.story}) if self.story else None

    def stands(self) -> bool:
        """Whether all still is as it was when this was laid out."""
        here = self.submission
        return openness_of(here) == _openness(here) and standing_of(here) == self.standing

    def stands_in(self, locked: Submission) -> bool:
        """Whether what decides where may be written is, in the locked row, what it was when this was laid out."""
        return _openness(locked) == _openness(self.submission)

    def _save(self, typed: Typed) -> Saved:
        cell, value = self.cells.get(typed.place), self.values.get(typed.place)
        version, shown = (value.version, shown_value(value, cell)) if value else (0, "")
        if cell is None or self.is_limited or cell.closed:
            closed = self._closed(typed.place, cell)
            if cell is None or closed:
                return Saved(typed.place, "locked", version, shown, why_not_taken(closed))
        if typed.version != version and not (value and _stands(value, cell, shown, typed.text)):
            return Saved(typed.place, "conflict", version, shown)
        before = shown
        if value is None:
            value = self._new(typed.place, cell)
        told = _said(value) if value.explanation else None
        found = take(value, cell, typed.text)
        if typed.explanation is not None:
            value.explanation = typed.explanation[:2000]
        elif told and told != _said(value):
            value.explanation = ""  # it was about another number
        confirmed = typed.confirm and value.origin in ("read", "read-confirmed")
        value.origin = "read-confirmed" if confirmed else typed.origin
        if typed.source:
            value.source, value.source_sha256 = typed.source[-260:], typed.source_sha256
            value.passage, value.confidence, value.span_start, value.span_end = typed.passage[:4000], 1.0, 0, 0
        value.confirmed = self.post
        value.version, value.user_id, value.changed = version + 1, self.user, self.moment
        if value.pk:
            self.changed[value.pk] = value
        mistake = found if isinstance(found, Mistake) else None
        after = value.typed if isinstance(found, Mistake) else show_value(found, cell.boxed)
        self.story.append({"after": after, "before": before, "confirm": typed.confirm, "place": str(typed.place)})
        return Saved(typed.place, "invalid" if mistake else "saved", value.version, after, mistake)

    def _closed(self, place: ValuePlace, cell: SheetCell | None) -> str:
        if cell is not None and cell.closed:
            return cell.closed
        if self.open is None:
            return LOCKED
        return "" if not self.open or place in self.open else NOT_RETURNED

    def _new(self, place: ValuePlace, cell: SheetCell) -> Fresh:
        value = self.values[place] = Fresh()
        value.submission_id, value.scale = self.submission.pk, cell.indicator.scale
        value.indicator, value.cell, value.extent = place
        value.period_start, value.period_end = self.periods[is_stock(cell.indicator)]
        self.made.append(value)
        return value

    def write(self) -> None:
        """All rows in two statements, the counts, and one link."""
        self.write_values()
        if self.said:
            count_filled(self.submission, self.moment)
            record(f"submission:{self.submission.pk}", "fill", self.actor, self.said)

    def write_values(self) -> None:
        """All rows in two statements."""
        for statement in self.statements:
            statement.run()


FIELDS = (
    "amount", "amount_high", "qualifier", "status", "text", "origin", "confidence", "confirmed", "typed", "problem",
    "explanation", "version", "user", "changed", "source", "source_sha256", "passage", "span_start", "span_end",
)  # fmt: skip


class Fresh:
    """A value that is not in the database yet: the columns of one, blank until they are set. A model with its fields
    takes ten times as long to make.
    """


def _blank() -> None:
    blank = Value()
    for field in Value._meta.concrete_fields:
        setattr(Fresh, field.attname, getattr(blank, field.attname))
    Fresh.pk = None


_blank()
_kept = Prepared(
    2, lambda submission, codes: Value.objects.filter(submission=submission, indicator__in=texts_of(codes))
)


def take(value: Value | Fresh, cell: SheetCell, text: str) -> ValueRead | Mistake:
    """Let ``value`` hold what ``text`` says; where it says nothing usable, keep it as typed, with the mistake. What was
    read.
    """
    text = _clean(text)
    found = _read(text, cell)
    if isinstance(found, Mistake):
        value.typed = text[:MOST_TYPED]
        value.problem = {"what": found.what, "mend": found.mend, "facts": dict(found.facts)}
        value.amount = value.amount_high = None
        value.status, value.text, value.qualifier = "missing", "", ""
        return found
    value.typed, value.problem = "", {}
    value.amount, value.amount_high, value.qualifier = found.amount, found.amount_high, found.qualifier
    value.status, value.text = found.status, found.text
    return found


def _said(value: Value | Fresh) -> tuple[object, ...]:
    """What a value says, which its explanation is about."""
    return value.amount, value.amount_high, value.qualifier, value.status, value.text


def _clean(text: str) -> str:
    """Without blanks around it, and without the character that PostgreSQL keeps in no text."""
    return text.replace("\0", "").strip()


def _read(text: str, cell: SheetCell) -> ValueRead | Mistake:
    if len(text) > MOST_CHARACTERS:
        return mistake(
            TOO_LONG, N_("Shorten it; longer words belong into the text."), count=len(text), most=MOST_CHARACTERS
        )
    return read_value(text, cell.indicator, heading=cell.heading)


def _stands(value: Value | Fresh, cell: SheetCell, shown: str, text: str) -> bool:
    """Whether ``text`` says what stands already: the answer to its first saving was lost on the line."""
    text = _clean(text)
    if value.typed or text == shown:
        return text == shown
    stands = ValueRead(value.amount, value.status, value.amount_high, value.qualifier, value.text)
    return _read(text, cell) == stands


def shown_value(value: Value | Fresh, cell: SheetCell | None) -> str:
    """What stands in the box: as typed where that could not be taken, else the value in the step of its heading."""
    if value.typed or cell is None:
        return value.typed
    read = ValueRead(value.amount, value.status, value.amount_high, value.qualifier, value.text)
    return show_value(read, cell.boxed)


def place_of_value(value: Value) -> ValuePlace:
    """The place that ``value`` fills."""
    return ValuePlace(value.indicator, value.cell, value.extent)


def open_places(submission: Submission) -> set[ValuePlace] | None:
    """Where may be written: an empty set means everywhere, None nowhere.

    A report that was returned in single cells is open in these alone; sections and passages open the whole form. What
    was not sent when its round was closed is closed with it; what was reopened is open until the moment that was given.
    """
    if submission.frozen and submission.state != State.RETURNED:
        return None
    if submission.state == State.OPEN:
        return set() if submission.round.state == Round.State.OPEN else None
    if submission.state != State.RETURNED or has_lapsed(submission):
        return None
    places = [place_of(one.place) for one in Return.objects.filter(submission=submission, answered=None)]
    cells = {place for place in places if isinstance(place, ValuePlace)}
    return cells if places and len(cells) == len(set(places)) else set()


def has_lapsed(submission: Submission) -> bool:
    """Whether the moment until which it was reopened is past."""
    return submission.reopened_until is not None and submission.reopened_until <= now()


def check_open(submission: Submission) -> None:
    """Raises: SubmissionError: nothing may be written into the form now."""
    if open_places(submission) is not None:
        return
    if submission.state == State.OPEN:
        raise SubmissionError(
            N_("this round was closed, and nothing more is taken in."), N_("Ask the body that opened the round.")
        )
    if submission.state == State.RETURNED:
        raise SubmissionError(N_("the time for which this report was reopened is over."), N_("Ask to reopen it again."))
    raise SubmissionError(N_("this report was sent already, and is not open."), ASK)


def why_closed(submission: Submission) -> SubmissionError | None:
    """Why nothing may be written into the form now; None where something may."""
    try:
        check_open(submission)
    except SubmissionError as error:
        return error
    return None


def period_of(submission: Submission, indicator: Indicator) -> tuple[str, str]:
    """First day ('' of a stock) and last day that a value of ``indicator`` is about."""
    return periods_of(submission)[is_stock(indicator)]


def periods_of(submission: Submission) -> tuple[tuple[str, str], tuple[str, str]]:
    """First and last day of its period, and of a stock at its end."""
    start, end = submission.round.period_start.isoformat(), submission.round.period_end.isoformat()
    return (start, end), ("", end)


def is_stock(indicator: Indicator) -> bool:
    """Whether it says what there is at the end of a period."""
    return indicator.counted.when == "at-end" if indicator.counted else indicator.over_time == "latest"


def programme_of_submission(submission: Submission) -> Programme:
    """The programme that its round pins."""
    return programme_of(submission.round.programme)
