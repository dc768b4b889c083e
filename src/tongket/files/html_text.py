"""The text of a web page, element by element: paragraphs, lists, rows of tables, notes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from lxml.etree import _Element

from tongket.files.docx.line import Dress, Line, NoteMark
from tongket.files.docx.styles import CAPITALS, SUPERSCRIPT
from tongket.files.docx.symbols import is_symbol_font
from tongket.files.html_lists import is_label, label_of, list_style, numeral
from tongket.files.html_looks import Look, declarations, look_of
from tongket.files.html_notes import NOTE_CLASS
from tongket.model.sources import Cell
from tongket.vietnamese.legacy import Encoding, decode_run, encoding_of_font

MAX_DEPTH = 200
MAX_SPAN = 200  # columns or rows of one cell
_SILENT = frozenset(
    re.findall(
        r"\w+",
        "script style head title noscript template iframe object embed applet svg canvas audio video map button select"
        " textarea input datalist del strike s rt rp nav",
    )
)
_BLOCKS = frozenset(
    re.findall(
        r"\w+",
        "p div h1 h2 h3 h4 h5 h6 blockquote section article main header footer aside center address form fieldset"
        " figure figcaption dl dt dd pre body html hr legend details summary caption ul ol li tbody thead tfoot tr td"
        " th",
    )
)
_APART = frozenset(("header", "footer", "comment-list"))
_SPACES = re.compile(r"[ \t\r\n\f\v]+")
_WIDE = re.compile("[ \xa0]{2,}")  # blanks that only place what follows
_SIGN = re.compile(r"\S+")
_BRACKETS = re.compile(r"^\[(.+)\]$")


@dataclass(slots=True)
class Page:
    """What holds for the whole page: its style sheet, its notes, and what was found on the way."""

    sheet: Mapping[str, Mapping[str, str]]
    notes: Mapping[str, _Element]
    bodies_of_notes: frozenset[_Element] = frozenset()
    called: list[int] = field(default_factory=list)  # notes in the order of their marks
    marks: dict[int, str] = field(default_factory=dict)
    bodies: dict[int, _Element] = field(default_factory=dict)
    apart: dict[str, list[str]] = field(default_factory=lambda: {name: [] for name in _APART})
    converted: dict[Encoding, None] = field(default_factory=dict)
    tables: int = 0

    def call(self, target: str, mark: str) -> int | None:
        """The number of the note that ``target`` names; None where there is none."""
        body = self.notes.get(target)
        if body is None:
            return None
        number = next((number for number, found in self.bodies.items() if found is body), len(self.bodies))
        if number not in self.bodies:
            self.bodies[number] = body
            self.marks[number] = mark
            self.called.append(number)
        return number

    def note_line(self, number: int) -> Line:
        """The text of a note, in one line, without its own mark."""
        writer = Writer(self, in_note=True)
        writer.walk(self.bodies[number])
        line = Line()
        for found, _, _ in writer.finished():
            line.append_paragraph(found)
        return line

    def is_note(self, element: _Element) -> bool:
        """Whether ``element`` is the body of a note."""
        return element in self.bodies_of_notes


@dataclass(slots=True)
class _List:
    kind: str  # 'ol' or 'ul'
    style: str
    next: int


class Writer:
    """Collects the lines of a stretch of the page."""

    def __init__(self, page: Page, *, in_note: bool = False, in_cell: bool = False) -> None:
        self.page = page
        self._in_note = in_note
        self._in_cell = in_cell
        self._done: list[tuple[Line, Dress, bool]] = []
        self._line = Line()
        self._space = False
        self._bits = 0  # the look of what was added last
        self._number = ""
        self._level: int | None = None
        self._centred = False
        self._lists: list[_List] = []
        self._named: list[range] = []  # lines in parts whose class is named for notes
        self._ruled: list[int] = []  # lines above which a line is drawn across the page

    def listed(self) -> list[range]:
        """The orders of the lines that may be a list of notes: so named, or between drawn lines."""
        ends = [*self._ruled[1:], len(self._done)]
        return [*self._named, *map(range, self._ruled, ends)]

    def finished(self) -> list[tuple[Line, Dress, bool]]:
        """The lines so far: line, what the block says beside it, and whether it is kept when blank."""
        self._end()
        return self._done

    def walk(self, element: _Element, look: Look | None = None, depth: int = 0) -> None:
        """Take the text of ``element``, not what follows it.

        Raises:
            RecursionError: its parts are nested deeper than ``MAX_DEPTH``.
        """
        tag = element.tag
        if depth > MAX_DEPTH:
            raise RecursionError
        if not isinstance(tag, str) or tag in _SILENT:
            return
        look = look_of(element, look or Look(), self.page.sheet)
        if look.hidden or is_label(element) or self._set_apart(element, look, depth):
            return
        if tag == "br":
            self._break()
        elif tag == "a" and self._anchor(element, look):
            return
        elif tag == "table":
            self._table(element, look, depth)
        elif tag == "img":
            return
        elif tag in _BLOCKS:
            self._block(element, tag, look, depth)
        else:
            self._inside(element, look, depth)

    def _inside(self, element: _Element, look: Look, depth: int) -> None:
        self._text(element.text, look)
        for child in element:
            self.walk(child, look, depth + 1)
            self._text(child.tail, look)

    def _block(self, element: _Element, tag: str, look: Look, depth: int) -> None:
        self._end()
        self._centred = look.centred
        first = len(self._done)
        if tag == "hr":
            self._ruled.append(first)
        if tag in ("ol", "ul"):
            self._lists.append(_List(tag, element.get("type", "") or list_style(element), _whole(element, "start", 1)))
        elif tag == "li" and self._lists:
            self._number = self._item(element, look)
            self._level = len(self._lists) - 1
        elif len(tag) == 2 and tag[0] == "h" and tag[1].isdigit():
            self._level = int(tag[1]) - 1
        self._inside(element, look, depth)
        if tag == "li" and self._in_cell and first == len(self._done) and not self._line.length:
            self._line.add(self._number, 0, 0)  # the column of numbers of a table: its items hold nothing else
        self._end()
        if tag in ("ol", "ul"):
            self._lists.pop()
        if first < len(self._done) and any(map(NOTE_CLASS.search, element.get("class", "").split())):
            self._named.append(range(first, len(self._done)))

    def _item(self, element: _Element, look: Look) -> str:
        """The number or mark of a list item as a browser shows it."""
        own = self._lists[-1]
        label = label_of(element)
        if label is not None:
            text = self._in_font(
                "".join(map(str, label.itertext())).strip(), look_of(label, look, self.page.sheet).font
            )
            return text if any(map(str.isalnum, text)) else "-"
        if own.kind == "ul":
            return "-"
        number = _whole(element, "value", own.next)
        own.next = number + 1
        return f"{numeral(number, own.style)}."

    def _text(self, text: str | None, look: Look) -> None:
        if not text:
            return
        if look.font:
            text = self._in_font(text, look.font)
        if look.bits & CAPITALS:
            text = text.upper()
        if look.kept:
            for position, piece in enumerate(re.split(r"\r\n|[\r\n]", text)):
                if position:
                    self._end()
                self._add(piece.replace("\t", " "), look)
            return
        words = _WIDE.sub(" ", _SPACES.sub(" ", text))
        if words.startswith(" "):
            self._space, words = True, words[1:]
        trailing = words.endswith(" ")
        words = words[:-1] if trailing else words
        if words:
            self._add(words, look)
        self._space = self._space or trailing

    def _in_font(self, text: str, font: str) -> str:
        if is_symbol_font(font):
            return _SIGN.sub("-", text)
        encoding = encoding_of_font(font)
        if encoding is None:
            return text
        self.page.converted[encoding] = None
        return decode_run(text, font)

    def _add(self, text: str, look: Look) -> None:
        if not text:
            return
        if not self._line.length and self._number:
            self._line.add(f"{self._number} ", 0, 0)
        elif self._space and self._line.length and self._line.length not in (at + 1 for at in self._line.breaks[-1:]):
            self._line.add(" ", look.bits & self._bits & ~CAPITALS, 0)
        self._space, self._bits = False, look.bits
        self._line.add(text, look.bits & ~CAPITALS, 0)

    def _break(self) -> None:
        self._space = False
        self._line.add_break()

    def _end(self) -> None:
        """Close the paragraph."""
        line, self._line, self._space = self._line, Line(), False
        if line.text.strip():
            dress = Dress(number=self._number, level=self._level, centred=self._centred)
            self._done.append((line, dress, False))
            self._number, self._level = "", None

    def _anchor(self, element: _Element, look: Look) -> bool:
        """Take ``element`` as the mark of a note; False where it is none."""
        target = element.get("href", "").rpartition("#")[2] if "#" in element.get("href", "") else ""
        words = _SPACES.sub("", "".join(str(text) for text in element.itertext()))
        mark = _BRACKETS.sub(r"\1", words)
        if self._in_note and (
            re.match(r"_(?:ftn|edn)ref\d+$", target)
            or re.match(r"sd(?:foot|end)note\d+anc$", target)
            or re.match(r"(?:body_(?:ftn|edn)|fnref:?)\d+$", target)
        ):
            return True
        if not mark or len(mark) > 8:
            return False
        number = self.page.call(target, mark) if target else None
        if number is None:
            return False
        start = self._line.length
        self._space = False
        self._add(mark, Look(bits=look.bits | SUPERSCRIPT))
        self._line.marks.append(NoteMark(max(start, self._line.length - len(mark)), self._line.length, number))
        return True

    def _set_apart(self, element: _Element, look: Look, depth: int) -> bool:
        """Whether ``element`` is no part of the body: a note, a header, comments."""
        if self.page.is_note(element):
            return not (self._in_note and depth == 0)
        part = element.get("title", "") if element.tag == "div" else ""  # as LibreOffice writes it
        if "mso-element" in element.get("style", ""):
            part = declarations(element.get("style", "")).get("mso-element", "")
        if part not in _APART:
            return False
        writer = Writer(self.page)
        writer._inside(element, look, depth + 1)
        lines = [line.text for line, _, _ in writer.finished()]
        if lines:
            self.page.apart[part].append("\n".join(lines))
        return True

    def _table(self, table: _Element, look: Look, depth: int) -> None:
        """A table's rows; one that only lays out the page is what its cells hold."""
        self._end()
        look = Look(look.bits, look.font, False, look.kept)
        for caption in table.iterchildren("caption"):
            self.walk(caption, look, depth + 1)
        rows = list(_rows(table))
        if _is_layout(rows):
            for row, _ in rows:
                for cell in row.iterchildren("td", "th"):
                    self.walk(cell, look, depth + 1)
            return
        index = self.page.tables
        self.page.tables += 1
        below: dict[int, tuple[int, int]] = {}  # column -> rows that a cell above still covers, and how wide it is
        for row, heading in rows:
            own = look_of(row, look, self.page.sheet)
            if not own.hidden:
                self._done.append((*self._row(row, own, depth, index, heading, below), True))

    def _row(
        self, row: _Element, look: Look, depth: int, index: int, heading: bool, below: dict[int, tuple[int, int]]
    ) -> tuple[Line, Dress]:
        line, cells, column, first = Line(), [], 0, True
        elements = [cell for cell in row.iterchildren("td", "th") if not look_of(cell, look, self.page.sheet).hidden]
        while elements or column in below:
            if not first:
                line.add("\t", 0, 0)
            first = False
            if column in below:
                left, wide = below.pop(column)
                if left > 1:
                    below[-1 - column] = (left - 1, wide)
                column += wide
                continue
            element = elements.pop(0)
            wide = min(max(_whole(element, "colspan", 1), 1), MAX_SPAN)
            tall = min(max(_whole(element, "rowspan", 1), 1), MAX_SPAN)
            start = line.length
            line.extend(self._cell(element, look, depth))
            cells.append(Cell(start, line.length, column, wide, tall))
            if tall > 1:
                below[-1 - column] = (tall - 1, wide)  # from the next row on
            column += wide
        for key in [key for key in below if key < 0]:
            below[-1 - key] = below.pop(key)
        return line, Dress("row", cells=tuple(cells), table=index, heading_row=heading)

    def _cell(self, element: _Element, look: Look, depth: int) -> Line:
        writer = Writer(self.page, in_cell=True)
        writer.walk(element, look, depth + 1)
        line = Line()
        for found, dress, _ in writer.finished():
            if dress.kind == "row":
                found = _without_tabs(found)
            line.append_paragraph(found)
        return line


