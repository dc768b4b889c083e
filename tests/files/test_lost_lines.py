"""Texts that lost their line ends: where their lines begin again."""

from __future__ import annotations

from tongket.files.html import read_html
from tongket.files.lost_lines import with_lines_again
from tongket.files.text import text_blocks
from tongket.model.sources import Source

_FILLER = (
    "Nhà trường đã chủ động xây dựng kế hoạch ngay từ đầu năm học, phân công nhiệm vụ cụ thể cho từng tổ chuyên môn, "
    "thường xuyên kiểm tra, đôn đốc việc thực hiện và kịp thời rút kinh nghiệm sau mỗi đợt công tác. "
) * 3
_OUTLINE = (
    f"TRƯỜNG TIỂU HỌC SUỐI MƠ Năm học 2018 - 2019 I- Đặc điểm tình hình: 1. Thuận lợi: {_FILLER}- Tổng số lớp: 12. "
    f"2. Khó khăn: {_FILLER}II. KẾT QUẢ ĐẠT ĐƯỢC 1. Chất lượng dạy học - Học sinh hoàn thành tốt tăng so năm trước. "
    f"{_FILLER}2. Phong trào thi đua {_FILLER}"
)


def _lines(text: str) -> list[str]:
    return [text[block.start : block.end] for block in text_blocks(text)]


def _beginnings(text: str) -> list[str]:
    return [" ".join(line.split()[:3]) for line in _lines(text)]


def test_lines_begin_again_at_the_numbers_of_an_outline_that_rise_within_one_line() -> None:
    assert _beginnings(_OUTLINE) == [
        "TRƯỜNG TIỂU HỌC",
        "I- Đặc điểm",
        "1. Thuận lợi:",
        "- Tổng số",
        "2. Khó khăn:",
        "II. KẾT QUẢ",
        "1. Chất lượng",
        "- Học sinh",
        "2. Phong trào",
    ]


def test_the_lines_found_again_hold_the_whole_text_in_its_order() -> None:
    assert "".join("".join(_lines(_OUTLINE)).split()) == "".join(_OUTLINE.split())


def test_numbers_that_a_word_takes_begin_no_line() -> None:
    text = _OUTLINE.replace("Tổng số lớp: 12.", "Khối lớp 2. Học kỳ II. Đội xếp loại 3. Tổng số lớp: 12.")

    assert not any(line.startswith(("2. Học", "II. Đội", "3. Tổng")) for line in _lines(text))


def test_numbers_out_of_their_row_begin_no_line() -> None:
    text = _OUTLINE.replace("Tổng số lớp: 12.", "Tổng số lớp học của trường 12. Giáo viên dạy giỏi 7. Cũng như vậy.")

    assert not any(line.startswith(("12. Giáo", "7. Cũng")) for line in _lines(text))


def test_dashes_behind_the_numbers_end_no_heading_before_its_title() -> None:
    first = f"I - TÌNH HÌNH CHUNG 1- Quy mô: {_FILLER}2- Đội ngũ: {_FILLER}"
    text = f"A- KẾT QUẢ NĂM HỌC 2019 - 2020 {first}II - TỒN TẠI {_FILLER}"

    assert _beginnings(text)[:5] == ["A- KẾT QUẢ", "I - TÌNH", "1- Quy mô:", "2- Đội ngũ:", "II - TỒN"]


def test_a_part_in_words_begins_a_line_and_so_does_the_text_behind_its_capitals() -> None:
    text = f"BÁO CÁO {_FILLER} cụ thể như sau: PHẦN THỨ NHẤT ĐẶC ĐIỂM TÌNH HÌNH Thuận lợi: {_FILLER}"

    assert _beginnings(text)[1:] == ["PHẦN THỨ NHẤT", "Thuận lợi: Nhà"]


def test_the_parts_of_a_letterhead_run_into_the_same_line_stand_on_lines_of_their_own() -> None:
    text = (
        "UBND HUYỆN SUỐI MƠ TRƯỜNG TIỂU HỌC SỐ 1 CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc "
        "Số: 15 /BC-TH1 Suối Mơ, ngày 20 tháng 5 năm 2019 BÁO CÁO Tổng kết năm học 2018 - 2019 "
        f"Thực hiện Kế hoạch số 33/KH-PGD của Phòng Giáo dục, nhà trường báo cáo như sau: {_OUTLINE}"
    )

    assert _lines(text)[:7] == [
        "UBND HUYỆN SUỐI MƠ TRƯỜNG TIỂU HỌC SỐ 1",
        "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "Số: 15 /BC-TH1",
        "Suối Mơ, ngày 20 tháng 5 năm 2019",
        "BÁO CÁO Tổng kết năm học 2018 - 2019",
        f"Thực hiện Kế hoạch số 33/KH-PGD của Phòng Giáo dục, nhà trường báo cáo như sau: {_lines(_OUTLINE)[0]}",
    ]


def test_a_letterhead_within_a_line_far_longer_than_a_paragraph_shows_the_lost_lines_alone() -> None:
    text = (
        "PHÒNG GDĐT SUỐI MƠ CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc Số: 8/TB-PGD "
        f"Suối Mơ, ngày 03 tháng 5 năm 2019 THÔNG BáO Về việc nghỉ hè {_FILLER * 2}"
    )

    assert [line[:20] for line in _lines(text)] == [
        "PHÒNG GDĐT SUỐI MƠ",
        "CỘNG HOÀ XÃ HỘI CHỦ ",
        "Độc lập - Tự do - Hạ",
        "Số: 8/TB-PGD",
        "Suối Mơ, ngày 03 thá",
        "THÔNG BáO Về việc ng",
    ]


def test_the_parts_of_a_letterhead_without_a_motto_are_lines_again() -> None:
    head = "ĐỘI TNTP HỒ CHÍ MINH LIÊN ĐỘI THCS SUỐI MƠ *** Số: 10. BC/LĐ. Suối Mơ, ngày 03 tháng 4 năm 2013 BÁO CÁO "
    assert [line[:20] for line in _lines(head + _FILLER * 3)][:4] == [
        "ĐỘI TNTP HỒ CHÍ MINH",
        "Số: 10. BC/LĐ.",
        "Suối Mơ, ngày 03 thá",
        "BÁO CÁO Nhà trường đ",
    ]


def test_a_text_with_its_lines_keeps_them() -> None:
    text = f"BÁO CÁO\n{_FILLER}\nI. Tình hình\n1. Kết quả: {_FILLER}2. Hạn chế: {_FILLER}\n" + f"{_FILLER}\n" * 4

    assert len(_lines(text)) == len(text.splitlines())


def test_a_long_line_without_an_outline_stays_one_line() -> None:
    assert len(_lines(_FILLER * 3 + "- Số lớp: 12. - Số phòng: 10.")) == 1


def _page(body: str) -> Source:
    return read_html(f"<html><meta charset=utf-8><body>{body}</body></html>".encode(), file="a.html")


def test_the_paragraph_of_a_page_is_broken_where_its_lines_begin_again() -> None:
    found = with_lines_again(_page(f"<div>{_OUTLINE}</div>"))
    starts = [start for block in found.blocks for start in (block.start, *block.breaks)]
    assert [found.text[start:].split()[0] for start in starts] == [
        "TRƯỜNG",
        "I-",
        "1.",
        "-",
        "2.",
        "II.",
        "1.",
        "-",
        "2.",
    ]


def test_a_page_that_has_its_paragraphs_stays_as_it_is() -> None:
    page = _page("".join(f"<p>{number}. Công tác {number}. {_FILLER}</p>" for number in range(1, 9)))
    assert with_lines_again(page) is page
