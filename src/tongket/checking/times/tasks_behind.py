"""Tasks ahead that a line of the text sets for the very period that the report reviews (nhiệm vụ của kỳ đã qua).

Cases of ``period-mismatch``, whose page stands with the dates. Headings are in ``period_titles``; here are lines that
no number makes a heading: 'Nhiệm vụ trọng tâm quý II năm 2025: ...' in the report of that quarter.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tongket.checking.evidence.days import day_of
from tongket.checking.evidence.finds import finds
from tongket.checking.evidence.tasks import tasks_of
from tongket.checking.times.period_titles import small, title_period
from tongket.checking.times.periods import all_mentions, mentions
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report
from tongket.vietnamese.dates import printed_day

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

_OPENS = re.compile(r"(?:^|(?<=\n)|(?<=\. ))[ \t]*(?:[-+*•] ?)?[Tt]rong $")
_TO_DO = re.compile(
    r",? (?:(?!đã|được|có|không)[^\W\d_]+ ){0,8}?(?:tập trung|phấn đấu|tiếp tục|cần|sẽ|triển khai thực hiện"
    r"|đẩy mạnh)(?!\w)"
)


def check_openings_behind(report: Report) -> Iterator[Finding]:
    """Yield ``period-mismatch`` where a sentence of the tasks sets them for the very time that the report reviews:
    'Trong 6 tháng đầu năm 2026, Ban Thường trực tập trung thực hiện một số nhiệm vụ sau'.
    """
    title, signed = title_period(report), day_of(report.letterhead.date)
    if title is None or signed is None or (title[1].until - signed).days > _LEAD_TIME:
        return
    tasks = tasks_of(report)
    for one in all_mentions(report):
        place = Span(one.start, one.end)
        if (one.since, one.until) != (title[1].since, title[1].until) or not tasks.touch(place):
            continue
        if _OPENS.search(report.text, max(one.start - 20, 0), one.start) and _TO_DO.match(report.text, one.end):
            facts = {"period": " ".join(report.text[one.start : one.end].split()), "title": title[0]}
            yield Finding("period-mismatch", "warning", place, "tasks", facts)


_PREPARED = re.compile(
    r"(?<!\w)(?P<do>[Cc]huẩn bị|[Tt]iến tới|[Tt]riển khai (?:tốt )?công tác chuẩn bị)"
    r" (?:(?:tốt|chu đáo|kỹ|các điều kiện|mọi điều kiện|nội dung|cho|để|phục vụ|tổ chức|thành công|công tác|và|nhân sự"
    r"|cuộc|an toàn) ){0,6}(?P<event>(?:[Đđ]ại hội|[Bb]ầu cử|[Hh]ội nghị|[Cc]uộc bầu cử)(?!\w)[^.;\n]{0,110}?"
    r"(?:nhiệm kỳ (?P<term>20\d\d) ?[-–] ?20\d\d|năm (?P<year>20\d\d)(?!\d)))"
)
_BY_MAY = 5  # month by which elections are over in the year that begins a term


def check_events_behind(report: Report) -> Iterator[Finding]:
    """Yield ``period-mismatch`` for a congress or an election that the tasks ahead prepare, and that was held by the
    time of the report: the term that it begins began in an earlier year.
    """
    signed = day_of(report.letterhead.date)
    if signed is None or "date" in report.letterhead.inferred:
        return
    tasks = tasks_of(report)
    for found in finds(_PREPARED, report.text):
        year, place = int(found["term"] or found["year"]), Span(*found.span())
        last_days = signed.year == year and signed.month > _LAST_MONTHS
        of_election = "ầu cử" in found["event"] and found["term"] and signed.year == year and signed.month > _BY_MAY
        if tasks.touch(place) and (signed.year > year or of_election or (last_days and found["term"])):
            facts = {"period": " ".join(found["event"].split()), "date": printed_day(signed.isoformat())}
            yield Finding("period-mismatch", "warning", place, "event-over", facts)


_LAST_MONTHS = 10

CHECKS = (check_tasks_behind, check_openings_behind, check_events_behind)
