"""Tables of values into a folder of facts: what is taken, what is refused and why, and that nothing is half done."""

from __future__ import annotations

import csv
import os
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import duckdb
import pytest
import xlsxwriter
from hypothesis import given, settings
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from tongket.consolidating.facts import read_observations
from tongket.consolidating.imports.reasons import Reasons
from tongket.consolidating.imports.values import read_odd
from tongket.errors import ReadError
from tongket.exchange.facts_table import write_facts_csv
from tongket.model.imports import Imported
from tongket.model.programmes import Indicator
from tongket.road.facts import import_facts, show_facts

pytestmark = pytest.mark.slow  # each of them writes and reads tables; the default run is bounded

PROGRAMME = """
code: ct-99-tu
version: 1
title: Sơ kết thực hiện Chỉ thị số 99-CT/TU
regime: state
directive: {type: Chỉ thị, symbol: 99-CT/TU, date: 2020-05-04, issuer: Ban Thường vụ Tỉnh ủy, subject: về dân vận}
review: sơ kết
years: 3
period_start: 2020-05-04
period_end: 2030-05-04
recipients: [Lưu VT]
dimensions:
  - code: to-chuc
    name: Tổ chức
    values:
      - {code: hnd, name: Hội Nông dân, aliases: [Nông dân]}
      - {code: hpn, name: Hội Phụ nữ}
  - code: gioi
    name: Giới tính
    values:
      - {code: nam, name: Nam}
      - {code: nu, name: Nữ}
indicators:
  - {code: HN-01, name: Hội nghị quán triệt, unit: hội nghị}
  - {code: LN-01, name: Lượt người tham dự, unit: lượt người, dimensions: [to-chuc, gioi]}
  - {code: DV-01, name: Đoàn viên hiện có, unit: người, over_time: latest, dimensions: [to-chuc]}
  - {code: HO-01, name: Hộ văn hóa, unit: hộ, over_time: latest}
  - {code: HO-02, name: Tổng số hộ, unit: hộ, over_time: latest}
  - {code: TL-01, name: Tỷ lệ hộ văn hóa, unit: "%", numerator: HO-01, denominator: HO-02}
  - {code: KP-01, name: Kinh phí, unit: đồng, kind: money}
outline:
  - {code: KQ, title: Kết quả, depth: 0, sentences: ["Đã tổ chức {HN-01} hội nghị."]}
"""
UNITS = """id\tcode\tkind\tprefix\tname\tparent\tfrom\tto\tbecame\tact
ms\t97\tprovince\ttỉnh\tMẫu Sơn\tvn\t\t\t\t
ms-h1\t971\tdistrict\thuyện\tThanh Lũng\tms\t\t2025-06-30\t\t
ms-o1\t97101\tcommune\txã\tKhau Slòng\tms-h1\t\t2025-06-30\tms-x1\t1690/NQ-UBTVQH15
ms-x1\t97101\tcommune\txã\tLũng Ẳng\tms\t2025-07-01\t\t\t
ms-x2\t97103\tcommune\txã\tPhja Mạ\tms\t2025-07-01\t\t\t
ms-x3\t97104\tcommune\tphường\tPhja Mạ\tms\t2025-07-01\t\t\t
"""
HEADER = ("Mã chỉ tiêu", "Đơn vị", "Kỳ báo cáo", "Cơ quan", "Giá trị")
GOOD = ("HN-01", "ms-x1", "quý I/2026", "ubnd", "12")


