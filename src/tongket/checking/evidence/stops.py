"""Where sentences and clauses begin and end around a place (dấu ngắt câu, ngắt vế), by their marks.

A mark counts where a blank follows it: '1.234', '15.3' and 'v.v...' end nothing.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from collections.abc import Iterator, Sequence

SENTENCE_END = re.compile(r"[.!?](?=\s|$)|\n")
STOP_OR_SEMICOLON = re.compile(r"[.;](?=\s)|\n")
_LONGEST = 320  # letters in which the begin of a sentence is looked for
_LINE = 5000  # letters of a line, two pages: to go through a longer one at every word of it takes too long


def sentence_start(text: str, at: int, letters: int = _LONGEST) -> int:
    """Where the sentence begins that holds a place: behind the last stop, within so many letters."""
    low = max(at - letters, 0)
    if at > low and text[at - 1 : at] in _MARKS:
        return at
    ends = _sentence_ends(text)
    last = bisect_right(ends, at) - 1
    return max(ends[last], low) if last >= 0 else low


_MARKS = (".", "!", "?")
_last: tuple[str, Sequence[int]] = ("", ())


def _sentence_ends(text: str) -> Sequence[int]:
    """Behind which letters of a text its sentences end; kept, for checks ask of one text again and again, and known by
    being the same value.
    """
    global _last
    known, ends = _last
    if known is not text:
        ends = array("l", [found.end() for found in SENTENCE_END.finditer(text)])
        _last = (text, ends)
    return ends


def sentence_end(text: str, at: int, letters: int | None = None) -> int:
    """Where the sentence ends that goes on at a place: before its stop, within so many letters."""
    high = len(text) if letters is None else min(at + letters, len(text))
    found = SENTENCE_END.search(text, at, high)
    return found.start() if found else high


def sentences_between(text: str, start: int, end: int) -> int:
    """How many sentences end between two places."""
    if start >= end:
        return 0
    ends = _sentence_ends(text)
    within = bisect_right(ends, end) - bisect_right(ends, start)
    return within + (text[end - 1 : end] in _MARKS and text[end : end + 1].strip() != "")


def clause_start(text: str, at: int, letters: int = 200) -> int:
    """Where the clause begins that holds a place: behind the last stop, semicolon or line, within so many letters."""
    low = max(at - letters, 0)
    stop, semicolon, line = text.rfind(". ", low, at), text.rfind(";", low, at), text.rfind("\n", low, at)
    return max(low, stop + 1, semicolon + 1, line + 1)


def clause_end(text: str, at: int, letters: int = 200) -> int:
    """Where the clause ends that goes on at a place: at the next stop, semicolon or line, within so many letters."""
    high = min(at + letters, len(text))
    ends = (text.find(". ", at, high), text.find(";", at, high), text.find("\n", at, high))
    return min((end for end in ends if end >= 0), default=high)


def line_start(text: str, at: int, letters: int = _LINE) -> int:
    """Where the line begins that holds a place, within so many letters: a whole text may be one line."""
    low = max(at - letters, 0)
    return max(text.rfind("\n", low, at) + 1, low)


def line_end(text: str, at: int, letters: int = _LINE) -> int:
    """Where the line ends that goes on at a place, within so many letters."""
    high = min(at + letters, len(text))
    end = text.find("\n", at, high)
    return end if end >= 0 else high


def lines_of(text: str) -> Iterator[tuple[int, str]]:
    """Each line with where it begins, without its end."""
    at = 0
    for line in text.splitlines(keepends=True):
        yield at, line.rstrip("\r\n")
        at += len(line)
