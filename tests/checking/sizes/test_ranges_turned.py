"""Ranges that end below where they begin."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param("Mỗi năm cử từ 15-20 người tập huấn.", [], id="upwards"),
        pytest.param("Số người nghiện giảm từ 25 đến 20 người.", [], id="a fall"),
        pytest.param("Xã đưa tỷ lệ hộ nghèo từ 12 đến 8%.", [], id="brought down"),
        pytest.param("Trực từ 22 đến 5 giờ hằng ngày.", [], id="hours over midnight"),
        pytest.param("Đội bóng thôn 3 thắng 3-1 người xem đông.", [], id="a score"),
        pytest.param("Hỗ trợ từ 500-1 triệu đồng mỗi hộ.", [], id="thousands left out"),
        pytest.param("Tổng số 45 - 12 hộ nghèo và 33 hộ khác.", [], id="a dash between two matters"),
        pytest.param("Gió mạnh cấp 9-8, hộ dân cần đề phòng.", [], id="grades"),
        pytest.param("Năm 2023-20 hộ thoát nghèo.", [], id="a year"),
        pytest.param("Mỗi năm cử từ 25-20 người tập huấn.", ["25-20 người"], id="with a dash"),
        pytest.param("Mỗi tổ có từ 17 đến 9 thành viên.", ["17 đến 9 thành viên"], id="with words"),
        pytest.param("Lượng mưa phổ biến từ 200 - 150 mm.", ["200 - 150 mm"], id="with blanks, led by words"),
        pytest.param("Tỷ lệ chi trả đạt 80-75%.", ["80-75%"], id="of a rate"),
    ],
)
def test_ranges_turned(body: str, found: list[str], findings_of: FindingsOf) -> None:
    assert [words for case, words in findings_of(body, "implausible-magnitude") if case == "order"] == found
