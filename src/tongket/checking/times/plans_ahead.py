"""Plans of another year than the one at hand (kế hoạch của năm đã qua, năm chép lại từ kế hoạch trước).

Cases of ``period-mismatch``, whose page stands with the dates.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tongket.checking.evidence.clauses import clause_of
from tongket.checking.evidence.days import day_of
from tongket.checking.evidence.finds import finds
from tongket.checking.evidence.spans import in_citations
from tongket.checking.evidence.tasks import DONE
from tongket.checking.times.period_titles import title_period
from tongket.checking.times.periods import mentions
from tongket.checking.times.terms_ordered import unwrapped_clause
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report, Section
from tongket.vietnamese.years import YEAR

_TO_CARRY_OUT = re.compile(
    r"(?<!\w)(?:[Tt]hực hiện|[Tt]riển khai|[Hh]oàn thành|[Bb]ám sát|[Xx]ây dựng|[Bb]an hành|[Tt]ham mưu)(?!\w)"
    r"[^.;:\n]{0,60}?(?P<plan>(?:[Kk]ế hoạch|[Cc]hương trình|[Nn]ghị quyết|[Dd]ự toán|[Cc]hỉ tiêu|[Nn]hiệm vụ)(?!\w)"
    r"(?:[^.;,:(\n\d]|\d{1,4}/[\w-]+){0,90})$"
)
_GOES_ON = re.compile(
    r"(?<!\w)(?:còn lại|chuyển (?:tiếp|sang|nguồn)|giai đoạn|nhiệm kỳ|dở dang|tồn đọng|chưa|tổng kết|sơ kết|đánh giá"
    r"|kết quả|kiểm điểm|báo cáo|so với|đã|quyết toán|khắc phục|những tháng|từ nay|đến hết|cuối|tháng \d{1,2})(?!\w)",
    re.IGNORECASE,
)
_LAST_MONTHS = 11  # before November, what is left of the year lies ahead


def check_plans_of_tasks(report: Report) -> Iterator[Finding]:
    """Yield ``period-mismatch`` for a plan of the year that the title reviews, to be carried out among the tasks ahead:
    'Triển khai thực hiện Kế hoạch cải cách hành chính năm 2025' in the review of 2025.

    Not flagged: reports signed before November of that year; what is left of a plan or carried over, plans of several
    years; days of documents; headings of the last months.
    """
    title, signed = title_period(report), day_of(report.letterhead.date)
    if title is None or not title[1].whole_year or signed is None or report.letterhead.doc_type != "Báo cáo":
        return
    year = title[1].since.year
    if (signed.year, signed.month) < (year, _LAST_MONTHS):
        return
    for section in _tasks(report):
        low = section.head_end or section.start
        for one in mentions(report.text[low : section.end]):
            place = Span(low + one.start, low + one.end)
            begins, ends = clause_of(report.text, place.start, place.end)
            found = _TO_CARRY_OUT.search(report.text, max(begins, low), place.start)
            if not one.whole_year or one.since.year != year or found is None:
                continue
            if not _GOES_ON.search(report.text, max(begins, low), ends):
                facts = {"period": report.text[place.start : place.end], "title": title[0]}
                yield Finding("period-mismatch", "warning", Span(found.start("plan"), place.end), "tasks", facts)


_AHEAD = re.compile(r"phương hướng|nhiệm vụ|giải pháp")
_BACK = re.compile(r"kết quả|tồn tại|hạn chế|nguyên nhân|đánh giá|ưu điểm|tình hình")


def _tasks(report: Report) -> Iterator[Section]:
    """The main sections of what lies ahead, behind those of results."""
    looked_back = False
    for one in report.sections:
        words = (one.title or "").lower()
        if looked_back and _AHEAD.search(words) and not DONE.search(words) and not _GOES_ON.search(words):
            yield one
        looked_back = looked_back or _BACK.search(words) is not None


_PLANS = ("Kế hoạch", "Chương trình")
_OF_YEARS = re.compile(r"giai đoạn|nhiệm kỳ|đến năm|năm học|từ năm", re.IGNORECASE)
_MEANS = re.compile(r"(?<!\w)(?:[Kk]inh phí|[Dd]ự toán|[Nn]gân sách|[Nn]guồn vốn)(?!\w)")
_CARRIED = re.compile(
    r"(?<!\w)(?:chuyển|kết dư|còn (?:lại|dư)|tồn|so với|quyết toán|đã|tạm ứng|thanh toán|giai đoạn|ổn định|niên độ"
    r"|từ năm|hoàn thành|tăng|giảm|bằng|khối lượng|kết quả|thực hiện năm|ban hành|trước|chưa|kéo dài)(?!\w)",
    re.IGNORECASE,
)


def _year_of_plan(report: Report) -> int | None:
    """The only year that the title of a plan names."""
    title = report.letterhead.title or ""
    years = {int(found[0]) for found in YEAR.finditer(title)}
    if report.letterhead.doc_type not in _PLANS or len(years) != 1 or _OF_YEARS.search(title):
        return None
    return years.pop()


def check_means_of_plans(report: Report) -> Iterator[Finding]:
    """Yield ``period-mismatch`` where a plan of one year is paid for out of the year before: 'Kinh phí thực hiện từ dự
    toán năm 2024' in the plan of 2025, copied from the last one.

    Not flagged: what is carried over or compared, years of documents; plans of several years.
    """
    year = _year_of_plan(report)
    if year is None:
        return
    low = report.letterhead.title_at.end if report.letterhead.title_at else 0
    cited = in_citations(report)
    for one in mentions(report.text[low:]):
        place = Span(low + one.start, low + one.end)
        if not one.whole_year or one.since.year != year - 1 or cited.touch(place):
            continue
        begins, ends = unwrapped_clause(report.text, place)
        said = report.text[begins:ends]
        alone = {int(found[0]) for found in YEAR.finditer(said)} == {year - 1}
        if alone and _MEANS.search(report.text, begins, place.start) and not _CARRIED.search(said):
            facts = {"period": report.text[place.start : place.end], "title": f"năm {year}"}
            yield Finding("period-mismatch", "warning", place, "means", facts)


_OWN = re.compile(
    r"(?:[Tt]rên đây là(?: toàn bộ)?(?: nội dung)?|(?:[Bb]an hành|[Xx]ây dựng)(?P<opens>)) (?:Kế hoạch|Chương trình)"
    r" (?!số)(?P<of>[^.;:]{0,240}?)năm (?P<year>(?:19|20)\d\d)(?!\d)(?! ?[-–/] ?\d)"
)
_AS_FOLLOWS = re.compile(r"[^.;\d]{0,160}?(?:như sau|sau đây)(?!\w)")


def check_years_of_own_plan(report: Report) -> Iterator[Finding]:
    """Yield ``period-mismatch`` where a plan opens or closes as one of another year than its title: 'Trên đây là Kế
    hoạch cải cách hành chính năm 2024' in the plan of 2025.

    Not flagged: other plans, which are not what 'như sau' or 'trên đây' speak of; plans of several years.
    """
    year = _year_of_plan(report)
    if year is None:
        return
    cited = in_citations(report)
    for found in finds(_OWN, report.text):
        opens = found["opens"] is not None
        if int(found["year"]) == year or YEAR.search(found["of"]) or cited.touch(Span(*found.span("year"))):
            continue
        if not opens or _AS_FOLLOWS.match(report.text, found.end()):
            place = Span(found.start("year") - len("năm "), found.end())
            facts = {"period": f"năm {found['year']}", "title": f"năm {year}"}
            yield Finding("period-mismatch", "warning", place, "heading", facts)


CHECKS = (check_plans_of_tasks, check_means_of_plans, check_years_of_own_plan)
