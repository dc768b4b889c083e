"""A report before it is a file: what stands on the page, in order."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from .richtext import Text

ParagraphRole = Literal["heading", "body", "item", "centre", "caption", "box"]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph. ``number`` is what a reader sees before it ('I.', '1.1.', 'a)', '-').

    ``depth`` counts from 1 for headings and items; ``automatic``: Word computes the number, nobody typed it.
    """

    text: Text
    role: ParagraphRole = "body"
    number: str = ""
    depth: int = 0
    automatic: bool = False
    bold: bool = False
    italic: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell; ``rows`` and ``columns`` that it covers are not listed again."""

    text: Text
    columns: int = 1
    rows: int = 1
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A bordered table; the first ``heading_rows`` repeat on each page. ``widths`` are twentieths of a point."""

    rows: tuple[tuple[Cell, ...], ...]
    widths: tuple[int, ...]
    heading_rows: int = 1


@dataclass(frozen=True, slots=True)
class Head:
    """The letterhead. Empty strings are parts that are missing."""

    left: tuple[str, ...]  # bodies, the last one issues
    right: tuple[str, ...]
    number: str  # whole line: 'Số: 214/BC-UBND'
    date: str  # whole line: 'Lũng Ẳng, ngày 13 tháng 10 năm 2026'


@dataclass(frozen=True, slots=True)
class Tail:
    """Recipients and signature block; nobody signs."""

    recipients: tuple[Text, ...]
    signature: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Document:
    """A report, ready to be written by a writer."""

    head: Head
    doc_type: str
    title: Text
    body: tuple[Paragraph | Table, ...]
    tail: Tail
    appendix: tuple[Paragraph | Table, ...] = field(default=())
