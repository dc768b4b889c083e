"""Dates and periods that cannot all be right (trình tự thời gian, kỳ số liệu)."""

from __future__ import annotations

import datetime
import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import pairwise

from tongket.checking.citations_at import dated
from tongket.checking.kept import of_last_report
from tongket.checking.kinds import Case, Kind
from tongket.messages import N_
from tongket.model.documents import Citation, Relation
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report, ReviewedDirective
from tongket.vietnamese.dates import printed_day
from tongket.vietnamese.unicode import key

DATE_CHRONOLOGY = Kind(
    name="date-chronology",
    title=N_("Dates out of order"),
    meaning=N_(
        "A document is dated before the one it is said to implement, after the report that cites it, on a day that "
        "does not exist; a matter ends before it began, a task is due before the report; or the figures end well "
        "before the period under review."
    ),
    example="UBND xã ban hành Kế hoạch số 09/KH-UBND ngày 18/6/2021 thực hiện Chỉ thị số 06-CT/TU ngày 07/9/2021.",
    not_flagged=N_(
        "Older documents that are merely cited, continued or based on; a report written some months before the "
        "period ends; dates of which only the year is known."
    ),
    severities=("error", "warning", "info"),
    cases={
        "before": Case(
            N_("{document} ({date}) is said to implement {directive}, which is later ({directive_date})."),
            N_("Check the date; if it is right, cite the document as an earlier one."),
        ),
        "under": Case(
            N_("{document} ({date}) is told among the steps taken on {directive}, which is later ({directive_date})."),
            N_("Check the date; if it is right, say that the document was there before."),
        ),
        "after": Case(
            N_("{document} is dated {date}, after the report itself ({report_date})."), N_("Check both dates.")
        ),
        "steps": Case(
            N_("'{last}' ({date}) is before '{first}' ({first_date})."), N_("Check both days of the matter.")
        ),
        "backwards": Case(N_("The days run backwards: from {start} to {end}."), N_("Exchange or correct the two.")),
        "past-term": Case(
            N_("A task is to be done '{printed}', and the report is of {report_date}."),
            N_("Set a day that is to come."),
        ),
        "not-yet": Case(N_("{printed} is told as past, and the report is of {report_date}."), N_("Check both dates.")),
        "rests-on": Case(
            N_("{document} ({date}) is said to rest on a meeting of {printed}, which is later."),
            N_("Check both dates."),
        ),
        "told-before": Case(
            N_("{document} ({date}) is said to report on what was on {printed}, which is later."),
            N_("Check both dates."),
        ),
        "carried-out": Case(
            N_("{printed} is told of what carries out {document}, which is of {date}."), N_("Check both dates.")
        ),
        "to-come": Case(
            N_("{printed} is told as still to come, and the report is of {report_date}."),
            N_("Tell it as done, or correct the day."),
        ),
        "number": Case(
            N_("{document} is of {date}, and {other} of {other_date}: numbers and days are not in one order."),
            N_("Check number and day of both."),
        ),
        "too-early": Case(
            N_("{years} years of {document} are reviewed; it is of {date}, and the report of {report_date}."),
            N_("Correct the number of years, or the day."),
        ),
        "lunar": Case(N_("{printed}: {year} was the year {true}."), N_("Check the name and the number of the year.")),
        "weekday": Case(
            N_("{printed} is said to be {said}; that day was {true}."), N_("Check both against a calendar.")
        ),
        "no-time": Case(N_("There is no such month or quarter: {printed}."), N_("Check the document and correct it.")),
        "impossible": Case(N_("There is no such day: {printed}."), N_("Check the document and correct the date.")),
        "as-of": Case(
            N_("The figures end in {as_of}: {years} years after {directive}, but the report reviews {reviewed}."),
            N_("Bring the figures up to date, or say in the report which period they cover."),
        ),
    },
)
PERIOD_MISMATCH = Kind(
    name="period-mismatch",
    title=N_("Periods disagree"),
    meaning=N_(
        "The report names two different lengths for the review of one directive, headings or appendices speak of "
        "another period than the title, or a period runs backwards."
    ),
    example=(
        "BÁO CÁO\nSơ kết 05 năm thực hiện Chỉ thị số 06-CT/TU ngày 07/9/2021 của Tỉnh ủy\n\n"
        "Qua 03 năm thực hiện Chỉ thị số 06-CT/TU, nhận thức của Nhân dân được nâng lên."
    ),
    not_flagged=N_(
        "Reviews of other campaigns within the period ('sơ kết 02 năm Cuộc vận động'), parts of the period."
    ),
    severities=("warning", "error"),
    cases={
        "years": Case(
            N_("The title reviews {title_years} years, this sentence speaks of {years} years of the same document."),
            N_("Use one length throughout."),
        ),
        "as-of": Case(
            N_("The figures end in {as_of}, before {directive} was issued ({date})."),
            N_("Check the date up to which the figures were counted."),
        ),
        "ahead": Case(
            N_("{period} is told as past, yet the report is dated {date}."),
            N_("Check the period, or say that it is a plan."),
        ),
        "opening": Case(
            N_("The report opens with {period}, its title says {title}."), N_("Use one period throughout.")
        ),
        "heading": Case(
            N_("'{period}' stands here; the title of the report says '{title}'."), N_("Use one period throughout.")
        ),
        "tasks": Case(
            N_("Tasks for '{period}' in a report on '{title}': that time is over."),
            N_("Name the period that comes next."),
        ),
        "counted": Case(
            N_("The figures are counted over {period}, and the title says '{title}'."),
            N_("Use the days on which the period closes, or correct the title."),
        ),
        "stale": Case(
            N_("The figures are counted up to {as_of}, long before the report ({date})."),
            N_("Bring the figures up to date, or say in the report which period they cover."),
        ),
        "event": Case(
            N_("'{printed}' is of {year} here, and of {other} elsewhere in the report."),
            N_("Use the year of the event."),
        ),
        "same-time": Case(
            N_("'{period}' is compared with, and the report is on '{title}' itself."), N_("Name the year before.")
        ),
        "due": Case(
            N_("The results of {period} are due by {due}, before that time begins."),
            N_("Correct the period or the day."),
        ),
        "months": Case(
            N_("{months} months are named, and the figures are counted up to month {until}."),
            N_("Correct one of the two."),
        ),
        "outside": Case(N_("'{period}' is told of, and {day} lies before it."), N_("Correct the period or the day.")),
        "months-beside": Case(
            N_("'{period}' is told of, and '{range}' goes beyond it."), N_("Correct the period or the months.")
        ),
        "school-year": Case(
            N_("'{printed}': a school year ends in the year after the one in which it begins."),
            N_("Correct the years."),
        ),
        "length": Case(
            N_("{years} years are named, and {range} is another number of years."), N_("Correct one of the two.")
        ),
        "backwards": Case(N_("The period runs from {start} to {end}."), N_("Exchange or correct the two.")),
    },
)
KINDS = (DATE_CHRONOLOGY, PERIOD_MISMATCH)


