"""Sentences of the report to be written: one for each family of figures, under the section that is about it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from tongket.model.programmes import Indicator, OutlineItem, Sentence
from tongket.programmes.drafting.drawn import Drawn
from tongket.programmes.drafting.naming import lower_first
from tongket.programmes.words import normal

_SPOKEN = 6  # parts named in one sentence


def add_sentences(outline: Sequence[OutlineItem], drawn: Drawn, sections: Mapping[str, str]) -> tuple[OutlineItem, ...]:
    """``outline`` with the sentences of every indicator, and each form under a section. ``sections`` says where figures
    belong that the outline itself asks for: indicator code -> section code.
    """
    if not outline:
        return ()
    homes: dict[str, list[str]] = {}
    families = _families(drawn)
    for head in families:
        homes.setdefault(sections.get(head) or _section(outline, drawn, head), []).append(head)
    forms = _form_sections(outline, drawn, homes)
    by_code = {one.code: one for one in drawn.indicators}
    done = []
    for item in outline:
        texts = [_sentence(by_code, families, head) for head in homes.get(item.code, ())]
        own = tuple(code for code, section in forms.items() if section == item.code)
        done.append(replace(item, sentences=tuple(Sentence(text) for text in texts if text), forms=own))
    return tuple(done)


def _families(drawn: Drawn) -> dict[str, list[str]]:
    """Each indicator that stands for itself, with the parts below it that its sentence names too."""
    found: dict[str, list[str]] = {}
    rates = {one.numerator: one.code for one in drawn.indicators if one.numerator}
    for one in drawn.indicators:
        parent = drawn.parents.get(one.code, ("", ""))[0]
        if one.kind == "text" or one.code in rates.values():
            continue
        if parent and parent in found and len(found[parent]) < _SPOKEN:
            found[parent].append(one.code)
        else:
            found[one.code] = []
    for part, rate in rates.items():
        home = part if part in found else next((head for head, parts in found.items() if part in parts), "")
        if home:
            found[home].append(rate)
        else:
            found[rate] = []
    return found


def _section(outline: Sequence[OutlineItem], drawn: Drawn, code: str) -> str:
    """The section whose title shares most with the indicator and the headings above it: pairs of syllables in a row."""
    pairs: dict[tuple[str, str], float] = {}
    labels = drawn.labels.get(code, ())
    above = [(one, 1.0) for one in (drawn.groups.get(code, ""), *labels[:-1])]
    for label, weight in [*above, *((one, 1.6) for one in labels[-1:])]:
        for pair in _pairs(label):
            pairs[pair] = max(pairs.get(pair, 0.0), weight)
    best, best_score = "", 0.0
    for item in outline:
        if item.code[0] not in "BC" or item.passages or not item.title:
            continue
        title = {pair for name in (item.title, *item.titles) for pair in _pairs(name)}
        score = sum(weight for pair, weight in pairs.items() if pair in title) / (3 + len(title)) ** 0.5
        score *= 1.0 if item.code[0] == "C" else 0.85
        if score > best_score + 1e-9:
            best, best_score = item.code, score
    if best_score >= 0.3:
        return best
    return next((item.code for item in outline if item.code == "C"), outline[0].code)


def _pairs(text: str) -> set[tuple[str, str]]:
    return {pair for piece in re.split(r"[,;:()]", text) for pair in pairwise(normal(piece).split())}


def _form_sections(outline: Sequence[OutlineItem], drawn: Drawn, homes: Mapping[str, Sequence[str]]) -> dict[str, str]:
    """The section of each form: where most of its figures are spoken of."""
    found: dict[str, str] = {}
    result = next((item.code for item in outline if item.code == "C"), outline[0].code)
    for form in drawn.forms:
        counts = {
            section: sum(drawn.of_form.get(code) == form.code for code in heads) for section, heads in homes.items()
        }
        total = sum(counts.values())
        best = max(counts, key=lambda one: counts[one], default=result)
        found[form.code] = best if total and counts[best] > total / 2 else result
    return found


def _sentence(by_code: Mapping[str, Indicator], families: Mapping[str, Sequence[str]], head: str) -> str:
    one = by_code[head]
    said = f"{one.name} là {{{head}?}}{_unit(one)}"
    parts = [by_code[code] for code in families[head]]
    rates = [part for part in parts if part.numerator]
    counts = [part for part in parts if part not in rates]
    if counts:
        named = "; ".join(f"{lower_first(_short(part))} {{{part.code}}}{_unit(part)}" for part in counts)
        said += f", trong đó {named}"
    if rates:
        said += "; " + "; ".join(f"{lower_first(rate.name)} {{{rate.code}}}{_unit(rate)}" for rate in rates)
    return said + "."


def _short(part: Indicator) -> str:
    """The name of a part without that of the whole before it."""
    _, colon, tail = part.name.partition(": ")
    return tail if colon and len(tail) > 1 else part.name


def _unit(one: Indicator) -> str:
    return "%" if one.unit_word == "%" else "" if one.kind in ("yes-no", "text") else f" {one.unit_word}"
