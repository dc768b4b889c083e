"""The Excel form of a submission (biểu Excel): made with what stands in the form now, and read back cell by cell.

The hidden sheet keeps what each cell held when the workbook was made, and its version: a cell that nobody touched
offline changes nothing, whatever happened on the site meanwhile.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from django.db.models import Q

from tongket.errors import ReadError, SecretError, TongketError
from tongket.exchange.templates.book import Filled, RefusedCells
from tongket.exchange.templates.writing import template_bytes
from tongket.files.open import open_source
from tongket.messages import N_
from tongket.model.programmes import Programme
from tongket.site.people.rights import Actor
from tongket.site.people.units import registry
from tongket.site.rounds.models import Submission
from tongket.site.rounds.places import ValuePlace
from tongket.site.rounds.sheets import cells_of, sheets_of
from tongket.site.submissions.models import Upload, Value
from tongket.site.submissions.services.checking import answer_of, last_period
from tongket.site.submissions.services.errors import SubmissionError
from tongket.site.submissions.services.filling import (
    Saved,
    Typed,
    check_open,
    place_of_value,
    programme_of_submission,
    save_values,
    shown_value,
)
from tongket.site.submissions.services.uploading import keep, path_of, refuse
from tongket.site.submissions.services.workbook_reading import GIVEN, CellRefused, WorkbookRead, read_workbook


def workbook_of(submission: Submission, refused: Sequence[CellRefused] = ()) -> bytes:
    """The workbook of the submission with what stands in the form; ``refused`` rows carry the reason in red."""
    programme = programme_of_submission(submission)
    cells = cells_of(programme, submission.body.level)
    values = {place_of_value(one): one for one in Value.objects.filter(submission=submission)}
    notes = [
        (GIVEN, str(place), str(value.version), shown_value(value, cells.get(place)))
        for place, value in values.items()
        if place in cells
    ]
    round_ = submission.round
    filled = Filled(
        # Registers are kept by the office itself: the site asks for what was counted from them.
        replace(programme, registers=()),
        registry(),
        submission.body.unit,
        submission.body.name,
        round_.period_start.isoformat(),
        round_.period_end.isoformat(),
        answers={_key(place): answer_of(value, submission) for place, value in values.items() if not value.typed},
        refused=_refused_rows(refused),
        notes=tuple(notes),
    )
    return template_bytes(filled, (), last_period(submission, Q(reports_to=submission.reports_to_id)))


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
        yield Change(place, names.get(place, str(place)), at, now, after, current, moved)


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
