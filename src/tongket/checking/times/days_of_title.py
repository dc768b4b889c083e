"""The days that a title names as those of the report (kỳ báo cáo theo ngày, báo cáo tuần): '(từ ngày 24/12 đến
31/12/2025)', '(Ngày 17/11/2025)', against the days of its opening, closing and counts, and against months and quarters
that are told of in a report on a week.

Cases of ``period-mismatch``, whose page stands with the dates.
"""

from __future__ import annotations

import datetime
import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from tongket.checking.evidence.clauses import clause_of
from tongket.checking.evidence.days import day_on
from tongket.checking.evidence.kept import of_last_report
from tongket.checking.evidence.spans import Spans
from tongket.checking.evidence.tasks import tasks_of
from tongket.checking.times.period_titles import title_period
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report

_FIRST = r"(?P<day>\d{1,2})(?:\s?[/.-]\s?(?P<month>\d{1,2})(?:\s?[/.-]\s?(?P<year>(?:19|20)\d\d))?)?"
_LAST = r"(?P<to_day>\d{1,2})\s?[/.-]\s?(?P<to_month>\d{1,2})\s?[/.-]\s?(?P<to_year>(?:19|20)\d\d)(?![\d/])"
_RANGE = re.compile(
    rf"(?:(?<!\w)(?:từ|TỪ|Từ)\s*(?:ngày|NGÀY)?\s*|\((?:ngày\s)?){_FIRST}"
    rf"\s*(?:(?:đến|ĐẾN)\s+(?:hết\s+)?(?:ngày\s*|NGÀY\s*)?|[-–]\s*){_LAST}"
)
_ONE_DAY = re.compile(
    r"\(\s*(?:[Tt]rong\s+|[Tt]ính đến\s+)?[Nn]gày\s+(?P<to_day>\d{1,2})\s?[/.-]\s?(?P<to_month>\d{1,2})"
    r"\s?[/.-]\s?(?P<to_year>(?:19|20)\d\d)\s*\)"
)
_BELOW = 100  # letters below a title in which its days may stand in brackets


@dataclass(frozen=True, slots=True)
class _Days:
    """Days as printed somewhere, from the first to the last."""

    start: int
    end: int
    since: datetime.date
    until: datetime.date

    @property
    def length(self) -> int:
        """How many days these are."""
        return (self.until - self.since).days + 1


@of_last_report
def _of_title(report: Report) -> _Days | None:
    """The days that the title names, or the brackets on the line below it; None where it names several."""
    at = report.letterhead.title_at
    if at is None or report.letterhead.doc_type not in ("Báo cáo", "BÁO CÁO"):
        return None
    line = _BRACKETED.match(report.text, at.end, at.end + _BELOW)
    high = line.end() if line else at.end
    named = [*_ranges(report.text, at.start, high), *_single_days(report.text, at.start, high)]
    return named[0] if len(named) == 1 else None


@of_last_report
def _cited(report: Report) -> Spans:
    """Where documents are cited, whose days are their own."""
    return Spans([Span(one.start, one.end) for one in report.citations])


_BRACKETED = re.compile(r"\s*\([^()]*\)")


def _ranges(text: str, low: int, high: int) -> Iterator[_Days]:
    """The ranges of days that are printed there; the month and year of the first may stand with the last."""
    for found in _RANGE.finditer(text, low, high):
        until = day_on(found["to_day"], found["to_month"], found["to_year"])
        since = day_on(found["day"], found["month"] or found["to_month"], found["year"] or found["to_year"])
        if since is not None and until is not None and since <= until:
            start = found.start() + (found[0][0] == "(")
            yield _Days(start, found.end(), since, until)


def _single_days(text: str, low: int, high: int) -> Iterator[_Days]:
    for found in _ONE_DAY.finditer(text, low, high):
        day = day_on(found["to_day"], found["to_month"], found["to_year"])
        if day is not None:
            yield _Days(found.start() + 1, found.end() - 1, day, day)


