"""``tongket programmes``: what it prints and with which exit code."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tongket.cli.commands import cli
from tongket.consolidating.facts import write_observations
from tongket.model.observations import Observation
from tongket.programmes.load import PACKS, load_programme

ONE = Observation(
    indicator="QT-05",
    cell="",
    unit="lung-ang",
    extent="area",
    period="2021-09-07/2026-09-30",
    body="Ủy ban nhân dân xã Lũng Ẳng",
    programme="ct-06-tu",
    version=1,
    revision=1,
    amount=12,
    amount_high=None,
    scale=0,
    unit_word="tin, bài",
    qualifier="",
    status="reported",
    origin="form",
    confidence=1.0,
    source="bao-cao.docx",
    source_sha256="ab" * 32,
    start=0,
    end=2,
    passage="12 tin, bài",
)


REPORT = """ỦY BAN NHÂN DÂN
XÃ LŨNG ẲNG

Số: 41/BC-UBND

BÁO CÁO

Sơ kết 05 năm thực hiện Chỉ thị số 06-CT/TU ngày 07-9-2021 của Ban Thường vụ Tỉnh ủy

I. KẾT QUẢ THỰC HIỆN

Toàn xã đã tổ chức 12 hội nghị quán triệt riêng Chỉ thị với 960 lượt người tham dự.

TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
"""


UNITS = (
    "id\tcode\tkind\tprefix\tname\tparent\nms\t99\tprovince\ttỉnh\tMẫu Sơn\tvn\nla\t99001\tcommune\txã\tLũng Ẳng\tms\n"
)
ROUND = """programme: ct-06-tu
unit: ms
body: Ủy ban nhân dân tỉnh Mẫu Sơn
place: Mẫu Sơn
units_file: don-vi.tsv
"""


def run(*arguments: object, lang: str = "en") -> Result:
    return CliRunner().invoke(cli, ["programmes", *map(str, arguments), "--lang", lang])


def copy(folder: Path, *pairs: tuple[str, str]) -> Path:
    """Chỉ thị 06 after these replacements in all of its files."""
    shutil.copytree(PACKS / "ct-06-tu", folder)
    for file in folder.glob("*.yaml"):
        text = file.read_text("utf-8")
        for before, after in pairs:
            text = text.replace(before, after)
        file.write_text(text, encoding="utf-8")
    return folder


def test_list() -> None:
    assert [line.split()[0] for line in run("list").stdout.splitlines()] == ["ct-06-tu", "kl-62-tw"]
    assert [one["code"] for one in json.loads(run("list", "--json").stdout)["programmes"]] == ["ct-06-tu", "kl-62-tw"]


def test_show_says_what_is_asked() -> None:
    shown = run("show", "ct-06-tu")
    assert shown.exit_code == 0
    assert "Asked: Ủy ban nhân dân (commune)" in shown.stdout
    assert "units are added up; the figure at the end of the period counts" in shown.stdout
    assert "= «Nội dung đã khắc phục» : «Nội dung được yêu cầu" in shown.stdout


def test_the_card_of_an_indicator() -> None:
    card = run("show", "ct-06-tu", "CT-03").stdout
    assert "PHỤ LỤC 2, row «Ý kiến, kiến nghị của cử tri»" in card
    assert "«Ý kiến, kiến nghị của cử tri» >= «Ý kiến, kiến nghị của cử tri đã được giải quyết, trả lời»" in card
    assert "C.G. Tiếp xúc cử tri" in card
    assert json.loads(run("show", "ct-06-tu", "CT-03", "--json").stdout)["unit"] == "ý kiến"


def test_no_such_indicator() -> None:
    shown = run("show", "ct-06-tu", "CT-33")
    assert (shown.exit_code, shown.stdout) == (2, "")
    assert "Did you mean one of: CT-03" in shown.stderr


def test_to_a_workbook_and_from_it_to_yaml(tmp_path: Path) -> None:
    book, folder = tmp_path / "book.xlsx", tmp_path / "yaml"
    assert run("show", "kl-62-tw", "--xlsx", book).exit_code == 0
    assert run("check", book).exit_code == 0
    assert run("show", book, "--yaml", folder).exit_code == 0
    assert run("diff", "kl-62-tw", folder).stdout == "kl-62-tw: version 1 to version 1, 0 changes\n"


@pytest.mark.parametrize(
    ("pairs", "code", "words"),
    [
        pytest.param([], 0, "", id="all right"),
        pytest.param([("denominator: KT-03", "denominator: KT-99")], 1, "'KT-99' does not exist", id="a mistake"),
        pytest.param([("unit: hội nghị\n", "unit: hội nghị\n    levels: [district\n")], 2, "", id="broken YAML"),
    ],
)
def test_check(tmp_path: Path, pairs: list[tuple[str, str]], code: int, words: str) -> None:
    checked = run("check", copy(tmp_path / "own", *pairs))
    assert checked.exit_code == code
    assert words in checked.stdout


def test_check_for_programs(tmp_path: Path) -> None:
    own = copy(tmp_path / "own", ("denominator: KT-03", "denominator: KT-99"))
    told = json.loads(run("check", own, "kl-62-tw", "--json").stdout)["programmes"]
    assert [len(one["errors"]) for one in told] == [1, 0]
    assert told[0]["errors"][0]["where"].startswith(str(own / "indicators.yaml"))
    assert told[0]["errors"][0]["mend"] == "Did you mean one of: KT-05, KT-04, KT-03?"


def test_check_of_nothing() -> None:
    assert run("check", "ct-00").exit_code == 2


def test_diff_names_the_drafts_that_a_change_touches(tmp_path: Path) -> None:
    write_observations(
        tmp_path / "ra" / "facts",
        [ONE, replace(ONE, cell="x"), replace(ONE, indicator="QT-01"), replace(ONE, programme="kl-62-tw")],
    )
    own = copy(tmp_path / "own", ("unit: tin, bài", "unit: bài"), ("version: 1", "version: 2"))
    found = run("diff", "ct-06-tu", own, "--drafts", tmp_path / "ra")
    assert found.exit_code == 1
    assert "[other meaning] QT-05 Unit of measure (unit): «tin, bài» → «bài»" in found.stdout
    assert "write 'QT-05' under 'retired'" in found.stdout
    assert "QT-05: 2 values of Ủy ban nhân dân xã Lũng Ẳng (lung-ang), version 1" in found.stdout
    held = json.loads(run("diff", "ct-06-tu", own, "--drafts", tmp_path / "ra", "--json").stdout)
    assert [(one["indicator"], one["count"]) for one in held["drafts"]] == [("QT-05", 2)]


def test_a_place_that_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x", encoding="utf-8")
    for option in (("--xlsx", tmp_path), ("--yaml", tmp_path / "file")):
        shown = run("show", "ct-06-tu", *option)
        assert (shown.exit_code, "cannot be written" in shown.stderr) == (2, True)


def test_drafts_are_found_in_workbooks_of_earlier_runs(tmp_path: Path) -> None:
    reports = tmp_path / "reports"
    reports.mkdir()
    (reports / "xa.txt").write_text(REPORT, encoding="utf-8")
    (reports / "don-vi.tsv").write_text(UNITS, encoding="utf-8")
    (reports / "dot-bao-cao.yaml").write_text(ROUND, encoding="utf-8")
    out = tmp_path / "out"
    done = CliRunner().invoke(cli, ["consolidate", str(reports), "-p", "ct-06-tu", "-o", str(out), "--lang", "en"])
    assert done.exit_code == 0, done.stderr
    own = copy(tmp_path / "own", ("unit: lượt người", "unit: người"))
    both = run("diff", "ct-06-tu", own, "--drafts", tmp_path, "--json")
    shutil.rmtree(out / "facts")
    alone = run("diff", "ct-06-tu", own, "--drafts", tmp_path, "--json")
    told = [[(one["indicator"], one["count"]) for one in json.loads(run_.stdout)["drafts"]] for run_ in (both, alone)]
    assert told == [[("QT-04", 1)], [("QT-04", 1)]]
    assert json.loads(alone.stdout)["drafts"][0]["place"].endswith("so-lieu.xlsx")


def test_diff_in_place(tmp_path: Path) -> None:
    own = copy(
        tmp_path / "own", ("Tổng số hội nghị quán triệt, tuyên truyền Chỉ thị\n", "Tổng số hội nghị quán triệt\n")
    )
    found = run("diff", "ct-06-tu", own)
    assert found.exit_code == 0
    assert "raise 'version'" in found.stdout


def test_the_same_in_vietnamese() -> None:
    assert load_programme("ct-06-tu").title in run("show", "ct-06-tu", lang="vi").stdout