@pytest.fixture(scope="session")
def programme(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("chuong-trinh") / "programme.yaml"
    file.write_text(PROGRAMME, encoding="utf-8")
    return file


@pytest.fixture(scope="session")
def units(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("don-vi") / "don-vi.tsv"
    file.write_text(UNITS, encoding="utf-8")
    return file


class Desk:
    """A folder with tables and facts, and how they are imported here."""

    def __init__(self, folder: Path, programme: Path, units: Path) -> None:
        self.folder, self.programme, self.units = folder, programme, units
        self.facts = folder / "facts"

    def table(self, *rows: Sequence[object], header: Sequence[str] = HEADER, name: str = "so-lieu.csv") -> Path:
        path = self.folder / name
        with path.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows([header, *rows])
        return path

    def take(self, *files: Path, **options: object) -> Imported:
        if "mapping" not in options:
            options["regime"] = "calendar"
        return import_facts(files, self.facts, self.programme, units_file=self.units, **options)[-1]  # type: ignore[arg-type]  # options of a test

    def refusals(self, *rows: Sequence[object], header: Sequence[str] = HEADER) -> list[tuple[int, str, str]]:
        """(row, column, message id) of every refusal of a table; nothing must have been written."""
        found = self.take(self.table(*rows, header=header))
        assert not found.written
        assert not read_observations(self.facts)
        return [(one.row, one.column, one.what) for one in found.refusals]

    def held(self) -> list[tuple[str, str, str, str, int, int | None, str]]:
        return [
            (one.indicator, one.cell, one.unit, one.period, one.revision, one.amount, one.status)
            for one in read_observations(self.facts)
        ]


@pytest.fixture
def desk(tmp_path: Path, programme: Path, units: Path) -> Desk:
    return Desk(tmp_path, programme, units)


ENGINE = duckdb.connect()
Q1, YEAR = "2026-01-01/2026-03-31", "2026-01-01/2026-12-31"


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        pytest.param(GOOD, ("HN-01", "", "ms-x1", Q1, 1, 12, "reported"), id="codes and digits"),
        pytest.param(
            ("hội nghị quán triệt", "xã Lũng Ẳng", "năm 2026", "UBND", "1.234"),
            ("HN-01", "", "ms-x1", YEAR, 1, 1234, "reported"),
            id="names, and groups of thousands",
        ),
        pytest.param(
            ("HN-01", "97101", "2026-01-01/2026-03-31", "ubnd", "không phát sinh"),
            ("HN-01", "", "ms-x1", Q1, 1, None, "none-occurred"),
            id="a code is of the unit that has it in that period",
        ),
        pytest.param(
            ("HN-01", "97101", "quý I/2025", "ubnd", "7"),
            ("HN-01", "", "ms-o1", "2025-01-01/2025-03-31", 1, 7, "reported"),
            id="and of its predecessor before",
        ),
        pytest.param(
            ("HN-01", "ms-o1", "năm 2025", "ubnd", "7"),
            ("HN-01", "", "ms-o1", "2025-01-01/2025-12-31", 1, 7, "reported"),
            id="a unit that ended within the period",
        ),
        pytest.param(
            ("TL-01", "ms-x1", "quý I/2026", "ubnd", "92,5"),
            ("TL-01", "", "ms-x1", Q1, 1, 9250, "reported"),
            id="decimals at the scale",
        ),
        pytest.param(
            ("KP-01", "ms-x1", "quý I/2026", "ubnd", "1,5 triệu đồng"),
            ("KP-01", "", "ms-x1", Q1, 1, 1_500_000, "reported"),
            id="money in its own step",
        ),
        pytest.param(
            ("DV-01", "ms-x1", "31/12/2026", "ubnd", "40"),
            ("DV-01", "", "ms-x1", "/2026-12-31", 1, 40, "reported"),
            id="a stock at a day",
        ),
    ],
)
def test_what_is_written_as_people_write_it_is_taken(
    desk: Desk, row: Sequence[str], expected: tuple[object, ...]
) -> None:
    assert desk.take(desk.table(row)).new == 1
    assert desk.held() == [expected]