_OPENING = re.compile(r"(?<!\w)báo\s+cáo\s[^.;]{0,300}?(?:như\s+sau|cụ\s+thể|nội\s+dung\s+sau)")
_REACH = 3000  # letters behind the title in which the opening stands
_UP_TO = re.compile(
    r"(?<!\w)(?:đến|tới)\s+(?:hết\s+)?(?P<printed>ngày\s+(?P<day>\d{1,2})\s?[/.-]\s?(?P<month>\d{1,2})\s?[/.-]\s?"
    r"(?P<year>(?:19|20)\d\d))(?![\d/])"
)
_SOON = datetime.timedelta(days=62)  # as reports are late


def check_days_of_closing(report: Report) -> Iterator[Finding]:
    """Yield ``period-mismatch`` where the opening or closing sentence tells of the time up to a day before that of the
    title begins, or long after it: 'Trên đây là báo cáo ... đến ngày 07/11' of a report '(Ngày 17/11/2025)'.

    Not flagged: days of documents; titles that name no days and no month, quarter or year.
    """
    at, closing = report.letterhead.title_at, report.closing
    said_there = _time_of_title(report)
    if at is None or said_there is None:
        return
    title, since, until = said_there
    opening = _OPENING.search(report.text, at.end, at.end + _REACH)
    said = [*([opening.span()] if opening else []), *([(closing.start, closing.end)] if closing else [])]
    for low, high in said:
        for found in _UP_TO.finditer(report.text, low, high):
            day = day_on(found["day"], found["month"], found["year"])
            place = Span(*found.span("printed"))
            if day is None or _cited(report).touch(place):
                continue
            if day < since or day > until + _SOON:
                facts = {"period": _line(report.text[place.start : place.end]), "title": title}
                yield Finding("period-mismatch", "warning", place, "heading", facts)


def _time_of_title(report: Report) -> tuple[str, datetime.date, datetime.date] | None:
    """The time that the title names, by its days or else as month, quarter or year: as printed, first and last day."""
    own = _of_title(report)
    if own is not None:
        return _line(report.text[own.start : own.end]), own.since, own.until
    period = title_period(report)
    return (period[0], period[1].since, period[1].until) if period is not None else None


def _line(printed: str) -> str:
    return " ".join(printed.split())


_COUNTS = re.compile(r"(?<!\w)(?:[Kk]ết quả|[Ss]ố liệu|[Tt]ình hình|[Tt]rong (?:tuần|kỳ))")
_OWN_TIME = re.compile(
    r"(?<!\w)(?:[Ll]uỹ kế|[Ll]ũy kế|cao điểm|chiến dịch|đợt|kế hoạch|[Ss]o với|(?:tuần|kỳ|tháng) trước|diễn ra|dự kiến"
    r"|trực|nghỉ|lịch|tổ chức|tập huấn|kiểm tra|giám sát|thanh tra|đại hội|hội nghị)(?!\w)"
)
_WEEK = range(5, 11)  # days that a report on a week tells of
_LEAST = 3  # days
_NEAR = datetime.timedelta(days=31)


def check_days_of_counts(report: Report) -> Iterator[Finding]:
    """Yield ``period-mismatch`` where a report on one week counts something over days that are not its own: 'Kết quả
    tiếp nhận hồ sơ từ ngày 22/12 - 26/12/2025' in one on 24/12 - 31/12.

    Not flagged: days within its own; events, campaigns and plans, which have days of their own; comparisons, tasks;
    times longer than a week.
    """
    own = _of_title(report)
    if own is None or own.length not in _WEEK:
        return
    for one in _ranges(report.text, own.end, len(report.text)):
        place = Span(one.start, one.end)
        within = own.since <= one.since and one.until <= own.until
        if within or not _LEAST <= one.length <= _WEEK[-1] or abs(one.until - own.until) > _NEAR:
            continue
        low, high = clause_of(report.text, one.start, one.end)
        low = max(low, report.text.rfind("\n\n", low, one.start))
        before = " ".join(report.text[max(low - _LINE_ABOVE, 0) : one.start].split())
        if not _COUNTS.search(before) or _OWN_TIME.search(report.text, low, high):
            continue
        if _cited(report).touch(place) or tasks_of(report).touch(place):
            continue
        facts = {
            "period": _line(report.text[one.start : one.end]),
            "title": _line(report.text[own.start : own.end]),
        }
        yield Finding("period-mismatch", "warning", place, "counted", facts)


