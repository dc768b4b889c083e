"""The fixed parts of a Word package, and the XML around what varies."""

# ruff: noqa: E501 - XML is broken where its elements end
from __future__ import annotations

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
_MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
_V = 'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
_WP = (
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)
_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_RELS = "http://schemas.openxmlformats.org/package/2006/relationships"


def content_types(note: str) -> str:
    """``[Content_Types].xml``; ``note`` is 'footnote' or 'endnote'."""
    named = (
        ("document", "document.main"),
        ("styles", "styles"),
        ("settings", "settings"),
        ("numbering", "numbering"),
        (f"{note}s", f"{note}s"),
        ("header1", "header"),
    )
    return (
        _XML + '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        + "".join(f'<Override PartName="/word/{n}.xml" ContentType="{_TYPE}{kind}+xml"/>' for n, kind in named)
        + "</Types>"
    )


PACKAGE_RELATIONS = (
    f'{_XML}<Relationships xmlns="{_RELS}"><Relationship Id="rId1" Type="{_REL}officeDocument"'
    ' Target="word/document.xml"/></Relationships>'
)


def document_relations(note: str) -> str:
    """The parts that the document refers to; ``note`` is 'footnote' or 'endnote'."""
    targets = ("styles", "settings", "numbering", f"{note}s", "header")
    return (
        f'{_XML}<Relationships xmlns="{_RELS}">'
        + "".join(
            f'<Relationship Id="rId{index}" Type="{_REL}{kind}" Target="{kind if kind != "header" else "header1"}.xml"/>'
            for index, kind in enumerate(targets, start=1)
        )
        + "</Relationships>"
    )


STYLES = (
    f"{_XML}<w:styles {_W}><w:docDefaults><w:rPrDefault><w:rPr>"
    '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="Times New Roman" w:cs="Times New Roman"/>'
    '<w:sz w:val="28"/><w:szCs w:val="28"/><w:lang w:val="vi-VN"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>'
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="FootnoteText"><w:name w:val="footnote text"/><w:basedOn w:val="Normal"/>'
    '<w:rPr><w:sz w:val="20"/><w:szCs w:val="20"/></w:rPr></w:style>'
    '<w:style w:type="character" w:styleId="FootnoteReference"><w:name w:val="footnote reference"/>'
    '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style></w:styles>'
)


def settings(note: str) -> str:
    """``word/settings.xml``: notes count 1, 2, 3, endnotes too."""
    return (
        f'{_XML}<w:settings {_W}><w:{note}Pr><w:numFmt w:val="decimal"/><w:{note} w:id="-1"/><w:{note} w:id="0"/>'
        f"</w:{note}Pr></w:settings>"
    )


HEADER = (
    f'{_XML}<w:hdr {_W} {_R}><w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    '<w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    '<w:r><w:t>2</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p></w:hdr>'
)
_EDGES = ("top", "left", "bottom", "right", "insideH", "insideV")
TABLE_LOOK = (
    '<w:tblPr><w:tblW w:w="5000" w:type="pct"/><w:tblBorders>'
    + "".join(f'<w:{edge} w:val="single" w:sz="4" w:space="0" w:color="000000"/>' for edge in _EDGES)
    + "</w:tblBorders></w:tblPr>"
)
_NO_BORDERS = (
    '<w:tblPr><w:tblW w:w="9600" w:type="dxa"/><w:jc w:val="center"/><w:tblBorders>'
    + "".join(f'<w:{edge} w:val="nil"/>' for edge in _EDGES)
    + '</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr>'
)


def document(body: str, note: str) -> str:
    """``word/document.xml``: A4, margins of Nghị định 30/2020/NĐ-CP, no page number on page 1."""
    section = (
        '<w:sectPr><w:headerReference w:type="default" r:id="rId5"/>'
        f'<w:{note}Pr><w:numFmt w:val="decimal"/></w:{note}Pr>'
        '<w:pgSz w:w="11906" w:h="16838"/>'
        '<w:pgMar w:top="1134" w:right="851" w:bottom="1134" w:left="1701" w:header="567" w:footer="567" w:gutter="0"/>'
        "<w:titlePg/></w:sectPr>"
    )
    spaces = f'{_W} {_R} {_MC} {_V} {_WP} mc:Ignorable=""'
    return f"{_XML}<w:document {spaces}><w:body>{body}{section}</w:body></w:document>"


