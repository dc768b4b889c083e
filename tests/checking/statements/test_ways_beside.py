"""Rises and falls against the numbers of the next sentence."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]
KIND = "body-appendix-mismatch"


@pytest.mark.parametrize(
    "body",
    [
        "Số vụ tai nạn giao thông giảm so với cùng kỳ.\nTrong kỳ xảy ra 9 vụ tai nạn giao thông (cùng kỳ 11 vụ).",
        "Tội phạm trộm cắp được kéo giảm.\nXảy ra 9 vụ đánh nhau, tăng 2 vụ so với cùng kỳ.",
        "Diện tích lúa giảm.\nDiện tích cây ăn quả 45 ha, cùng kỳ năm trước 32 ha.",
        "Tai nạn giao thông giảm.\nXử phạt 120 trường hợp vi phạm giao thông, tăng 30 trường hợp so với cùng kỳ.",
        "Số vụ cháy giảm.\nKiểm tra 35 cơ sở về phòng cháy, tăng 5 cơ sở so với cùng kỳ.",
        "Số vụ cháy giảm, riêng tai nạn giao thông tăng.\nXảy ra 9 vụ tai nạn giao thông, tăng 2 vụ so với cùng kỳ.",
    ],
)
def test_what_may_be(body: str, findings_of: FindingsOf) -> None:
    assert findings_of(body, KIND) == []


@pytest.mark.parametrize(
    "body",
    [
        "Số vụ tai nạn giao thông giảm so với cùng kỳ.\nTrong kỳ xảy ra 14 vụ tai nạn giao thông (cùng kỳ 11 vụ).",
        "Tội phạm trộm cắp được kéo giảm.\nXảy ra 9 vụ trộm cắp, tăng 2 vụ so với cùng kỳ.",
    ],
)
def test_what_cannot_be(body: str, findings_of: FindingsOf) -> None:
    assert findings_of(body, KIND)
