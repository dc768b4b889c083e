"""What stands behind one number: its parts by unit, down to the submission and the sentence it was read from."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from urllib.parse import quote, urlencode

from django.db.models import QuerySet
from django.urls import reverse

from tongket.consolidating.explain import Explanation, Said, explain
from tongket.messages import N_, say
from tongket.model.observations import Observation, Rollup
from tongket.model.programmes import Indicator
from tongket.programmes.formula_trees import names
from tongket.programmes.formulas import parse
from tongket.registry.cycles import period_before
from tongket.site.people.rights import Actor, seen
from tongket.site.rollups.asking import Seen, map_query, question_of, with_parts
from tongket.site.rollups.earlier import period_key
from tongket.site.rollups.live import COUNTED, earlier_of, rolled_up
from tongket.site.rollups.observed import observations_in
from tongket.site.rounds.models import Round, Submission
from tongket.site.submissions.models import Observation as Row

REASONS = {
    "revised": N_("a later revision counts"),
    "owner": N_("the body that answers for it counts"),
    "area": N_("it is a part of what the unit states of its whole"),
    "own": N_("what the units below it report counts instead"),
    "cells": N_("the unit states the total itself"),
    "unusable": N_("it holds no number yet"),
    "outlived": N_("its successor has reported since"),
}
ORIGINS = {
    "form": N_("typed into the form"),
    "workbook": N_("from the workbook"),
    "read": N_("read from the report, not confirmed"),
    "read-confirmed": N_("read from the report and confirmed"),
    "counted": N_("counted from a register"),
}
_PASSAGE = 400
_SEARCHED = 60


@dataclass(frozen=True, slots=True)
class Statement:
    """What a body said: where it stands, the sentence, and why it is not in the number ("" = it is)."""

    body: str
    indicator: str
    cell: str
    amount: int | None
    amount_high: int | None
    scale: int
    qualifier: str
    address: str  # of the submission; "" for one who may not see it
    passage: str
    origin: str
    left_out: str = ""


@dataclass(slots=True)
class Part:
    """A number below the number: of a unit, or of an indicator that it is computed from."""

    name: str
    rollup: Rollup | None
    address: str  # of what stands behind it
    statements: list[Statement] = field(default_factory=list)


@dataclass(slots=True)
class Behind:
    """All of it. ``missing`` are submissions that were asked and not sent."""

    indicator: Indicator
    cell: str
    unit: str
    rollup: Rollup | None
    parts: list[Part]
    statements: list[Statement]
    missing: QuerySet[Submission]

    @property
    def largest(self) -> Part | None:
        """The part with the greatest number."""
        told = [one for one in self.parts if one.rollup and one.rollup.amount is not None]
        return max(told, key=lambda one: one.rollup.amount or 0, default=None) if len(told) > 1 else None


def behind(actor: Actor, asked: Round, seen_map: Seen, indicator: Indicator, cell: str, unit: str) -> Behind:
    """What stands behind the number of ``indicator`` and ``cell`` at ``unit`` ("" = the whole).

    Four statements: the bodies asked, their values, who of them the actor may see, who has not sent.
    """
    question = question_of(asked, seen_map)
    codes = with_parts(question.programme, frozenset({indicator.code}))
    rows = Row.objects.filter(submission__round=asked, submission__state__in=COUNTED, indicator__in=codes)
    found = list(observations_in(_latest(rows)))
    may_see = set(
        Submission.objects.filter(seen(actor, "submission.see", over="reports_to"), round=asked).values_list(
            "pk", flat=True
        )
    )
    submissions = {value.key: submission for _, submission, value in found if submission in may_see}
    explained = explain([value for _, _, value in found], question, indicator.code, unit or question.round.unit, cell)

    def statement(said: Said) -> Statement:
        return _statement(said, submissions.get(said.observation.key, 0))

    parts = [_part(one, asked, seen_map, statement) for one in explained.parts]
    rollup = explained.rollup
    before = earlier_of(asked, frozenset({indicator.code}))
    if before:  # computed from earlier rounds too, which the round's own values do not explain
        at = unit or question.round.unit
        rollup = rolled_up(asked, frozenset({indicator.code}), seen_map).at(indicator.code, cell, at)
        parts += _parts_before(before, asked, indicator, cell, at, seen_map)
    missing = Submission.objects.filter(round=asked).exclude(state__in=COUNTED).select_related("body")
    statements = [statement(one) for one in explained.said]
    return Behind(indicator, cell, explained.name, rollup, parts, statements, missing.order_by("body__path"))


def _parts_before(
    before: list[Round], asked: Round, indicator: Indicator, cell: str, unit: str, seen_map: Seen
) -> Iterator[Part]:
    """The values of earlier rounds that its formula names, each with the way to what stands behind it there."""
    rounds = {period_key(one): one for one in before}
    for name in names(parse(indicator.formula)) if indicator.formula else ():
        of = rounds.get(period_before(period_key(asked), name.back)) if name.back else None
        if of is None:
            continue
        at = cell if name.cell is None else name.cell
        found = rolled_up(of, frozenset({name.indicator}), seen_map).at(name.indicator, at, unit)
        yield Part(of.name, found, number_address(of.pk, name.indicator, unit, at, seen_map))


def number_address(asked: int, indicator: str, unit: str, cell: str, seen_map: Seen) -> str:
    """The page of a number, by the map that it is looked at with."""
    query = {"indicator": indicator, "unit": unit, **({"cell": cell} if cell else {}), **map_query(seen_map)}
    return f"{reverse('rollups:number', args=[asked])}?{urlencode(query)}"


def _latest(rows: QuerySet[Row]) -> QuerySet[Row]:
    from django.db.models import F

    return rows.filter(revision=F("submission__revision")).order_by("unit", "body", "indicator", "cell")


def _part(one: Explanation, asked: Round, seen_map: Seen, statement: Callable[[Said], Statement]) -> Part:
    address = number_address(asked.pk, one.indicator, one.unit, one.cell, seen_map)
    return Part(one.name, one.rollup, address, [statement(said) for said in one.said])


def _statement(said: Said, submission: int) -> Statement:
    one: Observation = said.observation
    passage = " ".join(one.passage.split())[:_PASSAGE] if submission else ""
    return Statement(
        one.body,
        one.indicator,
        one.cell,
        one.amount,
        one.amount_high,
        one.scale,
        one.qualifier,
        review_address(submission, passage) if submission else "",
        passage,
        say(ORIGINS[one.origin]),
        say(REASONS[said.left_out]) if said.left_out else "",
    )


def review_address(submission: int, passage: str) -> str:
    """The review of the submission, at the sentence where browsers can find it."""
    at = f"#:~:text={quote(passage[:_SEARCHED])}" if passage else ""
    return reverse("submissions:review", args=[submission]) + at
