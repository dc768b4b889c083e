"""Spans of time that reports speak of (kỳ báo cáo, nhiệm kỳ, giai đoạn)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

PeriodRegime = Literal["", "nd-09", "calendar"]
Cycle = Literal["month", "quarter", "half", "nine-months", "year", "span", "term"]


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """First and last day, ISO 8601, both in it.

    ``regime`` says whose closing days these are: of Decree 09/2019/NĐ-CP (15th to 14th) or of the calendar; "" for free
    spans. ``label`` is the name as people write it: 'quý I/2026', '6 tháng đầu năm 2026', 'giai đoạn 2021-2025'.
    """

    start: str
    end: str
    cycle: Cycle = "span"
    regime: PeriodRegime = ""
    label: str = ""

    @property
    def key(self) -> str:
        """'start/end', as an observation's period is written."""
        return f"{self.start}/{self.end}"

    def overlaps(self, other: Period) -> bool:
        """Whether the two share a day."""
        return self.start <= other.end and other.start <= self.end

    def holds(self, other: Period) -> bool:
        """Whether ``other`` lies wholly inside."""
        return self.start <= other.start and other.end <= self.end
