"""Blanks that a producer of PDF lost or added: which text shows the fault, and where its words begin and end."""

from __future__ import annotations

import re
import unicodedata
from itertools import pairwise

import pytest

from tongket.vietnamese.blanks import NO_FAULT, find_blanks
from tongket.vietnamese.glued import cuts

PROSE = (
    "Thực hiện Nghị định số 15/2025 về hồ sơ thủ tục, Đảng uỷ xã Phú Lễ đã chỉ đạo bộ phận một cửa nhận 198 hồ sơ.\n"
    "Từ ngày 01/7/2025, số vụ việc để quá hạn giảm; lần thứ hai trong kỳ xã tổ chức hội nghị sơ kết tại trụ sở cũ.\n"
    "Kinh tế phát triển, chế độ chính sách được hỗ trợ kịp thời; cơ sở vật chất phục vụ Nhân dân được giữ vững.\n"
)


def lose_blanks(text: str) -> str:
    """``text`` as it comes out where the blank behind each letter with two marks is lost."""
    return re.sub("(?<=[\u1ea0-\u1ef9]) ", "", text)


def stretch(line: str) -> str:
    """``line`` as it comes out where its letters were justified: each alone, and none of its own blanks."""
    return " ".join(line.replace(" ", ""))


def mended(text: str) -> str:
    return find_blanks(text).mended(text, 0, len(text))


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        pytest.param("hồsơ", "hồ sơ", id="two groups of vowels parted by a consonant"),
        pytest.param("sởứng", "sở ứng", id="two tones side by side"),
        pytest.param("từngày", "từ ngày", id="the words decide: 'ày' is none"),
        pytest.param("vềvịtrí", "về vị trí", id="three syllables"),
        pytest.param("hỗtrợNhân", "hỗ trợ Nhân", id="a capital begins a word"),
        pytest.param("thứXIV", "thứ XIV", id="a Roman numeral"),
        pytest.param("uỷUBND", "uỷ UBND", id="an abbreviation"),
        pytest.param("UỶBAN", "UỶ BAN", id="capitals"),
        pytest.param("HồBa", "Hồ Ba", id="a name"),
        pytest.param("trậttự", "trật tự", id="behind a consonant where both are words"),
    ],
)
def test_a_word_of_several_syllables_is_parted(word: str, parts: str) -> None:
    bounds = (0, *cuts(word), len(word))
    assert " ".join(word[low:high] for low, high in pairwise(bounds)) == parts


@pytest.mark.parametrize(
    "word", ["trường", "nghiêng", "Facebook", "Krông", "Êđê", "nghiệmj", "sưả", "HĐND", "UBMTTQVN"]
)
def test_what_is_one_syllable_or_no_word_stays_whole(word: str) -> None:
    assert cuts(word) == ()


def test_the_blanks_lost_throughout_a_text_are_found() -> None:
    assert mended(lose_blanks(PROSE)) == PROSE


def test_a_word_or_two_without_a_blank_are_the_writers_own() -> None:
    assert not find_blanks(PROSE.replace("hồ sơ", "hồsơ"))


def test_the_call_of_a_note_stays_at_its_word() -> None:
    text = lose_blanks(PROSE) + "Xã đã ban hành chế độ1, tổ chức đối thoại định kỳ2.\n"
    assert mended(text).endswith("chế độ1, tổ chức đối thoại định kỳ2.\n")


def test_a_figure_at_its_word_or_unit_gets_its_blanks() -> None:
    text = lose_blanks(PROSE) + "Trong kỳ364 hồsơ; đã trả96hồsơ; 38,8triệu đồng; Chỉ thịsố06-CT/TU; 50kg; 12ha.\n"
    assert mended(text).endswith(
        "Trong kỳ 364 hồ sơ; đã trả 96 hồ sơ; 38,8 triệu đồng; Chỉ thị số 06-CT/TU; 50kg; 12ha.\n"
    )


def test_a_line_of_single_letters_is_read_as_words() -> None:
    line = "- Ủy ban nhân dân xã ban hành Quyết định số 40/QĐ-UBND ngày 01/7/2025 (300.000/người) về kinh tế - xã hội;"
    assert mended(stretch(line)) == line


def test_single_letters_may_begin_behind_whole_words() -> None:
    text = "Xã đã chi trả " + stretch("quà tết cho người có công theo Quyết định của Chủ tịch nước")
    assert mended(text) == "Xã đã chi trả quà tết cho người có công theo Quyết định của Chủ tịch nước"


def test_a_line_of_single_letters_may_end_inside_a_word() -> None:
    text = lose_blanks(PROSE) + "Xã b á o c á o k ế t q u ả v à c hỉđạo phòng Văn hóa; p hối hợp Bưu điện.\n"
    assert mended(text).endswith("Xã báo cáo kết quả và chỉ đạo phòng Văn hóa; phối hợp Bưu điện.\n")


