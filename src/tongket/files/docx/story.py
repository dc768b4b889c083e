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

    ``page`` is 0 where the file does not say where its pages begin; ``turns_pages``: all pages end at breaks that the
    writer set, so these are counted, and the sections that begin on a new page. ``fields`` holds, for each field now
    open, whether its instruction is still going on, ``instructions`` how many are; ``forms`` what a form shows in each,
    and where it began in the line. ``in_cell``: tabs would be taken for cells and become spaces. ``package`` and
    ``relations`` give what is embedded, where that can be, ``objects`` counts it; ``left_out``: some was not read.
    """

    styles: StyleSheet
    numberer: Numberer
    notes: Notes
    page: int = 0
    section: int = 0
    in_cell: bool = False
    fields: list[bool] = field(default_factory=list)
    instructions: int = 0
    follows_fields: bool = True
    package: Package | None = None
    relations: dict[str, Relation] = field(default_factory=dict)
    left_out: bool = False
    objects: int = 0
    turns_pages: bool = False
    new_page_sections: frozenset[int] = frozenset()
    at_paragraph: int = 0
    forms: list[tuple[str, int]] = field(default_factory=list)

    @property
    def in_instruction(self) -> bool:
        """Whether what is read belongs to a field's instruction and not to its result."""
        return self.instructions > 0

    def mark_field(self, element: _Element) -> None:
        """Follow a field's begin, middle or end."""
        if not self.follows_fields:
            return
        kind = element.get(_FIELD_KIND)
        if kind == "begin":
            self.fields.append(True)
            self.instructions += 1
        elif self.fields and kind == "separate":
            self.instructions -= self.fields[-1]
            self.fields[-1] = False
        elif self.fields and kind == "end":
            self.instructions -= self.fields.pop()

    def begin_flow(self) -> tuple[list[bool], int]:
        """Begin a flow of its own, without fields; gives what was open outside it, for ``end_flow``."""
        outer = self.fields, self.instructions
        self.fields, self.instructions = [], 0
        return outer

    def end_flow(self, outer: tuple[list[bool], int]) -> None:
        """Go back to the flow outside."""
        self.fields, self.instructions = outer


def balanced_fields(marks: list[_Element]) -> bool:
    """Whether every field that begins also ends; where not, instructions are not told from results."""
    kinds = [element.get(_FIELD_KIND) for element in marks]
    return kinds.count("begin") == kinds.count("end")
