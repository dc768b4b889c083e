"""Figures of the cells of a table, on invented rows."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tongket.model.quantities import Pair, Quantity, Range
from tongket.model.reports import Table, TableCell, TableRow
from tongket.reading.figures.table_figures import read_table_figures


def table(header: tuple[str, ...], *rows: tuple[str, ...], caption: str = "") -> Table:
    """A table whose first column numbers the rows and whose second is the label."""
    built, at = [], 0
    for number, label, *values in rows:
        cells = []
        start = at
        for column, text in enumerate((number, label, *values)):
            cells.append(TableCell(text, at, at + len(text), column))
            at += len(text) + 1
        label_start = start + len(number) + 1
        built.append(
            TableRow(start, at - 1, tuple(cells), number, label, (label,), 1, label_start, label_start + len(label))
        )
    return Table(0, at, None, header, tuple(built), caption)


def cells_of(found: Table) -> list[tuple[str, Quantity, str]]:
    return [(figure.text, figure.value, figure.unit) for figure in read_table_figures([found])]


HEADER = ("STT", "Nội dung", "Số lượng")


@pytest.mark.parametrize(
    ("header", "row", "expected"),
    [
        pytest.param(HEADER, ("1", "Số cuộc giám sát", ""), [], id="a blank is not zero"),
        pytest.param(
            ("TT", "Nguồn", "Giải ngân"), ("1", "Xã hội hóa", "96,4"), [("96,4", Decimal("96.4"), "")], id="no nouns"
        ),
        pytest.param(
            ("TT", "Chỉ tiêu", "ĐVT", "Đạt %"),
            ("1", "Hộ nghèo", "hộ", "41,7"),
            [("41,7", Decimal("41.7"), "%")],
            id="%",
        ),
        pytest.param(HEADER, ("1", "Số cuộc giám sát", "-"), [], id="a dash is not zero"),
        pytest.param(("STT", "Tên", "Ngày"), ("1", "Họp", "12/5/2023"), [], id="a date"),
        pytest.param(HEADER, ("1", "Số cuộc giám sát", "0"), [("0", Decimal(0), "cuộc")], id="zero"),
        pytest.param(
            ("TT", "Khối", "Chưa hoàn thành"), ("1", "Khối 3", "2"), [("2", Decimal(2), "")], id="a numbered unit"
        ),
        pytest.param(
            ("TT", "Xếp loại", "Lớp 6"),
            ("1", "Tốt (tỷ lệ so với tổng số) 40%", "12"),
            [("12", Decimal(12), "")],
            id="a label with its own share",
        ),
        pytest.param(HEADER, ("2", "Hội nghị đối thoại", "15"), [("15", Decimal(15), "hội nghị")], id="head noun"),
        pytest.param(
            HEADER,
            ("3", "Tổng số đoàn viên/hội viên", "169/1.169"),
            [("169/1.169", Pair(Decimal(169), Decimal(1169)), "đoàn viên/hội viên")],
            id="two counts under one label",
        ),
        pytest.param(
            ("STT", "Nội dung", "Kinh phí (triệu đồng)"),
            ("4", "Hỗ trợ nhà ở", "1.250,5"),
            [("1.250,5", Decimal("1250.5"), "triệu đồng")],
            id="unit of the column",
        ),
        pytest.param(
            ("STT", "Đơn vị", "Trị giá (triệu đồng)"),
            ("3", "Cơ sở", "1.622"),
            [("1.622", Decimal(1622), "triệu đồng")],
            id="a column of offices",
        ),
        pytest.param(
            ("STT", "Nội dung", "ĐVT", "Kết quả"), ("5", "Cấp thẻ", "Thẻ", "12"), [("12", Decimal(12), "Thẻ")], id="ĐVT"
        ),
        pytest.param(HEADER, ("6", "Tỷ lệ hộ nghèo", "5,2%"), [("5,2%", Decimal("5.2"), "%")], id="unit in the cell"),
        pytest.param(
            HEADER,
            ("7", "Hội viên, nông dân và hộ kinh doanh", "85"),
            [("85", Decimal(85), "người")],
            id="several classes of people are people",
        ),
        pytest.param(HEADER, ("8", "Thành phố Mẫu Sơn", "85"), [("85", Decimal(85), "")], id="a name counts nothing"),
        pytest.param(HEADER, ("8", "Đoàn viên, trong đó nữ", "85"), [("85", Decimal(85), "đoàn viên")], id="one class"),
    ],
)
def test_cells(header: tuple[str, ...], row: tuple[str, ...], expected: list[tuple[str, Quantity, str]]) -> None:
    assert cells_of(table(header, row)) == expected


def test_a_row_that_numbers_the_columns_holds_no_figures() -> None:
    assert cells_of(table(("STT", "Nội dung", "a", "b"), ("1", "2", "3", "4"))) == []


def test_a_cell_says_its_path_and_period() -> None:
    (figure,) = read_table_figures([table(HEADER, ("1", "Số cuộc", "3"), caption="(Số liệu tính đến tháng 12/2023)")])
    assert figure.what == "Số cuộc > Số lượng"
    assert figure.period is not None
    assert figure.period.as_of == "2023-12"
    assert (figure.table, figure.row, figure.column, figure.in_table) == (0, 0, 2, True)


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        pytest.param(("1", "Chênh lệch", "(1.250)"), [("(1.250)", Decimal(-1250))], id="brackets are below zero"),
        pytest.param(("1", "Mức chi", "5 - 7"), [("5 - 7", Range(Decimal(5), Decimal(7)))], id="a range"),
        pytest.param(("1", "Giai đoạn", "2021 - 2025"), [], id="years are no range"),
        pytest.param(("1", "Cán bộ", "15 (nữ 05)"), [("15", Decimal(15))], id="what brackets add is left"),
        pytest.param(("1", "Cán bộ", "15 (7,5%)"), [("15", Decimal(15))], id="a share in brackets"),
        pytest.param(("1", "Cán bộ", "15\n7,5%"), [("15", Decimal(15))], id="a share below"),
        pytest.param(
            ("1", "Kết quả", "Đã tổ chức 12 lớp với 350 học viên"),
            [("12 lớp", Decimal(12)), ("350 học viên", Decimal(350))],
            id="a sentence in a cell",
        ),
        pytest.param(("1", "Kết quả", "Thực hiện Đề án 06 tại thôn 7"), [], id="names in a cell"),
    ],
)
def test_more_cells(row: tuple[str, ...], expected: list[tuple[str, Quantity]]) -> None:
    assert [cell[:2] for cell in cells_of(table(HEADER, row))] == expected
