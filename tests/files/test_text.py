"""Plain text files: lines, emphasis that converters leave."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tongket.files.text import text_blocks


@pytest.mark.parametrize(
    ("line", "clean", "styles"),
    [
        pytest.param("2 * 3 * 4", "2 * 3 * 4", [], id="a star between blanks is no emphasis"),
        pytest.param("* Nguyên nhân", "* Nguyên nhân", [], id="a bullet is no emphasis"),
        pytest.param("*", "*", [], id="the star line of a Party letterhead"),
        pytest.param("- **Khó khăn:** ít", "- Khó khăn: ít", ["bold"], id="bold"),
        pytest.param("*** Nguyên nhân:**", "* Nguyên nhân:", ["bold"], id="a bullet and then bold"),
        pytest.param("“*Vì người nghèo*”", "“Vì người nghèo”", ["italic"], id="italic in quotes"),
        pytest.param("Cấp tỉnh(<i>trích yếu</i>)", "Cấp tỉnh(trích yếu)", ["italic"], id="a tag"),
        pytest.param("**TM. ỦY BAN", "TM. ỦY BAN", ["bold"], id="left open at the end of the line"),
        pytest.param("chặn (*) 2*3*4 và công nghệ*", "chặn (*) 2*3*4 và công nghệ*", [], id="stars that mark notes"),
        pytest.param("Số: ____/BC, ngày __ tháng _", "Số: ____/BC, ngày __ tháng _", [], id="blanks to fill in"),
        pytest.param("tên_tệp_mới.docx", "tên_tệp_mới.docx", [], id="underscores inside a word"),
        pytest.param("từ _nghiêng_, __đậm__.", "từ nghiêng, đậm.", ["italic", "bold"], id="underscores around words"),
        pytest.param("***Cả hai***", "Cả hai", ["bold", "italic"], id="three stars"),
        pytest.param("phong trào** tiếp", "phong trào tiếp", ["bold"], id="bold that began before a page break"),
        pytest.param("## II. KẾT QUẢ", "II. KẾT QUẢ", [], id="a heading mark"),
        pytest.param("#1 trong tỉnh", "#1 trong tỉnh", [], id="a number sign"),
        pytest.param(r"1\. Chung \* (a\_b)", "1. Chung * (a_b)", [], id="escapes"),
        pytest.param("m<sup>2</sup>", "m2", ["superscript"], id="superscript"),
        pytest.param("a < b > c, &nbsp; <đ>", "a < b > c, &nbsp; <đ>", [], id="signs and entities are left alone"),
        pytest.param("\ufeffBÁO CÁO", "BÁO CÁO", [], id="a byte order mark is no text"),
    ],
)
def test_emphasis_is_style_and_not_text(line: str, clean: str, styles: list[str]) -> None:
    (block,) = text_blocks(line)
    kept, at = "", 0
    for mark in block.markup:
        kept, at = kept + line[at : mark.start], mark.end
    assert kept + line[at:] == clean
    assert [styled.style for styled in block.styles] == styles


def test_bold_may_run_over_the_lines_of_one_title() -> None:
    text = "**Tổng kết\n05 năm**\nthực hiện"
    assert [[text[one.start : one.end] for one in block.styles] for block in text_blocks(text)] == [
        ["Tổng kết"],
        ["05 năm"],
        [],
    ]


def test_a_heading_mark_gives_the_level() -> None:
    assert [block.level for block in text_blocks("# A\n\n### B\n\nC")] == [0, 2, None]


@pytest.mark.parametrize(
    ("line", "cells"),
    [
        pytest.param("TT\tNội dung\t", ["TT", "Nội dung", ""], id="tabs"),
        pytest.param("| TT | Nội dung |  |", ["TT", "Nội dung", ""], id="bars"),
        pytest.param("\tThụt vào", [], id="an indent is no table"),
        pytest.param("|---|:--|", [], id="the rule under a head is no row"),
        pytest.param("--\t--", [], id="nor is a rule of dashes"),
    ],
)
def test_rows(line: str, cells: list[str]) -> None:
    (block,) = text_blocks(line)
    assert [line[cell.start : cell.end] for cell in block.cells] == cells
    assert block.kind == ("row" if cells else "paragraph")


def test_form_feeds_divide_pages() -> None:
    assert [block.page for block in text_blocks("a\nb\x0cc\n\x0cd")] == [1, 1, 2, 3]
    assert text_blocks("a")[0].page is None


def test_control_characters_do_no_harm() -> None:
    assert [block.kind for block in text_blocks("a\x07b\x00\n\x0b\nc")] == ["paragraph", "paragraph"]


@given(st.text(alphabet="ab *_#<>/ib\\\n\t|.:1", max_size=60))
def test_any_text_keeps_its_words_and_its_order(text: str) -> None:
    at = 0
    for block in text_blocks(text):
        assert at <= block.start < block.end
        at = block.end
        inner = block.start
        for mark in block.markup:
            assert inner <= mark.start < mark.end <= block.end
            inner = mark.end
            assert not set(text[mark.start : mark.end]) - set("*_#<>/ib\\ \t")
        for styled in block.styles:
            assert block.start <= styled.start < styled.end <= block.end


@pytest.mark.parametrize("mark", ["I.", "1.", "1.2", "a)", "(2)", "-", "1/-", "•"])
def test_a_number_or_mark_before_a_tab_begins_a_point_and_no_row(mark: str) -> None:
    (block,) = text_blocks(f"{mark}\tTình hình chung")
    assert (block.kind, block.cells) == ("paragraph", ())


def test_numbers_below_the_head_of_a_table_begin_its_rows() -> None:
    blocks = text_blocks("TT\tTên xã\n1.\tXã Lũng Ẳng\n2.\tXã Mẫu Sơn\n\n3.\tĐánh giá chung\n")
    assert [block.kind for block in blocks] == ["row", "row", "row", "paragraph"]


def test_the_marks_of_a_quoted_mail_are_no_text() -> None:
    text = "> BÁO CÁO\n>\n> > 1. Xã có 12 thôn.\n>   - Dân số > 5.000 người.\n"

    assert [text[block.start : block.end].strip() for block in text_blocks(text)] == [
        "BÁO CÁO",
        "1. Xã có 12 thôn.",
        "- Dân số > 5.000 người.",
    ]


def test_some_lines_behind_an_angle_quote_nothing() -> None:
    text = "Ghi chú:\n> 80 điểm: Tốt\n> 65 điểm: Khá\n> 50 điểm: Đạt\n"

    assert text[text_blocks(text)[1].start] == ">"


_FUNDS = """TT    Nguồn vốn    Số tiền
1    Ngân sách tỉnh    12.650
2    Ngân sách xã    6.300
     Cộng    {total}
