"""Lines that tell of each thing what there is, what there was and the change (dòng số liệu 'kỳ này / kỳ trước / tăng,
giảm'): '3. Đơn thư tiếp nhận: 29 / 34 / -5'.

A case of ``change-mismatch``, whose page stands with the changes. Columns whose heads tell of a change are held column
by column with the tables; here are lines without such a head.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from tongket.checking.evidence.numbers import shown
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report
from tongket.vietnamese.numbers import parse_number

_NUMBER = r"(?:\d{1,3}(?:\.\d{3})+|\d+)(?:,\d+)?"
_PARTED = r"[ \t]{0,20}(?:[/|;]|\t|[ ]{2})[ \t]{0,20}"
_ROW = re.compile(
    r"^[^\S\n]{0,20}(?:\d{1,2}[.)]|[-+*•])?[^\S\n]{0,20}"
    r"(?P<label>[^\W\d_][^\n|;]{2,110}?)(?::|[ ]{2}|\t)[ \t]{0,40}"
    rf"(?P<now>{_NUMBER})(?P<unit>\s?%| [^\W\d_]{{1,9}})?{_PARTED}(?P<before>{_NUMBER})(?:(?P=unit))?"
    rf"{_PARTED}(?P<change>(?P<sign>[-+–])?\s?{_NUMBER})(?:(?P=unit))?[^\S\n]{{0,9}}[.;]?[^\S\n]{{0,9}}$",
    re.MULTILINE,
)
_FEWEST = 4  # rows that stand together, all but one or two of which are right
_BETWEEN = 200  # letters of other lines between two rows
_MOST_WRONG = 0.25


@dataclass(frozen=True, slots=True)
class _Row:
    """The two numbers of a row and the change between them; ``signed``: whether it is printed with its way."""

    now: Decimal
    before: Decimal
    change: Decimal
    signed: bool
    place: Span


def check_lines_of_changes(report: Report) -> Iterator[Finding]:
    """Yield ``change-mismatch`` where the third number of a line is not the difference of the two before it, as it is
    in the lines around it.

    Not flagged: fewer than four such lines; lines of which a quarter or more do not make it, whose third number may be
    another thing.
    """
    for run in _runs(report):
        for made in (_rise, _fall):
            wrong = [row for row in run if not _is(row, made(row))]
            if len(run) >= _FEWEST and len(wrong) <= max(1, _MOST_WRONG * len(run)):
                yield from (_finding(row, made) for row in wrong)
                break


def _rise(row: _Row) -> Decimal:
    return row.now - row.before


def _fall(row: _Row) -> Decimal:
    return row.before - row.now


def _is(row: _Row, made: Decimal) -> bool:
    return row.change == made if row.signed else abs(row.change) == abs(made)


def _runs(report: Report) -> Iterator[Sequence[_Row]]:
    """The rows that stand together."""
    run: list[_Row] = []
    last = 0
    for found in _ROW.finditer(report.text):
        if run and found.start() - last > _BETWEEN:
            yield run
            run = []
        if (row := _row(found)) is not None:
            run.append(row)
        last = found.end()
    yield run


def _row(found: re.Match[str]) -> _Row | None:
    printed = found["change"].replace("–", "-").replace(" ", "").lstrip("+")
    change = parse_number(printed.lstrip("-"))
    now, before = parse_number(found["now"]), parse_number(found["before"])
    if now is None or before is None or change is None:
        return None
    change = -change if printed.startswith("-") else change
    return _Row(now, before, change, found["sign"] is not None, Span(*found.span("change")))


def _finding(row: _Row, made: Callable[[_Row], Decimal]) -> Finding:
    now, before = (row.now, row.before) if made is _rise else (row.before, row.now)
    facts = {
        "now": shown(now),
        "before": shown(before),
        "true": shown(abs(made(row))),
        "change": shown(abs(row.change)),
    }
    if abs(made(row)) == abs(row.change):
        ways = {True: "tăng", False: "giảm"}
        facts |= {"true_way": ways[made(row) >= 0], "way": ways[row.change >= 0]}
        return Finding("change-mismatch", "error", row.place, "direction", facts)
    return Finding("change-mismatch", "error", row.place, "", facts)


CHECKS = (check_lines_of_changes,)
