"""Lines to paragraphs: by indent, fill, list marks and space, over lines and pages."""

from __future__ import annotations

from dataclasses import replace

import pytest
from pdf_files import LEFT, RIGHT, centred, composed, page, prose, raised, texts, width, written

from tongket.model.pages import Word

FIRST = (
    "Trong kỳ, Ủy ban nhân dân xã Lũng Ẳng đã chỉ đạo các thôn rà soát, bổ sung quy ước và triển khai thực hiện"
    " Nghị quyết số 05-NQ/ĐU đến từng hộ dân trên địa bàn."
)
SECOND = (
    "Kết quả, có 12/15 thôn hoàn thành trước ngày 30/6/2026, đạt 80%; số còn lại đang thực hiện theo kế hoạch đã đề ra."
)


def test_wrapped_lines_are_one_paragraph() -> None:
    words, _ = prose(100, FIRST)
    assert texts(composed(page(words))) == [FIRST]


def test_an_indented_line_begins_a_paragraph_though_the_line_above_is_full() -> None:
    one, y = prose(100, FIRST)
    two, _ = prose(y, SECOND)
    assert texts(composed(page(one, two))) == [FIRST, SECOND]


def test_a_short_line_ends_a_paragraph_where_nothing_is_indented() -> None:
    one, y = prose(100, FIRST, indent=0)
    two, _ = prose(y, SECOND, indent=0)
    assert texts(composed(page(one, two))) == [FIRST, SECOND]


def test_room_above_a_line_begins_a_paragraph() -> None:
    one, y = prose(100, FIRST, indent=0)
    full = written(LEFT, y, "Thôn Khe Mây có 84 hộ, trong đó 61 hộ tham gia hiến đất mở đường vào khu", to=RIGHT)
    two, _ = prose(y + 26, SECOND, indent=0)
    assert texts(composed(page(one, full, two)))[-1] == SECOND


def test_the_unit_above_a_table_stands_apart() -> None:
    said = centred(100, "(Kèm theo Báo cáo số 12/BC-UBND ngày 05/3/2026 của UBND xã Lũng Ẳng)")
    unit = centred(118, "Đơn vị tính: hồ sơ")
    assert texts(composed(page(said, unit)))[-1] == "Đơn vị tính: hồ sơ"


def test_a_title_that_is_the_longest_line_of_its_page_does_not_go_on_in_the_first_heading() -> None:
    title = "Tình hình phát triển người tham gia bảo hiểm xã hội, bảo hiểm y tế 9 tháng năm 2026"
    below = ["1. Kết quả", "a) Bảo hiểm xã hội", "b) Bảo hiểm y tế hộ gia đình", "2. Kiến nghị", "Không có ý kiến."]
    lines = [written(LEFT, 160 + 19 * order, one) for order, one in enumerate(below)]
    found = texts(composed(page(written(LEFT + 95, 141, title), *lines, size=(842.0, 595.0))))
    assert found[:2] == [title, "1. Kết quả"]


def test_list_items_stand_apart() -> None:
    items = ["- Kế hoạch số 12/KH-UBND ngày 05/3/2026;", "- Công văn số 88/UBND-VX ngày 12/3/2026;", "a) Về kết quả:"]
    lines = [written(LEFT + 28, 100 + 18 * index, item) for index, item in enumerate(items)]
    assert texts(composed(page(*lines))) == items


def test_a_dash_inside_a_name_does_not_begin_an_item() -> None:
    words, _ = prose(
        100,
        "Phát triển toàn diện đời sống của nhân dân trong xã gắn với bảo đảm quốc phòng, an ninh, kinh tế"
        " - xã hội của vùng cao biên giới theo đúng định hướng của cấp trên.",
    )
    assert len(texts(composed(page(words)))) == 1


