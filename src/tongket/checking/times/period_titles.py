"""Periods of headings, appendices and figures against that of the title (kỳ báo cáo ở các tiêu đề).

Cases of ``period-mismatch``, whose page stands with the dates.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from operator import attrgetter
from string import ascii_uppercase

from tongket.checking.evidence.days import day_of
from tongket.checking.evidence.kept import of_last_report
from tongket.checking.evidence.tasks import DONE, TASKS
from tongket.checking.times.periods import Mention, mentions, rests_of_years
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report, Section, Table
from tongket.vietnamese.unicode import CAPITALS
from tongket.vietnamese.years import YEAR

_SMALL = str.maketrans({letter: letter.lower() for letter in ascii_uppercase + CAPITALS.removeprefix("A-Z")})
_QUARTER = re.compile(r"quý (?:iv|i{1,3})(?!\w)")
_PART = re.compile(r"(?<!\w)(?:quý|tháng|tuần)(?!\w)")
_COMPARES = re.compile(
    r"so với|cùng kỳ|năm trước|kế hoạch|dự kiến|dự toán|phương hướng|nhiệm vụ|mục tiêu|chỉ tiêu|lũy kế"
)


def check_headings_of_periods(report: Report) -> Iterator[Finding]:
    """Yield ``period-mismatch`` where the heading of the tasks names a time that the title's period holds or passes,
    and where the heading of results names another time than the title.

    Not flagged: titles that name no period or several; headings that compare, or that name several periods.
    """
    title = title_period(report)
    if title is None:
        return
    said, period = title
    for one in report.walk_sections():
        if one.kind != "heading" or not one.title or _CAPTION.match(one.title):
            continue
        found = list(_periods(report.text, one))
        words = one.title.lower()
        if len(found) != 1 or len(YEAR.findall(one.title)) != 1:
            continue
        named = found[0]
        place = Span(named.start, named.end)
        facts = {"period": " ".join(report.text[named.start : named.end].split()), "title": said}
        if TASKS.search(words) and not DONE.search(words):
            begun = named.since <= period.until and not (named.whole_year or period.whole_year)
            if named.until <= period.until or begun:
                yield Finding("period-mismatch", "warning", _whole(one), "tasks", facts, (place,))
        elif DONE.search(words) and not _COMPARES.search(_CARRIED_OUT.sub("", words)):
            printed = report.text[named.start : named.end]
            if meet(named, period) and not _are_other_months(printed, said, named, period):
                continue
            yield Finding("period-mismatch", "warning", _whole(one), "heading", facts, (place,))


_CAPTION = re.compile(r"(?:Bảng|BẢNG|Biểu|BIỂU|Biểu đồ|BIỂU ĐỒ|Hình|HÌNH|Sơ đồ)(?: (?:số|SỐ))? \d")  # of a table


def meet(one: Mention, other: Mention) -> bool:
    """Whether two periods share a day."""
    return one.since <= other.until and other.since <= one.until


def small(line: str) -> str:
    """The line in small letters, of the same length; Roman numbers of quarters stay capitals."""
    return _QUARTER.sub(lambda found: found.group().upper().replace("QUÝ", "quý"), line.translate(_SMALL))


def _whole(one: Section) -> Span:
    return Span(one.start, one.head_end or one.end)


_LONGEST = 2000  # letters of a title


@of_last_report
def title_period(report: Report) -> tuple[str, Mention] | None:
    """The only period that the title names, as printed and as days."""
    at = _first_line(report) if report.letterhead.doc_type is None else report.letterhead.title_at
    if at is None or at.end - at.start > _LONGEST or report.letterhead.doc_type not in (None, "Báo cáo", "BÁO CÁO"):
        return None
    printed = " ".join(report.text[at.start : at.end].split())  # its lines may be broken anywhere
    if shared := _SHARED_YEAR.search(small(printed)):
        said = f"{shared['period']} năm {shared['year']}".replace("năm năm", "năm")
        named = next(mentions(said), None)
        return (said, named) if named is not None else None
    title = _without_the_tasks(printed)
    found = list(mentions(small(title)))
    if len(found) != 1 or len(YEAR.findall(title)) != 1 or any(rests_of_years(small(title))):
        return None
    if len(_PART.findall(small(title))) > (0 if found[0].whole_year else 1):
        return None  # a part of the year that is named in a way that is not read, or without its year beside another
    return " ".join(title[found[0].start : found[0].end].split()), found[0]


_ON_A_TIME = re.compile(r"(?:Báo cáo|Tình hình|Kết quả|Tổng kết|Sơ kết|Đánh giá)\s[^.;]{8,200}")


def _first_line(report: Report) -> Span | None:
    """The line that a text without a letterhead begins with, as on a web site, where it names what it is on."""
    first = next((one for one in report.paragraphs if one.kind in ("head", "body") and one.spans), None)
    if first is None or not _ON_A_TIME.fullmatch(first.text):
        return None
    return Span(first.spans[0].start, first.spans[-1].end)


_SHARED_YEAR = re.compile(
    r"(?P<period>quý (?:IV|I{1,3})|(?:\d{1,2}|sáu|chín|ba) tháng đầu năm|tháng \d{1,2})\s*[,;]?\s*(?:và\s)?"
    r"(?:phương hướng|nhiệm vụ|kế hoạch|chương trình công tác)"
    r"(?:,? (?:và )?(?:phương hướng|nhiệm vụ|giải pháp|trọng tâm))*"
    r" (?:công tác |thực hiện )?(?:quý (?:IV|I{1,3})|(?:\d{1,2}|sáu|ba) tháng cuối|tháng \d{1,2})"
    r"(?: năm |/)(?P<year>(?:19|20)\d\d)"
)
_AND_TASKS = re.compile(
    r"\s*[,;:]?\s*(?:và\s+)?(?:phương hướng|nhiệm vụ|kế hoạch|mục tiêu|chương trình (?:công tác|phối hợp|hành động))"
    r"(?!\w)"
)


def _without_the_tasks(title: str) -> str:
    """The title up to the tasks of a time to come: 'Kết quả quý I năm 2026, nhiệm vụ quý II năm 2026'.

    The whole title where it does not name one such time behind another that is complete by itself.
    """
    lower = small(title)
    named = list(mentions(lower))
    rest = next(rests_of_years(lower), None)
    if rest is not None and len(named) > 1 and not named[0].whole_year:
        cut = _AND_TASKS.search(lower, named[0].end)
        return title[: cut.start()] if cut and cut.end() <= rest.start else title
    if len(named) != len(("done", "to come")) or named[0].since >= named[1].since:
        return title
    cut = _AND_TASKS.search(lower, named[0].end)
    return title[: cut.start()] if cut and cut.end() <= named[1].start else title


def _periods(text: str, one: Section) -> Iterator[Mention]:
    """The periods that a heading names, in capitals too; what is left of a year as well."""
    low, high = one.start, one.head_end or one.end
    line = small(text[low:high])
    rest = next(rests_of_years(line), None)
    for named in (rest,) if rest else mentions(line):
        yield Mention(named.start + low, named.end + low, named.since, named.until, named.whole_year)


_RANGE = re.compile(r"(?:[Gg]iai đoạn|GIAI ĐOẠN|[Nn]hiệm kỳ|NHIỆM KỲ)\s+((?:19|20)\d\d)\s*[-–]\s*((?:19|20)\d\d)")


def check_ranges_of_appendices(report: Report) -> Iterator[Finding]:
    """Yield ``period-mismatch`` where the title of an appendix or table names a range of years that shares one end with
    that of the report's title: 'giai đoạn 2018 - 2021' below 'giai đoạn 2019 - 2021'.

    Not flagged: other ranges, titles without one; titles that cite a programme by its range.
    """
    at = report.letterhead.title_at
    ranges = list(_RANGE.finditer(report.text, at.start, at.end)) if at else []
    if len(ranges) != 1:
        return
    since, until = ranges[0][1], ranges[0][2]
    for low, high in _titles_below(report):
        for found in _RANGE.finditer(report.text, low, high):
            if (found[1] == since) != (found[2] == until) and not _NAMES.search(report.text, low, found.start()):
                facts = {"period": " ".join(found[0].split()), "title": " ".join(ranges[0][0].split())}
                yield Finding("period-mismatch", "warning", Span(*found.span()), "heading", facts)


_REPORTS = re.compile(r"[Bb]áo cáo[^.\n]{0,220}?(?:như sau|cụ thể)")
_OPENING_REACH = 4000  # letters behind the title


def check_ranges_of_opening(report: Report) -> Iterator[Finding]:
    """Yield ``period-mismatch`` where the opening or closing sentence reports on another range of years than the title:
    'báo cáo tổng kết giai đoạn 2015 - 2020 như sau' below 'giai đoạn 2016 - 2021'.

    Not flagged: ranges of a programme or plan, and those that lie within the title's.
    """
    at, closing = report.letterhead.title_at, report.closing
    ranges = {found.groups() for found in _RANGE.finditer(report.text, at.start, at.end)} if at else set()
    if at is None or len(ranges) != 1:
        return
    ((since, until),) = ranges
    opening = _REPORTS.search(report.text, at.end, at.end + _OPENING_REACH)
    said = [opening.span()] if opening else []
    for low, high in [*said, *([(closing.start, closing.end)] if closing else [])]:
        named = list(_RANGE.finditer(report.text, low, high))
        within = len(named) == 1 and since <= named[0][1] and named[0][2] <= until
        if len(named) == 1 and not within and not _NAMES.search(report.text, low, named[0].start()):
            facts = {"period": " ".join(named[0][0].split()), "title": f"{since} - {until}"}
            yield Finding("period-mismatch", "warning", Span(*named[0].span()), "heading", facts)


_REVIEWED = re.compile(
    r"(?:[Gg]iai đoạn|GIAI ĐOẠN|[Nn]hiệm kỳ|NHIỆM KỲ|(?P<school>[Nn]ăm học|NĂM HỌC))\s+"
    r"(?P<since>(?:19|20)\d\d)\s*[-–]\s*(?P<until>(?:19|20)\d\d)"
)
_LAST_OF_SCHOOL = 5  # May
_TERM = re.compile(r"[Hh]ọc k[ỳì]|HỌC K[ỲÌ]")
_AHEAD = re.compile(r"phương hướng|nhiệm vụ trọng tâm|nhiệm vụ,? (?:và )?giải pháp|thời gian (?:tới|tiếp theo)")
_THE_REST = re.compile(r"còn lại|cuối|sắp tới|bổ sung|điều chỉnh|\bđến hết\b")
_LOOKS_BACK = re.compile(r"kết quả|tồn tại|hạn chế|nguyên nhân|bài học|đánh giá")


def check_ranges_of_tasks(report: Report) -> Iterator[Finding]:
    """Yield ``period-mismatch`` where the heading of what lies ahead names the very years that the title reviews:
    'Phương hướng, nhiệm vụ giai đoạn 2019 - 2024' in the review of 2019 - 2024; of a school year likewise.

    Not flagged: reports from before the last of those years, from before May of a school year or on one term of it;
    what is left of them ('những năm cuối'), headings that stand before any of results; tasks of other years.
    """
    at, written = report.letterhead.title_at, day_of(report.letterhead.date)
    ranges = {_ends(found): found for found in _REVIEWED.finditer(report.text, at.start, at.end)} if at else {}
    if written is None or len(ranges) != 1:
        return
    ((years, of_title),) = ranges.items()
    if of_title["school"] and (written.month < _LAST_OF_SCHOOL or _TERM.search(report.letterhead.title or "")):
        return
    looked_back = False
    for one in report.walk_sections():
        words = (one.title or "").lower()
        ahead = _AHEAD.search(words) and not DONE.search(words) and not _THE_REST.search(words)
        looked_back = looked_back or _LOOKS_BACK.search(words) is not None
        if one.kind != "heading" or not ahead or not looked_back or written.year < int(years[1]):
            continue
        named = list(_REVIEWED.finditer(report.text, one.start, one.head_end or one.end))
        if len(named) == 1 and _ends(named[0]) == years and not _TERM.search(words):
            facts = {"period": " ".join(named[0][0].split()), "title": " ".join(of_title[0].split())}
            yield Finding("period-mismatch", "warning", _whole(one), "tasks", facts, (Span(*named[0].span()),))


def _ends(found: re.Match[str]) -> tuple[str, str]:
    return found["since"], found["until"]


_NAMES = re.compile(
    r"[Cc]hương trình|CHƯƠNG TRÌNH|[Đđ]ề án|ĐỀ ÁN|[Cc]huẩn nghèo|CHUẨN|[Kk]ế hoạch|KẾ HOẠCH|[Cc]hiến lược|[Qq]uy hoạch"
    r"|[Pp]hương hướng|PHƯƠNG HƯỚNG|[Nn]hiệm vụ|NHIỆM VỤ|[Ss]o với|[Cc]ăn cứ|[Tt]heo "
)
_LONGEST_TITLE = 400


def _titles_below(report: Report) -> Iterator[tuple[int, int]]:
    """Where the titles of appendices stand: from the label to the first table or section of each, a few lines."""
    begun = sorted(table.start for table in report.tables)
    for one in report.appendices:
        first = begun[bisect_left(begun, one.start) :][:1]
        yield one.start, min([*first, one.end, one.start + _LONGEST_TITLE])


_MONTHS = re.compile(r"\d{1,2} tháng")


def check_titles_of_tables(report: Report) -> Iterator[Finding]:
    """Yield ``period-mismatch`` where the title of a table or appendix names one period, and it lies outside that of
    the report's title: 'Bảng 1. Kết quả năm 2022' in a report on 2023.

    Months counted from the beginning of the year must be as many: 'Bảng 2 ... 9 tháng' in a report on ten. Not flagged:
    titles that compare or plan, tables that name the period of the report in their columns, reports on several.
    """
    title = title_period(report)
    if title is None:
        return
    said, period = title
    headings = {one.start for one in report.walk_sections() if one.kind == "heading"}
    for low, high, at in titles_of_tables(report):
        line = report.text[low:high]
        found = list(mentions(small(line)))
        if (
            len(found) != 1
            or len(YEAR.findall(line)) != 1
            or _COMPARES.search(_CARRIED_OUT.sub("", line.lower()))
            or _AHEAD_OF.search(line)
        ):
            continue
        named = found[0]
        head = report.text[at.start : at.end]
        if not meet(named, period):
            told = low in headings and DONE.search(line.lower()) and not _CAPTION.match(line)  # as a heading of results
            if told or str(period.since.year) in head or is_led_by(report.text, low, str(named.until.year)):
                continue
        elif not _are_other_months(line[named.start : named.end], said, named, period):
            continue
        facts = {"period": " ".join(line[named.start : named.end].split()), "title": said}
        yield Finding("period-mismatch", "warning", Span(low + named.start, low + named.end), "heading", facts)


def is_led_by(text: str, low: int, year: str) -> bool:
    """Whether the line above the title of a table speaks of that year, too: the table is meant to be of it."""
    above = text[max(low - _FAR_ABOVE, 0) : low].rstrip()
    return year in above.rpartition("\n")[2]


_AHEAD_OF = re.compile(
    r"[Cc]hương trình|CHƯƠNG TRÌNH|[Dd]anh (?:sách|mục)|DANH|[Qq]uyết định|[Nn]ghị|[Cc]huyển tiếp|[Tt]ồn"
)
_CARRIED_OUT = re.compile(r"(?:thực hiện|triển khai) (?:các )?(?:dự toán|kế hoạch|nhiệm vụ|chỉ tiêu|mục tiêu)")
_HEAD_OF_TABLE = 250  # letters


def _are_other_months(printed: str, said: str, one: Mention, other: Mention) -> bool:
    """Whether both count months of one year from its beginning, and not as many."""
    counted = all(_MONTHS.search(small(words)) for words in (printed, said))
    return counted and one.since == other.since and one.until != other.until


def titles_of_tables(report: Report) -> Iterator[tuple[int, int, Span]]:
    """Where the title of each table and appendix with a table begins and ends, and where its head stands."""
    for table in report.tables:
        start = report.text.rfind(table.title, max(table.start - _FAR_ABOVE, 0), table.start) if table.title else -1
        if start >= 0:
            yield start, start + len(table.title or ""), _head_of(table)
        elif (above := _LINE_ABOVE.search(report.text, max(table.start - _FAR_ABOVE, 0), table.start)) is not None:
            yield above.start("line"), above.end("line"), _head_of(table)
    tables = sorted(report.tables, key=attrgetter("start"))
    begun = [table.start for table in tables]
    for one in report.appendices:
        start = report.text.find(one.title, one.start, one.start + _FAR_ABOVE) if one.title else -1
        at = bisect_left(begun, one.start)
        if at < len(begun) and 0 <= start < begun[at] < one.end:
            yield start, start + len(one.title), _head_of(tables[at])


def _head_of(table: Table) -> Span:
    return Span(table.start, min(table.start + _HEAD_OF_TABLE, table.end))


_LINE_ABOVE = re.compile(r"\n(?P<line>[^\n]{10,160}[^\n\s.:;,])\s*\Z")
_FAR_ABOVE = 400  # letters between the beginning of a title and its table
