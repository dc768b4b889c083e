"""WordprocessingML, element by element: what every part of the Word file is built from."""

from __future__ import annotations

from collections.abc import Iterable

from lxml import etree

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
NAMESPACES = {"w": W, "r": R}

Element = etree._Element  # lxml publishes no other name for it


def w(tag: str, /, *children: Element | None, **attributes: object) -> Element:
    """A ``w:`` element; attributes are in the same namespace, children that are None are left out."""
    element = etree.Element(f"{{{W}}}{tag}", nsmap=NAMESPACES)
    for name, value in attributes.items():
        element.set(f"{{{W}}}{name.rstrip('_')}", str(value))
    element.extend(child for child in children if child is not None)
    return element


def val(tag: str, value: object) -> Element:
    """``<w:tag w:val="value"/>``."""
    return w(tag, val=value)


def twips(mm: float) -> int:
    """Twentieths of a point in ``mm`` millimetres."""
    return round(mm / 25.4 * 1440)


def text(words: str) -> Element:
    """A ``w:t`` that keeps its blanks."""
    element = w("t")
    element.set(XML_SPACE, "preserve")
    element.text = clean(words)
    return element


def clean(words: str) -> str:
    """``words`` without characters that XML does not allow."""
    return "".join(
        char for char in words if char in "\t\n\r" or (ord(char) >= 32 and ord(char) not in (0xFFFE, 0xFFFF))
    )


def run(words: str, *, bold: bool = False, italic: bool = False, size: float = 0, style: str = "") -> Element:
    """A run of text; a line break for every '\\n'. ``size`` in points, 0 for that of the paragraph's style."""
    children: list[Element] = []
    for number, line in enumerate(words.split("\n")):
        if number:
            children.append(w("br"))
        children.append(text(line))
    return w("r", run_properties(bold=bold, italic=italic, size=size, style=style), *children)


def run_properties(
    *, bold: bool = False, italic: bool = False, underline: bool = False, size: float = 0, style: str = ""
) -> Element | None:
    """``w:rPr``, or None when there is nothing to say; children in the order of the schema."""
    children = [
        val("rStyle", style) if style else None,
        w("b") if bold else None,
        w("bCs") if bold else None,
        w("i") if italic else None,
        w("iCs") if italic else None,
        val("sz", round(size * 2)) if size else None,
        val("szCs", round(size * 2)) if size else None,
        val("u", "single") if underline else None,
    ]
    return w("rPr", *children) if any(child is not None for child in children) else None


def paragraph(style: str, children: Iterable[Element] = (), *properties: Element) -> Element:
    """A paragraph in ``style``; ``properties`` come after it and must follow the schema's order."""
    return w("p", w("pPr", val("pStyle", style), *properties), *children)


def to_bytes(element: Element) -> bytes:
    """A part of the package."""
    return etree.tostring(element, xml_declaration=True, encoding="UTF-8", standalone=True)
