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
    PLACEHOLDER,
    TABLE,
    WRAPPERS,
    branch,
    first,
)
from tongket.files.docx.old_fonts import decoded
from tongket.files.docx.runs import read_runs
from tongket.files.docx.story import Story
from tongket.files.docx.styles import Properties, read_properties
from tongket.model.sources import BlockKind
from tongket.vietnamese.legacy import decode_run

_INITIAL_LETTERS = 4  # 'Đ', '“Đ', '1.'
_NOTHING = Properties()


def block_elements(parent: _Element) -> Iterator[_Element]:
    """The paragraphs and tables of a story in order, out of content controls and other wrappers."""
    for child in parent:
        tag = child.tag
        if tag in (PARAGRAPH, TABLE):
            yield child
        elif tag == CONTENT_CONTROL:
            content = first(child, CONTROL_CONTENT)
            if content is not None and child.find(PLACEHOLDER) is None:
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
    says = _NOTHING
    for element in elements:
        if element.tag == TABLE:
            if open_line is not None:
                yield _finish(open_line, says, story, kind)
                open_line = None
            yield element
            continue
        head = element[0] if len(element) else None
        says = read_properties(head) if head is not None and head.tag == PARAGRAPH_PROPERTIES else _NOTHING
        line = Line() if open_line is None else open_line
        story.page += story.turns_pages and says.on_new_page and story.at_paragraph > 0
        story.at_paragraph += 1
        read_runs(element, line, story, says.style)
        open_line = line if says.mark_gone or (says.is_initial and 0 < line.length <= _INITIAL_LETTERS) else None
        if open_line is None:
            yield _finish(line, says, story, kind)
        if says.ends_section:
            story.section += 1
            story.page += story.turns_pages and story.section in story.new_page_sections
    if open_line is not None and open_line.length:
        yield _finish(open_line, says, story, kind)


def _finish(line: Line, says: Properties, story: Story, kind: BlockKind) -> tuple[Line, Dress]:
    line = decoded(line)
    inherited = story.styles.inherited(says.style)
    level = inherited.outline if says.outline is None else says.outline
    place = story.numberer.place(says.numbering, says.style)
    shown = ""
    if place is not None:
        shown = story.numberer.next(*place)
        if not shown.isascii():
            shown = decode_run(shown, says.mark_font or story.styles.font(says.style, ""))
        level = place[1] if level is None else level
        line = _numbered(shown, line)
    return line, Dress(
        kind,
        number=shown,
        level=None if level is None or level > 8 else level,
        centred=inherited.centred if says.centred is None else says.centred,
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
