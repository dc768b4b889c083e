"""The indicators of a programme as a pivot lists them: under the headings of its forms, a page of them at a time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tongket.model.dimensions import Dimension
from tongket.model.programmes import Indicator, Programme
from tongket.writing.programme_card import indicator_groups

MOST = 45  # values of one unit on a page: what is consolidated at once stays small


@dataclass(frozen=True, slots=True)
class Section:
    """Indicators under one heading; ``page`` is the page of the pivot that shows them."""

    number: int
    title: str
    indicators: tuple[Indicator, ...]
    page: int


def sections_of(programme: Programme) -> tuple[Section, ...]:
    """All of them, packed into pages; a long one is cut in parts of its own."""
    found: list[Section] = []
    page, room = 0, MOST
    for title, indicators in indicator_groups(programme):
        for part in _parts(programme, indicators):
            weight = sum(_weight(programme, one) for one in part)
            if weight > room and room < MOST:
                page, room = page + 1, MOST
            room -= weight
            found.append(Section(len(found), title, part, page))
    return tuple(found)


def _weight(programme: Programme, indicator: Indicator) -> int:
    """How many values it may have at a unit."""
    return 1 + len(programme.cells(indicator))


def _parts(programme: Programme, indicators: tuple[Indicator, ...]) -> Iterator[tuple[Indicator, ...]]:
    """``indicators`` cut where a page is full."""
    part: list[Indicator] = []
    for one in indicators:
        if part and sum(_weight(programme, each) for each in (*part, one)) > MOST:
            yield tuple(part)
            part = []
        part.append(one)
    if part:
        yield tuple(part)


def on_page_of(sections: tuple[Section, ...], number: int) -> tuple[Section, ...]:
    """The sections that stand on one page with section ``number``."""
    page = next((one.page for one in sections if one.number == number), 0)
    return tuple(one for one in sections if one.page == page)


def codes_of(sections: tuple[Section, ...]) -> frozenset[str]:
    """The codes of their indicators."""
    return frozenset(one.code for section in sections for one in section.indicators)


def dimensions_of(sections: tuple[Section, ...], programme: Programme) -> tuple[Dimension, ...]:
    """The dimensions by which their indicators are broken down, in order of appearance."""
    names = dict.fromkeys(name for section in sections for one in section.indicators for name in one.dimensions)
    return tuple(found for name in names if (found := programme.dimension(name)))