def check_order_of_documents(report: Report) -> Iterator[Finding]:
    """Yield ``date-chronology`` for documents dated before the directive that they are said to implement.

    The tie is a relation read from the words between two citations. Not flagged: documents without a full date; older
    documents merely cited.
    """
    seen: set[int] = set()
    for relation in report.relations:
        one, other = report.citations[relation.subject], report.citations[relation.object]
        if relation.kind not in ("implements", "makes-concrete") and not _rests_on(report, relation, one, other):
            continue
        parted = _is_parted(report, one, other)
        other = dated(report, other)
        downward = _is_local(one, other) or not _is_local(
            other, one
        )  # what the centre issues carries out no local plan
        if downward and not parted and _is_near(one, other) and _is_before(one, other) and one.start not in seen:
            seen.add(one.start)
            yield _before(one, other)
    for one, other in _issued_once_it_was(report):
        if one.start not in seen and _is_near(one, other) and _is_before(one, other):
            seen.add(one.start)
            yield _before(one, other)


_SINCE = re.compile(r"(?<!\w)[Ss]au khi(?: có)? $")
_ONCE_ISSUED = re.compile(
    r"(?: (?:được|có) (?:ban hành|triển khai|hiệu lực)| ra đời)?,[^.;\n\d]{2,80}"
    r"(?<!\w)(?:ban hành|xây dựng|cụ thể hóa) "
)


