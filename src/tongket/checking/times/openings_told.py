"""The year, school year or term that opening and closing report on, against the title (năm ở câu mở đầu).

Cases of ``period-mismatch``, whose page stands with the dates. The opening of the last report is copied, and its year
with it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tongket.checking.evidence.recognition import is_dirty
from tongket.checking.evidence.spans import Spans, in_citations
from tongket.checking.times.period_titles import small
from tongket.checking.times.school_terms import TERMS
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report

_PERIOD = re.compile(
    r"(?:(?P<school>năm học:?\s+(?P<since>20\d\d)\s*[-–]\s*20\d\d)(?!\d)"
    r"|(?:năm\s+|(?:tháng \d{1,2}|quý [iv]{1,3})\s?/\s?)(?P<year>20\d\d)(?![\d/]|\s*[-–]\s*\d))",
    re.IGNORECASE,
)
_TERM = re.compile(r"(?:học k[ỳì]|hk) ?(?P<term>i{1,2}|1|2|một|hai)(?!\w)", re.IGNORECASE)
_YEAR = re.compile(r"20\d\d")
_OTHER_TIMES = re.compile(r"giai đoạn|nhiệm kỳ|so với|từ năm|đến năm|từ tháng|từ ngày|trở lại đây|năm trước|cùng kỳ")
_AHEAD = re.compile(r"phương hướng|mục tiêu|chương trình công tác|chuẩn bị|tuyển sinh")
_TASKS = re.compile(r"nhiệm vụ|kế hoạch")
_CARRIED_OUT = re.compile(r"thực hiện|kết quả|tình hình|triển khai")
_OF_A_DOCUMENT = re.compile(r"(?:nghị quyết|chỉ thị|quyết định|đề án|luật|nghị định|thông tư|công văn)[^,;]{0,60}$")
_A_PLAN = re.compile(r"Kế hoạch[^,;]{0,60}$")  # with a capital: one that was issued, where tasks and plan have none
_LEADS = re.compile(r"như sau|cụ thể(?= ?[,:])")
_STOP = re.compile(r"[.;]\s|\n\s*\n")
_REACH = 3000  # letters behind the title in which the opening ends
_LONGEST = 300  # letters from its verb to its end
_FAR = 2  # years: what is copied is of the last report or the one before
_TYPES = ("Báo cáo", "Kế hoạch")


def check_years_of_opening(report: Report) -> Iterator[Finding]:
    """Yield ``period-mismatch`` where the opening or closing sentence names another year, school year or school term
    than the title: 'báo cáo kết quả năm 2024 như sau' under 'Kết quả ... năm 2025'.

    Not flagged: years of the closing, of which ``periods_named`` tells; sentences that name the title's year, too, that
    compare, or that speak of several years; years of a document; titles that name no year; scans with dirt.
    """
    at = report.letterhead.title_at
    if at is None or report.letterhead.doc_type not in _TYPES or is_dirty(report):
        return
    cited = in_citations(report)
    titled = list(_periods(report.text, at, cited))
    if not titled or _OTHER_TIMES.search(small(report.text[at.start : at.end])):
        return
    for place, closes in _sentences(report, at):
        if _OTHER_TIMES.search(small(report.text[place.start : place.end])):
            continue
        said = [one for one in _periods(report.text, place, cited) if one["school"] or not closes]
        other = len(said) == 1 and _is_another(report, place, said[0], titled)
        pair = (said[0], titled[0]) if other else None
        if pair := pair or _other_term(report.text, place, at):
            here, there = (" ".join(one[0].split()) for one in pair)
            yield Finding(
                "period-mismatch", "warning", Span(*pair[0].span()), "heading", {"period": here, "title": there}
            )


def _periods(text: str, place: Span, cited: Spans) -> Iterator[re.Match[str]]:
    for found in _PERIOD.finditer(text, place.start, place.end):
        if not cited.touch(Span(*found.span())):
            yield found


def _sentences(report: Report, title: Span) -> Iterator[tuple[Span, bool]]:
    """From the word 'báo cáo' to 'như sau' in the opening, and to the first stop in the closing, which closes."""
    text = report.text
    lead = _LEADS.search(text, title.end, title.end + _REACH)
    if lead is not None:
        above = text[max(title.end, lead.start() - _LONGEST) : lead.start()]
        low = above.lower().rfind((report.letterhead.doc_type or "").lower())
        if low >= 0 and not _STOP.search(above, low):
            yield Span(lead.start() - len(above) + low, lead.start()), False
    if report.closing is not None:
        end = re.compile(rf"{_STOP.pattern}|,").search(text, report.closing.start, report.closing.end)
        yield Span(report.closing.start, end.start() if end else report.closing.end), True


def _is_another(report: Report, place: Span, said: re.Match[str], titled: list[re.Match[str]]) -> bool:
    """Whether the only time that a sentence names is none of those of the title, but one near them of its kind."""
    printed = report.text[place.start : said.start()].partition(" ")[2]
    before = small(printed)
    if _AHEAD.search(before) or _OF_A_DOCUMENT.search(before) or _A_PLAN.search(printed):
        return False
    if _TASKS.search(before) and not _CARRIED_OUT.search(before) and report.letterhead.doc_type == "Báo cáo":
        return False
    years = {_year(one) for one in titled if bool(one["school"]) == bool(said["school"])}
    title = report.letterhead.title_at
    if not said["school"] and title is not None:
        years |= {int(year) for year in _YEAR.findall(report.text, title.start, title.end)} if years else set()
    return _year(said) not in years and any(abs(_year(said) - year) <= _FAR for year in years)


def _year(one: re.Match[str]) -> int:
    return int(one["since"] or one["year"])


def _other_term(text: str, place: Span, title: Span) -> tuple[re.Match[str], re.Match[str]] | None:
    """The only school term that a sentence names, and the other one, where the title names that alone."""
    said, titled = (list(_TERM.finditer(text, at.start, at.end)) for at in (place, title))
    one, other = ({TERMS[found["term"].lower()] for found in terms} for terms in (said, titled))
    return (said[0], titled[0]) if len(one) == 1 and len(other) == 1 and one != other else None


CHECKS = (check_years_of_opening,)
