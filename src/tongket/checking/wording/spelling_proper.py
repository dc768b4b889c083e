"""Well-known proper names with a small letter inside (tên riêng thiếu chữ hoa): 'Hải phòng', 'Trung quốc', 'Bính ngọ'.

Decree 30/2020/NĐ-CP, Appendix II: names of places, countries and lunar years have a capital on every syllable. The
names of provinces, of today and before, are those of ``registry/data/units.tsv``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.registry.units import load_units
from tongket.vietnamese.syllables import canonical
from tongket.vietnamese.unicode import CAPITALS, SMALL, nfc
from tongket.vietnamese.words import lexicon

_LETTERS = CAPITALS + SMALL
# Countries, seas, isles, rivers, regions and cities of two syllables that reports name.
_OTHER_PLACES = (
    *("Việt Nam", "Trung Quốc", "Hàn Quốc", "Nhật Bản", "Thái Lan", "Đài Loan", "Ấn Độ", "Hoa Kỳ", "Triều Tiên"),
    *("Hoàng Sa", "Trường Sa", "Phú Quốc", "Côn Đảo", "Cửu Long", "Vũng Tàu", "Bà Rịa", "Hạ Long", "Hội An"),
    *("Nha Trang", "Đà Lạt", "Quy Nhơn", "Tây Nguyên", "Trường Sơn", "Thăng Long", "Sài Gòn"),
)
# Names that are words of the language, too: peace, equality, to pacify, the ocean, as high as.
_ALSO_WORDS = frozenset({"Hòa Bình", "Thái Bình", "Bình Định", "Hải Dương", "Cao Bằng"})
_STEMS = ("Giáp", "Ất", "Bính", "Đinh", "Mậu", "Kỷ", "Canh", "Tân", "Nhâm", "Quý")
_BRANCHES = (
    *(("Tý",), ("Sửu",), ("Dần",), ("Mão",), ("Thìn",), ("Tỵ", "Tị"), ("Ngọ",), ("Mùi",), ("Thân",), ("Dậu",)),
    *(("Tuất",), ("Hợi",)),
)
_PAIR = re.compile(
    rf"[{CAPITALS}](?<![{_LETTERS}].)(?=[{SMALL}]*[ \n\u00a0][{SMALL}])"
    rf"([{SMALL}]*)[ \n\u00a0]([{SMALL}]+)(?![{_LETTERS}])"
)
_CAPITAL_BEFORE = re.compile(rf"[{CAPITALS}][{_LETTERS}]*[ \n\u00a0]$")
_UNIT_BEFORE = re.compile(r"(?:tỉnh|thành phố|TP\.?)[ \n\u00a0]$", re.IGNORECASE)
_JOINT = re.compile(r"[ \n]?[-–][ \n]?")
_NEXT_WORD = re.compile(rf"[ \n\u00a0]([{SMALL}]+)")
_LONGEST = 12  # letters of a syllable with the blank behind it, or of 'thành phố '


def small_letters_in_names(text: str) -> Iterator[Finding]:
    """Two syllables of a well-known name of which the first alone has its capital.

    Not flagged: what is also a word of the language ('Thái bình', 'Bình định'), unless 'tỉnh' or 'thành phố' stands
    before it; what may be two words: the first ends another name ('Việt Nam định cư'), the second begins a word with
    the next ('Nghệ an ninh').
    """
    told: list[tuple[Span, str]] = []
    for place, right in _small(text):
        joint = _JOINT.fullmatch(text, told[-1][0].end, place.start) if told else None
        if joint:  # one name of two: 'Bà rịa - Vũng tàu'
            before, name = told.pop()
            told.append((Span(before.start, place.end), f"{name} - {right}"))
        else:
            told.append((place, right))
    for place, right in told:
        facts = {"here": " ".join(text[place.start : place.end].split()), "right": right}
        yield Finding("spelling", "warning", place, "capital", facts)


def _small(text: str) -> Iterator[tuple[Span, str]]:
    """Where a name has a small letter inside, and the name."""
    names = _names()
    for found in _PAIR.finditer(text):
        right = names.get((canonical((found[0][0] + found[1]).lower()), canonical(found[2])))
        if right and not _may_be_words(text, found, right):
            yield Span(*found.span()), right


def _may_be_words(text: str, found: re.Match[str], name: str) -> bool:
    low = max(found.start() - _LONGEST, 0)
    if _UNIT_BEFORE.search(text, low, found.start()):
        return False
    if name in _ALSO_WORDS or _CAPITAL_BEFORE.search(text, low, found.start()):
        return True
    behind = _NEXT_WORD.match(text, found.end())
    return behind is not None and f"{canonical(found[2])} {canonical(behind[1])}" in lexicon().known


@cache
def _names() -> dict[tuple[str, str], str]:
    """The names by their two syllables in canonical form."""
    names = {nfc(unit.name) for unit in load_units().children("vn")}.union(_OTHER_PLACES, _lunar_years())
    pairs = ((name, name.lower().split(" ")) for name in sorted(names) if name.count(" ") == 1)
    return {(canonical(one), canonical(other)): name for name, (one, other) in pairs}


def _lunar_years() -> Iterator[str]:
    """The sixty years of the cycle: stem and branch advance together."""
    for year in range(60):
        for branch in _BRANCHES[year % 12]:
            yield f"{_STEMS[year % 10]} {branch}"
