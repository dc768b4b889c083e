"""The words around a figure (chữ quanh số liệu), in rings: beside it, in its clause, before it in its sentence, in its
headings.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from itertools import pairwise

from tongket.model.figures import Figure
from tongket.model.places import Span
from tongket.model.reports import Report
from tongket.programmes.words import normal

_STOP = re.compile(r"[.!?…][”\"’)*_]*\s+|\n+")
_PARTING = re.compile(r"[;,:()]|(?<!\w)(?:và|gồm|trong đó|với|cùng)(?!\w)")
_OPENER = re.compile(r"^\W*Riêng ")
_OPENING_END = re.compile(r"[;:]")
_PORTION = re.compile(r"[Tt]rong đó|[Tt]rong số đó|[Rr]iêng(?= (?:năm|quý|tháng))")
_YEARLY = re.compile(r"[Hh][ằà]ng (?:năm|tháng|quý|tuần)|[Mm]ỗi (?:năm|tháng|quý)|/năm|[Bb]ình quân")


@dataclass(frozen=True, slots=True)
class Around:
    """The rings of words around a figure, normal; ``beside`` and ``lead`` reach to the figures next to it."""

    unit: str
    beside: str
    clause: str
    lead: str
    earlier: str  # the sentence up to the figure
    anchor: str
    headings: str
    portion: bool  # it is one of the parts of an amount, or 'trong đó' stands before it in its clause
    yearly: bool  # 'hằng năm' opens its sentence or stands in its stretch between commas
    other: bool  # its sentence, or that of its note's mark, cites documents, and none that has to do with the directive
    raw: str  # of the sentence


class Rings:
    """Cuts the rings of words out of one report's text."""

    def __init__(self, report: Report, directive: str) -> None:
        self.report = report
        self._cited = [(one.start, one.symbol) for one in report.citations if one.symbol and one.kind == "full"]
        self._cited += [(one.start, directive) for one in report.citations if one.symbol == directive]
        self._cited.sort()
        self._ours = _ours(report, directive)
        self._prose = [figure for figure in report.figures if not figure.in_table]
        self._starts = [figure.start for figure in self._prose]
        self._paragraphs = sorted(
            (Span(part.spans[0].start, part.spans[-1].end) for part in report.paragraphs if part.spans),
            key=lambda span: span.start,
        )
        self._tears = {
            place
            for part in report.paragraphs
            for before, after in pairwise(part.spans)
            if not any(map(str.isalnum, report.text[before.end : after.start]))
            for place in range(before.end, after.start)
        }
        self._headings = [(one.start, one.end, one.title) for one in report.walk_sections() if one.title]
        self._parts = {part for link in report.figure_links if link.kind == "parts" for part in link.by}

    def around(self, index: int) -> Around:
        """The rings around ``report.figures[index]``."""
        figure, text = self.report.figures[index], self.report.text
        low, high = self._sentence(figure.start, figure.end)
        at = bisect_right(self._starts, figure.start) - 1
        before = self._prose[at - 1] if at > 0 and self._prose[at - 1].end > low else None
        after = self._prose[at + 1] if at + 1 < len(self._prose) and self._prose[at + 1].start < high else None
        left = _tail(text[max(low, before.end) : figure.start]) if before else text[low : figure.start]
        right = _head(text[figure.end : min(high, after.start)]) if after else text[figure.end : high]
        anchor_low, anchor_high = self._anchor(figure)
        anchor = text[anchor_low:anchor_high]
        clause_low, clause_high = _clause(text, low, high, figure)
        left = _OPENER.sub(" ", left)
        # 'Công tác giám sát, phản biện: Mặt trận chủ trì 17 cuộc ...': what stands before the colon is a title.
        title = left.rfind(":")
        if title >= 0 and len(left[title + 1 :].split()) > 2:
            left = left[title + 1 :]
        return Around(
            unit=normal(figure.unit),
            beside=normal(f"{left} {figure.text} {_clause_head(right)}"),
            clause=normal(text[clause_low:clause_high]),
            lead=normal(self._lead(low, clause_low)),
            earlier=normal(text[low : figure.start]),
            anchor=normal(anchor),
            headings=normal(self._titles(figure)),
            portion=index in self._parts or bool(_PORTION.search(text[clause_low : figure.start])),
            yearly=_is_yearly(text, low, high, figure),
            other=self._speaks_of_others((low, high), (anchor_low, anchor_high)),
            raw=text[low:high],
        )

    def _lead(self, low: int, high: int) -> str:
        """What the sentence opens with, before its first semicolon, colon or figure: 'Tỷ lệ tập hợp đạt: ...'."""
        text = self.report.text[low:high]
        stop = _OPENING_END.search(text)
        at = bisect_right(self._starts, low)
        first = self._starts[at] - low if at < len(self._starts) else len(text)
        return text[: min(stop.start() if stop else len(text), first)]

    def _sentence(self, start: int, end: int) -> tuple[int, int]:
        text = self.report.text
        low, high = self._paragraph(start)
        for stop in _STOP.finditer(text, low, start):
            low = stop.end() if self._ends(text, stop) else low
        following = (stop.start() for stop in _STOP.finditer(text, end, high) if self._ends(text, stop))
        return low, next(following, high)

    def _ends(self, text: str, stop: re.Match[str]) -> bool:
        """Whether a stop ends a sentence: a capital, a dash or nothing comes after it, and no page tore it there."""
        if stop[0].isspace() and stop.start() in self._tears:
            return False
        following = text[stop.end() : stop.end() + 1]
        return not following.strip() or not following.isalnum() or following.isupper()

    def _paragraph(self, at: int) -> tuple[int, int]:
        index = bisect_right(self._paragraphs, at, key=lambda span: span.start) - 1
        if index >= 0 and self._paragraphs[index].end > at:
            return self._paragraphs[index].start, self._paragraphs[index].end
        text = self.report.text
        end = text.find("\n", at)
        return text.rfind("\n", 0, at) + 1, end if end >= 0 else len(text)

    def _anchor(self, figure: Figure) -> tuple[int, int]:
        """The sentence that the figure's note hangs on, up to the mark; nothing for a figure outside notes."""
        if figure.in_footnote:
            for note in self.report.footnotes:
                if note.start <= figure.start < note.end and note.anchor is not None:
                    return self._sentence(note.anchor, note.anchor)[0], note.anchor
        return 0, 0

    def _speaks_of_others(self, *passages: tuple[int, int]) -> bool:
        cited = {symbol for low, high in passages for start, symbol in self._cited if low <= start < high}
        return bool(cited) and not cited & self._ours

    def _titles(self, figure: Figure) -> str:
        at = figure.start
        if figure.in_footnote:
            for note in self.report.footnotes:
                if note.start <= at < note.end:
                    at = note.anchor if note.anchor is not None else at
        return " . ".join(title for start, end, title in self._headings if start <= at < end)


