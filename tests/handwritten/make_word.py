"""Set one marked report as a Word file, by its XML, so that every feature that a clerk's Word leaves is really there.

Lines of a marked Word report:

- ``@head`` ... ``@end``, ``@sign`` ... ``@end``: a borderless two-column table, left and right parted by `` ¦ ``.
- ``@table`` ... ``@end``: a bordered table; ``<`` merges a cell with the one on its left, ``^`` with the one above.
- ``@center TEXT``: a centred paragraph. ``@auto L TEXT``: a paragraph numbered by Word at level L (0: I, 1: 1., 2: a)).
- ``@list TEXT``: a bullet that Word draws. ``@box TEXT``: a text box. ``@page``: a page break.

Inside a line: ``**bold**``, ``*italic*``, ``^[a footnote]``, ``{+inserted+}``, ``{-deleted-}`` (tracked changes).
``☆`` is a printed star. Figures in notes come after those of the body, as the text of a Word file puts them.
"""

from __future__ import annotations

import re
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

if TYPE_CHECKING:
    from marks import Truth

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
OFFICE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
DATE = (2026, 1, 1, 0, 0, 0)
STYLE = re.compile(r"(\*\*|(?<!\*)\*(?!\*)|\{\+|\+\}|\{-|-\}|\x00\d+\x01)")
NOTE = re.compile(r"\^\[((?:\[\[.*?\]\]|[^\[\]])*)\]")
AUTHOR = 'w:id="1" w:author="van-thu" w:date="2026-01-01T00:00:00Z"'

NUMBERING = f"""<w:numbering xmlns:w="{W}"><w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="multilevel"/>
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1."/></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%2."/></w:lvl>
<w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%3)"/></w:lvl></w:abstractNum>
<w:abstractNum w:abstractNumId="1"><w:multiLevelType w:val="singleLevel"/>
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="-"/></w:lvl></w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>
</w:numbering>"""
STYLES = f"""<w:styles xmlns:w="{W}"><w:docDefaults><w:rPrDefault><w:rPr>
<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:cs="Times New Roman"/><w:sz w:val="28"/></w:rPr>
</w:rPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>
</w:style></w:styles>"""


class Notes:
    """The footnotes of one report, in order."""

    def __init__(self) -> None:
        self.texts: list[str] = []

    def lift(self, line: str) -> str:
        """``line`` with its notes taken out and their marks put in."""
        return NOTE.sub(self._one, line)

    def _one(self, note: re.Match[str]) -> str:
        self.texts.append(note[1])
        return f"\x00{len(self.texts)}\x01"


def write_word(body: str, truth: Truth, target: Path) -> list[list[list[str]]]:
    """Write the Word file; gives its data tables, rows of cells."""
    notes, tables, parts, block = Notes(), [], [], None
    for raw in body.split("\n"):
        line = notes.lift(raw)
        if line in {"@head", "@sign", "@table"}:
            block = (line, [])
        elif line == "@end" and block:
            rows = [[truth.take(cell) for cell in re.split(r" *¦ *", row)] for row in block[1]]
            parts.append(_table(rows, bordered=block[0] == "@table"))
            if block[0] == "@table":
                tables.append([[cell for cell in row if cell not in {"<", "^"}] for row in rows])
            block = None
        elif block:
            block[1].append(line)
        elif line.strip():
            parts.append(_line(line, truth))
    _clean_passages(truth)
    written = [_note(number, truth.take(text)) for number, text in enumerate(notes.texts, 1)]
    _clean_passages(truth)
    _pack(target, "".join(parts), "".join(written))
    return tables


def _clean_passages(truth: Truth) -> None:
    """Passages are kept as Word shows them: no emphasis, note marks or deleted words."""
    for plant in [*truth.errors, *truth.near_misses]:
        shown = re.sub(r"\{-.*?-\}|\x00\d+\x01", "", plant["passage"])
        plant["passage"] = shown.replace("{+", "").replace("+}", "").replace("*", "")
    for heading in truth.headings:
        heading["title"] = heading["title"] and heading["title"].replace("*", "")


