"""One report of a folder: read, checked, and sorted to the programme that it answers."""

from __future__ import annotations

from collections.abc import Callable

from tongket.checking.check import check_report
from tongket.checking.units.issuing_units import check_reporting_unit
from tongket.errors import TongketError, failed_on
from tongket.messages import N_, Told, say
from tongket.model.consolidations import LeftOut, ReportRead
from tongket.model.programmes import Programme
from tongket.model.reports import Report
from tongket.model.rounds import Round
from tongket.model.units import Unit
from tongket.programmes.load import list_programmes
from tongket.programmes.match import answers, match_report
from tongket.registry.bodies import body_kind
from tongket.registry.units import Registry


def read_one(
    name: str, opened: Callable[[], Report], programme: Programme, registry: Registry, asked: Round | None
) -> ReportRead | LeftOut:
    """The report that ``opened`` gives and what it answers, or why the file ``name`` is left out; raises nothing."""
    try:
        return _take(name, opened(), programme, registry, asked)
    except TongketError as error:
        return LeftOut(name, error.message())
    except Exception as error:  # as in ``read``
        return LeftOut(name, failed_on(error, where=name).message())


def _take(
    name: str, report: Report, programme: Programme, registry: Registry, asked: Round | None
) -> ReportRead | LeftOut:
    """What ``report`` answers, or why it is left out."""
    answer = answers(report, programme)
    if answer.how == "no":
        told = _other_directive(report, answer.named, programme)
        return LeftOut(name, say(told), told)
    unit, body, kind = _reporter(report, registry, asked)
    matches = match_report(report, programme, unit.kind if unit else "")
    found = check_report(report, registry, [(programme, matches)])
    if unit and not any((one.kind, one.case) == ("stale-unit", "issuer") for one in found):
        found += check_reporting_unit(report, unit, registry)
    return ReportRead(
        file=name,
        report=report,
        unit=unit,
        body=body,
        kind=kind,
        findings=tuple(found),
        matches=matches,
        how=answer.how,
        via=answer.via,
    )


def _other_directive(report: Report, named: str, programme: Programme) -> Told:
    other = next((one for one in list_programmes() if answers(report, one).how != "no"), None)
    if other:
        return _told(
            N_(
                "reports on {named}: it answers the programme '{other}', not '{programme}'; "
                "it counts where that one is run."
            ),
            named=named or other.directive.symbol,
            other=other.code,
            programme=programme.code,
        )
    if named:
        return _told(
            N_("reports on {named}, not on {directive}; consolidate it with the programme of {named}."),
            named=named,
            directive=programme.directive.symbol,
        )
    return _told(N_("names no directive, and fills in none of the programme's forms; check whether it belongs here."))


def _told(message: str, **facts: object) -> Told:
    return Told(message, tuple(facts.items()))


def _reporter(report: Report, registry: Registry, asked: Round | None) -> tuple[Unit | None, str, str]:
    """The unit, name and kind of the body that reports: by the round's list first, then by the table of units."""
    head = report.letterhead
    body = head.issuing_body or ""
    own = registry.body(body)
    kind = own.kind if own else known.code if (known := body_kind(body)) else "ubnd"
    date = head.date if head.date and len(head.date) == 10 else None
    on = date or (asked.period_end if asked else None)
    units = registry.of_body(body, on) if body else ()
    if not units and date:  # a body of a unit that had ended: kept at that unit; a finding says so
        units = registry.of_body_before(body, date)
    if not units and head.parent_body:  # 'SỞ NỘI VỤ' under 'UBND TỈNH ...' names its unit in the line above
        units = registry.of_body(head.parent_body, on)
    if asked and date and units and not any(_in_area(unit, asked.unit, registry, date) for unit in units):
        units = registry.of_body_before(body, date, asked.unit) or units  # rather than a living homonym elsewhere
    if asked:
        wanted = {one.unit for one in asked.asked}
        listed = [unit for unit in units if unit.id in wanted] or [unit for unit in units if unit.id == asked.unit]
        units = tuple(listed) or units
    if len({unit.id for unit in units}) > 1:  # homonyms: the report itself may name the unit above
        units = tuple(unit for unit in units if _names_above(report.text, unit, registry))
    unit = units[0] if len({unit.id for unit in units}) == 1 else None
    return unit, body or say(N_("(body not named)")), kind


def _in_area(unit: Unit, above: str, registry: Registry, on: str) -> bool:
    return above in {unit.id, *(one.id for one in registry.above(unit.id, on))}


def _names_above(text: str, unit: Unit, registry: Registry) -> bool:
    return any(above.full_name in text for above in registry.above(unit.id) if above.kind != "nation")