def test_hanging_items_keep_their_lines() -> None:
    first = written(LEFT, 100, "1. Tổ chức 08 hội nghị quán triệt cho cán bộ, đảng viên và nhân dân toàn xã", to=RIGHT)
    rest = written(first[1].left, 118, "với 1.015 lượt người dự.")
    assert texts(composed(page(first, rest))) == [
        "1. Tổ chức 08 hội nghị quán triệt cho cán bộ, đảng viên và nhân dân toàn xã với 1.015 lượt người dự."
    ]


def test_a_paragraph_goes_on_over_a_page_without_running_head_and_number() -> None:
    words, _ = prose(780, FIRST)
    top = [word for word in words if word.baseline == 780]
    below = [replace(word, baseline=80, top=69, bottom=83) for word in words if word.baseline != 780]
    found = composed(page(top), page(centred(40, "2"), below[:8], number=2))
    assert len(texts(found)) == 1
    assert [block.page for block in found.blocks] == [1]


def test_a_symbol_cut_at_its_hyphen_is_whole_again_and_a_phrase_keeps_its_blank() -> None:
    text = "Thực hiện Quyết định số 217-QĐ/TW của Bộ Chính trị và Kế hoạch số 31/KH-"
    cut = [written(LEFT, 100, text, to=RIGHT), written(LEFT, 118, "UBND của huyện.")]
    assert texts(composed(page(*cut))) == [f"{text}UBND của huyện."]
    text = "Nhiệm vụ phát triển kinh tế gắn với giữ vững an ninh, xây dựng văn hóa -"
    phrase = [written(LEFT, 100, text, to=RIGHT), written(LEFT, 118, "xã hội.")]
    assert texts(composed(page(*phrase))) == [f"{text} xã hội."]


def test_centred_lines_of_a_title_are_one_where_the_first_is_full() -> None:
    one = "Sơ kết 05 năm thực hiện Chỉ thị số 06-CT/TU ngày 07/9/2021 của Ban Thường vụ Tỉnh ủy"
    found = composed(
        page(centred(100, "BÁO CÁO", bold=True), centred(118, one, bold=True), centred(136, "Mẫu Sơn", bold=True))
    )
    assert texts(found) == ["BÁO CÁO", f"{one} Mẫu Sơn"]
    assert all(block.centred for block in found.blocks)


def test_a_bold_title_that_fills_its_last_line_nearly_ends_before_plain_text() -> None:
    title = "Sơ kết 03 năm thực hiện Chỉ thị số 06-CT/TU ngày 07/9/2021 của Ban"
    plain = written(LEFT, 154, "Thực hiện Công văn số 214/UBND-NC ngày 17/5/2016 của huyện, xã đã mở", to=RIGHT)
    last = written(LEFT + 7, 136, "Mẫu Sơn về thực hiện dân chủ ở cơ sở trong doanh nghiệp", to=RIGHT - 7, bold=True)
    found = composed(page(written(LEFT + 14, 118, title, to=RIGHT - 14, bold=True), last, plain))
    assert len(texts(found)) == 2
    assert texts(found)[0].endswith("trong doanh nghiệp")


def test_labels_of_appendices_at_the_top_of_pages_are_no_running_heads() -> None:
    found = composed(*(page(centred(60, f"PHỤ LỤC {at}"), prose(100, FIRST)[0], number=at) for at in (1, 2, 3)))
    assert [one for one in texts(found) if one.startswith("PHỤ")] == ["PHỤ LỤC 1", "PHỤ LỤC 2", "PHỤ LỤC 3"]


def test_a_heading_that_happens_to_stand_in_the_middle_is_not_centred() -> None:
    lines = []
    y = 100.0
    for number in range(1, 5):
        words, y = prose(y, f"{number}. {FIRST}")
        lines.append(words)
    heading = "I. TÌNH HÌNH CHUNG CỦA XÃ VÀ CÔNG TÁC CHỈ ĐẠO"
    space = RIGHT - LEFT - 56 - width(heading, 14)
    assert space > 0
    middle = written(LEFT + 28, y, heading, to=RIGHT - 28, bold=True)
    found = composed(page(*lines, middle))
    assert not found.blocks[-1].centred


