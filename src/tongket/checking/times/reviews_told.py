"""What the opening and the closing call the report (sơ kết, tổng kết, mấy năm thực hiện), against its title.

A case of ``period-mismatch``, whose page stands with the dates. A report made from the one of five years before keeps
its last sentence: 'Trên đây là báo cáo sơ kết 05 năm' under 'Tổng kết 10 năm'.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report

_KIND = re.compile(r"(?<!\w)(?P<kind>sơ|tổng) kết(?!\w)", re.IGNORECASE)
_OWN_KIND = re.compile(
    r"(?<!\w)báo cáo(?: kết quả| tình hình)?(?: công tác)? (?P<said>(?P<kind>sơ|tổng) kết(?: \d{1,2} năm)?)(?!\w)",
    re.IGNORECASE,
)
_YEARS = re.compile(
    r"(?<![\d/.-])(?P<said>(?:(?:sơ|tổng) kết )?(?P<years>\d{1,2}) năm)"
    r" (?:tổ chức |triển khai )?(?:thực hiện|triển khai|thi hành)(?!\w)",
    re.IGNORECASE,
)
_OF_ANOTHER = re.compile(r"(?<!\w)(?:cơ sở|chuẩn bị|phục vụ|tiến tới|để|đề nghị|yêu cầu|về việc|kế hoạch)(?!\w)")


def check_reviews_told(report: Report) -> Iterator[Finding]:
    """Yield ``period-mismatch`` where the closing calls the report a review of another kind or of more or fewer years
    than its title does.

    Not flagged: titles that name both kinds or several numbers of years, or none; reviews that this report serves
    ('làm cơ sở tổng kết 10 năm').
    """
    at, closing = report.letterhead.title_at, report.closing
    if at is None or closing is None or report.letterhead.doc_type != "Báo cáo":
        return
    title = report.text[at.start : at.end]
    end = report.text.find("\n\n", closing.start, closing.end)
    other = _other_years(report.text, title, closing, end) or _other_kind(report.text, title, closing, end)
    if other is not None:
        said = " ".join(report.text[other[0].start : other[0].end].split())
        yield Finding("period-mismatch", "warning", other[0], "heading", {"period": said, "title": other[1]})


def _other_years(text: str, title: str, closing: Span, end: int) -> tuple[Span, str] | None:
    """Where the closing tells another number of years than the title, and what the title says."""
    titled = {int(one["years"]): one for one in _YEARS.finditer(title)}
    told = list(_YEARS.finditer(text, closing.start, closing.end if end < 0 else end))
    if len(titled) != 1 or len(told) != 1 or _OF_ANOTHER.search(text, closing.start, told[0].start()):
        return None
    (years, one), other = *titled.items(), told[0]
    return (Span(*other.span("said")), " ".join(one["said"].split())) if int(other["years"]) != years else None


def _other_kind(text: str, title: str, closing: Span, end: int) -> tuple[Span, str] | None:
    """Where the closing calls the report a review of the other kind, and what the title calls it."""
    titled = {one["kind"].lower(): one[0] for one in _KIND.finditer(title)}
    told = _OWN_KIND.search(text, closing.start, closing.end if end < 0 else end)
    if len(titled) != 1 or told is None or told["kind"].lower() in titled:
        return None
    return Span(*told.span("said")), " ".join(next(iter(titled.values())).split())


CHECKS = (check_reviews_told,)