def _issued_once_it_was(report: Report) -> Iterator[tuple[Citation, Citation]]:
    """What is said to be issued after another: 'Ngay sau khi Nghị quyết 12 được ban hành, Huyện ủy ban hành ...'."""
    for other, one in pairwise(sorted(report.citations, key=lambda citation: citation.start)):
        after = _SINCE.search(report.text, max(other.start - 12, 0), other.start)
        if after and _ONCE_ISSUED.fullmatch(report.text, other.end, one.start) and one.symbol != other.symbol:
            yield one, dated(report, other)


_OWN_ACT = re.compile(
    r"\s*,?\s*(?:(?:về )?(?:việc )?)?(?:thành lập|kiện toàn|đôn đốc|chấn chỉnh|phê duyệt|giao|cử|công nhận|khắc phục)\b"
)
_LONG_BEFORE = 3  # years: a document so much older is continued, not mistaken


def _rests_on(report: Report, relation: Relation, one: Citation, other: Citation) -> bool:
    """Whether what ``one`` does rests on ``other`` by its title: 'Quyết định 15 thành lập ... theo Kế hoạch 07'."""
    return relation.kind == "based-on" and bool(_OWN_ACT.match(report.text, one.end, other.start))


def _is_near(one: Citation, other: Citation, years: int = _LONG_BEFORE) -> bool:
    return int((other.date or "0")[:4]) - int((one.date or "0")[:4]) <= years


def _is_parted(report: Report, one: Citation, other: Citation) -> bool:
    """Whether two citations may not be of one clause: a paragraph begins between them, since a title without a full
    stop is no part of what follows, or 'và' sets the second beside others.
    """
    starts = _paragraphs(report)
    if bisect_right(starts, one.start) != bisect_right(starts, other.start):
        return True
    if _OPENS.search(report.text, one.end, other.start) is not None:
        return True
    return any(
        one.end <= between.start < other.start and _AND.fullmatch(report.text, between.end, other.start)
        for between in report.citations
    )


_AND = re.compile(r"\s*,?\s*và\s+")  # 'Kế hoạch 25 thực hiện Kết luận 100 của X và Kết luận 111 của Y'
_OPENS = re.compile(r"\n\s*(?:Thực hiện|Căn cứ|Triển khai|Trên cơ sở|Theo)(?!\w)")


@of_last_report
def _paragraphs(report: Report) -> list[int]:
    """Where the paragraphs begin, in order."""
    return sorted(one.spans[0].start for one in report.paragraphs if one.spans)


def _is_local(one: Citation, directive: Citation) -> bool:
    """Whether ``one`` can be a document issued to carry out ``directive``: not of the centre, not of its own issuer."""
    symbol = one.symbol or ""
    return not re.search(r"/(?:TW|QH\d+)$|-(?:CP|TTg)$|UBTVQH", symbol) and one.type not in ("Luật", "Nghị định")


def _is_before(one: Citation, other: Citation) -> bool:
    return bool(one.date and other.date and len(one.date) == len(other.date) == 10 and one.date < other.date)


def _before(one: Citation, other: Citation) -> Finding:
    facts = {
        "document": one.symbol or one.number or one.type,
        "date": printed_day(one.date or ""),
        "directive": other.symbol or other.type,
        "directive_date": printed_day(other.date or ""),
    }
    end = one.date_end if one.date_end is not None else one.end
    related = (Span(other.start, other.end),)
    return Finding("date-chronology", "warning", Span(one.start, end), "before", facts, related)


def check_documents_after_report(report: Report) -> Iterator[Finding]:
    """Yield ``date-chronology`` for documents dated after the report.

    Not flagged: a report whose own date is blank, beyond what year and month tell; a date that is not printed
    in the head but in a citation, and so is another's.
    """
    head, own = report.letterhead, report.letterhead.date
    if not own or "date" in head.inferred:
        return
    if head.date_at and any(one.start <= head.date_at.start < one.end for one in report.citations):
        return
    for one in report.citations:
        if one.date and len(one.date) == 10 and one.date[: len(own)] > own:
            facts = {
                "document": one.symbol or one.type,
                "date": printed_day(one.date or ""),
                "report_date": printed_day(own or ""),
            }
            yield Finding("date-chronology", "warning", Span(one.start, one.end), "after", facts)


def _since(directive: ReviewedDirective) -> str:
    return directive.date or ""