def test_a_raised_mark_stands_against_its_word_and_keeps_its_style() -> None:
    words = written(LEFT, 100, "Xã có 36.208 nhân khẩu")
    more = written(words[-1].right + 8, 100, "và 12 thôn.")
    found = composed(page([*words, *raised(words[-1], "1"), *more]))
    assert texts(found) == ["Xã có 36.208 nhân khẩu1 và 12 thôn."]
    assert [found.text[one.start : one.end] for one in found.blocks[0].styles] == ["1"]


def test_letters_spaced_out_over_a_heading_are_words() -> None:
    words = written(250, 100, "B Á O") + written(300, 100, "C Á O")
    assert texts(composed(page(words))) == ["BÁO CÁO"]


def stretched(y: float, text: str, gap: float) -> list[Word]:
    """``text`` with ``gap`` points behind each letter, as a line comes that was justified by its letters."""
    words: list[Word] = []
    at = float(LEFT)
    for char in text:
        if char != " ":
            words += written(at, y, char)
        at = words[-1].right + gap if char != " " else at + 4 + gap
    return words


@pytest.mark.parametrize(
    "line",
    [
        "Xã ban hành Quyết định số 40/QĐ-UBND ngày 01/7/2025.",
        "Nhiệm kỳ 2021 – 2026, đạt 98,5% (300.000 đồng/hộ);",
        "- Đã chi 1.250 triệu đồng cho 05 trường;",
        "01/7/2025, kỳ 2021 – 2026 (1.250 hộ).",
    ],
)
def test_figures_and_marks_of_a_stretched_line_stand_where_they_stood(line: str) -> None:
    assert texts(composed(page(stretched(100, line, gap=4)))) == [line]


def test_figures_that_stand_in_columns_beside_letters_stay_apart() -> None:
    words = [word for at, char in enumerate("ABCD1234") for word in written(LEFT + 40 * at, 100, char)]
    assert texts(composed(page(words)))[0].endswith("1 2 3 4")


def test_figures_that_were_typed_with_blanks_between_keep_them() -> None:
    words = [replace(word, spaced=True) for word in written(LEFT, 100, "a b c d 1 2 3 4")]
    assert texts(composed(page(words)))[0].endswith("1 2 3 4")


def test_letters_of_a_second_font_find_their_place_in_the_line() -> None:
    plain = [*written(85, 100, "N", 14), *written(100, 100, "ng", 14)]
    other = written(plain[0].right, 100.8, "ậ", 13.2)
    assert texts(composed(page([*plain, *other])))[0].startswith("Nậ")


def test_recognised_words_that_are_not_sure_are_doubts() -> None:
    words = [*written(85, 100, "Tổng số"), *written(160, 100, "1.315", confidence=0.4)]
    found = composed(page(words))
    assert [found.text[one.start : one.end] for one in found.doubts] == ["1.315"]


def test_what_was_cut_in_a_symbol_or_phrase_goes_on_whatever_the_edge_of_a_scan() -> None:
    short = written(LEFT, 100, "Căn cứ Tờ trình số 4017/TTr-", to=RIGHT - 60)
    rest = written(LEFT + 3, 118, "BNNMT ngày 23 tháng 4 năm 2026 và Báo cáo số 41", to=RIGHT - 50)
    last = written(LEFT, 136, "ngày 26 tháng 4 năm 2026.")
    assert len(texts(composed(page(short, rest, last)))) == 1


def test_a_full_heading_in_capitals_ends_with_its_line() -> None:
    heading = "II. CÔNG TÁC LÃNH ĐẠO, CHỈ ĐẠO TRIỂN KHAI CHỈ THỊ"
    found = composed(page(written(LEFT, 100, heading, to=RIGHT), written(LEFT, 118, "Việc phổ biến được thực hiện.")))
    assert texts(found) == [heading, "Việc phổ biến được thực hiện."]
