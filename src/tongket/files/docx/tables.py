"""Tables: a row a line, cells between tabs, a merged cell once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from lxml.etree import _Element

from tongket.files.docx.line import Dress, Line
from tongket.files.docx.names import (
    ALTERNATE,
    CONTENT_CONTROL,
    CONTROL_CONTENT,
    PLACEHOLDER,
    VAL,
    WRAPPERS,
    branch,
    first,
    number,
    switch,
    w,
    whole,
)
from tongket.files.docx.paragraphs import block_elements, paragraph_lines
from tongket.files.docx.story import Story
from tongket.model.sources import Cell

_ROW, _CELL = w("tr"), w("tc")
_ROW_PROPERTIES, _CELL_PROPERTIES = w("trPr"), w("tcPr")
_BEFORE, _HEADER, _HIDDEN, _DELETED = w("gridBefore"), w("tblHeader"), w("hidden"), w("del")
_SPAN, _CELL_DELETED, _ACROSS, _DOWN = w("gridSpan"), w("cellDel"), w("hMerge"), w("vMerge")
_MAX_SPAN = 63  # columns of a Word table


@dataclass(frozen=True, slots=True)
class Slot:
    """A cell of the grid. ``merge``: "restart" begins a cell over several rows, "continue" is covered by one above."""

    element: _Element
    column: int
    columns: int
    merge: str
    rows: int = 1


def row_lines(table: _Element, story: Story, index: int) -> Iterator[tuple[Line, Dress]]:
    """The rows of ``table`` that are not deleted; ``index`` is the table's count in the source."""
    rows = [row for row in _parts(table, _ROW) if not _is_gone(row)]
    grid = _spread([_slots(row) for row in rows])
    heading = True
    for row, slots in zip(rows, grid, strict=True):
        heading = heading and _repeats(row)
        line, cells = Line(), []
        for position, slot in enumerate(slots):
            if position:
                line.add("\t", 0, 0)
            start = line.length
            if slot.merge == "continue":
                continue
            line.extend(cell_line(slot.element, story))
            cells.append(Cell(start, line.length, slot.column, slot.columns, slot.rows))
        yield line, Dress("row", cells=tuple(cells), table=index, heading_row=heading)


def cell_line(cell: _Element, story: Story) -> Line:
    """The paragraphs of a cell in one line; rows and cells of a table inside it follow on like paragraphs."""
    line = Line()
    if _is_prompt(cell):
        return line
    outer, story.in_cell = story.in_cell, True
    for found in paragraph_lines(block_elements(cell), story):
        if isinstance(found, tuple):
            line.append_paragraph(found[0])
            continue
        for row in _parts(found, _ROW):
            if not _is_gone(row):
                for slot in _slots(row):
                    if slot.merge != "continue":
                        line.append_paragraph(cell_line(slot.element, story))
    story.in_cell = outer
    return line


def _is_prompt(cell: _Element) -> bool:
    """Whether a cell is the content of a content control that nobody has filled in."""
    held = cell.getparent()
    control = held.getparent() if held is not None and held.tag == CONTROL_CONTENT else None
    return control is not None and control.find(PLACEHOLDER) is not None


def _parts(parent: _Element, name: str) -> Iterator[_Element]:
    """Rows of a table or cells of a row, out of content controls and other wrappers."""
    for child in parent:
        tag = child.tag
        if tag == name:
            yield child
        elif tag == CONTENT_CONTROL:
            content = first(child, CONTROL_CONTENT)
            if content is not None:
                yield from _parts(content, name)
        elif tag in WRAPPERS:
            yield from _parts(child, name)
        elif tag == ALTERNATE:
            chosen = branch(child)
            if chosen is not None:
                yield from _parts(chosen, name)


def _is_gone(row: _Element) -> bool:
    properties = first(row, _ROW_PROPERTIES)
    if properties is None:
        return False
    hidden = first(properties, _HIDDEN)
    return first(properties, _DELETED) is not None or (hidden is not None and switch(hidden))


def _repeats(row: _Element) -> bool:
    found = first(first(row, _ROW_PROPERTIES), _HEADER)
    return found is not None and switch(found)


def _slots(row: _Element) -> list[Slot]:
    """The cells of a row with their grid columns; deleted cells are left out, horizontal merges of old files joined."""
    column = max(number(first(row, _ROW_PROPERTIES), _BEFORE) or 0, 0)
    found: list[Slot] = []
    for cell in _parts(row, _CELL):
        says = _cell_properties(cell)
        if _CELL_DELETED in says:
            continue
        span = min(max(whole(says[_SPAN].get(VAL)) or 1, 1), _MAX_SPAN) if _SPAN in says else 1
        if found and _ACROSS in says and says[_ACROSS].get(VAL, "continue") == "continue":
            found[-1] = replace(found[-1], columns=found[-1].columns + span)
        else:
            found.append(Slot(cell, column, span, says[_DOWN].get(VAL, "continue") if _DOWN in says else ""))
        column += span
    return found


def _cell_properties(cell: _Element) -> dict[object, _Element]:
    """What a cell says of itself, by name."""
    properties = first(cell, _CELL_PROPERTIES)
    return {} if properties is None else {child.tag: child for child in reversed(properties)}


def _spread(grid: list[list[Slot]]) -> list[list[Slot]]:
    """The grid with each merged cell as tall as the cells that it covers; what nothing above covers stands alone."""
    above: dict[int, tuple[int, int]] = {}  # column -> row and position of the cell that may go on below
    for at, row in enumerate(grid):
        here: dict[int, tuple[int, int]] = {}
        for position, slot in enumerate(row):
            top = above.get(slot.column) if slot.merge == "continue" else None
            if top is not None:
                above_it = grid[top[0]][top[1]]
                grid[top[0]][top[1]] = replace(above_it, rows=at - top[0] + 1)
                here[slot.column] = top
            elif slot.merge:
                row[position] = replace(slot, merge="restart")
                here[slot.column] = (at, position)
        above = here
    return grid