def test_the_letter_of_a_point_stands_for_itself() -> None:
    text = lose_blanks(PROSE) + "Theo điểm c hoặc điểm b ai cũng rõ; đào 5 m ương dài.\n"
    assert mended(text).endswith("Theo điểm c hoặc điểm b ai cũng rõ; đào 5 m ương dài.\n")


def test_a_word_of_two_letters_may_be_glued_to_one_of_one() -> None:
    assert mended(lose_blanks(PROSE) + "Lập sổ nhà ởvà đất.\n").endswith("nhà ở và đất.\n")


def test_words_one_a_line_below_stretched_lines_go_on_with_them() -> None:
    stretched = stretch("Công tác phối hợp giữa các cơ quan thực hiện tốt nhiệm vụ")
    text = f"{stretched}\np h á t\nt r i ể n\nk i n h\nt ế\n-\nx ã\nh ộ i .\n- T ổ\n"
    found = find_blanks(text)
    lines = found.mended(text, 0, len(text)).splitlines()
    assert lines[1:] == ["phát", "triển", "kinh", "tế", "-", "xã", "hội.", "- Tổ"]
    starts = [at + 1 for at, char in enumerate(text) if char == "\n"]
    assert sorted(found.joined) == starts[:7]


@pytest.mark.parametrize(
    "row",
    ["A B C D E G H I K L M N O P Q R S T U V X Y", "1 2 3 4 5 6 7 8 9", "| x | y | z |", "- - - - - - - -"],
)
def test_rows_of_letters_figures_and_marks_are_no_words(row: str) -> None:
    assert not find_blanks(f"{row}\n" * 12)


def test_a_title_printed_wide_in_a_sound_text_stays_as_it_is() -> None:
    assert not find_blanks("B Á O C Á O\n" + PROSE)


APART = (
    "Thá ng 10 nă m họ c trướ c, chi đoà n Truyền thô ng đã thà nh lậ p Ban chấ p hà nh dự a trên sự tín nhiệm củ a\n"
    "cá c giá o viên, bá o cá o cấ p ủ y. Sự quan tâ m củ a lã nh đạ o đượ c ghi nhậ n; ý kiến và y tế thì đã rõ.\n"
)


def test_letters_set_apart_behind_marked_vowels_are_one_syllable_again() -> None:
    assert mended(APART) == (
        "Tháng 10 năm học trước, chi đoàn Truyền thông đã thành lập Ban chấp hành dựa trên sự tín nhiệm của\n"
        "các giáo viên, báo cáo cấp ủy. Sự quan tâm của lãnh đạo được ghi nhận; ý kiến và y tế thì đã rõ.\n"
    )


def test_first_consonants_set_apart_before_marked_vowels_are_one_syllable_again() -> None:
    printed = "Th ực hi ện ch ỉ đ ạo, n ăm qua t ỉnh có nhi ều ti ến b ộ, gi ày d ép và l ĩnh v ực khác.\n"
    whole = "Thực hiện chỉ đạo, năm qua tỉnh có nhiều tiến bộ, giày dép và lĩnh vực khác.\n"
    assert mended(printed * 3) == whole * 3


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Chi đoà n Truyền thô ng báo cáo. " + PROSE * 20, id="here and there only"),
        pytest.param("Đo độ m và số n trong lô c, tổ đ: " + PROSE * 20, id="letters that stand for something"),
    ],
)
def test_letters_apart_in_a_sound_text_are_not_joined(text: str) -> None:
    assert mended(text) == text


def test_blanks_written_several_times_throughout_are_one() -> None:
    wide = PROSE.replace(" ", "  ").replace("Phú  Lễ", "Phú   Lễ")
    assert mended(wide) == PROSE


def test_wide_blanks_that_part_columns_or_numbers_stay() -> None:
    table = "Hộ nghèo      12   15\n"
    wide = PROSE.replace(" ", "  ")
    assert mended(wide + table) == PROSE + table


def test_a_gap_here_and_there_is_the_writers() -> None:
    here = PROSE * 5 + PROSE.replace(" ", "  ", 4)
    assert find_blanks(here).added == ()


def test_a_long_text_whose_fault_begins_behind_sound_pages_is_mended() -> None:
    sound = PROSE * 100
    text = sound + lose_blanks(PROSE) * 200
    assert find_blanks(text).lost, "the whole text is sampled, not its beginning"
    assert find_blanks(text).lost[0] >= len(sound)


def test_a_long_text_with_a_few_words_run_together_is_left_as_it_is() -> None:
    text = PROSE * 200 + "hồsơ thủtục sởứng\n" * 4
    assert find_blanks(text) == NO_FAULT


def test_letters_with_marks_of_their_own_lose_blanks_where_composed_ones_do() -> None:
    text = lose_blanks(PROSE * 12)
    apart = unicodedata.normalize("NFD", text)
    found = find_blanks(apart)

    assert unicodedata.normalize("NFC", found.mended(apart, 0, len(apart))) == mended(text) != text
    assert not any(unicodedata.combining(apart[at]) for at in found.lost)
