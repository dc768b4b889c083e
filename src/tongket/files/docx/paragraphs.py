"""Paragraphs: automatic number, text, and joins where a paragraph mark is deleted or hidden."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lxml.etree import _Element

from tongket.files.docx.line import Dress, Line
from tongket.files.docx.names import (
    ALTERNATE,
    CONTENT_CONTROL,
    CONTROL_CONTENT,
    PARAGRAPH,
    PARAGRAPH_PROPERTIES,
    RUN_PROPERTIES,
    TABLE,
    WRAPPERS,
    branch,
    value,
    w,
)
from tongket.files.docx.runs import read_runs
from tongket.files.docx.story import Story
from tongket.files.docx.styles import HIDDEN, centred, outline, own_numbering, read_look
from tongket.model.sources import BlockKind

_STYLE, _SECTION = w("pStyle"), w("sectPr")
_GONE_MARKS = (w("del"), w("moveFrom"))
_PLACEHOLDER = f"{w('sdtPr')}/{w('showingPlcHdr')}"


def block_elements(parent: _Element) -> Iterator[_Element]:
    """The paragraphs and tables of a story in order, out of content controls and other wrappers."""
    for child in parent:
        tag = child.tag
        if tag in (PARAGRAPH, TABLE):
            yield child
        elif tag == CONTENT_CONTROL:
            content = child.find(CONTROL_CONTENT)
            if content is not None and child.find(_PLACEHOLDER) is None:
                yield from block_elements(content)
        elif tag in WRAPPERS:
            yield from block_elements(child)
        elif tag == ALTERNATE:
            chosen = branch(child)
            if chosen is not None:
                yield from block_elements(chosen)


def paragraph_lines(
    elements: Iterable[_Element], story: Story, kind: BlockKind = "paragraph"
) -> Iterator[tuple[Line, Dress] | _Element]:
    """Each paragraph with its number before it, and each table as the element that it is.

    A paragraph whose mark is deleted or hidden goes on in the next paragraph, and takes that one's properties.
    """
    open_line: Line | None = None
    properties: _Element | None = None
    for element in elements:
        if element.tag == TABLE:
            if open_line is not None:
                yield _finish(open_line, properties, story, kind)
                open_line = None
            yield element
            continue
        properties = element.find(PARAGRAPH_PROPERTIES)
        line = Line() if open_line is None else open_line
        read_runs(element, line, story, value(properties, _STYLE) or "")
        if _mark_is_gone(properties):
            open_line = line
            continue
        open_line = None
        yield _finish(line, properties, story, kind)
        if properties is not None and properties.find(_SECTION) is not None:
            story.section += 1
    if open_line is not None and open_line.length:
        yield _finish(open_line, properties, story, kind)


def _mark_is_gone(properties: _Element | None) -> bool:
    mark = None if properties is None else properties.find(RUN_PROPERTIES)
    if mark is None:
        return False
    return any(mark.find(name) is not None for name in _GONE_MARKS) or bool(read_look(mark).on & HIDDEN)


def _finish(line: Line, properties: _Element | None, story: Story, kind: BlockKind) -> tuple[Line, Dress]:
    style = value(properties, _STYLE) or ""
    level = outline(properties)
    level = story.styles.outline(style) if level is None else level
    place = story.numberer.place(own_numbering(properties), style)
    shown = ""
    if place is not None:
        shown = story.numberer.next(*place)
        level = place[1] if level is None else level
        line = _numbered(shown, line)
    middle = centred(properties)
    return line, Dress(
        kind,
        number=shown,
        level=None if level is None or level > 8 else level,
        centred=story.styles.centred(style) if middle is None else middle,
    )


def _numbered(shown: str, line: Line) -> Line:
    """``line`` with its number and a space before it; the number alone where the paragraph is blank."""
    if not shown:
        return line
    found = Line()
    found.add(shown, 0, line.page)
    if line.length:
        found.add(" ", 0, line.page)
        found.extend(line)
    else:
        found.boxes += line.boxes
    return found
