"""Lines being composed, and the composed text (design, rule 3: one paragraph a line, a table row a line)."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from lxml.etree import _Element

from tongket.files.docx.styles import BOLD, ITALIC, SUPERSCRIPT, UNDERLINE
from tongket.model.sources import Block, BlockKind, Cell, Style, Styled

_STYLES: tuple[tuple[int, Style], ...] = (
    (BOLD, "bold"),
    (ITALIC, "italic"),
    (UNDERLINE, "underline"),
    (SUPERSCRIPT, "superscript"),
)
_ONE_LINE = str.maketrans("\n\r\t", "   ")


@dataclass(frozen=True, slots=True)
class NoteMark:
    """A note's mark in a line: its range there, and which of the document's notes it is."""

    start: int
    end: int
    note: int


@dataclass(frozen=True, slots=True)
class Embedded:
    """An object of another program in a line: the relationship that names its part; an icon shows nothing of it."""

    relation: str
    kind: Literal["object", "diagram"] = "object"
    is_icon: bool = False


@dataclass(slots=True)
class Line:
    """What one paragraph, row or note shows, offsets from its own start.

    ``runs`` are (start, end, looks); ``boxes`` the text boxes anchored in it, still to be read; ``page`` is that of its
    first character. ``fonts`` are (start, end, font, in capitals) of what is still in the letters of an old font.
    """

    pieces: list[str] = field(default_factory=list)
    length: int = 0
    runs: list[tuple[int, int, int]] = field(default_factory=list)
    breaks: list[int] = field(default_factory=list)
    marks: list[NoteMark] = field(default_factory=list)
    boxes: list[_Element | str | Embedded] = field(default_factory=list)
    page: int = 0
    fonts: list[tuple[int, int, str, bool]] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The text so far."""
        return "".join(self.pieces)

    def add(self, text: str, looks: int, page: int) -> None:
        """Append ``text``."""
        if not text:
            return
        if not self.page:
            self.page = page
        end = self.length + len(text)
        if looks:
            self.runs.append((self.length, end, looks))
        self.pieces.append(text)
        self.length = end

    def add_break(self) -> None:
        """Append the space that stands for a line break; nothing at the very start."""
        if self.length:
            self.breaks.append(self.length)
            self.pieces.append(" ")
            self.length += 1

    def extend(self, other: Line) -> None:
        """Append all of ``other``."""
        at = self.length
        self.pieces += other.pieces
        self.length += other.length
        if other.runs:
            self.runs += [(start + at, end + at, looks) for start, end, looks in other.runs]
        if other.breaks:
            self.breaks += [offset + at for offset in other.breaks]
        if other.marks:
            self.marks += [NoteMark(mark.start + at, mark.end + at, mark.note) for mark in other.marks]
        if other.boxes:
            self.boxes += other.boxes
        self.page = self.page or other.page

    def trimmed(self) -> Line:
        """The same line without blanks at its start."""
        text = self.text
        cut = len(text) - len(text.lstrip())
        return self.part(cut, self.length) if cut else self

    def part(self, low: int, high: int) -> Line:
        """What stands from ``low`` to ``high``; the boxes stay with it."""
        return Line(
            [self.text[low:high]],
            high - low,
            [
                (max(start, low) - low, min(end, high) - low, looks)
                for start, end, looks in self.runs
                if start < high and end > low
            ],
            [offset - low for offset in self.breaks if low <= offset < high],
            [NoteMark(mark.start - low, mark.end - low, mark.note) for mark in self.marks if low <= mark.start < high],
            self.boxes,
            self.page,
        )

    def append_paragraph(self, other: Line) -> None:
        """Append ``other`` as a further paragraph of a cell or a note; what is blank leaves no trace but its boxes."""
        if other.text.strip():
            self.add_break()
            self.extend(other)
        else:
            self.boxes += other.boxes

    def styled(self, base: int) -> tuple[Styled, ...]:
        """The styles, neighbours in one style joined, at offsets from ``base``."""
        if not self.runs:
            return ()
        found: list[Styled] = []
        for bit, style in _STYLES:
            start = end = -1
            for run_start, run_end, looks in self.runs:
                if not looks & bit:
                    continue
                if run_start == end:
                    end = run_end
                    continue
                if end > start:
                    found.append(Styled(start + base, end + base, style))
                start, end = run_start, run_end
            if end > start:
                found.append(Styled(start + base, end + base, style))
        return tuple(sorted(found, key=lambda one: (one.start, one.end))) if len(found) > 1 else tuple(found)


def one_line(text: str) -> str:
    """``text`` of a ``w:t`` with its line ends and tabs as spaces, as Word shows them."""
    return text.translate(_ONE_LINE) if "\n" in text or "\t" in text or "\r" in text else text


@dataclass(frozen=True, slots=True)
class Dress:
    """What a block says beside its line."""

    kind: BlockKind = "paragraph"
    number: str = ""
    level: int | None = None
    centred: bool = False
    cells: tuple[Cell, ...] = ()
    table: int | None = None
    heading_row: bool = False
    mark: str = ""


@dataclass(slots=True)
class Composer:
    """The text so far, its blocks, and where note marks stand (block index, mark)."""

    lines: list[str] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    marks: list[NoteMark] = field(default_factory=list)
    at: int = 0
    tables: int = 0

    def next_table(self) -> int:
        """The index of the table that begins here."""
        self.tables += 1
        return self.tables - 1

    def put(self, line: Line, dress: Dress, *, always: bool = False) -> None:
        """Add a line; a blank one is kept in the text and makes no block unless ``always``."""
        text = line.text
        base = self.at
        self.lines.append(text)
        self.at += len(text) + 1
        if not always and not text.strip():
            return
        self.blocks.append(
            Block(
                dress.kind,
                base,
                base + len(text),
                number=dress.number,
                level=dress.level,
                page=line.page or None,
                centred=dress.centred,
                styles=line.styled(base),
                cells=tuple(
                    Cell(cell.start + base, cell.end + base, cell.column, cell.columns, cell.rows)
                    for cell in dress.cells
                ),
                table=dress.table,
                mark=dress.mark,
                heading_row=dress.heading_row,
                breaks=tuple(offset + base for offset in line.breaks),
            )
        )
        self.marks += [NoteMark(mark.start + base, mark.end + base, mark.note) for mark in line.marks]

    @property
    def text(self) -> str:
        """The composed text."""
        return "\n".join(self.lines)


NoteKind = Literal["footnote", "endnote"]
