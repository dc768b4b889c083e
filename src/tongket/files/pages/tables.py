"""Ruled tables: the words of each cell, rows that go on over pages, and heads that are repeated there."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tongket.files.pages.elements import CellText, Row
from tongket.files.pages.grid import Box, Grid
from tongket.files.pages.inline import Inline
from tongket.files.pages.lines import Line, first_word_width, read_lines
from tongket.model.pages import Word

_SAME_EDGE = 4.0  # points: how far the column edges of one table on two pages may lie apart
_HEAD_ROWS = 4  # a head that is repeated on each page has no more rows


def grid_rows(grid: Grid, words: Sequence[Word], page: int) -> list[Row]:
    """The rows of a ruled table with the words that stand in it."""
    inside: dict[tuple[int, int], list[Word]] = {}
    for word in words:
        row = _place(grid.ys, (word.top + word.bottom) / 2)
        column = _place(grid.xs, (word.left + word.right) / 2)
        inside.setdefault((row, column), []).append(word)
    covers = {
        (row, column): box
        for box in grid.boxes
        for row in range(box.row, box.row + box.rows)
        for column in range(box.column, box.column + box.columns)
    }
    texts: dict[tuple[int, int], list[Word]] = {}
    for place, found in inside.items():
        box = covers[place]
        texts.setdefault((box.row, box.column), []).extend(found)
    blank = {row for row in range(len(grid.ys) - 1) if _is_covered(row, covers, texts, len(grid.xs) - 1)}
    rows = []
    for row in range(len(grid.ys) - 1):
        if row in blank:
            continue
        cells: list[CellText | None] = []
        for box in dict.fromkeys(covers[row, column] for column in range(len(grid.xs) - 1)):
            if box.row < row:
                cells.append(None)
                continue
            room = grid.xs[box.column + box.columns] - grid.xs[box.column]
            text = cell_text(read_lines(texts.get((box.row, box.column), ())), room, page)
            height = box.rows - sum(box.row <= one < box.row + box.rows for one in blank)
            cells.append(CellText(text, box.column, box.columns, height))
        rows.append(Row(tuple(cells), page, grid.xs))
    return [row for row in rows if any(row.texts) or None in row.cells]


def _is_covered(
    row: int, covers: dict[tuple[int, int], Box], texts: dict[tuple[int, int], list[Word]], width: int
) -> bool:
    """Whether no cell of some text begins in a row, and one from above reaches into it: a line drawn twice."""
    boxes = {covers[row, column] for column in range(width)}
    above = any(box.row < row for box in boxes)
    return above and not any(box.row == row and (box.row, box.column) in texts for box in boxes)


_NUMBER_HEADS = frozenset({"STT", "TT"})
_GROUPED = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?")
_NUMBER = re.compile(rf"{_GROUPED.pattern}|\d+(?:,\d+)?")  # which stands for itself


def cell_text(lines: Sequence[Line], room: float, page: int) -> Inline:
    """The lines of a cell ``room`` points wide as one text: a blank where a line was full, a break where it was not."""
    text = Inline()
    margin = min((line.left for line in lines), default=0.0)
    edge = max((line.right for line in lines), default=0.0)
    inner = min(room, edge - margin) if room else edge - margin
    last: Line | None = None
    for line in lines:
        if last is not None:
            first = first_word_width(line)
            blank = 0.25 * line.size
            if _is_cut_word(last.text, line.text):
                pass
            elif last.width + blank + first > max(inner, room - 14) - 1 or _goes_on(last, line):
                text.add_space()
            else:
                text.add_break()
        text.add_line(line, page)
        last = line
    return text


def _is_cut_word(last: str, text: str) -> bool:
    """Whether the lines are the pieces of one word for which a cell has no room: 'ST' / 'T', '1.250.0' / '00'."""
    whole = last + text
    if whole in _NUMBER_HEADS:
        return True
    return bool(_GROUPED.fullmatch(whole)) and not (_NUMBER.fullmatch(last) and _NUMBER.fullmatch(text))


def _goes_on(last: Line, line: Line) -> bool:
    """Whether ``line`` begins in the middle of a phrase: a small letter after no end mark."""
    first = line.words[0].text[:1]
    return first.islower() and last.words[-1].text[-1:] not in ".;:"


def _place(edges: Sequence[float], at: float) -> int:
    """The column or row between ``edges`` in which ``at`` lies; the nearest one from outside."""
    for index in range(len(edges) - 2):
        if at < edges[index + 1]:
            return index
    return len(edges) - 2


def goes_on(above: Sequence[Row], below: Sequence[Row]) -> bool:
    """Whether the table that begins a page is the one that ended the page before: their edges are the same.

    Cells merged in all rows of one page hide edges there: those of one page may be some of the other's.
    """
    first, last = above[-1].edges, below[0].edges
    if not first or not last:
        return False
    shift = last[0] - first[0]  # mirrored margins move a whole table
    few, many = sorted(((first, shift), (last, 0.0)), key=lambda one: len(one[0]))
    places = [edge + many[1] for edge in many[0]]
    if abs(few[0][-1] + few[1] - places[-1]) > _SAME_EDGE:
        return False
    return all(any(abs(edge + few[1] - place) <= _SAME_EDGE for place in places) for edge in few[0])


def on_edges(row: Row, edges: tuple[float, ...]) -> Row:
    """``row`` with its cells placed on the columns between ``edges``, of which its own are some."""
    if len(row.edges) == len(edges):
        return row
    shift = edges[0] - row.edges[0]
    places = [min(range(len(edges)), key=lambda index: abs(edges[index] - edge - shift)) for edge in row.edges]
    cells = tuple(
        cell
        if cell is None
        else CellText(
            cell.text, places[cell.column], places[cell.column + cell.columns] - places[cell.column], cell.rows
        )
        for cell in row.cells
    )
    return Row(cells, row.page, edges, row.table, row.is_heading)


def without_repeated_head(table: Sequence[Row], below: Sequence[Row]) -> tuple[int, list[Row]]:
    """How many rows of ``below`` repeat the head of ``table``, and the rows after them."""
    count = 0
    for first, again in zip(table[:_HEAD_ROWS], below, strict=False):
        if not any(first.texts) or _folded(first) != _folded(again):
            break
        count += 1
    return count, list(below[count:])


_NAMES_ROW = re.compile(r"(?:trong đó|bao gồm|gồm|chia ra|tổng|cộng)\b")


def goes_on_in_row(last: Row, row: Row) -> bool:
    """Whether the first row of a page is the rest of ``last``: it goes on phrases, its first cell is blank or alone.

    'trong đó' and its like, alone in a row, are its name.
    """
    texts = [text for text in row.texts if text]
    if len(row.cells) != len(last.cells) or not texts or any(cell is None for cell in row.cells):
        return False
    if row.texts[0] and (len(texts) > 1 or _NAMES_ROW.match(row.texts[0])):
        return False
    begun = all(above for above, text in zip(last.texts, row.texts, strict=True) if text)
    return begun and all(text[0].islower() for text in texts)


def extend_row(last: Row, row: Row) -> None:
    """Put the words of ``row`` into the cells of ``last``."""
    for above, cell in zip(last.cells, row.cells, strict=True):
        if above is not None and cell is not None and cell.text.length:
            above.text.add_space()
            above.text.extend(cell.text)


def _folded(row: Row) -> tuple[str, ...]:
    return tuple("".join(text.split()) for text in row.texts)
