"""What is read as a figure in a line of text, for the tests of figures."""

from __future__ import annotations

import hashlib

from tongket.files.text import text_blocks
from tongket.model.figures import Figure
from tongket.model.quantities import Pair, Range, Share
from tongket.model.reports import Section
from tongket.model.sources import Source
from tongket.reading.figures.figures import read_figures
from tongket.reading.running.flow import build_flow
from tongket.reading.running.scan import scan


def source_of(text: str) -> Source:
    return Source("x.txt", hashlib.sha256(text.encode()).hexdigest(), "txt", text, text_blocks(text))


def figures_of(text: str, sections: tuple[Section, ...] = ()) -> tuple[Figure, ...]:
    flow = build_flow(source_of(text))
    return read_figures(flow, scan(flow.text), (), sections)[0]


def printed(text: str) -> list[str]:
    return [text[figure.start : figure.end] for figure in figures_of(text)]


def shown(text: str) -> list[str]:
    """Value, unit and hedge of each figure, flat: '12|hộ|hơn', '3/4|thôn', '5..7|%'."""
    found = []
    for figure in figures_of(text):
        match figure.value:
            case Share(part, whole):
                value = f"{part}/{whole}"
            case Pair(first, second):
                value = f"{first}&{second}"
            case Range(low, high):
                value = f"{low}..{high}"
            case number:
                value = f"{number:f}"
        found.append("|".join(part for part in (value, figure.unit, figure.qualifier) if part))
    return found