def _without_tabs(line: Line) -> Line:
    """A row of a table inside a cell: its cells follow on with blanks."""
    return Line([line.text.replace("\t", " ")], line.length, line.runs, line.breaks, line.marks)


def _rows(table: _Element) -> Iterator[tuple[_Element, bool]]:
    """The rows of a table, not of tables inside it, and whether they repeat on each page."""
    for child in table:
        if child.tag == "tr":
            yield child, False
        elif child.tag in ("thead", "tbody", "tfoot"):
            yield from ((row, child.tag == "thead") for row in child.iterchildren("tr"))


def _is_layout(rows: list[tuple[_Element, bool]]) -> bool:
    """Whether a table only places what it holds: one cell in every row, or tables of their own in its cells."""
    widths = [sum(1 for _ in row.iterchildren("td", "th")) for row, _ in rows]
    if max(widths, default=0) < 2:
        return True
    return any(
        len(list(_rows(inner))) > 1 and max(sum(1 for _ in row.iterchildren("td", "th")) for row, _ in _rows(inner)) > 2
        for row, _ in rows
        for inner in row.iter("table")
    )


def _whole(element: _Element, name: str, otherwise: int) -> int:
    text = element.get(name, "").strip()
    return int(text) if text.lstrip("-").isdecimal() and len(text) < 7 else otherwise
