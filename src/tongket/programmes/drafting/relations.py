"""What ties the indicators of a form (quan hệ giữa các chỉ tiêu): sums between a total and its parts, and rates."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from tongket.model.programmes import ADDED_KINDS, Indicator, Sum
from tongket.programmes.drafting.decisions import Decision
from tongket.programmes.drafting.dimensions import is_overlapping
from tongket.programmes.drafting.drawn import Drawn
from tongket.programmes.words import label_words, likeness, normal, weigh
from tongket.vietnamese.unicode import folded

_RATE = re.compile(r"(?:tỷ|tỉ) (?:lệ|trọng)\s*(?:\(?%\)?)?\s*")
_AGAINST = re.compile(r"(?:trên tổng số|so với(?: tổng số)?|trên số|/\s*tổng số|/)\s*")
_QUOTIENT = re.compile(r"[(\s]*(\d{1,2})[)\s]*[/:][(\s]*(\d{1,2})[)\s]*(?:[x×*]\s*100\s*%?)?")
_ADDED = re.compile(r"[(\s]*[\w.]+[)\s]*(?:\+[(\s]*[\w.]+[)\s]*)+")
_TOTALS = re.compile(r"(?:tổng|tông) (?:số|cộng)|tổng(?!\w)")
_DONE = re.compile(
    r"(?:đã|được)(?: được)? (?:giải quyết|khắc phục|trả lời|thực hiện|hoàn thành|xử lý|giải ngân|chấn chỉnh)"
)
_ALIKE = 0.72


def add_relations(drawn: Drawn, answers: dict[str, str]) -> tuple[tuple[Indicator, ...], tuple[Sum, ...]]:
    """The indicators with their rates tied to what they are computed from, and the sums that must hold."""
    indicators = list(drawn.indicators)
    for at, one in enumerate(indicators):
        if one.kind == "share" and not one.numerator:
            indicators[at] = _tied(drawn, one, answers)
    drawn.indicators[:] = indicators
    return tuple(indicators), tuple(_sums(drawn))


# --- rates


def _tied(drawn: Drawn, one: Indicator, answers: dict[str, str]) -> Indicator:
    found, why, words = _terms(drawn, one)
    default = "/".join(found) if found else ""
    answer = answers.get(f"{one.code}.ratio", default)
    drawn.decisions.append(
        Decision(
            f"{one.code}.ratio",
            "ratio",
            ("indicator", one.code),
            answer,
            (),
            why,
            words,
            why == "formula",
            {"name": one.name},
        )
    )
    parts = [part.strip() for part in answer.split("/")]
    known = {other.code for other in drawn.indicators}
    if len(parts) != 2 or not set(parts) <= known:
        return replace(one, over_units="none", over_time="latest")
    return replace(one, numerator=parts[0], denominator=parts[1], over_units="ratio", over_time="ratio", factor=100)


def _terms(drawn: Drawn, one: Indicator) -> tuple[tuple[str, str] | None, str, str]:
    """Numerator and denominator, and what says so."""
    by_formula = _by_formula(drawn, one)
    if by_formula:
        return by_formula, "formula", drawn.formulas[one.code]
    counts = [other for other in drawn.indicators if other.kind in ADDED_KINDS and not other.numerator]
    form = drawn.of_form.get(one.code, "")
    group = drawn.groups.get(one.code, "")
    mine = [other for other in counts if form and drawn.of_form.get(other.code) == form]
    mine = mine or [other for other in counts if drawn.groups.get(other.code) == group] or counts
    if not form and not _has_terms(one, mine, drawn):
        mine = counts
    part, whole = _named(one)
    numerator = _closest(part, mine, drawn)
    if numerator is not None:
        denominator = _closest(whole, mine, drawn) if whole else _whole_of(numerator, mine, drawn)
        if denominator is not None and denominator.code != numerator.code:
            return (numerator.code, denominator.code), "beside", ""
    before = [other for other in mine if _order(drawn, other) < _order(drawn, one)]
    if _is_column(drawn, one) and len(before) >= 2 and before[-1].unit_word == before[-2].unit_word:
        last_two = before[-2:] if _TOTALS.match(folded(drawn.labels[before[-1].code][-1])) else before[:-3:-1]
        return (last_two[0].code, last_two[1].code), "beside", ""
    return None, "nothing", ""


def _has_terms(one: Indicator, among: Sequence[Indicator], drawn: Drawn) -> bool:
    return _closest(_named(one)[0], among, drawn) is not None


def _order(drawn: Drawn, one: Indicator) -> int:
    return next(at for at, other in enumerate(drawn.indicators) if other.code == one.code)


def _is_column(drawn: Drawn, one: Indicator) -> bool:
    form = next((form for form in drawn.forms if form.code == drawn.of_form.get(one.code)), None)
    return form is not None and any(column.indicator == one.code for column in form.columns)


def _by_formula(drawn: Drawn, one: Indicator) -> tuple[str, str] | None:
    found = _QUOTIENT.search(drawn.formulas.get(one.code, ""))
    if not found:
        return None
    form = drawn.numbers[one.code][0]
    codes = {number: code for code, (own, number) in drawn.numbers.items() if own == form and number}
    if found[1] in codes and found[2] in codes:
        return codes[found[1]], codes[found[2]]
    return None


def _named(one: Indicator) -> tuple[str, str]:
    """What a rate's name says is divided, and by what: 'Tỷ lệ hộ nghèo trên tổng số hộ'."""
    words = folded(one.name)
    words = words.rsplit(": ", 1)[-1] if ": " in words and "tỷ lệ" in words.rsplit(": ", 1)[-1] else words
    start = _RATE.match(words)
    words = words[start.end() :] if start else words
    cut = _AGAINST.search(words)
    return (words[: cut.start()], words[cut.end() :]) if cut else (words, "")


