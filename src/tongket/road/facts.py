"""Facts taken in, checked and shown (nhập, kiểm tra, xem kho số liệu): the road's part in ``tongket facts``."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from tongket.consolidating.showing import FactsShown, Wanted, facts_shown, observations_shown
from tongket.errors import ReadError
from tongket.messages import N_
from tongket.model.observations import Observation
from tongket.model.programmes import Programme
from tongket.programmes.load import HEADER_FILE, PACKS, load_programme
from tongket.registry.units import Registry, load_units


@dataclass(frozen=True, slots=True)
class Shown:
    """What a folder of facts holds of what was asked for; ``observations`` are read while they are taken.

    ``programmes`` are those of them that come with the package, by code.
    """

    held: FactsShown
    observations: Iterator[Observation]
    programmes: Mapping[str, Programme]


def show_facts(
    facts: str | Path,
    *,
    indicator: str = "",
    unit: str = "",
    period: str = "",
    programme: str = "",
    revisions: bool = False,
    units_file: str | Path | None = None,
) -> Shown:
    """What the folder ``facts`` holds: by import and period, and the observations themselves.

    ``unit`` is an id or a name, ``period`` 'start/end' ('/end' for a stock).

    Raises:
        ReadError: there is no such folder, one of its files is damaged, or several units bear that name.
        ProgrammeError: the units file holds a mistake.
    """
    folder = Path(facts)
    registry = load_units(Path(units_file) if units_file else None)
    units = (_unit_id(unit, registry),) if unit else ()
    wanted = Wanted(indicator, units, (period,) if period else (), programme, revisions)
    held = facts_shown(folder, wanted)
    return Shown(held, observations_shown(folder, wanted), _known_programmes(held))


def _known_programmes(held: FactsShown) -> dict[str, Programme]:
    codes = {one.programme for one in held.imports}
    return {code: load_programme(code) for code in sorted(codes) if (PACKS / code / HEADER_FILE).is_file()}


def _unit_id(text: str, registry: Registry) -> str:
    """The id of the one unit that ``text`` is or names; of an unknown id, itself: a facts folder may know others."""
    if registry.states(text):
        return text
    found = registry.find(text)
    if len(found) > 1:
        raise ReadError(
            N_("several units are called '{name}': {units}."),
            N_("Give the id of the one you mean."),
            name=text,
            units="; ".join(f"{one.id} ({one.full_name})" for one in found[:8]),
        )
    return found[0].id if found else text
