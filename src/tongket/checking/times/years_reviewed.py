"""The time that a report reviews (thời gian được sơ kết, tổng kết): other years of the same directive, figures that end
before it does, periods that run backwards.

Cases of ``date-chronology`` and ``period-mismatch``, whose pages stand with the dates.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tongket.checking.evidence.citations_at import cited_between
from tongket.checking.evidence.finds import finds
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report, ReviewedDirective
from tongket.vietnamese.dates import printed_day
from tongket.vietnamese.unicode import key

_UNTIL = re.compile(r"(?:tính )?đến (?:hết )?(?:ngày \d{1,2}/|tháng )?(\d{1,2})/(\d{4})")
_SINCE = re.compile(r"\btừ\b")


def check_as_of(report: Report) -> Iterator[Finding]:
    """Yield ``date-chronology`` where the figures of an appendix end a year or more before the period under review, or
    before that began.

    Not flagged: an appendix that names another document as its subject; captions with a span of their own.
    """
    subject = report.subject
    first = min((one for one in subject.directives if len(one.date or "") >= _A_MONTH), key=_day, default=None)
    if first is None or not first.date or not subject.years:
        return
    for appendix in report.appendices:
        found = _UNTIL.search(appendix.caption)
        if not found or appendix.caption_at is None or _SINCE.search(appendix.caption):
            continue
        other = cited_between(report, appendix.start, appendix.caption_at.start)
        if other and all(one.symbol != first.symbol for one in other):
            continue
        months = (int(found[2]) - int(first.date[:4])) * 12 + int(found[1]) - int(first.date[5:7])
        years = (months + 3) // 12
        facts = {"as_of": f"{found[1]}/{found[2]}", "directive": first.symbol}
        if months < 0:
            facts["date"] = printed_day(first.date)
            yield Finding("period-mismatch", "warning", appendix.caption_at, "as-of", facts)
        elif 0 < years < subject.years:
            facts |= {"years": str(years), "reviewed": str(subject.years)}
            yield Finding("date-chronology", "warning", appendix.caption_at, "as-of", facts)


_A_MONTH = len("2024-03")


def _day(directive: ReviewedDirective) -> str:
    return directive.date or ""


_YEARS_OF = re.compile(r"(\d{1,2}) năm (?:triển khai |tổ chức )?(?:thực hiện|triển khai|thi hành) (?=[A-ZĐ])")
_LOOKED_BACK = re.compile(r"(?:^|[.;\n]\s*)(?:Qua|Sau|Trong|Nhìn lại|Trải qua|Tròn) $")
_BY_TYPE = re.compile(
    r"(Chỉ thị|Nghị quyết|Kết luận|Quyết định|Chương trình|Đề án|Kế hoạch|Quy định|Luật|Bộ luật|Pháp lệnh|Nghị định)"
    r"(?= này|[,.;]| của)"
)
_OTHER_REVIEW = re.compile(r"(?<!báo cáo )(?<!Báo cáo )(?:[Ss]ơ kết|[Tt]ổng kết) $")
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


def check_years_of_directive(report: Report) -> Iterator[Finding]:
    """Yield ``period-mismatch`` for another number of years of the same directive than the title reviews.

    Not flagged: years of other documents and campaigns; shorter reviews that the text says were held before.
    """
    text, years, title = report.text, report.subject.years, report.letterhead.title_at
    for match in _YEARS_OF.finditer(text) if years else ():
        before = text[max(0, match.start() - 25) : match.start()]
        if int(match[1]) == years or (title and title.holds(Span(*match.span(1)))) or _OTHER_REVIEW.search(before):
            continue
        end = _end_of_reviewed(report, match.end(), before)
        if end is not None:
            facts = {"title_years": str(years), "years": match[1]}
            yield Finding("period-mismatch", "warning", Span(match.start(), end), "years", facts)


def _end_of_reviewed(report: Report, at: int, before: str) -> int | None:
    """Where the directive ends that stands ``at`` a place, if the title reviews it: cited, by its type alone, or by its
    name.
    """
    cited = next(iter(cited_between(report, at, at + _BLANKS + 1)), None)
    if cited is not None:
        directives = report.subject.directives
        symbols = {one.symbol for one in directives} | {one.via for one in directives if one.via}
        return cited.end if cited.symbol in symbols else None
    named = _BY_TYPE.match(report.text, at) if _LOOKED_BACK.search(before) else None
    if named is not None:
        return named.end() if named[1] in (report.letterhead.title or "") else None
    return _named_in_title(report, at, before)


_BLANKS = 2  # between the words before a citation and where it begins
_SPAN = re.compile(
    r"(?:Giai đoạn|giai đoạn|GIAI ĐOẠN|Thời kỳ|thời kỳ|THỜI KỲ|Nhiệm kỳ|nhiệm kỳ|NHIỆM KỲ|Từ năm|từ năm|Năm học|năm học"
    r"|NĂM HỌC)\s+"
    r"((?:19|20)\d{2})\s*(?:[-–]|đến(?: năm)?)\s*((?:19|20)\d{2})(?!\d|/)"
)  # each begins with a letter of its own, for which the engine looks first
_IN_BRACKETS = re.compile(r"\(((?:19|20)\d\d)\s?[-–]\s?((?:19|20)\d\d)\)")
_SEVERAL = re.compile(r"(?<!\w)(?:\d{1,2}|[Hh]ai|[Bb]a|[Bb]ốn|[Nn]ăm|[Cc]ác|[Nn]hững|[Mm]ấy)\s$")


def check_spans_of_years(report: Report) -> Iterator[Finding]:
    """Yield ``period-mismatch`` for periods that run backwards, and for school years that end in another year than the
    next: 'giai đoạn 2025 - 2021', 'năm học 2022 - 2024'.

    Not flagged: several school years ('02 năm học 2022 - 2024', 'từ năm học 2022 đến 2024').
    """
    text = report.text
    for match in _IN_BRACKETS.finditer(text):
        if match[2] < match[1]:
            facts = {"start": match[1], "end": match[2]}
            yield Finding("period-mismatch", "error", Span(*match.span()), "backwards", facts)
    for match in finds(_SPAN, text):
        several = "đến" in match[0] or _SEVERAL.search(text, max(match.start() - 8, 0), match.start())
        if match[2] <= match[1]:
            facts = {"start": match[1], "end": match[2]}
            yield Finding("period-mismatch", "error", Span(*match.span()), "backwards", facts)
        elif match[0].lower().startswith("năm học") and int(match[2]) != int(match[1]) + 1 and not several:
            facts = {"printed": match[0]}
            yield Finding("period-mismatch", "warning", Span(*match.span()), "school-year", facts)
