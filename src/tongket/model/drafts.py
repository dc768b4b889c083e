"""The report of the level above, as composed and before it is a Word file (báo cáo được soạn)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from tongket.model.documents import Regime

ParagraphKind = Literal["heading", "body", "item", "coverage", "material", "closing"]


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text. ``figure`` is the opaque key of a live figure ("" for plain text), ``note`` a note's text,
    one paragraph a line; the note's mark stands after the run.
    """

    text: str
    bold: bool = False
    italic: bool = False
    figure: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Quoted:
    """A body's own sentence that a paragraph stands on: its file, the passage in the file's text, and its words."""

    file: str
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class DraftParagraph:
    """A paragraph. ``depth`` counts from 1 for headings. ``edit`` marks material that a person must still work over
    (the lower bodies' own sentences, notes to the writer); ``comment`` says in words where it comes from, ``quotes``
    as values.
    """

    kind: ParagraphKind
    runs: tuple[Run, ...]
    depth: int = 0
    edit: bool = False
    comment: str = ""
    quotes: tuple[Quoted, ...] = ()

    @property
    def text(self) -> str:
        """The words alone."""
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True)
class DraftTable:
    """A table of an appendix: the programme's own form filled with the rollups, or a list of bodies.

    ``label`` is 'Phụ lục I', "" for a table that goes on in the appendix before it; ``caption`` the as-of or period
    line; ``notes`` stand under the table.
    """

    label: str
    title: str
    caption: str
    header: tuple[str, ...]
    widths: tuple[float, ...]  # shares of the text width, adding up to 1
    rows: tuple[tuple[str, ...], ...]
    bold_rows: tuple[int, ...] = ()
    number_columns: tuple[int, ...] = ()
    centred_columns: tuple[int, ...] = ()
    figures: tuple[tuple[int, int, str], ...] = ()  # row, column, key
    landscape: bool = False
    notes: tuple[str, ...] = ()
    room: int = 0  # letters that the cells of a column to fill in leave room for


@dataclass(frozen=True, slots=True)
class DraftChart:
    """A chart of the last appendix (biểu đồ): ``title`` is what it shows, ``measure`` says unit, scope and axis,
    ``sentence`` reads it out. ``header`` and ``rows`` are its data as words.
    """

    title: str
    measure: str
    sentence: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class LiveFigure:
    """What a key in the Word file stands for: traceable down to the sentences it came from.

    ``sources`` are indexes into the consolidation's observations.
    """

    key: str
    indicator: str
    cell: str
    shown: str
    amount: int | None
    scale: int
    reported: int
    expected: int
    unit: str = ""
    sources: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Draft:
    """A whole composed report, ready to be laid out under the layout rules of ``regime`` at ``date``.

    Bodies may run over two lines ('\\n'). ``symbol`` follows the number left to fill in ('/BC-UBND').
    ``manifest`` identifies programme, version and figures, the same for the same input.
    """

    regime: Regime
    date: str
    parent_body: str
    issuing_body: str
    symbol: str
    place: str
    date_line: str
    doc_type: str
    title: str
    paragraphs: tuple[DraftParagraph, ...]
    tables: tuple[DraftTable, ...]
    recipients: tuple[str, ...]
    authority: str
    signer_post: str
    figures: tuple[LiveFigure, ...] = ()
    provisional: str = ""  # message id: why the layout is provisional
    manifest: str = ""
    charts: tuple[DraftChart, ...] = ()
