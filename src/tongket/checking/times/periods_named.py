"""Periods that a report names beside its own (kỳ báo cáo, giai đoạn): in its closing, in comparisons, with its years.

Cases of ``period-mismatch``, whose page stands with the dates.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from tongket.checking.evidence.clauses import clause_of
from tongket.checking.evidence.days import day_of, day_on
from tongket.checking.evidence.finds import finds
from tongket.checking.evidence.tasks import DONE, TASKS, tasks_of
from tongket.checking.times.period_titles import meet, small, title_period
from tongket.checking.times.periods import PLAN, all_mentions, mentions, rests_of_years
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report, Section
from tongket.vietnamese.dates import printed_day
from tongket.vietnamese.years import YEAR

_OF_A_DOCUMENT = re.compile(
    r"[Cc]hương trình|[Kk]ế hoạch|[Đđ]ề án|[Nn]ghị quyết|[Cc]hỉ thị|[Qq]uyết định|[Pp]hương hướng|[Nn]hiệm vụ"
)

_CARRIED_OUT = re.compile(r"(?:kết quả|tình hình) (?:thực hiện|triển khai) (?:các )?(?:nhiệm vụ|kế hoạch)")


def check_closing_period(report: Report) -> Iterator[Finding]:
    """Yield ``period-mismatch`` where the closing sentence speaks of another time than the title: 'Trên đây là báo cáo
    ... năm 2024' of a report on 2025, or 'quý III năm 2025' of one on the whole year.

    Not flagged: a part of the title's time beside the whole, periods of documents and tasks.
    """
    title, closing = title_period(report), report.closing
    if title is None or closing is None:
        return
    said, period = title
    text = report.text[closing.start : closing.end].split("\n\n")[0]
    named = list(mentions(small(text)))
    for one in named:
        if _OF_A_DOCUMENT.search(_CARRIED_OUT.sub("", text[: one.start])):
            return
        part = (
            period.whole_year
            and (one.until - one.since).days <= _QUARTER  # figures of a year are often those of nine months
            and not any(other.whole_year for other in named)
            and _IS_ON.search(text, 0, one.start)
        )
        if not meet(one, period) or part:
            place = Span(closing.start + one.start, closing.start + one.end)
            facts = {"period": text[one.start : one.end], "title": said}
            yield Finding("period-mismatch", "warning", place, "heading", facts)
        return


_QUARTER = 92  # days
_IS_ON = re.compile(r"[Tt]rên đây là (?:toàn bộ )?(?:nội dung )?báo cáo (?:kết quả|tình hình|công tác)[^,;:]*$")
_COMPARED = re.compile(r"(?<!\w)[Ss]o với (?:cùng kỳ )?(?:của )?$")


def check_compared_periods(report: Report) -> Iterator[Finding]:
    """Yield ``period-mismatch`` where something is compared with a time that has not begun: 'so với quý IV năm 2025' in
    a report of September 2025.

    Not flagged: plans and tasks; reports without a date.
    """
    day = day_of(report.letterhead.date)
    if day is None or "date" in report.letterhead.inferred:
        return
    tasks = tasks_of(report)
    later = [(start, end) for start, end, since in _begun(report) if since > day]
    for start, end in later:
        place = Span(start, end)
        compared = _COMPARED.search(report.text, max(start - 20, 0), start)
        if compared is None or tasks.touch(place):
            continue
        low, _ = clause_of(report.text, place.start, place.end)
        if not PLAN.search(report.text, low, compared.start()):
            facts = {"period": report.text[start:end], "date": printed_day(day.isoformat())}
            yield Finding("period-mismatch", "warning", place, "ahead", facts)


_SAME_TIME = re.compile(r"cùng kỳ (?:của )?(năm (?P<year>(?:19|20)\d\d))(?!\d|\s?[-–]\s?\d)")


def check_same_time(report: Report) -> Iterator[Finding]:
    """Yield ``period-mismatch`` where the same time of the very year that the report is on is compared with: 'so với
    cùng kỳ năm 2026' in a report on the first half of 2026.

    Not flagged: titles that name no period or several; tasks.
    """
    title = title_period(report)
    if title is None:
        return
    tasks = tasks_of(report)
    for found in _SAME_TIME.finditer(report.text):
        place = Span(*found.span(1))
        if int(found["year"]) == title[1].since.year and not tasks.touch(place):
            facts = {"period": found[0], "title": title[0]}
            yield Finding("period-mismatch", "warning", place, "same-time", facts)


_WITH_YEAR = re.compile(r"(?<!\w)[Ss]o với (?P<year>năm (?P<number>(?:19|20)\d\d))(?!\d|\s?[-–/]\s?\d)")


def check_same_year(report: Report) -> Iterator[Finding]:
    """Yield ``period-mismatch`` where the year that the report is on is told as compared with itself: 'năm 2023 đạt 5,6
    tỷ đồng, tăng 12% so với năm 2023'.

    Not flagged: reports on a part of a year; sentences that name another year before, plans and tasks.
    """
    title = title_period(report)
    if title is None or not title[1].whole_year:
        return
    own = str(title[1].since.year)
    tasks = tasks_of(report)
    for found in finds(_WITH_YEAR, report.text):
        place = Span(*found.span("year"))
        if found["number"] != own or tasks.touch(place):
            continue
        low, _ = clause_of(report.text, place.start, place.end)
        before = report.text[low : found.start()]
        if set(YEAR.findall(before)) <= {own} and f"năm {own}" in small(before) and not PLAN.search(before):
            facts = {"period": found[0], "title": title[0]}
            yield Finding("period-mismatch", "warning", place, "same-time", facts)


_CUT_OFF = r"(?:hết )?(?:(?:thời điểm )?ngày \d{1,2}/|tháng )(?P<month>\d{1,2})(?:/(?:19|20)\d\d)?"
_MONTHS_UP_TO = (
    re.compile(
        r"tháng(?<=\d tháng) đầu năm(?: (?:19|20)\d\d)?(?:, [^.;\n()]{4,120})?"
        rf" \((?:tính |số liệu )?đến {_CUT_OFF}\)"
    ),
    re.compile(rf"tháng(?:(?<=ũy kế \d tháng)|(?<=ũy kế \d\d tháng)) \((?:tính |số liệu )?đến {_CUT_OFF}\)"),
    re.compile(rf"ính đến {_CUT_OFF},?(?: [^.;\n\d]{{0,40}}?)? (?:lũy kế|trong) \d{{1,2}} tháng(?= đầu năm)"),
)
_HOW_MANY = re.compile(r"(?<![\d/.,])\d{1,2} (?=tháng$)")
_APART = 2  # months: figures of a time are counted some weeks before its end or after it


def check_months_counted(report: Report) -> Iterator[Finding]:
    """Yield ``period-mismatch`` where the months of a year are not those that its closing day leaves: '9 tháng đầu năm
    (tính đến ngày 25/11/2022)'.

    Not flagged: a month more or less.
    """
    for found in (one for pattern in _MONTHS_UP_TO for one in finds(pattern, report.text)):
        end = found.start() + len("tháng") if found[0].startswith("tháng") else found.end()
        number = _HOW_MANY.search(report.text, max(end - len(" 12 tháng"), 0), end)
        until = int(found["month"])
        if number is not None and until <= _A_YEAR and abs(int(number[0]) - until) >= _APART:
            facts = {"months": number[0].strip(), "until": found["month"]}
            place = Span(min(number.start(), found.start()), found.end())
            yield Finding("period-mismatch", "warning", place, "months", facts)


_ANNIVERSARY = re.compile(
    r"năm (?<=\d[ \n]năm )[^.;()\n]{3,110}?\s?"
    r"\((?P<day>\d{1,2}[/-]\d{1,2})[/-](?P<since>(?:1[5-9]|20)\d\d)\s?[-–]\s?"
    r"(?P<then>\d{1,2}[/-]\d{1,2})[/-](?P<until>(?:19|20)\d\d)\)"
)
_AGE = re.compile(r"(?<![\d/.,])\d{1,3}[ \n]$")


def check_anniversaries(report: Report) -> Iterator[Finding]:
    """Yield ``period-mismatch`` where the years of an anniversary are not those between its two days: 'kỷ niệm 92 năm
    ... (20/10/1930 - 20/10/2023)'.

    Not flagged: two days of the year, which are a span of time.
    """
    for found in finds(_ANNIVERSARY, report.text):
        years = _AGE.search(report.text, max(found.start() - len(" 100 "), 0), found.start())
        if years is None or found["day"] != found["then"]:
            continue
        if int(found["until"]) - int(found["since"]) != int(years[0]):
            facts = {"years": years[0].strip(), "range": f"{found['since']} - {found['until']}"}
            yield Finding("period-mismatch", "warning", Span(years.start(), found.end()), "length", facts)


def _begun(report: Report) -> Iterator[tuple[int, int, datetime.date]]:
    """The periods that the text names and the day on which each begins, the rest of a year among them."""
    for one in (*all_mentions(report), *rests_of_years(report.text)):
        yield one.start, one.end, one.since


_YEARS = r"(?P<since>(?:19|20)\d\d)\s?[-–]\s?(?P<until>(?:19|20)\d\d)"
_YEARS_PAST = re.compile(rf"(?<!\w)(?:Qua|Trong|Sau|Nhìn lại) \d{{1,2}} năm \((?:giai đoạn )?{_YEARS}\)")
_STAGE_PAST = re.compile(
    rf"(?<!\w)(?:Riêng|Tính chung|Trong cả|Cả) giai đoạn {_YEARS}(?![\w ]*(?:[Cc]hương trình|[Kk]ế hoạch))"
)
_TITLED_YEARS = re.compile(
    rf"(?:giai đoạn|GIAI ĐOẠN|từ năm)\s{_YEARS}|\((?P<first>(?:19|20)\d\d)\s?[-–]\s?(?P<last>(?:19|20)\d\d)\)"
)
_STAGE_OPENS = re.compile(rf"(?:(?<=[.;] )|(?<=\n)|(?<=\n- ))(?:Trong )?[Gg]iai đoạn {_YEARS},")


def check_years_past(report: Report) -> Iterator[Finding]:
    """Yield ``period-mismatch`` where a sentence looks back on other years than the title: 'Qua 05 năm (2012 - 2016)'
    in the review of 2017 - 2021.

    Not flagged: years within those of the title; sentences that compare.
    """
    at = report.letterhead.title_at
    titled = _TITLED_YEARS.search(report.text, at.start, at.end) if at else None
    if titled is None:
        return
    since, until = titled["since"] or titled["first"], titled["until"] or titled["last"]
    for found in (one for pattern in (_YEARS_PAST, _STAGE_PAST, _STAGE_OPENS) for one in pattern.finditer(report.text)):
        low, high = clause_of(report.text, *found.span())
        within = since <= found["since"] and found["until"] <= until
        if found.re is _STAGE_OPENS:  # which may be of anything, unless it is the title's but for one year
            within = not _is_slip((found["since"], found["until"]), (since, until))
        if not within and not _COMPARES.search(report.text, low, high):
            facts = {"period": found[0], "title": f"{since} - {until}"}
            yield Finding("period-mismatch", "warning", Span(*found.span()), "heading", facts)


def _is_slip(one: tuple[str, str], other: tuple[str, str]) -> bool:
    """Whether two ranges share one year, and the other is the next one, or has the same digits: 2012 and 2021."""
    if (one[0] == other[0]) == (one[1] == other[1]):
        return False
    mine, theirs = (one[1], other[1]) if one[0] == other[0] else (one[0], other[0])
    return abs(int(mine) - int(theirs)) == 1 or sorted(mine) == sorted(theirs)


_COMPARES = re.compile(r"so với|trước đó|giai đoạn trước|nhiệm kỳ trước")
_MONTHS_PAST = re.compile(
    r"(?<!\w)(?:[Tt]rong|[Qq]ua|[Ss]au|của|suốt) (?P<months>\d{1,2}) tháng (?:vừa qua|qua|đầu năm|của năm)"
    r"(?! (?:trước|20))"
)


def check_months_past(report: Report) -> Iterator[Finding]:
    """Yield ``period-mismatch`` where more months are told of than the title's period has: 'Trong 9 tháng qua' in a
    report on half a year.

    Not flagged: titles of whole years; fewer months, which are a part.
    """
    title = title_period(report)
    if title is None or title[1].whole_year:
        return
    asked = title[1].until.month - title[1].since.month + 1
    tasks = tasks_of(report)
    for found in finds(_MONTHS_PAST, report.text):
        place = Span(*found.span())
        if asked < int(found["months"]) < _A_YEAR and asked > 1 and not tasks.touch(place):
            facts = {"period": found[0], "title": title[0]}
            yield Finding("period-mismatch", "warning", place, "heading", facts)


_A_YEAR = 12
_ITS_YEARS = re.compile(r"(?:[Nn]ăm học|NĂM HỌC)\s(?P<years>(?:19|20)\d\d\s?[-–]\s?(?:19|20)\d\d)")


def check_school_years(report: Report) -> Iterator[Finding]:
    """Yield ``period-mismatch`` for aims and headings of tasks of the very school year that the report is over:
    'Phấn đấu năm học 2024 - 2025 ...' among the tasks of 2025 - 2026.

    Not flagged: comparisons and what is left of that year; titles that do not name both years.
    """
    at = report.letterhead.title_at
    named = [_squeezed(one["years"]) for one in _ITS_YEARS.finditer(report.text, at.start, at.end)] if at else []
    if len(named) != len(("over", "to come")) or named[0] >= named[1]:
        return
    tasks = tasks_of(report)
    headings = {one.start: one.head_end or one.end for one in report.walk_sections() if one.kind == "heading"}
    for found in finds(_ITS_YEARS, report.text):
        place = Span(*found.span())
        if _squeezed(found["years"]) != named[0] or not tasks.touch(place):
            continue
        low, _ = clause_of(report.text, place.start, place.end)
        aims = _AIMS.search(report.text, max(place.start - 60, low), place.start)
        headed = any(start <= place.start < end for start, end in headings.items())
        if (aims or headed) and not _DONE_SO_FAR.search(report.text, low, place.end):
            facts = {"period": found[0], "title": f"năm học {named[0]}"}
            yield Finding("period-mismatch", "warning", place, "tasks", facts)


def _squeezed(years: str) -> str:
    return " - ".join(re.findall(r"\d{4}", years))


_RESULTS = re.compile(r"(?<!\w)(?:[Kk]ết quả|[Bb]áo cáo|[Tt]ổng kết|[Ss]ơ kết|[Đđ]ánh giá)(?!\w)[^.;\n\d]{0,40}$")
_DUE = re.compile(
    r"[^.;\n\d]{0,60}?(?<!\w)(?:trước|chậm nhất|muộn nhất)(?: là)?(?: ngày)? "
    r"(?P<day>\d{1,2})(?:[/.-]|\stháng\s)(?P<month>\d{1,2})(?:[/.-]|\snăm\s)(?P<year>(?:19|20)\d\d)(?!\d)"
)


def check_results_due(report: Report) -> Iterator[Finding]:
    """Yield ``period-mismatch`` where results are due before their time begins: 'báo cáo kết quả 6 tháng cuối năm 2026
    trước ngày 15/6/2026'.
    """
    for start, end, since in _begun(report):
        due = _DUE.match(report.text, end) if _RESULTS.search(report.text, max(start - 60, 0), start) else None
        if due is None:
            continue
        day = day_on(due["day"], due["month"], due["year"])
        if day is not None and day < since:
            facts = {"period": report.text[start:end], "due": printed_day(day.isoformat())}
            yield Finding("period-mismatch", "warning", Span(start, due.end()), "due", facts)


_RANGE = r"(?P<since>(?:19|20)\d\d)\s?(?:[-–]|(?:đến|tới)(?: hết)?(?: năm)?)\s?(?P<until>(?:19|20)\d\d)"
_IN_BRACKETS = re.compile(rf"\((?:giai đoạn |từ năm |từ )?{_RANGE}\)")
_YEARS_BEFORE = re.compile(
    r"(?<![\d/])(?P<years>\d{1,2}) (?:[Nn]ăm|NĂM)(?: (?:qua|đầu|cuối|gần đây|liền|liên tục))? ?$"
)
_YEARS_OF_WORK = re.compile(
    r"(?<!\w)(?:[Qq]ua|[Ss]au|[Tt]rong)(?: hơn| gần)? (?P<years>\d{1,2}) năm (?:tổ chức |triển khai )*"
    r"(?:thực hiện|thi hành|triển khai|hoạt động|xây dựng)"
    r"(?: (?!(?:chương trình|đề án|kế hoạch|giai đoạn|nhiệm kỳ|dự án|mục tiêu|chiến lược)(?!\w))[^\W\d_]+){0,6} ?$",
    re.IGNORECASE,
)
_NUMBER = 22  # letters of a number of years before its range
_WORK = 90  # letters of it and of what was done in them
_COUNT = re.compile(r"(?<![\d/])(?P<years>\d{1,2}) (?:năm|NĂM) (?!\d)")
_AT_END = re.compile(rf"\((?:giai đoạn |GIAI ĐOẠN |từ (?:năm )?)?{_RANGE}\)\W*$")


def check_years_counted(report: Report) -> Iterator[Finding]:
    """Yield ``period-mismatch`` where a number of years is not that of the years beside it: '10 năm (2010 - 2022)'.

    In the title the two may stand apart, and where the work done in them stands between: 'qua 05 năm thực hiện Chỉ thị
    (2021 - 2023)'; there, years that the report does not reach are a programme's. Allowed: both ends counted, or one.
    """
    counted: set[int] = set()
    own_year = (report.letterhead.date or "")[:4]
    for found in _IN_BRACKETS.finditer(report.text):
        years = _YEARS_BEFORE.search(report.text, max(found.start() - _NUMBER, 0), found.start())
        if years is None and found["until"] <= own_year:
            years = _YEARS_OF_WORK.search(report.text, max(found.start() - _WORK, 0), found.start())
        if years is not None:
            counted.add(found.start())
            yield from _check_years(int(years["years"]), found, 0, years.start("years"))
    title, day = report.letterhead.title_at, report.letterhead.date or ""
    if title is None or not report.subject.review:
        return
    said = report.text[title.start : title.end]
    counts = {int(found["years"]) for found in _COUNT.finditer(said)}
    found_at_end = _AT_END.search(said)
    if (
        len(counts) == 1
        and found_at_end
        and found_at_end["until"] <= day[:4]
        and title.start + found_at_end.start() not in counted
    ):
        start = title.start + found_at_end.start()
        yield from _check_years(counts.pop(), found_at_end, title.start, start)


def _check_years(years: int, found: re.Match[str], offset: int, start: int) -> Iterator[Finding]:
    apart = int(found["until"]) - int(found["since"])
    if years not in (apart, apart + 1) and apart > 0:
        facts = {"years": str(years), "range": f"{found['since']} - {found['until']}"}
        place = Span(start, offset + found.end())
        yield Finding("period-mismatch", "warning", place, "length", facts)


_AIMS = re.compile(
    r"(?<!\w)(?:[Cc]hỉ tiêu|[Mm]ục tiêu|[Pp]hấn đấu|[Nn]hiệm vụ|[Pp]hương hướng)(?!\w)[^.;:(\n\d]{0,30}$"
)
_DONE_SO_FAR = re.compile(r"đã|đạt được|kết quả|còn lại|chưa|tồn đọng|chuyển tiếp|so với|không đạt")


def check_aims_of_tasks(report: Report) -> Iterator[Finding]:
    """Yield ``period-mismatch`` for aims of the year that the report is over, below a heading of the next year's tasks:
    'Chỉ tiêu thi đua năm 2024' below 'NHIỆM VỤ NĂM 2025'.

    Not flagged: what is left of the year, comparisons; headings that name no year or several.
    """
    title = title_period(report)
    if title is None or not title[1].whole_year:
        return
    year = title[1].since.year
    for section in _next_year(report, year):
        low = section.head_end or section.start
        for one in mentions(report.text[low : section.end]):
            start, end = low + one.start, low + one.end
            aims = _AIMS.search(report.text, max(start - 60, low), start)
            if one.whole_year and one.since.year == year and aims:
                clause = clause_of(report.text, start, end)
                if not _DONE_SO_FAR.search(report.text, clause[0], end):
                    facts = {"period": report.text[start:end], "title": title[0]}
                    yield Finding("period-mismatch", "warning", Span(start, end), "tasks", facts)


def _next_year(report: Report, year: int) -> Iterator[Section]:
    """Sections of tasks whose heading names the year after ``year`` alone."""
    for one in report.sections:
        words = (one.title or "").lower()
        if TASKS.search(words) and not DONE.search(words) and re.findall(r"(?:19|20)\d\d", words) == [str(year + 1)]:
            yield one
