"""What the law calls otherwise since a day, or has ended: papers, forces, levies, offices of the districts.

Sources: ``docs/data-sources.md``.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal, cast

DATA = Path(__file__).parent / "data" / "ended_terms.tsv"


@dataclass(frozen=True, slots=True)
class EndedTerm:
    """Names of one thing, the last day on which they held, and what stands in its place ("": nothing)."""

    names: tuple[str, ...]
    last: str
    now: str
    severity: Literal["info", "warning"]


@cache
def ended_terms() -> tuple[EndedTerm, ...]:
    """All terms of the table."""
    rows = (line.split("\t") for line in DATA.read_text(encoding="utf-8").splitlines()[1:] if line)
    return tuple(
        EndedTerm(tuple(names.split("|")), last, now, cast("Literal['info', 'warning']", severity))
        for names, last, now, severity, _ in rows
    )
