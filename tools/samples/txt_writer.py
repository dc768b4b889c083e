"""A text file as converters leave a Word report: light Markdown, notes and page breaks in the middle of sentences."""

from __future__ import annotations

import random
from dataclasses import dataclass, field

from .blocks import Document, Paragraph, Table
from .pieces import pieces
from .richtext import Mark, Text
from .truth import Truth, truths_of

_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
PAGE = 2700  # characters, about what a page of 14 point holds


@dataclass
class _Roll:
    """The text so far, and what still belongs to the foot of this page."""

    heads: str  # how the letterhead came through: 'lines', 'soup' or 'bare'
    cuts: bool  # whether page breaks show
    newline: str = "\n"
    lost: bool = False  # the marks of notes are gone: a line break at the anchor, the notes at the very end
    out: list[str] = field(default_factory=list)
    length: int = 0
    page_from: int = 0
    notes: list[tuple[int, Text]] = field(default_factory=list)
    count: int = 0
    waiting: list[tuple[Text, str, dict[int, int]]] = field(default_factory=list)

    def put(self, words: str) -> None:
        words = words.replace("\n", self.newline)
        self.out.append(words)
        self.length += len(words)

    @property
    def text(self) -> str:
        return "".join(self.out)


def write_txt(document: Document, rng: random.Random) -> tuple[str, list[Truth]]:
    """The text and what is true of it, with exact offsets."""
    roll = _Roll(rng.choice(("lines", "lines", "soup", "bare")), rng.random() < 0.8)
    roll.newline = "\r\n" if rng.random() < 0.25 else "\n"
    roll.lost = rng.random() < 0.15
    roll.put("\n\n" if rng.random() < 0.4 else "")
    _head(roll, document)
    roll.put(f"{document.doc_type}\n\n")
    _line(roll, document.title, "title", bold=True)
    for block in document.body:
        _block(roll, block)
    _foot(roll)
    _tail(roll, document)
    for block in document.appendix:
        _block(roll, block)
    _foot(roll, at_end=True)
    printed = roll.text
    found: list[Truth] = []
    for text, where, at in roll.waiting:
        found += truths_of(text, where, at, printed)
    return printed, found


def _head(roll: _Roll, document: Document) -> None:
    head = document.head
    if roll.heads == "soup":
        left, right = "\n".join(head.left), "\n".join(head.right)
        roll.put(f" \t{left}\n-------\n{head.number}\n\n\t{right}\n---------------\n{head.date}\n\n\n")
        return
    if roll.heads == "lines":
        for line in (*head.left, *head.right):
            roll.put(line + "\n\n")
    roll.put(f"{head.number}\n\n{head.date}\n\n")


def _block(roll: _Roll, block: Paragraph | Table) -> None:
    if isinstance(block, Table):
        _table(roll, block)
        return
    text = Text(block.number + " ") + block.text if block.number else block.text
    run_in = block.role == "heading" and block.depth < 3
    where = "box" if block.role == "box" else "prose"
    _line(roll, text, where, bold=block.bold and block.depth == 3, plain=run_in)


def _line(roll: _Roll, text: Text, where: str, *, bold: bool = False, plain: bool = False) -> None:
    """One paragraph; ``bold``: the whole of it; ``plain``: its own emphasis is lost, as in headings."""
    if bold:
        text = Text(text.text, (*text.marks, Mark(0, len(text.text), "bold")))
    if plain:
        text = Text(text.text, tuple(mark for mark in text.marks if mark.kind not in ("bold", "italic")))
    at: dict[int, int] = {}
    cut = _cut(roll, text) if where == "prose" else None
    _characters(roll, text, at, cut)
    roll.put("\n\n")
    roll.waiting.append((text, where, at))
    if roll.length - roll.page_from > PAGE:
        _foot(roll)


def _cut(roll: _Roll, text: Text) -> int | None:
    """Where the page ends inside this paragraph: at a blank that no mark of the truth spans."""
    room = PAGE - (roll.length - roll.page_from)
    if not roll.cuts or room > len(text.text) - 40 or room < 40:
        return None
    spans = [mark for mark in text.marks if mark.kind not in ("bold", "italic", "note")]
    for at in range(room, len(text.text) - 30):
        if text.text[at] == " " and not any(mark.start < at < mark.end for mark in spans):
            return at
    return None


def _characters(roll: _Roll, text: Text, at: dict[int, int], cut: int | None) -> None:
    for piece in pieces(text):
        star = "**" * piece.bold + "*" * piece.italic
        parts = [(piece.start, piece.end)]
        if cut is not None and piece.start <= cut < piece.end:
            parts = [(piece.start, cut), (cut + 1, piece.end)]
        for index, (start, end) in enumerate(parts):
            if index:
                at[cut or 0] = roll.length
                roll.put("\n\n")
                _foot(roll)
            words = text.text[start:end]
            roll.put(star)
            for offset in range(len(words)):
                at[start + offset] = roll.length + offset
            roll.put(words + star[::-1])
        for note in piece.notes:
            roll.count += 1
            roll.notes.append((roll.count, note))
            roll.put("\n" if roll.lost else str(roll.count).translate(_RAISED))


def _foot(roll: _Roll, *, at_end: bool = False) -> None:
    """The notes of the page, and a new page."""
    roll.page_from = roll.length
    if roll.lost and not at_end:
        return
    notes, roll.notes = roll.notes, []
    for number, note in notes:
        roll.put("\ufffd " if roll.lost else str(number).translate(_RAISED) + " ")
        at: dict[int, int] = {}
        _characters(roll, note, at, None)
        roll.put("\n\n")
        roll.waiting.append((note, "footnote", at))
    roll.page_from = roll.length


def _table(roll: _Roll, table: Table) -> None:
    covered: set[tuple[int, int]] = set()
    for index, row in enumerate(table.rows):
        column, first = 0, True
        waiting = list(row)
        while column < len(table.widths):
            if not first:
                roll.put("\t")
            first = False
            if (index, column) in covered:
                column += 1
                continue
            if not waiting:
                break
            cell = waiting.pop(0)
            covered |= {(index + down, column) for down in range(1, cell.rows)}
            at: dict[int, int] = {}
            _characters(roll, cell.text, at, None)
            roll.waiting.append((cell.text, "table", at))
            roll.put("\t" * (cell.columns - 1) if waiting or index < table.heading_rows else "")
            column += cell.columns
        roll.put("\n")
    roll.put("\n")


def _tail(roll: _Roll, document: Document) -> None:
    if document.tail.recipients:
        roll.put("Nơi nhận:\n\n")
        for line in document.tail.recipients:
            at: dict[int, int] = {}
            _characters(roll, line, at, None)
            roll.put("\n")
            roll.waiting.append((line, "recipients", at))
        roll.put("\n")
    if document.tail.signature:
        roll.put("**" + "\n".join(document.tail.signature) + "**\n\n")