_NUMERIC_DATE = re.compile(r"(\d(?<![\d/.-].)\d?)([/.-])(\d{1,2})\2((?:19|20)\d{2})(?!-)(?!/)(?!\d{3})")
_WORD_DATE = re.compile(r"ngày\s(\d{1,2})\stháng\s(\d{1,2})\snăm\s((?:19|20)\d{2})")


def check_impossible_dates(report: Report) -> Iterator[Finding]:
    """Yield ``date-chronology`` for a day that no calendar has: 31/9/2023.

    Not flagged: month first (5/15/2016 is flagged), dates of which a part is blank.
    """
    marks = {note.anchor for note in report.footnotes}
    for pattern, places in ((_NUMERIC_DATE, (1, 3, 4)), (_WORD_DATE, (1, 2, 3))):
        for match in pattern.finditer(report.text):
            if report.text[match.end() : match.end() + 1].isdigit() and match.end() not in marks:
                continue
            day, month, year = (int(match.group(index)) for index in places)
            try:
                datetime.date(year, month, day)
            except ValueError:
                place = Span(*match.span())
                yield Finding("date-chronology", "error", place, "impossible", {"printed": " ".join(match[0].split())})


_OF_YEAR = r"(?:\s?/\s?| năm )(?:19|20)\d\d"
_NO_MONTH = (
    re.compile(rf"háng (?<=[Tt]háng )(?<!\d [Tt]háng )(?:0{{1,2}}|1[3-9]|[2-9]\d){_OF_YEAR}"),
    re.compile(rf"uý (?<=[Qq]uý )(?:V|VI{{1,3}}|IX|X|[05-9]){_OF_YEAR}"),
)


def check_impossible_months(report: Report) -> Iterator[Finding]:
    """Yield ``date-chronology`` for a month or quarter that no year has: 'tháng 13/2023', 'quý V năm 2023'.

    Not flagged: months of whole dates, which are said with their day; scans, whose digits may be misread.
    """
    if report.source.scanned:
        return
    for found in (one for pattern in _NO_MONTH for one in pattern.finditer(report.text)):
        place = Span(found.start() - 1, found.end())
        facts = {"printed": report.text[place.start : place.end]}
        yield Finding("date-chronology", "error", place, "no-time", facts)


def check_as_of(report: Report) -> Iterator[Finding]:
    """Yield ``date-chronology`` where the figures of an appendix end a year or more before the period under review.

    Not flagged: an appendix that names another document as its subject; captions with a span of their own.
    """
    subject = report.subject
    first = min((one for one in subject.directives if len(one.date or "") >= 7), key=_since, default=None)
    if first is None or not first.date or not subject.years:
        return
    for appendix in report.appendices:
        found = re.search(r"(?:tính )?đến (?:hết )?(?:ngày \d{1,2}/|tháng )?(\d{1,2})/(\d{4})", appendix.caption)
        if not found or appendix.caption_at is None or re.search(r"\btừ\b", appendix.caption):
            continue
        other = [one for one in report.citations if appendix.start <= one.start < appendix.caption_at.start]
        if other and all(one.symbol != first.symbol for one in other):
            continue
        months = (int(found[2]) - int(first.date[:4])) * 12 + int(found[1]) - int(first.date[5:7])
        years = (months + 3) // 12
        if months < 0:
            facts = {
                "as_of": f"{found[1]}/{found[2]}",
                "directive": first.symbol,
                "date": printed_day(first.date or ""),
            }
            yield Finding("period-mismatch", "warning", appendix.caption_at, "as-of", facts)
        elif 0 < years < subject.years:
            facts = {
                "as_of": f"{found[1]}/{found[2]}",
                "years": str(years),
                "directive": first.symbol,
                "reviewed": str(subject.years),
            }
            yield Finding("date-chronology", "warning", appendix.caption_at, "as-of", facts)


