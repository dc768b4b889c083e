"""Footnotes and comments: their parts, and the marks that stand for them in the text."""

from __future__ import annotations

from dataclasses import dataclass, field

from tongket.writing.word.elements import Element, paragraph, run, val, w

_FIRST_NOTE = 1  # -1 and 0 are the separators
AUTHOR = "Tổng kết"  # the program, never a person
INITIALS = "TK"


@dataclass(slots=True)
class Notes:
    """The notes of one file, in the order of their marks."""

    footnotes: list[str] = field(default_factory=list)
    comments: list[str] = field(default_factory=list)

    def reference(self, text: str) -> Element:
        """Take ``text`` as the next footnote; its mark."""
        self.footnotes.append(text)
        number = len(self.footnotes) - 1 + _FIRST_NOTE
        return w("r", w("rPr", val("rStyle", "FootnoteReference")), w("footnoteReference", id=number))

    def comment(self, text: str) -> int:
        """Take ``text`` as the next comment; its id."""
        self.comments.append(text)
        return len(self.comments) - 1

    def footnotes_part(self) -> Element:
        """footnotes.xml: the two separators that Word demands, then the notes."""
        notes = [_separator(-1, "separator"), _separator(0, "continuationSeparator")]
        notes += [_footnote(number + _FIRST_NOTE, text) for number, text in enumerate(self.footnotes)]
        return w("footnotes", *notes)

    def comments_part(self) -> Element:
        """comments.xml: the program as author, no date."""
        return w("comments", *(_comment(number, text) for number, text in enumerate(self.comments)))


def _separator(number: int, kind: str) -> Element:
    spacing = w("pPr", w("spacing", after=0, line=240, lineRule="auto"))
    return w("footnote", w("p", spacing, w("r", w(kind))), type=kind, id=number)


def _footnote(number: int, text: str) -> Element:
    lines = text.split("\n")
    mark = w("r", w("rPr", val("rStyle", "FootnoteReference")), w("footnoteRef"))
    paragraphs = [paragraph("FootnoteText", [mark, run(f" {lines[0]}")])]
    paragraphs += [paragraph("FootnoteText", [run(line)]) for line in lines[1:]]
    return w("footnote", *paragraphs, id=number)


def _comment(number: int, text: str) -> Element:
    lines = [paragraph("CommentText", [run(line)]) for line in text.split("\n")]
    return w("comment", *lines, id=number, author=AUTHOR, initials=INITIALS)
