"""Plans that give tasks and set no term for any (kế hoạch không có thời hạn): nobody can be asked when it is due.

A case of ``incomplete``, whose page stands with sentences and blanks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tongket.checking.evidence.recognition import is_dirty
from tongket.checking.evidence.spans import in_citations
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report

_TYPES = frozenset(("Kế hoạch", "Phương án", "Chương trình", "Chỉ thị", "Kết luận"))
_CARRIED_OUT = re.compile(
    r"(?:tổ chức|triển khai) thực hiện|phân công (?:nhiệm vụ|trách nhiệm)|trách nhiệm", re.IGNORECASE
)
_TIME = r"(?:(?:ngày|tháng|quý|năm|tuần)(?! nay)|\d{1,2}/\d)"
_TERM = re.compile(
    rf"(?<!\w)(?:trước|chậm nhất(?: là)?|muộn nhất|đến hết|đến|xong|hết|từ|vào|trong)(?: hết| cuối| đầu)? {_TIME}"
    r"|(?<!\w)(?:thời (?:hạn|gian|điểm)(?: thực hiện| tổ chức| hoàn thành| báo cáo| diễn ra)?\s?:|tiến độ\s?:|định kỳ"
    r"|h[àằ]ng (?:tuần|tháng|quý|năm)|sơ kết|tổng kết|trong vòng \d|sau \d+ ngày|giai đoạn \d{4})(?!\w)",
    re.IGNORECASE,
)
_SHOWN = 20  # letters of a part without a heading
_LEAST = 3000  # letters of a document whose tasks need terms


def check_no_term_set(report: Report) -> Iterator[Finding]:
    """Yield ``incomplete`` (a note) where a long plan or directive says who carries it out, and names no day, month or
    interval by which anything is to be done or told.

    Not flagged: short documents; days of the documents that it cites are no terms; scans with dirt.
    """
    if report.letterhead.doc_type not in _TYPES or len(report.text) < _LEAST or is_dirty(report):
        return
    parts = [one for one in report.walk_sections() if one.head_end and _CARRIED_OUT.search(one.title or "")]
    if report.letterhead.doc_type == "Chỉ thị":
        parts = parts or list(report.sections[-1:])  # all of it gives tasks
    if not parts:
        return
    cited = in_citations(report)
    low = report.sections[0].start
    high = report.recipients_at.start if report.recipients_at else len(report.text)
    if all(cited.touch(Span(*found.span())) for found in _TERM.finditer(report.text, low, high)):
        at = Span(parts[-1].start, max(parts[-1].head_end, parts[-1].start + _SHOWN))
        yield Finding("incomplete", "info", at, "no-term", {"type": report.letterhead.doc_type or ""})


CHECKS = (check_no_term_set,)
