"""The measure of accuracy: a fall is seen, passage by passage."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tools"))

from accuracy.offsets import score_offsets  # noqa: E402 - the package lies under tools/
from accuracy.page import differences, kept  # noqa: E402 - ditto
from accuracy.sets import Measured  # noqa: E402 - ditto
from accuracy.tally import Tally, merged  # noqa: E402 - ditto


def measured(tally: Tally) -> Measured:
    return Measured("gold", "docx", "made up", 1, {"sections": tally})


def test_a_figure_that_falls_is_told_with_its_passages() -> None:
    before = kept([measured(Tally(3, {"a": "A"}, {}))])
    told, fell = differences(before, [measured(Tally(2, {"a": "A", "b": "B"}, {}))])
    assert told == ["- LOSS gold · docx: sections: missed: b B"]
    assert fell == ["gold · docx: sections fell from 0.8571 to 0.6667"]


def test_a_passage_won_is_a_gain_and_no_fall() -> None:
    before = kept([measured(Tally(2, {"a": "A"}, {"c": "C"}))])
    told, fell = differences(before, [measured(Tally(3, {}, {}))])
    assert told == [
        "+ gain gold · docx: sections: no longer missed: a",
        "+ gain gold · docx: sections: no longer wrongly found: c",
    ]
    assert not fell


def test_another_passage_lost_for_one_won_is_still_shown() -> None:
    before = kept([measured(Tally(2, {"a": "A"}, {}))])
    told, fell = differences(before, [measured(Tally(2, {"b": "B"}, {}))])
    assert len(told) == 2
    assert not fell


def test_reports_are_kept_apart_in_a_set() -> None:
    whole = merged([("one", {"sections": Tally(1, {"I": ""}, {})}), ("two", {"sections": Tally(0, {"I": ""}, {})})])
    assert whole["sections"].wanted == 3
    assert set(whole["sections"].missed) == {"one I", "two I"}


def test_what_is_kept_of_labelled_offsets_holds_no_words(tmp_path: Path) -> None:
    text = "Thực hiện Kế hoạch số 5/KH-UBND của xã"
    label = {"start": 10, "end": 31, "core_start": 10, "core_end": 31, "kind": "full", "type": "Kế hoạch"}
    (tmp_path / "citations-a.jsonl").write_text(json.dumps(label | {"canonical": "5/KH-UBND"}), encoding="utf-8")
    empty = {"citations": [], "figures": [], "sections": [], "tables": [], "findings": []}
    tallies = score_offsets(text, empty, tmp_path, "a")
    assert tallies["citations: symbol"].missed == {"full 10-31": "Kế hoạch số 5/KH-UBND"}
    assert "UBND" not in json.dumps(kept([Measured("real", "text", "", 1, tallies)]))


@pytest.mark.parametrize("name", ["dak-glei-2024", "trung-son-2023"])
def test_the_labels_of_the_real_reports_agree_with_themselves(shared: Path, name: str) -> None:
    text = (shared / "reports" / f"{name}.txt").read_bytes().decode("utf-8")
    rows = [json.loads(line) for line in (shared / "gold" / f"citations-{name}.jsonl").read_text("utf-8").splitlines()]
    read = {
        "citations": [row | {"symbol": row.get("canonical")} for row in rows],
        "figures": [],
        "sections": [],
        "tables": [],
        "findings": [],
    }
    tally = score_offsets(text, read, shared / "gold", name)["citations: symbol"]
    assert (tally.missed, tally.wrong) == ({}, {})
