"""Percentages of growth where there was none before (tăng so với kỳ trước không có): nothing can be divided by zero.

A case of ``change-mismatch``, whose page stands with the arithmetic.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tongket.checking.evidence.places import matches_in_lines
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report

_THEN = (
    r"(?:[Cc]ùng kỳ|[Nn]ăm (?:trước|ngoái)|[Kk]ỳ trước|[Tt]háng trước|[Qq]uý trước|[Nn]ăm học trước)"
    r"(?: (?:năm|tháng|quý)? ?(?:trước|ngoái|(?:19|20)\d\d))?"
)
_NONE = (
    r"(?:[^\W\d_]+ ){0,2}(?:(?:không|chưa)(?: (?:xảy ra|có|phát sinh|ghi nhận|phát hiện|để xảy ra))+"
    r"(?: (?!tăng|nên|do|vì|mà|để|thì|khi)[^\W\d_]+){0,4}|(?:là |bằng |: ?)?0+(?: [^\W\d_]+)?)"
)
_GROWS = r"(?P<change>tăng(?: thêm| khoảng| gần| hơn| trên)* \d[\d.]*(?:,\d+)?\s?%)"
_OF_GROWTH = re.compile(_GROWS)
_PATTERNS = (
    re.compile(rf"(?P<none>{_THEN}:? {_NONE})\)?,? (?:như vậy |đã |tức )*{_GROWS}"),
    re.compile(
        rf"{_GROWS}(?: so với (?:cùng )?(?:kỳ|năm|tháng|quý)[^.;,()\d\n]{{0,20}})?,? ?\(?(?:do "
        rf"|vì )?(?P<none>{_THEN}:? {_NONE})(?=[).,;]|$)"
    ),
    re.compile(rf"{_GROWS} ?\((?P<none>[1-9]\d*\s?/\s?0)(?=[ )])"),
)


def check_growth_from_none(report: Report) -> Iterator[Finding]:
    """Yield ``change-mismatch`` for a percentage of growth right beside the words that there was none before: '03 ca
    (cùng kỳ không có), tăng 100%'.

    Not flagged: what was missing of another thing, farther off; growth as a number.
    """
    seen: set[int] = set()
    for pattern in _PATTERNS:
        for found in matches_in_lines(pattern, report.text, _OF_GROWTH):
            if found.start("change") in seen:
                continue
            seen.add(found.start("change"))
            facts = {"change": " ".join(found["change"].split()), "none": " ".join(found["none"].split())}
            related = (Span(*found.span("none")),)
            yield Finding("change-mismatch", "warning", Span(*found.span("change")), "none", facts, related)


CHECKS = (check_growth_from_none,)