@pytest.mark.parametrize(
    ("row", "column", "what"),
    [
        pytest.param(("HN-1", *GOOD[1:]), "Mã chỉ tiêu", "the programme has no indicator '{text}'.", id="indicator"),
        pytest.param(("", *GOOD[1:]), "Mã chỉ tiêu", "the row names no indicator.", id="no indicator"),
        pytest.param(("HN-01", "ms-x9", *GOOD[2:]), "Đơn vị", "there is no unit '{text}'.", id="unit"),
        pytest.param(
            ("HN-01", "Phja Mạ", *GOOD[2:]), "Đơn vị", "several units are called '{text}': {units}.", id="homonyms"
        ),
        pytest.param(
            ("HN-01", "ms-o1", *GOOD[2:]),
            "Đơn vị",
            "{unit} ({id}) ended on {day}, before the period {first} - {last}; it became: {became} ({acts}).",
            id="a unit that had ended",
        ),
        pytest.param(
            ("HN-01", "ms-x1", "quý I/2025", "ubnd", "1"),
            "Đơn vị",
            "{unit} ({id}) began on {day}, after the period {first} - {last}; it was made from: {made}.",
            id="a unit that had not begun",
        ),
        pytest.param((*GOOD[:2], "quý V/2026", "ubnd", "1"), "Kỳ báo cáo", "'{text}' is not a period.", id="period"),
        pytest.param(
            (*GOOD[:2], "31/3/2026", "ubnd", "1"),
            "Kỳ báo cáo",
            "the value adds up over time, and the row gives only the last day of its period.",
            id="a flow needs its first day",
        ),
        pytest.param((*GOOD[:4], "-3"), "Giá trị", "'{text}' is below zero.", id="negative count"),
        pytest.param((*GOOD[:4], "mười hai phẩy"), "Giá trị", "'{text}' is not a number.", id="text for a number"),
        pytest.param(
            (*GOOD[:4], "12,5"), "Giá trị", "'{text}' has decimals, and what is counted is whole.", id="half a meeting"
        ),
        pytest.param(
            (*GOOD[:4], "9" * 25), "Giá trị", "'{text}' is larger than any value that a report can mean.", id="overflow"
        ),
        pytest.param(
            ("TL-01", *GOOD[1:4], "92,5678"),
            "Giá trị",
            "'{text}' has more decimals than the {scale} that the indicator takes.",
            id="more decimals than the scale",
        ),
        pytest.param(
            ("TL-01", *GOOD[1:4], "112"), "Giá trị", "a share of a whole cannot be more than 100%.", id="share over 100"
        ),
        pytest.param(
            ("TL-01", *GOOD[1:4], "1,234"),
            "Giá trị",
            "'{text}' can be read in two ways: with a decimal mark, or with groups of thousands.",
            id="never a guess",
        ),
    ],
)  # fmt: skip
def test_a_wrong_row_is_refused_with_its_place_and_nothing_is_written(
    desk: Desk, row: Sequence[str], column: str, what: str
) -> None:
    assert desk.refusals(GOOD, row) == [(3, column, what)]


def test_a_value_is_not_read_where_the_indicator_is_unknown(desk: Desk) -> None:
    found = desk.refusals(("{x}", *GOOD[1:4], "{v}"), ("HN-9", *GOOD[1:4], "mười"))
    assert {column for _, column, _ in found} == {"Mã chỉ tiêu"}


@pytest.mark.parametrize("revision", ["0", "-1", "1.5", "x", "9" * 20])
def test_revisions_count_from_one(desk: Desk, revision: str) -> None:
    found = desk.refusals((*GOOD, revision), header=(*HEADER, "revision"))
    assert [(row, column) for row, column, _ in found] == [(2, "revision")]


@pytest.mark.parametrize(
    ("cells", "is_taken"),
    [
        pytest.param(("1250", "", "2"), True, id="at its scale"),
        pytest.param(("1250", "1350", "2"), True, id="a range"),
        pytest.param(("1350", "1250", "2"), False, id="a range that ends before it begins"),
        pytest.param(("1250", "", "999999999"), False, id="a scale that is none"),
        pytest.param(("1250", "x", "2"), False, id="an end that is no number"),
        pytest.param(("9" * 40, "", "2"), False, id="more than fits"),
    ],
)
def test_amounts_of_the_table_of_facts(desk: Desk, cells: tuple[str, ...], is_taken: bool) -> None:
    header = (*HEADER[:4], "amount", "amount_high", "scale")
    found = desk.take(desk.table(("TL-01", *GOOD[1:4], *cells), header=header))
    assert (found.new, found.refused) == ((1, 0) if is_taken else (0, 1))


def test_a_row_tells_all_that_is_wrong_in_it(desk: Desk) -> None:
    found = desk.refusals(("HN-1", "ms-x9", "quý I/2026", "ubnd", "1"))
    assert [(row, column) for row, column, _ in found] == [(2, "Mã chỉ tiêu"), (2, "Đơn vị")]


@pytest.mark.parametrize(
    ("word", "is_taken"),
    [
        pytest.param("lượt người", True, id="its own"),
        pytest.param("Lượt người", True, id="whatever the case"),
        pytest.param("nghìn lượt người", True, id="a thousand of it"),
        pytest.param("người", False, id="people are not attendances"),
        pytest.param("đồng", False, id="money"),
    ],
)
def test_a_value_is_in_the_indicators_own_unit(desk: Desk, word: str, is_taken: bool) -> None:
    table = desk.table(("LN-01", *GOOD[1:], word), header=(*HEADER, "Đơn vị tính"))
    assert desk.take(table).new == int(is_taken)
    if is_taken:
        assert desk.held()[0][5] == (12_000 if "nghìn" in word else 12)


