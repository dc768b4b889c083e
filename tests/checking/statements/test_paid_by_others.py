"""Nothing from the budget, and a sum from it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]
KIND = "body-appendix-mismatch"


@pytest.mark.parametrize(
    "body",
    [
        "Công trình không sử dụng ngân sách; trong đó doanh nghiệp hỗ trợ 120 triệu đồng.",
        "Toàn bộ kinh phí do nhân dân đóng góp. Ngân sách xã hỗ trợ 12 triệu đồng cho công trình khác.",
    ],
)
def test_what_may_be(body: str, findings_of: FindingsOf) -> None:
    assert findings_of(body, KIND) == []


@pytest.mark.parametrize(
    "body",
    [
        "Công trình không sử dụng ngân sách; trong đó ngân sách xã hỗ trợ 120 triệu đồng.",
        "Toàn bộ kinh phí do nhân dân đóng góp (ngân sách nhà nước hỗ trợ 40%).",
    ],
)
def test_what_cannot_be(body: str, findings_of: FindingsOf) -> None:
    assert findings_of(body, KIND)
