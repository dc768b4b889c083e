"""A Word file, byte for byte the same for the same document: real numbering, notes, tables, changes, text boxes."""

from __future__ import annotations

import io
import random
import zipfile
from dataclasses import dataclass, field
from xml.sax.saxutils import escape

from . import docx_parts as parts
from .blocks import Cell, Document, Paragraph, Table
from .pieces import Piece, pieces
from .richtext import Text
from .truth import Truth, truths_of

_STAMP = (2026, 1, 1, 0, 0, 0)
_CHANGE = 'w:author="Cán bộ tổng hợp" w:date="2026-09-20T08:00:00Z"'


@dataclass
class _Pen:
    """What is written so far."""

    rng: random.Random
    tracked: bool
    notes: list[str] = field(default_factory=list)
    truths: list[Truth] = field(default_factory=list)
    num: int = 1  # the numbering instance in use: a new one for each part
    changes: int = 0
    note: str = "footnote"  # or 'endnote'


def write_docx(document: Document, rng: random.Random, *, tracked: bool, letters: bool) -> tuple[bytes, list[Truth]]:
    """The file and what is true of it. ``letters``: the third level counts a), b); else 1.1."""
    pen = _Pen(rng, tracked)
    pen.note = "endnote" if rng.random() < 0.15 else "footnote"
    body = [_head(document), _plain(document.doc_type, bold=True, centre=True, size=28)]
    body.append(_paragraph(pen, document.title, bold=True, centre=True, where="title", after=200))
    body += [_block(pen, block) for block in document.body]
    body.append(_tail(document, pen))
    if document.appendix:
        body.append('<w:p><w:r><w:br w:type="page"/></w:r></w:p>')
        body += [_block(pen, block) for block in document.appendix]
    xml = parts.document("".join(body), pen.note)
    files = {
        "[Content_Types].xml": parts.content_types(pen.note),
        "_rels/.rels": parts.PACKAGE_RELATIONS,
        "word/_rels/document.xml.rels": parts.document_relations(pen.note),
        "word/document.xml": xml,
        "word/styles.xml": parts.STYLES,
        "word/settings.xml": parts.settings(pen.note),
        "word/numbering.xml": parts.numbering(pen.num, letters=letters),
        f"word/{pen.note}s.xml": parts.notes_part(pen.notes, pen.note),
        "word/header1.xml": parts.HEADER,
    }
    return _zip(files), pen.truths


