"""Tables: ruled, merged, over pages, and without lines."""

from __future__ import annotations

from pdf_files import LEFT, RIGHT, centred, composed, page, prose, ruled, texts, written

from tongket.model.pages import Rule
from tongket.model.sources import Source

XS = [85.0, 125.0, 320.0, 430.0, 540.0]


def row(y: float, *cells: str) -> list:
    return [word for x, cell in zip(XS, cells, strict=False) for word in written(x + 5, y, cell, 12)]


def spans(source: Source) -> list[list[tuple[int, int, int]]]:
    return [[(cell.column, cell.columns, cell.rows) for cell in block.cells] for block in source.blocks]


def test_a_ruled_table_gives_a_row_a_line() -> None:
    found = composed(
        page(
            row(115, "TT", "Nội dung", "Số lượng", "Tỷ lệ"),
            row(135, "1", "Hộ nghèo", "12", "4,5"),
            rules=ruled(XS, [100, 120, 140]),
        )
    )
    assert texts(found, "row") == ["TT\tNội dung\tSố lượng\tTỷ lệ", "1\tHộ nghèo\t12\t4,5"]
    assert {block.table for block in found.blocks} == {0}


def test_merged_cells_reach_over_their_rows_and_columns() -> None:
    flat = [Rule(85, 100, 540, 100), Rule(320, 120, 540, 120), Rule(85, 140, 540, 140), Rule(85, 160, 540, 160)]
    upright = [Rule(x, 100, x, 160) for x in (85, 125, 320, 540)] + [Rule(430, 120, 430, 160)]
    found = composed(
        page(
            row(125, "TT", "Nội dung"),
            written(390, 115, "Số người", 12),
            row(135, "", "", "Nam", "Nữ"),
            row(155, "1", "Hội viên", "12", "15"),
            rules=flat + upright,
        )
    )
    assert texts(found, "row") == ["TT\tNội dung\tSố người", "\t\tNam\tNữ", "1\tHội viên\t12\t15"]
    assert spans(found)[0] == [(0, 1, 2), (1, 1, 2), (2, 2, 1)]


def test_wrapped_lines_of_a_cell_are_one_and_meant_line_ends_stay() -> None:
    long = written(130, 115, "Số cuộc đối thoại của người", 12) + written(130, 130, "đứng đầu", 12)
    meant = written(130, 150, "Thôn Khe Mây;", 12) + written(130, 165, "Thôn Nà Cuổi", 12)
    found = composed(page(row(115, "1"), long, row(150, "2"), meant, rules=ruled(XS, [100, 135, 170])))
    assert texts(found, "row") == ["1\tSố cuộc đối thoại của người đứng đầu\t\t", "2\tThôn Khe Mây;|Thôn Nà Cuổi\t\t"]


def test_a_word_that_a_narrow_cell_cuts_is_whole_and_two_numbers_in_a_cell_are_two() -> None:
    cut = written(90, 115, "ST", 12) + written(90, 128, "T", 12)
    number = written(330, 115, "1.250.0", 12) + written(330, 128, "00", 12)
    two = written(440, 115, "1.250", 12) + written(440, 128, "2.340", 12)
    found = composed(page(cut, row(115, "", "Số tiền"), number, two, rules=ruled(XS, [100, 135])))
    assert texts(found, "row") == ["STT\tSố tiền\t1.250.000\t1.250|2.340"]


def test_a_table_goes_on_over_a_page_and_its_repeated_head_is_dropped() -> None:
    top = page(
        row(715, "TT", "Nội dung", "Số lượng", "Tỷ lệ"),
        row(735, "1", "Hộ nghèo", "12", "4,5"),
        rules=ruled(XS, [700, 720, 740]),
    )
    below = page(
        centred(40, "2"),
        row(95, "TT", "Nội dung", "Số lượng", "Tỷ lệ"),
        row(115, "2", "Hộ cận nghèo", "9", "3,4"),
        rules=ruled(XS, [80, 100, 120]),
        number=2,
    )
    found = composed(top, below)
    assert texts(found, "row")[-1] == "2\tHộ cận nghèo\t9\t3,4"
    assert len(found.blocks) == 3
    assert [block.heading_row for block in found.blocks] == [True, False, False]
    assert {block.table for block in found.blocks} == {0}


def test_a_row_cut_by_a_page_end_is_one() -> None:
    top = page(row(715, "1", "Quy trình thẩm định vốn", "12", "4"), rules=ruled(XS, [700, 720]))
    below = page(
        row(95, "", "thuộc ngân sách xã"),
        row(115, "2", "Quy trình khác", "9", "3"),
        rules=ruled(XS, [80, 100, 120]),
        number=2,
    )
    assert texts(composed(top, below), "row")[0] == "1\tQuy trình thẩm định vốn thuộc ngân sách xã\t12\t4"


