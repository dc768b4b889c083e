"""The time that a report reviews (thời gian được sơ kết, tổng kết): other years of the same directive, figures that end
before it does, periods that run backwards.

Cases of ``date-chronology`` and ``period-mismatch``, whose pages stand with the dates.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report, ReviewedDirective
from tongket.vietnamese.dates import printed_day
from tongket.vietnamese.unicode import key


def _since(directive: ReviewedDirective) -> str:
    return directive.date or ""


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
