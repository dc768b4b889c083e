"""The command line on what offices really send: archives, appendices in files of their own, pages to look at."""

from __future__ import annotations

import json
import shutil
import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from test_cli import REPORT, ROUND, UNITS
from tongket.cli.commands import cli
from tongket.consolidating.facts import read_observations
from tongket.road.many import read_many

TABLE = "PHỤ LỤC\nTT;Nội dung;Số lượng\n1;Số hội nghị quán triệt;12\n2;Số lượt người tham dự;960\n"


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(cli, [*(str(argument) for argument in arguments), "--lang", "en"])


def packed(path: Path, files: dict[str, str]) -> Path:
    with zipfile.ZipFile(path, "w") as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    return path


@pytest.fixture
def sent(tmp_path: Path) -> Path:
    """A folder as it was sent: the round beside an archive with the one report in it."""
    folder = tmp_path / "sent"
    folder.mkdir()
    packed(folder / "các xã.zip", {"xã Lũng Ẳng/báo cáo.txt": REPORT.format(more="")})
    (folder / "don-vi.tsv").write_text(UNITS, encoding="utf-8")
    (folder / "dot-bao-cao.yaml").write_text(ROUND, encoding="utf-8")
    return folder


def test_an_archive_is_read_report_by_report_one_json_object_a_line(tmp_path: Path) -> None:
    path = packed(tmp_path / "a.zip", {"1.txt": REPORT.format(more=""), "2.txt": REPORT.format(more="Có 5 thôn.")})
    done = run("read", path, "--json")
    assert done.exit_code == 0
    assert [json.loads(line)["source"]["file"] for line in done.stdout.splitlines()] == ["1.txt", "2.txt"]


@pytest.mark.parametrize("more", [[], ["--show"]], ids=["summaries", "pages"])
def test_of_an_archive_each_summary_says_whose_it_is(tmp_path: Path, more: list[str]) -> None:
    path = packed(tmp_path / "a.zip", {"xã A/1.txt": REPORT.format(more=""), "2.txt": REPORT.format(more="")})
    done = run("read", path, *more, *([tmp_path / "trang.html"] if more else []))
    assert done.exit_code == 0
    heads = [line for line in done.stdout.splitlines() if line.endswith(".txt:")]
    assert heads == [f"{path}/2.txt:", f"{path}/xã A/1.txt:"]
    assert done.stdout.startswith(heads[0])


def test_of_a_single_report_the_name_is_not_said_again(tmp_path: Path) -> None:
    path = tmp_path / "1.txt"
    path.write_text(REPORT.format(more=""), encoding="utf-8")
    assert "1.txt:\n" not in run("read", path).stdout


def test_a_bad_file_in_an_archive_is_said_and_the_others_are_checked(tmp_path: Path) -> None:
    path = packed(tmp_path / "a.zip", {"1.txt": REPORT.format(more=""), "2.docx": "PK\x03\x04 cut"})
    done = run("check", path)
    assert done.exit_code == 2
    assert "2.docx: the file is cut off or damaged" in done.stderr


def test_a_folder_with_an_archive_gives_what_its_reports_give(sent: Path, tmp_path: Path) -> None:
    done = run("consolidate", sent, "-p", "ct-06-tu", "-o", tmp_path / "out")
    assert done.exit_code == 0, done.stderr
    (values,) = ({one.unit for one in read_observations(tmp_path / "out" / "facts")},)
    assert values == {"la"}


def test_a_second_run_over_an_archive_reads_nothing_again(sent: Path, tmp_path: Path) -> None:
    first = read_many(sent, tmp_path / "facts", "ct-06-tu", workers=1)
    again = read_many(sent, tmp_path / "facts", "ct-06-tu", workers=1)
    assert (first.written, again.written, again.earlier) == (1, 0, 1)


def test_a_changed_appendix_has_its_report_read_again(sent: Path, tmp_path: Path) -> None:
    home = sent / "xã"
    home.mkdir()
    with zipfile.ZipFile(sent / "các xã.zip") as archive:
        (home / "báo cáo.txt").write_bytes(archive.read("xã Lũng Ẳng/báo cáo.txt"))
    (sent / "các xã.zip").unlink()
    (home / "phụ lục.csv").write_text(TABLE, encoding="utf-8")
    read_many(sent, tmp_path / "facts", "ct-06-tu", workers=1)
    (home / "phụ lục.csv").write_text(TABLE.replace("960", "961"), encoding="utf-8")
    again = read_many(sent, tmp_path / "facts", "ct-06-tu", workers=1)
    assert again.earlier == 0


def test_an_appendix_in_a_file_of_its_own_is_part_of_the_report(tmp_path: Path) -> None:
    report, table = tmp_path / "báo cáo.txt", tmp_path / "phụ lục.csv"
    report.write_text(REPORT.format(more=""), encoding="utf-8")
    table.write_text(TABLE.replace("960", "906"), encoding="utf-8")
    read = json.loads(run("read", report, "--json", "--appendix", table).stdout)
    assert [row[-1] for row in read["tables"][0]["rows"]] == ["12", "906"]
    assert read["text"].startswith(REPORT[:100])


def test_the_page_of_a_report_as_read_is_written_where_it_is_asked_for(tmp_path: Path) -> None:
    report = tmp_path / "báo cáo.txt"
    report.write_text(REPORT.format(more=""), encoding="utf-8")
    done = run("read", report, "--show", tmp_path / "trang.html")
    assert done.exit_code == 0
    assert "06-CT/TU" in (tmp_path / "trang.html").read_text(encoding="utf-8")
    assert "trang.html" in done.stdout


def test_a_page_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    report = tmp_path / "báo cáo.txt"
    report.write_text(REPORT.format(more=""), encoding="utf-8")
    done = run("read", report, "--show", tmp_path / "nowhere" / "trang.html")
    assert done.exit_code == 2
    assert "the page cannot be written" in done.stderr


@pytest.mark.office
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_old_word_files_of_a_folder_are_converted_together(sent: Path, tmp_path: Path) -> None:
    from tongket.files import office

    (sent / "các xã.zip").unlink()
    text = REPORT.format(more="")
    body = "".join(rf"\u{ord(char)}?" if ord(char) > 127 else char for char in text).replace("\n", "\\par\n")
    calls: list[int] = []
    original = office.to_docx
    for number in range(3):
        (sent / f"{number}.rtf").write_text(rf"{{\rtf1\ansi {body} {number}\par}}", encoding="ascii")
    try:
        office.to_docx = lambda files: calls.append(len(files)) or original(files)  # type: ignore[func-returns-value]
        done = read_many(sent, tmp_path / "facts", "ct-06-tu", workers=1)
    finally:
        office.to_docx = original
    assert calls == [3]
    assert done.written + len(done.left_out) == 3
