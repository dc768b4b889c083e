"""The library's engine on the site's PostgreSQL: every step is looked at before the next is planned.

A page consolidates some thousand observations: the library takes the planner's guess for so few, which for 30
indicators of 168 communes chose nested loops of seconds.
"""

from __future__ import annotations

from tongket.consolidating.engines.postgresql import PostgreSQL


class Analysing(PostgreSQL):
    """As ``PostgreSQL``, with statistics of each table that it makes."""

    __slots__ = ()

    def make(self, name: str, select: str, *, view: bool = False) -> None:
        """As ``Engine.make``."""
        super().make(name, select, view=view)
        if not view:
            self._run(f"analyze {name}")