def _closest(words: str, among: Sequence[Indicator], drawn: Drawn) -> Indicator | None:
    """The indicator whose label says ``words``, if one does and no other nearly as well."""
    if not normal(words).strip() or not among:
        return None
    names = {one.code: drawn.labels.get(one.code, (one.name,))[-1] for one in among}
    weights = weigh(names.values())
    ranked = sorted(
        ((likeness(words, names[one.code], weights), one) for one in among),
        key=lambda pair: -pair[0],
    )
    wanted = set(label_words(words))
    holding = [one for one in among if wanted and wanted <= set(label_words(names[one.code]))]
    best = ranked[0]
    if len(holding) == 1 and best[0] < 0.97:
        return holding[0]
    if best[0] < _ALIKE or (len(ranked) > 1 and best[0] - ranked[1][0] < 0.04):
        return None
    return best[1]


def _whole_of(part: Indicator, among: Sequence[Indicator], drawn: Drawn) -> Indicator | None:
    """Of what ``part`` is a part: the total of its unit that its words name, the row above, or the row before."""
    same = [one for one in among if one.unit_word == part.unit_word and one.code != part.code]
    own = {one.code: drawn.labels.get(one.code, (one.name,))[-1] for one in (part, *same)}
    mine = set(label_words(own[part.code]))
    totals = [one for one in same if _TOTALS.match(folded(own[one.code])) and set(label_words(own[one.code])) <= mine]
    if len(totals) == 1:
        return totals[0]
    above = drawn.parents.get(part.code, ("", ""))[0]
    parent = next((one for one in same if one.code == above), None)
    if parent is not None:
        return parent
    order = [one.code for one in drawn.indicators]
    at = order.index(part.code)
    before = next((one for one in same if order.index(one.code) == at - 1), None)
    if before is not None and len(mine & set(label_words(before.name))) >= 2:
        return before
    return None


# --- sums


def _sums(drawn: Drawn) -> list[Sum]:
    by_code = {one.code: one for one in drawn.indicators}
    found: list[Sum] = []
    children: dict[str, list[str]] = {}
    for code, (parent, _) in drawn.parents.items():
        if parent and code in by_code and by_code[parent].unit_word == by_code[code].unit_word:
            children.setdefault(parent, []).append(code)
    for parent, codes in children.items():
        found += _of_family(drawn, by_code[parent], [by_code[code] for code in codes])
    found += _of_formulas(drawn, by_code, {one.total for one in found})
    found += _of_neighbours(drawn)
    return found


def _of_family(drawn: Drawn, parent: Indicator, parts: Sequence[Indicator]) -> list[Sum]:
    parts = [one for one in parts if one.kind == parent.kind and one.scale == parent.scale and one.kind != "share"]
    wholes = [one for one in parts if _TOTALS.match(folded(drawn.labels[one.code][-1]))]
    found = [Sum(one.code, (parent.code,), ">=") for one in wholes]
    parts = [one for one in parts if one not in wholes]
    loose = [
        one
        for one in parts
        if drawn.parents[one.code][1] == "of-which" or is_overlapping(drawn.labels[one.code][-1].lstrip("-+ "))
    ]
    found += [Sum(parent.code, (one.code,), ">=") for one in loose]
    tight = tuple(one.code for one in parts if one not in loose)
    if not tight:
        return found
    added = bool(_ADDED.search(drawn.formulas.get(parent.code, "")))
    divided = any(drawn.parents[code][1] == "divided" for code in tight)
    is_total = added or divided or bool(_TOTALS.match(folded(drawn.labels[parent.code][-1])))
    whole = is_total and len(tight) > 1
    return [*found, Sum(parent.code, tight, "=" if whole else ">=")]


def _of_formulas(drawn: Drawn, by_code: dict[str, Indicator], taken: set[str]) -> list[Sum]:
    """Sums that a formula prints by numbers of rows or columns: '(4)=(2)+(3)', 'Tổng = 1 + 2'."""
    found = []
    for code, formula in drawn.formulas.items():
        if code in taken or code not in by_code or not _ADDED.fullmatch(formula.strip()):
            continue
        form = drawn.numbers[code][0]
        own = {number: other for other, (where, number) in drawn.numbers.items() if where == form and number}
        parts = tuple(own.get(part.strip("() "), "") for part in formula.split("+"))
        if all(parts) and code not in parts and len({by_code[one].unit_word for one in (*parts, code)}) == 1:
            found.append(Sum(code, parts))
    return found


def _of_neighbours(drawn: Drawn) -> list[Sum]:
    """'Ý kiến ... đã được giải quyết' is a part of the row of the same unit before it."""
    found = []
    order = list(drawn.indicators)
    for before, one in pairwise(order):
        same = before.unit_word == one.unit_word and drawn.of_form.get(before.code) == drawn.of_form.get(one.code)
        same = same and drawn.parents[one.code] == drawn.parents[before.code]
        if not same or one.kind == "share" or len(set(label_words(one.name)) & set(label_words(before.name))) < 2:
            continue
        if _DONE.search(folded(one.name)) and not _DONE.search(folded(before.name)):
            found.append(Sum(before.code, (one.code,), ">="))
    return found