def test_dimensions_stand_in_columns_of_their_own(desk: Desk) -> None:
    header = (*HEADER, "Tổ chức", "Giới tính")
    desk.take(
        desk.table(
            ("LN-01", *GOOD[1:4], "5", "Nông dân", "nữ"),
            ("LN-01", *GOOD[1:4], "9", "hnd", "Tổng số"),
            ("LN-01", *GOOD[1:4], "30", "", ""),
            header=header,
        )
    )
    assert sorted((cell, amount) for _, cell, *_, amount, _ in desk.held()) == [("", 30), ("hnd", 9), ("hnd+nu", 5)]
    refused = desk.take(
        desk.table(
            ("LN-01", *GOOD[1:4], "5", "Đoàn Thanh niên", ""), ("HN-01", *GOOD[1:4], "5", "hnd", ""), header=header
        )
    )
    assert [one.what for one in refused.refusals] == [
        "'{text}' is no value of '{dimension}'.",
        "{indicator} is not broken down by '{dimension}', and the row says '{text}' there.",
    ]


def test_two_values_for_one_key_are_both_refused_and_the_same_value_counts_once(desk: Desk) -> None:
    other = (*GOOD[:4], "13")
    twice = "row {other} gives another value for the same indicator, unit, period and body."
    assert desk.refusals(GOOD, other) == [(2, "Giá trị", twice), (3, "Giá trị", twice)]
    found = desk.take(desk.table(GOOD, GOOD))
    assert (found.new, found.same) == (1, 1)


def test_known_values_are_nothing_new_and_others_are_revisions(desk: Desk) -> None:
    desk.take(desk.table(GOOD, ("HN-01", "ms-x2", *GOOD[2:])))
    found = desk.take(desk.table(GOOD, ("HN-01", "ms-x2", *GOOD[2:4], "20"), name="sua.csv"))
    assert (found.new, found.revised, found.same) == (0, 1, 1)
    assert sorted(desk.held()) == [
        ("HN-01", "", "ms-x1", Q1, 1, 12, "reported"),
        ("HN-01", "", "ms-x2", Q1, 1, 12, "reported"),
        ("HN-01", "", "ms-x2", Q1, 2, 20, "reported"),
    ]
    latest = [(one.unit, one.amount) for one in show_facts(desk.facts, indicator="HN-01").observations]
    assert latest == [("ms-x1", 12), ("ms-x2", 20)]


def test_revisions_may_be_numbered_and_never_change(desk: Desk) -> None:
    header = (*HEADER, "revision")
    found = desk.take(desk.table((*GOOD, "1"), (*GOOD[:4], "13", "2"), header=header))
    assert (found.new, [row[4:6] for row in sorted(desk.held())]) == (2, [(1, 12), (2, 13)])
    refused = desk.take(desk.table((*GOOD[:4], "14", "2"), header=header, name="khac.csv"))
    assert [one.what for one in refused.refusals] == [
        "this revision is held with another value; revisions are never changed."
    ]


def test_the_same_file_again_writes_nothing(desk: Desk) -> None:
    table = desk.table(GOOD)
    desk.take(table)
    before = {file: file.read_bytes() for file in desk.facts.rglob("*.parquet")}
    again = desk.take(table)
    assert again.imported_before
    assert {file: file.read_bytes() for file in desk.facts.rglob("*.parquet")} == before


def test_a_file_imported_again_after_its_correction_does_not_undo_it(desk: Desk) -> None:
    first = desk.table(GOOD, name="mot.csv")
    desk.take(first)
    desk.take(desk.table((*GOOD[:4], "20"), name="hai.csv"))
    assert desk.take(first).imported_before
    assert [row[4:6] for row in sorted(desk.held())] == [(1, 12), (2, 20)]


