"""The workbook (so-lieu.xlsx): totals, every value with its source, coverage, findings, and what was not used.

The column 'Xác nhận' and the value columns of two sheets are taken back by :mod:`tongket.writing.confirmed`; hidden
columns name each row.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from io import BytesIO
from pathlib import Path

import xlsxwriter

from tongket.checking.catalogue import mend, message, title
from tongket.messages import N_, say
from tongket.model.consolidations import Consolidation, DoubtfulMatch, ReportRead
from tongket.model.findings import Finding
from tongket.model.observations import Observation, Rollup
from tongket.model.places import ObservationKey, Span
from tongket.model.quantities import Pair, Quantity, Range, Share
from tongket.vietnamese.dates import printed_day
from tongket.writing.context import place_words
from tongket.writing.findings_html import SEVERITY_WORDS
from tongket.writing.gather import gather, sayings
from tongket.writing.masking import mask_quote
from tongket.writing.naming import short_body, with_written_names
from tongket.writing.workbook_columns import (
    COVERAGE_COLUMNS,
    FINDING_COLUMNS,
    ROLLUP_COLUMNS,
    UNUSED_COLUMNS,
    VALUE_COLUMNS,
    WORD_COLUMNS,
)
from tongket.writing.workbook_sheets import Amount, Cell, looks_of, write_sheet

ROLLUPS, VALUES, COVERAGE = N_("Totals"), N_("Values by unit"), N_("Coverage")
FINDINGS, UNUSED, WORDS = N_("Findings"), N_("Not used"), N_("Statements")
_PASSAGE = 600  # characters of a quoted sentence
_STATUS = {
    "reported": N_("reported"),
    "none-occurred": N_("none occurred"),
    "not-applicable": N_("not applicable"),
    "pending": N_("pending"),
    "estimated": N_("estimated"),
    "missing": N_("missing"),
}
_EXTENT = {"own": N_("own work"), "area": N_("whole area")}
_MARKS = {
    "partial": N_("not all bodies have reported"),
    "approximate": N_("has approximate parts"),
    "estimated": N_("has estimated parts"),
    "refused": N_("not added up"),
    "conflict": N_("values conflict"),
}
_KINDS = {
    "strengths": N_("Strengths"),
    "limitations": N_("Limitations"),
    "causes": N_("Causes"),
    "lessons": N_("Lessons"),
    "tasks": N_("Tasks and solutions"),
    "recommendations": N_("Recommendations"),
    "advantages": N_("Advantages"),
    "difficulties": N_("Difficulties"),
    "forecast": N_("Forecast"),
}


def write_workbook(consolidation: Consolidation, path: Path) -> None:
    """Write the workbook to ``path``."""
    path.write_bytes(workbook_bytes(consolidation))


def workbook_bytes(consolidation: Consolidation) -> bytes:
    """The workbook in the language in use; the same consolidation gives the same bytes."""
    consolidation = with_written_names(consolidation)
    buffer = BytesIO()
    book = xlsxwriter.Workbook(
        buffer,
        {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False},
    )
    book.set_properties(
        {"title": consolidation.programme.title, "author": "Tổng kết", "created": _created(consolidation)}
    )
    looks = looks_of(book)
    reads = {read.file: read for read in consolidation.reports}
    write_sheet(book, looks, ROLLUPS, ROLLUP_COLUMNS, _rollup_rows(consolidation))
    write_sheet(book, looks, VALUES, VALUE_COLUMNS, _value_rows(consolidation, reads), confirm=12)
    write_sheet(book, looks, COVERAGE, COVERAGE_COLUMNS, _coverage_rows(consolidation))
    write_sheet(book, looks, FINDINGS, FINDING_COLUMNS, _finding_rows(consolidation))
    write_sheet(book, looks, UNUSED, UNUSED_COLUMNS, _unused_rows(consolidation, reads), confirm=12)
    write_sheet(book, looks, WORDS, WORD_COLUMNS, _word_rows(consolidation))
    book.close()
    return buffer.getvalue()


def _created(consolidation: Consolidation) -> datetime.datetime:
    """A fixed moment: the report's date, so that the same input gives the same file."""
    parts = [int(part) for part in consolidation.date.split("-") if part]
    year, month, day = [*parts, *(2000, 1, 1)[len(parts) :]]
    return datetime.datetime(year, month, day, tzinfo=datetime.UTC).replace(tzinfo=None)


