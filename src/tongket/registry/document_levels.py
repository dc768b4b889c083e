"""At what level of the country a document was issued, as far as its symbol or its issuer's name tells."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal

from tongket.vietnamese.unicode import CAPITALS, key, plain

Level = Literal["nation", "province", "district", "commune", ""]

_SYMBOLS: tuple[tuple[Level, re.Pattern[str]], ...] = (
    (
        "nation",
        re.compile(
            r"(?:QH|UBTVQH)[0-9]*(?:-|$)|(?:CP|TTg|CTN|HĐBT|TANDTC|VKSNDTC|VPCP|VPQH|VPCTN|TTCP|KTNN|NHNN|UBDT|TLĐ|HĐTP)(?:-|$)"
            r"|B(?:NV|TC|CA|QP|TP|CT|YT|XD|NG|GD|NN|TNMT|KH|DT|VH|LĐ|TTTT|GTVT)[A-ZĐ&]*(?:-|$)|[A-ZĐ]*TW(?:[A-ZĐ-]|$)"
        ),
    ),
    ("province", re.compile(r"[A-ZĐ]*TU(?:-|$)|(?:SNV|STC|STP|SXD|SYT|SCT)(?:-|$)|S[A-ZĐ]{2,}(?:-|$)")),
    ("district", re.compile(r"[A-ZĐ]*(?:HU|QU|TXU|ThU|TPU)(?:-|$)")),
    ("commune", re.compile(r"ĐU(?:-|$)")),
)
_BODIES: tuple[tuple[Level, re.Pattern[str]], ...] = (
    ("district", re.compile(r"huyện|quận|thị (?:xã|ủy|uỷ)|phòng ")),
    ("commune", re.compile(r"(?:^|\s)(?:xã|phường|thị trấn|đặc khu|đảng ủy|đảng uỷ)(?:\s|$)")),
    ("province", re.compile(r"tỉnh|thành (?:phố|ủy|uỷ)|(?:^|\s)sở\s")),
    (
        "nation",
        re.compile(
            r"bộ |ban bí thư|trung ương|chính phủ|thủ tướng|quốc hội|chủ tịch nước|tổng liên đoàn|tối cao|nhà nước"
        ),
    ),
)
_PLACE = re.compile(
    rf"(?:tỉnh|huyện|xã|phường|quận|thị trấn|thị xã|thành phố|đặc khu|[ủu][ỷy])\s+((?:[{CAPITALS}][\w']*\s*)+)$"
)


@lru_cache(maxsize=4096)
def level_of_symbol(symbol: str) -> Level:
    """The level of the body in ``symbol``; "" where bodies of several levels use its mark ('UBND', 'MTTQ')."""
    parts = re.split(r"[-/]", symbol)
    for at in range(1, len(parts)):
        if parts[at][:1].isdigit():
            continue
        rest = "-".join(parts[at:])
        for level, pattern in _SYMBOLS:
            if pattern.match(rest):
                return level
    return ""


@lru_cache(maxsize=4096)
def level_of_body(name: str) -> Level:
    """The level of the body called ``name``, by the kind of unit or committee in it."""
    words = key(name).replace("uỷ", "ủy")
    spoken = name.lower().replace("uỷ", "ủy")
    if not words:
        return ""
    return next((level for level, pattern in _BODIES if pattern.search(spoken)), "")


def place_of(name: str) -> str:
    """The unit that a body's name ends with, folded: 'UBND xã Lũng Ẳng' -> 'lung ang'; "" for 'UBND xã'."""
    found = _PLACE.search(" ".join(name.split()).title() if name.isupper() else " ".join(name.split()))
    return plain(found[1]) if found else ""
