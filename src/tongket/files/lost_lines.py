"""Lines that a text lost (mất dấu xuống dòng): a converter or a web page ran a whole document into one line.

Where most of a text lies in lines far longer than any paragraph, and numbers of an outline rise within them
('I- Đặc điểm: 1. Tình hình chung: ... 2. Thuận lợi: ...') or a letterhead opens the first, lines begin again at those
numbers, at the dashes behind a full stop, and at the parts of the letterhead. Nothing is added to the text: every
offset stays what it was.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import zip_longest

from tongket.model.sources import Block, Source
from tongket.vietnamese.unicode import CAPITALS, SMALL

_LONG = 1000  # characters: few paragraphs are as long
_FEWEST = 2  # numbers of an outline within the lines
_NEAR = 200  # characters from a heading to the number right below it
_SHORT = 100  # characters of a heading that no mark ends
_SPOKEN = ("NHẤT", "HAI", "BA", "TƯ", "NĂM", "SÁU")
_LETTERS = "abcdđeghiklmnopq"
_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
_MARK = re.compile(
    rf"(?<!\S)(?:(?:PHẦN|Phần)\s(?:THỨ|thứ)\s(?P<part>{'|'.join((*_SPOKEN, *map(str.lower, _SPOKEN)))})\s?[:.]?"
    r"|(?P<capital>[A-H])\s?[.\-–/]|(?P<roman>[IVX]{1,4})\s?[.\-–/]"
    r"|(?P<arabic>\d{1,2})\s?[.)/-]|(?P<dotted>\d{1,2}(?:\.\d{1,2}){1,3})\s?[.)/:-]?|(?P<letter>[a-zđ])\s?[.)/])"
    rf"\s+(?=[{CAPITALS}][{CAPITALS}{SMALL}])"
)
_RANKS = ("part", "capital", "roman", "arabic", "dotted", "letter")
_TAKES_NUMBER = re.compile(
    r"(?:số|năm|tháng|ngày|quý|kỳ|Kỳ|KỲ|QUÝ|lớp|khối|loại|hạng|cấp|mức|đợt|khóa|khoá|quận|Quận|phường|Phường|thôn|Thôn"
    r"|tổ|Tổ|khu|Khu|điều|Điều|khoản|điểm|mục|Mục|nhóm|bậc|độ|vòng|và|là|có|được|đạt|tại|theo"
    r"|của|trong|ở)$"
)
_ANNOUNCED = re.compile(r"(?:sau|sau đây|dưới đây)\s?:$")
_DASH = re.compile(rf"(?<=[.;:])\s+(?=[-–+•]\s?[{CAPITALS}])")
_DASH_BELOW = re.compile(rf"\s(?=[-–+•]\s[{CAPITALS}][^:]{{40}})")
_ENDED = re.compile("[.:;]")
_CAPITALS_END = re.compile(rf"(?:\s[{CAPITALS}–,&-]+){{2,20}}\s(?=[{CAPITALS}][{SMALL}])")
_MOTTO_WITHIN = 400  # characters from the begin of a text
_HEAD_WITHIN = 1500
_NATION = re.compile(r"(?<!\S)C\wNG\sH\w\w\sX\w\sH\wI\sCH\w\sNGH\w\w\s?VI\wT\sNAM(?!\S)", re.IGNORECASE)
_MOTTO = re.compile(r"(?<!\S)Đ\s?ộc\slập\s?[-–]\s?Tự(?:\sdo)?\s?[-–]\s?Hạnh\sphúc(?!\S)", re.IGNORECASE)
_NUMBER = re.compile(
    rf"(?<!\S)Số\s?:\s?[\d.…]*\s?(?:/|(?<=\d\.)\s)\s?[{CAPITALS}][{CAPITALS}\d&–/-]+(?:\s-\s[{CAPITALS}]+)?\.?(?!\S)"
)
_DAY = re.compile(rf"(?<!\S)[{CAPITALS}][^,.;:\d]{{1,40}},\sngày[\s\d.…]+tháng[\s\d.…]+năm(?:\s?\d{{4}})?\.?(?!\S)")
_TYPE = re.compile(
    r"\s(?=(?:B[Áá]O C[Áá]O|K[Ếế] HO[Ạạ]CH|T[Ờờ] TR[Ìì]NH|THÔNG B[Áá]O|QUY[Ếế]T Đ[Ịị]NH|NGH[Ịị] QUY[Ếế]T"
    r"|CHƯƠNG TR[Ìì]NH|HƯ[Ớớ]NG D[Ẫẫ]N|CH[Ỉỉ] TH[Ịị]|BIÊN B[Ảả]N|PHƯƠNG [Áá]N|Đ[Ềề] [Áá]N|CÔNG ĐI[Ệệ]N)\s)"
)
_OPENING = re.compile(r"(?<=\w)\s(?=(?:[-–]\s)?(?:Thực hiện|Căn cứ|Theo)\s(?:[\w&-]+\s){1,6}số\b)")


def found_again(text: str, lines: Sequence[tuple[int, int]]) -> tuple[int, ...]:
    """Where lines begin again within ``lines`` of ``text``, in order; none where the text has its lines."""
    long = [(start, end) for start, end in lines if end - start >= _LONG and "\t" not in text[start:end]]
    if sum(end - start for start, end in long) * 2 <= len(text):
        return ()
    marks = [mark for start, end in long for mark in _rising(text, start, end)]
    head: set[int] = set()
    if long[0][0] == lines[0][0]:
        first = marks[0].start() if marks else long[0][1]
        head.update(_of_head(text, long[0][0], min(first, long[0][0] + _HEAD_WITHIN)))
    if len(head) < _FEWEST and len(marks) < _FEWEST and not any(mark.lastgroup == "part" for mark in marks):
        return ()
    cuts = head | {mark.start() for mark in marks}
    for mark, after in zip_longest(marks, marks[1:]):
        cuts.update(_below(text, mark, after.start() if after else len(text)))
    for start, end in long:
        cuts.update(found.end() for found in _DASH.finditer(text, start, end))
    return tuple(sorted(cuts))


def with_lines_again(source: Source) -> Source:
    """``source`` with line breaks where its paragraphs lost them; as it was where they did not."""
    whole = [block for block in source.blocks if block.kind == "paragraph"]
    if sum(block.end - block.start for block in whole if block.end - block.start >= _LONG) * 2 <= len(source.text):
        return source
    cuts = found_again(source.text, [(block.start, block.end) for block in whole])
    return replace(source, blocks=tuple(_broken(block, cuts) for block in source.blocks)) if cuts else source


def _broken(block: Block, cuts: Sequence[int]) -> Block:
    if block.kind != "paragraph":
        return block
    within = cuts[bisect_left(cuts, block.start + 1) : bisect_left(cuts, block.end)]
    return replace(block, breaks=tuple(sorted({*block.breaks, *within}))) if within else block


def parted(start: int, end: int, cuts: Sequence[int]) -> Iterator[tuple[int, int]]:
    """The line ``start``..``end`` parted at those of ``cuts`` that lie within it."""
    low = bisect_left(cuts, start + 1)
    while low < len(cuts) and cuts[low] < end:
        yield start, cuts[low] - 1
        start = cuts[low]
        low += 1
    yield start, end


def _rising(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """The numbers of an outline: each the next of its row, rows below beginning anew with every number above them."""
    row: dict[str, int] = {}
    last = -_NEAR
    for mark in _MARK.finditer(text, start, end):
        rank, at = mark.lastgroup or "", mark.start()
        value = _value(rank, mark[rank])
        if value != row.get(rank, 0) + 1 or (rank == "dotted" and int(mark[rank].split(".")[0]) != row.get("arabic")):
            continue
        if not _may_begin(text[max(start, at - 40) : at], rank, since=at - last):
            continue
        for below in _RANKS[_RANKS.index(rank) + 1 :]:
            row.pop(below, None)
        row[rank], last = value, at
        if at > start:
            yield mark


def _value(rank: str, number: str) -> int:
    """What a number counts; 0 for one that no row holds."""
    if rank == "part":
        return _SPOKEN.index(number.upper()) + 1
    if rank == "roman":
        return _ROMAN.index(number) + 1 if number in _ROMAN else 0
    if rank == "letter":
        return _LETTERS.find(number) + 1
    return "ABCDEGH".find(number) + 1 if rank == "capital" else int(number.split(".")[-1])


def _may_begin(before: str, rank: str, *, since: int) -> bool:
    """Whether a heading may follow ``before``; ``since``: the characters since the number before it."""
    before = before.rstrip()
    if not before or before[-1] in ".;!?”…)":
        return True
    is_main = rank in ("part", "capital", "roman")
    if before[-1] == ":":
        return is_main or since < _NEAR or _ANNOUNCED.search(before) is not None
    if before[-1].isdigit():
        return is_main
    return before[-1].isalpha() and _TAKES_NUMBER.search(before) is None and (is_main or since < _NEAR)


def _of_head(text: str, start: int, end: int) -> Iterator[int]:
    """Where the parts of a letterhead begin and end: name and motto of the state, number, place and day, type."""
    motto = _MOTTO.search(text, start, min(end, start + _MOTTO_WITHIN))
    if motto is None and not _opens_with_bodies(text, start, end):
        return
    parts = [found for found in (_NATION.search(text, start, motto.start()), motto) if found] if motto else []
    parts += [found for pattern in (_NUMBER, _DAY) if (found := pattern.search(text, start, end))]
    for part in parts:
        if part.start() > start:
            yield part.start()
        yield part.end() + 1
        if named := _TYPE.match(text, part.end()):
            opening = _OPENING.search(text, named.end(), end)
            yield from (opening.end(),) if opening else ()


def _opens_with_bodies(text: str, start: int, end: int) -> bool:
    """Whether bodies in capitals, a number, and right behind it place and day open the text: a head without a motto."""
    number = _NUMBER.search(text, start, min(end, start + _MOTTO_WITHIN))
    bodies = text[start : number.start()].strip(" *_-–") if number else ""
    behind = number is not None and _DAY.match(text, min(number.end() + 1, end)) is not None
    return behind and bodies.isupper() and len(bodies.split()) > 1


def _below(text: str, mark: re.Match[str], end: int) -> Iterator[int]:
    """Where the text below a heading begins that no mark ends: behind its capitals, at the first dash; before ``end``,
    where the next heading stands.
    """
    behind = text[mark.end() - 1 : min(mark.end() + _SHORT, end)]
    if capitals := _CAPITALS_END.match(behind):
        yield mark.end() - 1 + capitals.end()
    elif ")" not in mark[0] and (dash := _DASH_BELOW.search(behind)) and not _ENDED.search(behind, 0, dash.start()):
        yield mark.end() - 1 + dash.end()
