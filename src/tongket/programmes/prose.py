"""What the running text and the notes of a report answer (số liệu trong lời văn): figures by an indicator's phrases.

A phrase looks at rings of words around a figure: beside it (between it and the figures around it), its clause, what the
sentence opens with, the sentence that a note hangs on, the headings above. The farther the words that name the
indicator, the less sure.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

from tongket.messages import N_
from tongket.model.figures import Figure
from tongket.model.matches import Match
from tongket.model.places import Span
from tongket.model.programmes import Dimension, Indicator, Phrase, Programme
from tongket.model.quantities import Range
from tongket.model.reports import Report
from tongket.programmes.levels import RANK
from tongket.programmes.rivals import one_each, settle
from tongket.programmes.values import fits, said_by_figure
from tongket.programmes.words import holds, normal
from tongket.vietnamese.numbers import counted

TARGET = N_("A target, not a result.")
CHANGE = N_("An increase or decrease, not the amount itself.")
PERIOD = N_("The period printed is not the whole period of the review.")
VAGUE = N_("The period printed is vague.")
CONTEXT = N_("The words that name the indicator stand only in the heading or in the sentence before.")
WHOSE = N_("The text does not say which of the organisations or levels is meant.")
PORTION = N_("The figure is named as a part of a larger amount.")
OTHER = N_("The sentence speaks of another document than the directive.")
UNFIT = N_("The number cannot be an amount of this indicator.")

_BESIDE, _CLAUSE, _LEAD, _EARLIER, _NOTE, _HEADING = 1.0, 0.94, 0.88, 0.84, 0.82, 0.76
_STOP = re.compile(r"[.!?…][”\"’)*_]*\s+|\n+")
_PARTING = re.compile(r"[;,:()]|(?<!\w)(?:và|gồm|trong đó|với|cùng)(?!\w)")
_OPENER = re.compile(r"^\W*Riêng ")
_OPENING_END = re.compile(r"[;:]")
_PORTION = re.compile(r"[Tt]rong đó|[Tt]rong số đó|[Rr]iêng(?= (?:năm|quý|tháng))")
_YEARLY = re.compile(r"[Hh][ằà]ng (?:năm|tháng|quý|tuần)|[Mm]ỗi (?:năm|tháng|quý)|/năm|[Bb]ình quân")
_VAGUE = re.compile(r"[Tt]rong năm qua|[Nn]hiệm kỳ|[Nn]hững năm (?:qua|gần đây)|[Tt]hời gian qua")
_LAST_YEAR = re.compile(r"(?<!\w)[Tt]rong năm (?:vừa )?qua(?!\w)")


@dataclass(frozen=True, slots=True)
class Around:
    """The rings of words around a figure, normal. ``before``/``after`` are those right beside it."""

    unit: str
    beside: str
    clause: str
    lead: str
    earlier: str  # the sentence up to the figure
    anchor: str
    headings: str
    portion: bool  # it is one of the parts of an amount, or 'trong đó' stands before it in its clause
    yearly: bool  # 'hằng năm' opens its sentence or stands in its stretch between commas
    other: (
        bool  # it, or the sentence that its note hangs on, cites documents, but none that has to do with the directive
    )
    raw: str  # of the sentence


@dataclass(frozen=True, slots=True)
class _Key:
    """A phrase made ready for comparing."""

    indicator: str
    units: tuple[str, ...]
    words: tuple[str, ...]
    any: tuple[str, ...]
    near: tuple[str, ...]
    without: tuple[str, ...]
    part: str


def match_prose(report: Report, programme: Programme, level: str) -> Iterator[Match]:
    """The answers of the running text and notes of ``report``, whose body is of unit kind ``level``."""
    keys, units = _keys(programme), _units(programme)
    rings = _Rings(report, programme.directive.symbol)
    found: list[Match] = []
    by_unit: dict[tuple[str, str], list[_Key]] = {}
    for index, figure in enumerate(report.figures):
        if figure.in_table:
            continue
        unit = (figure.unit, figure.base_unit)
        if unit not in by_unit:
            fit = units & _kinds_of(normal(figure.unit)).union(_kinds_of(normal(figure.base_unit)))
            by_unit[unit] = [key for key in keys if not fit.isdisjoint(key.units)]
        fitting = by_unit[unit]
        if fitting:
            found += _of_figure(report, programme, level, index, rings.around(index), fitting)
    yield from settle(found, programme)


@lru_cache(maxsize=16)
def _keys(programme: Programme) -> tuple[_Key, ...]:
    return tuple(_key(one.code, phrase) for one in programme.indicators for phrase in one.phrases)


@lru_cache(maxsize=16)
def _units(programme: Programme) -> frozenset[str]:
    """The units that phrases ask for: far fewer than the phrases."""
    return frozenset(unit for key in _keys(programme) for unit in key.units)


def _key(code: str, phrase: Phrase) -> _Key:
    ready = (tuple(normal(word) for word in words) for words in (phrase.words, phrase.any, phrase.near, phrase.without))
    words, some, near, without = ready
    return _Key(code, tuple(normal(unit) for unit in phrase.units), words, some, near, without, phrase.part)


def _kinds_of(printed: str) -> frozenset[str]:
    """The units that a printed one (normal) is: itself, and what it begins with ('cuộc giám sát' is 'cuộc')."""
    if not printed.strip():
        return frozenset()
    # 'lượt cá nhân' and 'cuộc vận động' are units of their own, not kinds of 'lượt' and 'cuộc'.
    if printed.startswith(_OTHER_UNITS):
        return frozenset((printed,))
    begun = {printed[: at + 1] for at, letter in enumerate(printed) if letter == " "}
    return frozenset((printed, *(begun - _WHOLE_UNITS)))


_WHOLE_UNITS = frozenset(normal(word) for word in ("lượt", "người", "hộ", "nhà", "ban", "đoàn"))
_OTHER_UNITS = tuple(normal(word) for word in ("cuộc vận động", "mô hình tập hợp"))


class _Rings:
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


def _of_figure(
    report: Report, programme: Programme, level: str, index: int, around: Around, keys: Sequence[_Key]
) -> list[Match]:
    found: list[tuple[Match, str, bool]] = []
    for key in keys:
        score, reason = _score(around, key)
        indicator = programme.indicator(key.indicator) if score > 0 else None
        if indicator is None:
            continue
        # Words right beside a part name the part itself.
        around_key = replace(around, portion=False) if key.near and around.portion else around
        match = _match(report, programme, level, index, around_key, indicator, key, score, reason)
        if match is not None:
            found.append((match, key.part, bool(key.near)))
    return one_each(found)


def _score(around: Around, key: _Key) -> tuple[float, str]:
    """How surely the words around say ``key``'s indicator, 0 to 1, and what lowers it."""
    if any(holds(around.beside, word) for word in key.without):
        return 0.0, ""
    if key.near and not any(holds(around.beside, word) for word in key.near):
        return 0.0, ""
    rings = [_ring(around, (word,)) for word in key.words]
    if key.any:
        rings.append(_ring(around, key.any))
    if key.near and any(ring == 0 for ring in rings) and any(holds(around.earlier, word) for word in key.any):
        # Its own words stand right beside it; what they are parts of was named earlier in the sentence.
        return _EARLIER, ""
    score = min(rings, default=_BESIDE)
    return score, CONTEXT if 0 < score < _LEAD else ""


