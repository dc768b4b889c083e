"""Notes of a plain text whose marks became plain digits (chú thích mất dấu): 'văn bản1.', and at the end '1 Kế hoạch'.

Saving as text lowers raised marks and puts the notes behind the last line. That a digit is a mark is only believed
where the list at the end proves it: its numbers are 1, 2, 3 ... and so are the digits that hang on words of the text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from tongket.model.sources import Block, NoteAnchor

_NOTE = re.compile(r"[ \t\ufeff]*([1-9]\d{0,2})[ \u00a0]+(?=[^\W\d_“\"(])")
_GLUED = re.compile(r"(?:(?<=[^\W\d_])|(?<=[)”\"%]))([1-9]\d{0,2})(?![\w/%²³-])")
_APART = re.compile(r"(?<=[^\W\d_]) ([1-9]\d{0,2})(?=[.,;:]?(?:\s|$))")
_WORD = re.compile(r"[^\W\d_]+$")
# What a number stands at and names: 'khoản 3.', 'km2', 'quý 3'; behind these no digit is a mark.
_NAMING = frozenset(
    re.findall(
        r"\S+",
        "m km cm dm mm hm điều khoản điểm mục ý số cột dòng bước nhóm phần biểu lục tổ khu thôn xóm ấp bản quý tháng"
        " ngày năm cấp lần thứ loại khóa hạng lớp đội quận phường vùng tầng kỳ tuần đợt đoạn là đến tới từ và còn có"
        " gồm khoảng hơn trên dưới gần được",
    )
)


def plain_notes(text: str, blocks: Sequence[Block]) -> tuple[tuple[Block, ...], tuple[NoteAnchor, ...]]:
    """``blocks`` of ``text`` with the list of notes at its end as notes, and their marks; as they are without proof.

    A mark that a blank parts from its word is believed between two that hang on theirs, where it is the only one.
    """
    first, starts = _list_at_end(text, blocks)
    marks = _marks(text[: blocks[first].start], len(starts)) if starts else None
    if marks is None:
        return tuple(blocks), ()
    notes = [
        replace(blocks[first + at], kind="note", mark=str(at + 1)) if at < len(starts) else blocks[first + at]
        for at in range(len(blocks) - first)
    ]
    anchors = tuple(NoteAnchor(low, high, first + at) for at, (low, high) in enumerate(marks))
    return (*blocks[:first], *notes), anchors


def _list_at_end(text: str, blocks: Sequence[Block]) -> tuple[int, list[int]]:
    """The first of the last blocks that begin with 1, 2, 3 ..., and where each of them begins."""
    starts: list[int] = []
    at = len(blocks)
    while at and blocks[at - 1].kind == "paragraph":
        found = _NOTE.match(text, blocks[at - 1].start, blocks[at - 1].end)
        if not found or (starts and int(found[1]) != starts[-1] - 1):
            break
        starts.append(int(found[1]))
        at -= 1
        if starts[-1] == 1:
            return at, starts[::-1]
    return at, []


def _marks(body: str, notes: int) -> list[tuple[int, int]] | None:
    """Where the marks 1 ... ``notes`` stand in ``body``, in this order; None where they are not all there for sure."""
    hanging = [found for found in _GLUED.finditer(body) if not _is_named(body, found.start())]
    told = [int(found[1]) for found in hanging]
    if not told or told != sorted(set(told)) or told[-1] > notes or 2 * len(told) < notes:
        return None
    places = {int(found[1]): found.span(1) for found in hanging}
    for mark in range(1, notes + 1):
        if mark not in places:
            low = places[mark - 1][1] if mark > 1 else 0
            high = min((span[0] for other, span in places.items() if other > mark), default=len(body))
            apart = [
                found
                for found in _APART.finditer(body, low, high)
                if int(found[1]) == mark and not _is_named(body, found.start())
            ]
            if len(apart) != 1:
                return None
            places[mark] = apart[0].span()
    return [places[mark] for mark in range(1, notes + 1)]


def _is_named(body: str, at: int) -> bool:
    """Whether the digits at ``at`` name something, or stand in an abbreviation: 'khoản 3', 'km2', 'QH14', 'F1'."""
    before = _WORD.search(body, max(at - 24, 0), at)
    return before is not None and (not before[0].islower() or before[0] in _NAMING)
