"""Shares of all who there are, which cannot pass 100%, and rates of plans, which can; classes that fill a room."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]
KIND = "implausible-magnitude"


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("Tỷ lệ hộ gia đình trên địa bàn xã dùng nước sạch đạt 98,4%.", id="a share"),
        pytest.param("Tỷ lệ hộ tham gia bảo hiểm y tế đạt 118% kế hoạch giao.", id="of a plan"),
        pytest.param("So với chỉ tiêu được giao, tỷ lệ hộ dùng nước sạch đạt 104%.", id="of a plan named before"),
        pytest.param("Số hộ vay vốn tăng 112% số hộ so với năm trước.", id="a change"),
        pytest.param("Vận động được 105% số hộ đã đăng ký.", id="of those who were expected"),
    ],
)
def test_what_may_pass_all(body: str, findings_of: FindingsOf) -> None:
    assert findings_of(body, KIND) == []


@pytest.mark.parametrize(
    ("body", "rate"),
    [
        pytest.param(
            "Tỷ lệ hộ gia đình trên địa bàn xã được dùng nước hợp vệ sinh đạt 128%.", "128%", id="a far group"
        ),
        pytest.param("Đến nay 112% hộ dân trong xã đã dùng điện lưới.", "112%", id="the group behind the rate"),
        pytest.param("Có 105% đảng viên tham gia học tập.", "105%", id="of members"),
    ],
)
def test_nobody_is_more_than_all(body: str, rate: str, findings_of: FindingsOf) -> None:
    assert findings_of(body, KIND) == [("share", rate)]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param("Mở 05 lớp tập huấn cho 250 học viên.", [], id="classes as they are"),
        pytest.param("Mở 03 lớp tập huấn trực tuyến cho 5.400 học viên.", [], id="on the net"),
        pytest.param("Tổ chức 12 hội nghị cho 9.600 lượt người.", [], id="meetings"),
        pytest.param(
            "Mở 04 lớp bồi dưỡng cho 9.600 học viên.",
            [("attendance", "9.600 học viên")],
            id="thousands in a class",
        ),
    ],
)
def test_a_class_meets_in_a_room(body: str, found: list[tuple[str, str]], findings_of: FindingsOf) -> None:
    assert findings_of(body, KIND) == found


def test_ages_stand_between_a_share_and_its_name(findings_of: Callable[[str, str], list[tuple[str, str]]]) -> None:
    body = "Tỷ lệ người biết chữ độ tuổi 15 - 60 đạt 103,6%."
    assert [text for _, text in findings_of(body, "implausible-magnitude")] == ["103,6%"]
    assert findings_of(body.replace("103,6", "99,6"), "implausible-magnitude") == []
