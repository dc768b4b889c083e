"""Words that only the number or the preposition behind them tells from another."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param("Hạn hán ảnh hướng đến sản xuất.", ["ảnh hướng"], id="influence on"),
        pytest.param("Hình ảnh hướng đến cộng đồng.", [], id="a picture turned to somebody"),
        pytest.param("Lũ cuốn trôi khoản 0,5 ha ớt.", ["khoản"], id="about half a hectare"),
        pytest.param("Theo khoản 2 Điều 5 và các khoản 3 người dân đã nộp.", [], id="parts of an article, money"),
        pytest.param("Xã có tổng cố 1.407 hộ.", ["tổng cố"], id="the number of all"),
        pytest.param("Xã mời tổng cố vấn về dự.", [], id="a chief adviser"),
        pytest.param("- Thủy sản: Phối với đồn biên phòng gọi tàu về bến.", ["Phối với"], id="half of 'together'"),
        pytest.param("Tỷ lên hộ nghèo giảm còn 5%.", ["Tỷ lên"], id="a rate of"),
        pytest.param("Giá đất theo tỷ lên xuống thất thường.", [], id="up and down"),
        pytest.param("Vốn tăng từ 2 tỷ lên gần 3 tỷ đồng, từ vài tỷ lên hàng chục tỷ.", [], id="up to a billion"),
        pytest.param("Kết quả cụ thể như sâu: 12 hộ có nước sạch.", ["như sâu"], id="as follows"),
        pytest.param("Xã trồng ngô, sắn xen cây như sầu riêng.", [], id="such as a fruit"),
        pytest.param("Xã nêu nhiệm vụ trong điểm của năm.", ["trong điểm"], id="a task of weight"),
        pytest.param("Xã làm các nhiệm vụ trong điểm a, b khoản 2 của quy chế.", [], id="a task in a point"),
        pytest.param("Các sự án dùng vốn đầu tự của tỉnh.", ["sự án", "đầu tự"], id="words that never stand so"),
        pytest.param("Các hộ đều kiện toàn tổ; do vậy tư tưởng ổn định.", [], id="which other words hold"),
        pytest.param("Cán bộ trao đổi, chia sẽ, hỗ trợ nhau; nhiều nhà bi ngập.", ["chia sẽ", "bi ngập"], id="by ear"),
    ],
)
def test_word_told_by_what_follows(body: str, found: list[str], findings_of: FindingsOf) -> None:
    assert [words for _, words in findings_of(body, "spelling")] == found
