"""Texts that are made to be slow: reading and checking grow with the text, and what is left out is said."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tongket.files import limits
from tongket.files.open import source_of

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tools"))

from benchmarks import hostile  # noqa: E402 - the tools are no package of the project

GROWTH = 6.0  # of CPU time where the text is four times as long


@pytest.mark.slow
@pytest.mark.parametrize("name", hostile.LINES)
def test_time_grows_as_the_text(name: str) -> None:
    small = min(hostile.seconds(name, hostile.hostile_bytes(name, 1)) for _ in range(2))
    large = hostile.seconds(name, hostile.hostile_bytes(name, 4))
    assert large <= GROWTH * max(small, 0.25)


@pytest.mark.parametrize(("line", "kept"), [("a\n\n", 100), ("a\tb\tc\td\n", 50)], ids=["lines", "cells"])
def test_what_lies_beyond_the_limits_is_said_to_be_left_out(
    line: str, kept: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "MOST_LINES", 100)
    monkeypatch.setattr(limits, "MOST_CELLS", 200)
    within = source_of((line * kept).encode(), "within.txt")
    beyond = source_of((line * (kept + 1)).encode(), "beyond.txt")
    assert (len(within.blocks), within.warnings) == (kept, ())
    assert (len(beyond.blocks), beyond.warnings) == (kept, (limits.CUT,))
