"""Tasks ahead that a line of the text sets for the very period that the report reviews (nhiệm vụ của kỳ đã qua).

A case of ``period-mismatch``, whose page stands with the dates. Headings are in ``period_titles``; here are lines that
no number makes a heading: 'Nhiệm vụ trọng tâm quý II năm 2025: ...' in the report of that quarter.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tongket.checking.evidence.days import day_of
from tongket.checking.times.period_titles import small, title_period
from tongket.checking.times.periods import mentions
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report

_LEAD = re.compile(
    r"^(?:[^\w\n]|[a-đ]\)|\d{1,2}\.){0,9}(?:(?:[Mm]ột số|[Cc]ác|[Vv]ề) )?(?:[Nn]hiệm vụ|[Pp]hương hướng"
    r"|[Cc]hương trình công tác|[Kk]ế hoạch công tác)"
    r"(?:,? (?:và )?(?:nhiệm vụ|giải pháp|trọng tâm|chủ yếu|công tác|cơ bản|phương hướng|chính|thời gian tới))*"
    r" (?=quý|tháng|\d{1,2} tháng|[Qq]uý|năm)(?P<said>[^.:;\n]{4,40}?)(?P<end>:|\.\s|$)",
    re.MULTILINE,
)
_REST = re.compile(r"còn lại|cuối|tới|tiếp theo|đã giao|được giao")


def check_tasks_behind(report: Report) -> Iterator[Finding]:
    """Yield ``period-mismatch`` for a line that opens the tasks of a month, quarter or year that the title reviews.

    Not flagged: what is left of a period; reports signed while more than a month of it lies ahead.
    """
    title = title_period(report)
    if title is None:
        return
    said, period = title
    signed = day_of(report.letterhead.date)
    if signed is not None and (period.until - signed).days > _LEAD_TIME:
        return
    headings = {one.start for one in report.walk_sections() if one.kind == "heading"}
    for lead in _LEAD.finditer(report.text):
        found = list(mentions(small(lead["said"])))
        if len(found) != 1 or _REST.search(lead["said"]) or lead.start() in headings:
            continue
        if (found[0].since, found[0].until) == (period.since, period.until):
            place = Span(lead.start("said"), lead.end("said"))
            facts = {"period": " ".join(lead["said"].split()), "title": said}
            yield Finding("period-mismatch", "warning", place, "tasks", facts)


_LEAD_TIME = 31  # days of a period that may lie ahead when its report is signed

CHECKS = (check_tasks_behind,)