def _ring(around: Around, words: Sequence[str]) -> float:
    """The nearest ring that holds one of ``words``."""
    for text, sure in (
        (around.beside, _BESIDE),
        (around.clause, _CLAUSE),
        (around.lead, _LEAD),
        (around.anchor, _NOTE),
        (around.headings, _HEADING),
    ):
        if any(holds(text, word) for word in words):
            return sure
    return 0.0


def _match(
    report: Report,
    programme: Programme,
    level: str,
    index: int,
    around: Around,
    indicator: Indicator,
    key: _Key,
    score: float,
    reason: str,
) -> Match | None:
    figure = report.figures[index]
    said = said_by_figure(figure, key.part)
    if said.value is None:
        return None
    cell, cell_sure = _cell(programme, indicator, around, level, normal(report.letterhead.issuing_body or ""))
    confidence, why = score * cell_sure, reason or (WHOSE if cell_sure < 0.85 else "")
    for factor, cause in _doubts(figure, around, indicator, programme):
        confidence *= factor
        why = cause
    if not fits(said.value, indicator):
        confidence, why = confidence * 0.4, UNFIT
    return Match(
        indicator=indicator.code,
        cell=cell,
        value=said.value,
        qualifier=said.qualifier,
        status=said.status,
        extent=figure.extent or indicator.extent or None,
        confidence=round(confidence, 2),
        start=figure.start,
        end=figure.end,
        passage=" ".join(around.raw.split()),
        where="footnote" if figure.in_footnote else "prose",
        figure=index,
        reason=why,
        level=next((code for code in cell.split("+") if code in RANK), ""),
    )


