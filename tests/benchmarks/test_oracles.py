"""The oracles of the measurements: a right result passes, one wrong number makes a time void."""

from __future__ import annotations

import json
import sys
from dataclasses import replace
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow  # measures in processes of its own; the default run is bounded

pytest.importorskip("numpy", reason="numpy is not installed (it comes with 'make bench')")

TOOLS = Path(__file__).resolve().parents[2] / "tools"
sys.path.insert(0, str(TOOLS))

from benchmarks import consolidating  # noqa: E402 - the package lies under tools/
from benchmarks.facts import Size, communes, make_facts  # noqa: E402 - ditto
from benchmarks.measure import Measured, in_own_process, show_table  # noqa: E402 - ditto
from benchmarks.truth import NATION, WrongError, leaf_truth, plain_sums, require_equal, true_sums  # noqa: E402 - ditto

TINY = Size("tiny", months=2, cells=2, indicators=20, provinces=2)


@pytest.fixture(scope="module")
def facts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("facts")
    make_facts(TINY, folder)
    return folder


@pytest.fixture(autouse=True)
def tiny(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(consolidating.SIZES, "tiny", TINY)


@pytest.mark.parametrize("job", consolidating.ADDITIONS)
def test_the_engine_gives_what_numpy_computes(job: str, facts: Path) -> None:
    assert consolidating.ours(job, "tiny", str(facts)).seconds > 0


def test_the_baseline_gives_what_numpy_computes(facts: Path) -> None:
    assert consolidating.baseline("tiny", str(facts)).seconds > 0


@pytest.mark.parametrize("job", [consolidating.ALONE, consolidating.ADDITIONS[-1]])
def test_one_lost_file_is_noticed(job: str, facts: Path, tmp_path: Path) -> None:
    target = tmp_path / "observations"
    target.mkdir()
    largest_last = sorted((facts / "observations").iterdir(), key=lambda path: path.stat().st_size)
    for path in largest_last[:-1]:
        (target / path.name).write_bytes(path.read_bytes())
    with pytest.raises(WrongError):
        consolidating.ours(job, "tiny", str(tmp_path))


def test_one_wrong_number_is_noticed() -> None:
    true = true_sums(TINY)
    key = next(iter(true))
    total = true[key].total
    assert total is not None
    wrong = {**true, key: replace(true[key], total=total + 1)}
    require_equal("itself", dict(true), true)
    with pytest.raises(WrongError, match="1 of"):
        require_equal("one more", wrong, true)
    with pytest.raises(WrongError):
        require_equal("one left out", {other: one for other, one in true.items() if other != key}, true)
    with pytest.raises(WrongError):
        require_equal("one too many", {**true, ("x", 0, 0, 0): true[key]}, true)


def test_the_truth_of_the_nation_is_that_of_its_provinces() -> None:
    sums = plain_sums(TINY)
    provinces = {province for _, province in communes(TINY)}
    assert len(provinces) == 2
    for unit, i, c, month in sums:
        if unit == NATION:
            parts = [sums[province, i, c, month] for province in provinces]
            assert sums[unit, i, c, month] == (sum(one[0] for one in parts), sum(one[1] for one in parts))


def test_about_three_in_a_hundred_do_not_answer() -> None:
    given, _, answered = leaf_truth(TINY)
    asked = len(communes(TINY)) * 2 * 2 * 20
    assert 0.94 < answered / asked < 0.98
    assert given < answered


def test_a_job_that_fails_is_void(capsys: pytest.CaptureFixture[str]) -> None:
    failed = in_own_process("consolidating", consolidating.ALONE, ["no such size", "nowhere"])
    assert failed.wrong
    assert not show_table("one", [failed, Measured("another", 1.0, 1.0, 1.0)], "another")
    assert "VOID" in capsys.readouterr().out


def test_results_are_kept_as_a_table(tmp_path: Path) -> None:
    from benchmarks.measure import save

    for _ in range(2):
        save(tmp_path / "build" / "bench.tsv", "title", [Measured("job", 1.5, 2.5, 100, "note")])
    lines = (tmp_path / "build" / "bench.tsv").read_text(encoding="utf-8").splitlines()
    assert [line.split("\t")[1] for line in lines] == ["job", "job", "job"]
    assert json.dumps(lines[1].split("\t")) == '["title", "job", "1.500", "2.500", "100", "note", ""]'
