"""What stands behind one number, as a tree of lines: units, then what was said there, with its file and sentence."""

from __future__ import annotations

from collections.abc import Iterator

from tongket.consolidating.explain import Explanation, Said
from tongket.messages import N_, say
from tongket.model.observations import Observation, Rollup
from tongket.model.programmes import Indicator
from tongket.road.job import Explained
from tongket.writing.exact_texts import exact_text

LEFT_OUT = {
    "revised": N_("not in it: a later revision stands for it"),
    "owner": N_("not in it: the body that answers for this indicator has reported"),
    "area": N_("not in it: the unit states its whole area, and this is a part of it"),
    "own": N_("not in it: what the units below report counts instead"),
    "cells": N_("not in it: the unit states the total itself"),
    "unusable": N_("not in it: no number yet"),
    "outlived": N_("not in it: the unit's successor has reported since"),
}
MARKS = {
    "partial": N_("not all bodies have reported"),
    "approximate": N_("has approximate parts"),
    "estimated": N_("has estimated parts"),
    "conflict": N_("bodies report different values"),
    "break": N_("the series breaks here"),
}
STATUSES = {
    "none-occurred": N_("none occurred"),
    "not-applicable": N_("not applicable"),
    "pending": N_("pending"),
    "estimated": N_("estimated"),
    "missing": N_("missing"),
}
ORIGINS = {
    "form": N_("from a form"),
    "workbook": N_("from a workbook"),
    "read-confirmed": N_("read, and confirmed by a person"),
    "read": N_("read by machine"),
    "counted": N_("counted from a register"),
}
_WIDEST = 160  # characters of a sentence that are shown


def explanation_lines(found: Explained) -> Iterator[str]:
    """The number and its coverage, then everything that it is made of, indented."""
    indicator = found.indicator
    yield f"{indicator.code}  {indicator.name}" + (f" ({indicator.unit_word})" if indicator.unit_word else "")
    if found.explanation.rollup is None and not found.explanation.parts:
        yield say(N_("Nothing is known of it at {unit}."), unit=found.explanation.name)
        return
    yield from _unit_lines(found.explanation, indicator, 0)


def _unit_lines(one: Explanation, indicator: Indicator, depth: int) -> Iterator[str]:
    indent = "  " * depth
    code = f"{one.indicator} · " if one.indicator != indicator.code else ""
    counts_above = one.rollup is None and any(not said.left_out for said in one.said)  # a unit of another map
    yield f"{indent}{code}{one.name}:" + ("" if counts_above else f" {_number(one.rollup)}")
    for said in one.said:
        yield from _said_lines(said, "  " * (depth + 1))
    for part in one.parts:
        yield from _unit_lines(part, indicator, depth + 1)


def _number(rollup: Rollup | None) -> str:
    if rollup is None:
        return say(N_("nothing known"))
    if rollup.refusal:
        return say(rollup.refusal, **dict(rollup.facts))
    words = exact_text(rollup) if rollup.amount is not None else say(N_("nothing known"))
    coverage = f"{rollup.reported}/{rollup.expected}" if rollup.expected else str(rollup.reported)
    notes = [say(N_("{count} reported"), count=coverage), *(say(MARKS[mark]) for mark in rollup.marks if mark in MARKS)]
    return f"{words} ({'; '.join(notes)})"


def _said_lines(said: Said, indent: str) -> Iterator[str]:
    one = said.observation
    notes = [one.body, say(ORIGINS[one.origin])]
    if one.revision > 1:
        notes.append(say(N_("revision {number}"), number=one.revision))
    if said.left_out:
        notes.append(say(LEFT_OUT[said.left_out]))
    yield f"{indent}- {_value(one)}: {'; '.join(filter(None, notes))}"
    if one.passage or one.source:
        quote = " ".join(one.passage.split())
        yield f"{indent}  {one.source}: «{quote if len(quote) <= _WIDEST else quote[: _WIDEST - 3] + '...'}»"


def _value(one: Observation) -> str:
    if one.amount is None:
        return one.text or say(STATUSES.get(one.status, N_("missing")))
    shown = exact_text(
        Rollup(
            one.indicator,
            one.cell,
            one.unit,
            one.extent,
            one.amount,
            one.amount_high,
            one.scale,
            one.unit_word,
            one.qualifier,
            1,
            1,
            marks=("estimated",) if one.status == "estimated" else (),
        )
    )
    return f"{shown}{'' if one.unit_word == '%' else ' '}{one.unit_word}".strip()
