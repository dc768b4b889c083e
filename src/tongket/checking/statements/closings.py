"""What the last sentence calls the document ('Trên đây là Kế hoạch ...' below a report): left from its model.

A case of ``layout``, whose page stands with the small things of form; 'Công văn này' is in ``form.own_name``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tongket.checking.evidence.places import places_of
from tongket.model.findings import Finding, Severity
from tongket.model.places import Span
from tongket.model.reports import Report

_TYPES = ("Báo cáo", "Kế hoạch", "Tờ trình", "Phương án", "Đề án", "Chương trình", "Chỉ thị", "Hướng dẫn")
_CALLED = re.compile(
    rf"Trên\sđây\slà\s(?:nội\sdung\s|toàn\sbộ\s)?(?P<said>(?P<type>(?i:{'|'.join(_TYPES)}))"
    r"(?:\s(?P<manner>nhanh|sơ\sbộ|tóm\stắt|giải\strình|đột\sxuất|bổ\ssung))?)(?!\w)"
)
_OPENING = "Trên đây là"


def check_closings(report: Report) -> Iterator[Finding]:
    """Yield ``layout`` where the sentence that closes a document calls it by another type, and as a note where it calls
    it quick, first or an answer, and the title does not.

    Not flagged: types that the title names, as what is reported on or issued; letters, decisions, announcements.
    """
    head = report.letterhead
    if head.doc_type not in _TYPES or "doc_type" in head.inferred:
        return
    title = " ".join((head.title or "").lower().split())
    for at in places_of(report.text.replace("\n", " "), _OPENING):
        found = _CALLED.match(report.text, at)
        if found is None:
            continue
        named, manner = " ".join(found["type"].lower().split()), " ".join((found["manner"] or "").split())
        other = named != head.doc_type.lower()
        if (other and named not in title) or (not other and manner and manner not in title):
            facts = {"here": " ".join(found["said"].split()), "type": head.doc_type}
            severity: Severity = "warning" if other else "info"
            yield Finding("layout", severity, Span(*found.span("said")), "own-name", facts)


CHECKS = (check_closings,)
