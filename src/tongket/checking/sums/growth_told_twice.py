"""One thing's growth told twice, with two percentages (một tốc độ tăng, hai nơi ghi khác nhau): 'xi măng tăng 23,6% so
với cùng kỳ', and further on 'Xi măng đạt 5,1 triệu tấn, tăng 26,3% so với cùng kỳ'.

A case of ``body-appendix-mismatch``, whose page stands with the text against tables.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from tongket.checking.evidence.clauses import told_otherwise
from tongket.checking.evidence.finds import finds
from tongket.checking.evidence.near_numbers import is_pen_slip, swapped
from tongket.checking.evidence.stops import sentence_end, sentence_start
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report
from tongket.vietnamese.numbers import parse_number
from tongket.vietnamese.unicode import folded

_GREW = re.compile(r"(?<!\w)(?P<way>tăng|giảm)(?: trưởng)?(?: khoảng| đạt| ước)? (?P<number>\d+,\d+|\d\d)\s?%")
_SUBJECT = re.compile(
    r"(?:^|[.;,:(\n]\s*(?:[-+*•–]\s*)?|\s(?:và|trong đó)\s)(?P<subject>[^\W\d_][^.;,:()\d\n]{3,60}?)"
    r"(?:,? (?:ước )?(?:đạt|là)(?: trên| gần| khoảng| hơn)? [\d.,]+ [^.;,:()\d\n]{1,24}?)?,?\s$"
)
_BACK = 110  # letters before the way it went in which the thing is named
_NO_THING = re.compile(
    r"(?<!\w)(?:cùng kỳ|năm trước|tháng trước|quý trước|khu vực này|ngành này|so với|bình quân|trong đó|riêng|mức"
    r"|kế hoạch|chỉ tiêu|dự kiến|phấn đấu|mục tiêu|tỷ lệ"
    r"|còn lại|lũy kế|tính chung|đó|này|trên|dưới|cả nước|toàn quốc)(?!\w)",
    re.IGNORECASE,
)
_TIME = re.compile(
    r"(?<!\w)(?:(?:tháng|quý|năm|kỳ|vụ)\s(?:[\dIVX]{1,4}(?:/\d{4})?|trước|này|nay|sau)|\d{1,2} tháng|nửa đầu năm|cả năm"
    r"|giai đoạn [\d–-]+|tháng trước|dự toán|kế hoạch|chỉ tiêu|đầu năm|cuối năm)(?![\w/])",
    re.IGNORECASE,
)
_BASE = re.compile(
    r"(?<!\w)(?:so (?:với )?)?(?:cùng kỳ|năm trước|tháng trước|quý trước|kế hoạch|dự toán)(?!\w)", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class _Grew:
    """How much a thing grew: the amount, the times that its sentence names, against what, where."""

    amount: Decimal
    decimals: int
    times: frozenset[str]
    base: str
    place: Span


def check_growth_told_twice(report: Report) -> Iterator[Finding]:
    """Yield ``body-appendix-mismatch`` where two sentences tell one thing's growth, in the same words and of the same
    time, with percentages of which one is the other but for a slip of the pen.

    Not flagged: other times or bases of comparison; sentences without a time, unless the same digits stand in another
    order; things whose growth is told three times or more in different ways.
    """
    told: dict[tuple[str, str], list[_Grew]] = defaultdict(list)
    for found in finds(_GREW, report.text):
        subject = _SUBJECT.search(report.text, max(found.start() - _BACK, 0), found.start())
        value = parse_number(found["number"])
        if subject is None or value is None or _NO_THING.search(subject["subject"]):
            continue
        words = folded(subject["subject"]).split()
        if len(words) > 1:
            told[" ".join(words), found["way"]].append(_grew(report.text, found, value, subject.start("subject")))
    for several in told.values():
        amounts = {one.amount for one in several}
        first = several[0]
        other = next((one for one in several if one.amount != first.amount), None)
        if other is not None and len(amounts) == len((first, other)) and _is_slip(first, other):
            yield told_otherwise(report.text, other.place, first.place)


def _grew(text: str, found: re.Match[str], value: Decimal, start: int) -> _Grew:
    low, high = sentence_start(text, found.start()), sentence_end(text, found.end(), 200)
    times = frozenset(folded(one[0]) for one in _TIME.finditer(text, low, high))
    base = _BASE.search(text, found.end(), min(high, found.end() + 40))
    said = folded(base[0]).removeprefix("so ").removeprefix("với ") if base else ""
    decimals = len(found["number"].partition(",")[2])
    return _Grew(value, decimals, times, said, Span(start, found.end()))


def _is_slip(one: _Grew, other: _Grew) -> bool:
    if one.decimals != other.decimals or (one.base and other.base and one.base != other.base):
        return False
    if one.times != other.times and one.times and other.times:
        return False
    if swapped(other.amount, one.amount, one.decimals):
        return True
    return bool(one.times) and one.times == other.times and is_pen_slip(other.amount, one.amount, one.decimals)


CHECKS = (check_growth_told_twice,)
