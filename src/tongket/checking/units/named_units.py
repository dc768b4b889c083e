"""Units that a text names with their level (đơn vị được nêu tên), and the units that took their place."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tongket.checking.evidence.finds import finds
from tongket.model.places import Span
from tongket.model.units import Unit
from tongket.registry.history import next_day
from tongket.registry.units import Registry
from tongket.vietnamese.unicode import CAPITALS

UNIT = re.compile(
    r"(?<!\w)(?:(?:[Xx]ã|[Pp]hường|[Tt]hị trấn|[Hh]uyện|[Qq]uận|[Tt]ỉnh|[Tt]hị xã|[Đđ]ặc khu|[Tt]hành phố) "
    rf"(?!(?:Ủy|Uỷ)\b)[{CAPITALS}][^\W\d_¹²³]*(?:['’][A-Za-z]+)?"  # 'Huyện ủy' is a body
    rf"(?: (?:[{CAPITALS}][^\W\d_¹²³]*(?:['’][A-Za-z]+)?|\d{{1,2}}(?![\d/.,%])))*"
    r"|(?<!\d )[Qq]uận (?:[1-9]|1[0-2])(?=[,;)\n]|\. |\.$| và | \())"
)
_MEMBER = re.compile(rf"[{CAPITALS}][^\W\d_]*(?:(?: | ?[-–] ?)[{CAPITALS}][^\W\d_]*)*")
_LISTED = re.compile(
    r"(?<!\w)[Cc]ác (?P<level>tỉnh|xã|phường|thị trấn|huyện|quận)(?:, thành phố)?(?: [^\W\d_]+){0,4}?"
    rf"(?: ?: ?| \(| )(?P<names>{_MEMBER.pattern}(?:(?:, | và ){_MEMBER.pattern})+)"
)
WRAPPED = re.compile(  # a name that may go on in the next line, or behind a dash
    rf"['’]|[ \t]*\n[{CAPITALS}][^\W\d_]*(?<!\n)[ ,.;)]|\s?[-–]\s?[{CAPITALS}]"
)


def mentions(text: str) -> Iterator[tuple[str, Span]]:
    """Each unit that is named with its level, and the further ones of a list of a level: 'các tỉnh: ..., ...'."""
    for match in finds(UNIT, text):
        yield match.group(), Span(*match.span())
    for listed in finds(_LISTED, text):
        for name in _MEMBER.finditer(text, *listed.span("names")):
            yield f"{listed['level']} {name.group()}", Span(*name.span())


def followers(units: Registry, unit: Unit) -> str:
    """The units that a unit became; of a level that ceased, those in which its area lies."""
    links = [link.successor for link in units.successors(unit.id)]
    ids = links or [piece.unit for piece in units.place(unit.id, next_day(unit.valid_to)).pieces]
    return ", ".join(dict.fromkeys(one.full_name for one in map(units.unit, ids) if one))
