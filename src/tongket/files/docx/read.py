"""A Word file's bytes to a source."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from functools import partial

from lxml.etree import _Element

from tongket.errors import ReadError
from tongket.files.docx.embedded import diagram_lines, sheet_rows
from tongket.files.docx.headers import letterhead_part, parts_in_use
from tongket.files.docx.line import Composer, Dress, Embedded, Line, one_line
from tongket.files.docx.names import SECTION, w
from tongket.files.docx.notes import Notes, read_bodies, read_counting
from tongket.files.docx.numbering import read_numbering
from tongket.files.docx.package import Package, Relation, open_archive, open_package
from tongket.files.docx.pages import (
    BEFORE,
    BREAK,
    SHOWN,
    counted_pages,
    ends_where_written,
    likely_pages,
    new_page_sections,
)
from tongket.files.docx.paragraphs import block_elements, paragraph_lines
from tongket.files.docx.story import Story, balanced_fields
from tongket.files.docx.styles import read_styles
from tongket.files.docx.tables import row_lines
from tongket.messages import N_
from tongket.model.sources import Cell, NoteAnchor, Source

_FIELD_MARK, _ANOTHER_FILE = w("fldChar"), w("altChunk")
_MOST_OBJECTS = 100  # embedded sheets and drawings; one part may be shown any number of times
_LANDMARKS = (SECTION, SHOWN, BREAK, BEFORE, _FIELD_MARK, _ANOTHER_FILE)
_EMBEDDED = N_("The file embeds another document, whose text was not read. Save it again in Word to take it in.")


def read_docx(data: bytes, *, file: str) -> Source:
    """The source of a .docx: body, notes, and apart from them headers, footers and comments.

    Raises:
        ReadError: damaged, unsafe, or no Word file.
    """
    try:
        with open_archive(data, file=file) as archive:
            return _read_package(open_package(archive, file=file), data)
    except RecursionError as error:
        raise ReadError(
            N_("the file nests tables or text boxes too deeply to be a report."),
            N_("Open it in Word, copy the text into a new document and save that as .docx."),
            where=file,
        ) from error


def main_part(package: Package) -> str | None:
    """The document part of a Word package, by the package's relationships or else by its usual name."""
    found = [one.target for one in package.relations("").values() if one.kind == "officeDocument"]
    names = [name for name in (*found, "word/document.xml") if package.has(name)]
    return names[0] if names else None


def _read_package(package: Package, data: bytes) -> Source:
    part = main_part(package)
    root = None if part is None else package.xml(part)
    body = None if root is None else root.find(w("body"))
    if part is None or root is None or body is None:
        raise ReadError(
            N_("the file holds no Word document."),
            N_("Open it in Word, save it again as .docx and send that file."),
            where=package.file,
        )
    relations = package.relations(part)
    landmarks = _landmarks(root)
    story = _open_story(package, relations, landmarks)
    counted = counted_pages(package)
    if not story.page and ends_where_written(root, landmarks, counted):
        story.page, story.turns_pages = 1, True
        story.new_page_sections = new_page_sections(landmarks[SECTION])
    composer = Composer()
    letterhead = letterhead_part(package, relations, landmarks[SECTION], body)
    if letterhead and (head := package.xml(letterhead)) is not None:
        _compose(block_elements(head), story, composer)
        story.begin_flow()
    story.package, story.relations = package, relations
    _compose(block_elements(body), story, composer)
    shown = story.page
    story.package, story.turns_pages = None, False  # a part apart has relationships of its own, and no pages
    note_blocks = _compose_notes(story, composer)
    text = composer.text
    used = partial(parts_in_use, relations, landmarks[SECTION])
    return Source(
        package.file,
        hashlib.sha256(data).hexdigest(),
        "docx",
        text,
        tuple(composer.blocks),
        pages=likely_pages(counted, shown, len(text)),
        anchors=tuple(NoteAnchor(mark.start, mark.end, note_blocks[mark.note]) for mark in composer.marks),
        headers=_apart(package, (one for one in used("header") if one != letterhead), story),
        footers=_apart(package, used("footer"), story),
        comments=_comments(package, relations, story),
        warnings=(_EMBEDDED,) if landmarks[_ANOTHER_FILE] or story.left_out else (),
    )


def _landmarks(root: _Element) -> dict[str, list[_Element]]:
    """What has to be known of the whole document before its first paragraph, found in one pass."""
    found: dict[str, list[_Element]] = {name: [] for name in _LANDMARKS}
    for element in root.iter(*found):
        found[str(element.tag)].append(element)
    return found