def unit_name(consolidation: Consolidation, identifier: str) -> str:
    """'Xã Lũng Ẳng'; the id itself where the unit is not known."""
    unit = consolidation.unit_named(identifier)
    name = unit.full_name if unit else identifier
    return name[:1].upper() + name[1:]


def cell_name(consolidation: Consolidation, indicator: str, cell: str) -> str:
    """A breakdown in words: 'dtn' -> 'Đoàn Thanh niên'."""
    found = consolidation.programme.indicator(indicator)
    wanted = set(found.dimensions) if found else set()
    names = {
        value.code: value.name
        for dimension in consolidation.programme.dimensions
        if not wanted or dimension.code in wanted
        for value in dimension.values
    }
    return ", ".join(names.get(part, part) for part in cell.split(",")) if cell else ""


def indicator_name(consolidation: Consolidation, code: str) -> str:
    """The indicator's name, or its code where the programme does not have it."""
    found = consolidation.programme.indicator(code)
    return found.name if found else code


def _rollup_rows(consolidation: Consolidation) -> Iterator[Sequence[Cell]]:
    """Totals first, then the units, each in the order of the programme."""
    order = {one.code: place for place, one in enumerate(consolidation.programme.indicators)}
    units = {
        unit: place for place, unit in enumerate([consolidation.unit.id, *(one.id for one in consolidation.units)])
    }

    def place(one: Rollup) -> tuple[int, int, str]:
        return units.get(one.unit, len(units)), order.get(one.indicator, len(order)), one.cell

    for one in sorted(consolidation.rollups, key=place):
        yield (
            unit_name(consolidation, one.unit),
            one.indicator,
            indicator_name(consolidation, one.indicator),
            cell_name(consolidation, one.indicator, one.cell),
            one.qualifier,
            None if one.amount is None else Amount(one.amount, one.scale),
            _high(one.amount, one.amount_high, one.scale),
            one.unit_word,
            one.reported,
            one.expected or None,
            say(_EXTENT[one.extent]),
            "; ".join(
                [say(one.refusal, **dict(one.facts))] * bool(one.refusal)
                + [say(_MARKS[mark]) for mark in one.marks if mark in _MARKS]
            ),
        )


def _high(low: int | None, high: int | None, scale: int) -> Amount | None:
    return None if high is None or high == low else Amount(high, scale)


def observation_key(observation: Observation) -> str:
    """The hidden name of a row: what is answered, then the source and place that it was read from."""
    key = observation.key
    parts = [key.indicator, key.cell, key.unit, key.extent, key.period, key.body]
    return "|".join([*parts, observation.source_sha256, str(observation.start)])


def doubtful_key(doubtful: DoubtfulMatch) -> str:
    """The hidden name of a row of what was not used."""
    match = doubtful.match
    parts = [doubtful.file, match.indicator, match.cell, doubtful.unit, str(match.start), str(match.end)]
    return "|".join(parts)


def written_mark(qualifier: str, low: int | None, high: int | None) -> str:
    """What was written into the editable cells, to tell later whether a person changed them."""
    return "|".join([qualifier, "" if low is None else str(low), "" if high is None or high == low else str(high)])


def _value_rows(consolidation: Consolidation, reads: dict[str, ReportRead]) -> Iterator[Sequence[Cell]]:
    for one in consolidation.observations:
        read = reads.get(one.source)
        yield (
            observation_key(one),
            one.scale,
            written_mark(one.qualifier, one.amount, one.amount_high),
            unit_name(consolidation, one.unit),
            short_body(read.body if read else one.body),
            one.indicator,
            indicator_name(consolidation, one.indicator),
            cell_name(consolidation, one.indicator, one.cell),
            one.qualifier,
            None if one.amount is None else Amount(one.amount, one.scale),
            _high(one.amount, one.amount_high, one.scale),
            one.unit_word,
            one.confirmed,
            one.confidence,
            say(_STATUS[one.status]),
            say(_EXTENT[one.extent]),
            _period(one.period),
            one.source,
            f"{one.start}-{one.end}",
            mask_quote(one.passage, read)[:_PASSAGE],
        )


