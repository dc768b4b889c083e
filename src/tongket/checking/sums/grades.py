"""Grades of one scale that divide a whole (kết quả xếp loại theo các mức): a thing has one grade, and each has one.

A case of ``sum-mismatch``, whose page stands with the arithmetic. The scales are those of the evaluation of officials
and bodies (Decree 90/2020/NĐ-CP, Regulation 124-QĐ/TW), of pupils (Circular 22/2021/TT-BGDĐT and those before it), of
votes of confidence, of asking how content people are, of dossiers by their time limit (Decree 61/2018/NĐ-CP).
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise
from operator import attrgetter

from tongket.checking.evidence.mismatches import sum_mismatch
from tongket.checking.evidence.near_numbers import (
    amount,
    before,
    counts_alike,
    ends_between,
    is_pen_slip,
    prose_of,
    terms_of,
)
from tongket.checking.evidence.numbers import fits, half_last_digit
from tongket.checking.evidence.told import is_plain
from tongket.model.figures import Figure
from tongket.model.findings import Finding
from tongket.model.reports import Report

_DUTY = r"(?: nhiệm vụ| nhiệm vụ được giao| NV)?"
_SCALES: tuple[tuple[str, ...], ...] = (
    (
        rf"(?:[Hh]oàn thành )?[Xx]uất sắc{_DUTY}|HTXS(?:NV)?",
        rf"(?:[Hh]oàn thành )?[Tt]ốt{_DUTY}|HTTNV|HTT",
        r"[Hh]oàn thành(?: nhiệm vụ(?: được giao)?)?|HTNV",
        rf"(?:[Kk]hông|[Cc]hưa) hoàn thành{_DUTY}|KHTNV|CHTNV",
    ),
    (
        "[Xx]uất sắc",
        "[Gg]iỏi|[Tt]ốt",
        "[Kk]há",
        "[Tt]rung bình|[Đđ]ạt",
        "[Yy]ếu|[Cc]hưa đạt|[Kk]hông đạt",
        "[Kk]ém",
    ),
    ("[Tt]ín nhiệm cao", "[Tt]ín nhiệm", "[Tt]ín nhiệm thấp"),
    ("[Rr]ất hài lòng", "[Hh]ài lòng", "[Bb]ình thường|[Cc]hấp nhận được", "(?:[Kk]hông|[Cc]hưa) hài lòng"),
    (
        "(?:[Gg]iải quyết |[Tt]rả )?(?:[Tt]rước hạn|sớm hạn)",
        "(?:[Gg]iải quyết |[Tt]rả )?[Đđ]úng hạn",
        "(?:[Gg]iải quyết |[Tt]rả )?(?:[Qq]uá hạn|[Tt]rễ hạn|[Cc]hậm hạn)",
    ),
)
_EVALUATED = re.compile(
    r"(?<!\w)(?:[Tt]rong|[Tt]ổng(?: số| cộng)?|đánh giá|xếp loại|phân loại|phân tích|kiểm điểm|bình xét|khảo sát|phiếu"
    r"|lấy ý kiến|[Gg]ồm|[Cc]hia ra|giải quyết)(?!\w)"
)
_REST = re.compile(
    r"(?<!\w)(?:còn lại|(?:chưa|không|miễn)(?: được| phải| đủ)? (?:xếp|đánh|phân|kiểm|thời|điều|trả|tham|sinh)"
    r"|khác|\.\.\.|v\.v|không hợp lệ|không có ý kiến|đang giải quyết|trong hạn)(?!\w)"
)
_CLAUSE_END = re.compile(r"[.;]\s|\n")
_FAR, _WIDE, _NEAR = 320, 110, 5
_CLOSE = 8  # grades may miss their whole by that part of it
_ALL = 3  # grades that are told when none is left out but those that nobody has


def _labels(scale: Sequence[str]) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What names a grade right behind a number and right before it; the group tells which of the scale."""
    longest = sorted(range(len(scale)), key=lambda at: -len(scale[at]))
    names = "|".join(f"(?P<g{at}>{scale[at]})" for at in longest)
    leads = r"(?:(?:được |đạt |xếp |đánh giá |loại |mức |hạng |ở )*)"
    behind = re.compile(rf"\)?\s{leads}(?:{names})(?!\w)")
    ahead = re.compile(rf"(?<!\w){leads}(?:{names})(?:\s?:|,|\s(?:là|có|đạt|được|với|gồm))?\s\(?$")
    return behind, ahead


_PATTERNS = tuple(_labels(scale) for scale in _SCALES)
_HINT = re.compile("hoàn thành|HTX|HTT|[Xx]uất sắc|[Kk]há|tín nhiệm|hài lòng|hạn|[Gg]iỏi|[Tt]ốt")