def _open_story(package: Package, relations: dict[str, Relation], landmarks: dict[str, list[_Element]]) -> Story:
    def part(kind: str) -> _Element | None:
        return next((package.xml(one.target) for one in relations.values() if one.kind == kind), None)

    styles = read_styles(part("styles"))
    settings = part("settings")
    notes = Notes(
        {
            "footnote": read_bodies(part("footnotes"), "footnote"),
            "endnote": read_bodies(part("endnotes"), "endnote"),
        },
        {
            "footnote": read_counting(landmarks[SECTION], settings, "footnote"),
            "endnote": read_counting(landmarks[SECTION], settings, "endnote"),
        },
    )
    return Story(
        styles,
        read_numbering(part("numbering"), styles),
        notes,
        page=1 if landmarks[SHOWN] else 0,
        follows_fields=balanced_fields(landmarks[_FIELD_MARK]),
    )


def _compose(elements: Iterable[_Element], story: Story, composer: Composer, *, boxed: bool = False) -> None:
    """Put paragraphs and rows, each followed by its text boxes."""
    for found in paragraph_lines(elements, story, "text_box" if boxed else "paragraph"):
        if isinstance(found, tuple):
            composer.put(*found)
            _compose_boxes(found[0], story, composer)
            continue
        index = composer.next_table()
        for line, dress in row_lines(found, story, index):
            composer.put(line, dress, always=True)
            _compose_boxes(line, story, composer)


def _compose_boxes(line: Line, story: Story, composer: Composer) -> None:
    for box in line.boxes:
        if isinstance(box, str):
            words = Line()
            words.add(box, 0, line.page)
            composer.put(words, Dress("text_box"))
            continue
        if isinstance(box, Embedded):
            _compose_embedded(box, line.page, story, composer)
            continue
        outer, story.in_cell = story.begin_flow(), False
        _compose(block_elements(box), story, composer, boxed=True)
        story.end_flow(outer)


def _compose_embedded(box: Embedded, page: int, story: Story, composer: Composer) -> None:
    story.objects += 1
    if story.package is None or story.objects > _MOST_OBJECTS:
        story.left_out = True
        return
    if box.kind == "diagram":
        for words in diagram_lines(box, story.package, story.relations):
            line = Line()
            line.add(words, 0, page)
            composer.put(line, Dress("text_box"))
        return
    rows = sheet_rows(box, story.package, story.relations)
    story.left_out = story.left_out or rows is None
    index = composer.next_table() if rows else 0
    for row in rows or ():
        composer.put(*_sheet_line(row, index, page), always=True)


def _sheet_line(row: list[str], index: int, page: int) -> tuple[Line, Dress]:
    line, cells = Line(), []
    for column, text in enumerate(row):
        if column:
            line.add("\t", 0, page)
        start = line.length
        line.add(one_line(text), 0, page)
        cells.append(Cell(start, line.length, column))
    return line, Dress("row", cells=tuple(cells), table=index)


def _compose_notes(story: Story, composer: Composer) -> list[int]:
    """Put the notes, footnotes before endnotes, and give the block of each, in the order of their marks."""
    blocks = [-1] * len(story.notes.found)
    for kind in ("footnote", "endnote"):
        for index, note in enumerate(story.notes.found):
            if note.kind != kind:
                continue
            line = Line()
            body = flat_line(note.body, story).trimmed()
            if note.mark and not (note.custom and body.text.startswith(note.mark)):
                line.add(f"{note.mark} " if body.length else note.mark, 0, 0)
            line.extend(body)
            blocks[index] = len(composer.blocks)
            composer.put(line, Dress("note", mark=note.mark), always=True)
            _compose_boxes(line, story, composer)
    return blocks


def flat_line(parent: _Element, story: Story) -> Line:
    """All paragraphs under ``parent`` in one line."""
    line = Line()
    story.begin_flow()
    for found in paragraph_lines(block_elements(parent), story):
        if isinstance(found, tuple):
            line.append_paragraph(found[0])
            continue
        for row, _ in row_lines(found, story, 0):
            line.append_paragraph(row)
    return line


def _apart(package: Package, parts: Iterable[str], story: Story) -> tuple[str, ...]:
    """The texts of headers or footers; paragraphs on lines."""
    return tuple(text for text in (_text_apart(package.xml(part), story) for part in parts) if text)


def _text_apart(root: _Element | None, story: Story) -> str:
    if root is None:
        return ""
    composer = Composer()
    story.page = 0
    story.begin_flow()
    _compose(block_elements(root), story, composer)
    return "\n".join(line for line in composer.lines if line.strip())


def _comments(package: Package, relations: dict[str, Relation], story: Story) -> tuple[str, ...]:
    parts = [one.target for one in relations.values() if one.kind == "comments"]
    root = package.xml(parts[0]) if parts else None
    found = () if root is None else root.iterchildren(w("comment"))
    return tuple(text for text in (_text_apart(comment, story) for comment in found) if text)
