"""``tongket facts hand-over``: what becomes of the open duties of a unit that has ceased.

Hồng Trung and Bắc Sơn became Trung Sơn on 1 January 2020 (834/NQ-UBTVQH14).
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tongket.cli.commands import cli
from tongket.consolidating.entry_facts import read_entries, write_entries
from tongket.model.entries import Entry, Obligation
from tongket.registry.units import load_units

DAY = "2020-06-30"


def run(*arguments: object) -> Result:
    return CliRunner().invoke(cli, ["facts", "hand-over", *map(str, arguments), "--lang", "en"])


@pytest.fixture
def duty() -> Obligation:
    [unit] = load_units().find("xã Hồng Trung, huyện A Lưới", "2019")
    return Obligation(
        "KN", "1", unit.id, "Ủy ban nhân dân xã Hồng Trung", "ubnd", "2019-05-01", "Sửa cầu treo",
        source_sha256="a" * 64, due="2019-12-31", state="open",
    )  # fmt: skip


def kept(facts: Path) -> list[tuple[str, str, str]]:
    entries: tuple[Entry, ...] = read_entries(facts)
    return [(one.id, one.body, one.state) for one in entries if isinstance(one, Obligation)]


def test_a_duty_of_a_unit_that_lives_is_not_listed(tmp_path: Path, duty: Obligation) -> None:
    write_entries(tmp_path, [duty])
    found = run(tmp_path, "--on", "2019-12-31")
    assert (found.exit_code, found.stdout) == (0, "")


def test_what_is_listed_is_not_written(tmp_path: Path, duty: Obligation) -> None:
    write_entries(tmp_path, [duty, replace(duty, id="2", state="done")])
    found = run(tmp_path, "--on", DAY)
    assert found.exit_code == 0
    assert "31/12/2019 · Sửa cầu treo · to Ủy ban nhân dân xã Trung Sơn, as number" in found.stdout
    assert "with --write are handed over: 1." in found.stderr
    assert [state for _, _, state in kept(tmp_path)] == ["open", "done"]


def test_both_sides_of_a_duty_are_written_once(tmp_path: Path, duty: Obligation) -> None:
    write_entries(tmp_path, [duty])
    assert run(tmp_path, "--on", "30/6/2020", "--write").exit_code == 0
    number = f"{duty.unit}/1"
    both = [("1", duty.body, "transferred"), (number, "Ủy ban nhân dân xã Trung Sơn", "open")]
    assert sorted(kept(tmp_path)) == sorted(both)
    again = run(tmp_path, "--on", DAY, "--write")
    assert (again.exit_code, again.stdout) == (0, "")
    assert sorted(kept(tmp_path)) == sorted(both)


def test_the_duty_of_a_body_that_became_two_waits_for_a_person(tmp_path: Path, duty: Obligation) -> None:
    [district] = load_units().find("huyện A Lưới", "2024")
    write_entries(tmp_path, [replace(duty, unit=district.id, body="Ủy ban nhân dân huyện A Lưới")])
    found = run(tmp_path, "--on", "2026-01-01", "--write")
    assert found.exit_code == 1
    assert "decide who takes it over" in found.stdout
    assert [state for _, _, state in kept(tmp_path)] == ["open"]


def test_a_folder_that_is_none(tmp_path: Path) -> None:
    (tmp_path / "obligations").mkdir()
    (tmp_path / "obligations" / "x.parquet").write_text("no table")
    assert run(tmp_path, "--on", DAY).exit_code == 2
