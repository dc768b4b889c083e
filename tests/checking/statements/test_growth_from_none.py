"""Percentages of growth where there was none before."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]
KIND = "change-mismatch"


@pytest.mark.parametrize(
    "body",
    [
        "Bắt giữ 07 vụ buôn lậu gia cầm (cùng kỳ không có vụ nào), tăng 100% so với cùng kỳ.",
        "Có 03 ca mắc sởi, tăng 100% so với cùng kỳ năm trước (cùng kỳ không có).",
        "Xảy ra 04 vụ cháy rừng, cùng kỳ năm 2022 không có, tăng 400%.",
        "Số đơn tố cáo là 02 đơn, tăng 200% (2/0 đơn) so với năm ngoái.",
        "Tai nạn lao động 01 vụ; năm trước là 0 vụ, tăng 100%.",
    ],
)
def test_no_percentage_grows_from_none(body: str, findings_of: FindingsOf) -> None:
    assert "none" in [case for case, _ in findings_of(body, KIND)]


@pytest.mark.parametrize(
    "body",
    [
        "Phát hiện 05 vụ (cùng kỳ không xảy ra vụ nào), tăng 05 vụ so với cùng kỳ.",
        "Phát hiện 10 vụ (cùng kỳ 5 vụ), tăng 100% so với cùng kỳ.",
        "Cùng kỳ không có người chết; số vụ 12, tăng 20% so với năm trước.",
        "Số vụ tăng 20% (12/10 vụ) so với cùng kỳ.",
        "Năm trước không có dịch nên sản lượng tăng 12% so với năm 2020.",
    ],
)
def test_growth_that_can_be_told(body: str, findings_of: FindingsOf) -> None:
    assert "none" not in [case for case, _ in findings_of(body, KIND)]