def _period(period: str) -> str:
    start, _, end = period.partition("/")
    return " - ".join(printed_day(part) for part in (start, end) if part)


def _unused_rows(consolidation: Consolidation, reads: dict[str, ReportRead]) -> Iterator[Sequence[Cell]]:
    for one in consolidation.doubtful:
        match = one.match
        found = consolidation.programme.indicator(match.indicator)
        scale = found.scale if found else 0
        low, high = _ends(match.value, scale)
        yield (
            doubtful_key(one),
            scale,
            written_mark(match.qualifier, low, high),
            unit_name(consolidation, one.unit),
            short_body(one.body),
            match.indicator,
            indicator_name(consolidation, match.indicator),
            cell_name(consolidation, match.indicator, match.cell),
            match.qualifier,
            None if low is None else Amount(low, scale),
            _high(low, high, scale),
            found.unit_word if found else "",
            "",
            match.confidence,
            say(match.reason),
            one.file,
            f"{match.start}-{match.end}",
            mask_quote(match.passage, reads.get(one.file))[:_PASSAGE],
        )


def _ends(value: Quantity | None, scale: int) -> tuple[int | None, int | None]:
    """Low and high end at ``scale``; of a share its part, of a pair its first."""
    if value is None:
        return None, None
    if isinstance(value, Range):
        return int(value.low.scaleb(scale)), int(value.high.scaleb(scale))
    number = value.part if isinstance(value, Share) else value.first if isinstance(value, Pair) else value
    return int(number.scaleb(scale)), None


def _coverage_rows(consolidation: Consolidation) -> Iterator[Sequence[Cell]]:
    for line in consolidation.coverage:
        state = N_("Reported") if line.file else N_("Not reported")
        yield (
            unit_name(consolidation, line.unit),
            line.body,
            say(state if line.asked else N_("Not on the list")),
            printed_day(line.due),
            printed_day(line.date),
            line.answered if line.file else None,
            line.indicators or None,
            line.file,
        )
    for left in consolidation.left_out:
        yield ("", left.reason.removeprefix(f"{left.file}: "), say(N_("Left out")), "", "", None, None, left.file)


def _finding_rows(consolidation: Consolidation) -> Iterator[Sequence[Cell]]:
    for read in consolidation.reports:
        for finding in read.findings:
            quote = ""
            if isinstance(finding.place, Span):
                quote = mask_quote(read.report.text[finding.place.start : finding.place.end], read)
            yield _finding_row(consolidation, finding, short_body(read.body), read.file, quote)
    for finding in consolidation.findings:
        body = unit_name(consolidation, finding.place.unit) if isinstance(finding.place, ObservationKey) else ""
        yield _finding_row(consolidation, finding, body, "", "")


def _finding_row(consolidation: Consolidation, finding: Finding, body: str, file: str, quote: str) -> Sequence[Cell]:
    read = next((one for one in consolidation.reports if one.file == file), None)
    return (
        say(SEVERITY_WORDS[finding.severity]),
        title(finding.kind),
        body,
        file,
        place_words(finding.place, read),
        message(finding),
        mend(finding),
        " ".join(quote.split())[:_PASSAGE],
    )


def _kinds_of_words(consolidation: Consolidation) -> dict[str, str]:
    """The evaluation parts by name; then sections of the outline that are gathered under their own code."""
    own = {
        kind: item.title
        for item in consolidation.programme.outline
        for kind in item.passages
        if kind == item.code and kind not in _KINDS
    }
    return {**{kind: say(name) for kind, name in _KINDS.items()}, **own}


def _word_rows(consolidation: Consolidation) -> Iterator[Sequence[Cell]]:
    for kind, name in _kinds_of_words(consolidation).items():
        for group in gather(sayings(consolidation.reports, [kind])):
            for saying in group.sayings:
                yield (
                    name,
                    len(group.bodies),
                    group.text,
                    short_body(saying.report.body),
                    saying.text,
                    saying.report.file,
                    f"{saying.start}-{saying.end}",
                )
