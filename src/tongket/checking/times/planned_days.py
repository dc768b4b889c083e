"""Days that are told as expected and have passed (mốc dự kiến đã qua): 'dự kiến trình ngày 22/8/2026', 'sẽ trình
trước ngày 22/8/2026' in a report of September.

A case of ``date-chronology``, whose page stands with the dates.
"""

from __future__ import annotations

import calendar
import datetime
import re
from collections.abc import Iterator

from tongket.checking.evidence.days import day_of, day_on
from tongket.checking.evidence.finds import finds
from tongket.checking.times.terms_ordered import gives_tasks
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report
from tongket.vietnamese.dates import printed_day
from tongket.vietnamese.numbers import counted

_SPAN = r"(?:tháng (?P<in_month>\d{1,2})|quý (?P<quarter>III|II|IV|I|[1-4]))(?:/| năm )(?P<in_year>20\d\d)(?![\d/])"
_EXPECTED = re.compile(
    r"(?:[Dd]ự kiến(?<!\w.{7})|sẽ(?<!\w.{2}))(?!\w)(?P<what>[^.;\n|]{0,90}?)"
    r"(?P<when>(?:ngày|trước|vào|hết) (?:ngày )?(?P<day>\d{1,2})/(?P<month>\d{1,2})/(?P<year>20\d\d)(?![\d/])"
    rf"|(?:từ |vào |trong )?(?:hết |cuối )?{_SPAN})"
)
_TOLD = re.compile(
    r"(?<!\w)(?:nhưng|tuy nhiên|thực tế|thực hiện được|song|đã|chậm|lùi|hoãn|kéo dài|điều chỉnh|vẫn|chưa|không|quá hạn"
    r"|đến nay|hiện nay|theo kế hoạch|theo tiến độ|ban đầu|trước đây|trước đó)(?!\w)",
    re.IGNORECASE,
)
_OTHERWISE = re.compile(rf"{_TOLD.pattern}|(?<!\w)(?:số|theo|kinh phí|từ|sau|tính|so với|bằng)(?!\w)", re.IGNORECASE)
_UP_TO = re.compile(
    r"(?:[Tt]ính đến|[Đđ]ến|[Đđ]ến hết|[Ss]ố liệu đến) (?:hết )?(?:ngày )?(\d{1,2})/(\d{1,2})/(20\d\d)(?![\d/])"
)
_LONGEST = 200  # letters of a sentence to either side
_MONTHS = range(1, 13)
_END = re.compile(r"[.;\n|](?!\d)")


def check_days_expected(report: Report) -> Iterator[Finding]:
    """Yield ``date-chronology`` for a day or month that is told as expected and lies before the report's own day, or,
    where its head leaves that open, before the last day up to which it counts; in a part of a report without a head,
    before a later day of that year on which something is told as done.

    Not flagged: sentences that say what became of it ('nhưng đến nay', 'thực tế', 'chậm'); days of documents; plans and
    orders, whose terms are read by themselves; other documents without a day.
    """
    text = report.text
    if ("ự kiến" not in text and "sẽ" not in text) or gives_tasks(report):
        return
    of_report = _today(report)
    done = {} if of_report or not _is_part(report) else _last_done(text)
    for found in finds(_EXPECTED, text) if of_report or done else ():
        last = _last_day(found)
        today = of_report or (done.get(last.year) if last and found[0][0] in "Dd" else None)
        if today is None or last is None or last >= today or _OTHERWISE.search(found["what"]):
            continue
        low = max(found.start() - _LONGEST, 0)
        low = max((end.end() for end in _END.finditer(text, low, found.start())), default=low)
        stop = _END.search(text, found.end(), found.end() + _LONGEST)
        behind = text[found.end() : stop.start() if stop else found.end() + _LONGEST]
        if not _TOLD.search(behind) and not _BEFORE.search(text, low, found.start()):
            case, of = ("expected", "report_date") if of_report else ("expected-then", "done_date")
            facts = {"printed": " ".join(found["when"].split()), of: printed_day(today.isoformat())}
            yield Finding("date-chronology", "warning", Span(*found.span()), case, facts)


_DONE_ON = re.compile(
    r"(?<!\w)đã (?!(?:được )?(?:dự kiến|ấn định|hẹn|lên lịch))(?:[^.;\n|\d]|\d(?![\d.]{0,9}/)){3,120}?"
    r"(?<!trước )(?<!đến )(?<!hết )(?<!từ )(?:vào )?ngày (\d{1,2})/(\d{1,2})/(20\d\d)(?![\d/])"
)
_AIMS_INSIDE = re.compile(
    r"(?<!\w)(?:sẽ|để|dự kiến|yêu cầu|đề nghị|(?<!bàn )giao|cam kết|chỉ đạo|xin|kế hoạch|thông báo|mời|đăng ký"
    r"|chưa|thời hạn|cho phép|gia hạn|thống nhất|hiệu lực|áp dụng|bắt đầu)(?!\w)"
)


