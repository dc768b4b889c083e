"""``tongket documents``: what it writes and prints, and what it says when there is nothing."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tongket.cli.commands import cli

Run = Callable[..., Result]
REPORT = (
    "ỦY BAN NHÂN DÂN\nXÃ LŨNG ẲNG\n\nSố: 12/BC-UBND\nLũng Ẳng, ngày 05 tháng 5 năm 2024\n\nBÁO CÁO\nKết quả\n\n"
    "Xã thực hiện Kế hoạch số 05-KH/HU ngày 04/10/2021 về thực hiện Chỉ thị số 06-CT/TU ngày 07/9/2021.\n"
)


@pytest.fixture
def run() -> Run:
    return lambda *arguments: CliRunner().invoke(cli, ["documents", *map(str, arguments), "--lang", "en"])


def test_graph_writes_both_files_and_goes_on_past_a_bad_one(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "báo cáo"
    folder.mkdir()
    (folder / "xã 1.txt").write_text(REPORT, encoding="utf-8")
    (folder / "hỏng.docx").write_bytes(b"PK\x03\x04 not a document")
    result = run("graph", folder, "-o", tmp_path / "out")
    assert result.exit_code == 0
    assert "hỏng.docx" in result.stderr
    value = json.loads((tmp_path / "out" / "graph.json").read_text(encoding="utf-8"))
    assert [(edge["kind"], edge["count"]) for edge in value["edges"]] == [("implements", 1)]
    assert value["edges"][0]["evidence"][0]["file"] == "xã 1.txt"
    assert (tmp_path / "out" / "graph.svg").read_text(encoding="utf-8").startswith("<?xml")


def test_graph_of_nothing_is_an_error(run: Run, tmp_path: Path) -> None:
    result = run("graph", tmp_path)
    assert result.exit_code == 2
    assert "none of its files" in result.stderr


@pytest.mark.parametrize(
    ("text", "symbol"),
    [
        pytest.param("62-KL/TW", "62-KL/TW", id="symbol"),
        pytest.param("dan chu o co so luat", "10/2022/QH15", id="words without accents"),
    ],
)
def test_find(run: Run, text: str, symbol: str) -> None:
    result = run("find", text)
    assert result.exit_code == 0
    assert symbol in result.stdout


def test_find_none(run: Run) -> None:
    done = run("find", "9999-XX/YY")
    assert done.exit_code == 1
    assert "--documents" in done.stderr  # how to mend
