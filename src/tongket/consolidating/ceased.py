"""Reports of units that had ceased by then (đơn vị đã kết thúc mà vẫn báo cáo): taken and placed, and told."""

from __future__ import annotations

from collections.abc import Iterable

from tongket.model.comparisons import Ceased
from tongket.model.observations import Observation
from tongket.registry.units import Registry


def ceased_units(observations: Iterable[Observation], registry: Registry) -> tuple[Ceased, ...]:
    """One for each source, body and day, in the order in which they are met.

    Not told: units that the registry does not know, and those that begin after the period; a later unit may well
    answer for its predecessors.
    """
    counts: dict[tuple[str, str, str, str], int] = {}
    for one in observations:
        key = (one.unit, one.body, one.source, one.period[-10:])
        counts[key] = counts.get(key, 0) + 1
    found = []
    for (unit, body, source, day), count in counts.items():
        last = registry.unit(unit)
        if last and last.valid_to and last.valid_to < day:
            found.append(Ceased(last, body, source, day, registry.place(unit, day), count))
    return tuple(found)
