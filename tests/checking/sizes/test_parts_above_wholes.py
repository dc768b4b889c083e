"""The first part behind 'trong đó' as more than its whole."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param("Phân bón đạt 471 tấn, tăng 38% (trong đó phân đạm 68 tấn).", [], id="a part"),
        pytest.param(
            "Tiếp nhận 76 hồ sơ (kỳ trước 37 hồ sơ). Trong đó: đã xử lý 51 hồ sơ.", [], id="of what is explained"
        ),
        pytest.param("Có 12 hộ nghèo, 30 hộ cận nghèo, trong đó 20 hộ vay vốn.", [], id="of the number before it"),
        pytest.param("Có 140 hộ với 520 khẩu, trong đó người Dao có 80 hộ với 310 khẩu.", [], id="two by two"),
        pytest.param(
            "Phân bón đạt 471 tấn, tăng 38% so với cùng kỳ (trong đó phân đạm 680 tấn).",
            ["680 tấn"],
            id="behind a rate",
        ),
        pytest.param("Có 28 vị trí, trong đó riêng Phòng Kinh tế: 31 vị trí.", ["31 vị trí"], id="behind a colon"),
        pytest.param("Mở 3 lớp với 120 người. Trong đó có 150 người là nữ.", ["150 người"], id="in the next sentence"),
        pytest.param(
            "Có 140 hộ với 520 khẩu, trong đó người Dao có 180 hộ với 310 khẩu.", ["180 hộ"], id="the first of two"
        ),
        pytest.param(
            "Có 140 hộ với 520 khẩu, trong đó người Dao có 80 hộ với 610 khẩu.", ["610 khẩu"], id="the second of two"
        ),
    ],
)
def test_parts_above_wholes(body: str, found: list[str], findings_of: FindingsOf) -> None:
    assert [words for case, words in findings_of(body, "implausible-magnitude") if case == "part"] == found


def test_those_of_them_who_are_called_otherwise(findings_of: FindingsOf) -> None:
    body = "Giới thiệu 124 hội viên ưu tú cho Đảng bồi dưỡng, trong số đó đã có {} chị được kết nạp vào Đảng."
    assert [text for _, text in findings_of(body.format(157), "implausible-magnitude")] == ["157 chị"]
    assert not findings_of(body.format(57), "implausible-magnitude")
