"""Names of bodies, posts, honours and provisions by the rules of capitals: what is told, and what is not."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("Giao Sở Giáo dục và Đào tạo, Phòng Tài nguyên và Môi trường.", id="as the decrees have it"),
        pytest.param("Các cơ sở giáo dục và đào tạo, cán bộ y tế, tiến bộ khoa học, công nghệ.", id="ends of words"),
        pytest.param("Phòng Kinh tế, Hạ tầng và Đô thị phường báo cáo.", id="the longer name of another body"),
        pytest.param("Giao SỞ GIÁO DỤC - ĐÀO TẠO.", id="capitals"),
        pytest.param("Sở Văn hoá, Thể thao và Du lịch dự.", id="the other place of the tone"),
        pytest.param("Trang Cổng Thông Báo Khẩn Cấp Điện Tử.", id="a title in which every word has a capital"),
        pytest.param("Các phó chủ tịch hội dự; Phó Chủ tịch UBND xã chủ trì.", id="a common noun"),
        pytest.param("Một điều 5 năm qua cho thấy; theo Điều 5 Luật Đất đai.", id="no article of a law"),
    ],
)
def test_nothing_is_told(body: str, findings_of: FindingsOf) -> None:
    assert findings_of(body, "spelling") == []


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param("Theo ý kiến của Bộ Trưởng Bộ Tài chính.", ("capital", "Bộ Trưởng"), id="a post"),
        pytest.param("Thực hiện Nghị Quyết của xã.", ("capital", "Nghị Quyết"), id="a kind of document"),
        pytest.param("Đồng chí Tổng bí thư dự.", ("capital", "Tổng bí thư"), id="the General Secretary"),
        pytest.param("Mời Phó chủ tịch HĐND xã.", ("capital", "Phó chủ tịch"), id="a post of a body"),
        pytest.param("Mời các phó chủ tịch HĐND xã.", ("capital", "phó chủ tịch"), id="a post in small letters"),
        pytest.param("Báo cáo chủ tịch UBND xã.", ("capital", "chủ tịch"), id="the head of a body"),
        pytest.param("Tham mưu cho ủy ban nhân dân xã.", ("capital", "ủy ban nhân dân"), id="a committee"),
        pytest.param("Chúc Tết nguyên đán; vui tết Trung thu.", ("capital", "Tết nguyên đán"), id="a feast"),
        pytest.param("Tặng Huân chương lao động.", ("capital", "Huân chương lao động"), id="an honour"),
        pytest.param("Theo khoản 2 điều 5 Luật Đất đai.", ("capital", "điều"), id="an article of a law"),
        pytest.param("Giao Sở tài chính rà soát.", ("capital", "Sở tài chính"), id="the field of a body"),
        pytest.param("Gửi Chi cục thuế khu vực.", ("capital", "Chi cục thuế"), id="the field of a branch"),
        pytest.param("Gửi Tòa án Nhân dân khu vực.", ("capital", "Tòa án Nhân dân"), id="a court"),
        pytest.param(
            "Giao phòng Tài nguyên môi trường xã.", ("body", "phòng Tài nguyên môi trường"), id="a joint left out"
        ),
        pytest.param("Giao Sở Giáo dục - Đào tạo.", ("body", "Sở Giáo dục - Đào tạo"), id="a dash for 'và'"),
        pytest.param(
            "Hội đồng Thi đua, khen thưởng xã họp.", ("body", "Hội đồng Thi đua, khen thưởng"), id="a comma for a dash"
        ),
    ],
)
def test_what_the_rules_write_otherwise(body: str, found: tuple[str, str], findings_of: FindingsOf) -> None:
    assert findings_of(body, "spelling") == [found]


def test_the_name_of_a_law_goes_over_the_end_of_a_line(findings_of: FindingsOf) -> None:
    assert findings_of("Thi hành Luật tố tụng\nhành chính.", "spelling") == [("capital", "Luật tố")]


def test_a_capital_inside_a_word_is_told_once(findings_of: FindingsOf) -> None:
    assert findings_of("Gửi Ngân hàng Chính sách xã Hội xã.", "spelling") == [("slip", "xã Hội")]
