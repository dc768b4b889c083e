"""Limits that are denied, and told of or explained right below (nói không có hạn chế mà vẫn nêu hạn chế, nguyên nhân).

    '1. Hạn chế: Không có.', then '2. Nguyên nhân của hạn chế' with causes; 'không có tồn tại, hạn chế. Về tồn tại, ...'

Cases of ``body-appendix-mismatch``, whose page stands with the text against tables.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from tongket.checking.evidence.clauses import told_otherwise
from tongket.checking.evidence.finds import finds
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report, Section

_LIMITS = r"(?:tồn tại|hạn chế|khuyết điểm|khó khăn|vướng mắc|yếu kém)"
_OF_LIMITS = re.compile(rf"(?<!\w){_LIMITS}(?!\w)", re.IGNORECASE)
_OF_CAUSES = re.compile(r"(?<!\w)nguyên nhân(?!\w)", re.IGNORECASE)
_NONE = re.compile(r"[\W_]*không(?: có)?(?: gì| tồn tại| hạn chế| nào)*[\s.;/*_]*", re.IGNORECASE)
_NONE_SAID = re.compile(
    r"[\W_]*không(?: có)?(?: gì| những| các| tồn tại,?| hạn chế,?| khuyết điểm| nào)*\s?(?:[.;/*_]\s|\Z|\s*\Z)",
    re.IGNORECASE,
)
_SAYS = re.compile(r"[^\W\d_]+(?:\W+[^\W_]+){3}")  # four words
_HEAD_OF_TEXT = 40  # letters of a section in which it says that there is nothing


def check_causes_of_nothing(report: Report) -> Iterator[Finding]:
    """Yield ``body-appendix-mismatch`` where a section on limits says that there are none, and the next one tells what
    caused them.
    """
    for sections in (report.sections, *(one.children for one in report.walk_sections())):
        for one, other in pairwise(sections):
            title, causes = one.title or "", other.title or ""
            if not _OF_LIMITS.search(title) or _OF_CAUSES.search(title) or not _OF_CAUSES.search(causes):
                continue
            below = _text(report, other)
            if _NONE_SAID.match(_text(report, one)) and _SAYS.search(below) and not _NONE.match(below[:_HEAD_OF_TEXT]):
                yield told_otherwise(report.text, Span(one.start, one.end), Span(other.start, other.head_end))


def _text(report: Report, section: Section) -> str:
    return report.text[section.head_end or section.start : section.end]


_DENIED = re.compile(
    rf"(?<!\w)(?:không|chưa) (?:có|phát hiện|còn) (?:những |các )?{_LIMITS}"
    rf"(?:(?:,| và|,? hoặc) {_LIMITS})*(?: (?:nào|gì))?\s?[.;](?=\s)"
)
_TOLD = re.compile(
    rf"(?<![^\s])(?:Về|Một số|Những|Các)? ?{_LIMITS}(?:,? (?:và )?{_LIMITS})*(?: (?:lớn nhất|chủ yếu|chính))?"
    r"(?: là| hiện nay là|:|,) (?!không)[^\W\d_]+ [^\W\d_]+",
    re.IGNORECASE,
)
_NEAR = 600  # letters behind a denial in which the same matter is told of
_NEXT_HEADING = re.compile(r"\n\s*(?:[IVX]{1,4}|\d{1,2})[./)]")


def check_limits_denied(report: Report) -> Iterator[Finding]:
    """Yield ``body-appendix-mismatch`` where limits are denied, and the sentences behind, up to the next heading, tell
    of some.

    Not flagged: denials of great ones only ('không có hạn chế lớn'); of one field, told of under another heading.
    """
    for denied in finds(_DENIED, report.text):
        stop = _NEXT_HEADING.search(report.text, denied.end(), denied.end() + _NEAR)
        told = _TOLD.search(report.text, denied.end(), stop.start() if stop else denied.end() + _NEAR)
        if told is not None:
            yield told_otherwise(report.text, Span(*denied.span()), Span(*told.span()))


CHECKS = (check_causes_of_nothing, check_limits_denied)
