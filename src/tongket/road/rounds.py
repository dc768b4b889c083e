"""Which round it is: what the round's file says, what is asked for beyond it, and else what the reports tell."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from tongket.errors import ConsolidateError, ProgrammeError
from tongket.messages import N_
from tongket.model.consolidations import ReportRead
from tongket.model.programmes import Programme
from tongket.model.rounds import Asked, Round, Wanted
from tongket.model.units import Unit
from tongket.programmes.rounds import load_round
from tongket.registry.units import Registry
from tongket.road.names import ROUND_FILE
from tongket.road.periods import period_named
from tongket.road.units import unit_named
from tongket.writing.frame import usual_writer


def find_round(
    places: Sequence[Path], named: str | Path | None, programme: Programme, name: str | Path
) -> Round | None:
    """The round of the file ``named``, or of the first of ``places`` that has one in it or beside it; None for none.

    Raises:
        ProgrammeError: the file holds a mistake, or asks about another programme than ``programme``.
    """
    usual = [home / ROUND_FILE for place in places for home in (place, place.parent)]
    file = Path(named) if named else next((path for path in usual if path.is_file()), None)
    if file is None:
        return None
    asked = load_round(file)
    if asked.programme not in (programme.code, str(name)) and not _is_same(file.parent / asked.programme, Path(name)):
        raise ProgrammeError(
            N_("this round asks about the programme '{asked}', not '{programme}'."),
            N_("Choose '{asked}' with --programme, or name the round of '{programme}' with --round."),
            where=asked.file,
            asked=asked.programme,
            programme=programme.code,
        )
    return asked


def _is_same(one: Path, other: Path) -> bool:
    return one.resolve() == other.resolve()


def complete_round(
    programme: Programme,
    asked: Round | None,
    reports: Sequence[ReportRead],
    others: Iterable[str],
    registry: Registry,
    wanted: Wanted,
) -> Round:
    """The round as given, or what the reports and the units of ``others`` tell: the unit above all, nobody asked.

    Raises:
        ReadError: ``wanted`` names no unit, or several, or no period.
        ConsolidateError: it names no day.
    """
    whole = asked or _told(programme, reports, others, registry)
    if wanted.period:
        span = period_named(wanted.period, programme)
        whole = replace(whole, period_start=span.start, period_end=span.end)
    if wanted.unit:
        whole = _of_unit(whole, unit_named(wanted.unit, registry, whole.period_end), programme, registry)
    return replace(
        whole,
        view=wanted.view,
        shared_by=wanted.shared_by,
        as_of=_day(wanted.as_of) or whole.period_end or programme.period_end,
    )


def _day(text: str) -> str:
    try:
        return date.fromisoformat(text).isoformat() if text else ""
    except ValueError as error:
        raise ConsolidateError(
            N_("'{text}' is not a day."), N_("Write year, month and day like 2025-07-01."), text=text
        ) from error


def _told(programme: Programme, reports: Sequence[ReportRead], others: Iterable[str], registry: Registry) -> Round:
    units = [*(one.unit for one in reports), *(registry.unit(unit) for unit in sorted(set(others)))]
    above = {unit.parent for unit in units if unit and unit.parent}
    parent = next(iter(above)) if len(above) == 1 else "vn"
    unit = registry.unit(parent) or registry.unit("vn")
    return Round(
        programme=programme.code,
        unit=unit.id if unit else "vn",
        body=usual_writer(unit, programme.regime) if unit else "",
        place=_place(unit),
        period_start=programme.period_start,
        period_end=programme.period_end,
    )


def _of_unit(whole: Round, wanted: str, programme: Programme, registry: Registry) -> Round:
    """The same request for one of the units in it: only bodies of that unit and below it were asked."""
    unit = registry.unit(wanted, whole.period_end or None) or registry.unit(wanted)
    if wanted == whole.unit or unit is None:
        return whole
    return replace(
        whole,
        unit=unit.id,
        body=usual_writer(unit, programme.regime),
        place=_place(unit),
        asked=tuple(one for one in whole.asked if _is_within(one, unit, whole.period_end, registry)),
    )


def _is_within(one: Asked, unit: Unit, on: str, registry: Registry) -> bool:
    return one.unit == unit.id or unit.id in {above.id for above in registry.above(one.unit, on or None)}


def _place(unit: Unit | None) -> str:
    return unit.name if unit and unit.kind != "nation" else ""
