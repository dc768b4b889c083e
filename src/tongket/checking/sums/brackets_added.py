"""Measures of each told in brackets behind its name, and of all together (số liệu từng đơn vị nêu trong ngoặc): 'nhập
02 xã: Khe Lạnh (31,42 km2; 9.846 người) và Nà Pàn (27,15 km2; 8.214 người). Sau sắp xếp, xã có diện tích 58,57 km2,
dân số 18.060 người'.

A case of ``sum-mismatch``, whose page stands with the arithmetic.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from tongket.checking.evidence.mismatches import sum_mismatch
from tongket.checking.evidence.near_numbers import amount, ends_between, is_pen_slip, prose_of, those_between
from tongket.checking.evidence.numbers import is_hedged, rounding
from tongket.checking.evidence.told import is_plain
from tongket.model.figures import Figure
from tongket.model.findings import Finding
from tongket.model.reports import Report

Row = tuple[Figure, ...]

_BRACKETS = re.compile(r"\((?=[^()\n]{0,40}\d)[^()\n]{5,90}\)")
_JOINT = re.compile(r"(?:[,;]|,? và)(?: và)? [^.;:()\n]{2,60}")
_MEASURED = ("km2", "ha", "m2", "người", "hộ", "khẩu", "nhân khẩu")
_MERGED = re.compile(r"(?<!\w)(?:sắp xếp|sáp nhập|hợp nhất|nhập|thành lập|chia tách)(?!\w)")
_FEWEST, _MOST = 2, 12  # brackets
_FAR, _ENDS = 320, 2  # letters to what all have together, and sentences that end before it
_CLOSE = 4  # what misses its whole by more than that part of it is no slip
_OTHER = re.compile(
    r"(?<!\w)(?:năm 20\d\d|cùng kỳ|kế hoạch|chỉ tiêu|bình quân|mỗi|trong đó|riêng|còn lại|tăng|giảm)(?!\w)"
)


def check_brackets_added(report: Report) -> Iterator[Finding]:
    """Yield ``sum-mismatch`` where the measures in brackets behind several names do not make what is told of all.

    Told where another measure of the same brackets makes its whole, or where the names are those of units that were
    merged, and the number is a slip or near. Not flagged: brackets that hold different measures; numbers of another
    time; wholes that are told right somewhere beside.
    """
    for rows in _runs(report):
        after = those_between(prose_of(report), rows[-1][-1].end, rows[-1][-1].end + _FAR)
        low = rows[0][0].start
        ahead = [one for one in reversed(those_between(prose_of(report), max(low - _FAR, 0), low)) if one.end < low]
        found = _check(report, rows, after) or _check(report, rows, ahead)
        yield from found


def _runs(report: Report) -> Iterator[list[Row]]:
    """Brackets behind names that follow one another and hold the same measures, two at least."""
    run: list[Row] = []
    end = 0
    for found in _BRACKETS.finditer(report.text):
        row = tuple(those_between(prose_of(report), found.start(), found.end()))
        units = [one.base_unit for one in row]
        fits = len(row) > 1 and all(is_plain(one) and one.unit for one in row) and len(set(units)) == len(units)
        follows = run and _JOINT.fullmatch(report.text, end, found.start()) and units == [x.base_unit for x in run[0]]
        if run and not (fits and follows):
            yield from (one for one in (run,) if _FEWEST <= len(one) <= _MOST)
            run = []
        if fits:
            run.append(row)
        end = found.end()
    if _FEWEST <= len(run) <= _MOST:
        yield run


def _check(report: Report, rows: Sequence[Row], near: Sequence[Figure]) -> list[Finding]:
    """The columns that do not make the first number of their unit among those near, which is surely their whole."""
    text, edge = report.text, (rows[0][0].start, rows[-1][-1].end)
    merged = _MERGED.search(text, max(edge[0] - _FAR, 0), edge[0]) is not None
    right, wrong = 0, []
    for column in zip(*rows, strict=True):
        whole = next((one for one in near if one.base_unit == column[0].base_unit), None)
        if whole is None or not is_plain(whole) or whole.target or is_hedged(whole) or whole.qualifier:
            continue
        low, high = (edge[1], whole.start) if whole.start > edge[1] else (whole.end, edge[0])
        if len(ends_between(report, low, high)) > _ENDS or _OTHER.search(text, low, high):
            continue
        made = sum(map(amount, column), Decimal(0))
        room = sum((rounding(one.value, one.base_value) for one in (whole, *column)), Decimal(0))
        if abs(made - amount(whole)) <= room:
            right += 1
        elif max(map(amount, column)) < amount(whole):
            wrong.append((whole, column, made))
    measured = merged and all(whole.unit in _MEASURED for whole, _, _ in wrong)
    return [
        sum_mismatch(whole, amount(whole), column, made)
        for whole, column, made in wrong
        if len(wrong) == 1
        and (right or measured)
        and (is_pen_slip(amount(whole), made, whole.decimals) or abs(made - amount(whole)) * _CLOSE <= made)
    ]


CHECKS = (check_brackets_added,)
