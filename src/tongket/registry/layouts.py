"""How official documents are laid out, by regime and date (thể thức): one table for writing and for checking."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Literal

import yaml

from tongket.model.documents import Regime

Align = Literal["left", "centre", "right", "justify"]


@dataclass(frozen=True, slots=True)
class Allowed:
    """A length or size: the least and the most that the rule allows, and what we write."""

    least: float
    most: float
    write: float

    def holds(self, value: float) -> bool:
        """Whether ``value`` keeps the rule."""
        return self.least <= value <= self.most


@dataclass(frozen=True, slots=True)
class Part:
    """A component of a document: ``size`` in points. ``sure`` is False for a rule that only one source states."""

    size: Allowed
    bold: bool = False
    italic: bool = False
    underline: bool = False
    upper: bool = False
    align: Align = "left"
    sure: bool = True


@dataclass(frozen=True, slots=True)
class Layout:
    """The rules of one guide, in force from ``valid_from`` to ``valid_to`` ("" is 'still').

    Lengths are in millimetres, sizes and ``space_after`` in points. ``line_spacing`` counts lines, ``line_points`` is
    an exact height; one of the two is None. ``rule_share`` is the length of the rule under body and title as a share
    of the line above it.
    """

    code: str
    regimes: tuple[Regime, ...]
    source: str
    valid_from: str
    valid_to: str
    font: str
    paper: tuple[float, float]
    margins: Mapping[str, Allowed]
    indent: Allowed
    space_after: Allowed
    line_spacing: Allowed | None
    line_points: Allowed | None
    page_number: Allowed
    nation: str
    motto: str
    number_word: str
    rule_share: tuple[float, float]
    parts: Mapping[str, Part]
    prefixes: Mapping[str, str]

    @property
    def text_width(self) -> float:
        """Width of the text on a portrait page, in millimetres, with the margins that we write."""
        return self.paper[0] - self.margins["left"].write - self.margins["right"].write

    @property
    def text_width_across(self) -> float:
        """Width of the text on a landscape page."""
        return self.paper[1] - self.margins["left"].write - self.margins["right"].write


@cache
def layouts() -> tuple[Layout, ...]:
    """All layouts of the table, in its order."""
    text = (files("tongket.registry") / "data" / "layouts.yaml").read_text(encoding="utf-8")
    return tuple(_layout(entry) for entry in yaml.safe_load(text))


def layout_for(regime: Regime, date: str) -> Layout | None:
    """The layout in force for ``regime`` on ``date`` (ISO; one that is cut counts as its first day); None when the
    table has none.
    """
    whole = (date + "-01-01"[len(date) - 4 :]) if len(date) in (4, 7) else date
    for layout in layouts():
        if (
            regime in layout.regimes
            and layout.valid_from <= whole
            and (not layout.valid_to or whole <= layout.valid_to)
        ):
            return layout
    return None


def state_layout(date: str) -> Layout:
    """The state layout at ``date``; before the first that we know, and for an unknown date, the latest."""
    return layout_for("state", date) or next(one for one in reversed(layouts()) if "state" in one.regimes)


def _layout(entry: Mapping[str, Any]) -> Layout:
    return Layout(
        code=entry["code"],
        regimes=tuple(entry["regimes"]),
        source=entry["source"],
        valid_from=entry["valid_from"],
        valid_to=entry["valid_to"],
        font=entry["font"],
        paper=(entry["paper"][0], entry["paper"][1]),
        margins={side: _allowed(value) for side, value in entry["margins"].items()},
        indent=_allowed(entry["indent"]),
        space_after=_allowed(entry["space_after"]),
        line_spacing=_allowed(entry["line_spacing"]) if "line_spacing" in entry else None,
        line_points=_allowed(entry["line_points"]) if "line_points" in entry else None,
        page_number=_allowed(entry["page_number"]["size"]),
        nation=entry["nation"],
        motto=entry["motto"],
        number_word=entry["number_word"],
        rule_share=(entry["rule_share"][0], entry["rule_share"][1]),
        parts={name: _part(value) for name, value in entry["parts"].items()},
        prefixes=entry["prefixes"],
    )


def _part(entry: Mapping[str, Any]) -> Part:
    return Part(
        size=_allowed(entry["size"]),
        bold=entry.get("bold", False),
        italic=entry.get("italic", False),
        underline=entry.get("underline", False),
        upper=entry.get("case") == "upper",
        align=entry.get("align", "left"),
        sure=entry.get("sure", True),
    )


def _allowed(entry: Mapping[str, Any]) -> Allowed:
    return Allowed(float(entry["allowed"][0]), float(entry["allowed"][1]), float(entry["write"]))
