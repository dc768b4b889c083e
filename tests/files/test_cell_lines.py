"""Tables whose cells came over one a line: which lines are their rows, and which lists are no tables."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from tongket.files.cell_lines import with_rows_again
from tongket.files.text import text_blocks
from tongket.model.sources import Block, NoteAnchor, Source

Rows = list[tuple[str, ...]]


def rows(text: str) -> Rows:
    """The cells of each row with blank ones between them, as they stand in the text."""
    return [_cells(text, block) for block in text_blocks(text) if block.kind == "row"]


def _cells(text: str, block: Block) -> tuple[str, ...]:
    cells = [""] * (max(cell.column for cell in block.cells) + 1)
    for cell in block.cells:
        cells[cell.column] = " ".join(text[cell.start : cell.end].split())
    return tuple(cells)


def lines(*cells: str) -> str:
    return "\n".join(" | ".join(cells).split(" | "))


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Trạm Y tế | 0246 675 683 | Công an | 0243.974.622 | Trường | 0912799026", id="telephones"),
        pytest.param("Lò Văn Ún | 1982 | Vì Thị Pó | 1975 | Cà Văn Sao | 1990 | Hà Thị Na | 1991", id="years"),
        pytest.param(
            "Mở đầu | 1 | Kết quả | 3 | Sai sót | 5 | Hạn chế | 9 | Nhiệm vụ | 12 | Giải pháp | 15", id="pages"
        ),
        pytest.param(
            "TT | Tên | Trang | 1 | Mở đầu | 1 | 2 | Kết quả | 9 | 3 | Thi đua | 7 | 4 | Khen | 8", id="contents"
        ),
        pytest.param("Số 12 đường Lê Lợi | Phường Nà Sao | Phường Khe Cạn | 5 | 6 | 7 | 8 | 9 | 10", id="addresses"),
        pytest.param("Tổng số | 12 | 13 | Trong đó nữ | 4 | Đảng viên | 5 | 6 | Đoàn viên | 7 | 8", id="a cell lost"),
        pytest.param("Thôn Nà Lộc | 12 | 3 | Thôn Sao | 6 | 4 | Thôn Mu | 9 | 5 | 7", id="a cell too many at the end"),
        pytest.param("Một đêm | Hai ta | Ba sông | Bốn bể | Năm châu | 1 | 2 | 3 | 4 | 5 | 6", id="no labels"),
        pytest.param("Chi lương | Mục | 60 | Chi họp | Mục | 45 | Chi khác | Mục | 77" * 2, id="codes beside words"),
        pytest.param("Đã họp. | 12 | 13 | Đã làm. | 14 | 11 | Đã xong. | 16 | 17", id="sentences"),
    ],
)
def test_lines_that_are_no_cells(text: str) -> None:
    assert rows(lines(text)) == []


CLASSES = "Khối lớp | Số lớp | Số học sinh | Khối 1 | 4 | 118 | Khối 2 | 3 | 96 | Khối 3 | 4 | 121 | Cộng | 11 | 335"


def test_a_label_and_as_many_numbers_again_and_again_are_the_rows_of_a_table() -> None:
    assert rows(lines(CLASSES)) == [
        ("Khối lớp", "Số lớp", "Số học sinh"),
        ("Khối 1", "4", "118"),
        ("Khối 2", "3", "96"),
        ("Khối 3", "4", "121"),
        ("Cộng", "11", "335"),
    ]


def test_blank_lines_between_all_cells_change_nothing() -> None:
    assert rows(lines(CLASSES).replace("\n", "\n\n")) == rows(lines(CLASSES))


def test_where_blank_lines_part_the_cells_a_blank_line_more_is_a_blank_cell() -> None:
    text = "TT | Xã | Đăng ký | Đạt |1| Nà Lộc | 12 | 9 |2| Khe Cạn |  | 7 |3| Bản Mu | 8 |  |4| Pá Sao | 6 | 5 "

    assert rows("\n\n".join(cell.strip() for cell in text.split("|")))[1:] == [
        ("1", "Nà Lộc", "12", "9"),
        ("2", "Khe Cạn", "", "7"),
        ("3", "Bản Mu", "8"),
        ("4", "Pá Sao", "6", "5"),
    ]


def test_where_blank_lines_part_the_cells_a_line_end_alone_stands_within_one() -> None:
    text = lines(CLASSES).replace("\n", "\n\n").replace("Số học sinh", "Số\nhọc sinh")

    assert rows(text)[0] == ("Khối lớp", "Số lớp", "Số học sinh")


NUMBERED = (
    "TT | Chỉ tiêu | ĐVT | Kế hoạch | Thực hiện | I | Kinh tế | 1 | Thu ngân sách | triệu đồng | 250 | 262,5 | 2 |"
    " Đàn trâu | con | 1.200 | 1.180 | II | Xã hội | 1 | Hộ nghèo | hộ | 45 | 41 | 2 | Bảo hiểm y tế | % | 95 | 97"
)


def test_list_numbers_begin_the_rows_and_titles_among_them_have_no_more_than_a_label() -> None:
    assert rows(lines(NUMBERED)) == [
        ("TT", "Chỉ tiêu", "ĐVT", "Kế hoạch", "Thực hiện"),
        ("I", "Kinh tế"),
        ("1", "Thu ngân sách", "triệu đồng", "250", "262,5"),
        ("2", "Đàn trâu", "con", "1.200", "1.180"),
        ("II", "Xã hội"),
        ("1", "Hộ nghèo", "hộ", "45", "41"),
        ("2", "Bảo hiểm y tế", "%", "95", "97"),
    ]


def test_a_numbered_row_of_words_names_the_columns_for_the_rows_below_it() -> None:
    text = (
        "TT|Nội dung|Số liệu|1|Tỷ lệ hộ có nước sạch|Năm 2021|Năm 2023| |- Toàn xã|81,5|90,2| |+ Vùng cao|70,1|82,4|"
        "2|Tỷ lệ trẻ đến lớp|Nam|Nữ| |- Mầm non|92,1|91,7| |- Tiểu học|99,5|99,8"
    )

    assert rows("\n\n".join(text.split("|"))) == [
        ("TT", "Nội dung", "Số liệu"),
        ("1", "Tỷ lệ hộ có nước sạch", "Năm 2021", "Năm 2023"),
        ("", "- Toàn xã", "81,5", "90,2"),
        ("", "+ Vùng cao", "70,1", "82,4"),
        ("2", "Tỷ lệ trẻ đến lớp", "Nam", "Nữ"),
        ("", "- Mầm non", "92,1", "91,7"),
        ("", "- Tiểu học", "99,5", "99,8"),
    ]


def test_a_total_has_no_number_and_begins_with_its_label() -> None:
    text = "STT | Thôn | Hộ | Người | 1 | Sao | 48 | 190 | 2 | Mu | 52 | 205 | 3 | Pán | 31 | 122 | Cộng | 131 | 517"

    assert rows(lines(text))[-1] == ("", "Cộng", "131", "517")


def test_a_title_that_divides_stands_over_all_that_follow_it() -> None:
    text = (
        "TT | Loại | Tổng | Chia ra | Nam | Nữ | 1 | Giỏi | 30 | 18 | 12 | 2 | Khá | 41 | 20 | 21 | 3 | Đạt | 9 | 5 | 4"
    )
    block = text_blocks(lines(text))[0]

    assert [(cell.column, cell.columns) for cell in block.cells] == [(0, 1), (1, 1), (2, 1), (3, 2)]


def test_a_line_in_brackets_below_a_label_belongs_to_it() -> None:
    text = "TT|Xếp loại|Nam|Nữ|1|Tốt|(tỷ lệ 60%)|30|42|2|Khá|(tỷ lệ 40%)|26|22|3|Đạt|(không tính)|1|2"

    assert rows(text.replace("|", "\n"))[1:] == [
        ("1", "Tốt (tỷ lệ 60%)", "30", "42"),
        ("2", "Khá (tỷ lệ 40%)", "26", "22"),
        ("3", "Đạt (không tính)", "1", "2"),
    ]


def test_a_title_of_two_lines_that_begins_alike_over_each_column_is_one() -> None:
    text = "Xã | Năm học | 2022-2023 | Năm học | 2023-2024 | Sao | 12 | 13 | Mu | 9 | 8 | Pán | 21 | 22"

    assert rows(lines(text))[0] == ("Xã", "Năm học 2022-2023", "Năm học 2023-2024")


def test_titles_stand_over_those_that_come_again_below_them() -> None:
    text = (
        "TT | Xếp loại | Học kỳ I | Học kỳ II | SL | % | SL | % | 1 | Tốt | 60 | 50 | 72 | 60 | 2 | Khá | 36 | 30"
        " | 30 | 25 | 3 | Đạt | 24 | 20 | 18 | 15"
    )
    block = text_blocks(lines(text))[0]

    assert [(cell.column, cell.columns) for cell in block.cells] == [(0, 1), (1, 1), (2, 2), (4, 2)]
    assert rows(lines(text))[1] == ("", "", "SL", "%", "SL", "%")


def test_the_numbers_of_the_columns_are_a_row_of_the_head() -> None:
    text = "TT | Xã | Giao | Đạt | 1 | 2 | 3 | 4 | 1 | Sao | 12 | 9 | 2 | Mu | 8 | 7 | 3 | Pán | 8 | 5"

    assert rows(lines(text))[:3] == [("TT", "Xã", "Giao", "Đạt"), ("1", "2", "3", "4"), ("1", "Sao", "12", "9")]


def test_labels_may_be_years_that_rise_under_as_many_titles() -> None:
    text = "Năm | Số hộ | Số khẩu | 2021 | 118 | 502 | 2022 | 121 | 511 | 2023 | 125 | 520 | Tăng | 7 | 18"

    assert rows(lines(text))[1] == ("2021", "118", "502")


def test_the_lines_around_a_table_stay_what_they_are() -> None:
    text = f"2. Quy mô trường lớp\n{lines(CLASSES)}\n3. Đội ngũ giáo viên"
    kinds = [block.kind for block in text_blocks(text)]

    assert kinds == ["paragraph", *["row"] * 5, "paragraph"]


def _source(text: str, called: Sequence[NoteAnchor]) -> Source:
    blocks, at = [], 0
    for line in text.split("\n"):
        blocks.append(Block("paragraph", at, at + len(line)))
        at += len(line) + 1
    return Source("a.docx", "", "docx", text, tuple(blocks), anchors=tuple(called))


def test_paragraphs_of_a_word_file_are_cells_too_and_notes_stay_tied() -> None:
    text = lines(CLASSES) + "\nTheo thống kê của trường đến ngày 31/12."
    source = with_rows_again(_source(text, [NoteAnchor(0, 1, note=text.count("\n"))]))

    assert [block.kind for block in source.blocks] == [*["row"] * 5, "paragraph"]
    assert source.anchors[0].note == len(source.blocks) - 1


def test_a_bar_may_end_each_cell_whatever_line_ends_stand_within() -> None:
    text = "Thôn |\nSố hộ |\nSố\nngười |\nKhe Vân |\n48 |\n190 |\nNà\nMạ |\n52 |\n205 |\nPá Sao |\n31 |\n122 |\n"

    assert rows(text) == [
        ("Thôn", "Số hộ", "Số người"),
        ("Khe Vân", "48", "190"),
        ("Nà Mạ", "52", "205"),
        ("Pá Sao", "31", "122"),
    ]


def test_years_over_all_columns_but_the_labels_are_the_head_and_a_line_below_is_a_title() -> None:
    text = "Năm | 2021 | 2022 | 2023 | Lớp | Mầm non | 12 | 13 | 13 | Tiểu học | 25 | 24 | 26 | THCS | 9 | 8 | 8"

    assert rows(lines(f"Quy mô | {text}"))[:3] == [
        ("", "2021", "2022", "2023"),
        ("Lớp",),
        ("Mầm non", "12", "13", "13"),
    ]


def test_shares_below_numbers_stand_in_their_cells() -> None:
    text = "TT | Nội dung | Tổng số | Lớp 6 | Lớp 7 | I | Xếp loại | 80 | 40 | 40 | 1 | Tốt | 60 | 75%"
    text += " | 30 | 75% | 30 | 75% | 2 | Khá | 20 | 25% | 10 | 25% | 10 | 25%"

    assert rows(lines(text))[1:] == [
        ("I", "Xếp loại", "80", "40", "40"),
        ("1", "Tốt", "60 75%", "30 75%", "30 75%"),
        ("2", "Khá", "20 25%", "10 25%", "10 25%"),
    ]


def test_the_title_of_the_list_numbers_may_be_missing() -> None:
    text = "Công khai chất lượng | Nội dung | Tổng số | Chia ra | Lớp 6 | Lớp 7 | 1 | Tốt | 60 | 30 | 30"
    text += " | 2 | Khá | 20 | 10 | 10 | 3 | Đạt | 9 | 5 | 4"

    assert rows(lines(text))[:3] == [
        ("", "Nội dung", "Tổng số", "Chia ra"),
        ("", "", "", "Lớp 6", "Lớp 7"),
        ("1", "Tốt", "60", "30", "30"),
    ]


def test_what_stands_above_the_title_of_the_labels_is_no_head() -> None:
    text = "Công khai chất lượng | Năm học này | Nội dung | Tổng số | Chia ra | Lớp 6 | Lớp 7 | Tốt | 60 | 30 | 30"
    text += " | Khá | 20 | 10 | 10 | Đạt | 9 | 5 | 4"

    assert rows(lines(text))[:2] == [("Nội dung", "Tổng số", "Chia ra"), ("", "", "Lớp 6", "Lớp 7")]


@pytest.mark.parametrize(
    ("text", "row"),
    [
        pytest.param(
            "TT | Nội dung | Tổng số | Lớp 6 | Lớp 7 | I | Xếp loại | 80 | 40 | 40 | 1 | Tốt | 60 | 75% | 30 | 30"
            " | 2 | Khá | 12 | 15% | 6 | 6 | 3 | Đạt | 8 | 10% | 4 | 4",
            ("2", "Khá", "12 15%", "6", "6"),
            id="of totals alone",
        ),
        pytest.param(
            "TT | Nội dung | Tổng số | Lớp 6 | Lớp 7 | I | Xếp loại | 80 | 40 | 40 | 1 | Tốt | 75% | 60 | 30 | 30"
            " | 2 | Khá | 15% | 12 | 6 | 6 | 3 | Đạt | 10% | 8 | 4 | 4",
            ("2", "Khá 15%", "12", "6", "6"),
            id="of labels",
        ),
    ],
)
def test_shares_of_some_cells_stand_in_them(text: str, row: tuple[str, ...]) -> None:
    assert rows(lines(text))[3] == row
