"""Brackets and quotation marks without their other half (ngoặc mở mà không đóng, đóng mà không mở)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from tongket.checking.evidence.extracts import cut_off_at
from tongket.checking.evidence.recognition import is_recognised
from tongket.checking.wording.spelling_blanks import few_of_many
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report
from tongket.vietnamese.unicode import CAPITALS

_MARKS = re.compile(r"""‘‘|’’|[()“”"]""")
_OF_TWO = {"‘‘": "“", "’’": "”"}  # marks that are typed as two of one stroke
_STRAIGHT = '"'  # which recognition makes of any speck
_OTHER = {"(": ")", ")": "(", "“": "”", "”": "“", '"': '"'}
# The bracket of an item ('a) ...', '1) ...'), which closes nothing.
_ITEM = re.compile(r"(?:^|[\s;,.:(“])(?:[a-zđ]?\d{1,2}|[a-zđ]|[ivxIVX]{1,4})$")
_ITEM_LONGEST = 5  # letters, with the blank before
_BEHIND, _BEFORE = re.compile(r"\S+(?:\s\S+){0,3}"), re.compile(r"(?:\S+\s){0,3}\S+$")
_IN_SECONDS = re.compile(r"[\d’'′][”\"]")  # or inches: such a mark closes what is open, and is never alone
# What stands beside a mark that a writer set; recognition makes quotation marks and brackets of dirt elsewhere.
_SET = {
    "(": re.compile(r"\(\(?\w"),
    ")": re.compile(r"(?<!\S)\(?\w\S*\)"),
    "“": re.compile(rf"(?:^|[\s(])“[{CAPITALS}\d]"),
    "”": re.compile(r"[\w.,;…%)!?]”"),
    '"': re.compile(rf"(?:^|[\s(])\"(?:[{CAPITALS}]|[^\W\d]+ )|[^\W\d][.,;…%)!?]?\"(?!\w)"),
}
_ENDS = (".", ";", ":", "!", "?")
_DEEP = 50  # marks that may be open at once
_QUOTED = 300  # letters of a quotation
_AHEAD = 8  # letters behind a mark that show whether it was set
_WORD = 20  # letters of a word with its bracket
_LONGEST = 60  # letters of the words that are shown
_GARBLED = 9  # marks alone in their text from where it was recognised badly, or means seconds of arc


class _Mark(NamedTuple):
    mark: str
    at: int
    opens: bool


def lonely_marks(report: Report) -> Iterator[Finding]:
    """Yield ``spelling`` for a bracket or quotation mark that is opened and not closed, or closed and not opened.

    Each is sought in its own paragraph, then over the paragraphs, for a quoted article of law has many. Not flagged:
    brackets of items ('a)'), inches and seconds; straight marks of scans; texts in which marks are alone again and
    again; the right half of a pair whose other mark is the wrong one. A hint only where the text was recognised from
    pictures, or breaks off behind the mark.
    """
    alone: list[_Mark] = []
    for paragraph in report.paragraphs:
        if paragraph.kind in ("body", "note") and paragraph.spans:
            for mark in _alone_in(report.text, paragraph.spans[0].start, paragraph.spans[-1].end):
                _close(alone, mark)
    if is_recognised(report):
        alone = [one for one in alone if one.mark != _STRAIGHT]
    found = [_finding(report.text, one) for one in _each_slip_once(report.text, alone) if _is_set(report.text, one)]
    cut = cut_off_at(report) if report.text.rstrip()[-1:] not in _ENDS else len(report.text)
    for one in few_of_many(found, _GARBLED):
        hint = report.source.scanned or (isinstance(one.place, Span) and one.place.start >= cut)
        yield replace(one, severity="info") if hint else one


def _each_slip_once(text: str, alone: Sequence[_Mark]) -> list[_Mark]:
    """The marks without the second of a pair of which one mark is the wrong way round: '”Quy chế”', '“Quy chế“'."""
    left_out = set[int]()
    for one, other in pairwise(alone):
        quotes = one.mark == other.mark and one.mark in "“”" and other.at - one.at <= _QUOTED
        if quotes and one.at not in left_out and not _MARKS.search(text, one.at + 1, other.at):
            left_out.add(other.at)
    return [one for one in alone if one.at not in left_out]


def _alone_in(text: str, low: int, high: int) -> list[_Mark]:
    """The marks of a paragraph without their other half in it."""
    alone: list[_Mark] = []
    itemised = False
    for found in _MARKS.finditer(text, low, high):
        at = found.start()
        mark = _read(text, _OF_TWO.get(found[0], found[0]), at)
        if mark is None:
            continue
        if mark.mark in '”"' and _IN_SECONDS.match(text, at - 1):
            _close(alone, mark, keep=False)
            continue
        item = mark.mark == ")" and (
            at - low < _ITEM_LONGEST or _ITEM.search(text[at - _ITEM_LONGEST : at]) is not None
        )
        if not _close(alone, mark) and mark.mark == ")" and (item or itemised):
            alone.pop()
        itemised = itemised or item
    return alone


def _read(text: str, mark: str, at: int) -> _Mark | None:
    """A mark and whether it opens; None for a straight one that does neither."""
    before, behind = text[max(at - 1, 0) : at], text[at + 1 : at + 2]
    if mark == _STRAIGHT:
        opens, closes = (
            not before.strip() or before in "(“",
            not behind.strip() or not (behind.isalpha() or behind.isdecimal()),
        )
        return _Mark(mark, at, opens) if opens != closes else None
    return _Mark(mark, at, mark in "(“")


def _close(alone: list[_Mark], mark: _Mark, *, keep: bool = True) -> bool:
    """Take away the last mark that ``mark`` closes, or add it to those that are alone; whether it closed one."""
    if not mark.opens:
        for i in range(len(alone) - 1, max(len(alone) - _DEEP, 0) - 1, -1):
            if alone[i].opens and (alone[i].mark in "()") == (mark.mark in "()"):
                del alone[i]
                return True
    if keep:
        alone.append(mark)
    return False


def _is_set(text: str, one: _Mark) -> bool:
    return _SET[one.mark].search(text, max(one.at - (1 if one.opens else _WORD), 0), one.at + _AHEAD) is not None


def _finding(text: str, one: _Mark) -> Finding:
    if one.opens:
        shown = _BEHIND.match(text, one.at, min(len(text), one.at + _LONGEST))
    else:
        shown = _BEFORE.search(text, max(0, one.at + 1 - _LONGEST), one.at + 1)
    start, end = shown.span() if shown else (one.at, one.at + 1)
    facts = {"here": " ".join(text[start:end].split()), "mark": _OTHER[one.mark]}
    return Finding("spelling", "warning", Span(start, end), "unclosed" if one.opens else "unopened", facts)
