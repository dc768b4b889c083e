"""Sums of money whose percentage shows that one of them is in another unit."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("Dự toán giao 4.820 triệu đồng; chi 2.065 triệu đồng, đạt 42,84% dự toán.", []),
        ("Dự toán giao 4.820 triệu đồng; chi 2,065 tỷ đồng, đạt 42,84% dự toán.", []),
        ("Dự toán giao 4.820 triệu đồng; chi 2.065 tỷ đồng, đạt 42,84% dự toán.", ["42,84%"]),
        ("Chi 2.065 tỷ đồng, đạt 42,84% dự toán (4.820 triệu đồng).", ["42,84%"]),
        ("Chi 2.065 triệu đồng, đạt 42,84% dự toán; vốn của tỉnh 4.820 tỷ đồng.", []),
    ],
)
def test_units_by_rates(body: str, found: list[str], findings_of: FindingsOf) -> None:
    assert [words for _, words in findings_of(body, "ratio-mismatch")] == found
