"""Rows of a table that were typed on lines, their cells parted by marks (hàng của bảng gõ thành dòng).

'Khe Bạc / 5.120 / 4.806 / 314' below 'Đơn vị / Tiếp nhận / Đã giải quyết / Còn lại'; 'Đảng viên mới: 38; 41; 35; 114'.
The lines become rows with cells; nothing is added to the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from tongket.files.cell_rows import kind_of
from tongket.model.sources import Block, Cell

_MARKS = tuple(re.compile(mark) for mark in (r"\s*\|\s*", r"\s+/\s+", r"\s*;\s+", r"\s+[-–]\s+"))
_LISTING = (_MARKS[0], _MARKS[2])
_BEHIND_LABEL = re.compile(r":\s+(?=\d)")
_LONGEST, _LONGEST_CELL = 300, 90  # letters of a line, and of a cell of words
_FEWEST, _MOST = 2, 30  # cells with a number in a row, and cells of a row
_ROWS = 2  # that are a table; below a line that names the columns, one of three numbers is enough
_ENDS = " \t.;,"


@dataclass(frozen=True, slots=True)
class _Line:
    """The pieces of a line, and of what kind each is."""

    spans: tuple[tuple[int, int], ...]
    kinds: str

    @property
    def numbers(self) -> int:
        """How many numbers stand behind the name of a row and its unit; 0 where it is no row."""
        cells = self.kinds.lstrip("vb")
        listed = len(self.kinds) - len(cells)
        return cells.count("v") if listed < _FEWEST and _ROW.fullmatch(cells) else 0

    @property
    def is_head(self) -> bool:
        """Whether it may name the columns of the rows below: words and years alone."""
        return set(self.kinds) <= {"w", "y"}


_ROW = re.compile(r"ww?[vyb]{2,}")


def with_marked_rows(text: str, blocks: Sequence[Block]) -> tuple[Block, ...]:
    """``blocks`` of ``text`` with cells for lines one below the other that marks part into a name and numbers.

    Left as they are: lines without two numbers, with other words among them, or with other columns than the lines
    beside them; fewer than two lines, but for one of three numbers below the names of its columns.
    """
    found = list(blocks)
    for run in _runs(text, blocks):
        for mark in _MARKS:
            lines = [_line(text, found[at], mark) if not found[at].cells else None for at in run]
            for rows, width in _tables(lines):
                for at in rows:
                    line = lines[at]
                    if line is not None:
                        found[run[at]] = _row(found[run[at]], line, width)
    return tuple(found)


def _runs(text: str, blocks: Sequence[Block]) -> Iterator[list[int]]:
    """Paragraphs of one line with a number or below one another, two at least."""
    run: list[int] = []
    for at, block in enumerate(blocks):
        short = block.kind == "paragraph" and block.end - block.start <= _LONGEST
        if run and (not short or text.count("\n", blocks[run[-1]].end, block.start) > 1):
            if len(run) >= _ROWS:
                yield run
            run = []
        if short:
            run.append(at)
    if len(run) >= _ROWS:
        yield run


def _line(text: str, block: Block, mark: re.Pattern[str]) -> _Line | None:
    """The pieces into which a mark parts a line; None where it is no line of cells."""
    low, high = block.start, block.end
    high = low + len(text[low:high].rstrip(_ENDS))
    marks = [found.span() for found in mark.finditer(text, low, high)][: _MOST + 1]
    if not _FEWEST - 1 <= len(marks) < _MOST:
        return None
    label = _BEHIND_LABEL.search(text, low, marks[0][0])
    cuts = [*([label.span()] if label else []), *marks]
    starts, ends = [low, *(end for _, end in cuts)], [*(start for start, _ in cuts), high]
    spans = tuple(zip(starts, ends, strict=True))
    if any(end - start > _LONGEST_CELL for start, end in spans):
        return None
    if label and len(marks) == 1 and mark not in _LISTING:
        return None  # 'Họp: 7 - 9 giờ', 'Thôn đạt chuẩn: 7 / 9'
    return _Line(spans, "".join(_kind(text[start:end].strip()) for start, end in spans))


def _kind(piece: str) -> str:
    return kind_of(piece) if piece else "b"


def _tables(lines: Sequence[_Line | None]) -> Iterator[tuple[range, int]]:
    """Which lines are the rows of a table, with the names of its columns, and how many columns it has."""
    at = 0
    while at < len(lines):
        first = lines[at]
        if first is None or not first.numbers:
            at += 1
            continue
        end = at + 1
        while end < len(lines) and _is_like(lines[end], first):
            end += 1
        if at and first.kinds[0] == "v" and _is_like(lines[at - 1], first):
            at -= 1  # a total above the rows, without a number of its own
        head = lines[at - 1] if at else None
        headed = head is not None and head.is_head and len(head.kinds) == len(first.kinds)
        if end - at >= _ROWS or (headed and first.numbers > _FEWEST):
            yield range(at - 1 if headed else at, end), len(first.kinds)
        at = end


def _is_like(line: _Line | None, first: _Line) -> bool:
    """Whether a line has the columns of a row, or lacks but the number of the row, as a total does."""
    if line is None or not line.numbers:
        return False
    return len(line.kinds) == len(first.kinds) or (first.kinds[0] == "v" and len(line.kinds) == len(first.kinds) - 1)


def _row(block: Block, line: _Line, width: int) -> Block:
    """A line as a row: a total without its number begins in the second column."""
    least = width - len(line.spans)
    cells = tuple(Cell(start, end, at + least) for at, (start, end) in enumerate(line.spans))
    return replace(block, kind="row", cells=cells)
