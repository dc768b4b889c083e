"""Growth told beside each value of a row of years (tốc độ tăng của từng năm): 'năm 2022 đạt 420 tỷ đồng, năm 2023 đạt
462 tỷ đồng (tăng 10%), năm 2024 đạt 499 tỷ đồng (tăng 18%)'.

A case of ``change-mismatch``, whose page stands with the arithmetic. One rate that is right tells that each is of the
value before it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from tongket.checking.evidence.near_numbers import amount, are_in_one_sentence, prose_of
from tongket.checking.evidence.numbers import half_last_digit, rounding, shown, shown_as, single
from tongket.checking.evidence.told import is_alike, is_plain
from tongket.model.figures import Figure
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report

_BESIDE = re.compile(r"(?:,? \(?|,\s)(?:(?:tăng|giảm)\s)?(?:trưởng\s|thêm\s)?(?:[+-])?")
_OF_ELSE = re.compile(r"\s?(?:so (?:với )?)?(?:kế hoạch|chỉ tiêu|dự toán|cùng kỳ|năm (?:19|20)\d\d|đầu)(?!\w)")
_OF_YEAR = re.compile(r"\s?so (?:với )?năm (?P<year>(?:19|20)\d\d)(?!\d)")
_YEAR = re.compile(r"[Nn]ăm (?P<year>20\d\d|19\d\d)(?!\d)[^.;\d\n]{0,60}$")
_LEAD = 90  # letters before a value in which its year stands
_FEWEST = 2  # rates of a row
_ALL = 100


def check_growth_in_series(report: Report) -> Iterator[Finding]:
    """Yield ``change-mismatch`` where the growth beside one value of a row of years is not that from the year before,
    and the growth beside another is.

    Not flagged: rates of a plan or another base; years that do not follow one another; rows without a right rate.
    """
    rows: list[list[tuple[Figure, Figure, Figure]]] = []
    last: tuple[Figure, int] | None = None
    figures = prose_of(report)
    for index, one in enumerate(figures):
        year = _year(report, figures, index)
        if year is None:
            continue
        follows = last is not None and last[1] + 1 == year and _are_of_one_row(report, last[0], one)
        if not follows:
            rows.append([])
        rate = figures[index + 1] if index + 1 < len(figures) else None
        if follows and last is not None and rate is not None and _is_growth_of(report.text, one, rate, last[1]):
            rows[-1].append((last[0], one, rate))
        last = one, year
    for row in rows:
        right = [_is_right(*step) for step in row]
        if len(row) >= _FEWEST and right.count(False) == 1:
            then, now, rate = row[right.index(False)]
            yield _finding(then, now, rate)


def _year(report: Report, figures: Sequence[Figure], index: int) -> int | None:
    """The year that stands before a value; None where it is no plain value, or another number stands between."""
    one = figures[index]
    if not is_plain(one) or not one.unit or one.target or amount(one) <= 0:
        return None
    low = max(one.start - _LEAD, figures[index - 1].end if index else 0)
    found = _YEAR.search(report.text, low, one.start)
    return int(found["year"]) if found else None


def _are_of_one_row(report: Report, one: Figure, other: Figure) -> bool:
    return is_alike(one, other) and are_in_one_sentence(report, one.end, other.start)


def _is_growth_of(text: str, one: Figure, rate: Figure, before: int) -> bool:
    """Whether a rate right behind a value is its growth, and of no other time than the year ``before``."""
    told = rate.unit == "%" and rate.change is not None and not rate.qualifier and single(rate.value) is not None
    beside = told and _BESIDE.fullmatch(text, one.end, rate.number_start) is not None
    of_it = _OF_YEAR.match(text, rate.end)
    return beside and (int(of_it["year"]) == before if of_it else not _OF_ELSE.match(text, rate.end))


def _growth(then: Figure, now: Figure) -> Decimal:
    return _ALL * (amount(now) - amount(then)) / amount(then)


def _stated(rate: Figure) -> Decimal:
    value = abs(single(rate.value) or Decimal(0))
    return -value if rate.change == "down" else value


def _is_right(then: Figure, now: Figure, rate: Figure) -> bool:
    room = rounding(then.value, then.base_value) + rounding(now.value, now.base_value)
    off = abs(_growth(then, now) - _stated(rate))
    return off <= 2 * half_last_digit(rate.decimals) + 2 * _ALL * room / amount(then)


def _finding(then: Figure, now: Figure, rate: Figure) -> Finding:
    digits = max(rate.decimals, 1)
    true = f"{shown(round(abs(_growth(then, now)), digits), digits)}%"
    facts = {"now": shown_as(amount(now), now), "before": shown_as(amount(then), then), "true": true}
    facts["change"] = rate.text.lstrip("+-–")
    related = (Span(now.start, now.end), Span(then.start, then.end))
    return Finding("change-mismatch", "warning", Span(rate.start, rate.end), "", facts, related)


CHECKS = (check_growth_in_series,)
