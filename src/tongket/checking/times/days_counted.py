"""The days over which figures are said to be counted (kỳ lấy số liệu, thời điểm chốt số liệu), against the title.

Cases of ``period-mismatch``, whose page stands with the dates.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from tongket.checking.evidence.clauses import clause_of
from tongket.checking.evidence.days import date_of, day_of, day_on
from tongket.checking.evidence.finds import finds
from tongket.checking.evidence.places import places_of
from tongket.checking.evidence.tasks import tasks_of
from tongket.checking.times.period_titles import small, title_period
from tongket.checking.times.periods import mentions
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report
from tongket.vietnamese.dates import printed_day

_DAY = r"(\d{1,2})(?:/|-|\.|\stháng\s)(\d{1,2})(?:/|-|\.|\snăm\s)((?:19|20)\d\d)"
_COUNTED = re.compile(
    rf"(?:[Ss]ố liệu|[Kk]ỳ báo cáo|[Tt]hời (?:kỳ|gian) (?:báo cáo|lấy số liệu|tổng hợp))[^.;\n]{{0,50}}?"
    rf"từ (?:ngày )?{_DAY} đến (?:hết )?(?:ngày )?{_DAY}"
)


def check_days_counted(report: Report) -> Iterator[Finding]:
    """Yield ``period-mismatch`` where the days over which the figures are counted make another length than the period
    of the title: three months in a report on half a year.

    Allowed: six weeks, for periods close some days before their end (Thông tư 01/2020/TT-VPCP); years of twelve months
    that end in the year of the title, as courts and enforcement have them (01/10 to 30/9).
    """
    title = title_period(report)
    if title is None:
        return
    said, period = title
    for found in finds(_COUNTED, report.text):
        since, until = day_on(*found.groups()[:3]), day_on(*found.groups()[3:])
        if since is None or until is None:
            continue
        asked, counted = (period.until - period.since).days, (until - since).days
        if period.whole_year and until.year == period.until.year and abs(asked - counted) <= _A_FEW_DAYS:
            continue
        if abs(asked - counted) > _ALLOWED or abs((until - period.until).days) > _ALLOWED:
            facts = {"period": f"{printed_day(since.isoformat())} - {printed_day(until.isoformat())}", "title": said}
            yield Finding("period-mismatch", "warning", Span(*found.span()), "counted", facts)


_ALLOWED = 45  # days
_A_FEW_DAYS = 5


_CHARGED = (
    r"(?:[Ss]ố liệu|[Kk]ết quả(?=[^\d\n]{0,40}(?:đến|tới)\s)|[Tt]hời (?:điểm|gian) (?:chốt|lấy|tính|tổng hợp) số liệu)"
    r"(?: (?:báo cáo|được|này|trong báo cáo|tổng hợp|thống kê|cập nhật|lấy|chốt|tính))*:? (?:(?:đến|tới) )?"
)
_UNTIL = re.compile(
    rf"{_CHARGED}(?:(?:hết|thời điểm|ngày|tháng) )*(?:(?P<day>\d{{1,2}})(?:/|-|\.|\stháng\s))?"
    r"(?P<month>\d{1,2})(?:/|-|\.|\snăm\s)(?P<year>(?:19|20)\d\d)(?![\d/])"
)
_STALE = 200  # days


def check_counted_until(report: Report) -> Iterator[Finding]:
    """Yield ``period-mismatch`` where the opening says that the figures are counted up to a day more than half a year
    before the report, or before the period of the title begins.

    Not flagged: a title that names a time which that day closes; days told further down, which are of one matter.
    """
    written, title = day_of(report.letterhead.date), report.letterhead.title_at
    if written is None or title is None:
        return
    first = min((one.start for one in report.sections), default=title.end + _OPENING)
    period = title_period(report)
    closes = [one.until for one in mentions(small(report.text[title.start : title.end]))]
    for found in _UNTIL.finditer(report.text, title.start, min(max(first, title.end), title.end + _OPENING)):
        month, year = int(found["month"]), int(found["year"])
        if not 1 <= month <= 12:
            continue
        until = datetime.date(year + month // 12, month % 12 + 1, 1)  # the month is over
        stale = (written - until).days > _STALE and all(abs(one - until) > _CLOSE for one in closes)
        if stale or (period is not None and until <= period[1].since):
            as_of = "/".join(part for part in (found["day"], found["month"], found["year"]) if part)
            facts = {"as_of": as_of, "date": printed_day(written.isoformat())}
            yield Finding("period-mismatch", "warning", Span(*found.span()), "stale", facts)


_CHARGED_WORDS = ("Số liệu", "số liệu")
_WHOLE_DAY = re.compile(
    r"(?: (?:báo cáo|được|này|trong báo cáo|tổng hợp|thống kê|cập nhật|tính|lấy|chốt))* (?:đến|tới)"
    rf"(?: (?:hết|thời điểm|ngày))* {_DAY}(?!\d)"
)
_FORECAST = re.compile(r"(?<!\w)(?:sẽ|ước|[Dd]ự kiến|[Pp]hấn đấu|[Kk]ế hoạch|gửi|đề nghị|yêu cầu|hoàn thành)(?!\w)")


def check_counted_ahead(report: Report) -> Iterator[Finding]:
    """Yield ``period-mismatch`` where figures are said to be counted up to a day well after that of the report.

    Not flagged: a month ahead, for reports of a period are written before its end, and two months where the day is that
    end; estimates, tasks and requests.
    """
    title = title_period(report)
    written = day_of(report.letterhead.date)
    if written is None or "date" in report.letterhead.inferred:
        return
    tasks = tasks_of(report)
    for found in (one for word in _CHARGED_WORDS for one in _behind(report.text, word)):
        day = date_of(found)
        closes = day is not None and title is not None and day == title[1].until
        if (
            day is None
            or (day - written).days <= (2 if closes else 1) * _A_MONTH_AHEAD
            or tasks.touch(Span(*found.span()))
        ):
            continue
        low, high = clause_of(report.text, *found.span())
        if not _FORECAST.search(report.text, low, high):
            facts = {"period": printed_day(day.isoformat()), "date": printed_day(written.isoformat())}
            yield Finding(
                "period-mismatch", "warning", Span(found.start() - len("số liệu"), found.end()), "ahead", facts
            )


def _behind(text: str, word: str) -> Iterator[re.Match[str]]:
    """Where a day up to which is counted stands right behind a word."""
    for at in places_of(text, word):
        found = _WHOLE_DAY.match(text, at + len(word))
        if found is not None:
            yield found


_A_MONTH_AHEAD = 31  # days
_OPENING = 3000  # letters behind the title
_CLOSE = datetime.timedelta(days=62)
