"""Those that have and those that have not, of all that are told right before them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("Toàn huyện 64 thôn, 61 thôn đã có nhà văn hóa, 03 thôn chưa có.", id="right"),
        pytest.param("Toàn huyện 64 thôn, 51 thôn đã có nhà văn hóa, 03 thôn chưa có sân thể thao.", id="another act"),
        pytest.param(
            "Thu về 386 phiếu; rất hài lòng 201 phiếu, hài lòng 163 phiếu, không hài lòng 22 phiếu.", id="a class"
        ),
        pytest.param("Xã có 60 cán bộ; cử 50 người đi học, còn 12 người trong diện quy hoạch.", id="sent to learn"),
        pytest.param("Xã có 64 thôn, 51 thôn đã có sân, tăng 3 thôn so với năm trước, 12 thôn chưa có.", id="a change"),
    ],
)
def test_those_that_may_be_others(body: str, findings_of: FindingsOf) -> None:
    assert findings_of(body, "sum-mismatch") == []


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param("Toàn huyện 64 thôn, 61 thôn đã có nhà văn hóa, 04 thôn chưa có.", "04 thôn", id="not yet"),
        pytest.param(
            "Xã có 39 cán bộ, công chức; đã bố trí 27 người vào vị trí việc làm, còn 14 người chờ sắp xếp.",
            "14 người",
            id="the rest, of people",
        ),
        pytest.param(
            "Hiện có 75 nhà văn hóa, trong đó 58 nhà sử dụng tốt, 14 nhà xuống cấp cần sửa chữa.", "14 nhà", id="worse"
        ),
        pytest.param(
            "Các đơn vị tiếp nhận 630 lượt phản ánh:\n- Đã xử lý 393 lượt phản ánh.\n- Còn 246 lượt phản ánh.",
            "246 lượt phản ánh",
            id="on lines",
        ),
    ],
)
def test_those_that_are_not_all(body: str, found: str, findings_of: FindingsOf) -> None:
    assert [passage for _, passage in findings_of(body, "sum-mismatch")] == [found]
