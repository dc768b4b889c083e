"""Small letters before the number of an act, and in the names of ministries and departments."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Found = Callable[[str, str], list[tuple[str, str]]]


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(
            "Theo quy phạm pháp luật số 64/2025/QH15 và Bộ luật số 45/2019/QH14.", id="the end of another word"
        ),
        pytest.param("Xã ban hành 03 quyết định; nghị quyết của thôn được thông qua.", id="no act by its number"),
        pytest.param("Cán bộ Y tế thôn và cơ sở Xây dựng đã họp.", id="staff and works"),
        pytest.param("Thông tư liên bộ Tài chính - Nội vụ còn hiệu lực.", id="of several ministries"),
    ],
)
def test_no_name_of_an_act_or_body(body: str, findings_of: Found) -> None:
    assert [one for one in findings_of(body, "spelling") if one[0] == "capital"] == []


@pytest.mark.parametrize(
    ("body", "here"),
    [
        pytest.param("Xã làm theo nghị định số 30/2020/NĐ-CP của Chính phủ.", "nghị định", id="a decree"),
        pytest.param("Tỉnh đã ra quyết định số 530/QĐ-UBND về việc này.", "quyết định", id="a decision"),
        pytest.param("Xã gửi báo cáo về sở Nội vụ và Sở Tài chính.", "sở", id="a department"),
        pytest.param("Theo hướng dẫn của bộ Y tế, xã đã tiêm phòng.", "bộ", id="a ministry"),
    ],
)
def test_small_letters_of_acts_and_bodies(body: str, here: str, findings_of: Found) -> None:
    assert ("capital", here) in findings_of(body, "spelling")
