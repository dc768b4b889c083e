"""The job over any mix of reports, filled-in templates and folders of facts, for any unit and period."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tongket import road
from tongket.errors import ConsolidateError, ReadError
from tongket.exchange.templates.writing import write_template
from tongket.model.consolidations import Consolidation
from tongket.model.rounds import Wanted
from tongket.road.entries import add_entry
from tongket.road.job import gather

PROGRAMME = """code: dv
version: 1
title: Công tác dân vận
regime: state
directive: {type: Chỉ thị, symbol: 06-CT/TU, date: 2021-09-07, issuer: Ban Thường vụ Tỉnh ủy, subject: tập hợp quần chúng}
review: sơ kết
years: 1
period_start: 2026-01-01
period_end: 2026-12-31
modules: [S03]
indicators:
  - {code: TC-01, name: Hội nghị tiếp xúc cử tri, unit: hội nghị, phrases: [{units: [hội nghị], near: [tiếp xúc cử tri]}]}
outline:
  - {code: B, title: Lãnh đạo chỉ đạo, module: S03}
"""  # noqa: E501 - a list of indicators reads best on one line each
UNITS = """id\tkind\tprefix\tname\tparent\tto\tbecame
ms\tprovince\ttỉnh\tMẫu Sơn\tvn
x1\tcommune\txã\tLũng Ẳng\tms
x2\tcommune\txã\tCốc Lùng\tms
x3\tcommune\txã\tLũng Ẳng Trên\tms
"""
ROUND = """programme: dv
unit: ms
body: Ủy ban nhân dân tỉnh Mẫu Sơn
place: Mẫu Sơn
period: {from: 2026-01-01, to: 2026-12-31}
units_file: don-vi.tsv
asked:
  - {unit: x1, body: Ủy ban nhân dân xã Lũng Ẳng}
  - {unit: x2, body: Ủy ban nhân dân xã Cốc Lùng}
"""
REPORT = """ỦY BAN NHÂN DÂN\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
XÃ CỐC LÙNG\tĐộc lập - Tự do - Hạnh phúc
Số: 12/BC-UBND\tCốc Lùng, ngày 05 tháng 12 năm 2026

BÁO CÁO
Sơ kết 01 năm thực hiện Chỉ thị số 06-CT/TU ngày 07-9-2021 của Ban Thường vụ Tỉnh ủy

I. KẾT QUẢ
Trong năm 2026, đã tổ chức 04 hội nghị tiếp xúc cử tri.
"""


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A province whose communes answer in three ways: a report, a template, a folder of facts."""
    folder = tmp_path / "Gửi về"
    (folder / "chương trình").mkdir(parents=True)
    (folder / "chương trình" / "programme.yaml").write_text(PROGRAMME, "utf-8")
    (folder / "don-vi.tsv").write_text(UNITS, "utf-8")
    (folder / "dot-bao-cao.yaml").write_text(ROUND, "utf-8")
    return folder


Add = Callable[..., None]


@pytest.fixture
def hold(place: Path) -> Add:
    """Enter a session of a commune into the folder of facts."""

    def add(number: int, unit: str, body: str, **fields: str) -> None:
        given = {
            "id": str(number),
            "title": f"Hội nghị {number}",
            "on": "2026-03-10",
            "kenh": "hoi-nghi",
            "luot-nguoi": "50",
            "directive": "06-CT/TU",
        }
        add_entry(
            place / "chương trình",
            "S03-QT",
            given | fields,
            place / "kho số liệu",
            unit=unit,
            body=body,
            units_file=place / "don-vi.tsv",
        )

    return add


def run(place: Path, *more: Path, **wanted: str) -> Consolidation:
    return gather([place, *more], place / "chương trình", wanted=Wanted(**wanted))  # type: ignore[arg-type]  # texts of a test


def total(found: Consolidation, indicator: str, unit: str = "") -> int | None:
    whole = [one for one in found.rollups if one.indicator == indicator and one.cell == ""]
    return next(one.amount for one in whole if one.unit == (unit or found.unit.id))


def test_reports_and_registers_add_up_together(place: Path, hold: Add) -> None:
    (place / "bao-cao.txt").write_text(REPORT, "utf-8")
    hold(1, "x1", "UBND xã Lũng Ẳng")
    hold(2, "x1", "UBND xã Lũng Ẳng", combined="có")
    found = run(place)
    assert (total(found, "S03-01"), total(found, "S03-02"), total(found, "S03-03")) == (1, 1, 2)
    assert total(found, "TC-01") == 4
    assert found.left_out == ()


