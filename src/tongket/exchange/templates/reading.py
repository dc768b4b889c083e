"""A filled-in template read back: entries, observations, and every row that cannot be used, with its cell and mend."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import Any

from xlsxwriter.utility import xl_rowcol_to_cell

from tongket.errors import ReadError
from tongket.exchange.facts_table import FlatTable, open_table, table_rows
from tongket.exchange.templates import book as marks
from tongket.exchange.templates.cells import CellMistake, EntryMistake, cell_text, read_day
from tongket.exchange.templates.entry_reading import Keeper, read_entry
from tongket.exchange.templates.form_sheets import Target, closed_because, extent_of, target_of
from tongket.exchange.templates.score_reading import read_scores
from tongket.exchange.templates.values import Answer, read_answer, read_pair
from tongket.messages import N_
from tongket.model.entries import Entry
from tongket.model.observations import Observation
from tongket.model.programmes import Indicator, Programme
from tongket.model.registers import Register
from tongket.registry.bodies import body_kind
from tongket.registry.units import Registry

_MOST_ROWS = 20_000  # of one sheet
Row = tuple[int, Sequence[Any]]  # number as the spreadsheet shows it, cells


@dataclass(frozen=True, slots=True)
class RefusedRow:
    """A row of a register, a cell of a form, or a score sheet that cannot be used: its place, its cells, and why."""

    sheet: str
    row: int
    cells: tuple[str, ...]
    errors: tuple[ReadError, ...]


@dataclass(frozen=True, slots=True)
class TemplateRead:
    """What a filled-in template holds; ``keeper`` is whose it is."""

    file: str
    keeper: Keeper
    entries: tuple[Entry, ...] = ()
    observations: tuple[Observation, ...] = ()
    refused: tuple[RefusedRow, ...] = ()


@dataclass(slots=True)
class _Reading:
    """What has been read so far."""

    table: FlatTable
    programme: Programme
    registry: Registry
    keeper: Keeper
    entries: list[Entry] = field(default_factory=list)
    observations: list[Observation] = field(default_factory=list)
    refused: list[RefusedRow] = field(default_factory=list)

    def rows(self, sheet: str) -> list[Row]:
        """The rows of a sheet that are not blank."""
        return list(islice(table_rows(self.table, sheet), _MOST_ROWS))

    def refuse(self, sheet: str, row: Row, errors: Sequence[ReadError]) -> None:
        """Set a row aside."""
        number, cells = row
        self.refused.append(RefusedRow(sheet, number, tuple(map(cell_text, cells)), tuple(errors)))


def is_template(path: Path) -> bool:
    """Whether ``path`` is a workbook that ``tongket facts template`` made.

    Raises:
        ReadError: it cannot be opened.
    """
    return marks.MARK in open_table(path).sheets


def read_template(path: Path, programme: Programme, registry: Registry) -> TemplateRead:
    """What the template at ``path`` holds for ``programme``. A row that cannot be used is refused by itself.

    Raises:
        ReadError: the file is no template, is one of another programme or version, or its cover does not say whose it
            is and of which period.
    """
    table = open_table(path)
    about, sheets = _hidden(table, programme)
    keeper = _keeper(table, about, sheets, registry)
    reading = _Reading(table, programme, registry, keeper)
    for name, kind, code in sheets:
        match kind:
            case "register":
                _read_register(reading, name, code)
            case "scores":
                _read_score_sheet(reading, name, code)
            case "form":
                _read_form(reading, name)
    return TemplateRead(table.file, keeper, tuple(reading.entries), tuple(reading.observations), tuple(reading.refused))


def _hidden(table: FlatTable, programme: Programme) -> tuple[dict[str, str], list[tuple[str, str, str]]]:
    """What the hidden sheet says, and which sheet is what."""
    if marks.MARK not in table.sheets:
        raise ReadError(
            N_("the workbook is not a template made by this program."),
            N_("Make one with 'tongket facts template', and keep its hidden sheets."),
            where=table.file,
        )
    about: dict[str, str] = {}
    sheets: list[tuple[str, str, str]] = []
    for _, cells in islice(table_rows(table, marks.MARK), _MOST_ROWS):
        named = [cell_text(cell) for cell in cells[:4]] + [""] * 4
        if named[0] == "sheet" and named[1] in table.sheets:
            sheets.append((named[1], named[2], named[3]))
        elif named[0]:
            about[named[0]] = named[1]
    if about.get("programme") != programme.code or about.get("version") != str(programme.version):
        raise ReadError(
            N_("the template was made for the programme {code}, version {version}; this is {own}, version {now}."),
            N_("Name that programme with --programme, or fill in a template of this version."),
            where=table.file,
            code=about.get("programme", ""),
            version=about.get("version", ""),
            own=programme.code,
            now=programme.version,
        )
    return about, sheets


def _keeper(
    table: FlatTable, about: Mapping[str, str], sheets: Sequence[tuple[str, str, str]], registry: Registry
) -> Keeper:
    """Whose template it is, and of which period: what its cover says."""
    name = next((name for name, kind, _ in sheets if kind == "cover"), "")
    said: dict[str, tuple[str, Any]] = {}
    for number, cells in table_rows(table, name) if name else ():
        if len(cells) > 2 and cell_text(cells[0]):
            said[cell_text(cells[0])] = (f"{table.file}, {name}!C{number}", cells[2])
    end = _cover_day(said, "to", table, name)
    start = _cover_day(said, "from", table, name, needed=False)
    if start and start > end:
        raise ReadError(
            N_("the period ends ({end}) before it begins ({start})."),
            N_("Correct one of the two days."),
            where=said["to"][0],
            start=start,
            end=end,
        )
    body = cell_text(said.get("body", ("", ""))[1])
    if not body:
        raise ReadError(
            N_("the cover does not say which body reports."),
            N_("Write its full name, such as 'Ủy ban nhân dân xã Lũng Ẳng'."),
            where=said.get("body", (f"{table.file}, {name}", ""))[0],
        )
    unit = about.get("unit") or _unit(said, registry, end, f"{table.file}, {name}")
    kind = body_kind(body)
    return Keeper(unit, body, kind.code if kind else "", start, end, "form", table.file, table.sha256)


def _cover_day(
    said: Mapping[str, tuple[str, Any]], mark: str, table: FlatTable, name: str, *, needed: bool = True
) -> str:
    where, cell = said.get(mark, (f"{table.file}, {name}", ""))
    if not cell_text(cell) and not needed:
        return ""
    try:
        return read_day(cell)
    except CellMistake as mistake:
        if cell_text(cell):
            raise ReadError(mistake.what, mistake.mend, where=where, **mistake.facts) from mistake
        raise ReadError(
            N_("the cover does not say to which day the period runs."),
            N_("Write day/month/year, such as 31/12/2025."),
            where=where,
        ) from mistake


def _unit(said: Mapping[str, tuple[str, Any]], registry: Registry, on: str, cover: str) -> str:
    where, cell = said.get("unit", (cover, ""))
    text = cell_text(cell)
    if registry.states(text):
        return text
    found = registry.find(text, on) if text else ()
    if len(found) == 1:
        return found[0].id
    raise ReadError(
        N_("several units are called '{name}': {units}.") if found else N_("there is no unit '{name}' on {day}."),
        N_("Write it with the unit above it ('xã Lũng Ẳng, tỉnh Mẫu Sơn'), or its id."),
        where=where,
        name=text,
        day=on,
        units="; ".join(f"{one.id} ({one.full_name})" for one in found[:8]),
    )


def _read_register(reading: _Reading, sheet: str, code: str) -> None:
    register = reading.programme.register(code)
    if register is None:
        return
    rows = reading.rows(sheet)
    codes = _codes(reading, sheet, rows)
    is_below, none_occurred, read = False, None, 0
    for row in rows:
        mark = cell_text(row[1][0])
        if mark == marks.NONE_OCCURRED and any(cell_text(cell) for cell in row[1][3:]):
            none_occurred = row
        elif mark in (marks.HEAD, marks.EXAMPLE):
            is_below = mark == marks.EXAMPLE or is_below
        elif is_below:
            read += _read_entry_row(reading, sheet, register, codes, row)
    if none_occurred and read:
        words = ReadError(
            N_("it says that nothing occurred, and {count} entries stand below."),
            N_("Clear the x, or the rows."),
            where=f"{reading.table.file}, {sheet}!D{none_occurred[0]}",
            count=read,
        )
        reading.refuse(sheet, none_occurred, [words])
    elif none_occurred:
        reading.observations += _none_occurred(reading, register, f"{sheet}!D{none_occurred[0]}")


def _codes(reading: _Reading, sheet: str, rows: Sequence[Row]) -> list[str]:
    """The code of each column, as the hidden first row has it."""
    codes = [cell_text(cell) for cell in rows[0][1]] if rows else [""]
    if not codes[0].startswith(f"{marks.MARK}:"):
        raise ReadError(
            N_("the hidden first row of the sheet is missing, so nobody knows what its columns are."),
            N_("Copy what was filled in into a fresh template, and keep its hidden row and column."),
            where=f"{reading.table.file}, {sheet}",
        )
    return codes


def _read_entry_row(reading: _Reading, sheet: str, register: Register, codes: Sequence[str], row: Row) -> int:
    """Take one row of a register; gives how many rows were filled in: one or none."""
    number, cells = row
    given = {code: cell for code, cell in zip(codes[1:], cells[1:], strict=False) if code and cell_text(cell)}
    if not set(given) - {"id"}:
        return 0
    where = f"{reading.table.file}, {sheet}"
    found = read_entry(register, reading.programme, given, reading.keeper, reading.registry, place=f"{sheet}!{number}")
    entry, mistakes = found.entry, list(found.mistakes)
    if not cell_text(given.get("id")):
        mistakes.append(
            EntryMistake(
                "id", N_("the entry has no number."), N_("Give it a number that no other entry of the sheet has.")
            )
        )
    twice = [one for one in reading.entries if entry and _same(one, entry)]
    if twice:
        mistakes.append(
            EntryMistake(
                "id",
                N_("the number '{id}' is given twice; the first stands in {first}."),
                N_("Give each entry its own number."),
                {"id": twice[0].id, "first": twice[0].place},
            )
        )
    if mistakes or entry is None:
        reading.refuse(sheet, row, [_located(one, codes, number, where) for one in mistakes])
    else:
        reading.entries.append(entry)
    return 1


def _same(one: Entry, other: Entry) -> bool:
    return (one.register, one.body, one.id) == (other.register, other.body, other.id)


def _located(mistake: EntryMistake, codes: Sequence[str], number: int, where: str) -> ReadError:
    """A mistake as an error with its sheet and cell."""
    place = xl_rowcol_to_cell(number - 1, codes.index(mistake.column)) if mistake.column in codes else str(number)
    return ReadError(mistake.what, mistake.mend, where=f"{where}!{place}", **mistake.facts)


def _none_occurred(reading: _Reading, register: Register, place: str) -> Iterator[Observation]:
    """'Nothing occurred' as an answer to everything that is counted from the register."""
    for indicator in reading.programme.indicators:
        if indicator.counted and indicator.counted.register == register.code and indicator.over_units in ("sum", "max"):
            yield _observation(reading, indicator, "", Answer(status="none-occurred"), "own", place)


def _read_score_sheet(reading: _Reading, sheet: str, code: str) -> None:
    register = reading.programme.register(code.partition(":")[0])
    if register is None:
        return
    rows = reading.rows(sheet)
    _codes(reading, sheet, rows)
    found = read_scores(rows, register, reading.programme, reading.keeper, reading.registry, sheet)
    if found is None:
        return
    where = f"{reading.table.file}, {sheet}"
    if found.mistakes or found.entry is None:
        errors = [
            ReadError(one.what, one.mend, where=f"{where}!{found.places.get(one.column, '')}", **one.facts)
            for one in found.mistakes
        ]
        reading.refuse(sheet, rows[0], errors)
    else:
        reading.entries.append(found.entry)


def _read_form(reading: _Reading, sheet: str) -> None:
    rows = reading.rows(sheet)
    codes = _codes(reading, sheet, rows)
    labels = next((at for at, code in enumerate(codes) if code == "label"), 0)
    heads: Sequence[Any] = ()
    for row in rows[1:]:
        number, cells = row
        mark = cell_text(cells[0])
        if not mark.startswith(f"{marks.ROW}|"):
            heads = cells
            continue
        for at, code in enumerate(codes):
            target = target_of(reading.programme, mark, code) if code.startswith("value|") and at < len(cells) else None
            if target is None or not cell_text(cells[at]) or closed_because(target, _level(reading)):
                continue
            place = f"{sheet}!{xl_rowcol_to_cell(number - 1, at)}"
            title = cell_text(heads[at]) if at < len(heads) else ""
            label = cell_text(cells[labels])
            passage = f"{place}: {label} | {title}: {cell_text(cells[at])}"
            try:
                reading.observations += list(_answers(reading, target, cells[at], f"{label} {title}", passage))
            except CellMistake as mistake:
                where = f"{reading.table.file}, {place}"
                reading.refuse(sheet, row, [ReadError(mistake.what, mistake.mend, where=where, **mistake.facts)])


def _level(reading: _Reading) -> str:
    return marks.Filled(
        reading.programme, reading.registry, reading.keeper.unit, period_end=reading.keeper.period_end
    ).level


def _answers(reading: _Reading, target: Target, cell: Any, heading: str, passage: str) -> Iterator[Observation]:
    answers: Sequence[Answer]
    if len(target.indicators) == 1:
        answers = (read_answer(cell, target.indicators[0], heading),)
    else:
        answers = read_pair(cell, target.indicators, heading)
    for indicator, answer in zip(target.indicators, answers, strict=True):
        if answer.status != "missing":
            extent = extent_of(target, indicator, _level(reading))
            yield _observation(reading, indicator, target.cell, answer, extent, passage)


def _observation(
    reading: _Reading, indicator: Indicator, cell: str, answer: Answer, extent: Any, passage: str
) -> Observation:
    keeper = reading.keeper
    is_stock = indicator.counted.when == "at-end" if indicator.counted else indicator.over_time == "latest"
    return Observation(
        indicator=indicator.code,
        cell=cell,
        unit=keeper.unit,
        extent=extent,
        period=f"{'' if is_stock else keeper.period_start}/{keeper.period_end}",
        body=keeper.body,
        programme=reading.programme.code,
        version=reading.programme.version,
        revision=1,
        amount=answer.amount,
        amount_high=answer.amount_high,
        scale=indicator.scale,
        unit_word=indicator.unit_word,
        qualifier=answer.qualifier,
        status=answer.status,
        origin="form",
        confidence=1.0,
        source=keeper.source,
        source_sha256=keeper.source_sha256,
        start=0,
        end=0,
        passage=passage,
        body_kind=keeper.body_kind,
        text=answer.text,
    )
