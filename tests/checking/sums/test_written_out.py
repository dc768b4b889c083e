"""Calculations that a report writes out with their results."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]
_KINDS = ("sum-mismatch", "ratio-mismatch")


@pytest.mark.parametrize(
    ("body", "kind", "found"),
    [
        pytest.param("Tổng cộng 120 + 85 + 40 = 255 hộ.", "sum-mismatch", "255", id="a sum"),
        pytest.param("Còn lại: 450 hộ - 120 hộ = 320 hộ.", "sum-mismatch", "320", id="a difference"),
        pytest.param(
            "Thu tiền ăn: 231 cháu x 160.000 đồng x 9 tháng = 323.640.000 đồng.",
            "ratio-mismatch",
            "323.640.000",
            id="a product of three, each with its unit",
        ),
        pytest.param(
            "Kinh phí: 24.000.000 + 50 x 300.000 = 49.000.000 đồng.", "ratio-mismatch", "49.000.000", id="both"
        ),
        pytest.param("Tỷ lệ (312/425) x 100 = 83,4%.", "ratio-mismatch", "83,4%", id="a percentage in brackets"),
        pytest.param("Mua 15 bộ × 1.250.000đ = 18.570.000đ.", "ratio-mismatch", "18.570.000", id="a sign of its own"),
        pytest.param("Hỗ trợ 12 hộ x 1,5 triệu đồng/hộ = 81 triệu đồng.", "ratio-mismatch", "81 triệu", id="millions"),
        pytest.param("Tặng 716 hộ x 400.000 đồng = 70,4 triệu đồng.", "ratio-mismatch", "70,4 triệu", id="a factor"),
        pytest.param("Sản lượng 120 ha x 58 tạ/ha = 669 tấn.", "ratio-mismatch", "669", id="units that change"),
    ],
)
def test_what_does_not_make_its_result(body: str, kind: str, found: str, findings_of: FindingsOf) -> None:
    assert findings_of(body, kind) == [("written", found)]


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("Tổng cộng 120 + 85 + 40 = 245 hộ.", id="a sum"),
        pytest.param("Kinh phí: 24.000.000 + 50 x 300.000 = 39.000.000 đồng.", id="products first"),
        pytest.param("Tỷ lệ (312/425) x 100 = 73,4%; 312/425 = 73,41%.", id="percentages, with and without hundred"),
        pytest.param("Sản lượng 120 ha x 58 tạ/ha = 696 tấn.", id="ten of one unit are another"),
        pytest.param("Chi 20% x 450 triệu đồng = 90 triệu đồng.", id="per cent of"),
        pytest.param("Bình quân 1.250.000 đồng : 12 = 104.167 đồng.", id="a rounded quotient"),
        pytest.param("Chi 7 ngày x 16,67 triệu đồng = 116,7 triệu đồng.", id="a product of a rounded number"),
        pytest.param("Chạy tiếp sức 4 x 100m; mã A = 5; 5 + 7 = 10 + 2 = 12.", id="no calculation, and a chain"),
        pytest.param("Giai đoạn 2021 - 2025 = 5 năm.", id="years"),
        pytest.param("Điểm trung bình (8 + 9 + 7)/3 = 8.", id="a sum in brackets"),
        pytest.param("Chi 5 : 0 = 0 đồng; ((3 + 2 = 5.", id="what cannot be calculated, and brackets left open"),
    ],
)
def test_what_makes_its_result_or_is_none(body: str, findings_of: FindingsOf) -> None:
    assert [one for kind in _KINDS for one in findings_of(body, kind)] == []
