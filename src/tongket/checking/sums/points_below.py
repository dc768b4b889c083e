"""The first numbers of points below a whole (tổng số và các điểm a, b, c; 1, 2, 3 bên dưới): 'Tổng vốn là 96.477 triệu
đồng, trong đó:' above 'a) Hỗ trợ trực tiếp cho hộ 93.662 triệu đồng.', 'b) Chi phí quản lý 2.815 triệu đồng.'

A case of ``sum-mismatch``, whose page stands with the arithmetic.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from decimal import Decimal
from operator import attrgetter

from tongket.checking.evidence.mismatches import sum_mismatch
from tongket.checking.evidence.near_numbers import amount, chance_of_sum, counts_alike, prose_of
from tongket.checking.evidence.numbers import rounding
from tongket.checking.evidence.recognition import is_dirty
from tongket.checking.evidence.stops import line_end, line_start
from tongket.checking.evidence.told import is_people, is_plain
from tongket.checking.sums.cases_handled import as_far_as
from tongket.model.figures import Figure
from tongket.model.findings import Finding
from tongket.model.reports import Report

_OPENS = re.compile(
    r"(?:[^.;\n]|\.(?=\d)){0,220}?[,;(]\s?(?:(?P<all>(?:bao )?gồm|chia ra|chia theo)|trong đó|cụ thể)(?: như sau)?\s?:"
    r"[ \t]*\n\s*(?=(?:a\)|1[.)]|\(1\))\s)",
    re.IGNORECASE,
)
_POINT = re.compile(r"(?:^|\n)[ \t]*(?:\*\*)?(?P<label>[a-zđ]\)|\d{1,2}[.)]|\(\d{1,2}\))[ \t]+(?=\S)")
_ORDER = "abcdđeghiklmnopqrstuvxy"
_LONGEST = 4000  # letters of all points
_PARTS, _FIRST, _MOST = 2, 260, 6  # points at least; letters and numbers of a point among which its own stands
_SLIP = 0.1  # chance that a slip is none, where the points are only 'in it'
_NEAR = 4  # that part of a whole by which all of its points may miss it


def check_points_below(report: Report) -> Iterator[Finding]:
    """Yield ``sum-mismatch`` where the numbers of the points below a whole do not make it.

    Not flagged: points of which one has no number of the whole's unit; points that are only 'in it', but for a slip;
    people, who may be of two points; recognised text with dirt.
    """
    if is_dirty(report):
        return
    figures, text = prose_of(report), report.text
    for index, whole in enumerate(figures):
        if not is_plain(whole) or not whole.unit or "/" in whole.unit or is_people(whole):
            continue
        opened = _OPENS.match(text, whole.end)
        if opened is None or _another(figures, index, opened.end("all") if opened["all"] else opened.end()):
            continue
        parts = _parts(report, whole, opened.end())
        if len(parts) < _PARTS:
            continue
        made, of = sum(map(amount, parts), Decimal(0)), amount(whole)
        off = abs(made - of)
        if off <= sum((rounding(one.value, one.base_value) for one in (whole, *parts)), Decimal(0)):
            continue
        slip = chance_of_sum(whole, of, parts)
        if slip <= _SLIP or (opened["all"] and off * _NEAR <= of):
            yield sum_mismatch(whole, of, parts, made)


def _another(figures: tuple[Figure, ...], index: int, until: int) -> bool:
    """Whether another number of its kind stands between a whole and its points, which may be theirs."""
    whole = figures[index]
    between = as_far_as(figures[index + 1 :], until)
    return any(is_plain(one) and counts_alike(one, whole) for one in between)


def _parts(report: Report, whole: Figure, at: int) -> list[Figure]:
    """The number of each point, in order; none where one has none."""
    text, figures = report.text, prose_of(report)
    low = max(at - 1, 0)
    labels = list(_POINT.finditer(text, max(line_start(text, at) - 1, 0), min(at + _LONGEST, len(text))))
    found: list[Figure] = []
    wanted = 0
    for number, label in enumerate(labels):
        if label.end() < low:
            continue
        name = label["label"].strip("().")
        if name != (str(wanted + 1) if name.isdigit() else _ORDER[min(wanted, len(_ORDER) - 1)]):
            break
        wanted += 1
        end = labels[number + 1].start() if number + 1 < len(labels) else label.end() + _FIRST
        end = min(end, line_end(text, label.end(), _FIRST))
        first = bisect_left(figures, label.end(), key=attrgetter("start"))
        inside = as_far_as(figures[first : first + _MOST], end)
        own = next((one for one in inside if is_plain(one) and one.base_unit == whole.base_unit), None)
        if own is None:
            return []
        found.append(own)
    return found


CHECKS = (check_points_below,)
