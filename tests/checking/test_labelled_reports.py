"""The scores on the labelled real reports: what was found once must be found again."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tongket import road
from tongket.model.places import Span

NEAR = 60  # characters by which two places of one fault may lie apart


def labels(shared: Path, stem: str) -> list[dict[str, Any]]:
    lines = (shared / "gold" / "findings.jsonl").read_text("utf-8").splitlines()
    rows = [json.loads(line) for line in lines if line.strip()]
    return [row for row in rows if row["file"] == stem and row["kind"] != "spelling"]


@pytest.mark.parametrize("stem", ["dak-glei-2024", "trung-son-2023"])
def test_what_people_flagged_is_found_and_what_they_passed_is_not(stem: str, shared: Path) -> None:
    findings = road.check(road.read(shared / "reports" / f"{stem}.txt"))
    found = [(one.kind, one.place.start, one.place.end) for one in findings if isinstance(one.place, Span)]
    for row in labels(shared, stem):
        start, end = row["start"], row["end"]
        if row["severity"] in ("error", "warning"):
            near = any(kind == row["kind"] and a - NEAR < end and start - NEAR < b for kind, a, b in found)
            assert near, f"not found: {row['kind']} at {start}"
        elif row["severity"] == "ok":
            hit = any(kind == row["kind"] and a < end and start < b for kind, a, b in found)
            assert not hit, f"false alarm: {row['kind']} at {start}"


@pytest.mark.parametrize("stem", ["dak-glei-2024", "trung-son-2023"])
def test_few_errors_and_warnings_are_not_what_people_flagged(stem: str, shared: Path) -> None:
    loud = [one for one in road.check(road.read(shared / "reports" / f"{stem}.txt")) if one.severity != "info"]
    loud = [one for one in loud if one.kind != "spelling"]  # which has a measure of its own
    wanted = [row for row in labels(shared, stem) if row["severity"] in ("error", "warning")]
    assert len(loud) * 0.9 <= len(wanted)