def _zip(files: dict[str, str]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            info = zipfile.ZipInfo(name, _STAMP)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = 0o600 << 16
            info.create_system = 0
            archive.writestr(info, content.encode("utf-8"))
    return out.getvalue()


# blocks


def _block(pen: _Pen, block: Paragraph | Table) -> str:
    if isinstance(block, Table):
        return _table(pen, block)
    if block.role == "box":
        return _box(pen, block.text)
    text, properties = block.text, ""
    if block.role == "centre" and block.text.text.startswith("Phần th"):
        pen.num += 1
    if block.automatic and block.number:
        properties = _numbering(pen, block)
    elif block.number:
        text = Text(block.number + " ") + block.text
    return _paragraph(
        pen,
        text,
        bold=block.bold,
        italic=block.italic,
        centre=block.role in ("centre", "caption"),
        properties=properties,
    )


def _numbering(pen: _Pen, block: Paragraph) -> str:
    level, num = {1: (0, pen.num), 2: (1, pen.num), 3: (2, pen.num), 4: (0, 100), 5: (0, 101)}[block.depth]
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{num}"/></w:numPr>'


def _paragraph(
    pen: _Pen,
    text: Text,
    *,
    bold: bool = False,
    italic: bool = False,
    centre: bool = False,
    properties: str = "",
    where: str = "prose",
    after: int = 120,
    size: int = 0,
    in_cell: bool = False,
    lead: str = "",
) -> str:
    pen.truths += truths_of(text, where, lead=lead)
    runs = [_piece(pen, text, piece, bold=bold, italic=italic, size=size) for piece in pieces(text)]
    content = _tracked(pen, text, runs) if pen.tracked and where == "prose" else "".join(runs)
    align = "center" if centre else "both"
    indent = "" if centre or in_cell or properties else '<w:ind w:firstLine="720"/>'
    spacing = f'<w:spacing w:before="0" w:after="{0 if in_cell else after}"/>'
    mark = "<w:rPr><w:b/></w:rPr>" if properties and bold else ""
    return f'<w:p><w:pPr>{properties}{spacing}{indent}<w:jc w:val="{align}"/>{mark}</w:pPr>{content}</w:p>'


def _tracked(pen: _Pen, text: Text, runs: list[str]) -> str:
    """Now and then the last run was typed in later, and something else was struck out before it."""
    if len(text.text) < 120 or pen.rng.random() > 0.18 or not runs:
        return "".join(runs)
    pen.changes += 2
    struck = pen.rng.choice(("khoảng 999 hội nghị ", "cơ bản hoàn thành ", "số liệu cũ 1.234 người "))
    gone = (
        f'<w:del w:id="{pen.changes}" {_CHANGE}><w:r><w:delText xml:space="preserve">{struck}</w:delText></w:r></w:del>'
    )
    added = f'<w:ins w:id="{pen.changes + 1}" {_CHANGE}>{runs[-1]}</w:ins>'
    return "".join(runs[:-1]) + gone + added


def _piece(pen: _Pen, text: Text, piece: Piece, *, bold: bool, italic: bool, size: int) -> str:
    words = text.text[piece.start : piece.end]
    run = "".join(_run(part, bold or piece.bold, italic or piece.italic, size) for part in _torn(pen, words))
    for note in piece.notes:
        pen.truths += truths_of(note, "footnote")
        inner = "".join(_run(note.text[p.start : p.end], p.bold, p.italic, 20) for p in pieces(note))
        pen.notes.append(inner)
        run += (
            '<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr>'
            f'<w:{pen.note}Reference w:id="{len(pen.notes)}"/></w:r>'
        )
    return run


def _torn(pen: _Pen, words: str) -> list[str]:
    """Word tears text into runs wherever somebody once stopped typing, also inside a number or a symbol."""
    if len(words) < 30 or pen.rng.random() < 0.6:
        return [words] if words else []
    cut = pen.rng.randint(1, len(words) - 1)
    return [words[:cut], words[cut:]]


def _run(words: str, bold: bool, italic: bool, size: int = 0) -> str:
    looks = ("<w:b/>" if bold else "") + ("<w:i/>" if italic else "")
    looks += f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>' if size else ""
    looks = f"<w:rPr>{looks}</w:rPr>" if looks else ""
    return f'<w:r>{looks}<w:t xml:space="preserve">{escape(words)}</w:t></w:r>'


def _plain(words: str, *, bold: bool = False, italic: bool = False, centre: bool = False, size: int = 0) -> str:
    align = "center" if centre else "left"
    lines = words.split("\n")
    runs = "<w:r><w:br/></w:r>".join(_run(line, bold, italic, size) for line in lines)
    return f'<w:p><w:pPr><w:spacing w:before="0" w:after="0"/><w:jc w:val="{align}"/></w:pPr>{runs}</w:p>'


def _box(pen: _Pen, text: Text) -> str:
    inner = _paragraph(pen, text, where="box", in_cell=True)
    return parts.text_box(inner)


# tables


def _table(pen: _Pen, table: Table) -> str:
    rows = []
    covered: dict[int, tuple[int, int]] = {}  # grid column -> (rows left, width)
    for index, row in enumerate(table.rows):
        cells, column, lead = [], 0, ""
        waiting = list(row)
        while column < len(table.widths):
            left, width = covered.get(column, (0, 1))
            if left:
                cells.append(_cell(pen, Cell(Text("")), width, "<w:vMerge/>"))
                covered[column] = (left - 1, width)
                column += width
                continue
            if not waiting:
                break
            cell = waiting.pop(0)
            merge = '<w:vMerge w:val="restart"/>' if cell.rows > 1 else ""
            if cell.rows > 1:
                covered[column] = (cell.rows - 1, cell.columns)
            cells.append(_cell(pen, cell, cell.columns, merge, lead))
            lead += cell.text.text + "\t"
            column += cell.columns
        header = "<w:tblHeader/>" if index < table.heading_rows else ""
        rows.append(f"<w:tr><w:trPr><w:cantSplit/>{header}</w:trPr>{''.join(cells)}</w:tr>")
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in table.widths)
    return f"<w:tbl>{parts.TABLE_LOOK}<w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"


def _cell(pen: _Pen, cell: Cell, span: int, merge: str, lead: str = "") -> str:
    words = _paragraph(
        pen, cell.text, bold=cell.bold, centre=not _is_label(cell), where="table", size=24, in_cell=True, lead=lead
    )
    spans = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    return f'<w:tc><w:tcPr>{spans}{merge}<w:vAlign w:val="center"/></w:tcPr>{words}</w:tc>'


def _is_label(cell: Cell) -> bool:
    return not cell.bold and len(cell.text.text) > 8 and not cell.text.marks


def _head(document: Document) -> str:
    """The letterhead: a table of two columns without borders."""
    head = document.head
    left = [_plain(line, bold=line == head.left[-1], centre=True, size=26) for line in head.left]
    left.append(parts.rule(1300) if head.left else "")
    right = [_plain(line, bold=True, centre=True, size=26 + 2 * index) for index, line in enumerate(head.right)]
    right.append(parts.rule(2900) if head.right else "")
    first = ("".join(left) or "<w:p/>", "".join(right) or "<w:p/>")
    second = (
        _plain(head.number, centre=True, size=26) if head.number else "<w:p/>",
        _plain(head.date, italic=True, centre=True, size=26) if head.date else "<w:p/>",
    )
    return parts.two_columns((first, second), (3700, 5900)) + '<w:p><w:pPr><w:spacing w:after="60"/></w:pPr></w:p>'


def _tail(document: Document, pen: _Pen) -> str:
    tail = document.tail
    left = [_plain("Nơi nhận:", bold=True, italic=True, size=24)] if tail.recipients else []
    for line in tail.recipients:
        pen.truths += truths_of(line, "recipients")
        left.append(_plain(line.text, size=22))
    right = [_plain(line, bold=True, centre=True, size=28) for line in tail.signature]
    return parts.two_columns(((("".join(left) or "<w:p/>"), "".join(right) or "<w:p/>"),), (4600, 5000))
