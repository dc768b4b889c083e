"""Parts that are more than their whole, where groups may overlap and where they may not."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param(
            "Xã có 86 thôn, trong đó có 74 thôn có nhà văn hóa, có 32 thôn có sân thể thao.",
            [],
            id="what has one thing may have another",
        ),
        pytest.param(
            "Đảng bộ có 54 chi bộ, trong đó có 49 chi bộ hoàn thành tốt nhiệm vụ, có 11 chi bộ được tặng giấy khen.",
            [],
            id="graded, and praised beside",
        ),
        pytest.param(
            "Hội có 450 hội viên, trong đó có 320 hội viên vay vốn, có 280 hội viên tham gia câu lạc bộ.",
            [],
            id="two things done",
        ),
        pytest.param(
            "Có 124 mô hình, trong đó có 98 mô hình hiệu quả, 62 mô hình do phụ nữ làm chủ.",
            [],
            id="how they are, and whose",
        ),
        pytest.param(
            "Có 45 trường, trong đó có 15 trường mầm non, 20 trường tiểu học, 16 trường trung học cơ sở.",
            [("more", "45 trường")],
            id="a school is of one kind",
        ),
        pytest.param(
            "Đảng bộ có 54 chi bộ, trong đó có 12 chi bộ hoàn thành xuất sắc nhiệm vụ, có 30 chi bộ hoàn thành tốt"
            " nhiệm vụ, có 15 chi bộ hoàn thành nhiệm vụ.",
            [("more", "54 chi bộ")],
            id="grades of one scale",
        ),
        pytest.param(
            "Tiếp nhận 60 đơn, trong đó có 45 đơn đã xử lý, có 22 đơn đang xác minh.",
            [("more", "60 đơn")],
            id="steps of one matter",
        ),
        pytest.param(
            "Có 186 thôn, trong đó có 174 thôn có chi bộ, có 32 thôn chưa có chi bộ.",
            [("more", "186 thôn")],
            id="what is denied of the others",
        ),
    ],
)
def test_parts_that_may_overlap(body: str, found: list[tuple[str, str]], findings_of: FindingsOf) -> None:
    assert findings_of(body, "sum-mismatch") == found
