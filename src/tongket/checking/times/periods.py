"""The period that a report speaks of (kỳ báo cáo): results of a time to come, another period than the title.

A case of ``period-mismatch``, whose page stands with the dates.
"""

from __future__ import annotations

import datetime
import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from tongket.checking.evidence.clauses import clause_of
from tongket.checking.evidence.days import day_of, day_on
from tongket.checking.evidence.kept import of_last_report
from tongket.checking.evidence.places import places_of
from tongket.checking.evidence.tasks import task_spans, tasks_of
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report
from tongket.vietnamese.dates import printed_day
from tongket.vietnamese.numbers import counted
from tongket.vietnamese.years import YEAR

_MENTION = re.compile(
    r"(?:(?P<months>\d{1,2}|[Ss]áu|[Cc]hín|[Bb]a) tháng(?: đầu)? năm (?P<of_months>(?:19|20)\d\d)"
    r"|[Qq]uý (?P<quarter>IV|I{1,3}|[1-4])(?:\s?/\s?| năm |[-–.])(?P<of_quarter>(?:19|20)\d\d)"
    r"|(?<!ngày )(?<!\d )[Tt]háng (?P<month>0?[1-9]|1[0-2])(?:\s?/\s?| năm |[-–.])(?P<of_month>(?:19|20)\d\d)"
    r"|năm (?P<year>(?:19|20)\d\d))(?![\d])(?!\s?[-–/]\s?\d)"
)
_BEFORE_YEAR, _BEHIND_YEAR = 24, 4  # letters of the longest mention, and those that its last conditions look at
PLAN = re.compile(
    r"(?<!\w)(?:sẽ|[Pp]hấn đấu|[Tt]iếp tục|[Kk]ế hoạch|[Dd]ự kiến|[Dd]ự toán|[Cc]huẩn bị|[Nn]hiệm vụ|[Mm]ục tiêu"
    r"|[Cc]hỉ tiêu|[Pp]hương hướng|[Cc]hương trình|[Đđ]ề nghị|[Kk]iến nghị|trước|[Đđ]ến|hết|[Cc]hậm nhất|[Đđ]ăng ký"
    r"|[Tt]ập trung|[Tt]ết|[Xx]uân|[Vv]ụ(?= (?:[A-ZĐ]|đông|xuân|mùa|hè|thu|sản xuất))"
    r"|[Gg]iao(?! ban| lưu)|[Mm]ừng|[Cc]hào|cho|[Hh]iệu lực|[Tt]riển khai|từ|lộ trình"
    r"|quy hoạch|bầu cử|[Đđ]ại hội)(?!\w)"
)
_HAPPENED = re.compile(
    r"(?<!\w)(?:không (?:phát sinh|xảy ra|có|để xảy ra)|đã|báo cáo số liệu|tổng hợp báo cáo|[Ss]ố liệu|kết quả|đạt"
    r"|[Ss]o với|giải quyết|tiếp nhận|xảy ra|phát sinh|được tổ chức|diễn ra)(?!\w)"
)
_HAPPENED_IN_A_YEAR = re.compile(
    r"(?<!\w)(?:không (?:phát sinh|xảy ra|để xảy ra)|báo cáo số liệu"
    r"|(?:cấp|giải ngân|quyết toán)[^.;,]{0,20}(?<!\w)chậm)(?!\w)"
)
_PART_OF_YEAR = re.compile(r"[Qq]uý|[Tt]háng|QUÝ|THÁNG")
_OPENING = re.compile(r"[Bb]áo cáo (?:kết quả|tình hình|công tác)[^.\n]{0,220}?(?:như sau|cụ thể)")


@dataclass(frozen=True, slots=True)
class Mention:
    """A month, quarter, part of a year or year that the text names, with its first and last day."""

    start: int
    end: int
    since: datetime.date
    until: datetime.date
    whole_year: bool


def check_reporting_period(report: Report) -> Iterator[Finding]:
    """Yield ``period-mismatch`` for results of a month, quarter or year that begins after the report's date or ends
    well after it, and where the opening reports on another part of the year than the title.

    Not flagged: plans and tasks, titles of documents, dates by which something is due; reports without a date.
    """
    day = day_of(report.letterhead.date)
    if day is None:
        return
    cited = sorted((one.start, one.end) for one in report.citations)
    tasks = list(task_spans(report.sections))
    title = report.letterhead.title_at
    for one in all_mentions(report):
        late = one.since > day or (not one.whole_year and (one.until - day).days > 31)
        if not late or _held(one.start, cited) or _held(one.start, tasks) or (title and one.start < title.end):
            continue
        low, high = clause_of(report.text, one.start, one.end)
        said = report.text[low : one.start] + "…" + report.text[one.end : high]
        happened = _HAPPENED_IN_A_YEAR if one.whole_year else _HAPPENED
        if (happened.search(said) and not PLAN.search(said)) or _is_told(report.text, one, high, day):
            facts = {"period": report.text[one.start : one.end], "date": printed_day(day.isoformat())}
            yield Finding("period-mismatch", "warning", Span(one.start, one.end), "ahead", facts)
    yield from _check_opening(report)


