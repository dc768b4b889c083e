"""The whole road: read, check, consolidate, write. The only package that knows all of it.

``consolidate`` brings the writers and the engine with it, and is loaded when it is first asked for.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from tongket.model.consolidations import Consolidation
from tongket.model.rounds import AS_THE_ROUND_SAYS, Wanted
from tongket.road.names import OUTPUTS, Progress
from tongket.road.reading import check, read, read_each

__all__ = ["OUTPUTS", "Wanted", "check", "consolidate", "read", "read_each"]


def consolidate(
    sources: str | Path | Sequence[str | Path],
    programme: str | Path,
    out: str | Path,
    *,
    round_file: str | Path | None = None,
    confirmed: str | Path | None = None,
    wanted: Wanted = AS_THE_ROUND_SAYS,
    progress: Progress = lambda _step, _done, _of: None,
) -> Consolidation:
    """Do the whole job: ``tongket.road.job.consolidate``, which says what goes in, out and wrong."""
    from tongket.road import job

    return job.consolidate(
        sources, programme, out, round_file=round_file, confirmed=confirmed, wanted=wanted, progress=progress
    )
