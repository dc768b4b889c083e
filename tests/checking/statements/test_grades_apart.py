"""Two grades of one body in one year."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]
KIND = "body-appendix-mismatch"


@pytest.mark.parametrize(
    "body",
    [
        (
            "Năm 2025, chi bộ được công nhận hoàn thành xuất sắc nhiệm vụ.\nKết quả xếp loại năm 2025: đảng bộ "
            "hoàn thành tốt nhiệm vụ."
        ),
        "Năm 2025, chi bộ được công nhận hoàn thành xuất sắc nhiệm vụ.\nNăm 2024, chi bộ hoàn thành tốt nhiệm vụ.",
        (
            "Năm 2025, UBND xã được công nhận hoàn thành xuất sắc nhiệm vụ.\nNăm 2025 UBND xã hoàn thành tốt "
            "nhiệm vụ thu ngân sách."
        ),
        (
            "Năm 2025 cơ quan được xếp loại hoàn thành tốt nhiệm vụ.\nNăm 2025 cơ quan có 30% lao động hoàn "
            "thành xuất sắc nhiệm vụ."
        ),
        (
            "Năm 2025, chi bộ tự đánh giá hoàn thành xuất sắc nhiệm vụ, đề nghị cấp trên công nhận.\nNăm 2025, "
            "chi bộ được xếp loại hoàn thành tốt nhiệm vụ."
        ),
    ],
)
def test_what_may_be(body: str, findings_of: FindingsOf) -> None:
    assert findings_of(body, KIND) == []


@pytest.mark.parametrize(
    "body",
    [
        (
            "Năm 2025, chi bộ được công nhận hoàn thành xuất sắc nhiệm vụ.\nKết quả xếp loại năm 2025: chi bộ "
            "hoàn thành tốt nhiệm vụ."
        ),
        (
            'Đảng bộ xã được xếp loại "Hoàn thành tốt nhiệm vụ" năm 2025.\nNăm 2025, Đảng bộ xã được công '
            "nhận hoàn thành xuất sắc nhiệm vụ."
        ),
    ],
)
def test_what_cannot_be(body: str, findings_of: FindingsOf) -> None:
    assert findings_of(body, KIND)