_DONE_IN = re.compile(
    r"(?<!\w)(?:được|đã) (?:phê duyệt|thành lập|công nhận|ban hành|khởi công|hoàn thành|cấp"
    r"|đưa vào (?:sử dụng|khai thác)|khánh thành|bàn giao|nghiệm thu)(?!\w)[^.;,\n\d]{0,30}$"
)
_AHEAD = re.compile(
    r"(?<!\w)(?:sẽ|[Dd]ự kiến|[Pp]hấn đấu|[Kk]ế hoạch|lộ trình|để|nhằm|mục tiêu|chỉ tiêu|dự toán|đến)(?!\w)"
)


def check_years_to_come(report: Report) -> Iterator[Finding]:
    """Yield ``period-mismatch`` for what is told as done in a year after that of the report: 'được phê duyệt năm 2026'.

    Not flagged: plans and tasks; years of what is planned ('đã phê duyệt kế hoạch năm 2026').
    """
    day = day_of(report.letterhead.date)
    if day is None or "date" in report.letterhead.inferred:
        return
    tasks = tasks_of(report)
    for one in all_mentions(report):
        if not one.whole_year or one.since <= day or tasks.touch(Span(one.start, one.end)):
            continue
        low, _ = clause_of(report.text, one.start, one.end)
        if _DONE_IN.search(report.text, low, one.start) and not _AHEAD.search(report.text, low, one.start):
            facts = {"period": report.text[one.start : one.end], "date": printed_day(day.isoformat())}
            yield Finding("period-mismatch", "warning", Span(one.start, one.end), "ahead", facts)


_HELD = (
    r"(?:tổ chức|đối thoại|họp|làm việc|diễn ra|khai mạc|ra quân|kiểm tra|giám sát|tập huấn|phát động|ra mắt|kết luận)"
)
_ON_A_DAY = re.compile(
    rf"(?:,| đã)(?!\w)[^.;\n]{{0,120}}?(?<!\w){_HELD}(?!\w)[^.;,\n\d]{{0,50}} (?:vào )?(?:ngày|sáng|chiều)"
    r" (?P<day>\d{1,2})[/.-](?P<month>\d{1,2})[/.-](?P<year>(?:19|20)\d\d)(?!\d)"
)
_BY_THEN = re.compile(r"(?<!\w)(?:theo|căn cứ|thực hiện|triển khai|từ|đến|tại|sau|trước)(?!\w)")


def check_days_outside(report: Report) -> Iterator[Finding]:
    """Yield ``period-mismatch`` where a sentence that opens with a quarter or month tells of a day before it: 'Trong
    quý IV/2026, đã đối thoại ngày 15/8/2026'.

    Not flagged: days of documents and of what was begun before.
    """
    for one in all_mentions(report):
        if one.whole_year or not _OPENS.search(report.text, max(one.start - 20, 0), one.start):
            continue
        told = _ON_A_DAY.match(report.text, one.end)
        day = day_on(told["day"], told["month"], told["year"]) if told else None
        if (
            told is None
            or day is None
            or day >= one.since
            or _BY_THEN.search(told[0][: told.start("day") - told.start()])
        ):
            continue
        facts = {"period": report.text[one.start : one.end], "day": printed_day(day.isoformat())}
        yield Finding("period-mismatch", "warning", Span(one.start, told.end()), "outside", facts)


_OPENS = re.compile(r"(?:\A|[.;\n])[ \t]*(?:[-+*•]\s?)?(?:(?:[Tt]rong|[Rr]iêng|[Tt]ính trong|[Rr]iêng trong)\s)?$")
_DONE_THEN = re.compile(
    r",? [^.;\d\n]{0,80}?(?<!\w)đã (?:mở|tổ chức|tiếp nhận|giải quyết|xử lý|kiểm tra|thanh tra|thu|chi|cấp phát|khám"
    r"|tuyên truyền|xét xử|thụ lý|hòa giải|kết nạp|vận động|hỗ trợ|trao|tặng|bàn giao|hoàn thành"
    r"|tiêm|xây dựng được|ban hành)"
    r"(?!\w)"
)
_AT_THE_FEAST = re.compile(
    r"(?:\A|[.;\n])[ \t]*(?:[-+*•]\s?)?(?:(?:Hưởng ứng|Nhân dịp|Nhân|Kỷ niệm|Chào mừng|Trong|Thực hiện)"
    r" [^.;,\n\d]{2,70} )?$"
)
_COUNTED_THEN = re.compile(  # 'Hưởng ứng Tuần lễ ... tháng 3/2022, hơn 3.000 người mặc áo dài'
    r", (?:[^.;\d\n]{0,60}? (?:đã|có|phát hiện|tặng|trao|ra quân|thu hút) [^.;\d\n]{0,40}?)?"
    r"(?:(?:có|hơn|trên|gần) ){0,3}\d[\d.]*(?:/\d[\d.]*)? [^\W\d_]+[^.;\n]{3,120}"
)
_OPENING_LETTERS = 90
_HARDLY_BEGUN = 15  # days
_STILL_TO_COME = re.compile(r"(?<!\w)(?:sẽ|[Dd]ự kiến|[Pp]hấn đấu|kế hoạch|nhiệm vụ|cần|phải|mục tiêu)(?!\w)")


