"""``tongket units``: what it prints, and that it lists rather than guesses."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tongket.cli.commands import cli

Run = Callable[..., Result]


@pytest.fixture
def run() -> Run:
    return lambda *arguments: CliRunner().invoke(cli, ["units", *arguments, "--lang", "en"])


def rows(result: Result) -> list[list[str]]:
    return [line.split("\t") for line in result.stdout.splitlines() if "\t" in line]


@pytest.mark.parametrize(
    ("arguments", "ids"),
    [
        pytest.param(["xã Trung Sơn, huyện A Lưới"], ["20056.2020"], id="with the unit above"),
        pytest.param(["trung son, a luoi"], ["20056.2020"], id="without accents or kinds"),
        pytest.param(["tt dak glei"], ["23341.0"], id="abbreviated"),
        pytest.param(["20056"], ["20056.0", "20056.2020", "20056.2025"], id="a code of all times"),
        pytest.param(["20056", "--on", "31/12/2019"], ["20056.0"], id="a code on a day"),
        pytest.param(["Tháp Mười", "--on", "2024"], ["872.0"], id="a district then"),
        pytest.param(["Tháp Mười", "--on", "7/2025"], ["30037.2025"], id="a commune since"),
        pytest.param(["20056.2020"], ["20056.2020"], id="an id"),
    ],
)
def test_find(run: Run, arguments: list[str], ids: list[str]) -> None:
    result = run("find", *arguments)
    assert result.exit_code == 0
    assert [row[-1] for row in rows(result)[1:]] == ids


def test_find_nothing(run: Run) -> None:
    result = run("find", "xã Không Tên")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "knows no 'xã Không Tên'" in result.stderr
    assert json.loads(run("find", "xã Không Tên", "--json").stdout) == []


def test_a_mistyped_name_is_answered_with_what_is_near(run: Run) -> None:
    result = run("find", "xã Hồng Trugn")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "xã Hồng Trung\thuyện A Lưới" in result.stderr
    assert "nearly" not in run("find", "xã Qwrtzx").stderr


def test_a_unit_that_is_not_on_the_map_is_told_with_where_its_figures_belong(run: Run) -> None:
    result = run("find", "huyện Đăk Glei", "--on", "2026-01-01")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "at other times:" in result.stderr
    assert "On that day its figures belong to tỉnh Quảng Ngãi (51.2025)." in result.stderr


@pytest.mark.parametrize("command", ["show", "history", "children", "series"])
def test_ambiguity_is_a_list_and_never_a_guess(run: Run, command: str) -> None:
    result = run(command, "xã Tân Thành")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "may be any of" in result.stderr
    lines = [line.split("\t") for line in result.stderr.splitlines() if "\t" in line]
    assert len(lines) > 7
    assert {"tỉnh Lạng Sơn", "tỉnh Đồng Tháp"} <= {line[2] for line in lines}
    assert run(command, "xã Không Tên").exit_code == 2


def test_show_a_commune_and_a_district(run: Run) -> None:
    commune = run("show", "A Lưới 1").stdout
    assert commune.startswith("xã A Lưới 1, thành phố Huế (20056.2025)\n")
    assert "Made from: xã Hồng Vân, xã Hồng Kim, xã Trung Sơn, xã Hồng Thủy" in commune
    district = run("show", "huyện Đăk Glei").stdout
    assert "its area lies in: xã Đăk Pék, xã Đăk Plô, xã Xốp, xã Ngọc Linh, xã Đăk Long, xã Đăk Môn" in district
    assert "Units directly below: 12" in district


def test_show_as_json_holds_all_states(run: Run) -> None:
    value = json.loads(run("show", "46.0", "--json").stdout)
    assert [(one["full_name"], one["from"], one["to"]) for one in value["states"]] == [
        ("tỉnh Thừa Thiên Huế", "", "2024-12-31"),
        ("thành phố Huế", "2025-01-01", ""),
    ]
    assert value["children"] == 40


def test_history_is_a_chain_with_days_and_acts(run: Run) -> None:
    result = run("history", "xã Trung Sơn, A Lưới")
    assert [row[0:4] + row[6:] for row in rows(result)[1:]] == [
        ["2020-01-01", "merged into", "xã Hồng Trung", "xã Trung Sơn", "834/NQ-UBTVQH14"],
        ["2020-01-01", "merged into", "xã Bắc Sơn", "xã Trung Sơn", "834/NQ-UBTVQH14"],
        ["2025-07-01", "merged into", "xã Trung Sơn", "xã A Lưới 1", "1675/NQ-UBTVQH15"],
    ]
    assert "knows no change" in run("history", "tỉnh Cao Bằng").stdout


def test_a_divided_commune_lists_all_its_successors(run: Run) -> None:
    steps = json.loads(run("history", "00091.0", "--json").stdout)["steps"]
    assert len(steps) > 1
    assert {(step["kind"], step["whole"]) for step in steps} == {("part", False)}
    assert len({step["after"]["id"] for step in steps}) == len(steps)


def test_children_on_a_day(run: Run) -> None:
    assert len(rows(run("children", "tỉnh Quảng Ngãi", "--on", "2026-01-01"))) == 1 + 96
    assert len(rows(run("children", "huyện Đăk Glei"))) == 1 + 12
    assert "knows no unit below" in run("children", "A Lưới 1").stderr


def test_series(run: Run) -> None:
    result = run("series", "A Lưới 1", "--as-of", "01/01/2026")
    assert [(row[0], row[1], row[2], row[4]) for row in rows(result)[1:]][:2] == [
        ("", "2019-12-31", "xã Hồng Trung", "the whole"),
        ("", "2019-12-31", "xã Bắc Sơn", "the whole"),
    ]
    assert "stand beside the sum" in run("series", "00103.2025").stdout
    gone = run("series", "20056.2020", "--as-of", "2026-01-01")
    assert gone.exit_code == 2
    assert "its figures belong to xã A Lưới 1 (20056.2025)" in gone.stderr


def test_a_units_file_of_ones_own(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "don-vi.tsv"
    file.write_text(
        "id\tkind\tprefix\tname\tparent\tfrom\tto\tbecame\n"
        "ms\tprovince\ttỉnh\tMẫu Sơn\tvn\n"
        "a\tcommune\txã\tLũng Ẳng\tms\t\t2025-06-30\tx:people=3,area=12.5 ~y:people=1,area=7.5\n"
        "x\tcommune\txã\tKhau Mạ\tms\t2025-07-01\n"
        "y\tcommune\txã\tPhja Dạ\tms\t2025-07-01\n"
        "hv\tbody\t\tBan Điều phối vùng\tms\n",
        encoding="utf-8",
    )
    assert rows(run("series", "x", "--units", str(file)))[1][4] == "a part (area 62,5%, people 75,0%)"
    assert "people 3, area 12,50 ha" in run("history", "a", "--units", str(file)).stdout
    assert "Ban Điều phối vùng" in run("show", "ms", "--units", str(file)).stdout
    portions = json.loads(run("series", "x", "--json", "--units", str(file)).stdout)["parts"][0]["portions"]
    assert portions == {"area": [5, 8], "people": [3, 4]}


def test_a_broken_units_file_and_a_broken_day(run: Run, tmp_path: Path) -> None:
    (tmp_path / "u.tsv").write_text("id\tkind\tname\tparent\nms\tprovince\tMẫu Sơn\tzz\n", encoding="utf-8")
    result = run("find", "Mẫu Sơn", "--units", str(tmp_path / "u.tsv"))
    assert result.exit_code == 2
    assert f"{tmp_path / 'u.tsv'}:2: The parent 'zz'" in result.stderr
    for day in ("31/13/2025", "2025-02-30", "hôm nay", "7"):
        assert run("find", "Huế", "--on", day).exit_code == 2
