"""What a page is made of, in reading order: lines of text, and rows of cells."""

from __future__ import annotations

from dataclasses import dataclass, replace

from tongket.files.pages.inline import Inline
from tongket.files.pages.lines import Line

_SAME_INDENT = 1.5  # points


@dataclass(frozen=True, slots=True)
class TextLine:
    """A line of running text in the column between ``left`` and ``right``.

    ``gap`` is how far its baseline lies below that of the line above; None for the first line of a page or column, and
    after a table.
    """

    line: Line
    page: int
    left: float
    right: float
    gap: float | None = None
    usual_indent: float | None = None  # of the first lines of paragraphs

    @property
    def indent(self) -> float:
        """How far it begins right of its column's edge."""
        return self.line.left - self.left

    @property
    def room(self) -> float:
        """What is left blank at its end."""
        return self.right - self.line.right

    @property
    def is_centred(self) -> bool:
        """Whether it stands in the middle of its column, away from both edges."""
        slack = max(self.line.size * 0.8, (self.right - self.left) * 0.012)
        even = abs(self.indent - self.room) <= 2 * slack and min(self.indent, self.room) > self.line.size * 1.2
        return even and not (self.usual_indent is not None and abs(self.indent - self.usual_indent) <= _SAME_INDENT)


@dataclass(frozen=True, slots=True)
class CellText:
    """A cell: its text, its grid column, and how far it reaches."""

    text: Inline
    column: int
    columns: int = 1
    rows: int = 1


@dataclass(frozen=True, slots=True)
class Row:
    """A row of cells; None stands for a place that a cell above covers.

    ``edges`` are where the columns of a ruled table are parted, () without rules. ``table`` tells tables apart.
    """

    cells: tuple[CellText | None, ...]
    page: int
    edges: tuple[float, ...] = ()
    table: int = 0
    is_heading: bool = False

    @property
    def texts(self) -> tuple[str, ...]:
        """What its cells say."""
        return tuple("" if cell is None else cell.text.text for cell in self.cells)

    def of_table(self, table: int, *, is_heading: bool = False) -> Row:
        """The same row as one of ``table``."""
        return replace(self, table=table, is_heading=is_heading)


Element = TextLine | Row
