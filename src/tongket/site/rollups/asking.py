"""A round of the site as the library asks about it: who was asked, for which period, and seen by which map."""

from __future__ import annotations

from dataclasses import dataclass
from typing import get_args

from tongket.consolidating.inputs import Question
from tongket.messages import N_
from tongket.model.programmes import Indicator, Programme
from tongket.model.rounds import Asked, MapView
from tongket.model.rounds import Round as AskedRound
from tongket.model.units import ShareKey
from tongket.programmes.formula_trees import names
from tongket.programmes.formulas import parse
from tongket.site.interface.days import typed_day
from tongket.site.people.units import registry
from tongket.site.rollups.errors import RollupError
from tongket.site.rounds.models import Round, Submission
from tongket.site.rounds.programmes import programme_of
from tongket.vietnamese.dates import printed_day

VIEWS: tuple[MapView, ...] = get_args(MapView)
SHARES: tuple[ShareKey, ...] = get_args(ShareKey)


@dataclass(frozen=True, slots=True)
class Seen:
    """By which map figures are shown (địa giới): ``as_of`` is a day, "" = the end of the round's period."""

    view: MapView = "reported"
    as_of: str = ""
    shared_by: ShareKey = "people"


AS_REPORTED = Seen()


def seen_by(view: str, as_of: str = "", shared_by: str = "") -> Seen:
    """The map that an address names; what it does not name is as the round says.

    Raises:
        RollupError: the day is none.
    """
    if as_of:
        day = typed_day(as_of)
        if day is None:
            raise RollupError(N_("“{day}” is not a day."), N_("Choose the day whose map is wanted."), day=as_of[:40])
        as_of = day.isoformat()
    chosen = next((one for one in VIEWS if one == view), "reported")
    key = next((one for one in SHARES if one == shared_by), "people")
    return Seen(chosen, as_of if chosen != "reported" else "", key)


def map_query(seen: Seen) -> dict[str, str]:
    """The map in an address; nothing for the usual one."""
    if seen.view == "reported":
        return {}
    shared_by = seen.shared_by if seen.view == "apportioned" else ""
    named = {"view": seen.view, "as_of": seen.as_of, "shared_by": shared_by}
    return {name: value for name, value in named.items() if value}


def asked_of(asked: Round) -> AskedRound:
    """The round as the library knows it: one statement, for the bodies that were asked."""
    rows = Submission.objects.filter(round=asked).order_by("body__path")
    bodies = rows.values_list("body__unit", "body__name", "body__kind", "due")
    body = asked.body
    return AskedRound(
        programme=asked.programme.code,
        unit=body.unit,
        body=body.name,
        place=body.place or body.unit_name,
        period_start=asked.period_start.isoformat(),
        period_end=asked.period_end.isoformat(),
        request=_request(asked),
        asked=tuple(Asked(unit, name, kind, due.isoformat()) for unit, name, kind, due in bodies),
    )


def _request(asked: Round) -> str:
    if not asked.request_symbol:
        return ""
    day = f" ngày {printed_day(asked.request_date.isoformat())}" if asked.request_date else ""
    return f"Công văn số {asked.request_symbol}{day}"


def question_of(asked: Round, seen: Seen = AS_REPORTED) -> Question:
    """What is asked of the round's observations; the table holds the latest revision of each answer alone."""
    programme = programme_of(asked.programme)
    return Question(
        programme,
        asked_of(asked),
        registry(),
        unique=True,
        view=seen.view,
        as_of=seen.as_of or asked.period_end.isoformat(),
        shared_by=seen.shared_by,
    )


def with_parts(programme: Programme, codes: frozenset[str]) -> frozenset[str]:
    """``codes`` with those of the indicators that they are computed from, and of theirs."""
    found: set[str] = set()
    waiting = list(codes)
    while waiting:
        code = waiting.pop()
        indicator = programme.indicator(code)
        if code not in found and indicator is not None:
            found.add(code)
            waiting += _parts(indicator)
    return frozenset(found)


def _parts(indicator: Indicator) -> list[str]:
    of_formula = [one.indicator for one in names(parse(indicator.formula))] if indicator.formula else []
    return [one for one in (indicator.numerator, indicator.denominator, indicator.weight, *of_formula) if one]
