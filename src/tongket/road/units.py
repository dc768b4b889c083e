"""The unit that somebody names by id, code or name."""

from __future__ import annotations

from tongket.errors import ReadError
from tongket.messages import N_
from tongket.registry.units import Registry


def unit_named(text: str, registry: Registry, on: str) -> str:
    """The id of the one unit that ``text`` is or names on that day.

    Raises:
        ReadError: none, or several.
    """
    if registry.states(text):
        return text
    found = registry.find(text, on or None) or registry.find(text)
    if len(found) == 1:
        return found[0].id
    raise ReadError(
        N_("several units are called '{name}': {units}.") if found else N_("there is no unit '{name}'."),
        N_("Write it with the unit above it ('xã Lũng Ẳng, tỉnh Mẫu Sơn'), or its id."),
        name=text,
        units="; ".join(f"{one.id} ({one.full_name})" for one in found[:8]),
    )
