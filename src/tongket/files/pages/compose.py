"""Pages to a source, as a Word file of the same document gives it (design, rule 3)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import groupby

from tongket.files.pages.elements import Element, Row
from tongket.files.pages.endnotes import take_endnotes
from tongket.files.pages.inline import Inline, Mark
from tongket.files.pages.notes import Note, raised_marks, read_notes
from tongket.files.pages.paragraphs import Paragraph, read_paragraphs
from tongket.files.pages.sheets import Sheets, read_elements, read_sheets
from tongket.files.pages.tables import extend_row, goes_on, goes_on_in_row, on_edges, without_repeated_head
from tongket.model.pages import Page
from tongket.model.sources import Block, BlockKind, Cell, Doubt, NoteAnchor, Source


def compose_pages(
    pages: Sequence[Page],
    *,
    file: str,
    sha256: str,
    format: str,
    scanned: bool = False,
    made_by: str = "",
    warnings: Sequence[str] = (),
) -> Source:
    """The source of a document whose words are placed on pages.

    Letterhead and the end of the document become rows of two cells; heads, feet, page numbers and stamps stand apart;
    notes follow the body, tied to their marks; paragraphs and tables go on over pages. ``scanned`` is also true when
    any page is.
    """
    sheets = read_sheets(pages)
    writer = _Writer()
    notes = _read_all_notes(sheets)
    elements = read_paragraphs(_join_tables(read_elements(sheets)))
    for element in elements[: len(elements) - take_endnotes(elements, notes)]:
        if isinstance(element, Row):
            writer.put_row(element)
        else:
            writer.put_paragraph(element)
    anchors = _put_notes(writer, notes)
    is_scanned = scanned or any(page.scanned for page in pages)
    return Source(
        file,
        sha256,
        format,
        "\n".join(writer.lines),
        tuple(writer.blocks),
        pages=len(pages) or None,
        anchors=tuple(anchors),
        headers=(*(mark for page in pages for mark in page.marks), *sheets.headers),
        footers=sheets.footers,
        comments=tuple(stamp for sheet in sheets.sheets for stamp in sheet.stamps),
        warnings=tuple(warnings),
        scanned=is_scanned,
        confidence=_confidence(pages) if is_scanned else None,
        doubts=tuple(writer.doubts),
        made_by=made_by,
    )


@dataclass(slots=True)
class _Writer:
    """The text so far, its blocks, and the raised marks in it with their places."""

    lines: list[str] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)
    at: int = 0

    def put_paragraph(self, paragraph: Paragraph) -> None:
        """Add a paragraph."""
        text = Inline()
        for order, line in enumerate(paragraph.lines):
            if order:
                text.add_space()
            text.add_line(line.line, line.page)
        self._put(text, "paragraph", paragraph.lines[0].page, centred=paragraph.is_centred)

    def put_row(self, row: Row) -> None:
        """Add a row: its cells between tabs, a place covered from above blank."""
        text = Inline()
        cells = []
        for position, cell in enumerate(row.cells):
            if position:
                text.add("\t")
            if cell is None:
                continue
            start = self.at + text.length
            text.extend(cell.text)
            cells.append(Cell(start, self.at + text.length, cell.column, cell.columns, cell.rows))
        self._put(text, "row", row.page, cells=tuple(cells), table=row.table, heading_row=row.is_heading)

    def put_note(self, note: Note) -> int:
        """Add a note, and give its block."""
        text = Inline()
        if note.mark:
            text.add(f"{note.mark} " if note.text.length else note.mark)
        text.extend(note.text)
        self._put(text, "note", note.page, mark=note.mark)
        return len(self.blocks) - 1

    def _put(
        self,
        text: Inline,
        kind: BlockKind,
        page: int,
        *,
        centred: bool = False,
        cells: tuple[Cell, ...] = (),
        table: int | None = None,
        heading_row: bool = False,
        mark: str = "",
    ) -> None:
        base, words = self.at, text.text
        self.lines.append(words)
        self.at += len(words) + 1
        self.blocks.append(
            Block(
                kind,
                base,
                base + len(words),
                page=page,
                centred=centred,
                styles=text.styled(base),
                cells=cells,
                table=table,
                heading_row=heading_row,
                mark=mark,
                breaks=tuple(offset + base for offset in text.breaks),
            )
        )
        self.doubts += [Doubt(one.start + base, one.end + base, one.confidence) for one in text.doubts]
        if kind != "note":
            self.marks += [Mark(one.start + base, one.end + base, one.text, one.page) for one in text.marks]


def _join_tables(elements: Sequence[Element]) -> list[Element]:
    """Tables that go on over a page become one, without the head that is repeated there; all are counted from 0."""
    result: list[Element] = []
    open_rows: list[Row] = []
    number = -1
    for key, group in groupby(elements, key=lambda one: one.table if isinstance(one, Row) else -1):
        found = list(group)
        if key < 0:
            result += found
            open_rows = []
            continue
        rows = [row for row in found if isinstance(row, Row)]
        heading = 0
        if open_rows and rows[0].page > open_rows[-1].page and goes_on(open_rows, rows):
            heading, rows = without_repeated_head(open_rows, _on_same_edges(result, open_rows, rows))
            if heading:
                _mark_heading(result, open_rows, heading)
            if rows and goes_on_in_row(open_rows[-1], rows[0]):
                extend_row(open_rows[-1], rows[0])
                rows = rows[1:]
        else:
            number += 1
            open_rows = []
        fresh = [row.of_table(number) for row in rows]
        open_rows += fresh
        result += fresh
    return result


def _on_same_edges(result: list[Element], table: list[Row], rows: Sequence[Row]) -> list[Row]:
    """``rows`` on the columns of ``table``, or both on the finer ones of the two; ``table`` ends ``result``."""
    edges = max(table[-1].edges, rows[0].edges, key=len)
    first = len(result) - len(table)
    table[:] = [on_edges(row, edges) for row in table]
    result[first:] = table
    return [on_edges(row, edges) for row in rows]


def _mark_heading(result: list[Element], table: list[Row], count: int) -> None:
    """Let the first rows of ``table``, which stands at the end of ``result``, be its head."""
    first = len(result) - len(table)
    for index in range(count):
        table[index] = table[index].of_table(table[index].table, is_heading=True)
        result[first + index] = table[index]


def _read_all_notes(sheets: Sheets) -> list[Note]:
    notes: list[Note] = []
    for sheet in sheets.sheets:
        cells = [cell for _, rows in sheet.tables for row in rows for cell in row.cells if cell is not None]
        called = raised_marks(sheet.lines) | {mark.text for cell in cells for mark in cell.text.marks}
        read_notes(sheet.notes, sheet.page.number, notes, called)
    return notes


def _put_notes(writer: _Writer, notes: Sequence[Note]) -> list[NoteAnchor]:
    """Add the notes, each tied to the first free mark like its own on its page; an endnote to one on any page."""
    anchors = []
    free = list(writer.marks)
    taken: set[int] = set()
    for note in notes:
        block = writer.put_note(note)
        alike = [one for one in free if _plain(one.text) == note.mark and (note.is_endnote or one.page == note.page)]
        if alike and note.mark:
            free.remove(alike[0])
            anchors.append(NoteAnchor(alike[0].start, alike[0].end, block))
        elif note.is_typed and (span := _typed_mark(writer, note, taken)) is not None:
            taken.add(span[0])
            anchors.append(NoteAnchor(*span, block))
    return sorted(anchors, key=lambda anchor: anchor.start)


def _typed_mark(writer: _Writer, note: Note, taken: set[int]) -> tuple[int, int] | None:
    """Where a mark typed in brackets, '(1)' or '[1]', stands after a word on the note's page."""
    pattern = re.compile(rf"(?<=[^\W\d_”)%]) ?[(\[]{re.escape(note.mark)}[)\]]")
    for block, words in zip(writer.blocks, writer.lines, strict=True):
        if block.kind == "note" or block.page != note.page:
            continue
        for found in pattern.finditer(words):
            start = block.start + found.end() - len(found.group().lstrip())
            if start not in taken:
                return start, block.start + found.end()
    return None


def _plain(mark: str) -> str:
    return mark.strip("()[].,; ")


def _confidence(pages: Sequence[Page]) -> float | None:
    """The mean confidence of the words of the scanned pages, each counted by its length."""
    words = [word for page in pages if page.scanned for word in page.words]
    letters = sum(len(word.text) for word in words)
    return round(sum(word.confidence * len(word.text) for word in words) / letters, 4) if letters else None
