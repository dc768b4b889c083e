"""A whole that is less than a part of it, while the percentages of its parts are all of one other whole (tổng số sai so
với tỷ lệ các phần): '264 đảng viên, trong đó nữ 234 đồng chí (37,5%), dân tộc thiểu số 546 đồng chí (87,5%)'.

A case of ``ratio-mismatch``, whose page stands with the arithmetic.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from tongket.checking.evidence.mismatches import rate_mismatch
from tongket.checking.evidence.near_numbers import amount, behind, counts_alike, ends_between, prose_of
from tongket.checking.evidence.numbers import single
from tongket.checking.evidence.told import are_of_one_whole, is_plain
from tongket.model.figures import Figure
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report

_OPENS = re.compile(r"(?<!\w)(?:trong (?:số )?đó|gồm|cụ thể)(?!\w)", re.IGNORECASE)
_ITS_RATE = re.compile(r"(?: [^\W\d_]+){0,4}(?:,? (?:chiếm|đạt|bằng)(?: tỷ lệ| tỉ lệ)?| \((?:chiếm |đạt |tỷ lệ )?)\s?")
_NEAR, _FAR = 12, 500  # numbers and letters behind a whole
_FEWEST = 2


def check_wholes_by_rates(report: Report) -> Iterator[Finding]:
    """Yield ``ratio-mismatch`` where a list behind a number has more in one of its parts, and the percentages of two
    parts or more are of one whole, another than this.

    Not flagged: lists of another sentence; parts of other units; one part alone.
    """
    text = report.text
    for whole in prose_of(report):
        if not is_plain(whole) or not whole.unit or whole.target or not amount(whole):
            continue
        near = behind(report, whole, _NEAR, _FAR)
        lead = text[whole.end : near[0].start] if near else ""
        if not _OPENS.search(lead) or lead.count(")") > lead.count("(") or ends_between(report, whole.end, near[0].end):
            continue  # a plan in brackets is no whole of what follows
        rated = _rated(report, whole, near)
        if len(rated) < _FEWEST or max(amount(part) for part, _ in rated) <= amount(whole):
            continue
        if all(are_of_one_whole(rated[0], other) for other in rated[1:]):
            part, rate = max(rated, key=lambda pair: amount(pair[0]))
            found = rate_mismatch(rate, part, whole, amount(whole))
            yield replace(found, place=Span(whole.start, whole.end), related=(Span(part.start, rate.end),))


def _rated(report: Report, whole: Figure, near: Sequence[Figure]) -> list[tuple[Figure, Figure]]:
    """The parts of a whole's sentence that stand with their percentages."""
    return [
        (one, rate)
        for one, rate in pairwise(near)
        if rate.unit == "%"
        and not rate.change
        and single(rate.value)
        and is_plain(one)
        and counts_alike(one, whole)
        and not ends_between(report, whole.end, rate.start)
        and _ITS_RATE.fullmatch(report.text, one.end, rate.start)
    ]


CHECKS = (check_wholes_by_rates,)
