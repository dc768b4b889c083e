"""The kinds of background work, each with the function that does it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from tongket.site.jobs.models import Job

Progress = Callable[[int, int], None]  # done, of how many
Work = Callable[[Job, Progress], Mapping[str, Any]]  # -> what goes into Job.result
WORK: dict[str, Work] = {}


def work(kind: str) -> Callable[[Work], Work]:
    """Name the function that does jobs of ``kind``; it may be run again after a crash, and must give the same."""

    def register(function: Work) -> Work:
        WORK[kind] = function
        return function

    return register
