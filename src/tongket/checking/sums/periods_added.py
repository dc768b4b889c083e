"""Numbers of periods in a row against the number of all of them (cộng các quý, tháng, năm; lũy kế).

Cases of ``sum-mismatch``, whose page stands with the arithmetic: 'quý I 86 lượt, quý II 74 lượt, quý III 91 lượt; 9
tháng 261 lượt', 'tháng 10 được 142 hồ sơ, lũy kế 10 tháng 1.486 hồ sơ (9 tháng 1.354 hồ sơ)'.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from tongket.checking.evidence.mismatches import sum_mismatch
from tongket.checking.evidence.near_numbers import amount, counts_alike, ends_between, prose_of
from tongket.checking.evidence.numbers import is_hedged, rounding, single
from tongket.model.figures import Figure
from tongket.model.findings import Finding
from tongket.model.reports import Report
from tongket.vietnamese.dates import QUARTERS

_ONE = re.compile(
    r"(?<!\w)(?:(?P<quarter>[Qq]uý) (?P<q>IV|I{1,3}|[1-4])|(?P<month>[Tt]háng) (?P<m>1[0-2]|0?[1-9])"
    r"|(?P<year>[Nn]ăm) (?P<y>(?:19|20)\d\d))(?!\w)(?:/(?:19|20)\d\d| năm (?:19|20)\d\d)?"
    r"(?P<said>[^.;\d\n]{0,60})$"
)
_MANY = re.compile(
    r"(?<!\w)(?:(?P<count>\d{1,2}|hai|ba|bốn|năm|sáu|chín) (?P<of>tháng|quý|năm)|(?:đến )?hết tháng (?P<until>\d{1,2})"
    r"|giai đoạn (?P<since>20\d\d)\s?[-–]\s?(?P<last>20\d\d))(?!\w)(?P<said>[^.;\d\n]{0,60})$",
    re.IGNORECASE,
)
_WORDS = {"hai": 2, "ba": 3, "bốn": 4, "năm": 5, "sáu": 6, "chín": 9}
_PICKS = re.compile(
    r"(?<!\w)(?:riêng|nhất là|chủ yếu|trong đó|bình quân|trung bình|so với|cùng kỳ|kế hoạch|chỉ tiêu)(?!\w)"
)
_STOCK = re.compile(r"(?<!\w)(?:còn|hiện có|tổng số hiện|đến nay có|lên|xuống|tỷ lệ|đạt mức)(?!\w)")
_FAR, _MOST_ENDS = 160, 2  # letters between two numbers of a row, sentences between its first and last
_MOST = 20  # numbers of a row


@dataclass(frozen=True, slots=True)
class _Period:
    """A number of one period or of several: which kind of period, from which on and up to which, and how."""

    figure: Figure
    kind: str  # 'month', 'year'
    first: int
    last: int
    single: bool


def check_periods_added(report: Report) -> Iterator[Finding]:
    """Yield ``sum-mismatch`` where the numbers of periods that follow one another do not make that of all of them.

    Not flagged: stocks and rates, which do not add up; rows with a gap; aims, hedges, numbers picked out ('riêng').
    """
    figures = [one for one in prose_of(report) if _is_term(one)]
    periods = [_period(report.text, figures, index) for index in range(len(figures))]
    told = [one for one in periods if one is not None]
    seen: set[int] = set()
    for at in range(len(told)):
        group = _group(report, told[at : at + _MOST])
        for whole in group:
            parts = _parts(whole, group)
            if whole.single or not parts or whole.figure.start in seen:
                continue
            seen.add(whole.figure.start)
            of = [one.figure for one in parts]
            added = sum(map(amount, of), Decimal(0))
            room = sum((rounding(one.value, one.base_value) for one in (whole.figure, *of)), Decimal(0))
            if abs(added - amount(whole.figure)) > room:
                yield sum_mismatch(whole.figure, amount(whole.figure), of, added)


def _is_term(one: Figure) -> bool:
    plain = single(one.base_value) is not None and not is_hedged(one) and not one.target
    return plain and one.unit != "%" and "/" not in one.unit and one.number_end < one.end


def _period(text: str, figures: Sequence[Figure], index: int) -> _Period | None:
    """The period of which a number is told, by the words before it."""
    one = figures[index]
    low = max(figures[index - 1].end if index else 0, one.start - _FAR)
    lead = text[low : one.number_start]
    found = _ONE.search(lead)
    many = _MANY.search(lead)
    if (found is None) == (many is None):
        return None
    said = (found or many)["said"]  # type: ignore[index]  # one of them is there
    if _PICKS.search(said) or _STOCK.search(said) or _PICKS.search(lead):
        return None
    if found is not None:
        return _one(one, found)
    assert many is not None
    return _many(one, many)


def _one(figure: Figure, found: re.Match[str]) -> _Period:
    if found["quarter"]:
        last = 3 * (QUARTERS.get(found["q"]) or int(found["q"]))
        return _Period(figure, "month", last - 2, last, single=True)
    if found["month"]:
        return _Period(figure, "month", int(found["m"]), int(found["m"]), single=True)
    return _Period(figure, "year", int(found["y"]), int(found["y"]), single=True)


def _many(figure: Figure, found: re.Match[str]) -> _Period | None:
    """Several periods: months and quarters count from the beginning of the year, years up to the last one told."""
    if found["since"]:
        return _Period(figure, "year", int(found["since"]), int(found["last"]), single=False)
    if found["until"]:
        return _Period(figure, "month", 1, int(found["until"]), single=False)
    count = _WORDS.get(found["count"].lower()) or int(found["count"] if found["count"].isdigit() else 0)
    of = found["of"].lower()
    if of == "năm":
        return _Period(figure, "year", 0, count, single=False)
    months = count * (3 if of == "quý" else 1)
    return _Period(figure, "month", 1, months, single=False) if 1 < months <= _A_YEAR else None


_A_YEAR = 12


def _group(report: Report, told: Sequence[_Period]) -> list[_Period]:
    """The numbers of one unit and way that follow one another."""
    found = [told[0]]
    for one, other in pairwise(told):
        apart = other.figure.start - one.figure.end > _FAR
        if apart or not counts_alike(one.figure, other.figure) or one.figure.change != other.figure.change:
            break
        if one.kind != other.kind or len(ends_between(report, told[0].figure.end, other.figure.start)) > _MOST_ENDS:
            break
        found.append(other)
    return found


def _ranges(years: int, told: Sequence[_Period]) -> list[_Period]:
    """Spans of years that follow one another and make up so many ('giai đoạn 2014 - 2018, 2019 - 2024; 10 năm'); of
    the years from the first to the last one may be left out, as of a review from month to month.
    """
    row = sorted((one for one in told if one.first), key=lambda one: one.first)
    if len(row) < len(told) or len(row) < len(("first", "last")):
        return []
    closed = all(0 <= other.first - one.last <= 1 for one, other in pairwise(row))
    return row if closed and 0 <= row[-1].last - row[0].first + 1 - years <= 1 else []


def _parts(whole: _Period, group: Sequence[_Period]) -> list[_Period]:
    """The numbers of a group that make a whole of several periods, one after the other; none where one is missing."""
    others = [one for one in group if one is not whole]
    if whole.kind == "year" and not whole.first and others and not any(one.single for one in others):
        return _ranges(whole.last, others)
    if whole.kind == "year" and not whole.first:
        row = sorted((one for one in others if one.single), key=lambda one: one.first)
        years = [one.first for one in row]
        in_a_row = len(row) == whole.last and years == list(range(years[0], years[0] + len(row)))
        return row if in_a_row and len(row) == len(others) else []
    row, at = [], whole.first
    for one in sorted((one for one in others if one.last <= whole.last), key=lambda one: (one.first, one.single)):
        if one.first == at and (one.single or one.last < whole.last):
            row.append(one)
            at = one.last + 1
    return row if at == whole.last + 1 and len(row) > 1 else []
