"""Whether the issuers of two citations (cơ quan ban hành) are two bodies by what is printed."""

from __future__ import annotations

import re

from tongket.checking.evidence.stops import line_start
from tongket.model.documents import Citation
from tongket.vietnamese.unicode import CAPITALS, plain

_RANKS = {"tinh": 1, "huyen": 2, "quan": 2, "thi xa": 2, "xa": 3, "phuong": 3, "thi tran": 3}
_LEVELLED = re.compile(rf"(?P<family>[a-z]+(?: [a-z]+)*?) (?P<level>{'|'.join(_RANKS)})(?= |$)")
_UNIT = re.compile(
    rf"(?<!\w)(?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường|thị trấn|[TtHhQqĐđ]\w+ [uủ][ỷy]) (?P<name>[{CAPITALS}].*)"
)


_SUBJECT = re.compile(
    r"(?<!\w)(?P<body>UBND|HĐND|[Ủủ]y ban nhân dân|Hội đồng nhân dân|[Ủủ]y ban MTTQ(?: Việt Nam)?)"
    r" (?P<level>tỉnh|huyện|quận|thị xã|xã|phường|thị trấn)(?!\w)"
    r"(?:(?!UBND|HĐND|[Ủủ]y ban|Hội đồng)[^.;:\n\d]){0,60}(?<!\w)ban hành(?!\w)[^.\n]{0,400}\Z"
)
SHORT_OF_ORGAN = {"uy ban nhan dan": "ubnd", "hoi dong nhan dan": "hdnd"}
_BEFORE = 500


def are_two_levels(one: Citation, other: Citation) -> bool:
    """Whether two citations name their issuers, of two levels of one family: 'UBND tỉnh' and 'UBND huyện Sông Gia'."""
    here, there = (_LEVELLED.match(plain(citation.issuer or "")) for citation in (one, other))
    if here is None or there is None or here["family"] != there["family"]:
        return False
    return _RANKS[here["level"]] != _RANKS[there["level"]]


def are_two_units(one: Citation, other: Citation) -> bool:
    """Whether the issuers are of two units by name: 'UBND huyện Lũng Ẳng', 'UBND thị xã Mẫu Sơn'."""
    here, there = (_UNIT.search(citation.issuer or "") for citation in (one, other))
    return here is not None and there is not None and plain(here["name"]) != plain(there["name"])


def is_issued_at_another_level(text: str, one: Citation, other: Citation) -> bool:
    """Whether the sentence before ``one`` tells a body that issued it, and ``other`` names an issuer of another level:
    'UBND xã đã ban hành Kế hoạch số 21/KH-UBND ...', 'Kế hoạch số 21/KH-UBND ... của UBND tỉnh'.
    """
    there = _LEVELLED.match(plain(other.issuer or ""))
    if one.issuer or there is None:
        return False
    opened = line_start(text, one.start, _BEFORE)
    opened = max(opened, text.rfind(". ", opened, one.start) + 1)
    here = _SUBJECT.search(text[opened : one.start])
    if here is None:
        return False
    body = plain(here["body"])
    return SHORT_OF_ORGAN.get(body, body) == SHORT_OF_ORGAN.get(there["family"], there["family"]) and (
        _RANKS[plain(here["level"])] != _RANKS[there["level"]]
    )
