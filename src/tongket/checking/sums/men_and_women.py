"""Men and women against the people whom they divide (nam, nữ trong tổng số).

A case of ``sum-mismatch``, whose page stands with the arithmetic.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from decimal import Decimal
from operator import attrgetter

from tongket.checking.evidence.near_numbers import amount
from tongket.checking.evidence.numbers import shown
from tongket.checking.evidence.told import is_people, is_plain
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report

_PERSON = "đồng chí|người|em|trẻ|cháu|học sinh|vị|đại biểu|đảng viên|đoàn viên"
_MEN_AND_WOMEN = re.compile(
    rf"(?<![\w.,/])(?P<first>\d[\d.]*) (?:(?:{_PERSON}) )?(?:nam|nữ)(?:,| và|;|, có) "
    rf"(?P<second>\d[\d.]*) (?:(?:{_PERSON}) )?(?:nam|nữ)(?!\w)"
)
_SEXES = frozenset(("nam", "nữ"))
_SEXES_BEHIND = (" nam", " nữ")
_FAR = 250  # letters before men and women
_CLOSE_BY = 2  # people by which such a division may be off and still be meant for that whole


def check_men_and_women(report: Report) -> Iterator[Finding]:
    """Yield ``sum-mismatch`` where men and women do not make the people before them: 'kết nạp 39 đảng viên, gồm 21
    nữ và 17 nam'.

    Not flagged: numbers of people that are far off, for they are of others.
    """
    said = (one for one in report.figures if one.unit in _SEXES or report.text.startswith(_SEXES_BEHIND, one.end))
    near_them = (_MEN_AND_WOMEN.search(report.text, max(one.start - 30, 0), one.end + 40) for one in said)
    for found in {found.span(): found for found in near_them if found}.values():
        added = Decimal(found["first"].replace(".", "")) + Decimal(found["second"].replace(".", ""))
        at = bisect_left(report.figures, found.start(), key=attrgetter("start"))
        near = [
            one
            for one in report.figures[max(at - 4, 0) : at]
            if found.start() - one.end < _FAR and not one.in_table and is_people(one) and is_plain(one)
        ]
        off = [abs(amount(one) - added) for one in near]
        if not near or min(off) == 0 or off[-1] > max(Decimal(_CLOSE_BY), added / 20):
            continue
        facts = {"parts": f"{found['first']} + {found['second']}", "sum": shown(added), "total": near[-1].text}
        related = (Span(near[-1].start, near[-1].end),)
        yield Finding("sum-mismatch", "warning", Span(*found.span()), "", facts, related)
