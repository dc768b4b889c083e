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
from tongket.checking.evidence.tasks import DONE, tasks_of
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
            if not one.whole_year or not year - _LATE <= one.since.year <= year or found is None:
                continue
            if one.since.year < year and not _of_one_year(report.text, found, place.end):
                continue
            if not _GOES_ON.search(report.text, max(begins, low), ends):
                facts = {"period": report.text[place.start : place.end], "title": title[0]}
                yield Finding("period-mismatch", "warning", Span(found.start("plan"), place.end), "tasks", facts)


_LATE = 5  # years
_ISSUED = re.compile(r" ?(?:của|về|,|\()")  # the year in which another body issued the plan


def _of_one_year(text: str, found: re.Match[str], end: int) -> bool:
    """Whether a plan is of the one year that stands behind it, and not a document of that year."""
    plan = found["plan"].lower()
    named = plan.startswith(("nghị quyết", "chương trình")) or re.search(r"(?<!\w)số(?!\w)|\d", plan)
    return (not named and not _ISSUED.match(text, end)) or plan.startswith(("chỉ tiêu", "nhiệm vụ"))


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


_AIMS = (
    r"(?:phương hướng|mục tiêu|chỉ tiêu|kế hoạch|nhiệm vụ|dự kiến|phấn đấu)(?:,? (?:và )?(?:phương hướng|mục tiêu|chỉ"
    r" tiêu"
    r"|nhiệm vụ|kế hoạch|giải pháp|phấn đấu|trọng tâm|chủ yếu|cơ bản|chung|cụ thể|công tác)){0,5} (?:trong )?năm"
    r" (?P<year>20\d\d)"
)
_NEXT = re.compile(rf"(?<!\w){_AIMS}(?=\s?:)", re.IGNORECASE)
_CAPTION = re.compile(rf"(?:^|\n)(?:Bảng|Biểu|Phụ lục) [^\n]{{0,30}}?{_AIMS}(?=\n|$)", re.IGNORECASE)
_IN_THE_YEAR = re.compile(
    r"(?:^|[.;]\s|\n)(?:[-+*•]\s?|\w{1,3}[.)]\s)?(?:Trong |Bước (?:sang|vào) )?[Nn]ăm (?P<year>20\d\d),"
    r"(?: [^.;:\n\d]{3,80})? (?:tiếp tục|phấn đấu|sẽ|cần)(?!\w)"
)
_BEHIND = re.compile(r"(?<!\w)(?:kết quả|đánh giá|thực hiện|hoàn thành|so với|đạt|vượt|giao)(?!\w)", re.IGNORECASE)
_TITLED_AHEAD = re.compile(
    r"(?<!\w)(?:phương hướng|nhiệm vụ|kế hoạch|mục tiêu|giải pháp)(?!\w)[^.;\n\d]{0,80}năm (?P<year>20\d\d)",
    re.IGNORECASE,
)


def check_years_of_aims(report: Report) -> Iterator[Finding]:
    """Yield ``period-mismatch`` where what lies ahead is set for another year than the title's: 'Phương hướng năm
    2027:' under 'Kết quả năm 2025, phương hướng năm 2026'; 'Trong năm 2025, xã tiếp tục ...' among the tasks of 2026.

    Not flagged: results of a plan, the plan of the year that is reviewed outside the tasks; titles that name no year
    ahead.
    """
    at = report.letterhead.title_at
    title = " ".join(report.text[at.start : at.end].split()) if at else ""
    titled = [int(one["year"]) for one in _TITLED_AHEAD.finditer(title)]
    reviewed = {int(found[0]) for found in YEAR.finditer(title)}
    if at is None or not titled or report.letterhead.doc_type != "Báo cáo" or reviewed != {titled[-1] - 1, titled[-1]}:
        return
    year, tasks = titled[-1], tasks_of(report)
    for found in (*finds(_NEXT, report.text), *finds(_CAPTION, report.text), *finds(_IN_THE_YEAR, report.text)):
        said, place = int(found["year"]), Span(found.start("year") - len("năm "), found.end("year"))
        ahead = tasks.touch(place) or found.re is _IN_THE_YEAR
        if said == year or at.touches(place) or abs(said - year) > _NEAR or (said in reviewed and not ahead):
            continue
        low, _ = clause_of(report.text, found.start(), found.end())
        if not _BEHIND.search(report.text, low, found.start()) and not _GOES_ON.search(report.text, low, found.start()):
            facts = {"period": report.text[place.start : place.end], "title": f"năm {year}"}
            yield Finding("period-mismatch", "warning", place, "heading", facts)


_NEAR = 2  # years: what is farther off is the aim of a longer time

CHECKS = (check_years_of_aims, check_plans_of_tasks, check_means_of_plans, check_years_of_own_plan)
