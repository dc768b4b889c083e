"""Footnotes (chú thích): found by place, size and mark at the foot of a page."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass, field

from tongket.files.pages.inline import Inline
from tongket.files.pages.lines import Line, is_apart
from tongket.model.pages import Rule

_SMALLER = 0.94  # of the body's size: the letters of a note
_UPPER_PART = 0.35  # of a page's height: no footnotes stand above
_SHORT_RULE = (36.0, 0.62)  # points at least, of the width of the page at most: the line above notes
_RULE_GAP = 30.0  # points between that line and the first note at most
_PLAIN_MARK = re.compile(r"([1-9]\d{0,2}|\*{1,4})[.)]?$")
_TYPED_MARK = re.compile(r"(?:\((\d{1,3}|\*{1,3})\)|\[(\d{1,3})\])")
_GLUED_MARK = re.compile(r"([1-9]\d{0,2}|\*{1,4})(?=[^\W\d_“\"(])|(?:\((\d{1,3})\)|\[(\d{1,3})\])(?=\S)")


@dataclass(slots=True)
class Note:
    """A note: its mark, the page on which it begins, and its text without the mark."""

    mark: str
    page: int
    text: Inline = field(default_factory=Inline)
    is_typed: bool = False  # '(1)', '[1]': a mark between brackets that stands on the line of the text
    is_endnote: bool = False  # it stands at the end of the document, and may be called on any page


def split_notes(
    lines: Sequence[Line],
    rules: Sequence[Rule],
    height: float,
    width: float,
    body_size: float,
    *,
    open_note: bool,
    is_last: bool,
    last_table: float = 0.0,
) -> tuple[list[Line], list[Line]]:
    """The lines of a page above its notes, and those of the notes.

    ``open_note``: the page before ended in a note, which may go on here without a mark. ``is_last``: of the document,
    whose endnotes begin at any height. ``last_table``: the upper edge of the lowest table, above which no notes stand.
    """
    lowest = max(last_table, 0.0 if is_last else height * _UPPER_PART)
    at = _below_rule(lines, rules, lowest, width, body_size, open_note=open_note)
    if at is None:
        at = _small_foot(lines, lowest, body_size)
    return (list(lines), []) if at is None else (list(lines[:at]), list(lines[at:]))


def _below_rule(
    lines: Sequence[Line], rules: Sequence[Rule], lowest: float, width: float, body_size: float, *, open_note: bool
) -> int | None:
    """Where the notes begin: right below a short line that has nothing but smaller letters or marked lines beneath."""
    for rule in sorted(rules, key=lambda one: one.top, reverse=True):
        long_enough = _SHORT_RULE[0] <= rule.right - rule.left <= _SHORT_RULE[1] * width
        if not (rule.is_flat and long_enough and rule.top > lowest):
            continue
        at = next((index for index, line in enumerate(lines) if line.baseline > rule.bottom), None)
        if at is None or lines[at].top - rule.bottom > _RULE_GAP or rule.left > lines[at].left + 24:
            continue
        below = lines[at:]
        small = all(line.size <= body_size * _SMALLER for line in below)
        mark = read_mark(below[0], "0")
        if mark is None:
            if small and open_note and rule.left <= lines[at].left + 2:
                return at
            continue
        if small or below[0].is_raised(below[0].words[0]) or mark[0] in raised_marks(lines[:at]):
            return at
    return None


def raised_marks(lines: Iterable[Line]) -> set[str]:
    """What stands raised in some lines."""
    return {word.text for line in lines for word in line.words if line.is_raised(word)}


def _small_foot(lines: Sequence[Line], lowest: float, body_size: float) -> int | None:
    """Where the notes begin without a line above them: the lowest lines, of smaller letters, the first one marked."""
    first = len(lines)
    while first and lines[first - 1].size <= body_size * _SMALLER and lines[first - 1].top > lowest:
        first -= 1
    for at in range(first, len(lines)):
        line = lines[at]
        gap = line.top - lines[at - 1].bottom if at else 0.0
        if read_mark(line, "0") is not None and (line.is_raised(line.words[0]) or gap > 0.3 * line.size):
            return at
    return None


def read_mark(line: Line, last: str) -> tuple[str, int, str, bool] | None:
    """The mark with which a note begins, how many words it takes, what it is glued to, and whether it is typed.

    A mark that is not raised counts when it is the next one after ``last``, or the first.
    """
    word = line.words[0]
    raised = line.is_raised(word)
    found = _PLAIN_MARK.fullmatch(word.text)
    if found and (raised or (_follows(found.group(1), last) and _stands_alone(line))):
        return found.group(1), 1, "", False
    typed = _TYPED_MARK.fullmatch(word.text)
    if typed:
        mark = typed.group(1) or typed.group(2)
        return (mark, 1, "", not raised) if raised or _follows(mark, last) else None
    glued = _GLUED_MARK.match(word.text)
    if glued:
        mark = glued.group(1) or glued.group(2) or glued.group(3)
        if _follows(mark, last):
            return mark, 1, word.text[glued.end() :], glued.group(1) is None
    return None


def _stands_alone(line: Line) -> bool:
    return len(line.words) > 1


def _follows(mark: str, last: str) -> bool:
    """Whether ``mark`` is the next one, or begins again; stars follow anything."""
    if not mark.isdigit():
        return True
    return int(mark) == 1 or last == "0" or (last.isdigit() and int(last) < int(mark) <= int(last) + 2)


def begin_note(line: Line, page: int, last: str) -> Note | None:
    """The note that begins with ``line``; None where that has no mark that may follow ``last``."""
    found = read_mark(line, last)
    if found is None:
        return None
    mark, taken, glued, typed = found
    note = Note(mark, page, is_typed=typed)
    if glued:
        note.text.add(glued)
        if len(line.words) > 1 and is_apart(line.words[0], line.words[1]):
            note.text.add(" ")
    note.text.add_line(line, page, skip=taken)
    return note


def read_notes(lines: Sequence[Line], page: int, notes: list[Note], called: Set[str]) -> None:
    """Add the notes of a page to ``notes``; lines before the first mark go on with the last note of the page before.

    ``called`` are the raised marks in the text of the page: a number that is not raised itself begins a note only where
    it is among them, for the lines of notes begin with numbers, too.
    """
    for line in lines:
        found = begin_note(line, page, notes[-1].mark if notes else "0")
        if found is not None and (found.is_typed or found.mark in called or line.is_raised(line.words[0])):
            notes.append(found)
        elif notes:
            notes[-1].text.add_space()
            notes[-1].text.add_line(line, page)
        else:
            note = Note("", page)
            note.text.add_line(line, page)
            notes.append(note)