@pytest.mark.parametrize(
    ("periods", "is_taken"),
    [
        pytest.param(("quý I/2026", "quý II/2026"), True, id="one after another"),
        pytest.param(("quý I/2026", "năm 2026"), True, id="one holds the other"),
        pytest.param(("2026-01-01/2026-06-30", "2026-03-01/2026-09-30"), False, id="they cross"),
    ],
)
def test_periods_that_cross_would_be_added(desk: Desk, periods: tuple[str, str], is_taken: bool) -> None:
    rows = [("HN-01", "ms-x1", period, "ubnd", "5") for period in periods]
    assert (desk.take(desk.table(*rows)).refused == 0) is is_taken
    if not is_taken:
        desk.take(desk.table(rows[0], name="truoc.csv"))
        assert desk.take(desk.table(rows[1], name="sau.csv")).refused == 1


def test_data_of_persons_is_refused_and_masked(desk: Desk) -> None:
    header = (*HEADER, "Ghi chú")
    table = desk.table(
        (*GOOD, "Liên hệ ông A, điện thoại 0912 000 345"),
        (*GOOD[:1], "ms-x2", *GOOD[2:], "Theo 12-KH/TU"),
        header=header,
    )
    target = desk.folder / "loi.csv"
    found = desk.take(table, partial=True, refused=target)
    assert (found.new, found.refused) == (1, 1)
    assert "0912" not in target.read_text("utf-8-sig")
    assert "345" not in target.read_text("utf-8-sig")


def test_good_rows_are_taken_and_refused_ones_come_back_corrected(desk: Desk) -> None:
    table = desk.table(GOOD, ("HN-01", "ms-x2", "quý I/2026", "ubnd", "=1+1"), ("HN-1", *GOOD[1:]))
    target = desk.folder / "chua-nhan.csv"
    found = desk.take(table, partial=True, refused=target)
    assert (found.new, found.refused, found.refused_file) == (1, 2, str(target))
    text = target.read_text("utf-8-sig")
    assert "'=1+1" in text
    assert len(text.splitlines()) == 3
    target.write_text(text.replace("'=1+1", "4").replace("HN-1,ms-x1", "HN-01,ms-x3"), encoding="utf-8")
    assert desk.take(target).new == 2
    assert len(desk.held()) == 3


def test_refused_rows_of_a_workbook_go_to_a_workbook(desk: Desk) -> None:
    path = desk.folder / "bieu.xlsx"
    book = xlsxwriter.Workbook(str(path))
    sheet = book.add_worksheet("Biểu 2")
    for row, cells in enumerate(
        [("BIỂU SỐ LIỆU",), HEADER, (*GOOD[:4], 12), ("TL-01", *GOOD[1:4], 92.5), ("X", *GOOD[1:4], 3)]
    ):
        sheet.write_row(row, 0, cells)
    book.close()
    target = desk.folder / "chua-nhan.xlsx"
    found = desk.take(path, partial=True, refused=target)
    assert (found.new, found.refused, [one.row for one in found.refusals]) == (2, 1, [5])
    assert sorted(row[5] for row in desk.held()) == [12, 9250]
    rows = CalamineWorkbook.from_path(str(target)).get_sheet_by_index(0).to_python()
    assert rows[1][:5] == ["X", *GOOD[1:4], 3]
    assert "X" in rows[1][5]


def test_titles_may_stand_above_the_headers(desk: Desk) -> None:
    path = desk.folder / "bieu.csv"
    lines = ["BIỂU SỐ LIỆU, NĂM 2026", "(Kèm theo báo cáo)", "", ";".join(HEADER), ";".join(GOOD)]
    path.write_text("\n".join(lines), encoding="utf-8")
    assert desk.take(path).new == 1
    assert read_observations(desk.facts)[0].passage == "dòng 5"


def test_headers_may_take_two_rows_with_numbers_of_columns_below(desk: Desk) -> None:
    path = desk.folder / "bang.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet()
        rows = [
            ("STT", "Đơn vị", "Chỉ tiêu", "", "Kỳ", "Số liệu"),
            ("", "", "Mã chỉ tiêu", "Tên chỉ tiêu", "", ""),
            (1, "xã Lũng Ẳng", "HN-01", "Hội nghị", "quý I/2026", 12),
        ]
        for number, row in enumerate(rows):
            sheet.write_row(number, 0, row)
    assert (desk.take(path).new, desk.take(path, preview=True).refused) == (1, 0)
    numbered = [("(1)", "(2)", "(3)", "(4)", "(5)"), ("HN-01", "ms-x2", "quý I/2026", "ubnd", "7")]
    assert desk.take(desk.table(*numbered)).new == 1


