"""Vega-Lite specifications, in the few colours of the house; labels are words already, so no locale is needed."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from typing import Any

from tongket.messages import language
from tongket.site.rollups.charts.chart import Spec

BAR, SECOND, GREY = "#1f5c99", "#6390bd", "#76818b"
INK, INK2, INK3, LINE, PAPER = "#14202b", "#414d58", "#5c6771", "#d3d9dd", "#ffffff"
HEAT = ("#eef3f8", "#cfdeec", "#a3c1dd", "#6f9dc7", "#3b76ab")
WIDTH, STEP = 400, 24
_BESIDE = 18  # letters of two labels that have room beside each other
# Of the span of a trend: a line that climbs more on both sides of a point runs through a label in its middle.
_STEEP = 0.12
_NEAR = 0.25  # of the span of a trend: labels of points that are further apart in height do not touch
ROOM = 0.18  # of the span of a trend, above and below it, for the labels


def _whole(spec: Spec) -> Spec:
    return {
        "$schema": "https://vega.github.io/schema/vega-lite/v5.json",
        "background": None,
        "padding": 4,
        "usermeta": {"language": language()},  # by which its axes write numbers
        **spec,
        "config": {
            "font": "IBM Plex Sans",
            "view": {"stroke": None},
            "axis": {
                "labelFontSize": 12, "labelColor": INK2, "gridColor": LINE, "domainColor": INK3, "tickColor": LINE,
                "title": None, "labelLimit": 190,
            },
            "text": {"fontSize": 12, "color": INK},
        },
    }  # fmt: skip


def bars(rows: Sequence[dict[str, Any]], reference: dict[str, Any] | None = None) -> Spec:
    """Flat bars from zero, in the order given, labelled at the right; a row without ``value`` is hollow and dashed.

    Rows have ``name``, ``value`` (or None), ``label``; ``reference`` a line across all: ``value`` and ``label``.
    """
    most = max((row["value"] for row in rows if row["value"] is not None), default=1) or 1
    shown = [{**row, "drawn": row["value"] if row["value"] is not None else most * 0.12} for row in rows]
    y = {"field": "name", "type": "nominal", "sort": None, "axis": {"domain": True, "ticks": False}}
    x = {"type": "quantitative", "scale": {"domain": [0, most * 1.16]}, "axis": {"tickCount": 4, "domain": False}}
    filled, hollow = {"filter": "datum.value !== null"}, {"filter": "datum.value === null"}
    layers: list[Spec] = [
        {
            "transform": [filled],
            "mark": {"type": "bar", "color": BAR, "height": 16},
            "encoding": {"x": {**x, "field": "drawn"}, "y": y},
        },
        {
            "transform": [hollow],
            "mark": {"type": "bar", "color": PAPER, "stroke": BAR, "strokeDash": [3, 2], "height": 15},
            "encoding": {"x": {**x, "field": "drawn"}, "y": y},
        },
        {
            "mark": {"type": "text", "align": "left", "dx": 5, "color": INK},
            "encoding": {"x": {**x, "field": "drawn"}, "y": y, "text": {"field": "label"}},
        },
    ]
    if reference:
        at = {"x": {"datum": reference["value"]}}
        layers.append({"mark": {"type": "rule", "color": INK}, "encoding": at})
    return _whole({"width": WIDTH, "height": {"step": STEP}, "data": {"values": shown}, "layer": layers})


def trend(rows: Sequence[dict[str, Any]]) -> Spec:
    """A line over periods. Rows have ``period``, ``value``, ``label``, ``run`` (another after a break), ``whole``.

    What is partial is a hollow point at the end of a dashed stretch; a run is not joined to the one before it, and a
    dotted upright stands at its first period.
    """
    x = {
        "field": "period",
        "type": "ordinal",
        "scale": {"padding": 0.6},
        "sort": [row["period"] for row in rows],  # each layer has rows of its own: their order is no order
        "axis": {"labelAngle": 0, "domain": True, "ticks": False},
    }
    y = _height([row["value"] for row in rows])
    pairs = [
        {**one, "pair": place, "firm": before["whole"] and now["whole"]}
        for place, (before, now) in enumerate(itertools.pairwise(rows))
        if before["run"] == now["run"]
        for one in (before, now)
    ]
    breaks = [now for before, now in itertools.pairwise(rows) if before["run"] != now["run"]]
    layers: list[Spec] = [
        _stretch(pairs, x, y, firm=True),
        _stretch(pairs, x, y, firm=False),
        _points([one for one in rows if one["whole"]], x, y, size=36, color=BAR),
        _points([one for one in rows if not one["whole"]], x, y, size=60, fill=PAPER, stroke=BAR),
        *(
            _labels(rows, x, y, below=below, lean=lean)
            for below, lean in sorted({(side, _leans(rows, at)) for at, side in enumerate(_sides(rows))})
        ),
    ]
    if breaks:
        layers.append(
            {
                "data": {"values": breaks},
                "mark": {"type": "rule", "color": INK3, "strokeDash": [2, 3], "xOffset": -24},
                "encoding": {"x": x},
            }
        )
    return _whole({"width": WIDTH, "height": 220, "data": {"values": list(rows)}, "layer": layers})


def _height(values: Sequence[float]) -> Spec:
    """The upright axis: room above and below the line, and nothing below zero where no value is."""
    room = (max(values) - min(values) or abs(max(values)) or 1) * ROOM
    least = min(values) - room
    domain = [max(least, 0) if min(values) >= 0 else least, max(values) + room]
    return {
        "field": "value",
        "type": "quantitative",
        "scale": {"zero": False, "nice": False, "domain": domain},
        "axis": {"tickCount": 5, "domain": False, "ticks": False},
    }


def _points(rows: Sequence[dict[str, Any]], x: Spec, y: Spec, **looks: object) -> Spec:
    return {
        "data": {"values": list(rows)},
        "mark": {"type": "point", "filled": True, "opacity": 1, **looks},
        "encoding": {"x": x, "y": y},
    }


def _leans(rows: Sequence[dict[str, Any]], at: int) -> str:
    """Where the line runs straight up or down through a point, its label stands above that side which is the lower:
    'right' or 'left' is the end of the label that is at the point, "" the middle.
    """
    ends = [row["value"] for row in rows]
    steep = _STEEP * (max(ends) - min(ends))
    if not 0 < at < len(ends) - 1 or not steep:
        return ""
    steps = (ends[at] - ends[at - 1], ends[at + 1] - ends[at])
    return "right" if min(steps) > steep else "left" if max(steps) < -steep else ""


def _sides(rows: Sequence[dict[str, Any]]) -> list[bool]:
    """For each point whether its label stands below: where the line turns up, beside the line and not on it; and where
    it would run into the label before it.
    """
    ends = [row["value"] for row in rows]
    span = max(ends) - min(ends)
    sides: list[bool] = []
    for at, row in enumerate(rows):
        if _leans(rows, at):
            sides.append(False)
            continue
        below = row["value"] < (ends[max(at - 1, 0)] + ends[min(at + 1, len(ends) - 1)]) / 2
        letters = len(row["label"]) + len(rows[at - 1]["label"]) if at else 0
        if at and below == sides[-1] and letters > _BESIDE and abs(ends[at] - ends[at - 1]) < _NEAR * span:
            below = not below
        sides.append(below)
    return sides


def _labels(rows: Sequence[dict[str, Any]], x: Spec, y: Spec, *, below: bool, lean: str) -> Spec:
    """The labels of one side that lean one way."""
    sides = enumerate(zip(rows, _sides(rows), strict=True))
    shown = [row for at, (row, side) in sides if side == below and _leans(rows, at) == lean]
    away = {"right": 8, "left": -8, "": 0}[lean]
    return {
        "data": {"values": shown},
        "mark": {"type": "text", "dy": 15 if below else -12, "dx": away, "align": lean or "center", "color": INK},
        "encoding": {"x": x, "y": y, "text": {"field": "label"}},
    }


def _stretch(pairs: list[dict[str, Any]], x: Spec, y: Spec, *, firm: bool) -> Spec:
    mark: Spec = {"type": "line", "color": BAR, "strokeWidth": 2}
    if not firm:
        mark["strokeDash"] = [4, 4]
    return {
        "data": {"values": [one for one in pairs if one["firm"] == firm]},
        "mark": mark,
        "encoding": {"x": x, "y": y, "detail": {"field": "pair"}},
    }


def heat(rows: Sequence[dict[str, Any]]) -> Spec:
    """Units by periods: the darker the more. Rows have ``name``, ``period``, ``step`` (0 to 4, -1: none), ``label``."""
    x = {
        "field": "period",
        "type": "ordinal",
        "sort": None,
        "axis": {"orient": "top", "labelAngle": 0, "domain": False},
    }
    y = {"field": "name", "type": "nominal", "sort": None, "axis": {"domain": False, "ticks": False}}
    colour = {
        "condition": {"test": "datum.step < 0", "value": PAPER},
        "field": "step",
        "type": "ordinal",
        "scale": {"domain": list(range(len(HEAT))), "range": list(HEAT)},
        "legend": None,
    }
    layers: list[Spec] = [
        {"mark": {"type": "rect", "stroke": LINE}, "encoding": {"x": x, "y": y, "color": colour}},
        {
            "transform": [{"filter": "datum.step < 0"}],
            "mark": {"type": "text", "color": INK3},
            "encoding": {"x": x, "y": y, "text": {"field": "label"}},
        },
        {
            "transform": [{"filter": "datum.step >= 0 && datum.step < 4"}],
            "mark": {"type": "text", "color": "#14202c"},
            "encoding": {"x": x, "y": y, "text": {"field": "label"}},
        },
        {
            "transform": [{"filter": "datum.step >= 4"}],
            "mark": {"type": "text", "color": "#fffffe"},
            "encoding": {"x": x, "y": y, "text": {"field": "label"}},
        },
    ]
    return _whole({"width": WIDTH, "height": {"step": 20}, "data": {"values": list(rows)}, "layer": layers})
