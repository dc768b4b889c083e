"""Well-known names with a small letter inside: provinces, countries, lunar years, the Party."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Found = Callable[[str, str], list[tuple[str, str]]]


@pytest.mark.parametrize(
    ("body", "here"),
    [
        pytest.param("Đoàn đã đi học tập tại thành phố Hải phòng.", "Hải phòng", id="a city"),
        pytest.param("Sản lượng của Quảng ninh tăng 15%.", "Quảng ninh", id="a province"),
        pytest.param("Kho hàng đặt tại Bà\nrịa từ năm 2019.", "Bà\nrịa", id="over the end of a line"),
        pytest.param("Kho đặt tại Bà rịa – Vũng tàu.", "Bà rịa – Vũng tàu", id="one name of two, told once"),
        pytest.param("Hàng hóa xuất sang Trung quốc và Lào.", "Trung quốc", id="a country"),
        pytest.param("Tổ chức hội xuân Bính ngọ cho bà con.", "Bính ngọ", id="a lunar year"),
        pytest.param("Lãnh đạo tỉnh Hòa bình đến thăm.", "Hòa bình", id="also a word, told by 'tỉnh'"),
        pytest.param("Kỷ niệm ngày thành lập Đảng\ncộng sản Việt Nam.", "Đảng\ncộng sản Việt Nam", id="the Party"),
        pytest.param("Tiếp xúc với đại biểu quốc hội đơn vị số 2.", "đại biểu quốc hội", id="the National Assembly"),
        pytest.param(
            "Nghị quyết của Ban chấp hành Trung ương.", "Ban chấp hành Trung ương", id="the Central Committee"
        ),
    ],
)
def test_a_small_letter_in_a_name_is_told(body: str, here: str, findings_of: Found) -> None:
    assert findings_of(body, "spelling") == [("capital", here)]


def test_capitals_of_a_word_name_no_unit(findings_of: Found) -> None:
    title = "PHÁT TRIỂN KINH TẾ - XÃ HỘI NĂM 2031"
    body = f"{title}\n\nGiao chỉ tiêu kinh tế - xã hội năm 2031.\n\n{title}\n\nĐạt chỉ tiêu."
    assert findings_of(body, "spelling") == []


@pytest.mark.parametrize(
    ("name", "found"),
    [
        pytest.param("xã lũng Ẳng", [("capital", "lũng Ẳng")], id="the first syllable"),
        pytest.param("xã Lũng ẳng", [("capital", "Lũng ẳng")], id="the second"),
        pytest.param("xã lũng ẳng", [("capital", "lũng ẳng")], id="both"),
        pytest.param("xã lũng đoạn", [], id="two small words that are no name of the text"),
        pytest.param("xã Lũng Ẳng", [], id="neither"),
        pytest.param("xã mới Lũng Ẳng", [], id="a word before it"),
        pytest.param("xã Mai Lĩnh vực", [], id="a name that stands nowhere else"),
    ],
)
def test_a_unit_is_written_as_elsewhere_in_the_text(
    name: str, found: list[tuple[str, str]], findings_of: Found
) -> None:
    text = f"Đảng ủy xã Lũng Ẳng họp. Nhân dân xã Lũng Ẳng hiến đất. Mưa lớn tại {name} gây sạt lở."
    assert [one for one in findings_of(text, "spelling") if one[0] == "capital"] == found


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param("Đoàn đến phường Mạo khê.", [("capital", "Mạo khê")], id="a unit of the list"),
        pytest.param("Xã Yên nhân đã họp.", [("capital", "Yên nhân")], id="where a sentence begins"),
        pytest.param("Các xã có Tờ trình riêng.", [], id="only without its accents in the list"),
        pytest.param("Các xã Tân lập danh sách.", [], id="the second begins a word"),
        pytest.param("Dịch tả lợn châu phi đã giảm.", [("capital", "châu phi")], id="a continent"),
        pytest.param("Trụ sở ở đường Bà triệu.", [("capital", "Bà triệu")], id="a heroine"),
        pytest.param(
            "Theo Kế hoạch số 8/KH-UBND, Mạo khê, ngày 05 tháng 8 năm 2020.",
            [("capital", "Mạo khê")],
            id="in a line of place and day",
        ),
        pytest.param("Đã họp ba lần,\nThành lập, ngày 5 họp lại.", [], id="no unit of the list before a day"),
        pytest.param("Bà trưng bày tranh của mình.", [], id="a woman"),
    ],
)
def test_names_that_are_known(body: str, found: list[tuple[str, str]], findings_of: Found) -> None:
    assert findings_of(body, "spelling") == found


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("Bà con từ Quảng Nam định cư tại xã.", id="the first ends another name"),
        pytest.param("Tuyến Nghệ an toàn cho người đi đường.", id="the second begins a word"),
        pytest.param("Hòa bình được giữ vững.", id="a word of the language"),
        pytest.param("Viện Hải dương học đã khảo sát vùng biển.", id="oceanography"),
        pytest.param("Xuân Ất Tỵ, xã tặng quà cho các hộ ở Hải Phòng.", id="capitals where they belong"),
    ],
)
def test_what_may_be_words_is_left_alone(body: str, findings_of: Found) -> None:
    assert findings_of(body, "spelling") == []
