"""What the reader must find in the labelled reports: floors below what it finds today (docs/accuracy.md)."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tools"))

from accuracy.sets import marked_reports  # noqa: E402 - the package lies under tools/
from accuracy.tally import Tallies  # noqa: E402 - ditto

FLOORS = {
    "citations: symbol": 0.97,
    "figures: value": 0.96,
    "sections": 0.97,
    "letterhead": 0.97,
    "signature": 0.97,
    "tables: cells": 0.97,
}


@pytest.fixture(scope="module")
def measured() -> dict[str, Tallies]:
    """The tallies of the Word files and of the plain texts."""
    of_both = marked_reports(ROOT / "tests" / "gold", "gold", "", ("docx", "txt"), is_checked=False)
    return {one.kind: one.tallies for one in of_both}


@pytest.mark.parametrize("kind", ["docx", "txt"])
@pytest.mark.parametrize(("measure", "floor"), FLOORS.items())
def test_reading_stays_above(measured: dict[str, Tallies], kind: str, measure: str, floor: float) -> None:
    tally = measured[kind][measure]
    lost = "\n".join([*(f"  missed: {one}" for one in tally.missed), *(f"  wrong: {one}" for one in tally.wrong)])
    assert tally.f1 >= floor, f"{measure}: f1 {tally.f1:.3f} < {floor}\n{lost}"
