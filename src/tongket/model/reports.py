"""A report as read (báo cáo)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from tongket.model.documents import Citation, Regime, Relation
from tongket.model.figures import Figure, FigureLink
from tongket.model.places import Span
from tongket.model.sources import Source

SectionKind = Literal["heading", "run_in", "item"]
PassageKind = Literal[
    "strengths",
    "limitations",
    "causes",
    "lessons",
    "tasks",
    "recommendations",
    "advantages",
    "difficulties",
    "forecast",
]


@dataclass(frozen=True, slots=True)
class Letterhead:
    """The head of a report. Names of fields that are not printed there but follow from elsewhere are in ``inferred``.

    ``number`` is null when blank; ``symbol`` is the remainder ('BC-UBND'); ``canonical`` the whole ('410-BC/TU') or
    None.
    """

    regime: Regime | None = None
    parent_body: str | None = None
    issuing_body: str | None = None
    number: str | None = None
    symbol: str | None = None
    canonical: str | None = None
    place: str | None = None
    date: str | None = None
    doc_type: str | None = None
    title: str | None = None
    inferred: tuple[str, ...] = ()
    motto: bool = False  # quốc hiệu or Party title is printed
    number_at: Span | None = None
    date_at: Span | None = None
    type_at: Span | None = None
    title_at: Span | None = None
    issuing_body_at: Span | None = None
    manner: str | None = None  # what stands behind the type on its line: 'liên tịch', 'tuần', 'tóm tắt'

    @property
    def whole_type(self) -> str | None:
        """The type with its manner: 'Báo cáo liên tịch'."""
        return f"{self.doc_type} {self.manner}" if self.doc_type and self.manner else self.doc_type


@dataclass(frozen=True, slots=True)
class ReviewedDirective:
    """A directive that the report answers for; ``via`` is the body's own implementing document that the title names."""

    symbol: str
    date: str | None = None
    issuer: str | None = None
    via: str | None = None


@dataclass(frozen=True, slots=True)
class Subject:
    """What is reviewed, interim or final, over how many years."""

    review: Literal["sơ kết", "tổng kết"] | None = None
    years: int | None = None
    directive: str | None = None  # canonical symbol of the first
    directives: tuple[ReviewedDirective, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """A node of the outline. ``start``..``end`` runs to the next node that is not a descendant.

    ``number`` as printed without its closing mark ('Phần thứ nhất', 'I', '1.1', 'a'), None for an unnumbered heading;
    ``title`` without markup and final colon, None for a numbered paragraph (``item``). ``printed``: what stands for
    ``number`` where a scan garbled it and its neighbours tell what it should read ('H' for 'II').
    """

    number: str | None
    title: str | None
    level: int  # depth in the tree, 1 = top
    start: int
    end: int
    kind: SectionKind
    marker: str = ""  # "-", "+", "*" before an unnumbered heading
    body_start: int | None = None
    head_end: int = 0
    children: tuple[Section, ...] = ()
    printed: str = ""

    def walk(self) -> Iterator[Section]:
        """The section itself, then those below it, in reading order."""
        yield self
        for child in self.children:
            yield from child.walk()


@dataclass(frozen=True, slots=True)
class TableCell:
    """A cell as printed, its place in the source, and its place in the grid."""

    text: str
    start: int
    end: int
    column: int
    columns: int = 1
    rows: int = 1


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row of a table; ``path`` are the labels above it, outermost first, its own label last."""

    start: int
    end: int
    cells: tuple[TableCell, ...]
    number: str = ""
    label: str = ""
    path: tuple[str, ...] = ()
    level: int = 0
    label_start: int = 0
    label_end: int = 0


@dataclass(frozen=True, slots=True)
class Table:
    """A table; ``header`` are the column titles, joined over header rows.

    ``caption`` is the as-of or period text near the title; ``appendix`` is its appendix's label ('PHỤ LỤC 1') or "".
    """

    start: int
    end: int
    title: str | None
    header: tuple[str, ...]
    rows: tuple[TableRow, ...]
    caption: str = ""
    caption_at: Span | None = None
    appendix: str = ""
    unit: str = ""  # stated for the whole table: 'triệu đồng'


@dataclass(frozen=True, slots=True)
class Footnote:
    """A note: its mark, where the mark stands in the text (None when lost), and where the note stands."""

    mark: str
    anchor: int | None
    start: int
    end: int
    text_start: int = 0


@dataclass(frozen=True, slots=True)
class Appendix:
    """An appendix (phụ lục): its label, title, and the period or date its figures are of."""

    label: str
    title: str
    start: int
    end: int
    caption: str = ""
    caption_at: Span | None = None


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph of an evaluation part; a paragraph cut in two by a page break keeps both spans."""

    kind: PassageKind
    spans: tuple[Span, ...]
    text: str  # clean: no markup, joined


@dataclass(frozen=True, slots=True)
class Signature:
    """The signature block: 'TM. ỦY BAN NHÂN DÂN' / 'KT. CHỦ TỊCH' / 'PHÓ CHỦ TỊCH' / name."""

    start: int
    end: int
    authority: str | None = None
    capacity: str | None = None
    title: str | None = None
    name: str | None = None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of the running text, clean of markup, joined over page breaks.

    ``text`` is NFC; ``spans`` are its pieces in the source, in order. ``kind`` tells body from the rest.
    """

    kind: Literal["body", "note", "row", "head", "recipients", "signature"]
    text: str
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """Everything that a report says."""

    source: Source
    letterhead: Letterhead
    subject: Subject
    basis: Span | None = None  # the opening sentence that names the request or the grounds
    closing: Span | None = None
    sections: tuple[Section, ...] = ()
    citations: tuple[Citation, ...] = ()
    relations: tuple[Relation, ...] = ()
    figures: tuple[Figure, ...] = ()
    figure_links: tuple[FigureLink, ...] = ()
    tables: tuple[Table, ...] = ()
    appendices: tuple[Appendix, ...] = ()
    footnotes: tuple[Footnote, ...] = ()
    recipients: tuple[str, ...] = ()
    recipients_at: Span | None = None
    signature: Signature | None = None
    passages: tuple[Passage, ...] = ()
    declared_none: tuple[str, ...] = ()  # passage kinds answered by an explicit 'Không'
    paragraphs: tuple[Paragraph, ...] = ()
    co_signatures: tuple[Signature, ...] = ()  # of the other bodies of a joint document (văn bản liên tịch)

    @property
    def text(self) -> str:
        """The text that all offsets index."""
        return self.source.text

    def walk_sections(self) -> Iterator[Section]:
        """Every section of the outline, in reading order: each before those below it."""
        for section in self.sections:
            yield from section.walk()
