"""Names of places in two spellings, or in another than the official list of units has (tên địa danh viết khác).

Official names are those of the resolutions by which the units were made, kept in ``registry/data/units.tsv``.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator, Set
from dataclasses import dataclass, field
from functools import cache

from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.registry.units import load_units
from tongket.vietnamese.syllables import canonical, is_well_spelt
from tongket.vietnamese.unicode import CAPITALS, SMALL, key, plain

_SYLLABLE = rf"[{CAPITALS}][{SMALL}]*(?:['’][{CAPITALS}{SMALL}][{SMALL}]+)?"
_NAME = re.compile(rf"(?:{_SYLLABLE})(?: {_SYLLABLE}){{1,2}}")
_WRITTEN_AS_ONE = re.compile(rf"[{CAPITALS}](?<![\w@./|-].)[{SMALL}]+[{CAPITALS}][{SMALL}]+(?![\w@|])")
_AS_UNIT = re.compile(r"(?<!\w)(tỉnh|thành phố|xã|phường|thị trấn|thị xã|huyện|quận|thôn|bản) $")
_HAMLETS = frozenset(("thôn", "bản"))


@dataclass(slots=True)
class _Named:
    """Where a name stands, and as which kinds of units."""

    places: list[int] = field(default_factory=list)
    kinds: set[str] = field(default_factory=set)


def find_misnamed(text: str, *, recognised: bool = False) -> Iterator[Finding]:
    """Yield ``mixed-orthography`` for names in another spelling than the official one, then for those in two, and
    ``spelling`` for names of units that a slip has spoilt, where no machine ``recognised`` the text.
    """
    names = _names(text)
    told: set[str] = set()
    for name, named in names.items():
        official = "" if name.isupper() else _official(name, frozenset(named.kinds), names.keys())
        if official:
            told.add(plain(name))
            start = named.places[0]
            facts = {"here": name, "usual": official, "few": str(len(named.places))}
            yield Finding("mixed-orthography", "info", Span(start, start + len(name)), "official", facts)
    yield from () if recognised else _mistyped_units(text, names, told)
    yield from _in_two_ways(text, names, told)
    yield from _without_blank(text, names)
    yield from _of_another_length(text, names)
    yield from _with_a_letter_lost(names)


def _mistyped_units(text: str, names: dict[str, _Named], told: set[str]) -> Iterator[Finding]:
    """Yield ``spelling`` for units of no list that are one letter or tone off from one of the lists that the text names
    as the same kind: 'huyện Bộ Trạch' beside 'huyện Bố Trạch', 'tỉnh Long Sơn' beside 'tỉnh Lạng Sơn'.

    Not flagged: units told side by side; hamlets, of which there is no list; spellings of one sound (Đăk and Đắk).
    """
    as_units = {name: kinds for name, one in names.items() if not name.isupper() and (kinds := one.kinds - _HAMLETS)}
    listed = [name for name, kinds in as_units.items() if _is_listed(name, kinds)] if len(as_units) > 1 else []
    for rare, kinds in as_units.items() if listed else ():
        usual = next((name for name in listed if kinds & as_units[name] and _is_of_one_letter(rare, name)), "")
        if not usual or rare in told or _same_name(usual, rare) or _is_listed(rare, kinds):
            continue
        places = names[rare].places
        if any(_stand_in_one_list(text[max(at - _LIST, 0) : at + _LIST], usual, rare) for at in places):
            continue
        told.update((rare, plain(rare)))
        for at in places[:_MOST_TOLD]:
            yield Finding("spelling", "warning", Span(at, at + len(rare)), "slip", {"here": rare, "right": usual})


_MOST_TOLD = 3  # places of one slip


def _is_listed(name: str, kinds: Set[str]) -> bool:
    """Whether a unit of one of the kinds has that very name, today or before."""
    found = (unit for kind in kinds for unit in load_units().find(f"{kind} {name}"))
    return any(key(unit.name) == key(name) for unit in found)


def _is_of_one_letter(one: str, other: str) -> bool:
    """Whether one letter inside one word is another, or has another accent."""
    if len(one) != len(other) or one.count(" ") != other.count(" "):
        return False
    differing = [(a, b) for a, b in zip(one, other, strict=True) if a != b]
    return len(differing) == 1 and all(a.islower() and b.islower() for a, b in differing)


_OFTEN_OF_A_UNIT = 4  # times that a unit is named, from where one name with a letter more or less is a slip


def _of_another_length(text: str, names: dict[str, _Named]) -> Iterator[Finding]:
    """Names of units that stand once with a letter too many or too few: 'xã Pá Vầyn' beside 'xã Pá Vầy'.

    Not flagged: names that the list of units has, of whatever time; names told side by side.
    """
    often = [(name, one) for name, one in names.items() if len(one.places) >= _OFTEN_OF_A_UNIT and one.kinds]
    for rare, named in names.items():
        kinds = named.kinds - _HAMLETS
        if len(named.places) != 1 or not kinds or rare.isupper():
            continue
        usual = next((name for name, one in often if one.kinds & kinds and _is_a_letter_off(rare, name)), "")
        start = named.places[0]
        beside = bool(usual) and _stand_in_one_list(text[max(start - _LIST, 0) : start + _LIST], usual, rare)
        if usual and not beside and not any(load_units().find(f"{kind} {rare}", strict=True) for kind in kinds):
            facts = {"here": rare, "usual": usual, "times": str(len(names[usual].places))}
            yield Finding("mixed-orthography", "warning", Span(start, start + len(rare)), "name", facts)


def _with_a_letter_lost(names: dict[str, _Named]) -> Iterator[Finding]:
    """Names that stand once with a syllable that none is, and more often with one letter more: 'Quc Lâm' beside 'Quốc
    Lâm'.

    Not flagged: names that have such syllables throughout, of other languages.
    """
    whole = [name for name, one in names.items() if len(one.places) > 1 and _is_of_syllables(name)]
    for rare, named in names.items() if whole else ():
        if len(named.places) != 1 or rare.isupper() or _is_of_syllables(rare):
            continue
        usual = next((name for name in whole if len(name) > len(rare) and _is_a_letter_off(rare, name)), "")
        if usual:
            start = named.places[0]
            facts = {"here": rare, "usual": usual, "times": str(len(names[usual].places))}
            yield Finding("mixed-orthography", "warning", Span(start, start + len(rare)), "name", facts)


def _is_of_syllables(name: str) -> bool:
    return all(is_well_spelt(canonical(word.lower())) for word in name.split(" "))


def _is_a_letter_off(one: str, other: str) -> bool:
    """Whether one letter is too many or too few, and the words are as many."""
    longer, shorter = (one, other) if len(one) > len(other) else (other, one)
    if len(longer) != len(shorter) + 1 or one.count(" ") != other.count(" "):
        return False
    return any(longer[:at] + longer[at + 1 :] == shorter for at in range(len(longer)))


def _without_blank(text: str, names: dict[str, _Named]) -> Iterator[Finding]:
    """Names of two syllables that are written as one word, and as two elsewhere: 'PáVầy' beside 'Pá Vầy'."""
    joined = list(_WRITTEN_AS_ONE.finditer(text))
    apart = {plain(name).replace(" ", ""): name for name in names if name.count(" ") == 1} if joined else {}
    for found in joined:
        right = apart.get(plain(found[0]))
        if right:
            facts = {"here": found[0], "right": right}
            yield Finding("spelling", "info", Span(*found.span()), "blank", facts)


def _names(text: str) -> dict[str, _Named]:
    """Every name of two or three syllables, and the last two of three: 'Xã Pá Vầy' may begin a sentence."""
    names: dict[str, _Named] = defaultdict(_Named)
    for match in _NAME.finditer(text):
        name = match.group()
        found = names[name]
        found.places.append(match.start())
        kind = _AS_UNIT.search(text, max(match.start() - 12, 0), match.start())
        if kind:
            found.kinds.add(kind[1])
        if name.count(" ") > 1:
            tail = name.partition(" ")[2]
            names[tail].places.append(match.end() - len(tail))
            if name.partition(" ")[0].lower() in _KINDS:
                names[tail].kinds.add(name.partition(" ")[0].lower())
    return names


_KINDS = frozenset(("tỉnh", "xã", "phường", "huyện", "quận", "thôn", "bản"))


@cache
def _provinces() -> dict[str, str]:
    """The provinces of today and before, by their names without accents."""
    return {plain(unit.name): unit.name for unit in load_units().children("vn")}


def _official(name: str, kinds: Set[str], others: Set[str]) -> str:
    """What the list of units has for ``name`` in another spelling of the same sounds; "" where it is right or unknown.

    A name that stands behind no word for a unit is looked for among the provinces alone. Below the provinces the list
    and the offices of the place are not always of one mind: it speaks where the text has both spellings.
    """
    of_unit = kinds - {"tỉnh", "thành phố"}
    if of_unit & _HAMLETS:
        return ""
    if of_unit:
        known = {unit.name for kind in of_unit for unit in load_units().find(f"{kind} {name}")}
    else:
        known = {_provinces()[plain(name)]} if plain(name) in _provinces() else set()
    if len(known) != 1 or any(key(one) == key(name) for one in known):
        return ""
    (official,) = known
    if of_unit and official not in others:
        return ""
    return official if _same_name(name, official) else ""


def _in_two_ways(text: str, names: dict[str, _Named], told: Set[str]) -> Iterator[Finding]:
    """Names whose letters agree without their accents on vowels a/ă/â, and that are written in two ways."""
    spellings: dict[str, Counter[str]] = defaultdict(Counter)
    for name, named in names.items():
        if not name.isupper() and plain(name) not in told:  # capitals say nothing about how the name is written
            spellings[plain(name)][name] = len(named.places)
    for variants in spellings.values():
        if len(variants) != 2:
            continue
        (usual, many), (rare, _) = variants.most_common(2)
        as_unit, start = bool(names[usual].kinds), names[rare].places[0]
        by_tone = _without_tones(usual) == _without_tones(rare)
        often = _OFTEN_AS_UNIT if as_unit and (by_tone or not names[rare].kinds) else _OFTEN
        listed = _stand_in_one_list(text[max(start - _LIST, 0) : start + _LIST], usual, rare)
        if (many >= 2 and _same_name(usual, rare)) or (many >= often and not listed and _is_slip(variants, rare)):
            facts = {"here": rare, "usual": usual, "times": str(many)}
            yield Finding("mixed-orthography", "info", Span(start, start + len(rare)), "name", facts)


_TONE_MARKS = re.compile("[\u0300\u0301\u0303\u0309\u0323]")


def _without_tones(name: str) -> str:
    return _TONE_MARKS.sub("", unicodedata.normalize("NFD", name))


_LIST = 60  # letters to either side in which the names of two places stand beside each other


def _stand_in_one_list(around: str, one: str, other: str) -> bool:
    """Whether two names are told side by side, as of two places: 'phường Bến Lụa và phường Bến Lúa'."""
    joint = r"(?:, | và |,? và )(?:xã |phường |thị trấn |huyện |thôn |bản )?"
    return bool(re.search(f"{one}{joint}{other}(?!\\w)|{other}{joint}{one}(?!\\w)", around))


_OFTEN_AS_UNIT = 2
_OFTEN = 3  # times that a name is written in one way, from where a single other accent is a slip


def _is_slip(variants: Counter[str], rare: str) -> bool:
    """Whether a name of several words stands once with another accent on one letter: 'Pá Vày' beside 'Pá Vầy'."""
    (usual, _), _ = variants.most_common(2)
    words = rare.split(" ")
    if variants[rare] > 1 or len(usual) != len(rare) or any(len(word) < 2 or word.isupper() for word in words):
        return False
    return sum(a != b for a, b in zip(usual, rare, strict=True)) == 1


_NEAR_VOWELS = ({"ă", "ắ"}, {"a", "ă"}, {"i", "y"}, {"í", "ý"})


def _same_name(one: str, other: str) -> bool:
    """Whether two spellings differ only as spellings of one place name do: Đăk and Đắk, Quí and Quý."""
    if len(one) != len(other):
        return False
    differing = [{a, b} for a, b in zip(one.lower(), other.lower(), strict=True) if a != b]
    return bool(differing) and all(pair in _NEAR_VOWELS for pair in differing)
