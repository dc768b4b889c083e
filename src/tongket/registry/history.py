"""Successions (sáp nhập, chia tách, đổi tên): what became of units and what they were made from, looked up by unit."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from tongket.model.units import Succession, SuccessionKind, Unit

if TYPE_CHECKING:
    from tongket.registry.units import Registry

DATA = Path(__file__).parent / "data"


class History:
    """The successions of a registry, by predecessor and by successor; each with its kind, given or derived."""

    __slots__ = ("after", "before")

    def __init__(self, registry: Registry, own: Iterable[Succession]) -> None:
        self.after: dict[str, list[Succession]] = defaultdict(list)
        self.before: dict[str, list[Succession]] = defaultdict(list)
        links = [*built_in_links(), *own]
        for link in links:
            self.after[link.predecessor].append(link)
            self.before[link.successor].append(link)
        for links_of in self.after.values():
            links_of[:] = [self._with_kind(link, registry) for link in links_of]
        for unit, links_of in self.before.items():
            links_of[:] = [one for link in links_of for one in self.after[link.predecessor] if one.successor == unit]

    def _with_kind(self, link: Succession, registry: Registry) -> Succession:
        if link.kind:
            return link
        siblings = [one for one in self.after[link.predecessor] if one.on == link.on]
        sources = [one for one in self.before[link.successor] if one.on == link.on]
        return replace(link, kind=succession_kind(link, len(siblings), len(sources), registry))


def succession_kind(link: Succession, siblings: int, sources: int, registry: Registry) -> SuccessionKind:
    """The kind of a succession that says none: ``siblings`` units came of the predecessor that day, ``sources`` made
    the successor.
    """
    if not link.whole or siblings > 1:
        return "split" if sources == 1 else "part"
    old, new = registry.states(link.predecessor), registry.states(link.successor)
    if not old or not new or sources > 1 or _lived_before(new, link.on):
        return "merge"
    heir = next((state for state in new if state.valid_from >= link.on), new[-1])
    return "change" if heir.name == old[-1].name else "rename"


def _lived_before(states: tuple[Unit, ...], on: str) -> bool:
    return not states[0].valid_from or states[0].valid_from < on


@cache
def built_in_links() -> tuple[Succession, ...]:
    """The successions of the table, in order of successor; read when first asked for, not with the units."""
    return tuple(_read_links())


def _read_links() -> Iterator[Succession]:
    for line in (DATA / "successions.tsv").read_text(encoding="utf-8").splitlines()[1:]:
        successor, on, act, olds = line.split("\t")
        for old in olds.split(" "):
            yield Succession(old.removeprefix("~"), successor, on, act, not old.startswith("~"))
