"""Small Word files for tests, written as XML strings."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Mapping
from xml.sax.saxutils import escape

from tongket.files.docx.read import read_docx
from tongket.model.sources import Block, Source

_TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
NAMESPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": _TYPES,
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "w15": "http://schemas.microsoft.com/office/word/2012/wordml",
    "v": "urn:schemas-microsoft-com:vml",
    "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
}
_DECLARED = " ".join(f'xmlns:{prefix}="{name}"' for prefix, name in NAMESPACES.items())


def run(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def paragraph(content: str = "", properties: str = "") -> str:
    """A paragraph of runs (XML) or of plain text."""
    inner = content if content.startswith("<") else run(content) if content else ""
    return f"<w:p><w:pPr>{properties}</w:pPr>{inner}</w:p>"


def listed(text: str, num: int, level: int = 0) -> str:
    return paragraph(text, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{num}"/></w:numPr>')


def level(at: int, form: str, text: str, extra: str = "", *, start: int = 1) -> str:
    inner = f'<w:start w:val="{start}"/><w:numFmt w:val="{form}"/>{extra}<w:lvlText w:val="{text}"/>'
    return f'<w:lvl w:ilvl="{at}">{inner}</w:lvl>'


def numbering(abstracts: Iterable[str], nums: Mapping[int, tuple[int, str]]) -> str:
    """``abstracts`` are the levels of abstract lists 0, 1 ...; ``nums`` are id -> (abstract, overrides)."""
    body = "".join(f'<w:abstractNum w:abstractNumId="{at}">{one}</w:abstractNum>' for at, one in enumerate(abstracts))
    body += "".join(
        f'<w:num w:numId="{num}"><w:abstractNumId w:val="{abstract}"/>{extra}</w:num>'
        for num, (abstract, extra) in nums.items()
    )
    return f"<w:numbering {_DECLARED}>{body}</w:numbering>"


def cell(*paragraphs: str, properties: str = "") -> str:
    inner = "".join(one if one.startswith("<") else paragraph(one) for one in paragraphs or ("",))
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inner}</w:tc>"


def row(*cells: str, properties: str = "") -> str:
    inner = "".join(one if one.startswith("<w:tc>") else cell(one) for one in cells)
    return f"<w:tr><w:trPr>{properties}</w:trPr>{inner}</w:tr>"


def table(*rows: str) -> str:
    return f"<w:tbl>{''.join(rows)}</w:tbl>"


def styles(*found: str, defaults: str = "") -> str:
    general = f"<w:docDefaults><w:rPrDefault><w:rPr>{defaults}</w:rPr></w:rPrDefault></w:docDefaults>"
    return f"<w:styles {_DECLARED}>{general}{''.join(found)}</w:styles>"


def part(kind: str, body: str) -> str:
    """Another part of the document: footnotes, hdr, comments ..."""
    return f"<w:{kind} {_DECLARED}>{body}</w:{kind}>"


def document(body: str) -> str:
    return f"<w:document {_DECLARED}><w:body>{body}</w:body></w:document>"


def docx(body: str | bytes, parts: Mapping[str, str] | None = None, *, pages: int | None = None) -> bytes:
    """A Word file; ``body`` is its blocks or, as bytes, its whole document part.

    ``parts`` are by relationship type and number: {"styles": ..., "header1": ...}.
    """
    parts = parts or {}
    files: dict[str, str | bytes] = {
        "[Content_Types].xml": content_types(parts),
        "_rels/.rels": _relations({"officeDocument": "word/document.xml", "extended-properties": "docProps/app.xml"}),
        "word/_rels/document.xml.rels": _relations({name: f"{name}.xml" for name in parts}),
        "word/document.xml": document(body) if isinstance(body, str) else body,
        **{f"word/{name}.xml": xml for name, xml in parts.items()},
    }
    if pages is not None:
        names = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
        files["docProps/app.xml"] = f'<Properties xmlns="{names}"><Pages>{pages}</Pages></Properties>'
    return zipped(files)


def package(
    body: str, files: Mapping[str, str | bytes], relations: Mapping[str, tuple[str, str]], *, external: bool = False
) -> bytes:
    """A Word file with ``files`` of its own by whole name; ``relations`` of the document are id -> (kind, target)."""
    mode = ' TargetMode="External"' if external else ""
    found = "".join(
        f'<Relationship Id="{name}" Type="{_TYPES}/{kind}" Target="{target}"{mode}/>'
        for name, (kind, target) in relations.items()
    )
    return zipped(
        {
            "[Content_Types].xml": content_types({}),
            "_rels/.rels": _relations({"officeDocument": "word/document.xml"}),
            "word/_rels/document.xml.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">{found}</Relationships>',
            "word/document.xml": document(body),
            **files,
        }
    )


def content_types(parts: Mapping[str, str]) -> str:
    return (
        f'<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f"{_overrides(parts)}</Types>"
    )


def _overrides(parts: Mapping[str, str]) -> str:
    """The types of the parts: this reader goes by relationships, other programs by these."""
    kinds = {"document": "document.main"} | {name: name.rstrip("0123456789") for name in parts}
    return "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="application/vnd.openxmlformats-officedocument.'
        f'wordprocessingml.{kind}+xml"/>'
        for name, kind in kinds.items()
    )


def _relations(targets: Mapping[str, str]) -> str:
    found = "".join(
        f'<Relationship Id="{name}" Type="{_TYPES}/{name.rstrip("0123456789")}" Target="{target}"/>'
        for name, target in targets.items()
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{found}</Relationships>'


def zipped(files: Mapping[str, str | bytes]) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return held.getvalue()


def source(body: str, parts: Mapping[str, str] | None = None, *, pages: int | None = None) -> Source:
    return read_docx(docx(body, parts, pages=pages), file="bao-cao.docx")


def lines(found: Source) -> list[str]:
    return found.text.split("\n")


def shown(found: Source, block: Block) -> list[tuple[str, str]]:
    """The styles of a block and the words in them."""
    return [(one.style, found.text[one.start : one.end]) for one in block.styles]
