"""What the running text and the notes of a report answer (số liệu trong lời văn): figures by an indicator's phrases.

A phrase looks at rings of words around a figure: beside it (between it and the figures around it), its clause, what the
sentence opens with, the sentence that a note hangs on, the headings above. The farther the words that name the
indicator, the less sure.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from tongket.messages import N_
from tongket.model.dimensions import Dimension
from tongket.model.figures import Figure
from tongket.model.matches import Match
from tongket.model.programmes import Indicator, Phrase, Programme
from tongket.model.quantities import Range
from tongket.model.reports import Report
from tongket.programmes.around import Around, Rings
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
_VAGUE = re.compile(r"[Tt]rong năm qua|[Nn]hiệm kỳ|[Nn]hững năm (?:qua|gần đây)|[Tt]hời gian qua")
_LAST_YEAR = re.compile(r"(?<!\w)[Tt]rong năm (?:vừa )?qua(?!\w)")


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
    rings = Rings(report, programme.directive.symbol)
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
