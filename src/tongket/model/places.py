"""Where something stands: in a text, a sheet, a set of observations, or a programme file."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of characters of one source's ``text``."""

    start: int
    end: int

    def __len__(self) -> int:
        return self.end - self.start

    def touches(self, other: Span) -> bool:
        """Whether the two share at least one character."""
        return self.start < other.end and other.start < self.end

    def holds(self, other: Span) -> bool:
        """Whether ``other`` lies wholly inside."""
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True)
class SheetCell:
    """A cell of a workbook, as people name it: ``("Biểu 2", "D14")``."""

    sheet: str
    cell: str


@dataclass(frozen=True, slots=True)
class FileLine:
    """A line of a programme, round or units file; lines count from 1."""

    file: str
    line: int


@dataclass(frozen=True, slots=True)
class ObservationKey:
    """Which answer is meant: one indicator and cell, of one unit, extent, period and body."""

    indicator: str
    cell: str
    unit: str
    extent: str
    period: str
    body: str


Place = Span | SheetCell | FileLine | ObservationKey
