"""The charts of a report: of frozen figures, by the same specifications as on the page, kept with their data.

A chart that somebody chose waits, with its indicator and kind alone, until the writing of the report makes it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from tongket.model.consolidations import Consolidation
from tongket.model.drafts import Draft, DraftChart, Run
from tongket.model.observations import Rollup
from tongket.model.programmes import Indicator, Programme
from tongket.model.rounds import Round as AskedRound
from tongket.site.people.units import registry
from tongket.site.rollups.asking import question_of
from tongket.site.rollups.charts.build import Series, charts_of
from tongket.site.rollups.charts.chart import Chart
from tongket.site.rollups.live import Rolled, the_shown
from tongket.site.rollups.models import Snapshot
from tongket.site.rollups.reports.snapshots import frozen_beside, map_of
from tongket.vietnamese.unicode import sort_key
from tongket.writing.docx import charts_label

Kept = Mapping[str, Any]  # {indicator, kind, title, measure, sentence, header, rows, spec, key}

FIRST = 3  # charts that a new report begins with
_MOST_ROWS = 40  # of the table of a chart in the Word file
KINDS = ("bars", "trend", "share", "heat")


def frozen_figures(snapshot: Snapshot, consolidation: Consolidation) -> Rolled:
    """The consolidated values of a snapshot, as charts read those of a round."""
    one = consolidation
    return _figures(one.round, one.programme, one.rollups, snapshot.view, snapshot.expected, snapshot.reported)


def _figures(
    asked: AskedRound, programme: Programme, rollups: Sequence[Rollup], view: str, expected: int, answered: int
) -> Rolled:
    top, day = asked.unit, asked.as_of or asked.period_end
    found = the_shown(rollups)
    shown = {unit for _, _, unit in found}
    if view == "reported":
        shown |= {one.unit for one in asked.asked}
    known = registry()

    def place(unit: str) -> tuple[int, Any]:
        named = known.unit(unit, day) or known.unit(unit)
        return len(known.above(unit, day)), sort_key(named.full_name if named else unit)

    units = [(unit, known.unit(unit, day) or known.unit(unit)) for unit in sorted(shown - {top}, key=place)]
    names = tuple((unit, named.full_name if named else unit) for unit, named in units)
    cells = {value.code: value.name for one in programme.dimensions for value in one.values}
    return Rolled(top, found, names, expected, answered, cells)


def frozen_series(snapshot: Snapshot, codes: frozenset[str]) -> Series | None:
    """What charts show of the rounds beside, as it stood when the figures were frozen; None: as these stand now."""
    found, seen = frozen_beside(snapshot, codes), map_of(snapshot)
    if found is None:
        return None
    series = []
    for one, rollups in found:
        question = question_of(one, seen)
        asked = replace(question.round, as_of=question.as_of)
        answered = len((snapshot.series or {}).get(str(one.pk), ()))
        told = _figures(asked, question.programme, rollups, snapshot.view, len(asked.asked), answered)
        series.append((one, told))
    return series


def first_choice(draft: Draft, snapshot: Snapshot, figures: Rolled, consolidation: Consolidation) -> list[Kept]:
    """What a new report begins with: of its first parts the leading number over the periods, or by unit."""
    made: list[Kept] = []
    for code in _leading(draft):
        if len(made) == FIRST:
            break
        indicator = consolidation.programme.indicator(code)
        found = _of(indicator, snapshot, figures, consolidation) if indicator else {}
        one = found.get("trend") or found.get("bars")
        if one:
            made.append(as_kept(code, one))
    return made


def made_ready(charts: Sequence[Kept], snapshot: Snapshot, figures: Rolled, consolidation: Consolidation) -> list[Kept]:
    """``charts``, those that wait made; one that the figures do not allow keeps waiting, and the page says so."""
    ready = []
    for one in charts:
        indicator = consolidation.programme.indicator(one["indicator"])
        if "spec" not in one and indicator is not None:
            chart = _of(indicator, snapshot, figures, consolidation).get(one["kind"])
            ready.append(as_kept(one["indicator"], chart) if chart else {**one, "empty": True})
        else:
            ready.append(one)
    return ready


def _of(indicator: Indicator, snapshot: Snapshot, figures: Rolled, consolidation: Consolidation) -> dict[str, Chart]:
    series = frozen_series(snapshot, frozenset({indicator.code}))
    found = charts_of(snapshot.round, consolidation.programme, indicator, map_of(snapshot), figures, series)
    return {one.kind: one for one in found}


def _leading(draft: Draft) -> Iterator[str]:
    """The indicator of the first live figure below each heading, in the order of the report."""
    codes = {one.key: one.indicator for one in draft.figures}
    given: set[str] = set()
    fresh = True
    for one in draft.paragraphs:
        fresh = fresh or one.kind == "heading"
        code = next((codes[run.figure] for run in one.runs if run.figure in codes), "")
        if fresh and code and code not in given:
            given.add(code)
            fresh = False
            yield code


def as_kept(indicator: str, chart: Chart) -> Kept:
    """A chart as JSON."""
    return {
        "indicator": indicator,
        "kind": chart.kind,
        "title": chart.title,
        "measure": chart.measure,
        "sentence": chart.sentence,
        "header": list(chart.header),
        "rows": [list(row) for row in chart.rows],
        "spec": chart.spec,
        "key": chart.key,
    }


def drawable(charts: Sequence[Kept]) -> list[Kept]:
    """Those that are made."""
    return [one for one in charts if "spec" in one]


def with_charts(draft: Draft, charts: Sequence[Kept], edits: Mapping[str, str]) -> Draft:
    """``draft`` with its charts, and in its text where they stand: every appendix is pointed at (Nghị định
    30/2020/NĐ-CP, Article 8). Places of paragraphs stay as they are.
    """
    kept = drawable(charts)
    if not kept:
        return draft
    drawn = tuple(
        DraftChart(
            one["title"],
            one["measure"],
            one["sentence"],
            tuple(one["header"]),
            tuple(tuple(row) for row in one["rows"][:_MOST_ROWS]),
        )
        for one in kept
    )
    place = _pointing(draft, {one["indicator"] for one in kept}, edits)
    pointer = Run(f" (Biểu đồ tại {charts_label(draft)} kèm theo.)", italic=True)
    paragraphs = tuple(
        replace(one, runs=(*one.runs, pointer)) if at == place else one for at, one in enumerate(draft.paragraphs)
    )
    return replace(draft, paragraphs=paragraphs, charts=drawn)


def _pointing(draft: Draft, indicators: set[str], edits: Mapping[str, str]) -> int:
    """The first paragraph with a number that is drawn, else the first of the text; none that a person wrote."""
    keys = {one.key for one in draft.figures if one.indicator in indicators}
    free = [at for at, one in enumerate(draft.paragraphs) if one.kind == "body" and str(at) not in edits]
    told = [at for at in free if any(run.figure in keys for run in draft.paragraphs[at].runs)]
    return (told or free or [-1])[0]
