"""Names of WordprocessingML, in the transitional namespaces; strict files are brought to these on reading.

Source: ISO/IEC 29500-1 (strict) and 29500-4 (transitional).
"""

from __future__ import annotations

from lxml.etree import _Element

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
COMPATIBILITY = "http://schemas.openxmlformats.org/markup-compatibility/2006"
MATH = "http://schemas.openxmlformats.org/officeDocument/2006/math"
STRICT = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main", WORD.encode()),
    (b"http://purl.oclc.org/ooxml/officeDocument/relationships", RELATIONS.encode()),
    (b"http://purl.oclc.org/ooxml/officeDocument/math", MATH.encode()),
    (
        b"http://purl.oclc.org/ooxml/officeDocument/extendedProperties",
        b"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties",
    ),
)

ALTERNATE = f"{{{COMPATIBILITY}}}AlternateContent"
CHOICE = f"{{{COMPATIBILITY}}}Choice"
FALLBACK = f"{{{COMPATIBILITY}}}Fallback"
MATH_TEXT = f"{{{MATH}}}t"
TEXT_PATH = "{urn:schemas-microsoft-com:vml}textpath"
OLE_OBJECT = "{urn:schemas-microsoft-com:office:office}OLEObject"
DIAGRAM_PARTS = "{http://schemas.openxmlformats.org/drawingml/2006/diagram}relIds"
RELATION_ID, DIAGRAM_DATA = f"{{{RELATIONS}}}id", f"{{{RELATIONS}}}dm"
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def w(name: str) -> str:
    """The qualified name of a WordprocessingML element or attribute."""
    return f"{{{WORD}}}{name}"


VAL = w("val")
PARAGRAPH, TABLE, RUN, TEXT = w("p"), w("tbl"), w("r"), w("t")
PARAGRAPH_PROPERTIES, RUN_PROPERTIES = w("pPr"), w("rPr")
CONTENT_CONTROL, CONTROL_CONTENT = w("sdt"), w("sdtContent")
PLACEHOLDER = f"{w('sdtPr')}/{w('showingPlcHdr')}"
TEXT_BOX, SECTION = w("txbxContent"), w("sectPr")

# What holds paragraphs or runs and adds nothing of its own; deleted and moved-away content is not among them.
WRAPPERS = frozenset(
    w(name) for name in ("ins", "moveTo", "hyperlink", "smartTag", "customXml", "fldSimple", "dir", "bdo", "sdtContent")
)


def first(parent: _Element | None, name: str) -> _Element | None:
    """The first child ``name`` (qualified): several times faster than ``find``, which reads a path."""
    return None if parent is None else next(parent.iterchildren(name), None)


def value(parent: _Element | None, name: str) -> str | None:
    """The ``w:val`` of the child ``name`` (qualified), or None where either is absent."""
    for child in () if parent is None else parent.iterchildren(name):
        return child.get(VAL)
    return None


def number(parent: _Element | None, name: str) -> int | None:
    """The ``w:val`` of the child ``name`` as a whole number, None where it is absent or is none."""
    return whole(value(parent, name))


def whole(text: str | None) -> int | None:
    """``text`` as a whole number of at most nine digits, or None."""
    if text is None:
        return None
    text = text.strip()
    digits = text[1:] if text[:1] == "-" else text
    return int(text) if digits.isascii() and digits.isdigit() and len(digits) < 10 else None


def switch(element: _Element) -> bool:
    """Whether an on/off property is on: without a value it is."""
    return element.get(VAL, "1") not in ("0", "false", "off", "none")


def branch(alternate: _Element) -> _Element | None:
    """The one branch of ``mc:AlternateContent`` that is read: the first choice that holds text, else the fallback."""
    for choice in alternate.iterchildren(CHOICE):
        if next(choice.iter(TEXT), None) is not None:
            return choice
    fallback = first(alternate, FALLBACK)
    return fallback if fallback is not None else first(alternate, CHOICE)