def test_a_column_of_codes_counts_before_one_of_names(desk: Desk) -> None:
    header = ("Mã chỉ tiêu", "Chỉ tiêu", "Mã đơn vị", "Tên đơn vị", "Kỳ báo cáo", "Giá trị")
    table = desk.table(("HN-01", "Số hội nghị đã mở", "ms-x2", "Phja Mạ", "quý I/2026", "7"), header=header)
    assert desk.take(table).new == 1


def test_a_code_that_lost_its_zeros_in_a_spreadsheet_is_known_where_it_means_one_unit(desk: Desk) -> None:
    two = desk.take(desk.table(("HN-01", "4", *GOOD[2:])))  # Cao Bằng is 04, phường Ba Đình 00004
    assert [one.what for one in two.refusals] == ["several units are called '{text}': {units}."]
    desk.take(desk.table(("HN-01", "118", *GOOD[2:]), name="hai.csv"))
    assert [row[2] for row in desk.held()] == ["00118.2025"]


def test_parquet_is_a_table_too(desk: Desk) -> None:
    path = desk.folder / "bang.parquet"
    duckdb.connect().execute(
        "copy (select 'HN-01' as indicator, 'ms-x' || n as unit, '2026' as period, 'ubnd' as body, 10 + n as value"
        f" from range(1, 4) as t(n)) to '{path.as_posix()}' (format parquet)"
    )
    assert desk.take(path).new == 3


@pytest.mark.parametrize(
    ("encoding", "delimiter"),
    [("utf-8", ";"), ("utf-8-sig", ","), ("utf-16", "\t"), ("utf-16-le", ",")],
)
def test_tables_of_text_are_read_however_excel_saved_them(desk: Desk, encoding: str, delimiter: str) -> None:
    text = "\r\n".join(delimiter.join(row) for row in [HEADER, GOOD, (), (*GOOD[:1], "ms-x2", *GOOD[2:])])
    path = desk.folder / "bang.csv"
    path.write_bytes(text.encode(encoding))
    assert desk.take(path).new == 2


def test_old_encodings_are_refused_with_a_mend(desk: Desk) -> None:
    path = desk.folder / "cu.csv"
    path.write_bytes(",".join(HEADER).encode() + b"\r\nH\xf4\xec\xf2i ngh\xec\xf2,x,x,x,x\r\n")
    with pytest.raises(ReadError) as error:
        desk.take(path)
    assert "CSV UTF-8" in error.value.message("en")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("", "the table is empty", id="empty"),
        pytest.param("a,b\n1,2\n", "lacks the columns", id="no known column"),
        pytest.param("indicator,unit,period,body\nHN-01,ms-x1,2026,ubnd\n", "value", id="no value"),
        pytest.param(",".join(f"c{n}" for n in range(300)), "300 columns", id="too many columns"),
        pytest.param('indicator,unit,period,value\n"HN-01,ms-x1,2026,1\n', "quotation mark", id="open quotation"),
        pytest.param("value,Giá trị,indicator,unit,period\n1,1,HN-01,ms-x1,2026\n", "both hold", id="field twice"),
    ],
)
def test_a_table_that_is_none_is_refused_as_a_whole(desk: Desk, text: str, words: str) -> None:
    path = desk.folder / "bang.csv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ReadError) as error:
        desk.take(path)
    assert words in error.value.message("en")


def test_a_mapping_says_which_column_holds_what(desk: Desk) -> None:
    mapping = desk.folder / "anh-xa.yaml"
    mapping.write_text(
        "columns: {Ma: indicator, Dia ban: unit, SL: value, Giá trị: ''}\nconstants: {period: quý I/2026, body: ubnd}\n"
        "decimal: ','\nregime: nd-09\n",
        encoding="utf-8",
    )
    table = desk.table(
        ("TL-01", "ms-x1", "1,234", "99"), ("TL-01", "ms-x2", "12,5", "99"), header=("Ma", "Dia ban", "SL", "Giá trị")
    )
    refused = desk.take(table, mapping=mapping)
    assert [(one.row, one.facts["text"]) for one in refused.refusals] == [(2, "1,234")]  # three decimals at scale two
    desk.take(table, mapping=mapping, partial=True)
    assert desk.held() == [("TL-01", "", "ms-x2", "2025-12-15/2026-03-14", 1, 1250, "reported")]


