"""What years in a row make up to now (lũy kế từ năm ... đến nay): 'năm 2023 thu 412 triệu đồng, năm 2024 thu 468 triệu
đồng, 6 tháng đầu năm 2025 thu 215 triệu đồng; lũy kế từ năm 2023 đến nay 1.059 triệu đồng'.

A case of ``sum-mismatch``, whose page stands with the arithmetic.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from tongket.checking.evidence.mismatches import sum_mismatch
from tongket.checking.evidence.near_numbers import amount, are_in_one_sentence, before, prose_of
from tongket.checking.evidence.numbers import rounding
from tongket.checking.evidence.told import is_alike, is_plain
from tongket.model.figures import Figure
from tongket.model.findings import Finding
from tongket.model.reports import Report

_TO_DATE = re.compile(
    r"(?<!\w)(?:[Ll][ũu][yỹ] kế|[Cc]ộng dồn|[Tt]ổng cộng|[Tt]ính chung|[Tt]ổng số)(?: thu| chi)?(?:,)? "
    r"từ (?:đầu )?năm (?P<year>20\d\d) đến (?:nay|hết)[^.;\d\n]{0,40}$"
)
_YEAR = re.compile(r"(?:(?P<months>\d{1,2} tháng(?: đầu)?) )?[Nn]ăm (?P<year>20\d\d)(?!\d)[^.;\d\n]{0,60}$")
_LEAD = 90  # letters before a number
_MOST, _FAR = 12, 500
_FEWEST = 2


def check_sums_to_date(report: Report) -> Iterator[Finding]:
    """Yield ``sum-mismatch`` where the years told from the first one on do not make what they make up to now.

    Not flagged: rows with a gap, or that begin with another year; hedged numbers.
    """
    for whole in prose_of(report):
        if not is_plain(whole) or not whole.unit:
            continue
        found = _TO_DATE.search(report.text, max(whole.start - _LEAD, 0), whole.start)
        parts = _years(report, whole, int(found["year"])) if found else []
        if len(parts) < _FEWEST:
            continue
        made = sum(map(amount, parts), Decimal(0))
        room = sum((rounding(one.value, one.base_value) for one in (whole, *parts)), Decimal(0))
        if abs(made - amount(whole)) > room:
            yield sum_mismatch(whole, amount(whole), parts, made)


def _years(report: Report, whole: Figure, first: int) -> Sequence[Figure]:
    """The numbers of the sentence before a whole, one of each year from the first on; none where one is missing."""
    text = report.text
    told: list[tuple[int, Figure]] = []
    end = 0
    for one in before(report, whole, _MOST, _FAR):
        low, end = max(end, one.start - _LEAD), one.end
        said = _YEAR.search(text, low, one.start)
        alike = is_plain(one) and is_alike(one, whole) and are_in_one_sentence(report, one.start, whole.start)
        if said and alike:
            told.append((int(said["year"]), one))
    years = [year for year, _ in told]
    return [one for _, one in told] if years == list(range(first, first + len(years))) else []


CHECKS = (check_sums_to_date,)
