"""Tables whose cells came over one a line (bảng rời từng ô), as a web page, a mail or a page of a PDF file is copied.

Cells are short lines, blank lines between them or not; where blank lines part them, more of them are blank cells, and
a line end alone stands within a cell; some converters end each cell with a bar. The lines of a row become one block
with its cells; nothing is added to the text.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from tongket.files.cell_heads import head_rows
from tongket.files.cell_rows import FEWEST_NUMBERS, MOST_CELLS, Item, Placed, Row, kind_of, tables
from tongket.files.marked_rows import with_marked_rows
from tongket.model.sources import Block, Cell, Source

_LONGEST = 120  # characters of a cell of words
_LONGEST_NUMBER = 12
_SHORT = 5  # characters: 'SL.' is a title
_FEWEST_SHARES = 3
_AROUND = " \t\u00a0|"
_ENDED = frozenset(".;:,")
_BLANK = Item("", -1, -1, "b")


def with_rows_again(source: Source) -> Source:
    """``source`` with rows for the cells that stand one a line in it; as it was where none do."""
    blocks = rows_again(source.text, source.blocks)
    if blocks == source.blocks:
        return source
    order = {block.start: index for index, block in enumerate(blocks)}
    anchors = tuple(replace(one, note=order[source.blocks[one.note].start]) for one in source.anchors)
    return replace(source, blocks=blocks, anchors=anchors)


def rows_again(text: str, blocks: Sequence[Block]) -> tuple[Block, ...]:
    """``blocks`` of ``text`` with one row for the lines that are the cells of a row, or for one line of cells between
    marks.
    """
    blocks = with_marked_rows(text, blocks)
    short = (block for block in blocks if block.end - block.start <= _LONGEST_NUMBER)
    if sum(1 for block in short if kind_of(text[block.start : block.end].strip(_AROUND)) == "v") < FEWEST_NUMBERS:
        return tuple(blocks)
    found: list[Block] = []
    at = 0
    for stretch in _stretches(text, blocks):
        for row in _rows(stretch):
            found += blocks[at : row[0].item.first]
            at = row[-1].item.last + 1
            found.append(_block(text, blocks, row))
    return (*found, *blocks[at:])


def _rows(items: Sequence[Item]) -> list[Row]:
    """The rows of the tables among ``items``: as they stand, without blank cells, or with the shares below numbers in
    their cells, whichever makes most rows alike.
    """
    filled = [item for item in items if item.kind != "b"]
    ways = (_of_tables(one) for one in (items, filled, _with_shares(filled)) if one)
    return max(ways, key=len, default=[])


def _with_shares(items: Sequence[Item]) -> list[Item]:
    """``items`` with each percentage in one cell with the number or the label above it; none where not all stand below
    one.
    """
    made: list[Item] = []
    shares = 0
    for item in items:
        if item.kind != "v" or not item.text.endswith("%"):
            made.append(item)
            continue
        if not made or made[-1].kind not in "vw" or "%" in made[-1].text:
            return []
        shares += 1
        made[-1] = replace(made[-1], text=f"{made[-1].text} {item.text}", last=item.last)
    return made if shares >= _FEWEST_SHARES else []


def _of_tables(items: Sequence[Item]) -> list[Row]:
    rows: list[Row] = []
    for body, before in tables(items):
        head = head_rows(before, body)
        if head is not None:
            rows += (*head, *body.rows)
    return rows


def _block(text: str, blocks: Sequence[Block], row: Row) -> Block:
    held = blocks[row[0].item.first : row[-1].item.last + 1]
    cells = tuple(_cell(text, blocks[one.item.first].start, blocks[one.item.last].end, one) for one in row)
    return replace(
        held[0],
        kind="row",
        start=cells[0].start,
        end=cells[-1].end,
        level=None,
        styles=tuple(style for one in held for style in one.styles),
        markup=tuple(mark for one in held for mark in one.markup),
        cells=cells,
    )


def _cell(text: str, start: int, end: int, one: Placed) -> Cell:
    """The cell that the lines from ``start`` to ``end`` are, without blanks and bars around it."""
    inner = text[start:end].rstrip(_AROUND)
    low = start + len(inner) - len(inner.lstrip(_AROUND))
    return Cell(low, start + len(inner), one.column, one.columns)


def _stretches(text: str, blocks: Sequence[Block]) -> Iterator[list[Item]]:
    """Lines that may be cells and stand together."""
    run: list[int] = []
    for index, block in enumerate(blocks):
        if _may_be_cell(text, block):
            run.append(index)
            continue
        if len(run) > FEWEST_NUMBERS:
            yield _items(text, blocks, run)
        run = []
    if len(run) > FEWEST_NUMBERS:
        yield _items(text, blocks, run)


def _may_be_cell(text: str, block: Block) -> bool:
    """Whether a block may be a cell: short, and no sentence."""
    if block.kind != "paragraph" or block.end - block.start > _LONGEST:
        return False
    line = text[block.start : block.end].strip()
    return bool(line) and (line[-1] not in _ENDED or len(line) < _SHORT)


def _items(text: str, blocks: Sequence[Block], run: Sequence[int]) -> list[Item]:
    """The lines ``run`` as items: where a bar ends most lines, from bar to bar. Else the fewest line ends beside a
    number part two cells; fewer stand within one, as does a line in brackets below words.
    """
    lines = [text[blocks[index].start : blocks[index].end].strip() for index in run]
    if 2 * sum(line[-1] == "|" for line in lines) > len(lines):
        return _barred(lines, run)
    kinds = [kind_of(line) for line in lines]
    gaps = [text.count("\n", blocks[one].end, blocks[two].start) for one, two in pairwise(run)]
    unit = min((gap for gap, beside in zip(gaps, pairwise(kinds), strict=True) if gap and "v" in beside), default=1)
    items: list[Item] = []
    for gap, index, line, kind in zip((0, *gaps), run, lines, kinds, strict=True):
        if items and (gap < unit or (gap == unit and line[0] == "(" and kind == items[-1].kind == "w")):
            whole = f"{items[-1].text} {line}"
            items[-1] = Item(whole, items[-1].first, index, kind_of(whole))
            continue
        items += [_BLANK] * min(gap // unit - 1, MOST_CELLS)
        items.append(Item(line, index, index, kind))
    return items


def _barred(lines: Sequence[str], run: Sequence[int]) -> list[Item]:
    """The lines ``run`` up to each bar as items; a bar alone is a blank cell, or closes the lines above it."""
    items: list[Item] = []
    first, whole = 0, ""
    for at, line in enumerate(lines):
        whole = f"{whole} {line.strip(_AROUND)}".strip()
        if line[-1] == "|":
            items.append(Item(whole, run[first], run[at], kind_of(whole)) if whole else _BLANK)
            first, whole = at + 1, ""
    return items
