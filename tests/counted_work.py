"""Work counted instead of timed: the same on every machine, however busy. Seconds: ``tools/benchmarks/hostile.py``."""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import FrameType


def calls_of(work: Callable[[], object]) -> int:
    """How many functions ``work`` calls, of Python and built in."""
    count = 0

    def called(_frame: FrameType, event: str, _given: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(called)
    try:
        work()
    finally:
        sys.setprofile(before)
    return count
