"""Parts listed without a unit of their own: '412,7 km, gồm: xã 96,2, thôn 218,5', '12 cuộc (xã 7, thôn 5)'."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from tongket.model.quantities import Quantity
from tongket.reading.amounts.bare_numbers import label_before
from tongket.reading.amounts.named_numbers import names_a_place
from tongket.reading.amounts.printed_units import Unit
from tongket.registry.unit_words import match_unit
from tongket.vietnamese.divisions import divides
from tongket.vietnamese.unicode import CAPITALS

NUMBERED_LABEL = re.compile(r"[^\W\d_]\s\d{1,2}:\s$")  # 'đợt 1: 215'
OPENS_A_LIST = re.compile(
    r"(?:[Tt]rong đó|[Gg]ồm|[Cc]hia ra|[Ll]ần lượt(?=\s?:|\s(?:tại|ở|cho|của|thuộc)\s))"
    r"(?:\s+có)?\s*[:,]?(?:[^.\n]|(?<=\d)\.(?=\d))*$|^[^.;()\d\n]{0,60}\([^)\n]*$"
    r"|^[^.,;:()\d\n]{0,30}:\s[^.:\n]*$"
)
_MEMBERS = re.compile(r"đoàn viên(?:,| và) hội viên|hội viên(?:,| và) đoàn viên")
_UNION = re.compile(r"(?:[Đđ]oàn|[Tt]hanh niên|ĐTN|TNCS|LĐLĐ|[Ll]ao động)$|(?<!\w)Đoàn\b")
_PADDED_ITEM = re.compile(r"[^\W\d_]\s0\d$")
LIST_ITEM_END = re.compile(r"\s*(?:[,;.)]|và\s|\(\s*(?:chiếm\s)?\d|$)")
MEASURED = frozenset(("money", "area", "length", "weight", "volume"))


def of_body(unit: Unit, named: Sequence[str]) -> Unit:
    """The unit of a part that a body's name stands for: of 'đoàn viên, hội viên' the Unions have the one, the
    Associations the other.
    """
    if not _MEMBERS.fullmatch(unit.text):
        return unit
    name = "đoàn viên" if _UNION.search(" ".join(named)) else "hội viên"
    return replace(unit, text=name, base=name)


def has_parts(unit: Unit) -> bool:
    """Whether amounts of ``unit`` add up from parts that a list may state without it ('412,7 km, gồm: xã 96,2 ...')."""
    return unit.whole or (unit.kind in MEASURED and "/" not in unit.text)


def may_name_a_place(text: str, number: tuple[int, int], words: Sequence[str], start: int) -> bool:
    """Whether ``text[slice(*number)]`` behind ``words`` may be a place's own number; not with decimals, nor where the
    place only says whose thing is counted, behind a count ('trụ sở 06, nhà văn hóa thôn 31').
    """
    at, end = number
    if not names_a_place(list(words)) or not text[at:end].isdigit():
        return False
    label = label_before(text, at, start).split()
    before = text[max(start, at - 60) : at].rpartition(",")[0]
    return not (len(label) >= 3 and not names_a_place(label[:2]) and _PADDED_ITEM.search(before))


_IN_BRACKETS = re.compile(r"[^.;:()\d\n]{0,60}\((?P<list>[^()\n]{4,160})\)")
_ITEM = re.compile(r"\s*(?P<number>0?\d{1,4})\s(?P<named>[a-zà-ỹđ]+(?: [^\W\d_]+){0,5})\s*")
_NEXT_ITEM = re.compile(r"[,;]| và (?=\d)")


def parts_in_brackets(text: str, number: tuple[int, int], whole_end: int, end: int) -> tuple[tuple[int, int], ...]:
    """Where the numbers stand that divide the count ``text[slice(*number)]`` in the brackets behind it, by what they
    are and not by what is counted: '12 đảng viên (8 chính thức; 4 dự bị)'. Proven by their sum, or by two opposites.
    """
    found = _IN_BRACKETS.match(text, whole_end, end)
    if found is None or not text[slice(*number)].isdecimal():
        return ()
    places, labels, at = [], [], found.start("list")
    for piece in _NEXT_ITEM.split(found["list"]):
        item = _ITEM.fullmatch(piece)
        words = item["named"].split() if item else []
        if item is None or words[0] in ("nam", "nữ") or match_unit(words) is not None:
            return ()
        at = text.index(piece, at)
        places.append((at + item.start("number"), at + item.end("number")))
        labels.append(item["named"])
        at += len(piece)
    is_whole = sum(int(text[low:high]) for low, high in places) == int(text[slice(*number)])
    return tuple(places) if is_whole or divides(labels, "") else ()


_NAMED_PLACE = re.compile(
    rf"\s?(?P<name>(?:[{CAPITALS}][^\W\d_]*\s){{1,4}})(?P<number>\d{{1,3}}(?:\.\d{{3}})*|\d{{1,6}})\s?"
)
_TELLING_DIGITS = 2
_LONGEST_BRACKET = 500  # letters


def tells_how_many_where(text: str, at: int, end: int, whole: Quantity) -> bool:
    """Whether the brackets around ``at`` tell how many of ``whole`` are at each of several places, no two of which have
    one name: '172 nhà (Khe Lạnh 2, Nà Pàn 30, Hảo Lĩnh 140)'. Either the numbers make the whole, or one of them has
    more digits than the second of two places of one name ('xã Hòa Phong 2').
    """
    low = text.rfind("(", max(at - _LONGEST_BRACKET, 0), at)
    high = text.find(")", at, min(at + _LONGEST_BRACKET, end))
    if low < 0 or high < 0:
        return False
    items = [_NAMED_PLACE.fullmatch(piece) for piece in re.split("[,;]", text[low + 1 : high])]
    named = [item for item in items if item is not None]
    if len(named) < max(len(items), 2) or len({item["name"] for item in named}) < len(named):
        return False
    numbers = [item["number"].replace(".", "") for item in named]
    return sum(map(int, numbers)) == whole or any(len(one) >= _TELLING_DIGITS for one in numbers)


_NUMBERED = r"(?<!\w)(năm|khối|lớp|khóa|khoá|quý|tháng|tổ|thôn|bản|đợt|loại|nhóm|vòng) \d{1,4} "
_NUMBERED_PART = re.compile(f"{_NUMBERED}$")
_NEXT_PART = re.compile(rf"[,;] (?:và )?{_NUMBERED}\d")
_PART_BEFORE = re.compile(rf"{_NUMBERED}\d[\d.,]*[,;] (?:và )?$")
_LONGEST_PART = 32  # letters of one such part


def is_numbered_part(text: str, number: tuple[int, int], start: int, end: int) -> bool:
    """Whether ``text[slice(*number)]`` counts the part of a list that is named by a number of its own, with another
    such part beside it: 'gồm năm 2023 18, năm 2024 21', 'khối 6 84, khối 7 79'.
    """
    at, stop = number
    here = _NUMBERED_PART.search(text, max(start, at - _LONGEST_PART), at)
    if here is None or not LIST_ITEM_END.match(text, stop, end):
        return False
    behind = _NEXT_PART.match(text, stop, end)
    before = _PART_BEFORE.search(text, max(start, here.start() - _LONGEST_PART), here.start())
    return any(other is not None and other[1] == here[1] for other in (behind, before))