def _ours(report: Report, directive: str) -> set[str]:
    """The symbols of the directive, of what the report answers through, and of documents that carry it out."""
    found = {directive} | {symbol for one in report.subject.directives for symbol in (one.symbol, one.via) if symbol}
    found |= {one.symbol for one in report.citations if one.symbol and directive in (one.title or "")}
    for tie in report.relations:
        if report.citations[tie.object].symbol == directive:
            found.add(report.citations[tie.subject].symbol or directive)
    return found


def _tail(between: str) -> str:
    """What of the words between two figures belongs to the second: from the last parting mark on."""
    marks = list(_PARTING.finditer(between))
    return between[marks[-1].start() :] if marks else ""


def _head(between: str) -> str:
    """What of the words between two figures belongs to the first: up to the last parting mark."""
    marks = list(_PARTING.finditer(between))
    return between[: marks[-1].start()] if marks else between


def _clause(text: str, low: int, high: int, figure: Figure) -> tuple[int, int]:
    """The clause of the sentence ``low``..``high`` that holds the figure: between semicolons."""
    start = text.rfind(";", low, figure.start)
    end = text.find(";", figure.end, high)
    return (start + 1 if start >= 0 else low), (end if end >= 0 else high)


def _is_yearly(text: str, low: int, high: int, figure: Figure) -> bool:
    comma = max(text.rfind(",", low, figure.start), text.rfind(";", low, figure.start), low)
    after = re.search(r"[,;.]\s|$", text[figure.end : high])
    end = figure.end + (after.start() if after else 0)
    return bool(_YEARLY.search(text, comma, end) or _YEARLY.match(text, low) or _YEARLY.search(figure.text))


def _clause_head(after: str) -> str:
    """The words after a figure up to the end of its clause."""
    stop = re.search(r"[;:.]", after)
    return after[: stop.start()] if stop else after