@dataclass(frozen=True, slots=True)
class _Graded:
    """A number with the grade of a scale that it counts, told before it or behind it."""

    figure: Figure
    scale: int
    grade: str
    is_ahead: bool


def check_grades(report: Report) -> Iterator[Finding]:
    """Yield ``sum-mismatch`` where the grades of one scale do not make what was graded: 'trong 34 chi bộ có 06 chi bộ
    hoàn thành xuất sắc nhiệm vụ, 24 chi bộ hoàn thành tốt nhiệm vụ, 04 chi bộ hoàn thành nhiệm vụ và 01 chi bộ không
    hoàn thành nhiệm vụ'.

    Not flagged: one or two grades that are picked out of more; lists that name what was not graded; grades whose
    percentages are right of their own sum; wholes that some number near them bears out.
    """
    for run in _runs(report):
        found = _check(report, run)
        if found is not None:
            yield found


def _runs(report: Report) -> Iterator[list[_Graded]]:
    """Two numbers or more told one after the other with different grades of one scale, in the same order of words."""
    figures = prose_of(report)
    runs: list[list[_Graded]] = []  # of the same numbers, one for each scale that their words may be of
    for index, one in enumerate(figures):
        if one.unit == "%" and runs:
            continue
        last = figures[index - 1].end if index else 0
        told = _grades_of(report.text, one, last) if is_plain(one) and not one.target else []
        longer = [[*run, each] for run in runs for each in told if _follows(report, run, each)]
        if not longer:
            yield from (run for run in runs[:1] if len(run) > 1)
        runs = longer or [[each] for each in told]
    yield from (run for run in runs[:1] if len(run) > 1)


def _grades_of(text: str, one: Figure, last: int) -> list[_Graded]:
    low = max(last, one.start - 60)
    if not _HINT.search(text, low, one.end + 50):
        return []
    found = []
    for scale, (behind, ahead) in enumerate(_PATTERNS):
        for is_ahead, said in ((True, ahead.search(text, low, one.start)), (False, behind.match(text, one.end))):
            if said and said.lastgroup:
                found.append(_Graded(one, scale, said.lastgroup, is_ahead))
    return found


def _follows(report: Report, run: Sequence[_Graded], each: _Graded) -> bool:
    first, last = run[0], run[-1].figure
    return (
        (each.scale, each.is_ahead) == (first.scale, first.is_ahead)
        and each.grade not in {one.grade for one in run}
        and counts_alike(each.figure, last)
        and each.figure.start - last.end < _WIDE
        and not ends_between(report, last.end, each.figure.start)
    )


def _check(report: Report, run: Sequence[_Graded]) -> Finding | None:
    parts = [one.figure for one in run]
    added, largest = sum((amount(one) for one in parts), Decimal(0)), max(amount(one) for one in parts)
    near = [one for one in before(report, parts[0], _NEAR, _FAR) if one.unit != "%" and counts_alike(one, parts[0])]
    if not near or any(added in terms_of(one) for one in near) or _have_own_rates(report, parts, added):
        return None
    whole = near[-1]
    ends = ends_between(report, whole.end, parts[0].start)
    if not is_plain(whole) or whole.target or amount(whole) < largest or len(ends) > 1:
        return None
    if not _is_divided(report.text, whole, run, added, bool(ends)):
        return None
    return sum_mismatch(whole, amount(whole), parts, added)


def _is_divided(text: str, whole: Figure, run: Sequence[_Graded], added: Decimal, is_apart: bool) -> bool:
    """Whether a whole is what the grades divide: they make a little more, or all are told and make a little less."""
    of = amount(whole)
    if abs(added - of) * _CLOSE > of:
        return False
    if added > of:
        return not is_apart or is_pen_slip(of, added)
    last = run[-1].figure
    end = _CLAUSE_END.search(text, last.end, last.end + 160)
    tail = text[last.end : end.start() if end else last.end + 160]
    led = text[max(whole.start - 60, 0) : run[0].figure.start]
    return len(run) >= _ALL and not is_apart and not _REST.search(tail) and _EVALUATED.search(led) is not None


def _have_own_rates(report: Report, parts: Sequence[Figure], added: Decimal) -> bool:
    """Whether two numbers stand with percentages that are right of their sum: then that is what was graded."""
    figures, starts = prose_of(report), {one.start for one in parts}
    low = bisect_left(figures, parts[0].start, key=attrgetter("start"))
    high = bisect_right(figures, parts[-1].start, lo=low, key=attrgetter("start"))
    near = pairwise(figures[low : high + 1])
    rates = [(one, rate) for one, rate in near if one.start in starts and rate.unit == "%"]
    right = [
        one for one, rate in rates if fits(rate, 100 * amount(one) / added, half_last_digit(rate.decimals)) and added
    ]
    return len(right) > 1
