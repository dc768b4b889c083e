"""Who has the most or is the only one, and others elsewhere."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]
KIND = "body-appendix-mismatch"


@pytest.mark.parametrize(
    "body",
    [
        "Thôn Nà Pằn thu 46 tấn, cao nhất toàn xã.\nThôn Khuổi Lịa thu 42 tấn.",
        "Thôn Nà Pằn thu 46 tấn, cao nhất toàn xã.\nThôn Khuổi Lịa thu 52 triệu đồng.",
        "Thôn Nà Pằn thu 46 tấn, cao nhất toàn xã.\nNăm 2025 thôn Khuổi Lịa thu 52 tấn.",
        "Chi bộ Trạm Y tế là chi bộ duy nhất hoàn thành xuất sắc nhiệm vụ.\nCó 03 chi bộ hoàn thành tốt nhiệm vụ.",
    ],
)
def test_what_may_be(body: str, findings_of: FindingsOf) -> None:
    assert findings_of(body, KIND) == []


@pytest.mark.parametrize(
    "body",
    [
        "Thôn Nà Pằn thu 46 tấn, cao nhất toàn xã.\nThôn Khuổi Lịa thu 52 tấn.",
        "Lớp 5A có 12 học sinh xuất sắc, cao nhất trường.\nLớp 5A và lớp 5C cùng có 12 học sinh xuất sắc.",
        "Chi bộ Trạm Y tế là chi bộ duy nhất hoàn thành xuất sắc nhiệm vụ.\nCó 03 chi bộ hoàn thành xuất sắc nhiệm vụ.",
    ],
)
def test_what_cannot_be(body: str, findings_of: FindingsOf) -> None:
    assert findings_of(body, KIND)
