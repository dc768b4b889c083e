"""What of a report answers a programme: the figures and cells that its indicators ask for, and how surely."""

from __future__ import annotations

from tongket.model.matches import Match
from tongket.model.programmes import Programme
from tongket.model.reports import Report
from tongket.programmes.answers import answers
from tongket.programmes.levels import report_level
from tongket.programmes.prose import match_prose
from tongket.programmes.tables import match_tables

__all__ = ["answers", "match_report", "used_matches"]


def match_report(report: Report, programme: Programme, level: str = "") -> tuple[Match, ...]:
    """All matches of ``report``, in the order of the programme's indicators, surest first.

    ``level`` is the unit kind of the body that reports, where the caller knows it. Tables come before the text at
    equal sureness. What is below ``programme.threshold`` is in the list and must not be used; when table and text
    both answer an indicator, both are there: ``used_matches`` takes one.
    """
    level = level or report_level(report)
    found = [*match_tables(report, programme, level), *match_prose(report, programme, level)]
    order = {indicator.code: index for index, indicator in enumerate(programme.indicators)}
    rank = {"table": 0, "prose": 1, "footnote": 2}
    found.sort(
        key=lambda match: (order[match.indicator], match.cell, -match.confidence, rank[match.where], match.start)
    )
    return tuple(found)


def used_matches(matches: tuple[Match, ...], programme: Programme) -> tuple[Match, ...]:
    """One match for each indicator and cell: at or above the threshold, a table's before the text's, an answer before
    none.
    """
    best: dict[tuple[str, str], Match] = {}
    for match in matches:
        key = (match.indicator, match.cell)
        if match.confidence < programme.threshold:
            continue
        if key not in best or _rank(match) < _rank(best[key]):
            best[key] = match
    return tuple(best.values())


def _rank(match: Match) -> tuple[bool, bool, float, int]:
    return match.status in ("missing", "not-applicable"), match.where != "table", -match.confidence, match.start
