"""Lines to text: blanks, styles, raised marks, doubts, and the line ends that stay visible."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from tongket.files.pages.lines import Line, is_apart
from tongket.model.pages import Word
from tongket.model.sources import Doubt, Style, Styled
from tongket.vietnamese.unicode import nfc

DOUBTFUL = 0.7  # a word of which recognition is less sure than that is a doubt
DOUBTFUL_NUMBER = 0.9  # of one with a digit, which no other word can prove: 11 of 12 wrong ones, 1 in 20 of the right
_BOLD, _ITALIC, _RAISED = 1, 2, 4
_STYLES: tuple[tuple[int, Style], ...] = ((_BOLD, "bold"), (_ITALIC, "italic"), (_RAISED, "superscript"))


@dataclass(frozen=True, slots=True)
class Mark:
    """A raised or typed mark in the text, that may call a note: its range, and its page."""

    start: int
    end: int
    text: str
    page: int


@dataclass(slots=True)
class Inline:
    """Text under way; offsets count from its start."""

    pieces: list[str] = field(default_factory=list)
    length: int = 0
    runs: list[tuple[int, int, int]] = field(default_factory=list)
    breaks: list[int] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)
    last: str = ""  # the last two characters

    @property
    def text(self) -> str:
        """The text so far."""
        return "".join(self.pieces)

    def add(self, text: str, looks: int = 0) -> None:
        """Append ``text`` in a style."""
        if not text:
            return
        end = self.length + len(text)
        if looks:
            self.runs.append((self.length, end, looks))
        self.pieces.append(text)
        self.length = end
        self.last = (self.last + text)[-2:]

    def add_line(self, line: Line, page: int, *, skip: int = 0) -> None:
        """Append the words of ``line`` after the first ``skip``."""
        before: Word | None = None
        looked = 0
        for word in line.words[skip:]:
            looks = _looks(line, word)
            if before is not None and is_apart(before, word):
                self.add(" ", looked & looks)
            self._add_word(word, looks, page)
            before, looked = word, looks

    def add_space(self) -> None:
        """Append the blank at which a line was wrapped; none where a symbol was cut ('QĐ-' / 'UBND')."""
        if self.length and not self.last[-1:].isspace() and not _is_cut(self.last):
            ended = self.runs[-1] if self.runs else (0, 0, 0)
            self.add(" ", ended[2] & ~_RAISED if ended[1] == self.length else 0)

    def add_break(self) -> None:
        """Append the blank that stands for a line end; nothing at the very start."""
        if self.length:
            self.breaks.append(self.length)
            self.add(" ")

    def extend(self, other: Inline) -> None:
        """Append all of ``other``."""
        at = self.length
        self.pieces += other.pieces
        self.length += other.length
        self.runs += [(start + at, end + at, looks) for start, end, looks in other.runs]
        self.breaks += [offset + at for offset in other.breaks]
        self.marks += [Mark(mark.start + at, mark.end + at, mark.text, mark.page) for mark in other.marks]
        self.doubts += [Doubt(one.start + at, one.end + at, one.confidence) for one in other.doubts]
        self.last = (self.last + other.last)[-2:]

    def styled(self, base: int) -> tuple[Styled, ...]:
        """The styles, neighbours in one style joined, at offsets from ``base``."""
        found: list[Styled] = []
        for bit, style in _STYLES:
            ranges = [(start, end) for start, end, looks in self.runs if looks & bit]
            found += [Styled(start + base, end + base, style) for start, end in _joined(ranges)]
        return tuple(sorted(found, key=lambda one: (one.start, one.end)))

    def _add_word(self, word: Word, looks: int, page: int) -> None:
        text = nfc(word.text)
        if looks & _RAISED:
            self.marks.append(Mark(self.length, self.length + len(text), text, page))
        if word.confidence < 1 and word.confidence < _least(text) and any(map(str.isalnum, text)):
            self.doubts.append(Doubt(self.length, self.length + len(text), word.confidence))
        self.add(text, looks)


def _looks(line: Line, word: Word) -> int:
    return _BOLD * word.bold | _ITALIC * word.italic | _RAISED * line.is_raised(word)


def _is_cut(last: str) -> bool:
    return len(last) == 2 and last[1] in "-–/" and last[0].isalnum()


def _joined(ranges: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    for start, end in ranges:
        if found and found[-1][1] == start:
            found[-1] = (found[-1][0], end)
        else:
            found.append((start, end))
    return found


def _least(text: str) -> float:
    return DOUBTFUL_NUMBER if any(map(str.isdigit, text)) else DOUBTFUL
