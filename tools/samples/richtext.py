"""Printed words that know what they say: a string with marks over stretches of it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

_FIELD = re.compile(r"\{(\w+)\}")
_EMPHASIS = re.compile(r"(\*{1,2})([^*]+)\1")


@dataclass(frozen=True, slots=True)
class Mark:
    """Something true of ``text[start:end]``.

    ``kind``: 'figure', 'citation', 'error', 'near', 'bold', 'italic', 'inserted', 'deleted' (shown to nobody: stands
    before ``start``), or 'note' (a note's anchor, of no width, with the note's ``Text`` in ``data``).
    """

    start: int
    end: int
    kind: str
    data: Mapping[str, Any] = field(default_factory=dict)

    def moved(self, by: int) -> Mark:
        """The same mark, ``by`` characters further on."""
        return replace(self, start=self.start + by, end=self.end + by)


@dataclass(frozen=True, slots=True)
class Text:
    """A paragraph's words, or a part of them, with their marks."""

    text: str
    marks: tuple[Mark, ...] = ()

    def __add__(self, other: Text | str) -> Text:
        if isinstance(other, str):
            return Text(self.text + other, self.marks)
        shifted = tuple(mark.moved(len(self.text)) for mark in other.marks)
        return Text(self.text + other.text, self.marks + shifted)

    def __radd__(self, other: str) -> Text:
        return Text(other) + self

    def marked(self, kind: str, **data: Any) -> Text:
        """The same words with one more mark over all of them."""
        return Text(self.text, (*self.marks, Mark(0, len(self.text), kind, data)))

    def noted(self, note: Text) -> Text:
        """The same words with a note's anchor after them."""
        end = len(self.text)
        return Text(self.text, (*self.marks, Mark(end, end, "note", {"text": note})))

    def capitalised(self) -> Text:
        """With a capital first letter."""
        return Text(self.text[:1].upper() + self.text[1:], self.marks)

    def upper(self) -> Text:
        """In capitals."""
        return Text(self.text.upper(), self.marks)

    def spelt(self, change: Callable[[str], str]) -> Text:
        """The words after ``change``, which must keep their length."""
        marks = tuple(
            replace(mark, data={**mark.data, "text": mark.data["text"].spelt(change)}) if mark.kind == "note" else mark
            for mark in self.marks
        )
        changed = change(self.text)
        assert len(changed) == len(self.text)
        return Text(changed, marks)


def join(parts: list[Text], between: str) -> Text:
    """Like ``str.join``."""
    whole = Text("")
    for index, part in enumerate(parts):
        whole = whole + between + part if index else whole + part
    return whole


def fill(template: str, fields: Mapping[str, Text | str | Callable[[], Text | str]]) -> Text:
    """``template`` with each ``{name}`` replaced; ``*a*`` is italic and ``**a**`` bold. Raises KeyError."""
    whole = Text("")
    at = 0
    for found in _FIELD.finditer(template):
        value = fields[found[1]]
        piece = value() if callable(value) else value
        whole = whole + template[at : found.start()] + piece
        at = found.end()
    return _emphasised(whole + template[at:])


def _emphasised(text: Text) -> Text:
    """Stars become marks; the marks that stand after a star move with the words."""
    found = _EMPHASIS.search(text.text)
    while found:
        width = len(found[1])
        kind = "bold" if width == 2 else "italic"
        cuts = ((found.start(), width), (found.end() - width, width))
        text = _without(text, cuts)
        start = found.start()
        text = Text(text.text, (*text.marks, Mark(start, start + len(found[2]), kind)))
        found = _EMPHASIS.search(text.text)
    return text


def _without(text: Text, cuts: tuple[tuple[int, int], ...]) -> Text:
    def moved(at: int) -> int:
        return at - sum(min(width, max(0, at - start)) for start, width in cuts)

    kept, at = "", 0
    for start, width in cuts:
        kept += text.text[at:start]
        at = start + width
    kept += text.text[at:]
    return Text(kept, tuple(replace(mark, start=moved(mark.start), end=moved(mark.end)) for mark in text.marks))
