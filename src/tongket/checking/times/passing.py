"""The days on which a resolution or law was passed and takes force, against the day of its head (ngày thông qua, ngày
có hiệu lực).

Cases of ``date-chronology``, whose page stands with the dates.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from tongket.checking.evidence.days import day_of, day_on
from tongket.checking.evidence.recognition import is_dirty
from tongket.model.findings import Finding, Severity
from tongket.model.places import Span
from tongket.model.reports import Report
from tongket.vietnamese.dates import printed_day

_OWN = r"(?:Luật|Bộ luật|Pháp lệnh|Nghị quyết|Nghị định|Quyết định|Thông tư|Quy chế|Quy định) này"
_DAY = r"(\d{1,2})(?:[/.-]|\stháng\s)(\d{1,2})(?:[/.-]|\snăm\s)((?:19|20)\d\d)(?!\d)"
_PASSED = re.compile(rf"{_OWN}\s(?:đã\s)?được\s[^.;]{{0,200}}?thông\s+qua\s+(?P<day>ngày\s+{_DAY})")
_IN_FORCE = re.compile(
    rf"{_OWN}\s(?:[^.;]{{0,240}}?\s)?có\s+hiệu\s+lực(?:\s+thi\s+hành)?\s+(?:kể\s+)?từ\s+(?P<day>ngày\s+{_DAY})"
)
_NORMATIVE = re.compile(r"\d+/(?:19|20)\d\d/|/QH\d|UBTVQH")
_LAST = 4000  # letters in which a resolution closes


def check_days_of_passing(report: Report) -> Iterator[Finding]:
    """Yield ``date-chronology`` where a resolution closes as passed after the day of its head, and where it takes force
    before it was passed or, if it makes rules, before the day of its head: laws do not allow it (Law 64/2025/QH15 on
    the promulgation of legal documents, as those before it).

    In recognised text a note. Not flagged: decisions on single matters, which may reach back; quoted documents.
    """
    head = day_of(report.letterhead.date)
    if "date" in report.letterhead.inferred:
        head = None
    severity: Severity = "info" if is_dirty(report) else "warning"
    low = max(len(report.text) - _LAST, 0)
    passed = _last(_PASSED, report.text, low)
    force = _last(_IN_FORCE, report.text, report.letterhead.title_at.end if report.letterhead.title_at else 0)
    if passed and head and passed[1] > head:
        facts = {"day": printed_day(passed[1].isoformat()), "date": printed_day(head.isoformat())}
        yield Finding("date-chronology", severity, passed[0], "passed", facts)
    issued = passed[1] if passed else head if _NORMATIVE.search(report.letterhead.canonical or "") else None
    if force and issued and force[1] < issued:
        facts = {"day": printed_day(force[1].isoformat()), "date": printed_day(issued.isoformat())}
        yield Finding("date-chronology", severity, force[0], "in-force", facts)


def _last(pattern: re.Pattern[str], text: str, low: int) -> tuple[Span, datetime.date] | None:
    """Where a pattern names its day, the last time outside quotation marks, and the day."""
    told = None
    for found in pattern.finditer(text, low):
        day = day_on(*found.groups()[-3:])
        quoted = text.rfind("“", max(low, found.start() - _QUOTE), found.start()) > text.rfind("”", low, found.start())
        if day is not None and not quoted:
            told = Span(*found.span("day")), day
    return told


_QUOTE = 3000

CHECKS = (check_days_of_passing,)
