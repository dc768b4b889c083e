"""One number divided in several ways on the lines below it (phân tích theo mức độ, theo tuyến, theo nguyên nhân).

A case of ``sum-mismatch``, whose page stands with the arithmetic: 'Phân tích 42 vụ: - Theo địa bàn: nông thôn 25 vụ, đô
thị 17 vụ. - Theo thời gian: ban ngày 19 vụ, ban đêm 22 vụ'. That one line makes the number tells that each is to.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from tongket.checking.evidence.mismatches import sum_mismatch
from tongket.checking.evidence.near_numbers import amount, behind, prose_of
from tongket.checking.evidence.told import is_plain
from tongket.model.figures import Figure
from tongket.model.findings import Finding
from tongket.model.reports import Report

_OPENS = re.compile(r"[^.\d\n]{0,60}(?::|\.|như sau)\s*\n")
_LINE = re.compile(
    r"[ \t]*(?:[-+•*–]|[a-zđ]\)|\d{1,2}[.)])?[ \t]*(?P<label>[^\d:\n]{4,60}):(?P<said>[^\n]{10,400})(?:\n|$)"
)
_OF_SOME = re.compile(
    r"(?<!\w)(?:trong (?:số )?đó|chủ yếu|nhiều nhất|tập trung|nhất là|điển hình|riêng|so với)(?!\w)", re.IGNORECASE
)
_MOST, _FAR = 60, 2500  # numbers and letters below a number
_LINES = 8
_FEWEST = 2  # parts of a line
_NEAR = 8  # what is off by more than that part of a number divides something else


def check_divided_many_ways(report: Report) -> Iterator[Finding]:
    """Yield ``sum-mismatch`` where one of the lines that divide a number misses it by little, and another makes it.

    Not flagged: lines that pick out some; lines of another noun; numbers that no line makes.
    """
    text = report.text
    for whole in prose_of(report):
        opened = _OPENS.match(text, whole.end) if is_plain(whole) and whole.unit and amount(whole) > 1 else None
        if opened is None or _OF_SOME.search(opened[0]):
            continue
        lines = list(_lines(report, whole, opened.end()))
        sums = [sum(map(amount, parts), Decimal(0)) for parts in lines]
        if amount(whole) not in sums:
            continue
        for parts, made in zip(lines, sums, strict=True):
            if made != amount(whole) and abs(made - amount(whole)) * _NEAR <= amount(whole):
                yield sum_mismatch(whole, amount(whole), parts, made)


def _lines(report: Report, whole: Figure, at: int) -> Iterator[Sequence[Figure]]:
    """The numbers of each line below that count what the number counts, one for each part."""
    near = [one for one in behind(report, whole, _MOST, _FAR) if one.unit != "%"]
    for _ in range(_LINES):
        line = _LINE.match(report.text, at)
        if line is None:
            return
        at = line.end()
        parts = [one for one in near if line.start("said") <= one.start < line.end("said")]
        alike = all(one.unit.split()[:1] == whole.unit.split()[:1] and is_plain(one) for one in parts)
        if len(parts) >= _FEWEST and alike and not _OF_SOME.search(line[0]):
            yield parts


CHECKS = (check_divided_many_ways,)
