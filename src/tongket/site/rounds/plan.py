"""Whom a round asks, by when, and who reports to whom: chosen for the round, not taken from the tree for ever."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Count, Q

from tongket.programmes.levels import RANK
from tongket.site.interface.clock import today
from tongket.site.people.models import Body
from tongket.site.rounds.words import kind_name

SUPERIOR, ASKER = "superior", "asker"


@dataclass(frozen=True, slots=True)
class Exceptional:
    """What is otherwise for one body: to whom it reports (0: as usual), and by when (None: as its level)."""

    to: int = 0
    due: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Plan:
    """``groups`` are 'level/kind' of bodies below the asking one; ``bodies`` are asked beside them, ``without`` not.

    ``ladder``: each body reports to its superior body, or straight to the one that asks. ``dues`` by level.
    """

    groups: tuple[str, ...] = ()
    bodies: tuple[int, ...] = ()
    without: tuple[int, ...] = ()
    ladder: str = SUPERIOR
    dues: Mapping[str, dt.date] = field(default_factory=dict)
    exceptions: Mapping[int, Exceptional] = field(default_factory=dict)

    def as_json(self) -> dict[str, Any]:
        """As it is kept in ``Round.plan``."""
        return {
            "groups": list(self.groups),
            "bodies": list(self.bodies),
            "without": list(self.without),
            "ladder": self.ladder,
            "dues": {level: day.isoformat() for level, day in self.dues.items()},
            "exceptions": {
                str(body): {"to": one.to, "due": one.due.isoformat() if one.due else ""}
                for body, one in self.exceptions.items()
            },
        }


@dataclass(frozen=True, slots=True)
class Asked:
    """A body that is asked: to whom it reports, by when."""

    body: Body
    reports_to: int
    due: dt.date


@dataclass(frozen=True, slots=True)
class Group:
    """Bodies of one kind at one level below a body, and how many they are."""

    level: str
    kind: str
    count: int

    @property
    def code(self) -> str:
        """'commune/ubnd'."""
        return f"{self.level}/{self.kind}"

    @property
    def name(self) -> str:
        """'Ủy ban nhân dân'."""
        return kind_name(self.kind)


def plan_of(kept: Mapping[str, Any]) -> Plan:
    """The plan out of ``Round.plan``."""
    return Plan(
        tuple(kept.get("groups", ())),
        tuple(kept.get("bodies", ())),
        tuple(kept.get("without", ())),
        kept.get("ladder", SUPERIOR),
        {level: dt.date.fromisoformat(day) for level, day in kept.get("dues", {}).items()},
        {
            int(body): Exceptional(one["to"], dt.date.fromisoformat(one["due"]) if one["due"] else None)
            for body, one in kept.get("exceptions", {}).items()
        },
    )


def groups_below(asker: Body) -> list[Group]:
    """The kinds of bodies below ``asker`` by level, the highest level first: one statement."""
    rows = _living(Body.objects.filter(path__startswith=asker.path).exclude(pk=asker.pk))
    counted = rows.order_by().values("level", "kind").annotate(count=Count("pk"))
    groups = [Group(row["level"], row["kind"], row["count"]) for row in counted]
    return sorted(groups, key=lambda one: (-RANK.get(one.level, -1), one.kind))


def asked_of(plan: Plan, asker: Body) -> list[Asked]:
    """The bodies that the plan asks, in the order of the tree: one statement.

    A superior outside of the asker's own tree is not waited for: such a body reports to the asker.
    """
    chosen = Q(pk__in=plan.bodies)
    for group in plan.groups:
        level, _, kind = group.partition("/")
        chosen |= Q(path__startswith=asker.path, level=level, kind=kind)
    found = _living(Body.objects.filter(chosen)).exclude(pk__in=(*plan.without, asker.pk)).order_by("path")
    above = _ancestors(asker)
    return [Asked(body, _ladder(plan, body, asker, above), due_of(plan, body)) for body in found]


def due_of(plan: Plan, body: Body) -> dt.date:
    """The day by which ``body`` answers: its own, its level's, that of other bodies ("")."""
    own = plan.exceptions.get(body.pk)
    if own and own.due:
        return own.due
    return plan.dues.get(body.level) or plan.dues.get("") or max(plan.dues.values())


def level_order(levels: Iterable[str]) -> list[str]:
    """Levels from the lowest, which reports first, to the highest."""
    return sorted(levels, key=lambda level: RANK.get(level, -1))


def _ladder(plan: Plan, body: Body, asker: Body, above: frozenset[int]) -> int:
    own = plan.exceptions.get(body.pk)
    if own and own.to and own.to != body.pk:
        return own.to
    inside = body.path.startswith(asker.path)
    if plan.ladder == ASKER or not inside or body.superior_id is None or body.superior_id in above:
        return asker.pk
    return body.superior_id


def _ancestors(asker: Body) -> frozenset[int]:
    return frozenset(int(part) for part in asker.path.strip("/").split("/") if part) - {asker.pk}


def _living(bodies: Any) -> Any:
    day = today()
    return bodies.filter(Q(valid_from=None) | Q(valid_from__lte=day), Q(valid_to=None) | Q(valid_to__gte=day))