_LINE_ABOVE = 100  # letters: the words of a count may stand on the line above its days


_OF_A_WEEK = re.compile(r"(?<!\w)(?:tuần|TUẦN|Tuần)(?!\w)(?! lễ)")
_LONGER = re.compile(r"(?<!\w)(?:tháng|quý|năm)(?!\w)", re.IGNORECASE)
_FRAME = re.compile(
    r"(?<!\w)(?P<frame>[Tt]rong (?:tháng|quý))"
    r"(?=\s*[,;:.\n]| (?:qua|đã|có|không|toàn|xã|phường|UBND|Đảng)(?!\w))"
)
_AT_TITLE = 400  # letters before a frame in which a month or quarter may be named that it points to
_NAMES_ONE = re.compile(r"(?<!\w)(?:tháng|[Tt]háng)\s+\d|[Qq]uý\s+(?:I|V|\d)|(?<!\w)(?:lũy kế|luỹ kế|Lũy kế|Luỹ kế)")


def check_frames_of_weeks(report: Report) -> Iterator[Finding]:
    """Yield ``period-mismatch`` where a report on a week tells what was done 'trong tháng' or 'trong quý', as a passage
    copied from a longer report does.

    Not flagged: a title that names a month or quarter beside the week otherwise than in its days; a month that the text
    names before; tasks, and what is to come.
    """
    own, at = _of_title(report), report.letterhead.title_at
    if at is None or report.letterhead.doc_type not in ("Báo cáo", "BÁO CÁO"):
        return
    title = report.text[at.start : at.end]
    if not _OF_A_WEEK.search(title) or _LONGER.search(title) or (own is not None and own.length not in _WEEK):
        return
    for found in _FRAME.finditer(report.text, at.end):
        place = Span(*found.span("frame"))
        if tasks_of(report).touch(place) or _NAMES_ONE.search(report.text, *_before(report, found.start())):
            continue
        facts = {"period": found["frame"], "title": _line(title if own is None else report.text[own.start : own.end])}
        yield Finding("period-mismatch", "warning", place, "frame", facts)


def _before(report: Report, at: int) -> tuple[int, int]:
    """What stands before a place in its own section, at most some lines."""
    heads = _heads(report)
    above = bisect_right(heads, at)
    return max(at - _AT_TITLE, heads[above - 1] if above else 0), at


@of_last_report
def _heads(report: Report) -> list[int]:
    """Where sections begin, in order."""
    return sorted(one.start for one in report.walk_sections())


_SEVERAL_WEEKS = re.compile(
    r"(?:\d|hai|ba|bốn|các|những|nửa)\s+tuần|tuần\s+(?:thứ\s+)?\d{1,2}\s*(?:,|và|[-–]|&|đến)|tuần\s+\w+\s+và\s+tuần",
    re.IGNORECASE,
)


def check_length_of_week(report: Report) -> Iterator[Finding]:
    """Yield ``period-mismatch`` where the title of a report on one week names days that are two weeks: 'công tác tuần
    (từ ngày 26/8 đến ngày 09/9)'.

    Not flagged: titles of several weeks, or of a month or quarter too; a holiday more or less.
    """
    own, at = _of_title(report), report.letterhead.title_at
    if own is None or at is None or own.length <= _WEEK[-1] + 1:
        return
    title = report.text[at.start : max(at.end, own.end)]
    if _OF_A_WEEK.search(title) and not _LONGER.search(title) and not _SEVERAL_WEEKS.search(title):
        facts = {"period": _line(report.text[own.start : own.end])}
        yield Finding("period-mismatch", "warning", Span(own.start, own.end), "week", facts)


CHECKS = (check_days_of_closing, check_days_of_counts, check_frames_of_weeks, check_length_of_week)
