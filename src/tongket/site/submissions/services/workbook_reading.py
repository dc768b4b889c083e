"""Reading a filled workbook of the form (biểu Excel) back, cell by cell: answers, and what cannot be taken and why."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import islice
from pathlib import Path
from typing import Any

from xlsxwriter.utility import xl_rowcol_to_cell

from tongket.exchange.facts_table import FlatTable, open_table, table_rows
from tongket.exchange.templates import book as marks
from tongket.exchange.templates.cells import CellMistake, cell_text, read_day
from tongket.exchange.templates.form_sheets import column_mark, other_form, row_mark
from tongket.exchange.templates.values import Answer, read_answer, read_pair
from tongket.files.sheet_cells import wrong_cells
from tongket.files.workbooks import open_workbook
from tongket.messages import N_
from tongket.model.mistakes import Mistake, mistake
from tongket.model.programmes import Form, Programme
from tongket.site.interface.asked import whole
from tongket.site.interface.days import short_day, shown_day
from tongket.site.people.units import registry
from tongket.site.rounds.models import Submission
from tongket.site.rounds.places import ValuePlace, place_of
from tongket.site.rounds.sheets import Sheet, SheetCell, cells_of, sheets_of
from tongket.site.submissions.boxes import shown_answer
from tongket.site.submissions.models import Value
from tongket.site.submissions.services.errors import SubmissionError
from tongket.site.submissions.services.filling import programme_of_submission

GIVEN = "given"
TAKE_A_FRESH_ONE = N_("Download the workbook of this round again, copy the numbers into it, then upload that one.")
_FIRST_ROW = 5  # of a form's rows, as ``exchange.templates.form_sheets`` lays them out
_MOST_ROWS = 20_000


@dataclass(frozen=True, slots=True)
class CellRead:
    """An answer of the workbook: its place, where it stood, the text that the box takes, and what that says."""

    place: ValuePlace
    at: str  # 'PL1!D12'
    text: str
    answer: Answer


@dataclass(frozen=True, slots=True)
class CellRefused:
    """A cell or a row of the workbook that could not be taken: where, what stood there, and why."""

    at: str
    typed: str
    why: Mistake
    form: str
    row: int  # of the form; -1 where the row is not of the form any more
    column: int  # of the sheet; -1 for a row
    name: str = ""  # row and column as printed
    places: tuple[ValuePlace, ...] = ()  # that it would answer


@dataclass(slots=True)
class WorkbookRead:
    """What a workbook holds; ``given`` is what its cells held when it was made, and the version of each."""

    name: str
    cells: list[CellRead] = field(default_factory=list)
    refused: list[CellRefused] = field(default_factory=list)
    given: dict[ValuePlace, tuple[int, str]] = field(default_factory=dict)
    empty: set[ValuePlace] = field(default_factory=set)  # asked, and nothing stands there
    missing: list[str] = field(default_factory=list)  # labels of rows that were deleted


def read_workbook(path: Path, name: str, submission: Submission) -> WorkbookRead:
    """What the workbook at ``path`` answers. A cell that cannot be used is refused by itself.

    Raises:
        ReadError: it is damaged, or no spreadsheet.
        SubmissionError: it is no form of this round, or of another version, unit or period.
    """
    table = open_table(path)
    if marks.MARK not in table.sheets:
        raise _refusal(N_("this is not the workbook of the form: its hidden sheet is missing."), name)
    about, given = _hidden(table)
    programme = programme_of_submission(submission)
    _check_about(about, programme, submission, name)
    found = WorkbookRead(name, given=given)
    _Sheets(table, path.read_bytes(), programme, submission, found).read()
    return found


def about_of(path: Path) -> dict[str, str]:
    """What a workbook says of itself: programme, version, hash, unit, body, from, to; {} where it is no form.

    Raises:
        ReadError: it is damaged, or no spreadsheet.
    """
    table = open_table(path)
    if marks.MARK not in table.sheets:
        return {}
    return _hidden(table)[0]


def _refusal(what: str, name: str, **facts: object) -> SubmissionError:
    return SubmissionError(what, TAKE_A_FRESH_ONE, where=name, **facts)


def _hidden(table: FlatTable) -> tuple[dict[str, str], dict[ValuePlace, tuple[int, str]]]:
    """What the hidden sheet and the cover say, and what the cells were given."""
    about: dict[str, str] = {}
    given: dict[ValuePlace, tuple[int, str]] = {}
    for _, cells in islice(table_rows(table, marks.MARK), _MOST_ROWS):
        named = [cell_text(cell) for cell in cells[:4]] + [""] * 4
        if named[0] == GIVEN:
            place, version = _place(named[1]), whole(named[2])
            if place and (version or named[2] == "0"):
                given[place] = (version, str(cells[3]) if len(cells) > 3 else "")
        elif named[0] != "sheet" and named[0]:
            about[named[0]] = named[1]
    for sheet in table.sheets:
        rows = table_rows(table, sheet)
        first = next(rows, (0, ("",)))
        if cell_text(first[1][0]) == f"{marks.MARK}:cover:":
            for _, cells in rows:
                if len(cells) > 2 and cell_text(cells[0]) in ("body", "from", "to"):
                    about[cell_text(cells[0])] = _cover(cells)
            break
    return about, given


def _place(text: str) -> ValuePlace | None:
    try:
        place = place_of(text)
    except ValueError:
        return None
    return place if isinstance(place, ValuePlace) else None


def _cover(cells: Sequence[Any]) -> str:
    if cell_text(cells[0]) == "body":
        return cell_text(cells[2])
    try:
        return read_day(cells[2]) if cell_text(cells[2]) else ""
    except CellMistake:
        return cell_text(cells[2])


def _check_about(about: Mapping[str, str], programme: Programme, submission: Submission, name: str) -> None:
    round_ = submission.round
    if about.get("programme") != programme.code:
        raise _refusal(
            N_("it is the workbook of the programme “{other}”; this round asks “{own}”."),
            name,
            other=about.get("programme", ""),
            own=programme.code,
        )
    if about.get("hash") != programme.hash:
        other, own = about.get("version", ""), str(programme.version)
        same = N_("it was made before the form was changed, though both call themselves version {own}.")
        differs = N_("it is of version {other} of the form, and this round asks version {own}.")
        raise _refusal(same if other == own else differs, name, other=other, own=own)
    if about.get("unit") and about["unit"] != submission.body.unit:
        unit = registry().unit(about["unit"])
        raise _refusal(
            N_("it is the workbook of {other}, and the form is that of {own}."),
            name,
            other=unit.full_name if unit else about["unit"],
            own=submission.body.name,
        )
    end = about.get("to", "")
    if end and end != round_.period_end.isoformat():
        raise _refusal(
            N_("its cover says that the period ends on {other}; this round asks about the period to {own}."),
            name,
            other=shown_day(end),
            own=short_day(round_.period_end),
        )


class _Sheets:
    """The sheets of one workbook, read against the form."""

    def __init__(
        self, table: FlatTable, data: bytes, programme: Programme, submission: Submission, found: WorkbookRead
    ) -> None:
        self.table, self.found = table, found
        level = submission.body.level
        rest = other_form(programme)
        self.forms = {form.code: form for form in (*programme.forms, *filter(None, [rest]))}
        self.sheets = {sheet.code: sheet for sheet in sheets_of(programme, level)}
        self.cells = cells_of(programme, level)
        self.wrong = wrong_cells(data, file=table.file)
        self.book = open_workbook(data, file=table.file)
        self.taken: dict[ValuePlace, CellRead] = {}

    def read(self) -> None:
        seen = set()
        for name in self.table.sheets:
            rows = list(islice(table_rows(self.table, name), _MOST_ROWS))
            mark = cell_text(rows[0][1][0]) if rows else ""
            start = f"{marks.MARK}:form:"
            if mark.startswith(start) and mark.removeprefix(start) in self.forms:
                code = mark.removeprefix(start)
                seen.add(code)
                _Form(self, name, self.forms[code], self.sheets[code], rows).read()
        lost = [one for code, one in self.forms.items() if code not in seen]
        if lost:
            raise _refusal(
                N_("the sheet “{title}” is missing, or its hidden first row was deleted."),
                self.found.name,
                title=lost[0].title,
            )
        self.found.cells = list(self.taken.values())
        self.found.empty -= set(self.taken)


class _Form:
    """One sheet, read against its form."""

    def __init__(
        self, whole: _Sheets, name: str, form: Form, sheet: Sheet, rows: Sequence[tuple[int, Sequence[Any]]]
    ) -> None:
        self.whole, self.name, self.form, self.sheet = whole, name, form, sheet
        self.codes = [cell_text(cell) for cell in rows[0][1]]
        self.rows = rows[1:]
        self.wrong = whole.wrong.get(name, {})
        merged = whole.book.get_sheet_by_name(name).merged_cell_ranges or ()
        self.merged = [(first, last) for first, last in merged if last[0] >= _FIRST_ROW]
        self.columns = {column_mark(column): column for column in form.columns if column.role == "value"}

    def read(self) -> None:
        ahead: dict[str, list[int]] = {}
        for at, row in enumerate(self.form.rows):
            ahead.setdefault(row_mark(row), []).append(at)
        asked = {mark: list(places) for mark, places in ahead.items()}
        for number, cells in self.rows:
            mark = cell_text(cells[0])
            if ahead.get(mark):
                self._row(number, cells, ahead[mark].pop(0))
            elif number > _FIRST_ROW and any(cell_text(cell) for cell in cells[1:]):
                self._strange_row(number, cells, mark, known=mark in asked)
        left = sorted(at for places in ahead.values() for at in places)
        self.whole.found.missing += [self.form.rows[at].label for at in left if any(self.sheet.rows[at].cells)]

    def _strange_row(self, number: int, cells: Sequence[Any], mark: str, *, known: bool) -> None:
        """A row whose hidden code is not of the form: changed, copied, or added below."""
        if known:
            why = mistake(N_("the row stands here twice."), N_("Keep one of the two."))
        else:
            why = mistake(
                N_("the hidden code of the row was changed to “{mark}”, so nobody knows what it answers."),
                TAKE_A_FRESH_ONE,
                mark=mark[:60],
            )
        typed = " | ".join(text for cell in cells[1:] if (text := cell_text(cell)))
        here = number - 1 - _FIRST_ROW
        row = here if not known and 0 <= here < len(self.form.rows) else -1
        self.whole.found.refused.append(CellRefused(f"{self.name}!{number}", typed[:200], why, self.form.code, row, -1))

    def _row(self, number: int, cells: Sequence[Any], at: int) -> None:
        values = [column for column in self.form.columns if column.role == "value"]
        for place, column in enumerate(self.form.columns, 1):
            if column.role != "value":
                continue
            group = self.sheet.rows[at].cells[values.index(column)]
            cell = cells[place] if place < len(cells) else None
            self._cell(number, place, at, group, cell, column_mark(column))

    def _cell(self, number: int, place: int, at: int, group: tuple[SheetCell, ...], cell: object, mark: str) -> None:
        if not group or any(one.closed for one in group):
            return
        why = self._unsound(number, place, cell, mark)
        where = f"{self.name}!{xl_rowcol_to_cell(number - 1, place)}"
        if why is None and not cell_text(cell):
            self.whole.found.empty |= {one.place for one in group}
            return
        if why is None:
            try:
                answers = _answers(cell, group)
            except CellMistake as error:
                why = mistake(error.what, error.mend, **dict(error.facts))
            else:
                for one, answer in zip(group, answers, strict=True):
                    self._take(one, answer, where, (number, place, at))
                return
        typed = self.wrong.get((number - 1, place)) or shown_cell(cell)
        self._refuse(group, where, typed, why, (at, place))

    def _refuse(self, group: tuple[SheetCell, ...], where: str, typed: str, why: Mistake, at: tuple[int, int]) -> None:
        """Note a cell that cannot be taken; ``at``: its row of the form, and its column of the sheet."""
        row, column = at
        label, places = self.form.rows[row].label, tuple(one.place for one in group)
        name = f"{label}, {self.form.columns[column - 1].title}" if len(self.columns) > 1 else label
        self.whole.found.refused.append(CellRefused(where, typed[:400], why, self.form.code, row, column, name, places))

    def _unsound(self, number: int, place: int, cell: object, mark: str) -> Mistake | None:
        """Why the cell says nothing whatever stands in it."""
        at = (number - 1, place)
        if self.wrong.get(at) == "":
            return mistake(
                N_("the formula in this cell has no result: the program that saved the file did not compute it."),
                N_("Open the file in Excel, save it there and upload that one, or type the number itself."),
            )
        if at in self.wrong:
            return mistake(
                N_("the formula in this cell ends in the error {error}."),
                N_("Mend the formula, or type the number itself."),
                error=self.wrong[at],
            )
        for first, last in self.merged:
            if first[0] <= at[0] <= last[0] and first[1] <= at[1] <= last[1]:
                return mistake(
                    N_("the cells {first}:{last} were merged, so nobody knows whose answer stands there."),
                    N_("Unmerge them, and write each number into its own cell."),
                    first=xl_rowcol_to_cell(*first),
                    last=xl_rowcol_to_cell(*last),
                )
        if cell_text(cell) and (self.codes[place] if place < len(self.codes) else "") != mark:
            return mistake(
                N_("the hidden code above the column was changed, so nobody knows what its cells answer."),
                TAKE_A_FRESH_ONE,
            )
        return None

    def _take(self, one: SheetCell, answer: Answer, where: str, at: tuple[int, int, int]) -> None:
        """Keep an answer; a figure that stands in several tables must be the same in each."""
        if answer.status == "missing":
            self.whole.found.empty.add(one.place)
            return
        text = _text(answer, self.whole.cells[one.place])
        known = self.whole.taken.get(one.place)
        if known and known.text != text:
            why = mistake(
                N_("the same figure stands as {other} in {place}."),
                N_("Write the right one into both cells."),
                other=known.text,
                place=known.at,
            )
            self._refuse((one,), where, text, why, (at[2], at[1]))
            return
        self.whole.taken.setdefault(one.place, CellRead(one.place, where, text, answer))


def shown_cell(cell: object) -> str:
    """What stands in a cell, as whoever filled it in sees it: '4,5', '05/10/2026', 'TRUE'."""
    if isinstance(cell, bool):
        return str(cell).upper()
    if isinstance(cell, float):
        return cell_text(cell).replace(".", ",")
    return shown_day(cell) if isinstance(cell, date) else cell_text(cell)


def _answers(cell: object, group: tuple[SheetCell, ...]) -> Sequence[Answer]:
    if len(group) == 1:
        return (read_answer(cell, group[0].indicator, group[0].heading),)
    return read_pair(cell, tuple(one.indicator for one in group), group[0].heading)


def _text(answer: Answer, cell: SheetCell) -> str:
    """The answer as the box takes it."""
    held = Value(
        amount=answer.amount,
        amount_high=answer.amount_high,
        scale=cell.indicator.scale,
        qualifier=answer.qualifier,
        status=answer.status,
        text=answer.text,
    )
    return shown_answer(held, cell)
