"""Percentages of classes in lines that a table left behind (bảng tỷ lệ thành dòng chữ): 'Tốt 76,5% 81,4% 77,0%' above
'Đạt 23,5% 18,6% 33,0%', each column of which makes a hundred.

A case of ``sum-mismatch``, whose page stands with the arithmetic.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from tongket.checking.evidence.numbers import shown
from tongket.checking.evidence.recognition import is_dirty
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report
from tongket.vietnamese.numbers import parse_number

_RATE = r"\d{1,3}(?:[.,]\d{1,2})? ?%"
_LINE = re.compile(rf"^[ \t]*[^\d%\n]{{2,60}}?(?:[ \t]+{_RATE})+[ \t]*$", re.MULTILINE)
_CELL = re.compile(_RATE)
_FEWEST_COLUMNS, _FEWEST_LINES = 3, 2
_HUNDRED = Decimal(100)
_ROOM = Decimal("0.1")  # of each line: half a digit, or one that was cut off
_RIGHT_TO_WRONG = 2

_Line = Sequence[re.Match[str]]


def check_rates_in_lines(report: Report) -> Iterator[Finding]:
    """Yield ``sum-mismatch`` where one column of such lines makes another sum, and most make a hundred.

    Not flagged: less than a hundred where a line of the classes has blanks; scans with dirt.
    """
    for lines in () if is_dirty(report) else _blocks(report.text):
        width = max(map(len, lines))
        whole = [line for line in lines if len(line) == width]
        if width < _FEWEST_COLUMNS or len(whole) < _FEWEST_LINES:
            continue
        columns = list(zip(*whole, strict=True))
        room = _ROOM * len(lines)
        off = [sum(map(_value, cells), -_HUNDRED) for cells in columns]
        wrong = [at for at, by in enumerate(off) if by > room or (by < -room and len(whole) == len(lines))]
        right = sum(abs(by) <= room for by in off)
        if not wrong or right < _RIGHT_TO_WRONG * len(wrong):
            continue
        for at in wrong:
            *others, last = columns[at]
            facts = {"parts": " + ".join(cell[0] for cell in columns[at]), "total": "100%"}
            facts["sum"] = f"{shown(off[at] + _HUNDRED)}%"
            related = tuple(Span(*cell.span()) for cell in others)
            yield Finding("sum-mismatch", "error", Span(*last.span()), "", facts, related)


def _blocks(text: str) -> Iterator[list[_Line]]:
    """Lines of percentages that stand one below the other."""
    block: list[_Line] = []
    end = -1
    for found in _LINE.finditer(text):
        if block and text[end : found.start()].strip(" \t\n"):
            yield block
            block = []
        block.append(list(_CELL.finditer(text, found.start(), found.end())))
        end = found.end()
    if block:
        yield block


def _value(cell: re.Match[str]) -> Decimal:
    return parse_number(cell[0].rstrip(" %").replace(".", ",")) or Decimal(0)


CHECKS = (check_rates_in_lines,)
