"""Open duties of units that have ceased (nhiệm vụ của đơn vị đã thôi hoạt động), handed over to their successors."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from tongket.model.entries import Entry, Obligation
from tongket.model.units import Unit
from tongket.registry.bodies import body_kinds, successors
from tongket.registry.units import Registry


@dataclass(frozen=True, slots=True)
class Transfer:
    """A duty handed over: the revision that says so, and the same duty at its new owner. Both are written together.

    Where ``handed`` is None nobody took the place of unit or body whole: a person decides, or closes it.
    """

    open: Obligation
    closed: Obligation | None = None
    handed: Obligation | None = None
    heirs: tuple[str, ...] = ()  # ids of the units among which a person must choose


def transfers(entries: Iterable[Entry], registry: Registry, day: str) -> Iterator[Transfer]:
    """The open duties among ``entries`` (latest revisions) whose unit lived no more on ``day``, and where they go.

    A duty goes with a unit that went whole into one other; days, due date and words stay as they were, so that what
    was late stays late. The duty of a divided unit is given with all its heirs.
    """
    for one in entries:
        states = registry.states(one.unit)
        if not isinstance(one, Obligation) or one.state != "open" or not states or registry.alive(one.unit, day):
            continue
        if not states[-1].valid_to or states[-1].valid_to >= day:
            continue
        placed = registry.place(one.unit, day)
        heir = registry.unit(placed.target, day) if placed.whole else None
        if heir is None:
            yield Transfer(one, heirs=tuple(dict.fromkeys(piece.unit for piece in placed.pieces)))
        else:
            yield _transfer(one, states[-1], heir, day)


def _transfer(one: Obligation, before: Unit, heir: Unit, day: str) -> Transfer:
    kinds = successors(one.body_kind, before.kind, day) if one.body_kind else ("",)
    names = {kind.code: kind.name for kind in body_kinds()}
    if len(kinds) != 1:
        return Transfer(one, heirs=(heir.id,))
    body = f"{names.get(kinds[0], one.body)} {heir.full_name}" if kinds[0] in names else one.body
    closed = replace(one, state="transferred", transferred_to=f"{heir.id}: {body}")
    # The number tells where it came from: the new keeper may have used the old one for a duty of its own.
    handed = replace(one, unit=heir.id, body=body, body_kind=kinds[0], id=f"{one.unit}/{one.id}", revision=1)
    return Transfer(one, closed, handed)
