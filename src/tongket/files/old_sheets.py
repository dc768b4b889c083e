"""Formats of cells in old workbooks (.xls): which show percentages, that the parser of values does not tell.

Source: [MS-XLS] 2.4.20 BoundSheet8, 2.4.126 Format, 2.4.353 XF; the records of cells with numbers.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator

from tongket.files.compound import open_compound
from tongket.files.sheet_cells import BUILT_IN_PERCENTS, Percents, percent_digits

_BEGIN, _END = 0x0809, 0x000A
_FORMAT, _STYLE, _SHEET = 0x041E, 0x00E0, 0x0085
_NUMBERS = frozenset((0x0203, 0x027E, 0x0006))  # Number, RK, Formula
_SEVERAL = 0x00BD  # MulRk: numbers side by side
_WIDE = 1  # of a string's flags: two bytes a letter
_MOST_CELLS = 400_000


def percents_of(data: bytes) -> dict[str, Percents]:
    """The percentages of an .xls by sheet name; none where it is older than Excel 97, or damaged."""
    found = open_compound(data)
    stream = found.read("Workbook") if found else b""
    try:
        return _percents(stream)
    except (struct.error, IndexError):
        return {}


def _percents(stream: bytes) -> dict[str, Percents]:
    formats = dict(BUILT_IN_PERCENTS)
    styles: list[int] = []
    places: dict[str, int] = {}
    for kind, body in _records(stream, 0):
        if kind == _FORMAT:
            number, letters = struct.unpack_from("<2H", body)
            formats.pop(number, None)
            digits = percent_digits(_text(body, 4, letters))
            if digits is not None:
                formats[number] = digits
        elif kind == _STYLE:
            styles.append(struct.unpack_from("<H", body, 2)[0])
        elif kind == _SHEET:
            places[_text(body, 7, body[6])] = struct.unpack_from("<I", body)[0]
    shown = {at: formats[number] for at, number in enumerate(styles) if number in formats}
    return {name: Percents(dict(_cells(stream, place, shown))) for name, place in places.items()} if shown else {}


def _cells(stream: bytes, place: int, shown: dict[int, int]) -> Iterator[tuple[tuple[int, int], int]]:
    """The cells of the sheet at ``place`` with a style of ``shown``, and the digits after their comma."""
    count = 0
    for kind, body in _records(stream, place):
        if kind in _NUMBERS:
            row, column, style = struct.unpack_from("<3H", body)
            styles = [style]
        elif kind == _SEVERAL:
            row, column = struct.unpack_from("<2H", body)
            styles = [style for style, _ in struct.iter_unpack("<HI", body[4 : 4 + (len(body) - 6) // 6 * 6])]
        else:
            continue
        for at, style in enumerate(styles):
            if style in shown:
                yield (row, column + at), shown[style]
        count += len(styles)
        if count > _MOST_CELLS:
            return


def _records(stream: bytes, at: int) -> Iterator[tuple[int, bytes]]:
    """The records of the part that begins at ``at``, up to its end, without those of charts within."""
    depth = 0
    while at + 4 <= len(stream):
        kind, length = struct.unpack_from("<HH", stream, at)
        at += 4
        if kind == _BEGIN:
            depth += 1
        elif kind == _END:
            depth -= 1
            if depth <= 0:
                return
        elif depth == 1:
            yield kind, stream[at : at + length]
        at += length


def _text(body: bytes, flags_at: int, letters: int) -> str:
    """A string of so many letters behind its flags."""
    wide = body[flags_at] & _WIDE
    start = flags_at + 1
    return body[start : start + letters * (2 if wide else 1)].decode("utf-16-le" if wide else "latin-1", "replace")
