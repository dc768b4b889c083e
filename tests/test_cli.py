"""The command line: exit codes, streams, languages, and what it says of bad input."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click import Context
from click.testing import CliRunner, Result

from tongket import road
from tongket.cli.commands import cli
from tongket.consolidating.facts import read_observations
from tongket.model.reports import Report
from tongket.model.sources import Source
from tongket.road import OUTPUTS

ROOT = Path(__file__).resolve().parents[1]

REPORT = """ỦY BAN NHÂN DÂN\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
XÃ LŨNG ẲNG\tĐộc lập - Tự do - Hạnh phúc

Số: 41/BC-UBND\tLũng Ẳng, ngày 05 tháng 10 năm 2026

BÁO CÁO

Sơ kết 05 năm thực hiện Chỉ thị số 06-CT/TU ngày 07-9-2021 của Ban Thường vụ Tỉnh ủy

Thực hiện Chỉ thị số 06-CT/TU ngày 07-9-2021 của Ban Thường vụ Tỉnh ủy, Ủy ban nhân dân xã báo cáo như sau:

I. KẾT QUẢ THỰC HIỆN

Toàn xã đã tổ chức 12 hội nghị quán triệt riêng Chỉ thị với 960 lượt người tham dự. {more}

II. ĐÁNH GIÁ CHUNG

1. Ưu điểm: Nhận thức của cán bộ và Nhân dân được nâng lên.

2. Hạn chế: Công tác tuyên truyền có lúc chưa thường xuyên.

3. Nguyên nhân: Kinh phí còn khó khăn.

III. NHIỆM VỤ: Tiếp tục thực hiện Chỉ thị.

IV. KIẾN NGHỊ: Không.

Nơi nhận:
- UBND tỉnh;
- Lưu: VT.

TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
(Đã ký)
"""
UNITS = (
    "id\tcode\tkind\tprefix\tname\tparent\nms\t99\tprovince\ttỉnh\tMẫu Sơn\tvn\nla\t99001\tcommune\txã\tLũng Ẳng\tms\n"
)
ROUND = """programme: ct-06-tu
unit: ms
body: Ủy ban nhân dân tỉnh Mẫu Sơn
place: Mẫu Sơn
period: {from: 2021-09-07, to: 2026-09-30}
date: 2026-11
units_file: don-vi.tsv
asked:
  - {unit: la, body: Ủy ban nhân dân xã Lũng Ẳng}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with one good report, its round and its units."""
    place = tmp_path / "Báo cáo các xã"
    place.mkdir()
    (place / "xã Lũng Ẳng.txt").write_text(REPORT.format(more=""), encoding="utf-8")
    (place / "don-vi.tsv").write_text(UNITS, encoding="utf-8")
    (place / "dot-bao-cao.yaml").write_text(ROUND, encoding="utf-8")
    return place


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(cli, [str(argument) for argument in arguments])


def consolidate(folder: Path, *more: str | Path) -> Result:
    return run("consolidate", folder, "-p", "ct-06-tu", "-o", folder.parent / "out", "--lang", "en", *more)


def test_read_says_what_the_report_says(folder: Path) -> None:
    done = run("read", folder / "xã Lũng Ẳng.txt")
    assert done.exit_code == 0
    assert "06-CT/TU" in done.stdout
    assert "41/BC-UBND" in done.stdout


def test_read_prints_one_json_object_to_the_contract(folder: Path) -> None:
    done = run("read", folder / "xã Lũng Ẳng.txt", "--json")
    said = json.loads(done.stdout)
    fields = "source text letterhead subject sections citations figures tables footnotes recipients signature findings"
    assert set(fields.split()) <= said.keys()
    assert said["text"] == (folder / "xã Lũng Ẳng.txt").read_text("utf-8")
    assert said["letterhead"]["canonical"] == "41/BC-UBND"
    assert said["subject"] == {
        "review": "sơ kết",
        "years": 5,
        "directive": "06-CT/TU",
        "directives": [{"symbol": "06-CT/TU", "date": "2021-09-07", "issuer": "Ban Thường vụ Tỉnh ủy", "via": None}],
    }
    assert [(one["value"], one["unit"]) for one in said["figures"]] == [(12, "hội nghị"), (960, "lượt người")]
    for one in (*said["citations"], *said["figures"]):
        assert said["text"][one["start"] : one["end"]] == one["text"]


def test_check_is_0_when_nothing_of_severity_error_was_found(folder: Path) -> None:
    assert run("check", folder / "xã Lũng Ẳng.txt").exit_code == 0


def test_check_is_1_when_an_error_was_found(folder: Path) -> None:
    wrong = folder / "sai.txt"
    wrong.write_text(REPORT.format(more="Có 500 hộ, trong đó 100 hộ nghèo, chiếm 25%."), encoding="utf-8")
    done = run("check", wrong, "--lang", "en")
    assert done.exit_code == 1
    assert "100/500 is 20" in done.stdout


def test_check_says_how_much_was_found_even_where_that_is_nothing(folder: Path) -> None:
    done = run("check", folder / "xã Lũng Ẳng.txt", "--lang", "en")
    assert re.search(r"xã Lũng Ẳng\.txt: errors: 0, to check: \d+, notes: \d+\n$", done.stderr)


def test_check_prints_what_is_found_again_once_with_its_lines(folder: Path) -> None:
    wrong = folder / "sai.txt"
    wrong.write_text(REPORT.format(more="\nCán bộ tham hỏi.\nĐã tham hỏi hộ nghèo.\nLại tham hỏi."), encoding="utf-8")
    lines = [line for line in run("check", wrong, "--lang", "en").stdout.splitlines() if "«tham hỏi»" in line]
    first = wrong.read_text("utf-8").splitlines().index("Cán bộ tham hỏi.") + 1
    assert [line.rpartition(" (")[2] for line in lines] == [f"Again at line {first + 1}, {first + 2}.)"]
    assert lines[0].startswith(f"{wrong}:{first}: ")


def test_check_can_leave_notes_out(folder: Path) -> None:
    wrong = folder / "sai.txt"
    wrong.write_text(REPORT.format(more="Có 500 hộ, trong đó 100 hộ nghèo, chiếm 25%."), encoding="utf-8")
    every = run("check", wrong, "--lang", "en").stdout.splitlines()
    least = run("check", wrong, "--lang", "en", "--least", "error").stdout.splitlines()
    assert least == [line for line in every if ": error [" in line]
    assert len(least) < len(every)


def test_check_goes_on_after_a_bad_file_and_is_2(folder: Path) -> None:
    (folder / "rong.txt").write_bytes(b"")
    done = run("check", folder / "rong.txt", folder / "xã Lũng Ẳng.txt")
    assert done.exit_code == 2
    assert "rong.txt" in done.stderr


def test_check_of_a_folder_is_of_every_report_in_it_and_its_subfolders(folder: Path) -> None:
    inner = folder / "xã Nà Cuổi"
    inner.mkdir()
    (inner / "bc.txt").write_text(REPORT.format(more="Trong 12 hộ có 6 hộ, đạt 70%."), encoding="utf-8")
    (inner / "rong.txt").write_bytes(b"")
    done = run("check", folder, "--lang", "en")
    assert all(str(one) in done.output for one in (folder / "xã Lũng Ẳng.txt", inner / "bc.txt"))
    assert f"{inner / 'rong.txt'}: the file is empty" in done.stderr
    assert done.exit_code == 2


def test_a_folder_without_reports_says_so(tmp_path: Path) -> None:
    done = run("check", tmp_path, "--lang", "en")
    assert (done.exit_code, done.stdout) == (2, "")
    assert "holds no file that could be a report" in done.stderr


def test_wrong_usage_is_2_and_said_in_the_language_asked_for() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tongket", "check"], capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 2
    assert "Cách dùng" in done.stderr


@pytest.mark.parametrize("command", ["read", "check", "consolidate"])
@pytest.mark.parametrize("lang", ["vi", "en"])
def test_help_speaks_the_language_asked_for(command: str, lang: str) -> None:
    done = run("--lang", lang, command, "--help")
    assert done.exit_code == 0
    assert ("Ngôn ngữ của thông báo" in done.stdout) == (lang == "vi")


@pytest.mark.parametrize("group", ["units", "programmes", "facts"])
@pytest.mark.parametrize("lang", ["vi", "en"])
def test_groups_take_the_language_too(group: str, lang: str) -> None:
    done = run(group, "--lang", lang, "--help")
    assert done.exit_code == 0
    assert ("Ngôn ngữ của thông báo" in done.stdout) == (lang == "vi")


@pytest.mark.parametrize(
    "command",
    ["read", "consolidate", "units series", "programmes new", "programmes blank", "facts import", "facts add"],
)
def test_help_in_vietnamese_holds_no_english_placeholder(command: str) -> None:
    said = run(*command.split(), "--help").stdout
    assert "[TÙY CHỌN]" in said
    assert not re.search(r"\b(OPTIONS|TEXT|PATH|FILES?|VALUE)\b", said)


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["--lang", "en", "units", "find", "x1y2"], "The table of units"),
        (["units", "--lang", "en", "find", "x1y2"], "The table of units"),
        (["units", "--lang", "en", "find", "x1y2", "--lang", "vi"], "Danh mục đơn vị"),
        (["units", "find", "x1y2"], "Danh mục đơn vị"),
    ],
    ids=["the program's", "the group's", "the command's own comes first", "none"],
)
def test_a_command_speaks_as_the_nearest_that_was_told(arguments: list[str], says: str) -> None:
    assert says in run(*arguments).stderr


def test_consolidate_writes_every_output_and_is_0(folder: Path) -> None:
    done = consolidate(folder)
    assert done.exit_code == 0, done.output
    assert {path.name for path in (folder.parent / "out").iterdir()} == set(OUTPUTS)
    assert "1 report read, 0 left out" in done.stdout


def test_consolidate_again_gives_the_same_bytes(folder: Path) -> None:
    first, second = folder.parent / "out", folder.parent / "out2"
    consolidate(folder)
    first.rename(second)
    consolidate(folder)
    for path in second.rglob("*.*"):
        assert path.read_bytes() == (first / path.relative_to(second)).read_bytes(), path.name


def test_consolidate_replaces_its_own_outputs_and_nothing_else(folder: Path) -> None:
    consolidate(folder)
    keep = folder.parent / "out" / "ghi-chu.txt"
    keep.write_text("của tôi", encoding="utf-8")
    assert consolidate(folder).exit_code == 0
    assert keep.read_text("utf-8") == "của tôi"


def test_a_file_that_cannot_be_read_is_listed_and_the_others_go_on(folder: Path) -> None:
    (folder / "hong.docx").write_bytes(b"PK\x03\x04 cut off")
    done = consolidate(folder)
    assert done.exit_code == 0
    assert "1 report read, 1 left out" in done.stdout
    assert re.search(r"hong\.docx: .+", done.stdout)


def test_strict_is_1_when_a_file_was_left_out(folder: Path) -> None:
    (folder / "rong.txt").write_bytes(b"")
    assert consolidate(folder, "--strict").exit_code == 1


def test_a_report_on_another_directive_is_left_out_and_named(folder: Path) -> None:
    other = REPORT.format(more="").replace("06-CT/TU", "12-CT/TU").replace("07-9-2021", "15-9-2023")
    (folder / "khác.txt").write_text(other, encoding="utf-8")
    done = consolidate(folder)
    assert done.exit_code == 0
    assert "khác.txt: reports on 12-CT/TU, not on 06-CT/TU" in done.stdout


def test_two_reports_of_one_unit_count_once(folder: Path) -> None:
    shutil.copy(folder / "xã Lũng Ẳng.txt", folder / "xã Lũng Ẳng (1).txt")
    done = consolidate(folder)
    assert "sent two reports" in done.stdout
    assert "Coverage: 1 of 1 body" in done.stdout


def test_a_unit_that_does_not_exist_is_found_and_its_figures_wait_for_a_person(folder: Path) -> None:
    ghost = REPORT.format(more="").replace("LŨNG ẲNG", "KHE VẮNG").replace("Lũng Ẳng", "Khe Vắng")
    (folder / "ma.txt").write_text(ghost, encoding="utf-8")
    done = consolidate(folder)
    assert done.exit_code == 0
    page = (folder.parent / "out" / "phat-hien.html").read_text("utf-8")
    assert "unit-unknown" in page


def test_a_document_with_a_secrecy_mark_is_refused_and_nothing_of_it_is_kept(folder: Path) -> None:
    (folder / "mat.txt").write_text("MẬT\n\n" + REPORT.format(more="Có 77 đầu mối."), encoding="utf-8")
    assert run("read", folder / "mat.txt").exit_code == 2
    assert consolidate(folder).exit_code == 0
    for path in (folder.parent / "out").rglob("*.*"):
        assert "77 đầu mối".encode() not in path.read_bytes()


def test_the_words_state_secret_inside_a_sentence_are_no_mark(folder: Path) -> None:
    told = REPORT.format(more="Đã tuyên truyền Luật Bảo vệ bí mật nhà nước.")
    (folder / "xã Lũng Ẳng.txt").write_text(told, encoding="utf-8")
    assert run("read", folder / "xã Lũng Ẳng.txt").exit_code == 0


def test_a_folder_of_two_programmes_is_sorted_to_both(folder: Path) -> None:
    (folder / "dot-bao-cao.yaml").unlink()
    other = REPORT.format(more="").replace("Chỉ thị số 06-CT/TU ngày 07-9-2021 của Ban Thường vụ Tỉnh ủy", "@")
    other = other.replace("@", "Kết luận số 62-KL/TW ngày 08-12-2009 của Bộ Chính trị")
    (folder / "kết luận 62.txt").write_text(other, encoding="utf-8")
    done = consolidate(folder, "-p", "kl-62-tw")
    assert done.exit_code == 0, done.output
    assert {path.name for path in (folder.parent / "out").iterdir()} == {"ct-06-tu", "kl-62-tw"}
    assert "it answers the programme 'kl-62-tw', not 'ct-06-tu'" in done.stdout


def test_documents_of_ones_own_are_known(folder: Path) -> None:
    table = folder.parent / "van-ban.tsv"
    columns = "type\tsymbol\tdate\tissuer\tsubject\treplaced_by\treplaced_on\n"
    table.write_text(columns + "Kế hoạch\t77-KH/TU\t2022-03-04\tBan Thường vụ Tỉnh ủy\tthử\t\t\n", encoding="utf-8")
    (folder / "a.txt").write_text(
        REPORT.format(more="Thực hiện Kế hoạch số 77-KH/TU ngày 05-3-2022."), encoding="utf-8"
    )
    assert "77-KH/TU" not in run("check", folder / "a.txt", "--lang", "en").stdout
    done = run("check", folder / "a.txt", "--documents", table, "--lang", "en")
    assert "77-KH/TU is dated 05/3/2022 here" in done.stdout


def test_a_table_of_documents_with_a_mistake_is_refused_with_its_line(folder: Path) -> None:
    table = folder.parent / "van-ban.tsv"
    table.write_text("type\tsymbol\tdate\tissuer\tsubject\nKế hoạch\t77-KH/TU\thôm qua\tTU\tthử\n", encoding="utf-8")
    done = run("check", folder / "xã Lũng Ẳng.txt", "--documents", table, "--lang", "en")
    assert done.exit_code == 2
    assert "van-ban.tsv:2" in done.stderr


NOTHING_WRITTEN = [
    pytest.param("empty", "no file of this folder answers", id="a folder without reports"),
    pytest.param("missing", "there is no such folder", id="no such folder"),
    pytest.param("programme", "There is no programme 'khong-co'", id="no such programme"),
    pytest.param("yaml", "dot-bao-cao.yaml:2", id="a mistake in a YAML file, with its line"),
    pytest.param("units", "don-vi.tsv:3", id="a mistake in the units file, with its line"),
    pytest.param("confirmed", "xac-nhan.xlsx", id="a corrected workbook that is none"),
    pytest.param("round", "asks about the programme 'kl-62-tw'", id="a round for another programme"),
]


@pytest.mark.parametrize(("case", "says"), NOTHING_WRITTEN)
def test_bad_input_is_2_with_one_clear_line_and_nothing_written(folder: Path, case: str, says: str) -> None:
    more: list[str | Path] = []
    if case == "empty":
        (folder / "xã Lũng Ẳng.txt").unlink()
    elif case == "missing":
        shutil.rmtree(folder)
    elif case == "programme":
        done = run("consolidate", folder, "-p", "khong-co", "-o", folder.parent / "out", "--lang", "en")
        assert (done.exit_code, says in done.stderr) == (2, True)
        assert not (folder.parent / "out").exists()
        return
    elif case == "yaml":
        (folder / "dot-bao-cao.yaml").write_text(ROUND.replace("unit: ms\n", "unti: ms\n", 1), encoding="utf-8")
    elif case == "round":
        (folder / "dot-bao-cao.yaml").write_text(ROUND.replace("ct-06-tu", "kl-62-tw"), encoding="utf-8")
    elif case == "units":
        (folder / "don-vi.tsv").write_text(UNITS.replace("\tcommune\t", "\tthing\t"), encoding="utf-8")
    else:
        (folder / "xac-nhan.xlsx").write_bytes(b"not a workbook")
        more = ["--confirmed", folder / "xac-nhan.xlsx"]
    done = consolidate(folder, *more)
    assert done.exit_code == 2
    assert says in done.stderr
    assert "Traceback" not in done.output
    assert not (folder.parent / "out").exists()


def test_where_nothing_fits_each_file_is_named_with_its_own_reason_and_exit_is_2(folder: Path) -> None:
    (folder / "xã Lũng Ẳng.txt").unlink()
    other = REPORT.format(more="").replace("06-CT/TU", "12-CT/TU").replace("07-9-2021", "15-9-2023")
    (folder / "khác.txt").write_text(other, encoding="utf-8")
    (folder / "mat.txt").write_text("MẬT\n\n" + REPORT.format(more=""), encoding="utf-8")
    (folder / "hong.docx").write_bytes(b"PK\x03\x04 cut off")
    (folder / "rong.txt").write_bytes(b"")
    done = consolidate(folder)
    assert (done.exit_code, done.stdout) == (2, "")
    *reasons, last = done.stderr.splitlines()
    assert {reason.partition(":")[0] for reason in reasons} == {"khác.txt", "mat.txt", "hong.docx", "rong.txt"}
    assert "rong.txt: the file is empty (0 bytes). Ask the sender to send it again." in reasons
    assert "khác.txt: reports on 12-CT/TU, not on 06-CT/TU" in done.stderr
    assert "no file of this folder answers the programme 'ct-06-tu' (4 files left out)" in last
    assert not (folder.parent / "out").exists()


def test_outputs_that_cannot_be_written_leave_the_old_ones(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    consolidate(folder)
    before = (folder.parent / "out" / "bao-cao.docx").read_bytes()

    def refuse(*_arguments: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("tongket.road.outputs.write_workbook", refuse)
    done = consolidate(folder)
    assert done.exit_code == 2
    assert "Close the files" in done.stderr
    assert (folder.parent / "out" / "bao-cao.docx").read_bytes() == before
    assert {path.name for path in folder.parent.iterdir()} == {folder.name, "out"}


def test_the_facts_of_a_run_give_the_next_the_same_totals_with_the_reports_and_without(folder: Path) -> None:
    consolidate(folder)
    out = folder.parent / "out"
    first = (out / "observations.csv").read_bytes()
    shutil.copytree(out / "facts", folder / "facts")
    beside = consolidate(folder)
    assert "1 report read, 0 left out" in beside.stdout
    assert (out / "observations.csv").read_bytes() == first
    (folder / "xã Lũng Ẳng.txt").unlink()
    alone = consolidate(folder)
    assert "0 reports read, 0 left out" in alone.stdout
    assert "Coverage: 1 of 1 body" in alone.stdout
    assert (out / "observations.csv").read_bytes() == first


def test_the_output_folder_of_a_run_is_input_by_its_facts_alone(folder: Path) -> None:
    consolidate(folder)
    first = (folder.parent / "out").rename(folder.parent / "first")
    done = consolidate(first, "--round", folder / "dot-bao-cao.yaml")
    assert "0 reports read, 0 left out" in done.stdout
    assert (folder.parent / "out" / "observations.csv").read_bytes() == (first / "observations.csv").read_bytes()
    first.rename(folder / "lần trước")
    assert "1 report read, 0 left out" in consolidate(folder).stdout


def test_a_later_report_stands_for_the_facts_of_the_earlier_one_and_says_so(folder: Path) -> None:
    consolidate(folder)
    shutil.copytree(folder.parent / "out" / "facts", folder / "facts")
    (folder / "xã Lũng Ẳng.txt").write_text(REPORT.format(more="").replace("12 hội nghị", "13 hội nghị"), "utf-8")
    done = consolidate(folder)
    assert "has sent another report for the same period" in done.stdout
    amounts = (folder.parent / "out" / "observations.csv").read_text("utf-8")
    assert "13 hội nghị" in amounts
    assert "12 hội nghị" not in amounts


def test_a_damaged_file_of_facts_is_listed_and_the_others_go_on(folder: Path) -> None:
    (folder / "facts" / "observations").mkdir(parents=True)
    (folder / "facts" / "observations" / "hong.parquet").write_bytes(b"PAR1 cut off")
    done = consolidate(folder)
    assert done.exit_code == 0
    assert "1 report read, 1 left out" in done.stdout
    assert "facts/observations/hong.parquet: the file of facts is damaged" in done.stdout


@pytest.mark.parametrize("place", ["file", "same"])
def test_outputs_have_a_folder_of_their_own(folder: Path, place: str) -> None:
    target = folder if place == "same" else folder.parent / "out.txt"
    (folder.parent / "out.txt").write_text("của tôi", encoding="utf-8")
    before = {path.name for path in folder.iterdir()}
    done = run("consolidate", folder, "-p", "ct-06-tu", "-o", target)
    assert done.exit_code == 2
    assert "-o" in done.stderr
    assert {path.name for path in folder.iterdir()} == before


def test_no_output_shows_more_of_personal_data_than_two_digits(folder: Path) -> None:
    told = "Đồng chí có số CCCD 012345678901 đã tổ chức 3 hội nghị đối thoại của người đứng đầu với Nhân dân."
    (folder / "xã Lũng Ẳng.txt").write_text(REPORT.format(more=told), encoding="utf-8")
    assert "0123456789" not in run("read", folder / "xã Lũng Ẳng.txt").output
    assert "0123456789" not in run("check", folder / "xã Lũng Ẳng.txt").output
    assert "0123456789" not in consolidate(folder).output
    for name in ("phat-hien.html", "observations.csv"):
        assert "0123456789" not in (folder.parent / "out" / name).read_text("utf-8")
    (facts,) = read_observations(folder.parent / "out" / "facts")[-1:]
    assert "••••••••••01" in facts.passage


@pytest.mark.skipif(sys.platform != "linux", reason="other systems refuse such names")
def test_a_file_name_that_is_no_text_breaks_no_output(folder: Path) -> None:
    odd = os.fsdecode(os.fsencode(folder) + b"/x\xff\n<b>&.txt")
    os.rename(folder / "xã Lũng Ẳng.txt", odd)  # noqa: PTH104 - the name as bytes is the matter
    assert json.loads(run("read", odd, "--json").stdout)["source"]["file"] == "x\ufffd\ufffd<b>&.txt"
    assert "1 report read, 0 left out" in consolidate(folder).stdout


def test_characters_that_no_format_holds_break_no_output(folder: Path) -> None:
    told = (
        REPORT.format(more="")
        .replace("12 hội nghị", "\x01\ufffe12 hội nghị")
        .replace("Ưu điểm: ", "Ưu điểm: \x02=1+1 ")
    )
    (folder / "xã Lũng Ẳng.txt").write_text(told, encoding="utf-8")
    assert consolidate(folder).exit_code == 0


def test_a_mistake_of_the_program_costs_one_file_and_no_trace_is_shown(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copy(folder / "xã Lũng Ẳng.txt", folder / "vỡ.txt")
    reading = road.reading.read_source

    def fail(source: Source) -> Report:
        if source.file == "vỡ.txt":
            raise KeyError("x")
        return reading(source)

    monkeypatch.setattr("tongket.road.reading.read_source", fail)
    done = consolidate(folder)
    assert done.exit_code == 0
    assert "vỡ.txt: the program failed on this file (KeyError)" in done.stdout
    alone = run("read", folder / "vỡ.txt", "--lang", "en")
    assert alone.exit_code == 2
    assert "the program failed on this file (KeyError)" in alone.stderr


@pytest.mark.parametrize("command", cli.list_commands(Context(cli)))
def test_every_command_is_in_both_readmes(command: str) -> None:
    for name in ("README.md", "README.vi.md"):
        assert f"tongket {command}" in (ROOT / name).read_text("utf-8"), name


def test_a_command_loads_no_module_of_another() -> None:
    script = "import sys, tongket.cli, tongket.road; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout.split()
    assert not {"tongket.cli.facts", "tongket.cli.programmes", "tongket.cli.units", "duckdb", "xlsxwriter"} & {*loaded}