_YEARS_OF = re.compile(r"(\d{1,2}) năm (?:triển khai |tổ chức )?(?:thực hiện|triển khai|thi hành) (?=[A-ZĐ])")
_LOOKED_BACK = re.compile(r"(?:^|[.;\n]\s*)(?:Qua|Sau|Trong|Nhìn lại|Trải qua|Tròn) $")
_BY_TYPE = re.compile(
    r"(Chỉ thị|Nghị quyết|Kết luận|Quyết định|Chương trình|Đề án|Kế hoạch|Quy định|Luật|Bộ luật|Pháp lệnh|Nghị định)"
    r"(?= này|[,.;]| của)"
)
_OTHER_REVIEW = re.compile(r"(?<!báo cáo )(?<!Báo cáo )(?:[Ss]ơ kết|[Tt]ổng kết) $")
_SPAN = re.compile(
    r"(?:[Gg]iai đoạn|GIAI ĐOẠN|[Nn]hiệm kỳ|NHIỆM KỲ|[Tt]ừ năm|(?P<school>[Nn]ăm học|NĂM HỌC))\s+"
    r"((?:19|20)\d{2})\s*(?:[-–]|đến(?: năm)?)\s*((?:19|20)\d{2})(?!\d|/)"
)


_NAME = re.compile(r"[A-ZĐ][^\W\d_]*(?: [^\W\d_]+){0,4}")
_IN_TITLE = re.compile(r"năm (?:triển khai |tổ chức )?(?:thực hiện|triển khai|thi hành) (?=[A-ZĐ])")


def _named_in_title(report: Report, at: int, before: str) -> int | None:
    """Where the name ends that stands ``at`` a place, if it is that of what the title reviews, in full or by its
    initials: 'Quy chế dân chủ', 'QCDC'.
    """
    title = report.letterhead.title or ""
    reviewed = _IN_TITLE.search(title)
    name = _NAME.match(report.text, at)
    if reviewed is None or name is None or not _LOOKED_BACK.search(before):
        return None
    words = title[reviewed.end() :].split()
    short = name[0].split()[0]
    initials = "".join(word[:1] for word in words[: len(short)]).upper()
    if len(short) > 1 and short.isupper() and short == initials:
        return at + len(short)
    said = name[0].split()[:_TELLING_WORDS]
    same = len(said) == _TELLING_WORDS and [key(word) for word in said] == [key(word) for word in words[: len(said)]]
    return name.end() if same else None


_TELLING_WORDS = 3


def check_periods(report: Report) -> Iterator[Finding]:
    """Yield ``period-mismatch`` for another number of years of the same directive, and for periods that run backwards.

    Not flagged: years of other documents and campaigns; shorter reviews that the text says were held before.
    """
    text, subject = report.text, report.subject
    symbols = {one.symbol for one in subject.directives} | {one.via for one in subject.directives if one.via}
    title = report.letterhead.title_at
    for match in _YEARS_OF.finditer(text):
        cited = next((one for one in report.citations if 0 <= one.start - match.end() <= 2), None)
        before = text[max(0, match.start() - 25) : match.start()]
        named = _BY_TYPE.match(text, match.end()) if cited is None and _LOOKED_BACK.search(before) else None
        same = named is not None and named[1] in (report.letterhead.title or "")
        by_name = None if cited is not None or named is not None else _named_in_title(report, match.end(), before)
        same = same or by_name is not None
        if not subject.years or not (same or (cited is not None and cited.symbol in symbols)):
            continue
        place = Span(*match.span(1))
        if int(match[1]) != subject.years and not (title and title.holds(place)) and not _OTHER_REVIEW.search(before):
            facts = {"title_years": str(subject.years), "years": match[1]}
            end = cited.end if cited is not None else named.end() if named is not None else by_name or match.end()
            yield Finding("period-mismatch", "warning", Span(match.start(), end), "years", facts)
    for match in _IN_BRACKETS.finditer(text):
        if match[2] < match[1]:
            facts = {"start": match[1], "end": match[2]}
            yield Finding("period-mismatch", "error", Span(*match.span()), "backwards", facts)
    for match in _SPAN.finditer(text):
        if match[3] <= match[2]:
            facts = {"start": match[2], "end": match[3]}
            yield Finding("period-mismatch", "error", Span(*match.span()), "backwards", facts)
        elif match["school"] and int(match[3]) != int(match[2]) + 1 and not _SEVERAL.search(match[0]):
            facts = {"printed": match[0]}
            yield Finding("period-mismatch", "warning", Span(*match.span()), "school-year", facts)


_IN_BRACKETS = re.compile(r"\(((?:19|20)\d\d)\s?[-–]\s?((?:19|20)\d\d)\)")
_SEVERAL = re.compile(r"đến")