def numbering(instances: int, *, letters: bool) -> str:
    """Headings count I. / 1. / 1.1. (or a)); dashes and plus signs are bullets. One instance for each part."""
    third = ("lowerLetter", "%3)") if letters else ("decimal", "%2.%3.")
    levels = (("upperRoman", "%1."), ("decimal", "%2."), third)
    heading = "".join(
        f'<w:lvl w:ilvl="{index}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:suff w:val="space"/>'
        f'<w:lvlText w:val="{shown}"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="0" w:firstLine="720"/></w:pPr></w:lvl>'
        for index, (form, shown) in enumerate(levels)
    )
    bullets = "".join(
        f'<w:abstractNum w:abstractNumId="{index}"><w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0">'
        f'<w:start w:val="1"/><w:numFmt w:val="bullet"/><w:suff w:val="space"/><w:lvlText w:val="{mark}"/>'
        '<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="0" w:firstLine="720"/></w:pPr></w:lvl></w:abstractNum>'
        for index, mark in ((1, "-"), (2, "+"))
    )
    restart = "".join(
        f'<w:lvlOverride w:ilvl="{level}"><w:startOverride w:val="1"/></w:lvlOverride>' for level in range(3)
    )
    nums = "".join(
        f'<w:num w:numId="{index}"><w:abstractNumId w:val="0"/>{restart if index > 1 else ""}</w:num>'
        for index in range(1, instances + 1)
    )
    return (
        f'{_XML}<w:numbering {_W}><w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="multilevel"/>{heading}'
        f'</w:abstractNum>{bullets}{nums}<w:num w:numId="100"><w:abstractNumId w:val="1"/></w:num>'
        '<w:num w:numId="101"><w:abstractNumId w:val="2"/></w:num></w:numbering>'
    )


def notes_part(notes: list[str], note: str) -> str:
    """``word/footnotes.xml`` or ``word/endnotes.xml``: the two separators, then the notes from 1."""
    rules = "".join(
        f'<w:{note} w:type="{kind}" w:id="{number}"><w:p><w:r><w:{kind}/></w:r></w:p></w:{note}>'
        for number, kind in ((-1, "separator"), (0, "continuationSeparator"))
    )
    bodies = "".join(
        f'<w:{note} w:id="{index}"><w:p><w:pPr><w:pStyle w:val="FootnoteText"/><w:jc w:val="both"/></w:pPr>'
        f'<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:{note}Ref/></w:r>'
        f'<w:r><w:t xml:space="preserve"> </w:t></w:r>{words}</w:p></w:{note}>'
        for index, words in enumerate(notes, start=1)
    )
    return f"{_XML}<w:{note}s {_W} {_R}>{rules}{bodies}</w:{note}s>"


def two_columns(rows: tuple[tuple[str, str], ...], widths: tuple[int, int]) -> str:
    """A table without borders, as letterheads and signature blocks are laid out."""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    body = "".join(
        "<w:tr>"
        + "".join(
            f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{cell}</w:tc>'
            for cell, width in zip(row, widths, strict=True)
        )
        + "</w:tr>"
        for row in rows
    )
    return f"<w:tbl>{_NO_BORDERS}<w:tblGrid>{grid}</w:tblGrid>{body}</w:tbl>"


def rule(width: int) -> str:
    """The short line under a body's name: an empty paragraph with a border, as narrow as ``width`` twips."""
    side = max(0, (3700 if width < 2000 else 5900) - 220 - width) // 2
    return (
        f'<w:p><w:pPr><w:pBdr><w:top w:val="single" w:sz="6" w:space="1" w:color="000000"/></w:pBdr>'
        f'<w:spacing w:before="20" w:after="0" w:line="120" w:lineRule="exact"/><w:ind w:left="{side}" w:right="{side}"/>'
        "</w:pPr></w:p>"
    )


def text_box(paragraph: str) -> str:
    """A paragraph that anchors a text box, as Word writes it: a drawing, and VML for old readers."""
    shape = (
        '<w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="5600000" cy="620000"/>'
        '<wp:docPr id="1" name="Hộp văn bản 1"/><a:graphic><a:graphicData'
        ' uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:cNvSpPr txBox="1"/>'
        '<wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="5600000" cy="620000"/></a:xfrm><a:prstGeom prst="rect"/>'
        '<a:ln w="9525"><a:solidFill><a:srgbClr val="000000"/></a:solidFill></a:ln></wps:spPr>'
        f"<wps:txbx><w:txbxContent>{paragraph}</w:txbxContent></wps:txbx><wps:bodyPr/></wps:wsp>"
        "</a:graphicData></a:graphic></wp:inline></w:drawing>"
    )
    old = (
        '<w:pict><v:shape style="width:440pt;height:48pt"><v:textbox><w:txbxContent>'
        f"{paragraph}</w:txbxContent></v:textbox></v:shape></w:pict>"
    )
    return (
        f'<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps">{shape}</mc:Choice>'
        f"<mc:Fallback>{old}</mc:Fallback></mc:AlternateContent></w:r></w:p>"
    )
