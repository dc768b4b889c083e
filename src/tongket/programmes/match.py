"""What of a report answers a programme: the figures and cells that its indicators ask for, and how surely."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from tongket.messages import N_
from tongket.model.matches import Match
from tongket.model.programmes import Programme
from tongket.model.reports import Report
from tongket.programmes.answers import answers
from tongket.programmes.levels import report_level
from tongket.programmes.prose import UNFIT, match_prose
from tongket.programmes.rivals import COMPETING
from tongket.programmes.tables import match_tables

__all__ = ["answers", "match_report"]

UNSURE_SCAN = N_("Read from a scan, and not sure: compare it with the paper.")


def match_report(report: Report, programme: Programme, level: str = "") -> tuple[Match, ...]:
    """All matches of ``report``, in the order of the programme's indicators, surest first.

    ``level`` is the unit kind of the body that reports, where the caller knows it. Tables come before the text at
    equal sureness. What is below ``programme.threshold`` is in the list and must not be used; when table and text
    both answer an indicator, both are there, and who observes takes one.
    """
    level = level or report_level(report)
    tables = tuple(match_tables(report, programme, level))
    found = [*tables, *_beside_forms(tables, match_prose(report, programme, level), programme)]
    found = list(_unsure_of_scans(_as_wide_as_wholes(found, programme), report, programme))
    order = {indicator.code: index for index, indicator in enumerate(programme.indicators)}
    rank = {"table": 0, "prose": 1, "footnote": 2}
    found.sort(
        key=lambda match: (order[match.indicator], match.cell, -match.confidence, rank[match.where], match.start)
    )
    return tuple(found)


def _beside_forms(tables: tuple[Match, ...], prose: Iterable[Match], programme: Programme) -> Iterator[Match]:
    """The text's matches; where a form's cell answers too, but doubtfully and otherwise, the text's is doubtful too."""
    doubtful = {
        (match.indicator, match.cell): match.value
        for match in tables
        if match.value is not None and match.confidence < programme.threshold and match.reason != UNFIT
    }
    for match in prose:
        other = doubtful.get((match.indicator, match.cell))
        if other is None or other == match.value:
            yield match
        else:
            yield replace(match, confidence=round(match.confidence * 0.6, 2), reason=COMPETING)


def _unsure_of_scans(matches: Iterable[Match], report: Report, programme: Programme) -> Iterator[Match]:
    """Numbers of a scan that recognition is not sure of are below the threshold: a person compares them first."""
    doubts = [one for one in report.source.doubts if any(map(str.isdigit, report.text[one.start : one.end]))]
    least = round(programme.threshold * 0.9, 2)
    for match in matches:
        if doubts and any(one.start < match.end and match.start < one.end for one in doubts):
            yield replace(match, confidence=min(match.confidence, least), reason=UNSURE_SCAN)
        else:
            yield match


def _as_wide_as_wholes(matches: list[Match], programme: Programme) -> list[Match]:
    """The part of a ratio with the extent of its whole: '100 ý kiến, đã giải quyết 94' are one body's."""
    whole_of = {one.numerator: one.denominator for one in programme.indicators if one.numerator}
    wholes: dict[tuple[str, str], list[Match]] = {}
    for match in matches:
        if match.indicator in whole_of.values() and match.confidence >= programme.threshold and match.value is not None:
            wholes.setdefault((match.indicator, match.cell), []).append(match)
    widened = []
    for match in matches:
        found = wholes.get((whole_of.get(match.indicator, ""), match.cell), [])
        if found and not match.level and len({(one.extent, one.level) for one in found}) == 1:
            match = replace(match, extent=found[0].extent or match.extent, level=found[0].level)
        widened.append(match)
    return widened
