"""The Excel form of a submission (biểu Excel): made with what stands in the form now, and read back cell by cell.

The hidden sheet keeps what each cell held when the workbook was made, and its version: a cell that nobody touched
offline changes nothing, whatever happened on the site meanwhile.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from django.db.models import Q

from tongket.errors import ReadError, SecretError, TongketError
from tongket.exchange.templates.book import Asked, Filled, RefusedCells
from tongket.exchange.templates.values import Answer
from tongket.exchange.templates.writing import template_bytes
from tongket.files.open import open_source
from tongket.messages import N_
from tongket.model.programmes import Programme
from tongket.site.interface.days import long_day
from tongket.site.people.rights import Actor
from tongket.site.people.units import registry
from tongket.site.rounds.models import Submission
from tongket.site.rounds.places import ValuePlace, place_of
from tongket.site.rounds.sheets import SheetCell, cells_of, sheets_of
from tongket.site.submissions.models import Return, Upload, Value
from tongket.site.submissions.services.checking import answer_of, last_period
from tongket.site.submissions.services.errors import SubmissionError
from tongket.site.submissions.services.filling import (
    Saved,
    Typed,
    check_open,
    open_places,
    place_of_value,
    programme_of_submission,
    save_values,
    shown_value,
)
from tongket.site.submissions.services.uploading import keep, path_of, refuse
from tongket.site.submissions.services.workbook_reading import GIVEN, CellRefused, WorkbookRead, read_workbook


def workbook_of(submission: Submission, read: WorkbookRead | None = None) -> bytes:
    """The workbook of the submission with what stands in the form. After an upload (``read``) it also holds what that
    would change and nobody took over yet, and its refused rows carry the reason in red.
    """
    programme = programme_of_submission(submission)
    cells = cells_of(programme, submission.body.level)
    values = {place_of_value(one): one for one in Value.objects.filter(submission=submission)}
    given = {
        place: (value.version, shown_value(value, cells[place])) for place, value in values.items() if place in cells
    }
    answers = {place: answer_of(value, submission) for place, value in values.items() if not value.typed}
    look = looked(read, submission) if read else None
    for one in look.changes if look and read else ():
        answers.pop(one.place, None)
        if one.answer:
            answers[one.place] = answer_of(_not_saved(one, cells[one.place], submission), submission)
        if one.moved and read:  # so that it is told again that somebody else changed it
            given[one.place] = read.given.get(one.place, (0, ""))
    round_ = submission.round
    filled = Filled(
        # Registers are kept by the office itself: the site asks for what was counted from them.
        replace(programme, registers=()),
        registry(),
        submission.body.unit,
        submission.body.name,
        round_.period_start.isoformat(),
        round_.period_end.isoformat(),
        answers={_key(place): answer for place, answer in answers.items()},
        refused=_refused_rows(look.refused if look else ()),
        notes=tuple((GIVEN, str(place), str(version), text) for place, (version, text) in given.items()),
        asked=Asked(round_.name, submission.reports_to.name, long_day(submission.deadline)),
        returned=_returned(submission),
    )
    return template_bytes(filled, (), last_period(submission, Q(reports_to=submission.reports_to_id)))


def name_of(submission: Submission) -> str:
    """What the file of the workbook is called, without its ending: whose, for what, of which period."""
    round_ = submission.round
    return f"bieu-{submission.body.code}-{round_.programme.code}-{round_.period_end:%d-%m-%Y}"


def _not_saved(change: Change, cell: SheetCell, submission: Submission) -> Value:
    """The value that ``change`` would save, as the form would hold it."""
    place, said, round_ = change.place, change.answer, submission.round
    assert said is not None
    return Value(
        submission=submission, indicator=place.indicator, cell=place.cell, extent=place.extent,
        period_start=round_.period_start, period_end=round_.period_end, amount=said.amount,
        amount_high=said.amount_high, scale=cell.indicator.scale, qualifier=said.qualifier, status=said.status,
        text=said.text,
    )  # fmt: skip


def _returned(submission: Submission) -> dict[tuple[str, str, str], str] | None:
    """Why cells were returned, where the form is open in these alone; none where it is closed."""
    places = open_places(submission)
    if not places:
        return {} if places is None else None
    rows = Return.objects.filter(submission=submission, answered=None)
    told = ((place_of(one.place), one.reason) for one in rows)
    return {_key(place): reason for place, reason in told if isinstance(place, ValuePlace)}


def _key(place: ValuePlace) -> tuple[str, str, str]:
    return place.indicator, place.cell, place.extent


def _refused_rows(refused: Sequence[CellRefused]) -> dict[tuple[str, int], RefusedCells]:
    rows: dict[tuple[str, int], list[CellRefused]] = {}
    for one in refused:
        if one.row >= 0:
            rows.setdefault((one.form, one.row), []).append(one)
    return {
        key: RefusedCells(
            "\n".join(f"{one.at}: {one.why.message()}" for one in found),
            {one.column: one.typed for one in found if one.column >= 0},
        )
        for key, found in rows.items()
    }


@dataclass(frozen=True, slots=True)
class Change:
    """What a workbook would change in one cell; ``moved``: somebody changed it on the site since it was made."""

    place: ValuePlace
    name: str
    at: str
    before: str
    after: str
    version: int
    moved: bool
    answer: Answer | None  # None: it empties the cell


@dataclass(frozen=True, slots=True)
class Looked:
    """What a workbook would do to the form as far as that is open, and what of it stays out."""

    changes: tuple[Change, ...]
    refused: tuple[CellRefused, ...]
    closed: tuple[str, ...]  # names of cells that differ where the form is closed


def looked(read: WorkbookRead, submission: Submission) -> Looked:
    """What the workbook would change, and what cannot be taken: of cells where nobody may write now, only the names."""
    places = open_places(submission)

    def is_open(wanted: Iterable[ValuePlace]) -> bool:
        return places is not None and (not places or not places.isdisjoint(wanted))

    changes = list(changes_of(read, submission))
    closed = [one.name for one in changes if not is_open([one.place])]
    # A row that answers nothing known has no places: it is told, since it may hold what was returned.
    refused = [one for one in read.refused if is_open(one.places) or not one.places]
    closed += [one.name for one in read.refused if one not in refused]
    kept = tuple(one for one in changes if is_open([one.place]))
    return Looked(kept, tuple(refused), tuple(dict.fromkeys(closed)))


def changes_of(read: WorkbookRead, submission: Submission) -> Iterator[Change]:
    """What would change, cell by cell, against what stands in the form now. What nobody touched offline stays."""
    programme = programme_of_submission(submission)
    cells = cells_of(programme, submission.body.level)
    values = {place_of_value(one): one for one in Value.objects.filter(submission=submission)}
    names = names_of(programme, submission.body.level)
    said = {one.place: one for one in read.cells}
    emptied = [place for place in read.empty if read.given.get(place, (0, ""))[1]]
    for place in [*said, *sorted(emptied, key=str)]:
        value, cell = values.get(place), cells[place]
        now = shown_value(value, cell) if value else ""
        after = said[place].text if place in said else ""
        version, was = read.given.get(place, (0, ""))
        if after == now or (place in read.given and after == was):
            continue
        at, current = said[place].at if place in said else "", value.version if value else 0
        moved = bool(read.given) and current != version
        answer = said[place].answer if place in said else None
        yield Change(place, names.get(place, str(place)), at, now, after, current, moved, answer)


def names_of(programme: Programme, level: str) -> dict[ValuePlace, str]:
    """What the cells are called: row and column as printed."""
    names: dict[ValuePlace, str] = {}
    for sheet in sheets_of(programme, level):
        for row in sheet.rows:
            for title, group in zip(sheet.columns, row.cells, strict=True):
                for cell in group:
                    label = f"{row.label}, {title}" if len(sheet.columns) > 1 else row.label
                    names.setdefault(cell.place, label)
    return names


def take_in(actor: Actor, upload: Upload) -> WorkbookRead:
    """Look at an uploaded workbook and keep it; nothing of the form changes yet.

    Raises:
        TongketError: the form is closed, or it is no workbook of it, or carries a secrecy mark; it is wiped.
    """
    path = path_of(upload)
    try:
        check_open(upload.submission)
        _check_spreadsheet(path, upload.name)
        _look_for_marks(upload, path)
        read = read_workbook(path, upload.name, upload.submission)
    except TongketError as error:
        refuse(actor, upload, error)
        raise
    keep(upload)
    return read


def apply(actor: Actor, upload: Upload, seen: Mapping[str, int]) -> list[Saved]:
    """Save what the workbook changes against the versions that the preview showed; cells it did not show stay.

    Raises:
        TongketError: the kept file cannot be read any more.
    """
    submission = upload.submission
    read = read_workbook(path_of(upload), upload.name, submission)
    typed = [
        Typed(
            one.place,
            one.after,
            seen[str(one.place)],
            origin="workbook",
            source=upload.name,
            source_sha256=upload.sha256,
            passage=f"{one.at}: {one.name}: {one.after}" if one.after else "",
        )
        for one in changes_of(read, submission)
        if str(one.place) in seen
    ]
    return save_values(actor, submission, typed)


def _look_for_marks(upload: Upload, path: Path) -> None:
    """Refuse a marked document. What no report could be, such as an empty sheet, is refused as no workbook of the form:
    to send "the Word file" instead would be no help here.
    """
    try:
        open_source(path, upload.name)
    except SecretError:
        raise
    except ReadError:
        with contextlib.suppress(ReadError):
            read_workbook(path, upload.name, upload.submission)
        raise


def _check_spreadsheet(path: Path, name: str) -> None:
    with path.open("rb") as file:
        start = file.read(4)
    if start != b"PK\x03\x04":
        raise SubmissionError(
            N_("this is not a workbook of Excel (.xlsx)."),
            N_("Open it in Excel, save it as .xlsx without a password, then upload that."),
            where=name,
        )
