"""The report as the page lays it out: paragraphs with live figures, the outline, findings before download."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from django.utils.safestring import SafeString, mark_safe

from tongket.checking import catalogue
from tongket.messages import N_, say
from tongket.model.drafts import Draft, DraftParagraph, DraftTable, LiveFigure
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.writing.compose import NOTHING

_MOST_FINDINGS = 40
OUTLINE_DEPTH = 2  # of headings in the outline
_BLANKS = frozenset(("missing-part", "incomplete"))  # number, date and signature are filled in when it is issued


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text: plain, or a live figure with its key; ``partial``: bodies are missing from it."""

    text: str
    key: str = ""
    partial: bool = False
    changed: bool = False
    italic: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of the sheet with its place; ``hand``: a person wrote it; ``quotes``: how many sentences of bodies it
    stands on; ``unsaid``: one of them is not said any more.
    """

    place: int
    kind: str
    depth: int
    pieces: tuple[Piece, ...]
    text: str
    edit: bool = False
    hand: bool = False
    gone: bool = False
    quotes: int = 0
    unsaid: bool = False


@dataclass(slots=True)
class Entry:
    """A line of the outline: a heading, with the figures below it and how many of these lack a body."""

    place: int
    title: str
    depth: int
    figures: int = 0
    partial: int = 0
    open: int = 0  # paragraphs that a person must still work over


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of an appendix."""

    text: str
    key: str = ""
    partial: bool = False
    changed: bool = False
    number: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """An appendix as the page shows it."""

    label: str
    title: str
    caption: str
    header: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Told:
    """A finding in words: severity, where, what, how to mend, and the address of the place."""

    severity: str
    where: str
    what: str
    mend: str
    address: str = ""


@dataclass(slots=True)
class Sheet:
    """All of the page's left and middle."""

    paragraphs: list[Paragraph]
    outline: list[Entry]
    tables: list[Table]
    figures: Mapping[str, LiveFigure] = field(default_factory=dict)


def sheet_of(
    draft: Draft,
    edits: Mapping[str, str],
    changed: frozenset[str] = frozenset(),
    unsaid: frozenset[int] = frozenset(),
) -> Sheet:
    """The page of ``draft``; ``changed`` are keys of figures that are others now, ``unsaid`` places of paragraphs with
    words that are not said any more.
    """
    figures = {one.key: one for one in draft.figures}
    paragraphs = [
        replace(_paragraph(place, one, figures, edits, changed), unsaid=place in unsaid)
        for place, one in enumerate(draft.paragraphs)
    ]
    tables = [_table(one, figures, changed) for one in draft.tables]
    return Sheet(paragraphs, list(_outline(paragraphs)), tables, figures)


def _paragraph(
    place: int,
    one: DraftParagraph,
    figures: Mapping[str, LiveFigure],
    edits: Mapping[str, str],
    changed: frozenset[str],
) -> Paragraph:
    text = edits.get(str(place))
    if text is not None:
        return Paragraph(place, one.kind, one.depth, (Piece(text),), text, hand=True, gone=not text)
    pieces = tuple(
        Piece(run.text, run.figure, _lacks(figures.get(run.figure)), run.figure in changed, run.italic, run.note)
        for run in one.runs
    )
    return Paragraph(place, one.kind, one.depth, pieces, one.text, one.edit, quotes=len(one.quotes))


def _lacks(figure: LiveFigure | None) -> bool:
    return figure is not None and 0 < figure.reported < figure.expected


def _outline(paragraphs: Sequence[Paragraph]) -> Iterator[Entry]:
    entry: Entry | None = None
    for one in paragraphs:
        if one.kind == "heading" and one.depth <= OUTLINE_DEPTH:
            if entry:
                yield entry
            entry = Entry(one.place, one.text, one.depth)
        elif entry and not one.gone:
            entry.figures += sum(1 for piece in one.pieces if piece.key)
            entry.partial += sum(1 for piece in one.pieces if piece.partial)
            entry.open += one.edit
    if entry:
        yield entry


def _table(one: DraftTable, figures: Mapping[str, LiveFigure], changed: frozenset[str]) -> Table:
    keys = {(row, column): key for row, column, key in one.figures}
    numbers = set(one.number_columns)
    rows = tuple(
        tuple(
            Cell(
                text,
                key := keys.get((at, column), ""),
                _lacks(figures.get(key)),
                key in changed,
                column in numbers,
            )
            for column, text in enumerate(row)
        )
        for at, row in enumerate(one.rows)
    )
    return Table(one.label, one.title, one.caption, one.header, rows, one.notes)


def findings_of(sheet: Sheet, kept: Sequence[Mapping[str, Any]]) -> list[Told]:
    """What to look at before the report leaves: what is empty, what lacks bodies, and what the checks found."""
    found = list(_own(sheet))
    for one in kept[:_MOST_FINDINGS]:
        if one["kind"] in _BLANKS:
            continue
        whole = Finding(one["kind"], one["severity"], Span(0, 0), one["case"], one["facts"])
        found.append(
            Told(one["severity"], catalogue.title(one["kind"]), catalogue.message(whole), catalogue.mend(whole))
        )
    found.append(
        Told(
            "info",
            say(N_("form")),
            say(N_("Number and day are left blank until it is issued.")),
            say(N_("The records officer fills them in.")),
        )
    )
    order = {"error": 0, "warning": 1, "info": 2}
    return sorted(found, key=lambda one: order[one.severity])


def _own(sheet: Sheet) -> Iterator[Told]:
    for one in sheet.paragraphs:
        if one.text.strip() == NOTHING and not one.hand:
            what = say(N_("Nobody has reported on what is asked here."))
            yield Told(
                "error", _heading(sheet, one.place), what, say(N_("Write it, or leave the part out.")), f"#p{one.place}"
            )
        elif one.edit:
            what = say(N_("Material that is still to be worked over: “{words}…”"), words=one.text[:60])
            yield Told(
                "warning",
                _heading(sheet, one.place),
                what,
                say(N_("Write it anew, or leave it out.")),
                f"#p{one.place}",
            )
    partial = [one for one in sheet.paragraphs for piece in one.pieces if piece.partial and not one.gone]
    if partial:
        what = say(N_("{count} numbers do not hold all bodies yet."), count=len(partial))
        mend = say(N_("Keep the words that say so, or wait until all have sent."))
        yield Told("warning", _heading(sheet, partial[0].place), what, mend, f"#p{partial[0].place}")


def _heading(sheet: Sheet, place: int) -> str:
    above = [one.title for one in sheet.outline if one.place <= place]
    return above[-1] if above else say(N_("beginning"))


def lines(text: str) -> SafeString:
    """Text with its line breaks, escaped."""
    from django.utils.html import escape

    return mark_safe("<br>".join(escape(line) for line in text.split("\n")))  # noqa: S308 - each line is escaped
