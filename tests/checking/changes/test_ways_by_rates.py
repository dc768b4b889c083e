"""A growth called a fall by its own rate, or a fall a growth."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param(
            "Cả năm thu phạt 234,6 triệu đồng. Số tiền phạt tăng 15% (năm 2025: 204 triệu đồng).", [], id="right"
        ),
        pytest.param(
            "Cả năm thu 234,6 triệu đồng, chi 173,4 triệu đồng. Số chi giảm 15% (năm 2025: 204 triệu đồng).",
            [],
            id="another number as it is told",
        ),
        pytest.param(
            "Cả năm thu phạt 234,6 triệu đồng; tạm giữ 95 xe. Số tiền phạt giảm 15% (năm 2025: 204 triệu đồng).",
            ["15%"],
            id="a growth",
        ),
        pytest.param(
            "Cả năm thu phạt 234,6 triệu đồng. Số tiền phạt giảm 15% so với cùng kỳ (204 triệu đồng).",
            ["15%"],
            id="than then",
        ),
        pytest.param(
            "Toàn xã có 218 hộ nghèo. Số hộ nghèo tăng 12,8% so với năm trước (250 hộ).", ["12,8%"], id="a fall"
        ),
    ],
)
def test_ways_by_rates(body: str, found: list[str], findings_of: FindingsOf) -> None:
    assert [words for _, words in findings_of(body, "change-mismatch")] == found
