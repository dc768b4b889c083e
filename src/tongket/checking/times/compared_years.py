"""The years with which a report compares its own (năm so sánh): 'so với năm 2023' in the report on 2025 that compares
with 2024 else.

Cases of ``period-mismatch``, whose page stands with the dates.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from tongket.checking.evidence.finds import finds
from tongket.checking.evidence.spans import in_citations
from tongket.checking.evidence.stops import STOP_OR_SEMICOLON
from tongket.checking.evidence.tasks import tasks_of
from tongket.checking.times.period_titles import title_period
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report

_SAME_PERIOD = re.compile(r"(?:so|SO) (?:với )?cùng kỳ(?: năm)? (?P<year>20\d\d)(?![\d/-])")
_OWN_YEAR = re.compile(r"(?:[Tt]háng \d{1,2}\s?/\s?|năm |[Qq]uý [IV]{1,3}\s?/\s?)(?P<year>20\d\d)(?!\s?[-–]\s?\d)")
_SENTENCE = 400  # letters before a comparison in which its own time stands


def check_years_compared(report: Report) -> Iterator[Finding]:
    """Yield ``period-mismatch`` where growth of a year is told against the same time two years before, which is that of
    the year before elsewhere: 'tháng 4/2017 tăng 24% so với cùng kỳ năm 2015'.

    Not flagged: sentences that name several years; a report that compares with that year twice.
    """
    told = list(finds(_SAME_PERIOD, report.text))
    times = Counter(int(found["year"]) for found in told)
    for found in told:
        low = max(found.start() - _SENTENCE, 0)
        ends = [cut.end() for cut in STOP_OR_SEMICOLON.finditer(report.text, low, found.start())]
        named = {int(one["year"]) for one in _OWN_YEAR.finditer(report.text, ends[-1] if ends else low, found.start())}
        year = int(found["year"])
        own = max(named, default=0)
        if own - year == _TWO and named <= {own, own - 1} and times[year] == 1 and times[own - 1]:
            facts = {"printed": " ".join(found[0].split()), "other": str(own - 1)}
            yield Finding("period-mismatch", "warning", Span(*found.span()), "compared", facts)


_TWO = 2


_COMPARED = re.compile(
    r"(?<!\w)(?P<said>[Ss]o (?:với|cùng)(?: thực hiện| kết quả| cuối| số liệu| mức)?(?P<same> (?:cùng )?kỳ)?(?:"
    r" của)?(?: năm)?"
    r" (?P<year>20\d\d))(?![\d/-]|\s?[-–,]\s?(?:năm )?\d)"
)
_YEAR_BEFORE = re.compile(
    r"(?<!\w)(?P<said>(?:năm (?:trước|ngoái)|cùng kỳ(?: năm (?:trước|ngoái))?) \((?:năm |cùng kỳ )*(?P<year>20\d\d)\))"
)
_LONGER = re.compile(
    r"(?<!\w)(?:giai đoạn|nhiệm kỳ|đầu (?:nhiệm kỳ|kỳ)|thời điểm|mốc|gốc|năm học|kế hoạch|qua các năm|từ năm|năm"
    r" (?:19|20)\d\d"
    r"[^.;\n]{0,60}năm (?:19|20)\d\d)(?!\w)"
)
_BEFORE_THE_PLAGUE = 2019  # with which the years behind it are compared on purpose


def check_years_compared_with(report: Report) -> Iterator[Finding]:
    """Yield ``period-mismatch`` for the one comparison with the year before the last, where others are with the last;
    and for a year that is called the one before, or of the same time, and is not.

    Not flagged: comparisons over a longer time, with two years, of tasks, documents; reports on several years.
    """
    title = title_period(report)
    if title is None or title[1].since.year != title[1].until.year:
        return
    own = title[1].since.year
    told = [one for one in finds(_COMPARED, report.text) if not _is_longer(report, one, own)]
    times = Counter(int(one["year"]) for one in told)
    with_last = times[own - 1]
    for found in told:
        enough = _ENOUGH_OF_SAME if found["same"] else _ENOUGH
        year = int(found["year"])
        alone = times[year] == 1
        near = own - _FARTHEST <= year < own - 1 if found["same"] else year == own - _TWO
        if near and year != _BEFORE_THE_PLAGUE and alone and with_last >= enough:
            yield _of_another(found, own)
    for found in finds(_YEAR_BEFORE, report.text):
        if int(found["year"]) not in (own - 1, own) and not _is_longer(report, found, own):
            yield _of_another(found, own)


_ENOUGH, _ENOUGH_OF_SAME = 2, 0  # comparisons with the last year that show with which the report compares
_FARTHEST = 4  # years before: the same time is that of the last year


def _is_longer(report: Report, found: re.Match[str], own: int) -> bool:
    """Whether a comparison is over a longer time, or of another year than the report's."""
    low = max(found.start() - _SENTENCE // 2, 0)
    ends = [cut.end() for cut in STOP_OR_SEMICOLON.finditer(report.text, low, found.start())]
    before = report.text[ends[-1] if ends else low : found.start()]
    years = {int(one["year"]) for one in _OWN_YEAR.finditer(_COMPARED.sub(" ", before))} - {own}
    place = Span(*found.span())
    passed = tasks_of(report).touch(place) or in_citations(report).touch(place)
    return passed or bool(years) or _LONGER.search(before) is not None


def _of_another(found: re.Match[str], own: int) -> Finding:
    facts = {"printed": " ".join(found["said"].split()), "other": str(own - 1)}
    return Finding("period-mismatch", "warning", Span(*found.span("said")), "compared", facts)


_HEAD_YEAR = re.compile(r"(?<!\d)(?P<year>20\d\d)(?!\d)")
_HEAD_COMPARED = re.compile(r"(?<!\w)so (?:với|cùng)(?: cùng)?(?: kỳ)?(?: năm)? (?P<year>20\d\d)(?!\d)", re.IGNORECASE)


def check_years_of_heads(report: Report) -> Iterator[Finding]:
    """Yield ``period-mismatch`` where the head of a table compares with a year of which it has no column, and has one
    of another year beside the report's: 'Năm 2023 | Năm 2025 | So với năm 2024'.
    """
    title = title_period(report)
    for table in report.tables if title is not None else ():
        compared = [one for head in table.header for one in _HEAD_COMPARED.finditer(head)]
        others = [head for head in table.header if not re.search(r"so (?:với|cùng)|/", head, re.IGNORECASE)]
        years = {one["year"] for head in others for one in _HEAD_YEAR.finditer(head)}
        asked = {one["year"] for one in compared}
        if len(asked) == 1 and len(years) == _TWO and title and str(title[1].since.year) in years and not asked & years:
            head = compared[0]
            at = report.text.find(head[0].split()[-1], table.start, table.end)
            facts = {"printed": " ".join(head[0].split()), "other": min(years)}
            if at >= 0:
                yield Finding("period-mismatch", "warning", Span(at, at + 4), "compared", facts)


CHECKS = (check_years_compared, check_years_compared_with, check_years_of_heads)
