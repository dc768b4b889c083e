"""Some of a number told right behind it as more than all of it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]
KIND = "implausible-magnitude"


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("Cấp giấy đối với 168 hồ sơ, trả đúng hạn 168 hồ sơ, không có hồ sơ trễ hạn.", id="all of them"),
        pytest.param("Đã trả trước hạn 370 hồ sơ, đúng hạn: 0 hồ sơ, trễ hạn 03 hồ sơ.", id="one state behind another"),
        pytest.param("Tiếp 03 lượt (03 định kỳ) với 15 người.", id="all in brackets"),
        pytest.param("+ Tư pháp: 04 hồ sơ, tồn kỳ trước 03 hồ sơ, đã xử lý: 06 hồ sơ.", id="some from before"),
        pytest.param("Trường có 36 giáo viên, nữ 27.", id="women among them"),
        pytest.param("Xã có 12 thôn (35 trực tuyến/ngày).", id="another thing"),
        pytest.param("Kết nạp tăng 05 đoàn viên, trong đó có nữ 09, so với năm trước.", id="a change"),
    ],
)
def test_parts_within_their_whole(body: str, findings_of: FindingsOf) -> None:
    assert findings_of(body, KIND) == []


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param("Cấp giấy đối với 168 hồ sơ, trả đúng hạn 186 hồ sơ.", "186", id="in time"),
        pytest.param("Tiếp 03 lượt (05 định kỳ) với 15 người.", "05", id="in brackets"),
        pytest.param("- Tổng số trực tiếp dạy: 36 (không tính quản lý) Nữ: 72", "72", id="women, behind a bracket"),
        pytest.param("Trường có 36 giáo viên, nữ 72.", "72", id="women"),
    ],
)
def test_parts_above_their_whole(body: str, found: str, findings_of: FindingsOf) -> None:
    assert findings_of(body, KIND) == [("subset", found)]
