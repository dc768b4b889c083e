"""Trends claimed in words, and numbers elsewhere that go the other way."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]
KIND = "body-appendix-mismatch"


@pytest.mark.parametrize(
    "body",
    [
        "Số hội viên giảm.\nSố hội viên có 412 người, giảm 12 người so với đầu năm.",
        "Số hội viên giảm.\nPhát triển mới 31 hội viên, tăng 4 hội viên so với đầu năm.",
        "Số hộ nghèo giảm.\nSố hộ cận nghèo có 120 hộ, tăng 12 hộ so với đầu năm.",
        "Số trẻ em bỏ học giảm trong các năm qua.\nSố trẻ bỏ học năm 2024 là 8 em, năm 2025 là 5 em, năm 2026 là 2 em.",
        "Số trẻ em bỏ học tăng.\nSố trẻ em bỏ học năm 2024 là 8 em, năm 2025 là 9 em, năm 2026 là 2 em.",
        "Một số thôn có tỷ lệ hộ nghèo tăng.\nTỷ lệ hộ nghèo giảm từ 12,4% xuống còn 9,8%.",
    ],
)
def test_what_may_be(body: str, findings_of: FindingsOf) -> None:
    assert findings_of(body, KIND) == []


@pytest.mark.parametrize(
    "body",
    [
        "Số hội viên giảm.\nSố hội viên có 412 người, tăng 12 người so với đầu năm.",
        "Số trẻ bỏ học tăng trong các năm qua.\nSố trẻ bỏ học năm 2024 là 8 em, năm 2025 là 5 em, năm 2026 là 2 em.",
        "Tỷ lệ hộ nghèo tăng.\nTỷ lệ hộ nghèo giảm từ 12,4% xuống còn 9,8%.",
        "Thu nhập bình quân được nâng lên.\nThu nhập bình quân đạt 41 triệu đồng, giảm 2 triệu đồng so với năm 2025.",
    ],
)
def test_what_cannot_be(body: str, findings_of: FindingsOf) -> None:
    assert findings_of(body, KIND)
