"""Symbols that lack the year which another citation of the same document has: '25/QĐ-TTg ngày 22/7/2021' beside
'25/2021/QĐ-TTg'.

A case of ``citation-conflict``, whose page stands in ``conflicts``. Rules of law have the year in their symbol, other
documents have not (Decree 30/2020/NĐ-CP, Appendix I; the Law on the promulgation of legal documents, Article 73).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tongket.checking.evidence.days import is_whole
from tongket.model.documents import Citation
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report

_WITH_YEAR = re.compile(r"(?P<number>\d+)/(?P<year>(?:19|20)\d\d)/(?P<tail>\D.*)")
_WITHOUT = re.compile(r"(?P<number>\d+)/(?P<tail>[^\W\d].*)")
# The Prime Minister's decisions on single matters are two thousand a year: a low number is of its first weeks
_ALSO_WITHOUT = "QĐ-TTg"
_LOW, _SPRING = 80, 3


def check_years_left_out_of_symbols(report: Report) -> Iterator[Finding]:
    """Yield ``citation-conflict`` where a symbol lacks the year that it has elsewhere in the report.

    Not flagged: symbols of another day or year; numbers of the Prime Minister that both kinds of decisions may have.
    """
    whole: dict[tuple[str, str, str], list[Citation]] = {}
    for one in report.citations:
        if found := _WITH_YEAR.fullmatch(one.symbol or ""):
            whole.setdefault((found["number"], found["year"], found["tail"]), []).append(one)
    for one in report.citations if whole else ():
        short = _WITHOUT.fullmatch(one.symbol or "")
        if short is None or one.date is None or not is_whole(one.date) or "symbol" in one.shared:
            continue
        others = whole.get((short["number"], one.date[:4], short["tail"]), [])
        days = {other.date for other in others if is_whole(other.date)}
        if not others or (days and one.date not in days):
            continue
        if not days and short["tail"] == _ALSO_WITHOUT and not _is_of_rules(int(short["number"]), one.date):
            continue
        place = Span(one.core_start, one.core_end)
        facts = {"here": one.symbol or "", "there": others[0].symbol or ""}
        related = (Span(others[0].core_start, others[0].core_end),)
        yield Finding("citation-conflict", "warning", place, "symbol", facts, related)


def _is_of_rules(number: int, day: str) -> bool:
    """Whether a decision of so low a number on that day can be none on a single matter."""
    return number <= _LOW and int(day[5:7]) > _SPRING


CHECKS = (check_years_left_out_of_symbols,)