def test_a_filled_in_template_is_taken_beside_reports(place: Path, tmp_path: Path) -> None:
    from openpyxl import load_workbook

    from tongket.exchange.templates.book import Filled
    from tongket.programmes.load import load_programme
    from tongket.registry.units import load_units

    book = place / "xã Cốc Lùng.xlsx"
    programme = load_programme(place / "chương trình")
    registry = load_units(place / "don-vi.tsv")
    write_template(book, Filled(programme, registry, "x2", "UBND xã Cốc Lùng", "2026-01-01", "2026-12-31"), (), ())
    sheets = load_workbook(book)
    sheet = next(one for one in sheets.worksheets if str(one["A1"].value).endswith("S03-QT"))
    codes = {cell.value: cell.column for cell in sheet[1]}
    below = max(row for row in range(1, 20) if sheet.cell(row, 1).value == "example") + 1
    written = {"id": "1", "title": "Hội nghị quán triệt", "on": "10/03/2026", "kenh": "Hội nghị trực tiếp"}
    for code, value in written.items():
        sheet.cell(below, codes[code]).value = value
    sheets.save(book)
    found = run(place)
    assert found.left_out == ()
    assert [one.unit for one in found.entries] == ["x2"]
    assert total(found, "S03-03") == 1


def test_what_a_run_wrote_is_counted_once_by_the_next(place: Path, hold: Add, tmp_path: Path) -> None:
    (place / "bao-cao.txt").write_text(REPORT, "utf-8")
    hold(1, "x1", "UBND xã Lũng Ẳng")
    road.consolidate(place, place / "chương trình", tmp_path / "lần một")
    found = run(place, tmp_path / "lần một")
    assert (total(found, "S03-03"), total(found, "TC-01")) == (1, 4)


def test_the_report_of_a_unit_below_holds_that_unit_alone(place: Path, hold: Add) -> None:
    hold(1, "x1", "UBND xã Lũng Ẳng")
    hold(2, "x2", "UBND xã Cốc Lùng")
    found = run(place, unit="xã Cốc Lùng")
    assert found.unit.id == "x2"
    assert found.round.body == "Ủy ban nhân dân xã Cốc Lùng"
    assert total(found, "S03-03") == 1


def test_only_what_lies_in_the_period_counts(place: Path, hold: Add) -> None:
    hold(1, "x1", "UBND xã Lũng Ẳng", on="2026-02-10")
    hold(2, "x1", "UBND xã Lũng Ẳng", on="2026-05-10")
    assert total(run(place, period="quý I/2026"), "S03-03") == 1
    assert total(run(place, period="2026-04-01/2026-06-30"), "S03-03") == 1
    assert total(run(place), "S03-03") == 2


@pytest.mark.parametrize(
    ("wanted", "words"),
    [
        pytest.param({"unit": "xã Không Có"}, "there is no unit", id="unknown unit"),
        pytest.param({"unit": "Lung Ang"}, "several units are called", id="homonyms, as far as accents tell"),
        pytest.param({"period": "hôm nọ"}, "is not a period", id="no period"),
        pytest.param({"as_of": "01/13/2026"}, "is not a day", id="no day"),
    ],
)
def test_what_is_not_known_is_refused_with_its_mend(place: Path, hold: Add, wanted: dict[str, str], words: str) -> None:
    (place / "don-vi.tsv").write_text(UNITS + "x4\tcommune\txã\tLung Áng\tms\n", "utf-8")
    hold(1, "x1", "UBND xã Lũng Ẳng")
    with pytest.raises((ConsolidateError, ReadError)) as refused:
        run(place, **wanted)
    assert words in refused.value.message("en")


def test_a_round_may_name_its_programme_by_a_path_from_its_own_place(place: Path, hold: Add) -> None:
    (place / "dot-bao-cao.yaml").write_text(ROUND.replace("programme: dv", "programme: chương trình"), "utf-8")
    hold(1, "x1", "UBND xã Lũng Ẳng")
    assert total(run(place), "S03-03") == 1


def test_figures_of_a_unit_that_had_ended_are_kept_and_said(place: Path, hold: Add) -> None:
    gone = UNITS.replace("x2\tcommune\txã\tCốc Lùng\tms\n", "x2\tcommune\txã\tCốc Lùng\tms\t2026-06-30\tx3\n")
    (place / "don-vi.tsv").write_text(gone, "utf-8")
    hold(1, "x2", "UBND xã Cốc Lùng")
    found = run(place)
    assert total(found, "S03-03") == 1
    assert [(one.kind, one.case, one.facts["successors"]) for one in found.findings] == [
        ("stale-unit", "values", "xã Lũng Ẳng Trên")
    ]


def test_a_table_of_values_is_sent_to_the_import(place: Path, tmp_path: Path) -> None:
    table = tmp_path / "số liệu.csv"
    table.write_text("chỉ tiêu;đơn vị\n", "utf-8")
    with pytest.raises(ReadError) as refused:
        gather(table, place / "chương trình")
    assert "tongket facts import" in refused.value.message("en")