def _is_told(text: str, one: Mention, high: int, day: datetime.date) -> bool:
    """Whether a sentence that opens with a part of a year, hardly begun, tells what was done in it: 'Trong quý III năm
    2018, xã đã mở ...' on 10 July; or, with one to come, how many did something.
    """
    opens = (
        (day - one.since).days <= _HARDLY_BEGUN
        and not one.whole_year
        and _OPENS.search(text, max(one.start - 20, 0), one.start) is not None
    )
    done = _DONE_THEN.match(text, one.end, high) if opens else None
    if done is None and one.since > day and not one.whole_year:
        at_feast = _AT_THE_FEAST.search(text, max(one.start - _OPENING_LETTERS, 0), one.start)
        ahead = at_feast is None or _STILL_TO_COME.search(at_feast[0])
        done = None if ahead else _COUNTED_THEN.match(text, one.end)
    return done is not None and not _STILL_TO_COME.search(text, one.start, done.end())


def _check_opening(report: Report) -> Iterator[Finding]:
    """The opening sentence against the title: both name a part of one year, and not the same."""
    title = report.letterhead.title_at
    if title is None:
        return
    named = [one for one in mentions(report.text[: title.end]) if one.start >= title.start and not one.whole_year]
    opening = _OPENING.search(report.text, title.end, title.end + 4000)
    if len(named) != 1 or opening is None or len(_PART_OF_YEAR.findall(report.text, title.start, title.end)) != 1:
        return
    for one in mentions(opening.group()):
        place = Span(opening.start() + one.start, opening.start() + one.end)
        other = (one.since, one.until) != (named[0].since, named[0].until)
        if not one.whole_year and other and one.since.year == named[0].since.year:
            facts = {
                "period": report.text[place.start : place.end],
                "title": report.text[named[0].start : named[0].end],
            }
            yield Finding("period-mismatch", "warning", place, "opening", facts)
            return


def mentions(text: str) -> Iterator[Mention]:
    """The periods that ``text`` names, in order."""
    for found in _mentions(text):
        year = int(found["of_months"] or found["of_quarter"] or found["of_month"] or found["year"])
        first, last = 1, 12
        if found["months"]:
            last = counted(found["months"]) or 0
        elif found["quarter"]:
            last = 3 * (counted(found["quarter"]) or 0)
            first = last - 2
        elif found["month"]:
            first = last = int(found["month"])
        if 1 <= last <= 12:
            after = datetime.date(year + last // 12, last % 12 + 1, 1)
            until = after - datetime.timedelta(days=1)
            yield Mention(*found.span(), datetime.date(year, first, 1), until, found["year"] is not None)


_REST = re.compile(r"(?P<months>\d{1,2}|[Ss]áu|[Bb]a) tháng cuối năm (?P<year>(?:19|20)\d\d)(?!\d)")
_REST_WORDS = " tháng cuối năm "


def rests_of_years(text: str) -> Iterator[Mention]:
    """What is left of years, as ``text`` names it: '6 tháng cuối năm 2026'."""
    for at in places_of(text, _REST_WORDS):
        rest = _REST.search(text, max(at - len("sáu"), 0), at + len(_REST_WORDS) + len("2026 "))
        months = (counted(rest["months"]) or 0) if rest else 0
        if rest and 1 <= months < 12:
            year = int(rest["year"])
            since, until = datetime.date(year, 13 - months, 1), datetime.date(year, 12, 31)
            yield Mention(*rest.span(), since, until, whole_year=False)


@of_last_report
def all_mentions(report: Report) -> list[Mention]:
    """The periods that the text of the report names, in order."""
    return list(mentions(report.text))


def _mentions(text: str) -> Iterator[re.Match[str]]:
    """Each match of ``_MENTION``, looked for around the years alone: so it costs a tenth."""
    done = 0
    for year in YEAR.finditer(text):
        if year.start() < done:
            continue
        found = _MENTION.search(text, max(done, year.start() - _BEFORE_YEAR), year.end() + _BEHIND_YEAR)
        if found is not None:
            done = found.end()
            yield found


def _held(at: int, spans: list[tuple[int, int]]) -> bool:
    index = bisect_right(spans, (at, 1 << 60)) - 1
    return any(low <= at < high for low, high in spans[max(index - 2, 0) : index + 1])
