"""Bytes read once (nguồn)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from tongket.messages import Told
from tongket.model.places import Span

BlockKind = Literal["paragraph", "row", "note", "text_box"]
Style = Literal["bold", "italic", "underline", "superscript"]


@dataclass(frozen=True, slots=True)
class Styled:
    """A stretch of text in one style; emphasis marks of a converter (``**``, ``<i>``) lie outside it."""

    start: int
    end: int
    style: Style


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table row: where its text stands, and how far it reaches."""

    start: int
    end: int
    column: int  # of the grid, from 0
    columns: int = 1  # grid columns it spans
    rows: int = 1  # grid rows it spans; the cells that it covers are not listed again


@dataclass(frozen=True, slots=True)
class Block:
    """One line of the composed text: a paragraph, a table row, a note, a paragraph of a text box.

    ``number`` is the automatic list number as Word shows it (it is also printed at the start of the block's text);
    ``markup`` are the spans of characters that are style and not text (``**``, ``<i>``, typed note fences).
    ``mark`` is the mark of a note block; ``table`` counts the tables of the source from 0, for rows.
    ``breaks`` are the offsets of single spaces that stand for a line break inside the paragraph, or for the end of a
    paragraph inside a cell or a note: the lines of a letterhead cell lie between them.
    """

    kind: BlockKind
    start: int
    end: int
    number: str = ""
    level: int | None = None  # of the outline or list, from 0, where the format says so
    page: int | None = None
    centred: bool = False
    styles: tuple[Styled, ...] = ()
    markup: tuple[Span, ...] = ()
    cells: tuple[Cell, ...] = ()
    table: int | None = None
    mark: str = ""
    heading_row: bool = False
    breaks: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class NoteAnchor:
    """A note's mark in the running text: for formats that keep the tie between mark and note."""

    start: int
    end: int
    note: int  # index into ``Source.blocks``


@dataclass(frozen=True, slots=True)
class Doubt:
    """A stretch of recognised text that may say something else; ``confidence`` is what recognition gives it (0..1)."""

    start: int
    end: int
    confidence: float


@dataclass(frozen=True, slots=True)
class Source:
    """A file read once.

    ``text`` is never altered afterwards: every offset of the project indexes it. For UTF-8 text it is the file's own.
    ``headers`` and ``footers`` are kept apart; they are not in ``text``. ``first_page`` holds the places in which a
    secrecy mark is looked for: head of the first page, header, text boxes.

    ``scanned``: the text, or the text of some pages, was recognised from pictures, with a mean ``confidence`` of its
    words (0..1); ``doubts`` are the words that recognition is unsure of. ``made_by`` names the part that turned the
    file into text where that was not this program ('LibreOffice 7.4', 'Tesseract 5.3.0').
    """

    file: str
    sha256: str
    format: str  # "txt", "docx", "doc", "rtf", "odt", "pdf", "picture", "sheet", "html"
    text: str
    blocks: tuple[Block, ...]
    pages: int | None = None
    anchors: tuple[NoteAnchor, ...] = ()
    headers: tuple[str, ...] = ()
    footers: tuple[str, ...] = ()
    comments: tuple[str, ...] = ()
    warnings: tuple[str | Told, ...] = ()  # message ids of what was repaired or left out on opening
    scanned: bool = False
    confidence: float | None = None
    doubts: tuple[Doubt, ...] = ()
    made_by: str = ""