def _is_part(report: Report) -> bool:
    """Whether a text has no head at all: a part of a report, of which the day stands elsewhere."""
    head = report.letterhead
    return head.date_at is None and head.doc_type is None and head.date is None


def _last_done(text: str) -> dict[int, datetime.date]:
    """Of each year the last day on which something is told as done: 'đã trình thành phố ngày 21/4/2026'."""
    last: dict[int, datetime.date] = {}
    for found in finds(_DONE_ON, text):
        day = day_on(*found.groups())
        if day and not _AIMS_INSIDE.search(found[0]):
            last[day.year] = max(day, last.get(day.year, day))
    return last


_DAY_FIRST = re.compile(
    r"(?P<when>(?:Ngày|Vào ngày|Dự kiến ngày) (?P<day>\d{1,2})/(?P<month>\d{1,2})/(?P<year>20\d\d)"
    rf"|(?:Trong|Vào) {_SPAN})(?: tới đây| tới)?,? (?P<who>(?:[^\W\d_]+ ){{0,8}}?)sẽ(?!\w)"
)
_ACTED = re.compile(r"(?<!\w)(?:đã|ban hành|có|theo|quy định|phê duyệt|thông báo|cam kết|yêu cầu|ký|họp|và|mà)(?!\w)")


def check_days_ahead(report: Report) -> Iterator[Finding]:
    """Yield ``date-chronology`` for a past day, month or quarter that opens a sentence on what will be done: 'Ngày
    15/5/2026, xã sẽ tổ chức hội nghị' in a report of September.

    Not flagged: what was done on that day ('Ngày 15/5/2026 xã ban hành kế hoạch, theo đó sẽ'); plans and orders.
    """
    if gives_tasks(report):
        return
    today = _today(report)
    for found in finds(_DAY_FIRST, report.text) if today else ():
        day = _last_day(found)
        if day is None or today is None or day >= today or _ACTED.search(found["who"]):
            continue
        facts = {"printed": found["when"], "report_date": printed_day(today.isoformat())}
        yield Finding("date-chronology", "warning", Span(*found.span()), "to-come", facts)


_BEFORE = re.compile(r"(?<!\w)(?:[Tt]heo kế hoạch|[Tt]heo tiến độ|ban đầu|trước đây|trước đó|lẽ ra)(?!\w)[^.;\n]*$")


def _today(report: Report) -> datetime.date | None:
    """The day of the report; where its head has none, the last one up to which it counts."""
    if "date" in report.letterhead.inferred:
        return None
    today = day_of(report.letterhead.date)
    if today or not report.letterhead.date_at:
        return today
    days = (day_on(*found.groups()) for found in finds(_UP_TO, report.text))
    return max((day for day in days if day and str(day.year) == (report.letterhead.date or "")[:4]), default=None)


def _last_day(found: re.Match[str]) -> datetime.date | None:
    """The day that was expected, or the last one of the month or quarter."""
    if found["day"]:
        return day_on(found["day"], found["month"], found["year"])
    year = int(found["in_year"])
    month = int(found["in_month"]) if found["in_month"] else 3 * (counted(found["quarter"]) or 0)
    return day_on(calendar.monthrange(year, month)[1], month, year) if month in _MONTHS else None


_AIMED = re.compile(
    r"hấn đấu(?<=[Pp]hấn đấu)(?:,? (?:đến|hết|cuối|trong|hoàn thành))* năm (?P<year>20\d\d)(?![\d/-]|\s?[-–])"
)
_SET_THEN = re.compile(
    r"(?<!\w)(?:đặt ra|đề ra|đã|giai đoạn|nhiệm kỳ|nghị quyết|kế hoạch số|mục tiêu|chỉ tiêu|theo|tại|năm 20\d\d)(?!\w)",
    re.I,
)


def check_years_aimed(report: Report) -> Iterator[Finding]:
    """Yield ``date-chronology`` for a year before the report's own by which something is still aimed at: 'Phấn đấu năm
    2025 đạt 95%' in the tasks of a report of December 2026.

    Not flagged: aims of then ('đề ra phấn đấu năm 2025'); sentences with another year; plans and orders.
    """
    today = None if gives_tasks(report) else _today(report)
    for found in finds(_AIMED, report.text) if today else ():
        low = max(found.start() - _LONGEST, 0)
        low = max((end.end() for end in _END.finditer(report.text, low, found.start())), default=low)
        stop = _END.search(report.text, found.end(), found.end() + _LONGEST)
        rest = report.text[found.end() : stop.start() if stop else found.end() + _LONGEST]
        said = f"{report.text[low : found.start()]} {rest}"
        if today is not None and int(found["year"]) < today.year and not (_SET_THEN.search(said) or _TOLD.search(said)):
            facts = {"printed": f"năm {found['year']}", "report_date": printed_day(today.isoformat())}
            yield Finding("date-chronology", "warning", Span(found.start() - 1, found.end()), "expected", facts)


CHECKS = (check_days_expected, check_days_ahead, check_years_aimed)
