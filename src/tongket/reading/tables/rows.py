"""Rows of tables as they stand together: Word's own, or cells between tabs, with the texts of their cells."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tongket.model.places import Span
from tongket.model.reports import TableCell
from tongket.model.sources import Block, Cell, Source
from tongket.reading.running.flow import Flow
from tongket.vietnamese.unicode import INVISIBLE, nfc

_ON_A_LINE = dict.fromkeys(map(ord, f"\n\r{INVISIBLE}"), " ")  # a cell of plain lines may hold several


@dataclass(frozen=True, slots=True)
class Row:
    """A row with its cells, before it is known for one of a header or of figures."""

    block: Block
    start: int
    end: int
    cells: tuple[TableCell, ...]
    paragraph: int  # index into the flow's paragraphs


def runs_of_rows(source: Source, flow: Flow) -> list[list[Row]]:
    """Rows that stand together: of one Word table, or with nothing between them but ruled lines."""
    runs: list[list[Row]] = []
    last: tuple[int, int | None] | None = None
    calls = sorted(Span(one.start, one.end) for one in flow.anchors)  # a note's mark in a cell is not its text
    anchor = 0
    for index, paragraph in enumerate(flow.paragraphs):
        if paragraph.kind != "row":
            if last is not None and is_rule(flow.text[paragraph.start : paragraph.end]):
                last = (index, last[1])
            continue
        block = source.blocks[paragraph.blocks[0]]
        while anchor < len(calls) and calls[anchor].start < block.start:
            anchor += 1
        beyond = anchor
        while beyond < len(calls) and calls[beyond].start < block.end:
            beyond += 1
        own = calls[anchor:beyond]
        row = _row(source, block, index, own)
        if last is not None and last[0] == index - 1 and last[1] == block.table:
            runs[-1].append(row)
        else:
            runs.append([row])
        last = (index, block.table)
    return runs


def is_rule(text: str) -> bool:
    """Whether a line is nothing but a ruled line."""
    return not text.strip(" -–—_=*.\t|")


def _row(source: Source, block: Block, paragraph: int, calls: Sequence[Span]) -> Row:
    cuts = sorted([*block.markup, *calls])
    cells = tuple(_cell(source, cuts, cell) for cell in block.cells or _tabbed(source.text, block))
    return Row(block, block.start, block.end, cells, paragraph)


def _tabbed(text: str, block: Block) -> Iterable[Cell]:
    """The cells of a line that is a row only by its neighbours: its words between tabs."""
    at = block.start
    for column, piece in enumerate(text[block.start : block.end].split("\t")):
        yield Cell(at, at + len(piece), column)
        at += len(piece) + 1


def _start(span: Span) -> int:
    return span.start


def _cell(source: Source, cuts: Sequence[Span], cell: Cell) -> TableCell:
    pieces, at = [], cell.start
    low, high = cell.end, cell.start
    first, beyond = bisect_left(cuts, cell.start, key=_start), bisect_left(cuts, cell.end, key=_start)
    for mark in [*cuts[first:beyond], Span(cell.end, cell.end)]:
        stop = min(mark.start, cell.end)
        piece = source.text[at:stop]
        if piece.strip():
            low = min(low, at + len(piece) - len(piece.lstrip()))
            high = max(high, at + len(piece.rstrip()))
            pieces.append(piece)
        if mark.start >= cell.end:
            break
        at = mark.end
    text = nfc("".join(pieces).translate(_ON_A_LINE)).strip()
    if not text:
        low = high = cell.start
    return TableCell(text, low, high, cell.column, cell.columns, cell.rows)
