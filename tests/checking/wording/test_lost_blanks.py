"""Blanks that a converter lost behind letters with a mark and a tone: told once, and what they hide is found."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tongket.checking.wording.spelling_glued import put_right
from tongket.model.places import Span

Found = Callable[[str, str], list[tuple[str, str]]]

GLUED = (
    "Đảng uỷxã đã chỉđạo các chi bộthực hiện nhiệm vụnăm nay; hỗtrợ các hộnghèo sửa nhà, chủđộng phòng dịch, "
    "giữvững an ninh, đềxuất khen thưởng, bổsung quy chế và phục vụnhân dân. "
)


def test_many_words_without_a_blank_are_told_once(findings_of: Found) -> None:
    assert findings_of(GLUED, "spelling") == [("blank", "uỷxã")]


@pytest.mark.parametrize(
    ("slip", "here"),
    [
        pytest.param("Mưa lớn gây sạt lỡđất ven sông.", ("slip", "sạt lỡ"), id="before the lost blank"),
        pytest.param("Bộ máy tạo sựhài long cho người dân.", ("slip", "hài long"), id="behind it"),
        pytest.param("Trang thiết bịcho cho cán bộ xã.", ("doubled", "cho cho"), id="a word twice behind it"),
    ],
)
def test_slips_beside_lost_blanks_are_found(slip: str, here: tuple[str, str], findings_of: Found) -> None:
    assert here in findings_of(GLUED + slip, "spelling")


def test_places_are_those_of_the_text_as_it_stands() -> None:
    apart = put_right(GLUED)
    at, printed = apart.text.index("hỗ trợ"), GLUED.index("hỗtrợ")
    assert apart.printed(at, at + len("hỗ trợ")) == Span(printed, printed + len("hỗtrợ"))


def test_a_few_glued_words_are_a_writers_own(findings_of: Found) -> None:
    assert findings_of("Xã hỗtrợ các hộ nghèo sửa nhà.", "spelling") == [("slip", "hỗtrợ")]


def test_what_reads_the_text_itself_has_its_blanks_too(findings_of: Found) -> None:
    found = findings_of(
        GLUED + "Việc đó thuộc thẩm quyền của đại biểu quốc hội; tỷlệ của nhiều các xã còn thấp.", "spelling"
    )
    assert ("surplus", "nhiều các") in found
    assert ("capital", "đại biểu quốc hội") in found


def test_a_blank_missing_behind_a_figure_is_the_writers_own(findings_of: Found) -> None:
    assert ("blank", "38,8triệu") in findings_of(GLUED + "Thu được 38,8triệu đồng phí.", "spelling")


TORN = (
    "Hoàn thiện thể ch ế, chính sách; đ ế n năm 2025, h ế t nợ đọng. Các đề á n, k ế hoạch được duyệt, cơ ch ế rõ. "
    "Xã phối hợp vớ i các ngành, giữ ch ế độ họp; công tá c chí nh trị, y t ế, giá o dục được nâng lê n. "
)


def test_many_words_with_a_blank_inside_are_told_once(findings_of: Found) -> None:
    assert findings_of(TORN, "spelling") == [("torn", "ch ế")]


def test_a_few_are_told_once_too(findings_of: Found) -> None:
    body = "Xã th ực hiện kế hoạch; thôn tổ c hức họp; liên q uan đến đất; giữ gìn chí nh trị; hội có cơ ch ế mới."
    assert findings_of(body, "spelling") == [("torn", "th ực")]


def test_one_or_two_are_told_by_themselves(findings_of: Found) -> None:
    body = "Xã th ực hiện kế hoạch; việc liên q uan đến đất."
    assert findings_of(body, "spelling") == [("needless-blank", "th ực"), ("needless-blank", "q uan")]
