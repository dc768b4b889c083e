"""Totals whose parts the sections below tell, one each (tổng số, mỗi mục bên dưới nêu một phần).

    'có tổng số 48.307 đoàn viên, hội viên, cụ thể như sau:',
    then 'a) Công đoàn: 82 công đoàn cơ sở với 3.964 đoàn viên'

A case of ``sum-mismatch``, whose page stands with the arithmetic.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from tongket.checking.evidence.mismatches import sum_mismatch
from tongket.checking.evidence.near_numbers import amount, chance_of_sum, counts_alike, prose_of, those_between
from tongket.checking.evidence.stops import sentences_between
from tongket.checking.evidence.told import is_plain
from tongket.model.figures import Figure
from tongket.model.findings import Finding
from tongket.model.quantities import Share
from tongket.model.reports import Report, Section

_FEWEST, _MOST = 3, 20  # sections below a total
_LEAST = 100  # of a total: what is less, some numbers of sections make by chance
_SURE = 0.05  # chance that a sum is a slip of the total and means another
_LAST = 120  # letters above the first section below in which the words stand that open them
_LEAD = 1500  # letters of what stands above the first section below
_OPENS = re.compile(r"(?<!\w)(?:cụ thể|trong đó|gồm|chia ra|như sau)(?!\w)[^.;\n]{0,60}:?\s*$", re.IGNORECASE)
_PART = re.compile(r"(?<!\w)(?:trong (?:số )?đó|riêng|bình quân|mỗi|năm trước|cùng kỳ|so với|kế hoạch)(?!\w)")


def check_parts_of_sections(report: Report) -> Iterator[Finding]:
    """Yield ``sum-mismatch`` where what each section below a total tells first in its unit makes the total but for a
    slip of the pen of one of them.

    Not flagged: sections of which one tells nothing in the unit; parts, means, plans and rates; totals below 100;
    lists that no word opens as parts, unless the total is called one.
    """
    figures = prose_of(report)
    for section in report.walk_sections():
        below = section.children
        if not _FEWEST <= len(below) <= _MOST:
            continue
        low = max(section.head_end or section.start, below[0].start - _LEAD)
        for whole in those_between(figures, low, below[0].start):
            if is_plain(whole) and amount(whole) >= _LEAST and _is_total(report.text, whole, below):
                parts = [_first_part(report.text, figures, part, whole) for part in below]
                yield from _check(whole, [one for one in parts if one is not None], len(below))


def _is_total(text: str, whole: Figure, below: Sequence[Section]) -> bool:
    """Whether a number is called a total, or stands in the sentence that opens the sections as its parts."""
    before = text[max(whole.start - 60, 0) : whole.start]
    if whole.target or _PART.search(before):
        return False
    opens = _OPENS.search(text, max(whole.end, below[0].start - _LAST), below[0].start)
    return opens is not None and ("tổng" in before.lower() or not sentences_between(text, whole.end, opens.start()))


def _first_part(text: str, figures: Sequence[Figure], section: Section, whole: Figure) -> Figure | None:
    """What a section tells first in the unit of a total, of all that it is about; a share by its part."""
    for one in those_between(figures, section.start, section.end):
        low = max(one.start - 30, section.start)
        if one.change or one.target or one.unit == "%" or _PART.search(text, low, one.start):
            continue
        if (is_plain(one) or isinstance(one.value, Share)) and counts_alike(one, whole):
            return one
    return None


def _check(whole: Figure, parts: Sequence[Figure], count: int) -> Iterator[Finding]:
    made = sum(map(amount, parts), Decimal(0))
    if len(parts) == count and made != amount(whole) and chance_of_sum(whole, amount(whole), parts) <= _SURE:
        yield sum_mismatch(whole, amount(whole), parts, made)


CHECKS = (check_parts_of_sections,)
