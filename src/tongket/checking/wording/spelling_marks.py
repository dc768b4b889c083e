"""Marks inside set terms (dấu nối, dấu phẩy trong cụm từ): 'chính trị- xã hội', 'thanh tra kiểm tra'."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from tongket.checking.evidence.places import places_of
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.vietnamese.unicode import SMALL

_ONE_SIDED = re.compile(rf"[-–](?:(?<=[{SMALL}][{SMALL}].) |(?<=[{SMALL}] .))(?=[{SMALL}]{{2}})(?![{SMALL}]+ [-–])")
_WORD_BEFORE, _WORD_BEHIND = re.compile(rf"[{SMALL}]+ ?$"), re.compile(rf"[-–] ?[{SMALL}]+")
_MARK = re.compile(rf" - (?=[{SMALL}])|, (?=[{SMALL}])")
_BEFORE = re.compile(rf"(?<![^\W\d_])[{SMALL}]{{2,}} [{SMALL}]{{2,}}$")
_BEHIND = re.compile(rf"[{SMALL}]{{2,}} [{SMALL}]{{2,}}(?![^\W\d_])")
_LONGEST = 15  # letters of two words
_HABIT = 3  # places without a blank, beyond which the text was converted so
_SET = 3  # times that two pairs of words stand with a mark, from where they are a set term of the report
_SHARE = 4  # so many times as often as without


def missing_marks(text: str) -> Iterator[Finding]:
    """Hints where a hyphen between words has a blank on one side alone, and where a term stands without its mark that
    the report writes with one everywhere else.

    Not flagged: hyphens without blanks (names of peoples and places), lists; texts in which one side is the habit;
    terms that are written in both ways.
    """
    found = [match.start() for match in _ONE_SIDED.finditer(text)]
    for at in found if len(found) <= _HABIT else ():
        before, behind = _WORD_BEFORE.search(text[max(at - _LONGEST, 0) : at]), _WORD_BEHIND.match(text, at)
        if before and behind:
            here = before[0] + behind[0]
            facts = {"here": here, "right": re.sub(" ?[-–] ?", " - ", here)}
            yield Finding("spelling", "info", Span(at - len(before[0]), behind.end()), "blank", facts)
    for term, times in Counter(_marked(text)).items():
        bare = term.replace(" - ", " ").replace(", ", " ")
        places = list(_whole(text, bare)) if times >= _SET else []
        if places and times >= _SHARE * len(places):
            yield Finding("spelling", "info", places[0], "mark", {"here": bare, "right": term})


def _whole(text: str, words: str) -> Iterator[Span]:
    """Where the words stand whole."""
    for at in places_of(text, words):
        end = at + len(words)
        if not (text[max(at - 1, 0) : at].isalpha() or text[end : end + 1].isalpha()):
            yield Span(at, end)


def _marked(text: str) -> Iterator[str]:
    """Two words, a hyphen or comma and two words, at each place where they stand."""
    for mark in _MARK.finditer(text):
        behind = _BEHIND.match(text, mark.end())
        before = behind and _BEFORE.search(text[max(mark.start() - _LONGEST, 0) : mark.start()])
        if before and behind:
            yield f"{before[0]}{mark[0]}{behind[0]}"
