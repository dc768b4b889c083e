"""How many cores there are for the work at hand."""

from __future__ import annotations

import os

_one_of_many = False  # whether this process is one of several that share the cores


def cores() -> int:
    """The cores that this process may use; one where others like it work beside it."""
    if _one_of_many:
        return 1
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def share_cores() -> None:
    """Say that this process is one of several, each on a core of its own."""
    global _one_of_many
    _one_of_many = True
