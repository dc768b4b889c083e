"""Lines in which every letter stands alone (giãn chữ): 'H ộ i đ ồ n g' is 'Hội đồng'.

So a line comes out of a PDF that was justified by its letters. Of the blanks between them nothing tells which part
words; the form of syllables and the words of official prose do (``glued``).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from tongket.vietnamese.glued import pieces_of


@dataclass(frozen=True, slots=True)
class Spaced:
    """A stretch of one line in which each character stands alone: its range, its characters, the blanks to drop."""

    start: int
    end: int
    letters: str
    added: tuple[int, ...]

    @property
    def is_one_word(self) -> bool:
        """Whether it holds no blank of its own."""
        return len(self.added) == len(self.letters) - 1


_RUN = re.compile(r"(?<!\S)[^\s|](?: [^\s|]){4,}(?!\S)")
_IN_A_RUN = re.compile(r" [^\s|] [^\s|] [^\s|] ")  # many times faster than a run: nearly no text holds one
_SHORT_LINE = re.compile(r"[^\s|](?: [^\s|])+(?!\S)")
_LEAST_BEFORE_WORDS = 5  # characters, blanks with them, at the head of a line that goes on with whole words
_ENDS = frozenset(".;:!?")
_LIST_MARKS = frozenset("-–+*•")
_FEWEST_LETTERS = 4  # of a stretch that is not all figures and marks
_PARTS = re.compile(r"[^\W\d_]+|\d+|.")


def spaced_runs(text: str) -> list[Spaced]:
    """The stretches of five single letters and more that are words."""
    if not _may_hold_run(text) or not _IN_A_RUN.search(text):
        return []
    runs = (_run(text, run.start(), run.end()) for run in _RUN.finditer(text))
    return [run for run in runs if run is not None]


def _may_hold_run(text: str) -> bool:
    """Whether four blanks stand somewhere at every second place, as in ' a b c ': four times faster than to look for
    what stands between them. Wide blanks, which part columns, do not count.
    """
    narrow = text.replace("    ", "\t")
    return "    " in narrow[::2] or "    " in narrow[1::2]


def _run(text: str, start: int, end: int) -> Spaced | None:
    """``start``..``end`` as words; its last letter may begin a word that is whole but for it ('b á o c á o t hực')."""
    found = _spaced(text, start, end, proven=False)
    return found or (_spaced(text, start, end - 2, proven=False) if text[end - 1].islower() else None)


def spaced_below(text: str, above: Spaced, known: Mapping[int, Spaced]) -> tuple[list[Spaced], list[int]]:
    """The single letters in the lines below ``above``: the last line of a paragraph, often one word a line ('v à').

    With them the offsets of the lines that go on the line before.
    """
    found: list[Spaced] = []
    joined: list[int] = []
    last, at = above.letters[-1], text.find("\n", above.end)
    if at < 0 or text[above.end : at].strip():
        return found, joined
    while 0 <= at < len(text) - 1:
        start = at + 1
        at = text.find("\n", start)
        line = text[start : at if at >= 0 else len(text)].rstrip()
        goes_on = last not in _ENDS and (line[:1] not in _LIST_MARKS or (line in "-–" and last.isalpha()))
        if start in known:
            joined += [start] if goes_on and known[start].is_one_word else []
            break
        if len(line) > 1:
            run = _SHORT_LINE.match(line)
            if run is None or (run.end() < len(line) and run.end() < _LEAST_BEFORE_WORDS):
                break
            read = _spaced(text, start, start + run.end(), proven=True)
            if read is None:
                break
            found.append(read)
        joined += [start] if line and goes_on else []
        last = line[-1:] or "."
        if found and found[-1].end < start + len(line) and found[-1].start == start:
            break
    return found, joined


def _spaced(text: str, start: int, end: int, *, proven: bool) -> Spaced | None:
    """``start``..``end`` of ``text`` as words of which every letter stands alone; None where no words come out."""
    letters = text[start:end:2]
    words = sum(map(str.isalpha, letters))
    if not proven and (words < _FEWEST_LETTERS or letters.isascii()):
        return None
    bounds = _bounds(letters)
    if bounds is None:
        return None
    syllables = sum(1 for at in (0, *bounds) if letters[at].isalpha())
    if not proven and words < syllables * 2:
        return None
    added = tuple(start + 2 * at - 1 for at in range(1, len(letters)) if at not in bounds)
    return Spaced(start, end, letters, added)


def _bounds(letters: str) -> frozenset[int] | None:
    """Before which characters of ``letters`` a blank belongs; None where they are no words."""
    found: set[int] = set()
    parts = list(_PARTS.finditer(letters))
    for order, part in enumerate(parts):
        piece = part.group()
        if piece[0].isalpha():
            pieces = pieces_of(piece)
            if not pieces:
                return None
            at = part.start()
            for one in pieces:
                if at > part.start():
                    found.add(at)
                at += len(one)
        earlier, last = ("", "", *(one.group() for one in parts[max(order - 2, 0) : order]))[-2:]
        behind = parts[order + 1].group() if order + 1 < len(parts) else ""
        if last and _has_blank(earlier, last, piece, behind):
            found.add(part.start())
    return frozenset(found)


def _has_blank(earlier: str, last: str, piece: str, behind: str) -> bool:
    """Whether a blank belongs between the marks, figures or words ``last`` and ``piece``."""
    if piece in ",;:.)]”%/!?" or last in "([“/":
        return False
    if last in ".,":  # a mark of thousands or decimals; but '01, 02/2026'
        return not (piece.isdigit() and earlier.isdigit()) or (last == "," and earlier[0] == piece[0] == "0")
    if piece in "-–" or last in "-–":
        left, right = (last, behind) if piece in "-–" else (earlier, piece)
        return not left or left[-1].islower() or right[:1].islower()
    return True
