"""Who answered of those that were asked (độ phủ), body by body."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from tongket.model.consolidations import CoverageLine, ReportRead
from tongket.model.observations import Observation
from tongket.model.programmes import Programme
from tongket.model.rounds import Asked, Round
from tongket.vietnamese.unicode import key


def coverage_lines(
    round_: Round, reports: Iterable[ReportRead], observations: Iterable[Observation], programme: Programme
) -> tuple[CoverageLine, ...]:
    """One line for each body that was asked, in the round's order; then those that reported without being asked.

    A body whose answers come from a folder of facts has reported, too: its file is the one that they were read from.
    """
    reports, observations = list(reports), list(observations)
    answered: dict[tuple[str, str], set[str]] = {}
    for one in observations:
        answered.setdefault((one.unit, key(one.body)), set()).add(one.indicator)
    facts = _only_in_facts(observations, {read.file for read in reports})
    lines = []
    matched: set[int] = set()
    for asked in round_.asked:
        found = [n for n, read in enumerate(reports) if n not in matched and _answers(read, asked)]
        matched.update(found)
        latest = max((reports[n] for n in found), key=lambda read: read.report.letterhead.date or "", default=None)
        told = next((one for one in facts if _tells(one, asked)), None)
        facts = [one for one in facts if not _tells(one, asked)]
        lines.append(_line(asked, latest, answered, programme, told=told))
    for n, read in enumerate(reports):
        if n not in matched:
            unit = read.unit.id if read.unit else ""
            lines.append(_line(Asked(unit, read.body, read.kind), read, answered, programme, asked=False))
    lines += [
        _line(Asked(one.unit, one.body, one.body_kind), None, answered, programme, told=one, asked=False)
        for one in facts
    ]
    return tuple(lines)


def _only_in_facts(observations: Iterable[Observation], files: Collection[str]) -> list[Observation]:
    """One observation for each body whose answers come from no report that was read: its last."""
    from_facts = [one for one in observations if one.source and one.source not in files]
    return list({(one.unit, key(one.body)): one for one in from_facts}.values())


def _tells(one: Observation, asked: Asked) -> bool:
    return one.unit == asked.unit and (key(one.body) == key(asked.body) or one.body_kind == asked.kind)


def _answers(read: ReportRead, asked: Asked) -> bool:
    if key(read.body) == key(asked.body) and (read.unit is None or read.unit.id == asked.unit):
        return True
    return read.unit is not None and read.unit.id == asked.unit and read.kind == asked.kind


def _line(
    asked_body: Asked,
    read: ReportRead | None,
    answered: dict[tuple[str, str], set[str]],
    programme: Programme,
    *,
    told: Observation | None = None,
    asked: bool = True,
) -> CoverageLine:
    names = {key(body) for body in (asked_body.body, read and read.body, told and told.body) if body}
    codes = set().union(*(answered.get((asked_body.unit, name), set()) for name in names))
    return CoverageLine(
        unit=asked_body.unit,
        body=asked_body.body,
        kind=asked_body.kind,
        due=asked_body.due,
        file=read.file if read else told.source if told else "",
        date=(read.report.letterhead.date or "") if read else "",
        answered=len(codes),
        indicators=len(programme.indicators),
        asked=asked,
    )