def _doubts(figure: Figure, around: Around, indicator: Indicator, programme: Programme) -> Iterator[tuple[float, str]]:
    """What lowers the confidence, the weightiest last."""
    period = figure.period.text if figure.period else ""
    if around.portion:
        yield 0.75, PORTION
    if _VAGUE.search(period):
        yield 0.85, VAGUE
    if around.other and programme.directive.type.lower() in indicator.name.lower():
        yield 0.6, OTHER
    if isinstance(figure.value, Range) and indicator.kind == "integer":
        yield 0.9, VAGUE
    if indicator.over_time == "sum" and around.yearly:
        yield 0.5, PERIOD
    elif indicator.over_time == "sum" and _is_short(figure, around, programme):
        yield 0.6, PERIOD
    if figure.change:
        yield 0.2, CHANGE
    if figure.target:
        yield 0.2, TARGET


def _is_short(figure: Figure, around: Around, programme: Programme) -> bool:
    """Whether the period printed is well shorter than the review: an amount of part of it."""
    if programme.years > 1 and _LAST_YEAR.search(around.raw):
        return True
    period = figure.period
    if period is None:
        return False
    lasts = _LASTS.search(period.text)
    if lasts:
        years = counted(lasts[1]) or 0
        return years < 0.6 * programme.years
    if period.start and period.end:
        return int(period.end[:4]) - int(period.start[:4]) + 1 < 0.6 * programme.years
    return bool(period.start) and int(str(period.start)[:4]) > int(programme.period_start[:4]) + 0.4 * programme.years


_LASTS = re.compile(r"(?:[Tt]rong|[Qq]ua|[Ss]au)\s+(\d{1,2}|một|hai|ba|bốn|năm|mười)\s+năm(?!\s+\d)")


def _cell(programme: Programme, indicator: Indicator, around: Around, level: str, body: str) -> tuple[str, float]:
    """The cell that the words name, dimension by dimension; "" for the whole. And how surely."""
    found = [
        _value(dimension, indicator, around, level, body)
        for dimension in map(programme.dimension, indicator.dimensions)
        if dimension
    ]
    return programme.cell(indicator, [code for code, _ in found]), min((sure for _, sure in found), default=1.0)


def _value(dimension: Dimension, indicator: Indicator, around: Around, level: str, body: str) -> tuple[str, float]:
    """The value of ``dimension`` that is named nearest, or that the body is which writes; "" for all of them."""
    values = dimension.values
    if any(value.code in RANK for value in values):
        return (level, 1.0) if level in {value.code for value in values} else ("", 0.8)
    for text, sure in (
        (around.beside, 1.0),
        (around.clause, 0.92),
        (around.lead, 0.9),
        (around.earlier, 0.9),
        (around.anchor, 0.85),
        (around.headings, 0.85),
        (body, 0.9),
    ):
        named = {value.code for value in values for name in (value.name, *value.aliases) if holds(text, normal(name))}
        if len(named) == 1:
            return named.pop(), sure
        if named:
            return "", 0.8
    together = any(holds(normal(around.raw), words) for words in _TOGETHER)
    # Cells that do not add up to the whole stand beside it: words that name none of them mean the whole.
    return "", 1.0 if together or not dimension.additive or indicator.unit_word == "%" else 0.7


_TOGETHER = tuple(
    normal(words)
    for words in ("đoàn viên, hội viên", "các đoàn thể", "các tổ chức", "tổng số", "quần chúng", "đoàn thể")
)
