"""Places in a submission as one text: 'value:HN-01/dtn@area', 'section:B.1', 'passage:120-188'; "" is the whole."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

MOST = 300  # characters of a place


class ValuePlace(NamedTuple):
    """A cell of the form: indicator, cell of it, extent."""

    indicator: str
    cell: str = ""
    extent: str = "area"

    def __str__(self) -> str:
        return f"value:{self.indicator}/{self.cell}@{self.extent}"


@dataclass(frozen=True, slots=True)
class SectionPlace:
    """A section of the outline or of the form."""

    code: str

    def __str__(self) -> str:
        return f"section:{self.code}"


@dataclass(frozen=True, slots=True)
class PassagePlace:
    """Characters of the report's text."""

    start: int
    end: int

    def __str__(self) -> str:
        return f"passage:{self.start}-{self.end}"


Place = ValuePlace | SectionPlace | PassagePlace | None


@lru_cache(maxsize=8192)
def place_of(text: str) -> Place:
    """The place that ``text`` names; None for the whole.

    Raises:
        ValueError: it names none.
    """
    if not text:
        return None
    if len(text) > MOST or "\0" in text:
        raise ValueError(text[:MOST])
    kind, _, rest = text.partition(":")
    if kind == "value":
        indicator, _, cell = rest.rpartition("@")[0].partition("/")
        return ValuePlace(indicator, cell, rest.rpartition("@")[2])
    if kind == "section":
        return SectionPlace(rest)
    if kind == "passage":
        start, _, end = rest.partition("-")
        return PassagePlace(int(start), int(end))
    raise ValueError(text)
