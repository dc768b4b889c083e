"""Footnotes and endnotes: their marks as Word counts them, and their bodies."""

from __future__ import annotations

from dataclasses import dataclass, field

from lxml.etree import _Element

from tongket.files.docx.line import NoteKind
from tongket.files.docx.names import VAL, number, w
from tongket.files.docx.numbering import numeral_text


@dataclass(frozen=True, slots=True)
class Counting:
    """How one kind of note is counted in a section: number format, first number, and when it starts again."""

    format: str
    start: int = 1
    restart: str = "continuous"  # "eachSect", "eachPage"


@dataclass(frozen=True, slots=True)
class Note:
    """A note that the text refers to: its mark, and its body."""

    kind: NoteKind
    mark: str
    body: _Element
    custom: bool


@dataclass(slots=True)
class Notes:
    """The notes of a document, in the order in which the text refers to them."""

    bodies: dict[NoteKind, dict[str, _Element]]
    counting: dict[NoteKind, list[Counting]]  # by section
    found: list[Note] = field(default_factory=list)
    _index: dict[tuple[NoteKind, str], int] = field(default_factory=dict)
    _counted: dict[NoteKind, tuple[int, int, int]] = field(default_factory=dict)  # last number, section, page

    def refer(self, kind: NoteKind, name: str, custom: str | None, section: int, page: int) -> int | None:
        """The index in ``found`` of the note ``name``, counted on first mention; None where its body is missing.

        ``custom`` is the mark typed by hand, or None for a counted one: custom marks do not count.
        """
        body = self.bodies[kind].get(name)
        if body is None:
            return None
        known = self._index.get((kind, name))
        if known is not None:
            return known
        mark = self._count(kind, section, page) if custom is None else custom
        self._index[(kind, name)] = len(self.found)
        self.found.append(Note(kind, mark, body, custom is not None))
        return len(self.found) - 1

    def _count(self, kind: NoteKind, section: int, page: int) -> str:
        rules = self.counting[kind]
        rule = rules[min(section, len(rules) - 1)]
        last, last_section, last_page = self._counted.get(kind, (rule.start - 1, section, page))
        again = (rule.restart == "eachSect" and section != last_section) or (
            rule.restart == "eachPage" and page != last_page
        )
        now = rule.start if again else last + 1
        self._counted[kind] = (now, section, page)
        return numeral_text(now, rule.format)


def read_bodies(root: _Element | None, kind: NoteKind) -> dict[str, _Element]:
    """The bodies of the notes part by id, without the separators that Word keeps there."""
    found = () if root is None else root.iterchildren(w(kind))
    return {element.get(w("id"), ""): element for element in found if element.get(w("type"), "normal") == "normal"}


def read_counting(sections: list[_Element], settings: _Element | None, kind: NoteKind) -> list[Counting]:
    """How notes are counted, section by section: the settings of the document, then the section's own."""
    standard = Counting("decimal" if kind == "footnote" else "lowerRoman")
    name = w("footnotePr" if kind == "footnote" else "endnotePr")
    general = _counting(None if settings is None else settings.find(name), standard)
    return [_counting(section.find(name), general) for section in sections] or [general]


def _counting(element: _Element | None, below: Counting) -> Counting:
    if element is None:
        return below
    form, restart = element.find(w("numFmt")), element.find(w("numRestart"))
    start = number(element, w("numStart"))
    return Counting(
        below.format if form is None else form.get(VAL, below.format),
        below.start if start is None else start,
        below.restart if restart is None else restart.get(VAL, below.restart),
    )