def test_the_rest_of_a_first_cell_over_a_page_end_goes_on_and_a_named_row_does_not() -> None:
    top = page(row(715, "Xây dựng nông", "38.420", "24.973", "65,0"), rules=ruled(XS, [700, 720]))
    for rest, expected in (("thôn mới", 1), ("trong đó:", 2)):
        below = page(row(95, rest), row(115, "Giảm nghèo", "9", "3", "1"), rules=ruled(XS, [80, 100, 120]), number=2)
        assert len(texts(composed(top, below), "row")) == expected + 1


def test_a_paragraph_that_a_table_interrupts_is_one() -> None:
    words, y = prose(
        100,
        "Ban Thường vụ Đảng ủy xã đã phân công các đồng chí phụ trách từng thôn, bản, thường xuyên bám sát cơ sở"
        " để nắm tình hình và",
    )
    last = max(word.baseline for word in words)
    full = [word for word in words if word.baseline < last] + written(
        LEFT, last, "để nắm tình hình, tâm tư và nguyện vọng của các tầng lớp nhân dân trong toàn xã nhằm", to=RIGHT
    )
    table = row(y + 35, "TT", "Nội dung", "Số lượng", "Tỷ lệ") + row(y + 55, "1", "Hộ nghèo", "12", "4,5")
    rest = written(LEFT, y + 90, "kịp thời giải quyết.")
    found = composed(page(full, table, rest, rules=ruled(XS, [y + 20, y + 40, y + 60])))
    assert texts(found)[0].endswith("trong toàn xã nhằm kịp thời giải quyết.")


def test_a_frame_around_text_is_no_table() -> None:
    found = composed(page(written(LEFT, 115, "Số nóng: 0123"), rules=ruled([80, 300], [100, 120])))
    assert texts(found) == ["Số nóng: 0123"]


def test_aligned_columns_without_lines_are_rows() -> None:
    found = composed(
        page(
            row(100, "TT", "Nội dung", "Số lượng", "Tỷ lệ"),
            row(118, "1", "Hộ nghèo", "12", "4,5"),
            row(136, "2", "Hộ cận nghèo", "9", "3,4"),
            written(LEFT, 170, "Nguồn: Ủy ban nhân dân xã Lũng Ẳng, tính đến ngày 30/6/2026."),
        )
    )
    assert texts(found, "row")[1:] == ["1\tHộ nghèo\t12\t4,5", "2\tHộ cận nghèo\t9\t3,4"]
    assert texts(found) == ["Nguồn: Ủy ban nhân dân xã Lũng Ẳng, tính đến ngày 30/6/2026."]


def test_cells_set_to_the_middle_of_a_row_without_lines_keep_their_row() -> None:
    found = composed(
        page(
            row(100, "TT", "Tổ chức", "Hội viên", "Kết nạp"),
            row(118, "1", "Hội Phụ nữ", "2.027", "397"),
            row(136, "2", "Hội Nông dân", "1.635", "307"),
            row(152, "", "Hội Cựu chiến"),
            row(160, "3", "", "369", "99"),
            row(168, "", "binh"),
            row(186, "4", "Công đoàn", "291", "58"),
        )
    )
    assert texts(found, "row")[2:] == [
        "2\tHội Nông dân\t1.635\t307",
        "3\tHội Cựu chiến binh\t369\t99",
        "4\tCông đoàn\t291\t58",
    ]


def test_a_cell_as_wide_as_its_column_ends_where_the_next_column_begins() -> None:
    full = [
        *written(XS[1] + 5, 172, "Hộ nghèo được các đoàn thể giúp", 12, to=XS[2] - 3),
        *written(XS[2] + 5, 172, "468", 12),
    ]
    found = composed(
        page(
            row(100, "TT", "Nội dung", "Năm 2023", "Năm 2024"),
            row(118, "1", "Hội nghị", "12", "15"),
            row(136, "2", "Mô hình", "42", "47"),
            row(154, "3", "Lớp", "4", "5"),
            [*written(XS[0] + 5, 172, "4", 12), *full, *written(XS[3] + 5, 172, "512", 12)],
            written(XS[1] + 5, 186, "vay vốn", 12),
        )
    )
    assert texts(found, "row")[-1] == "4\tHộ nghèo được các đoàn thể giúp vay vốn\t468\t512"


def test_wide_gaps_in_two_lines_of_prose_are_no_table() -> None:
    lines = [
        written(LEFT, 100 + 18 * index, "Xã có ba thôn giáp ranh với tỉnh bạn ở phía bắc", to=RIGHT)
        for index in range(2)
    ]
    assert texts(composed(page(*lines)), "row") == []
