"""Passages that stand twice in one text (đoạn chép lặp): the same fifty words and more at two places, as copying leaves
them, and what the two say otherwise.

Cases of ``layout``, whose page stands with the small things of form. Each run of a few words is looked up once where it
stood first, and runs that go on from one another are joined: the work grows with the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count, islice
from operator import attrgetter

from tongket.checking.evidence.recognition import is_dirty
from tongket.checking.evidence.spans import Spans, in_tables
from tongket.checking.form.norms import sets_rules
from tongket.model.findings import Finding, Severity
from tongket.model.places import Span
from tongket.model.reports import Report

_WORD = re.compile(r"\w+(?:[.,/-]\w+)*")
_RUN = 6  # words that are looked up together
_REACH = 40  # words that may stand otherwise between two runs of one passage
_MOST_OF = 1.2  # times the words that are the same, of a passage
_OPEN = 6  # passages that may go on at a time
_MOST_RUNS = 50_000  # that stand twice: far more than the longest passages of a report
_LEAST = 50  # words that are the same, without names of documents and what is quoted
_MOST = 5  # passages of one text: of more, the longest say it
_MARKS_EVERY = 25  # words among which a sentence has a mark; a table that was read as text has none
_TITLE = re.compile(r"(?:(?!\s(?:đã|được|đang|sẽ|phải)\s)[^.;)\n]){0,1000}")  # day, body, what a document is about
_QUOTED = re.compile(r"“[^“”\n]{3,600}”|\"[^\"\n]{3,600}\"")
_MARK = re.compile(r"[.,;:](?=\s)")
_SAYS = re.compile(r"[.;:]\s|(?<!\w)(?:đã|được|đang|sẽ|phải|cần|không|chưa|là|có|để)(?!\w)")  # no mere title
_SAME_NUMBERS = 2  # that show that two passages are about one thing, and no two cases of one pattern
_TELLING = 2  # differences that copying leaves: of more, the passages are about two things


@dataclass(slots=True)
class _Pair:
    """Two passages, as ranges of words; ``same``: what the second says as the first, ``otherwise``: what not; of how
    many ``runs`` they are joined.
    """

    first: int
    first_end: int
    second: int
    second_end: int
    same: list[tuple[int, int]] = field(default_factory=list)
    otherwise: list[tuple[range, range]] = field(default_factory=list)
    runs: int = 1

    @property
    def size(self) -> int:
        """How many words both say, names of documents among them."""
        return sum(high - low for low, high in self.same)

    def goes_on(self, one: int, two: int) -> bool:
        """Whether runs that begin at two places go on from the ends of the passages."""
        return two <= self.second_end + _REACH and self.first_end - _RUN < one <= self.first_end + _REACH

    def take(self, one: int, two: int) -> None:
        """Add the runs that begin at two places, and what stands before them."""
        behind, before = max(one, self.first_end), max(two, self.second_end)
        if behind > self.first_end or before > self.second_end:
            self.otherwise.append((range(self.first_end, behind), range(self.second_end, before)))
            self.same.append((before, two + _RUN))
        else:  # most runs are one word behind the last
            self.same[-1] = (self.same[-1][0], two + _RUN)
        self.runs += 1
        self.first_end, self.second_end = one + _RUN, two + _RUN


def check_passages_twice(report: Report) -> Iterator[Finding]:
    """Yield ``layout`` where fifty words and more stand almost word for word at two places of a text; a warning where
    the two, which tell the same numbers otherwise, have another number or name in one place.

    Not flagged: provisions of laws and regulations; names of documents, what is quoted, tables; passages that differ in
    most of their numbers, which tell of two things in one pattern.
    """
    if report.letterhead.doc_type is None or sets_rules(report):
        return
    spans = _spans(report)
    said = [word.lower() for span in spans for word in _WORD.findall(report.text, span.start, span.end)]
    alike = [one for one in _pairs(said) if one.size >= _LEAST and _is_dense(one)]
    if not alike:
        return
    words = [word for span in spans for word in _WORD.finditer(report.text, span.start, span.end)]
    named = Spans([*_documents(report), *(Span(*one.span()) for one in _QUOTED.finditer(report.text))])
    counts = bytearray(len(words))  # whether each word does
    for at in {at for pair in alike for low, high in pair.same for at in range(low, high)}:
        counts[at] = not named.touch_any(*words[at].span())
    pairs = [(sum(sum(counts[low:high]) for low, high in pair.same), pair) for pair in alike]
    long = [(size, pair) for size, pair in pairs if size >= _LEAST and _is_prose(report.text, words, pair)]
    told: list[_Pair] = []
    for size, pair in sorted(long, key=lambda one: -one[0]):
        inside = any(pair.second < other.second_end and other.second < pair.second_end for other in told)
        if len(told) < _MOST and not inside:
            told.append(pair)
            yield from _told(report, words, counts, pair, size)


def _spans(report: Report) -> list[Span]:
    """The places of the paragraphs, without those of tables."""
    tables = in_tables(report)
    return [span for one in report.paragraphs if one.kind == "body" for span in one.spans if not tables.touch(span)]


def _documents(report: Report) -> Iterator[Span]:
    """The documents that are named, each with what follows of it."""
    for one in report.citations:
        title = _TITLE.match(report.text, one.end)
        yield Span(one.start, title.end() if title else one.end)


def _pairs(words: list[str]) -> Iterator[_Pair]:
    """Passages that stand twice, each beside the first place of its words.

    Some are open at a time, for words that stand at a third place too come in between.
    """
    first: dict[tuple[str, ...], int] = {}
    going: list[_Pair] = []
    runs = zip(*(islice(words, behind, None) for behind in range(_RUN)), strict=False)
    ones = map(first.setdefault, runs, count())  # where each run stood first
    again = ((two, one) for two, one in enumerate(ones) if one + _RUN <= two)
    for two, one in list(islice(again, _MOST_RUNS)):
        while going and (len(going) > _OPEN or going[0].second_end + _REACH < two):
            yield going.pop(0)
        goes_on = [pair for pair in going if pair.goes_on(one, two)]
        if not goes_on:
            going.append(_Pair(one, one + _RUN, two, two + _RUN, [(two, two + _RUN)]))
            continue
        found = max(goes_on, key=attrgetter("runs"))
        if two + _RUN > found.second_end and one + _RUN > found.first_end:
            found.take(one, two)
            if found is not going[-1]:  # in the order of their ends
                going = [*(pair for pair in going if pair is not found), found]
    yield from going


def _is_dense(pair: _Pair) -> bool:
    """Whether most of the words of both passages are the same."""
    return pair.size * _MOST_OF > max(pair.second_end - pair.second, pair.first_end - pair.first)


def _is_prose(text: str, words: list[re.Match[str]], pair: _Pair) -> bool:
    low, high = words[pair.second].start(), words[pair.second_end - 1].end()
    marks = len(_MARK.findall(text, low, high))
    return marks * _MARKS_EVERY >= pair.second_end - pair.second and _SAYS.search(text, low, high) is not None


def _told(report: Report, words: list[re.Match[str]], counts: bytearray, pair: _Pair, size: int) -> Iterator[Finding]:
    """The finding about two passages; nothing where they tell of two things in one pattern."""
    place, related = (
        Span(words[low].start(), words[high - 1].end())
        for low, high in ((pair.second, pair.second_end), (pair.first, pair.first_end))
    )
    others = [(_said(words, one), _said(words, two)) for one, two in pair.otherwise]
    telling = [(one, two) for one, two in others if _is_telling(one, two)]
    held = sum(counts[at] and words[at][0][0].isdecimal() for low, high in pair.same for at in range(low, high))
    if len(telling) > max(held, 1):
        return
    facts = {"words": str(size), "printed": _shown(report.text[place.start : place.end])}
    case, severity = "twice", _NOTE
    if telling and held >= _SAME_NUMBERS and len(telling) <= _TELLING and not is_dirty(report):
        facts |= {"there": telling[0][0], "here": telling[0][1]}
        case, severity = "twice-otherwise", _WARNING
    yield Finding("layout", severity, place, case, facts, (related,))


_NOTE: Severity = "info"
_WARNING: Severity = "warning"


def _said(words: list[re.Match[str]], at: range) -> str:
    return " ".join(words[one][0] for one in at)


def _is_telling(one: str, two: str) -> bool:
    """Whether two places say another number, or another name in as many words."""
    if one.lower() == two.lower() or len(one.split()) != len(two.split()):
        return False
    first, second = one[:1], two[:1]
    return (first.isdecimal() and second.isdecimal()) or (first.isupper() and second.isupper())


def _shown(said: str) -> str:
    said = " ".join(said.split())
    return said if len(said) <= _SHOWN else f"{said[:_SHOWN].rsplit(' ', 1)[0]} …"


_SHOWN = 80

CHECKS = (check_passages_twice,)
