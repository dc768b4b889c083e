"""Long numbers told twice, once with two digits turned (hai chữ số đổi chỗ): '86.412 triệu đồng', '84.612 triệu đồng'.

A case of ``body-appendix-mismatch``, whose page stands with the text against tables.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

from tongket.checking.evidence.clauses import told_otherwise
from tongket.checking.evidence.near_numbers import digits_of, prose_of, swapped
from tongket.checking.evidence.numbers import is_hedged, single
from tongket.checking.evidence.same_matter import lead_of
from tongket.checking.evidence.stops import sentence_start
from tongket.model.figures import Figure
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report
from tongket.vietnamese.unicode import key

_LEAST_DIGITS = 4  # chance turns the digits of shorter numbers, too
_OTHER_TIME = re.compile(
    r"(?<!\w)(?:so với|so|cùng kỳ|năm trước|năm ngoái|kỳ trước|đầu (?:năm|kỳ|nhiệm kỳ)|trước đó|kế hoạch|dự toán"
    r"|chỉ tiêu|phấn đấu|còn lại|trong đó|riêng|(?:quý|vụ) [^\W\d_]+|tháng \d+|\d+ tháng)(?!\w)",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?<![\d.,])(?:19|20)\d\d(?![\d.,]\d)")
_FORMAL = frozenset(map(key, ("toàn huyện", "toàn tỉnh", "toàn xã", "tổng số", "thực hiện", "đã có", "hiện có")))


def check_turned_digits(report: Report) -> Iterator[Finding]:
    """Yield ``body-appendix-mismatch`` where two sentences tell a number of four digits and more of one matter, the one
    with the other's digits in another order: 'dư nợ 86.412 triệu đồng', later 'dư nợ ... là 84.612 triệu đồng'.

    Not flagged: numbers of other times or of parts, hedges, changes and aims; what either place tells of another
    matter; numbers of which one stands in the report more than once.
    """
    alike: dict[tuple[str, str], list[Figure]] = defaultdict(list)
    for one in prose_of(report):
        value = single(one.value)
        plain = not (one.change or one.target or is_hedged(one) or one.unit == "%") and one.base_unit
        if value is not None and plain and digits_of(value) >= _LEAST_DIGITS:
            alike[one.unit, "".join(sorted(f"{value:f}"))].append(one)
    for several in alike.values():
        if len(several) == 2 and _are_one_matter(report, *several):
            one, other = several
            yield told_otherwise(report.text, _place(report, other), _place(report, one))


def _are_one_matter(report: Report, one: Figure, other: Figure) -> bool:
    stated, true = single(one.value), single(other.value)
    if stated is None or true is None or not swapped(stated, true, max(one.decimals, other.decimals)):
        return False
    text = report.text
    begins = [sentence_start(text, it.start) for it in (one, other)]
    told = [text[begin : it.end] for begin, it in zip(begins, (one, other), strict=True)]
    if begins[0] == begins[1] or any(_OTHER_TIME.search(it) for it in told):
        return False
    years = [set(_YEAR.findall(it)) for it in told]
    if all(years) and not years[0] & years[1]:
        return False
    return bool(_pairs(report, one) & _pairs(report, other) - _FORMAL)


def _pairs(report: Report, one: Figure) -> frozenset[str]:
    """The words before a number, two by two."""
    words = key(report.text[slice(*lead_of(report, one))]).split()
    return frozenset(f"{first} {second}" for first, second in pairwise(words))


def _place(report: Report, one: Figure) -> Span:
    return Span(lead_of(report, one)[0], one.end)
