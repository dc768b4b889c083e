"""Well-known proper names with a small letter inside (tên riêng thiếu chữ hoa): 'Hải phòng', 'Trung quốc', 'Bính ngọ'.

Decree 30/2020/NĐ-CP, Appendix II: names of places, countries and lunar years have a capital on every syllable. The
names of provinces, of today and before, are those of ``registry/data/units.tsv``.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from functools import cache, lru_cache

from tongket.checking.evidence.finds import finds
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
    *("Châu Phi", "Châu Âu"),
    *("Nha Trang", "Đà Lạt", "Quy Nhơn", "Tây Nguyên", "Trường Sơn", "Thăng Long", "Sài Gòn"),
    *("Biên Hòa", "Buôn Ma", "Cam Ranh", "Cẩm Phả", "Móng Cái", "Mỹ Tho", "Phan Thiết", "Sầm Sơn", "Uông Bí"),
    *("Bà Triệu", "Hùng Vương", "Bắc Kinh", "Hà Lan", "Liên Xô", "Phần Lan", "Thụy Điển", "Thụy Sĩ"),
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


@lru_cache(maxsize=1)  # two checks ask it of one text
def small_letters_in_names(text: str) -> tuple[Finding, ...]:
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
    continents = (Span(*found.span()) for found in finds(_CONTINENT, text))
    small = [(place, f"châu {text[place.start + 5 : place.end].capitalize()}") for place in continents]
    return (
        *(_capital_lost(text, place, right) for place, right in told),
        *(replace(_capital_lost(text, place, right), severity="info") for place, right in small),
    )


def _capital_lost(text: str, place: Span, right: str) -> Finding:
    facts = {"here": " ".join(text[place.start : place.end].split()), "right": right}
    return Finding("spelling", "warning", place, "capital", facts)


_OF_UNIT = r"(?P<kind>[Xx]ã|[Pp]hường|[Tt]hôn|[Bb]ản|[Ấấ]p|[Bb]uôn|[Ll]àng|[Tt]hị trấn|[Hh]uyện|[Qq]uận|[Đđ]ặc khu)"
_NAMED = re.compile(rf"(?<!\w){_OF_UNIT}[ \n](?P<name>[{CAPITALS}][{SMALL}]+ [{CAPITALS}][{SMALL}]+)(?! ?[{CAPITALS}])")
_HALF = re.compile(
    rf"(?<!\w){_OF_UNIT}[ \n]"
    rf"(?P<name>[{SMALL}]+[ \n][{CAPITALS}][{SMALL}]+|[{CAPITALS}][{SMALL}]+[ \n][{SMALL}]+)(?!\w)"
)
_CONTINENT = re.compile(r"(?<!\w)châu (?P<name>phi|âu|mỹ|úc)(?!\w)")
_OFTEN = 2  # times that a unit is named, from where the text knows its name
_IN_CAPITALS = re.compile(
    r"(?<!\w)(?P<kind>XÃ|PHƯỜNG|THỊ TRẤN|HUYỆN|QUẬN|ĐẶC KHU)[ \n]"
    rf"(?P<name>[{CAPITALS}]+ [{CAPITALS}]+)(?![ ]?[{CAPITALS}])"
)
_SMALL_NAME = re.compile(rf"(?<!\w){_OF_UNIT}[ \n](?P<name>[{SMALL}]+[ \n][{SMALL}]+)(?!\w)")
# What stands in the line of place and day is a place: 'Mẫu sơn, ngày 05 tháng 8 năm 2020'
_DATELINE = re.compile(
    rf"(?:\A|[\n\t,|(])[ \u00a0]*(?P<name>[{CAPITALS}][{SMALL}]+[ \u00a0][{SMALL}]+),[ \n\u00a0]ngày[ \u00a0.…_]"
)
_KINDS = ("xã", "phường", "thị trấn", "huyện", "quận", "thị xã", "thành phố", "tỉnh")


def small_letters_in_units(text: str) -> Iterator[Finding]:
    """A unit of which one syllable has lost its capital, and that the text names elsewhere or the list of units has:
    'xã công Hải', 'thôn Lũng ẳng'.

    In the line of place and day any unit of the list is told; two small syllables only where the text names the unit.

    Not flagged: other names that a text has but once; a small second syllable that begins a word with the next ('xã
    Bình an toàn').
    """
    for found in finds(_DATELINE, text):
        here = " ".join(found["name"].split())
        if any(_listed(kind, here) for kind in _KINDS):
            facts = {"here": here, "right": here.title()}
            yield Finding("spelling", "warning", Span(*found.span("name")), "capital", facts)
    halves = list(finds(_HALF, text))
    small = list(finds(_SMALL_NAME, text))
    if not halves and not small:
        return
    times = Counter(" ".join(found["name"].split()) for found in finds(_NAMED, text))
    times.update(found["name"].title() for found in finds(_IN_CAPITALS, text) if not _makes_a_word(found))
    names = {name.lower(): name for name, many in times.items() if many >= _OFTEN}
    small = [one for one in small if " ".join(one["name"].split()) in names and not _begins(text, one)]
    for found in (*halves, *small):
        here = " ".join(found["name"].split())
        right = names.get(here.lower()) or _listed(found["kind"], here)
        if right is None or (here[0].isupper() and _begins_word(text, here, found.end())):
            continue
        yield Finding("spelling", "warning", Span(*found.span("name")), "capital", {"here": here, "right": right})


def _makes_a_word(found: re.Match[str]) -> bool:
    """Whether the kind is the first half of a word, and no unit is named: 'KINH TẾ - XÃ HỘI NĂM', 'HUYỆN ỦY KHÓA'."""
    return f"{canonical(found['kind'].lower())} {canonical(found['name'].split()[0].lower())}" in lexicon().common


def _begins(text: str, found: re.Match[str]) -> bool:
    return _begins_word(text, found["name"], found.end())


def _listed(kind: str, here: str) -> str | None:
    """The name in the list of units, of whatever time, with the same accents."""
    name = here.title()
    units = load_units().find(f"{kind.lower()} {name}", strict=True)
    return name if any(_letters(unit.name) == _letters(name) for unit in units) else None


def _letters(name: str) -> list[str]:
    return [canonical(word) for word in nfc(name).lower().split()]


def _begins_word(text: str, name: str, at: int) -> bool:
    """Whether the last syllable of a name makes a word with the one behind it."""
    behind = _NEXT_WORD.match(text, at)
    return behind is not None and f"{canonical(name.split()[-1])} {canonical(behind[1])}" in lexicon().known


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
    return _begins_word(text, found[2], found.end())


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
