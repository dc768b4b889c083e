"""Halves of words that neither neighbour holds, and that one slip makes of common words."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Found = Callable[[str, str], list[tuple[str, str]]]


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("Nhiều thôn còn ngại đổi mới sinh hoạt.", id="a verb that seldom stands alone"),
        pytest.param("Buộc kẻ, sơn lại vạch dấu ở chợ.", id="a verb beside a comma"),
        pytest.param("Không để hàng trong khoang hành khách.", id="a pair that looks like a slip"),
        pytest.param("Chất có chu kỳ bán rã dài được cất giữ.", id="a technical word"),
        pytest.param("Các khoản thu hộ, chi hộ được theo dõi riêng.", id="two words that stand alone"),
        pytest.param("Hộ có tên bị rút tên khỏi danh sách vay.", id="a verb with what it takes"),
        pytest.param("Học sinh hát bài dân ca ví giặm ở lễ hội.", id="a word of three syllables"),
        pytest.param("Xã Lũng Ẳng tị thực hiện.", id="beside a name"),
    ],
)
def test_syllables_that_stand_alone_after_all(body: str, findings_of: Found) -> None:
    assert findings_of(body, "spelling") == []


@pytest.mark.parametrize(
    ("body", "here"),
    [
        pytest.param("Thu giữ tang vật có giá tị không quá 5 triệu đồng.", "giá tị", id="beside a word that is held"),
        pytest.param("Mức phạt theo quy định ối với hành vi này.", "ối với", id="before a word of grammar"),
        pytest.param("Thuế thu nhạp từ cho thuê nhà tăng.", "thu nhạp", id="behind a word that stands alone"),
        pytest.param("Hồ sơ được nộp theo uy định tại Điều 3.", "uy định", id="the first letter of 'quy' left out"),
        pytest.param("Cấp giấy chứng nhặn đăng ký hộ kinh doanh.", "chứng nhặn", id="held on the other side"),
    ],
)
def test_halves_that_one_slip_makes_of_common_words(body: str, here: str, findings_of: Found) -> None:
    assert findings_of(body, "spelling") == [("slip", here)]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param("Không kẻ thù nào. Xã không kẻ ai.", [], id="what the report writes nowhere else"),
        pytest.param(
            "Hộ có đất đai thì kê khai. Đất đai của xã đã đo. Diện tích đất đao của thôn giảm.",
            [("slip", "đất đao")],
            id="what it writes twice",
        ),
        pytest.param(
            "Các tuyến cao tốc đi qua xã. Tuyến cao tốc dài 12 km. Xã mở đường cao tộc qua thôn.",
            [("slip", "cao tộc")],
            id="a word of one field that it writes twice",
        ),
    ],
)
def test_syllables_that_may_stand_alone_need_the_word_elsewhere(
    body: str, found: list[tuple[str, str]], findings_of: Found
) -> None:
    assert findings_of(body, "spelling") == found


@pytest.mark.parametrize(
    ("body", "here"),
    [
        pytest.param("Thẩm quyền nã số của sổ được ghi rõ.", "nã số", id="the key beside, half of it free"),
        pytest.param("Ban Chấp hành họp lấy căn bản ý kiến; các căn bản pháp luật.", "", id="words of their own"),
    ],
)
def test_keys_beside(body: str, here: str, findings_of: Found) -> None:
    assert findings_of(body, "spelling") == ([("slip", here)] if here else [])
