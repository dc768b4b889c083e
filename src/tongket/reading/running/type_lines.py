"""The line that names the type of a document (tên loại văn bản), also where a scan lost its accents or dirtied it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from tongket.vietnamese.unicode import CAPITALS, SMALL, plain

_TYPES = {
    "KẾ HOẠCH": ("PHỐI HỢP", "LIÊN TỊCH", "LIÊN NGÀNH"),
    "CHƯƠNG TRÌNH": ("PHỐI HỢP", "HÀNH ĐỘNG"),
    "QUY CHẾ": ("PHỐI HỢP",),
    "NGHỊ QUYẾT": ("LIÊN TỊCH",),
    "HƯỚNG DẪN": ("LIÊN TỊCH", "LIÊN NGÀNH"),
    **dict.fromkeys(
        (
            "BÁO CÁO",
            "THÔNG BÁO",
            "QUYẾT ĐỊNH",
            "CHỈ THỊ",
            "KẾT LUẬN",
            "QUY ĐỊNH",
            "TỜ TRÌNH",
            "ĐỀ ÁN",
            "ĐỀ CƯƠNG",
            "PHƯƠNG ÁN",
            "BIÊN BẢN",
            "THÔNG TƯ",
            "NGHỊ ĐỊNH",
            "LUẬT",
            "PHÁP LỆNH",
            "CÔNG ĐIỆN",
            "THÔNG CÁO",
            "THÔNG TRI",
            "GIẤY MỜI",
            "LỜI KÊU GỌI",
            "TUYÊN BỐ",
        ),
        (),
    ),
}
_NAMES = [f"{name} {more}" for name, others in _TYPES.items() for more in others] + list(_TYPES)
DOCUMENT_TYPES = "|".join(_NAMES)
"""The types in capitals, longer names first, for a pattern."""

_LINE = re.compile(rf"(?:DỰ THẢO\s+)?({DOCUMENT_TYPES})(?=$|\s|:)")
_FOLDED = {plain(name): name for name in _NAMES}
_NOISE = re.compile(rf"(?:[^\w\n+•*–-]{{1,3}}|[^\w\n]{{0,3}}[{SMALL}]{{1,2}}[^\w\n]{{1,3}})(?=[{CAPITALS}]{{2}})")
_FOLDED_LINE = re.compile(rf"({'|'.join(_FOLDED)})(?=$|\W)")
_LONGEST = 120  # characters of a line that is dirty or without accents


@dataclass(frozen=True, slots=True)
class TypeLine:
    """The type in ordinary letters ('Báo cáo'), and where it stands in the line."""

    name: str
    start: int
    end: int


def read_type_line(text: str) -> TypeLine | None:
    """The type that ``text`` begins with, in capitals; None for any other line.

    A few characters of dirt may stand before it, or that it is a draft ('DỰ THẢO BÁO CÁO'), and its accents may be
    wrong ('QUYÉT ĐỊNH') or small ('BáO CáO').
    """
    found = _LINE.match(text)
    if found:
        return TypeLine(found.group(1).capitalize(), found.start(1), found.end())
    return _dirty(text) if len(text) <= _LONGEST else None


@cache
def _shortest() -> int:
    return min(map(len, _NAMES))


def _dirty(text: str) -> TypeLine | None:
    noise = _NOISE.match(text)
    start = noise.end() if noise else 0
    if len(text) - start < _shortest() or not _are_capitals(text[start : start + 2]):
        return None
    found = _FOLDED_LINE.match(plain(text[start:]))
    if not found or not _are_capitals(text[start : start + found.end()]):
        return None
    return TypeLine(_FOLDED[found.group(1)].capitalize(), start, start + found.end())


_SMALL_LATIN = re.compile("[a-z]")


def _are_capitals(text: str) -> bool:
    """Whether all letters are capitals, or all but those with marks, as an old font printed them: 'BáO CáO'."""
    return text[0].isupper() and _SMALL_LATIN.search(text) is None
