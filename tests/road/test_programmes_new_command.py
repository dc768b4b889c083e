from __future__ import annotations

from pathlib import Path

from click.testing import CliRunner, Result
from letters import TERMS, state_letter, written

from tongket.cli import commands


def run(*arguments: object) -> Result:
    return CliRunner().invoke(commands.cli, ["programmes", *map(str, arguments), "--lang", "en"])


def test_new_writes_a_programme_and_lists_what_must_be_decided(tmp_path: Path) -> None:
    letter = written(tmp_path / "cong-van.txt", state_letter())
    result = run("new", "--from", letter, "-o", tmp_path / "moi")
    assert result.exit_code == 0, result.output
    lines = result.stdout.splitlines()
    assert lines[0].endswith(": 8 indicators, 1 form, 22 sections; it passes the check.")
    assert any("indicators.yaml:" in line and "Taken for now:" in line for line in lines)
    assert lines[-1].endswith("can-quyet-dinh.xlsx.")
    assert run("check", tmp_path / "moi").exit_code == 0


def test_blank_and_new_are_two_ways_of_one_road(tmp_path: Path) -> None:
    assert run("blank", "ct-06-tu", "-o", tmp_path / "mau").exit_code == 0
    result = run(
        "new",
        "--from",
        tmp_path / "mau" / "de-cuong.docx",
        "--forms",
        tmp_path / "mau" / "bieu-mau.xlsx",
        "-o",
        tmp_path / "moi",
    )
    assert result.exit_code == 0, result.output
    assert "48 indicators, 2 forms" in result.stdout


def test_a_contradiction_is_said_with_its_line_and_mended_on_the_command_line(tmp_path: Path) -> None:
    text = state_letter(TERMS + "3. Ủy ban nhân dân cấp xã gửi báo cáo trước ngày 20/10/2026.\n")
    letter = written(tmp_path / "cong-van.txt", text)
    refused = run("new", "--from", letter, "-o", tmp_path / "moi")
    assert refused.exit_code == 2
    assert refused.stderr.startswith("cong-van.txt:16: two deadlines contradict each other")
    decided = "programme.due=commune=2026-10-20;province=2026-10-26"
    assert run("new", "--from", letter, "-o", tmp_path / "moi", "--decide", decided).exit_code == 0


def test_wrong_usage_is_said(tmp_path: Path) -> None:
    assert run("new", "-o", tmp_path / "moi").exit_code == 2
    assert run("new", "--from", tmp_path / "khong-co.docx", "-o", tmp_path / "moi").exit_code == 2
    letter = written(tmp_path / "cong-van.txt", state_letter())
    assert run("new", "--from", letter, "-o", tmp_path / "moi", "--decide", "khong").exit_code == 2
    assert run("blank", "khong-co", "-o", tmp_path / "mau").exit_code == 2
    assert not (tmp_path / "moi").exists()