def test_a_preview_writes_nothing(desk: Desk) -> None:
    found = desk.take(desk.table(GOOD), preview=True)
    assert (found.new, found.written, len(found.first)) == (1, "", 1)
    assert not desk.facts.exists()


def test_several_tables_are_taken_together_or_not_at_all(desk: Desk) -> None:
    good, bad = desk.table(GOOD, name="a.csv"), desk.table(("X", *GOOD[1:]), name="b.csv")
    desk.take(good, bad)
    assert not read_observations(desk.facts)
    desk.take(good, desk.table((*GOOD[:4], "13"), name="c.csv"))
    assert [row[4:6] for row in sorted(desk.held())] == [(1, 12), (2, 13)]


def test_what_is_shown_as_csv_is_imported_as_the_same(desk: Desk) -> None:
    desk.take(desk.table(GOOD, ("LN-01", "ms-x1", "quý I/2026", "mttq", "hơn 1.200"), ("TL-01", *GOOD[1:4], "92,57")))
    path = desk.folder / "xuat.csv"
    write_facts_csv(path, show_facts(desk.facts).observations, {})
    other = Desk(desk.folder / "khac", desk.programme, desk.units)
    other.folder.mkdir()
    other.take(path)
    assert sorted(other.held()) == sorted(desk.held())
    again = desk.take(path)
    assert (again.new, again.revised, again.same) == (0, 0, 3)


def test_bodies_are_known_by_name_whatever_the_case(desk: Desk) -> None:
    desk.take(desk.table((*GOOD[:3], "ỦY BAN NHÂN DÂN XÃ LŨNG ẲNG", "12")))
    found = desk.take(desk.table((*GOOD[:3], "Uỷ ban nhân dân xã Lũng Ẳng", "13"), name="hai.csv"))
    assert (found.new, found.revised) == (0, 1)


@pytest.mark.skipif(sys.platform == "win32", reason="stops a process by a signal")
@pytest.mark.slow
def test_an_import_stopped_by_force_leaves_a_folder_that_works(desk: Desk) -> None:
    desk.take(desk.table(GOOD))
    before = {file.name for file in desk.facts.rglob("*.parquet")}
    days = [f"2026-01-01/2026-{month:02d}-{day:02d}" for month in range(1, 13) for day in range(1, 29)]
    rows = [("HN-01", "ms-x1", period, body, "5") for period in days for body in ("ubnd", "mttq", "hnd", "dtn")]
    table = desk.table(*rows * 40, name="lon.csv")
    command = (
        "from tongket.road.facts import import_facts; "
        f"import_facts([{str(table)!r}], {str(desk.facts)!r}, {str(desk.programme)!r}, "
        f"units_file={str(desk.units)!r}, regime='calendar')"
    )
    process = subprocess.Popen([sys.executable, "-c", command])
    deadline = time.monotonic() + 60
    while process.poll() is None and time.monotonic() < deadline and not list(desk.facts.glob(".import-*")):
        time.sleep(0.01)
    os.kill(process.pid, signal.SIGKILL)
    process.wait()
    assert before <= {file.name for file in desk.facts.rglob("*.parquet")}
    assert all(one.amount for one in read_observations(desk.facts))
    assert desk.take(desk.table(("HN-01", "ms-x2", *GOOD[2:]), name="sau.csv")).new == 1
    assert not list(desk.facts.glob(".import-*"))


@settings(max_examples=80, deadline=None)
@given(st.from_regex(r"[0-9]{1,15}|[0-9]{1,12}[.,][0-9]{1,2}", fullmatch=True), st.integers(0, 6))
def test_plain_values_mean_to_the_engine_what_they_mean_to_the_reader(text: str, scale: int) -> None:
    """The statement adds what ``read_value`` reads, wherever it does not leave a value to it."""
    indicator = Indicator("X", "x", "tấn", kind="decimal", scale=scale)
    reasons = Reasons()
    low, high, _, status, _, reason = read_odd(text, "", "", indicator, "", reasons)
    if len(text.partition("," if "," in text else ".")[2]) > scale or reason:
        return
    found = ENGINE.execute(
        "select cast(cast(replace(?, ',', '.') as decimal(24, 6)) * cast(power(10, ?) as decimal(12, 0)) as hugeint)",
        [text, scale],
    ).fetchone()
    assert (found, high, status) == ((low,), None, "reported")
