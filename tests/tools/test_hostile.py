"""Texts that are made to be slow: what lies beyond the limits is left out, and that is said."""

from __future__ import annotations

import pytest

from tongket.files import limits
from tongket.files.open import source_of


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
