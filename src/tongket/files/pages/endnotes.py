"""Endnotes: the last paragraphs of a document, numbered from 1, each called by a raised mark further up."""

from __future__ import annotations

from collections.abc import Sequence

from tongket.files.pages.elements import Row
from tongket.files.pages.notes import Note, begin_note, raised_marks
from tongket.files.pages.paragraphs import Paragraph


def take_endnotes(elements: Sequence[Paragraph | Row], notes: list[Note]) -> int:
    """Add the endnotes to ``notes``, and give how many of the last ``elements`` they are; 0 where there are others."""
    if notes:
        return 0
    found: list[Note] = []
    for element in reversed(elements):
        note = _read(element) if isinstance(element, Paragraph) else None
        if note is None:
            break
        found.append(note)
        if note.mark == "1":
            break
    marks = [note.mark for note in reversed(found)]
    numbered = marks == [str(number) for number in range(1, len(marks) + 1)]
    if not marks or not numbered or not set(marks) <= _raised(elements[: len(elements) - len(marks)]):
        return 0
    notes += reversed(found)
    return len(found)


def _read(paragraph: Paragraph) -> Note | None:
    first = paragraph.lines[0]
    note = begin_note(first.line, first.page, "0")
    if note is None or note.is_typed:
        return None
    note.is_endnote = True
    for line in paragraph.lines[1:]:
        note.text.add_space()
        note.text.add_line(line.line, line.page)
    return note


def _raised(elements: Sequence[Paragraph | Row]) -> set[str]:
    lines = [one.line for element in elements if isinstance(element, Paragraph) for one in element.lines]
    cells = [cell for element in elements if isinstance(element, Row) for cell in element.cells if cell is not None]
    in_cells = {mark.text for cell in cells for mark in cell.text.marks}
    return in_cells | raised_marks(lines)
