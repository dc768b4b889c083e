"""Documents (văn bản), mentions of them (viện dẫn), and their ties."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Regime = Literal["state", "party", "front", "youth"]
CitationKind = Literal["full", "short", "named"]
RelationKind = Literal[
    "implements",
    "makes-concrete",
    "based-on",
    "answers",
    "promulgates",
    "reviews",
    "replaces",
    "joint",
    "cites",
    "amends",
    "repeals",
]


@dataclass(frozen=True, slots=True)
class DocumentType:
    """A type of document (tên loại): 'Kế hoạch', KH. ``regimes`` are those that use the abbreviation."""

    name: str
    abbreviation: str
    regimes: tuple[Regime, ...]


@dataclass(frozen=True, slots=True)
class Document:
    """A document that the registry knows: its identity is issuer, symbol and date; a symbol alone is none."""

    type: str
    symbol: str  # canonical: "62-KL/TW"
    date: str  # ISO 8601, cut where unknown
    issuer: str
    subject: str
    replaced_by: str = ""
    replaced_on: str = ""


@dataclass(frozen=True, slots=True)
class Citation:
    """One mention of a document, as printed. The document it resolves to is another value.

    ``start`` and ``end`` run from the type word through number, date and issuer where these follow on;
    ``core_start`` and ``core_end`` span type word and number only, or the bare remainder of an elliptical conjunct.
    ``number`` is as printed, ``symbol`` canonical or None where the report does not settle it.
    ``date`` is ISO 8601, cut where unknown; ``shared`` names the parts taken from a neighbour in a list.
    """

    start: int
    end: int
    core_start: int
    core_end: int
    text: str
    type: str
    kind: CitationKind
    number: str | None = None
    symbol: str | None = None
    date: str | None = None
    issuer: str | None = None
    title: str | None = None
    title_start: int | None = None
    title_end: int | None = None
    in_footnote: bool = False
    date_start: int | None = None
    date_end: int | None = None
    repaired: bool = False  # the printed form breaks the grammar: order, separator, spacing
    shared: tuple[str, ...] = ()
    role: str = ""  # the word before it that says why it is cited: "thực hiện", "căn cứ", "theo"
    misread: bool = False  # of a scan: the symbol is what the printed form can only be, and a person must look at it


@dataclass(frozen=True, slots=True)
class Relation:
    """What one citation's document does to another's: indexes into ``Report.citations``."""

    kind: RelationKind
    subject: int
    object: int
    start: int = 0  # the passage that says so, from the first citation to the end of the second
    end: int = 0


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where a report says something of documents: the file, and offsets into its text."""

    file: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class DocumentNode:
    """A document of a pile of reports: one identity (issuer, symbol, date), however often it is cited.

    ``symbol`` is None where only a name or a bare number is printed; ``names`` are the printed forms, the usual first;
    ``reports`` are the files that cite it, or, of a report itself, the file that it is. ``level`` is that of the
    issuer, "" where nothing tells.
    """

    id: str
    kind: Literal["document", "report"]
    type: str
    symbol: str | None
    date: str | None
    issuer: str | None
    title: str | None
    names: tuple[str, ...]
    reports: tuple[str, ...]
    level: Literal["nation", "province", "district", "commune", ""] = ""


@dataclass(frozen=True, slots=True)
class DocumentEdge:
    """What one document does to another, by ids of nodes, with every passage that says so."""

    kind: RelationKind
    subject: str
    object: str
    evidence: tuple[Evidence, ...]

    @property
    def count(self) -> int:
        """How often it is said."""
        return len(self.evidence)


@dataclass(frozen=True, slots=True)
class DocumentGraph:
    """The documents of a pile of reports, and what they do to one another."""

    nodes: tuple[DocumentNode, ...]
    edges: tuple[DocumentEdge, ...]
