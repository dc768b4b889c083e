"""Whether the issuers of two citations (cơ quan ban hành) are two bodies by what is printed."""

from __future__ import annotations

import re

from tongket.model.documents import Citation
from tongket.vietnamese.unicode import CAPITALS, plain

_LEVELS_NAMED = {"tinh", "huyen", "xa", "phuong"}
_UNIT = re.compile(
    rf"(?<!\w)(?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường|thị trấn|[TtHhQqĐđ]\w+ [uủ][ỷy]) (?P<name>[{CAPITALS}].*)"
)


def are_two_levels(one: Citation, other: Citation) -> bool:
    """Whether two citations name their issuers, of two levels of one family: 'UBND tỉnh' and 'UBND huyện'."""
    words, others = plain(one.issuer or "").split(), plain(other.issuer or "").split()
    return len(words) > 1 and words[:-1] == others[:-1] and {words[-1], others[-1]} <= _LEVELS_NAMED and words != others


def are_two_units(one: Citation, other: Citation) -> bool:
    """Whether the issuers are of two units by name: 'UBND huyện Lũng Ẳng', 'UBND thị xã Mẫu Sơn'."""
    here, there = (_UNIT.search(citation.issuer or "") for citation in (one, other))
    return here is not None and there is not None and plain(here["name"]) != plain(there["name"])
