"""A sheet that is being filled: headings in one of several dresses, numbers typed or left to Word."""

from __future__ import annotations

from dataclasses import dataclass, field

from .blocks import Paragraph, Table
from .case import Case
from .richtext import Mark, Text

_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")
_PARTS = ("thứ nhất", "thứ hai", "thứ ba")
_LETTERS = "abcdđeghik"


@dataclass
class Sheet:
    """Collects blocks. ``automatic``: Word counts; ``dress``: how small headings run into their paragraph."""

    case: Case
    automatic: bool
    dress: str
    decimal: bool = True  # '1.1.' under '1.', else 'a)'
    blocks: list[Paragraph | Table] = field(default_factory=list)
    counts: list[int] = field(default_factory=lambda: [0, 0, 0, 0])
    skip: bool = False  # the next number of depth 2 is left out: a fault
    straight: bool = False  # nothing of depth 2 stands between 'I.' and what comes now

    def part(self, title: Text | str) -> None:
        """'Phần thứ nhất' and its title, centred."""
        self.counts[0] += 1
        self.counts[1:] = [0, 0, 0]
        number = f"Phần {_PARTS[self.counts[0] - 1]}"
        self.blocks.append(Paragraph(Text(number), "centre", bold=True))
        shown = _text(title).upper().marked("heading", number=number)
        self.blocks.append(Paragraph(shown, "centre", bold=True))

    def one(self, title: Text | str) -> None:
        """'I. TITLE'."""
        self.counts[1] += 1
        self.counts[2:] = [0, 0]
        self.straight = True
        text = Text(title) if isinstance(title, str) else title
        self._heading(text.upper(), f"{_ROMAN[self.counts[1] - 1]}.", 1)

    def two(self, title: Text | str) -> None:
        """'1. Title'."""
        self._count_two()
        self._heading(_text(title), f"{self.counts[2]}.", 2)

    def two_run_in(self, title: str, paragraphs: list[Text]) -> None:
        """'1. Title: the paragraph', and the others below."""
        self._count_two()
        head = Text(title, (Mark(0, len(title), "bold"),)) if self.case.chance(0.5) else Text(title)
        head = head.marked("heading", number=str(self.counts[2]))
        first, *rest = paragraphs or [Text("")]
        self._numbered(head + ": " + first, f"{self.counts[2]}.", 2)
        self.paragraphs(rest)

    def three(self, title: str, paragraphs: list[Text]) -> None:
        """A small heading in this report's dress."""
        if not paragraphs:
            return
        if self.dress == "own-line" and self.straight:
            self.two(title)
            self.straight = True
            self.paragraphs(paragraphs)
            return
        self.counts[3] += 1
        if self.dress == "own-line":
            number = f"{self.counts[2]}.{self.counts[3]}." if self.decimal else f"{_LETTERS[self.counts[3] - 1]})"
            self._heading(Text(title), number, 3)
            self.paragraphs(paragraphs)
            return
        heading = Mark(0, len(title), "heading", {"number": None})
        plain = Text(title, (heading,)) + ": "
        bold = Text(title + ":", (Mark(0, len(title) + 1, "bold"), heading))
        italic = Text(title, (Mark(0, len(title), "italic"), heading)) + ":"
        first, *rest = paragraphs
        if self.dress == "dash-bold":
            self._item(bold + " " + first, "-")
        elif self.dress == "dash-italic":
            self._item(italic + " " + first, "-")
        elif self.dress == "dash-plain":
            self._item(plain + first, "-")
        else:
            self.blocks.append(Paragraph(plain + first))
        self.paragraphs(rest)

    def paragraphs(self, texts: list[Text]) -> None:
        """Plain paragraphs."""
        self.blocks += [Paragraph(text) for text in texts]

    def items(self, texts: list[Text], mark: str = "-") -> None:
        """Paragraphs behind dashes or plus signs."""
        for text in texts:
            self._item(text, mark)

    def numbered_items(self, texts: list[Text]) -> None:
        """'1. A whole paragraph.' without a title."""
        for text in texts:
            self._count_two()
            self._numbered(text, f"{self.counts[2]}.", 2)

    def lettered_items(self, texts: list[Text]) -> None:
        """Paragraphs behind 'a)', 'b)', 'c)'."""
        for index, text in enumerate(texts):
            self.blocks.append(Paragraph(text, "item", f"{_LETTERS[index]})", 3))

    def _count_two(self) -> None:
        self.counts[2] += 2 if self.skip else 1
        self.counts[3] = 0
        self.straight = False

    def _heading(self, text: Text, number: str, depth: int) -> None:
        automatic = self.automatic and not (self.skip and depth == 2)
        text = self._faulty(text, depth).marked("heading", number=number.rstrip(".)"))
        self.blocks.append(Paragraph(text, "heading", number, depth, automatic, bold=True, italic=depth == 3))

    def _numbered(self, text: Text, number: str, depth: int) -> None:
        automatic = self.automatic and not self.skip
        text = self._faulty(text, depth)
        self.blocks.append(Paragraph(text, "item", number, depth, automatic))

    def _faulty(self, text: Text, depth: int) -> Text:
        if not (self.skip and depth == 2):
            return text
        self.skip = False
        return Text(text.text, (*text.marks, Mark(0, min(20, len(text.text)), "error", {"finding": "numbering"})))

    def _item(self, text: Text, mark: str) -> None:
        self.blocks.append(Paragraph(text, "item", mark, 4 if mark == "-" else 5, self.automatic))


def _text(title: Text | str) -> Text:
    return Text(title) if isinstance(title, str) else title
