"""Parts of the year that the results of a report on another part tell of (kỳ chép lại từ báo cáo khác): 'Ước thực hiện
9 tháng' and 'trong quý III' in the report on the first half, 'Kết quả 6 tháng đầu năm 2025' in that of 2026.

Cases of ``period-mismatch``, whose page stands with the dates.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from tongket.checking.evidence.clauses import clause_of, matter_at
from tongket.checking.evidence.finds import finds
from tongket.checking.evidence.kept import of_last_report
from tongket.checking.evidence.spans import Spans, in_citations, in_tables
from tongket.checking.evidence.tasks import tasks_of
from tongket.checking.times.period_titles import title_period
from tongket.checking.times.periods import Mention, all_mentions, check_reporting_period
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report

_PART = re.compile(
    r"(?<!\w)(?P<lead>[Tt]rong|[Ưư]ớc(?: (?:thực hiện|kết quả|đạt))?|[Kk]ết quả(?: thực hiện)?|[Ll]ũy kế) "
    r"(?P<part>quý (?P<quarter>IV|I{1,3})|(?P<months>9|06|6|03|3|11|10) tháng(?: đầu năm)?)(?: năm)?(?:"
    r" (?P<year>20\d\d))?"
    r"(?!\w|/| (?:năm|cuối|tới|tiếp|gần|đầu của|trở|liền|sau|trước|/)|\s?[-–]\s?\d)"
)
_QUARTERS = {"I": 3, "II": 6, "III": 9, "IV": 12}
_NOT_DONE = re.compile(
    r"(?<!\w)(?:sẽ|dự kiến|phấn đấu|kế hoạch|nhiệm vụ|mục tiêu|chỉ tiêu|phương hướng|giải pháp|hoàn thành trong|trước"
    r"|tiếp"
    r" tục|chậm nhất|tới|đề nghị|yêu cầu|cuối năm|so với|cùng kỳ|hạn|triển khai trong|trình|tổ chức trong|cần|năm"
    r" (?:ngoái"
    r"|trước)|liên tục|thời hạn|thời gian|vòng|thử việc|mỗi|tập sự|xong)(?!\w)",
    re.IGNORECASE,
)
_IN_PARTS = re.compile(r"[Qq]uý|\d tháng|nửa đầu năm|[Tt]háng \d")


def check_parts_ahead(report: Report) -> Iterator[Finding]:
    """Yield ``period-mismatch`` for results of a part of the year that ends a quarter and more after that of the title.

    Not flagged: tasks, plans, comparisons, documents and tables; reports on a whole year or a term.
    """
    title = title_period(report)
    if title is None or title[1].whole_year or not _IN_PARTS.search(title[0]):
        return
    own = title[1].until
    passed = (tasks_of(report), in_citations(report), in_tables(report))
    for found in finds(_PART, report.text):
        place = Span(*found.span("part"))
        month = _QUARTERS[found["quarter"]] if found["quarter"] else int(found["months"])
        bare = found["months"] and "đầu năm" not in found["part"] and found["lead"].lower() == "trong"
        other_year = found["year"] is not None and int(found["year"]) != own.year
        if bare or other_year or month < own.month + _A_QUARTER or any(spans.touch(place) for spans in passed):
            continue
        low, high = clause_of(report.text, place.start, place.end)
        if not _NOT_DONE.search(report.text, low, high) and not _told(report).touch(place):
            yield _of_another(report, place, title[0])


@of_last_report
def _told(report: Report) -> Spans:
    """What is told already as a time to come."""
    return Spans(one.place for one in check_reporting_period(report) if isinstance(one.place, Span))


_A_QUARTER = 3
_TELLS_RESULTS = re.compile(
    r"(?:^|[.;]\s|\n)(?:[-+*•]\s?)?(?:Kết quả|Tình hình|Nhìn chung|Trong|Tính chung|Đánh giá chung)(?: [^\W\d_]+"
    r"|[,–-]| -){0,12} $"
)
_OF_TWO = re.compile(r"(?<!\w)(?:so|cùng kỳ|tăng|giảm|hơn|kém|trước|bằng|từ|chưa|còn lại|chuyển)(?!\w)", re.IGNORECASE)


def check_parts_of_the_year_before(report: Report) -> Iterator[Finding]:
    """Yield ``period-mismatch`` for results of the same part of another year that open a sentence: 'Kết quả 6 tháng đầu
    năm 2025 cơ bản đạt kế hoạch' in the report on the first half of 2026.

    Not flagged: comparisons; sentences that name the year of the report, too; tasks, tables and documents.
    """
    title = title_period(report)
    if title is None or title[1].whole_year:
        return
    said, period = title
    passed = (tasks_of(report), in_citations(report), in_tables(report))
    for one in all_mentions(report):
        place = Span(one.start, one.end)
        if not _is_of_the_year_before(one, period) or any(spans.touch(place) for spans in passed):
            continue
        low, high = clause_of(report.text, place.start, place.end)
        opens = _TELLS_RESULTS.search(report.text[max(low - 2, 0) : place.start])
        if opens and not _OF_TWO.search(report.text, low, high) and str(period.since.year) not in report.text[low:high]:
            yield _of_another(report, place, said)


def _is_of_the_year_before(one: Mention, own: Mention) -> bool:
    return (
        one.since.year == own.since.year - 1
        and (one.since.month, one.until.month) == (own.since.month, own.until.month)
        and not one.whole_year
    )


def _of_another(report: Report, place: Span, title: str) -> Finding:
    facts = {"period": " ".join(report.text[place.start : place.end].split()), "title": title}
    return Finding("period-mismatch", "warning", place, "heading", facts)


_JUDGING = re.compile(r"đánh giá|ưu điểm|mặt được|kết quả đạt được|hạn chế|tồn tại|nguyên nhân|nhận xét|bài học")
_JUDGED = re.compile(
    r"(?<!\w)(?:[Nn]hìn chung|[Tt]óm lại|đạt được (?:những |nhiều |một số )?kết quả"
    r"|(?:những |các )?kết quả (?:đã )?đạt được"
    r"|còn (?:có )?(?:một số|những|nhiều) (?:hạn chế|tồn tại|khó khăn)|được triển khai (?:toàn diện|đồng bộ)"
    r"|mặc dù|(?:đã )?nỗ lực|hoàn thành (?:cơ bản|tốt|xuất sắc)|cơ bản hoàn thành|tiếp tục phát triển)(?!\w)"
)
_LOOKS_AT = re.compile(
    r"(?<!\w)(?:so|cùng kỳ|hơn|kém|trước|bằng|từ|đến|chuyển|giai đoạn|nhiệm kỳ|bước sang|thành lập|công nhận"
    r"|[Kk]ế hoạch|[Nn]ghị quyết|[Cc]hương trình|[Qq]uyết định|[Cc]hỉ thị|đầu tư|theo|bão|lũ|dịch|kết luận|quyết toán"
    r"|kiến nghị)(?!\w)"
)
_OPENS_OR_OF = re.compile(
    r"(?:(?:^|[.;\n])[ \t]*(?:[-+*•] ?)?(?:Trong )?|(?<!\w)(?:[Kk]ết quả|[Cc]ông tác|[Tt]ình hình|[Hh]oạt động"
    r"|[Hh]ạn chế|đạt được)(?!\w)[^.;:\n\d]{0,70})$"
)
_YEARS_BACK = 6


def check_judged_periods(report: Report) -> Iterator[Finding]:
    """Yield ``period-mismatch`` where the assessment judges another time than that of the title: 'Kết quả công tác năm
    2023 còn một số hạn chế' in the report on 2025, 'quý I năm 2026' in that on the first half.

    Not flagged: sentences that name the time of the report, too, or compare; plans and documents; reports on several
    years.
    """
    title = title_period(report)
    if title is None:
        return
    said, own = title
    passed = (tasks_of(report), in_citations(report), in_tables(report))
    for one in (*all_mentions(report), *_opening_years(report), *_parts_of(report, own)):
        place = Span(one.start, one.end)
        if (one.since, one.until) == (own.since, own.until) or own.until.year - one.since.year > _YEARS_BACK:
            continue
        if (one.until > own.until and one.whole_year) or any(spans.touch(place) for spans in passed):
            continue
        low, high = clause_of(report.text, place.start, place.end)
        clause = report.text[low:high]
        if not _JUDGED.search(clause) or str(own.since.year) in clause.replace(report.text[one.start : one.end], ""):
            continue
        if _LOOKS_AT.search(clause) or not _OPENS_OR_OF.search(report.text, max(low - 2, 0), place.start):
            continue
        if _JUDGING.search(matter_at(report, low)) and not (
            _told(report).touch(place) or _told_of_parts(report).touch(place)
        ):
            yield _of_another(report, place, said)


_YEAR_OPENS = re.compile(r"(?<!\w)Năm (?P<year>20\d\d)(?!\d|\s?[-–/]\s?\d)")
_PART_OF_IT = re.compile(r"(?<!\w)(?P<months>6|9|sáu|chín) tháng đầu năm(?! (?:20|nay|học|ngoái))(?!\w)")
_MONTHS = {"6": 6, "9": 9, "sáu": 6, "chín": 9}


def _opening_years(report: Report) -> Iterator[Mention]:
    """Years with a capital, with which sentences open."""
    for found in finds(_YEAR_OPENS, report.text):
        year = int(found["year"])
        yield Mention(*found.span(), datetime.date(year, 1, 1), datetime.date(year, 12, 31), True)


def _parts_of(report: Report, own: Mention) -> Iterator[Mention]:
    """Parts of the year without its number, in the report on a whole year."""
    for found in finds(_PART_OF_IT, report.text) if own.whole_year else ():
        last = datetime.date(own.since.year, _MONTHS[found["months"]], 28)
        yield Mention(*found.span(), own.since, last, False)


@of_last_report
def _told_of_parts(report: Report) -> Spans:
    """What the checks above tell."""
    found = (*check_parts_of_the_year_before(report), *check_parts_ahead(report))
    return Spans(one.place for one in found if isinstance(one.place, Span))


CHECKS = (check_parts_ahead, check_parts_of_the_year_before, check_judged_periods)
