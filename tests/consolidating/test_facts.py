"""A folder of facts: nothing is lost, nothing is written twice."""

from __future__ import annotations

from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest

from tongket.consolidating.facts import next_revisions, read_observations, write_observations
from tongket.model.observations import Observation

ONE = Observation(
    indicator="QT-01", cell="hlhpn", unit="20056.2025", extent="own", period="2021-09-07/2026-09-30",
    body="Ủy ban nhân dân xã A", programme="ct-06-tu", version=2, revision=1, amount=10**15, amount_high=None, scale=0,
    unit_word="đồng", qualifier="hơn", status="reported", origin="read", confidence=0.85, source="xã 'A'/báo cáo.docx",
    source_sha256="a" * 64, start=12, end=34, passage="đã chi hơn 1 triệu tỷ đồng\nhai dòng", body_kind="mttq",
)  # fmt: skip
BLANK = replace(ONE, indicator="QT-02", amount=None, qualifier="", status="none-occurred", period="/2026-09-30")
OTHER = replace(ONE, source_sha256="b" * 64, amount=-3, amount_high=5)


def hashes(facts: Path) -> dict[str, str]:
    return {file.name: sha256(file.read_bytes()).hexdigest() for file in sorted(facts.rglob("*.parquet"))}


@pytest.mark.parametrize(
    "name",
    [
        pytest.param("facts", id="plain"),
        pytest.param("Số liệu tỉnh Mẫu Sơn", id="spaces and accents"),
        pytest.param('o\'clock "q"' if Path("/").anchor == "/" else "o'clock", id="quotes"),
        pytest.param("[1] {a} đợt 100%", id="brackets"),
    ],
)
def test_what_is_written_is_read_back(tmp_path: Path, name: str) -> None:
    facts = tmp_path / name
    written = write_observations(facts, [ONE, BLANK, OTHER])
    assert [file.name for file in written] == [f"{'a' * 32}-ct-06-tu-2.parquet", f"{'b' * 32}-ct-06-tu-2.parquet"]
    assert read_observations(facts) == (ONE, BLANK, OTHER)


def test_the_same_import_twice_writes_nothing(tmp_path: Path) -> None:
    write_observations(tmp_path, [ONE, BLANK])
    before = hashes(tmp_path)
    assert write_observations(tmp_path, [ONE, BLANK]) == ()
    assert hashes(tmp_path) == before
    assert len(write_observations(tmp_path, [ONE, OTHER])) == 1
    assert read_observations(tmp_path) == (ONE, BLANK, OTHER)


def test_the_same_rows_give_the_same_bytes(tmp_path: Path) -> None:
    many = [replace(ONE, start=n, amount=n) for n in range(5000)]
    for name in ("one", "two"):
        write_observations(tmp_path / name, many)
    assert hashes(tmp_path / "one") == hashes(tmp_path / "two")


def test_another_programme_or_version_is_another_import(tmp_path: Path) -> None:
    write_observations(tmp_path, [ONE])
    assert len(write_observations(tmp_path, [replace(ONE, version=3), replace(ONE, programme="kl 62/TW")])) == 2
    assert len(read_observations(tmp_path)) == 3


def test_an_empty_or_absent_folder_holds_nothing(tmp_path: Path) -> None:
    assert read_observations(tmp_path / "absent") == ()
    assert write_observations(tmp_path, []) == ()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        pytest.param([replace(ONE, source_sha256="c" * 64)], [], id="the same answer from another file"),
        pytest.param([replace(ONE, version=3)], [], id="the same under a later version of the programme"),
        pytest.param([replace(ONE, amount=10**16, scale=1)], [], id="the same at another scale"),
        pytest.param([replace(ONE, amount=5)], [(2, 5)], id="another value"),
        pytest.param([replace(ONE, qualifier="")], [(2, 10**15)], id="the qualifier is part of the value"),
        pytest.param([replace(ONE, amount=5), replace(ONE, amount=6)], [(2, 5), (3, 6)], id="two in a row"),
        pytest.param([replace(ONE, amount=5), replace(ONE, amount=5)], [(2, 5)], id="twice the same"),
        pytest.param([replace(ONE, body="Đoàn xã")], [(1, 10**15)], id="another body"),
        pytest.param([replace(ONE, programme="kl-62-tw")], [(1, 10**15)], id="another programme"),
    ],
)
def test_an_answer_that_is_imported_again_gets_the_next_revision(
    tmp_path: Path, given: list[Observation], expected: list[tuple[int, int]]
) -> None:
    write_observations(tmp_path, [ONE, BLANK])
    assert [(one.revision, one.amount) for one in next_revisions(tmp_path, given)] == expected