def _line(line: str, truth: Truth) -> str:
    command, _, rest = line.partition(" ") if line.startswith("@") else ("", "", line)
    if command == "@page":
        return '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'
    if command == "@center":
        return _paragraph(truth.take(rest), '<w:jc w:val="center"/>')
    if command == "@auto":
        level, _, rest = rest.partition(" ")
        return _paragraph(truth.take(rest), f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="1"/></w:numPr>')
    if command == "@list":
        return _paragraph(truth.take(rest), '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="2"/></w:numPr>')
    if command == "@box":
        return _box(truth.take(rest))
    return _paragraph(truth.take(rest), '<w:jc w:val="both"/>')


def _paragraph(text: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{_runs(text)}</w:p>"


def _runs(text: str) -> str:
    """The runs of a line: emphasis, tracked changes and note marks as Word keeps them."""
    out, bold, italic, change = [], False, False, ""
    for piece in STYLE.split(text):
        if piece == "**":
            bold = not bold
        elif piece == "*":
            italic = not italic
        elif piece in {"{+", "{-"}:
            change = "ins" if piece == "{+" else "del"
            out.append(f"<w:{change} {AUTHOR}>")
        elif piece in {"+}", "-}"}:
            out.append(f"</w:{change}>")
            change = ""
        elif piece.startswith("\x00"):
            raised = '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'
            out.append(f'<w:r>{raised}<w:footnoteReference w:id="{piece[1:-1]}"/></w:r>')
        elif piece:
            look = ("<w:b/>" if bold else "") + ("<w:i/>" if italic else "")
            tag = "delText" if change == "del" else "t"
            words = f'<w:{tag} xml:space="preserve">{escape(piece.replace("☆", "*"))}</w:{tag}>'
            out.append(f"<w:r><w:rPr>{look}</w:rPr>{words}</w:r>")
    return "".join(out)


def _table(rows: list[list[str]], *, bordered: bool) -> str:
    side = "".join(
        f'<w:{name} w:val="single" w:sz="4"/>' for name in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    borders = f"<w:tblBorders>{side}</w:tblBorders>" if bordered else ""
    width = max(len(row) for row in rows)
    grid = f'<w:gridCol w:w="{9600 // width}"/>' * width
    written = "".join(f"<w:tr>{_cells(rows, number, 9600 // width)}</w:tr>" for number in range(len(rows)))
    look = f'<w:tblPr><w:tblW w:w="9600" w:type="dxa"/>{borders}</w:tblPr>'
    return f"<w:tbl>{look}<w:tblGrid>{grid}</w:tblGrid>{written}</w:tbl><w:p/>"


def _cells(rows: list[list[str]], number: int, width: int) -> str:
    row, out, column = rows[number], [], 0
    while column < len(row):
        span = 1
        while column + span < len(row) and row[column + span] == "<":
            span += 1
        merged = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
        below = number + 1 < len(rows) and column < len(rows[number + 1]) and rows[number + 1][column] == "^"
        down = "<w:vMerge/>" if row[column] == "^" else '<w:vMerge w:val="restart"/>' if below else ""
        text = "" if row[column] == "^" else row[column]
        inside = "".join(_paragraph(part) for part in text.split("//"))
        out.append(f'<w:tc><w:tcPr><w:tcW w:w="{width * span}" w:type="dxa"/>{merged}{down}</w:tcPr>{inside}</w:tc>')
        column += span
    return "".join(out)


def _box(text: str) -> str:
    shape = 'style="width:300pt;height:60pt" xmlns:v="urn:schemas-microsoft-com:vml"'
    content = f"<w:txbxContent>{_paragraph(text)}</w:txbxContent>"
    return f"<w:p><w:r><w:pict><v:shape {shape}><v:textbox>{content}</v:textbox></v:shape></w:pict></w:r></w:p>"


def _note(number: int, text: str) -> str:
    mark = '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteRef/></w:r>'
    return f'<w:footnote w:id="{number}"><w:p>{mark}{_runs(" " + text)}</w:p></w:footnote>'


def _pack(target: Path, body: str, notes: str) -> None:
    """Zip the parts with fixed dates: same text, same bytes."""
    page = '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="851" w:bottom="1134" w:left="1701"/>'
    field = '<w:fldSimple w:instr="PAGE"><w:r><w:t>1</w:t></w:r></w:fldSimple>'
    number = f'<w:p><w:pPr><w:jc w:val="center"/></w:pPr>{field}</w:p>'
    section = f'<w:sectPr><w:headerReference w:type="default" r:id="rId4"/>{page}</w:sectPr>'
    separators = "".join(
        f'<w:footnote w:type="{name}" w:id="{at}"><w:p><w:r><w:{tag}/></w:r></w:p></w:footnote>'
        for name, at, tag in (("separator", -1, "separator"), ("continuationSeparator", 0, "continuationSeparator"))
    )
    kinds = (("document", "document.main"), ("styles", "styles"), ("numbering", "numbering"))
    kinds = (*kinds, ("footnotes", "footnotes"), ("header1", "header"))
    types = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{OFFICE}.{kind}+xml"/>' for name, kind in kinds
    )
    links = "".join(
        f'<Relationship Id="rId{at}" Type="{R}/{name.rstrip("1")}" Target="{name}.xml"/>'
        for at, name in enumerate(("styles", "numbering", "footnotes", "header1"), 1)
    )
    parts = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{types}</Types>',
        "_rels/.rels": f'<Relationships xmlns="{RELATIONS}"><Relationship Id="rId1" Type="{R}/officeDocument" '
        'Target="word/document.xml"/></Relationships>',
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{RELATIONS}">{links}</Relationships>',
        "word/document.xml": f'<w:document xmlns:w="{W}" xmlns:r="{R}"><w:body>{body}{section}</w:body></w:document>',
        "word/styles.xml": STYLES,
        "word/numbering.xml": NUMBERING,
        "word/footnotes.xml": f'<w:footnotes xmlns:w="{W}">{separators}{notes}</w:footnotes>',
        "word/header1.xml": f'<w:hdr xmlns:w="{W}">{number}</w:hdr>',
    }
    with zipfile.ZipFile(target, "w") as archive:
        for name, text in parts.items():
            info = zipfile.ZipInfo(name, DATE)
            info.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(info, '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' + text)