"""


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        pytest.param(
            _FUNDS.format(total="18.950"),
            [
                ["TT", "Nguồn vốn", "Số tiền"],
                ["1", "Ngân sách tỉnh", "12.650"],
                ["2", "Ngân sách xã", "6.300"],
                ["", "Cộng", "18.950"],
            ],
            id="columns between wide blanks",
        ),
        pytest.param(
            "ỦY BAN NHÂN DÂN      CỘNG HÒA\n  XÃ KHE LẠNH     Độc lập\nSố: 4      ngày 5\n", [], id="two columns"
        ),
        pytest.param("Nơi nhận:    TM. HỘI    Số 1\n- Lưu.    CHỦ TỊCH    x\n\n1    hai    3\n", [], id="too few rows"),
        pytest.param(
            "Một    câu    dài\nhai    câu    nữa\nba    câu    thôi\nbốn    câu    hết\n", [], id="no numbers"
        ),
        pytest.param(
            "a    b    1\nc    d    e    2\nf    g    3\nh    i    k    4\n", [], id="other gaps in each line"
        ),
    ],
)
def test_rows_between_wide_blanks(text: str, rows: list[list[str]]) -> None:
    found = [block for block in text_blocks(text) if block.kind == "row"]
    assert [[text[cell.start : cell.end] for cell in block.cells] for block in found] == rows
