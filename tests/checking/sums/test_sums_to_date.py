"""What years in a row make up to now."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param(
            "Thu quỹ năm 2024 đạt 312,6 triệu đồng, năm 2025 đạt 358,4 triệu đồng, 6 tháng đầu năm "
            "2026 ước 201,5 triệu đồng; lũy kế từ năm 2024 đến nay 872,5 triệu đồng.",
            [],
            id="right",
        ),
        pytest.param(
            "Thu quỹ năm 2025 đạt 358,4 triệu đồng, 6 tháng đầu năm 2026 đạt 201,5 triệu đồng; lũy kế "
            "từ năm 2021 đến nay 1.852,7 triệu đồng.",
            [],
            id="years before",
        ),
        pytest.param(
            "Thu quỹ năm 2024 đạt 312,6 triệu đồng, năm 2025 đạt 358,4 triệu đồng, 6 tháng đầu năm "
            "2026 ước 201,5 triệu đồng; lũy kế từ năm 2024 đến nay 852,7 triệu đồng.",
            ["852,7 triệu đồng"],
            id="turned",
        ),
        pytest.param(
            "Trồng rừng năm 2024 được 120 ha, năm 2025 được 135 ha, năm 2026 được 80 ha; tổng cộng từ "
            "năm 2024 đến nay được 345 ha.",
            ["345 ha"],
            id="in all",
        ),
        pytest.param(
            "Năm 2025 cấp 214 giấy, 8 tháng năm 2026 cấp 156 giấy; cộng dồn từ năm 2025 đến nay là 390 giấy.",
            ["390 giấy"],
            id="added on",
        ),
    ],
)
def test_sums_to_date(body: str, found: list[str], findings_of: FindingsOf) -> None:
    assert [words for _, words in findings_of(body, "sum-mismatch")] == found
