"""The rows and the JSON that ``tongket units`` prints of units, their changes and the parts of their series."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from tongket.messages import N_, say
from tongket.vietnamese.dates import printed_day

if TYPE_CHECKING:
    from tongket.model.bodies import Body
    from tongket.model.units import Portion, Share, Succession, Unit
    from tongket.registry.history import Step
    from tongket.registry.series import Part
    from tongket.registry.units import Registry

STEP_WORDS = {
    "": N_("became"),
    "merge": N_("merged into"),
    "split": N_("divided into"),
    "part": N_("a part joined to"),
    "rename": N_("renamed"),
    "change": N_("changed its kind"),
    "move": N_("moved under another unit"),
    "end": N_("level ended, its area lies in"),
}
SHARE_WORDS = {"people": N_("people"), "households": N_("households"), "area": N_("area")}
UNIT_COLUMNS = (N_("Unit code"), N_("Unit"), N_("Within"), N_("From day"), N_("To day"), N_("Id"))
HISTORY_COLUMNS = (
    N_("Day"),
    N_("What changed"),
    N_("Before"),
    N_("After"),
    N_("How much"),
    N_("Together with"),
    N_("Act"),
)
SERIES_COLUMNS = (N_("From day"), N_("To day"), N_("Unit"), N_("Within"), N_("How much"), N_("Id"))

BODY_COLUMNS = (N_("Body"), N_("From day"), N_("To day"), N_("Became"), N_("Id"))


def unit_row(registry: Registry, unit: Unit, on: str | None = None) -> list[str]:
    """The cells of ``UNIT_COLUMNS``."""
    days = [shown(unit.valid_from), shown(unit.valid_to)]
    return [unit.code, unit.full_name, within(registry, unit, on), *days, unit.id]


def within(registry: Registry, unit: Unit, on: str | None = None) -> str:
    """The units above a state of a unit ``on`` a day (None: its last day), the nearest first."""
    return ", ".join(_names_above(registry, unit, on))


def _names_above(registry: Registry, unit: Unit, on: str | None) -> list[str]:
    above = registry.above(unit.id, on or unit.valid_to or None)
    return [one.full_name for one in above if one.kind != "nation"]


def title(registry: Registry, unit: Unit, on: str | None = None) -> str:
    """The line above a table: the unit with those above it, and its id."""
    return ", ".join(part for part in (unit.full_name, within(registry, unit, on)) if part) + f" ({unit.id})"


def named(registry: Registry, unit_id: str) -> str:
    """The last name of a unit, or its id where the registry does not know it."""
    unit = registry.unit(unit_id)
    return unit.full_name if unit else unit_id


def shown(day: str) -> str:
    """A day for a person at a terminal, ISO for programs."""
    return printed_day(day) if sys.stdout.isatty() else day


def step_row(step: Step) -> list[str]:
    """The cells of ``HISTORY_COLUMNS``."""
    names = [step.before.full_name, step.after.full_name]
    beside = ", ".join(unit.full_name for unit in step.beside)
    how_much = "" if step.before.id == step.after.id else _how_much(step.whole, _shares_text(step.shares))
    return [shown(step.on), say(STEP_WORDS[step.kind]), *names, how_much, beside, step.act]


def part_row(registry: Registry, part: Part) -> list[str]:
    """The cells of ``SERIES_COLUMNS``."""
    unit = registry.unit(part.unit)
    assert unit is not None  # a series is made of units of the registry
    how_much = _how_much(part.whole, _portions_text(part.portions))
    return [shown(part.start), shown(part.end), unit.full_name, within(registry, unit), how_much, part.unit]


def _how_much(whole: bool, known: str) -> str:
    if whole:
        return say(N_("the whole"))
    return f"{say(N_('a part'))} ({known})" if known else say(N_("a part"))


def _shares_text(shares: Sequence[Share]) -> str:
    return ", ".join(f"{say(SHARE_WORDS[one.key])} {_amount(one)}" for one in shares)


def _amount(share: Share) -> str:
    """People and households as they are, an area in hectares."""
    return f"{share.amount / 100:.2f} ha".replace(".", ",") if share.key == "area" else str(share.amount)


def _portions_text(portions: Sequence[Portion]) -> str:
    return ", ".join(
        f"{say(SHARE_WORDS[one.key])} {float(one.portion * 100):.1f}%".replace(".", ",") for one in portions
    )


def unit_json(registry: Registry, unit: Unit, on: str | None = None) -> dict[str, Any]:
    """A state of a unit; ``above`` are the names of those above it, the nearest first."""
    return {
        "id": unit.id,
        "code": unit.code,
        "kind": unit.kind,
        "prefix": unit.prefix,
        "name": unit.name,
        "full_name": unit.full_name,
        "parent": unit.parent,
        "above": _names_above(registry, unit, on),
        "from": unit.valid_from,
        "to": unit.valid_to,
    }


def step_json(registry: Registry, step: Step) -> dict[str, Any]:
    """One change, with both states."""
    return {
        "on": step.on,
        "kind": step.kind,
        "before": unit_json(registry, step.before),
        "after": unit_json(registry, step.after),
        "act": step.act,
        "whole": step.whole,
        "shares": {one.key: one.amount for one in step.shares},
        "beside": [unit.id for unit in step.beside],
    }


def part_json(registry: Registry, part: Part) -> dict[str, Any]:
    """A part of a series; ``portions`` are pairs of numerator and denominator."""
    unit = registry.unit(part.unit)
    assert unit is not None  # a series is made of units of the registry
    return {
        "unit": unit_json(registry, unit),
        "from": part.start,
        "to": part.end,
        "successor_from": part.successor_from,
        "whole": part.whole,
        "portions": {one.key: [one.portion.numerator, one.portion.denominator] for one in part.portions},
    }


def body_row(body: Body, links: Sequence[Succession]) -> list[str]:
    """The cells of ``BODY_COLUMNS``; ``links`` are what bodies became."""
    heirs = ", ".join(link.successor for link in links if link.predecessor == body.id)
    return [body.name, shown(body.valid_from), shown(body.valid_to), heirs, body.id]


def body_json(body: Body) -> dict[str, Any]:
    """A body of the units file."""
    return {
        "id": body.id,
        "kind": body.kind,
        "name": body.name,
        "names": list(body.names),
        "regime": body.regime,
        "unit": body.unit,
        "from": body.valid_from,
        "to": body.valid_to,
    }
