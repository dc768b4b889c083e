"""What is open while a document is read: its parts, and where the reading stands."""

from __future__ import annotations

from dataclasses import dataclass, field

from lxml.etree import _Element

from tongket.files.docx.names import w
from tongket.files.docx.notes import Notes
from tongket.files.docx.numbering import Numberer
from tongket.files.docx.package import Package, Relation
from tongket.files.docx.styles import StyleSheet

_FIELD_KIND = w("fldCharType")


@dataclass(slots=True)
class Story:
    """One flow of text (body, a header, a note) being read.

    ``page`` is 0 where the file does not say where its pages begin. ``fields`` holds, for each field now open, whether
    its instruction is still going on. ``in_cell``: tabs would be taken for cells and become spaces. ``package`` and
    ``relations`` give what is embedded, where that can be; ``left_out``: something embedded was not read.
    ``turns_pages``: all pages end at breaks that the writer set, so these are counted, and sections
    that begin on a new page. ``forms`` are, for the fields
    now open, what a form shows in them, and where they began in the line.
    """

    styles: StyleSheet
    numberer: Numberer
    notes: Notes
    page: int = 0
    section: int = 0
    in_cell: bool = False
    fields: list[bool] = field(default_factory=list)
    follows_fields: bool = True
    package: Package | None = None
    relations: dict[str, Relation] = field(default_factory=dict)
    left_out: bool = False
    turns_pages: bool = False
    new_page_sections: frozenset[int] = frozenset()
    at_paragraph: int = 0
    forms: list[tuple[str, int]] = field(default_factory=list)

    @property
    def in_instruction(self) -> bool:
        """Whether what is read belongs to a field's instruction and not to its result."""
        return any(self.fields)

    def mark_field(self, element: _Element) -> None:
        """Follow a field's begin, middle or end."""
        if not self.follows_fields:
            return
        kind = element.get(_FIELD_KIND)
        if kind == "begin":
            self.fields.append(True)
        elif self.fields and kind == "separate":
            self.fields[-1] = False
        elif self.fields and kind == "end":
            self.fields.pop()


def balanced_fields(marks: list[_Element]) -> bool:
    """Whether every field that begins also ends; where not, instructions are not told from results."""
    kinds = [element.get(_FIELD_KIND) for element in marks]
    return kinds.count("begin") == kinds.count("end")
