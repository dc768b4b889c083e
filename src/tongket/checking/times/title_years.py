"""The year of a title against the day of the report, and against the year of its tasks (năm ghi ở trích yếu).

Cases of ``period-mismatch``, whose page stands with the dates. The title of the last report is copied, and its year
with it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tongket.checking.evidence.days import day_of
from tongket.checking.evidence.recognition import is_dirty
from tongket.checking.times.period_titles import small, title_period
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report
from tongket.vietnamese.dates import printed_day

_LATE = 270  # days after a month, quarter or half year from which no report on it comes


def check_title_against_day(report: Report) -> Iterator[Finding]:
    """Yield ``period-mismatch`` where the title reports on a month, quarter or half of a year that begins after the day
    of the report, or was over nearly a year before it: 'quý I năm 2024' of 07/3/2025.

    Not flagged: whole years, which are reviewed late; heads without a day; scans with dirt.
    """
    day, title = day_of(report.letterhead.date), title_period(report)
    at, head = report.letterhead.title_at, report.letterhead
    if day is None or title is None or at is None or "date" in head.inferred or is_dirty(report):
        return
    said, period = title
    if not period.whole_year and (day < period.since or (day - period.until).days > _LATE):
        facts = {"title": said, "date": printed_day(day.isoformat())}
        yield Finding("period-mismatch", "warning", at, "title-day", facts)


_TWO_YEARS = re.compile(
    r"(?<!đầu )(?<!cuối )năm (?P<one>20\d\d)(?![\s]*[-–/]\s*\d)[^.;\d]{0,40}?"
    r"(?:phương hướng|nhiệm vụ|kế hoạch|mục tiêu|chương trình công tác|giải pháp)[^.;\d]{0,60}?"
    r"(?<!đến)(?<!tới)(?<!hết) năm (?P<other>20\d\d)"
    r"(?!\s*[-–/]\s*\d)"
)
_YEAR = re.compile(r"20\d\d")


def check_years_of_title(report: Report) -> Iterator[Finding]:
    """Yield ``period-mismatch`` where a title reviews one year and sets the tasks of another one than the next: 'Kết
    quả năm 2024 và phương hướng, nhiệm vụ năm 2026'.

    Not flagged: titles of more years than two; the last months of the same year; tasks up to a far year ('đến năm
    2030').
    """
    at = report.letterhead.title_at
    if at is None or is_dirty(report):
        return
    title = small(" ".join(report.text[at.start : at.end].split()))
    found = _TWO_YEARS.search(title)
    if found is None or len(_YEAR.findall(title)) != len(("one", "other")):
        return
    one, other = int(found["one"]), int(found["other"])
    if other - one not in (0, 1):
        facts = {"period": f"năm {other}", "title": f"năm {one}"}
        yield Finding("period-mismatch", "warning", Span(at.start, at.end), "title-years", facts)


CHECKS = (check_title_against_day, check_years_of_title)
