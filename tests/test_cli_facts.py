"""``tongket facts`` from the shell: what it prints, where, and its exit codes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tongket.cli.commands import cli

GOOD = "indicator,unit,period,body,value\nQT-01,20056.2025,quý I/2026,ubnd,12\nQT-04,20056.2025,quý I/2026,ubnd,340\n"


def run(*arguments: object) -> Result:
    return CliRunner().invoke(cli, ["facts", *map(str, arguments), "--lang", "en"])


@pytest.fixture
def facts(tmp_path: Path) -> Path:
    return tmp_path / "facts"


def take(facts: Path, text: str, *options: object) -> Result:
    table = facts.parent / f"so-lieu-{len(list(facts.parent.iterdir()))}.csv"
    table.write_text(text, encoding="utf-8")
    return run("import", table, "--into", facts, "-p", "ct-06-tu", *options)


def test_good_rows_are_taken(facts: Path) -> None:
    found = take(facts, GOOD)
    assert found.exit_code == 0
    assert "2 rows; 2 new, 0 revised, 0 already known, 0 blank, 0 refused" in found.stdout


def test_a_refused_row_stops_the_import(facts: Path) -> None:
    found = take(facts, GOOD.replace("QT-04", "QT-4"))
    assert found.exit_code == 2
    assert ":3 [indicator]: the programme has no indicator 'QT-4'. Did you mean QT-04 (" in found.stderr
    assert not list(facts.rglob("*.parquet"))


def test_good_rows_are_taken_on_request(facts: Path) -> None:
    refused = facts.parent / "loi.csv"
    found = take(facts, GOOD.replace("QT-04", "QT-4"), "--partial", "--refused", refused)
    assert found.exit_code == 1
    assert "QT-4" in refused.read_text("utf-8-sig")
    assert len(list(facts.rglob("*.parquet"))) == 1


@pytest.mark.parametrize(
    "options",
    [("--refused", "x.csv"), ("--set", "period")],
    ids=["refused rows need partial", "a constant needs a value"],
)
def test_wrong_usage_is_said(facts: Path, options: tuple[str, ...]) -> None:
    found = take(facts, GOOD, *options)
    assert found.exit_code == 2
    assert "Traceback" not in found.output


def test_what_holds_for_every_row_may_be_set(facts: Path) -> None:
    text = "indicator,unit,value\nQT-01,20056.2025,12\n"
    assert take(facts, text, "--set", "period=2026", "--set", "body=mttq", "--regime", "calendar").exit_code == 0
    (value,) = json.loads(run("show", facts, "--json", "--period", "2026-01-01/2026-12-31").stdout)["values"]
    assert (value["body_kind"], value["period_end"], value["amount"]) == ("mttq", "2026-12-31", 12)


def test_values_are_shown_with_their_revisions(facts: Path) -> None:
    take(facts, GOOD)
    take(facts, GOOD.replace(",12", ",15"))
    latest = run("show", facts, "--indicator", "QT-01", "--unit", "xã A Lưới 1").stdout
    assert "15 hội nghị · revision 2" in latest
    assert "12 hội nghị" not in latest
    assert "12 hội nghị · revision 1" in run("show", facts, "--indicator", "QT-01", "--revisions").stdout


def test_an_ambiguous_unit_is_answered_with_the_list(facts: Path) -> None:
    take(facts, GOOD)
    found = run("show", facts, "--unit", "Tân Lập")
    assert found.exit_code == 2
    assert "several units are called 'Tân Lập'" in found.stderr


def test_the_check_says_errors_by_its_exit_code(facts: Path) -> None:
    take(facts, GOOD)
    assert run("check", facts, "-p", "ct-06-tu").exit_code == 0
    take(facts, GOOD.replace("QT-04", "QT-03").replace("340", "20") + "QT-02,20056.2025,quý I/2026,ubnd,9\n")
    found = run("check", facts, "-p", "ct-06-tu")
    assert (found.exit_code, found.stdout.count("[rule-mismatch]")) == (1, 1)
    (finding,) = json.loads(run("check", facts, "-p", "ct-06-tu", "--json").stdout)["findings"]
    assert (finding["kind"], finding["key"]["indicator"], finding["severity"]) == ("rule-mismatch", "QT-03", "error")


@pytest.mark.parametrize("command", ["show", "check"])
def test_a_folder_that_is_none_is_said(facts: Path, command: str) -> None:
    found = run(command, facts, *(("-p", "ct-06-tu") if command == "check" else ()))
    assert (found.exit_code, found.stdout) == (2, "")
    assert "there is no folder of facts here" in found.stderr


def test_a_damaged_file_is_named(facts: Path) -> None:
    take(facts, GOOD)
    (facts / "observations" / "hong.parquet").write_bytes(b"PAR1 nothing PAR1")
    found = run("show", facts)
    assert found.exit_code == 2
    assert "hong.parquet" in found.stderr
    again = take(facts, GOOD.replace(",12", ",15"))
    assert again.exit_code == 2
    assert "hong.parquet" in again.stderr


def test_values_go_to_a_table(facts: Path) -> None:
    take(facts, GOOD)
    table = facts.parent / "ra.csv"
    assert run("show", facts, "--csv", table).exit_code == 0
    lines = table.read_text("utf-8-sig").splitlines()
    assert lines[0].startswith("indicator,cell,to-chuc,unit,extent")
    assert len(lines) == 3


@pytest.mark.parametrize("day", ["2025-07-01", "01/7/2025"], ids=["as files write it", "as people write it"])
def test_facts_of_merged_communes_add_up_on_the_map_of_a_day(facts: Path, day: str) -> None:
    text = "indicator,unit,period,value\n"
    take(facts, text + "QT-01,20047.0,năm 2024,3\nQT-01,20053.0,năm 2024,4\nQT-01,20056.2020,năm 2024,5\n")
    asked = ("-p", "ct-06-tu", "--view", "map", "--as-of", day, "--explain", "QT-01", "xã A Lưới 1", "--lang", "en")
    said = CliRunner().invoke(cli, ["consolidate", str(facts), *asked])
    assert "xã A Lưới 1: 12 (3" in said.stdout
    assert "nothing known" not in said.stdout
