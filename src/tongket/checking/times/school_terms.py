"""School years and terms that titles of tables name, against those of the report's title (năm học, học kỳ).

Cases of ``period-mismatch``, whose page stands with the dates.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tongket.checking.evidence.recognition import is_dirty
from tongket.checking.evidence.tasks import tasks_of
from tongket.checking.times.period_titles import is_led_by, titles_of_tables
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report

_NAMED = re.compile(
    r"(?:(?:học k[ỳìyi]|HKỲ?) ?(?P<term>I{1,2}|1|2|một|hai)(?!\w)[\s,–-]*)?"
    r"năm học\s+(?P<since>(?:19|20)\d\d)\s*[-–]\s*(?P<until>(?:19|20)\d\d)",
    re.IGNORECASE,
)
TERMS = {"i": 1, "1": 1, "một": 1, "ii": 2, "2": 2, "hai": 2}
_OF_ANOTHER_TIME = re.compile(
    r"so với|so sánh|cùng kỳ|năm học trước|đầu năm|tuyển sinh|phương hướng|nhiệm vụ|(?<!thực hiện )kế hoạch|chỉ tiêu"
    r"|dự kiến|mục tiêu|qua các năm|chương trình",
    re.IGNORECASE,
)
_AHEAD = re.compile(r"phương hướng|nhiệm vụ|kế hoạch|giải pháp", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Term:
    """A school year by its first, and the term of it, 0 for the whole; as printed, and where."""

    year: int
    term: int
    printed: str
    at: Span


def check_terms_of_tables(report: Report) -> Iterator[Finding]:
    """Yield ``period-mismatch`` where the title of a table names another school year than that of the report, or the
    other term: 'Bảng 1. Kết quả học kỳ II năm học 2025 - 2026' in a report on the first.

    Not flagged: tables that compare or plan, that name the report's year beside it or in their head, or that stand
    among the tasks; the terms of a year in a report on the whole of it.
    """
    own = _reviewed(report)
    if own is None:
        return
    tasks = tasks_of(report)
    for low, high, at in titles_of_tables(report):
        line = report.text[low:high]
        named = list(_terms(report.text, low, high))
        if len(named) != 1 or _OF_ANOTHER_TIME.search(line) or tasks.touch(Span(low, high)):
            continue
        one = named[0]
        head = report.text[at.start : at.end]
        other_year = (
            one.year != own.year and str(own.year) not in head and not is_led_by(report.text, low, str(one.year))
        )
        other_term = one.year == own.year and one.term and own.term and one.term != own.term
        if other_year or other_term:
            facts = {"period": one.printed, "title": own.printed}
            yield Finding("period-mismatch", "warning", one.at, "heading", facts)


def _reviewed(report: Report) -> _Term | None:
    """What the title says that the report is over: the one school year or term before any task."""
    at = report.letterhead.title_at
    named = list(_terms(report.text, at.start, at.end)) if at else []
    if at is None or not named:
        return None
    behind = report.text[named[0].at.end : at.end]
    if len(named) > 1 and not _AHEAD.search(report.text, named[0].at.end, named[1].at.start):
        return None
    return None if len(named) == 1 and not named[0].term and "học kỳ" in behind.lower() else named[0]


def _terms(text: str, low: int, high: int) -> Iterator[_Term]:
    for found in _NAMED.finditer(text, low, high):
        term = TERMS.get((found["term"] or "").lower(), 0)
        yield _Term(int(found["since"]), term, " ".join(found[0].split()), Span(*found.span()))


_GROUND = re.compile(
    r"(?:^|(?<=\n))[ \t]*(?:[-–+*•]\s*)?(?P<act>(?:Căn cứ|Thực hiện|Theo)(?!\w)(?:[^.;\n]|\.(?=\d)){10,600})"
)
_IS_ACT = re.compile(r"công văn|chỉ thị|hướng dẫn|kế hoạch|quyết định|văn bản", re.IGNORECASE)
_GUIDES = re.compile(r"nhiệm vụ|hướng dẫn|khung (?:thời gian|kế hoạch)|kế hoạch thời gian", re.IGNORECASE)
_PAST = re.compile(r"kết quả|(?<!hướng dẫn )(?<!báo cáo )tổng kết|sơ kết", re.IGNORECASE)
_PREPARES = re.compile(r"chuẩn bị|khai giảng|khai trường|tựu trường|tuyển sinh", re.IGNORECASE)
_OPENING = 3000  # letters behind the title in which the grounds stand


def check_terms_of_grounds(report: Report) -> Iterator[Finding]:
    """Yield ``period-mismatch`` where a report on a school year rests on the tasks or the guidance of the year before:
    'Căn cứ Công văn số ... hướng dẫn nhiệm vụ năm học 2022 - 2023' in a report on 2023 - 2024.

    Not flagged: plans and preparations, which build on the year before; grounds that name the report's own year, too,
    or what came of the other; scans with dirt.
    """
    own, at = _reviewed(report), report.letterhead.title_at
    if own is None or at is None or report.letterhead.doc_type != "Báo cáo" or is_dirty(report):
        return
    if _PREPARES.search(report.text, at.start, at.end):
        return  # the guidance on the year is not yet out
    for ground in _GROUND.finditer(report.text, at.end, min(at.end + _OPENING, len(report.text))):
        named = list(_terms(report.text, *ground.span("act")))
        if len(named) != 1 or named[0].year != own.year - 1:
            continue
        said = report.text[ground.start("act") : named[0].at.start]
        if _IS_ACT.search(said) and _GUIDES.search(said) and not _PAST.search(said):
            facts = {"period": named[0].printed, "title": own.printed}
            yield Finding("period-mismatch", "warning", named[0].at, "ground", facts)
