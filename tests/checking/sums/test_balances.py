"""Balances of funds in paragraphs and on lines, costs by their price, and units of money by a percentage."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]

_FUND = (
    "Số dư năm 2025 chuyển sang: 86.420.000 đồng.\nTổng thu: 976.000.000 đồng. Trong đó:\n- Hội phí: 412.300.000 đồng\n"
    "- Cấp trên cấp: 563.700.000 đồng\nTổng chi: 936.300.000 đồng. Trong đó:\n- Chăm lo: 498.500.000 đồng\n"
    "- Hành chính: 437.800.000 đồng\nSố dư cuối kỳ: "
)


@pytest.mark.parametrize(
    ("body", "found"),
    [
        (_FUND + "126.120.000 đồng.", []),
        (_FUND + "126.120 triệu đồng.", ["126.120 triệu đồng"]),
        (_FUND + "162.120.000 đồng.", ["162.120.000 đồng"]),
        (
            "Tồn quỹ năm trước chuyển sang: 5.000.000 đồng.\nTổng thu: 20.000.000 đồng.\nTổng chi: 18.000.000 đồng.\n"
            "Nộp cấp trên: 2.000.000 đồng.\nCòn lại: 5.000.000 đồng.",
            [],
        ),
        (
            "Dư nợ đầu năm 40.000 triệu đồng. Tổng thu lãi: 1.200 triệu đồng. Tổng chi: 200 triệu đồng. "
            "Dư nợ đến nay 45.200 triệu đồng.",
            [],
        ),
        (
            "- Số dư đầu năm: 127.688.956 đồng\n+ Thu trong năm: 6.725.610 đồng\n+ Chi trong năm: 28.513.471 đồng\n"
            "+ Số dư cuối năm: 105.901.095 đồng.",
            [],
        ),
        ("Tổng thu 6.820 triệu đồng, tổng chi 7.395 triệu đồng, tồn 5.034 triệu đồng.", []),  # some was there before
        ("Tổng thu 6.820 triệu đồng, tổng chi 7.186 triệu đồng, tồn 5.034 triệu đồng.", ["5.034 triệu đồng"]),
        ("Tổng thu: 12.400 triệu đồng.\nTổng chi: 11.200 triệu đồng.\nSố dư quỹ khuyến học: 86 triệu đồng.", []),
    ],
)
def test_balances_of_lines(body: str, found: list[str], findings_of: FindingsOf) -> None:
    assert [words for _, words in findings_of(body, "sum-mismatch")] == found


@pytest.mark.parametrize(
    ("left", "found"),
    [pytest.param("37,4", ["37,4 triệu đồng"], id="a slip"), pytest.param("34,7", [], id="right")],
)
def test_balances_of_funds(left: str, found: list[str], findings_of: FindingsOf) -> None:
    body = (
        "Số dư Quỹ đầu năm 12,5 triệu đồng; vận động được 86,4 triệu đồng, đạt 108% kế hoạch; đã chi 64,2 triệu đồng;"
        f" số dư cuối năm {left} triệu đồng."
    )
    assert [words for _, words in findings_of(body, "sum-mismatch")] == found


@pytest.mark.parametrize(
    ("left", "found"),
    [
        pytest.param("12,6", ["12,6 triệu đồng"], id="a slip"),
        pytest.param("16,2", [], id="right"),
        pytest.param("31,5", [], id="some may have been there before"),
    ],
)
def test_balances_of_funds_whose_stock_is_not_told(left: str, found: list[str], findings_of: FindingsOf) -> None:
    body = f"Vận động được 156,2 triệu đồng; đã chi 140 triệu đồng; tồn quỹ {left} triệu đồng."
    assert [words for _, words in findings_of(body, "sum-mismatch")] == found


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("Có 231 trẻ. Mức hỗ trợ 160.000 đồng/trẻ/tháng, cả năm 09 tháng là 332.640.000 đồng.", []),
        (
            "Có 231 trẻ. Mức hỗ trợ 160.000 đồng/trẻ/tháng, cả năm 09 tháng là 323.640.000 đồng.",
            ["323.640.000 đồng"],
        ),
        ("Hỗ trợ 43 cụ sửa nhà, mỗi nhà 5 triệu đồng, tổng số tiền 215 triệu đồng.", []),
        ("Hỗ trợ 43 cụ sửa nhà, mỗi nhà 5 triệu đồng, tổng số tiền 215 tỷ đồng.", ["215 tỷ đồng"]),
        ("Thu 3.486 triệu đồng (dự toán 6.850 triệu đồng); chi 2.915 triệu đồng, đạt 42,55% dự toán.", []),
        ("Thu 3.486 triệu đồng (dự toán 6.850 triệu đồng); chi 2.915 tỷ đồng, đạt 42,55% dự toán.", ["42,55%"]),
    ],
)
def test_costs_and_units(body: str, found: list[str], findings_of: FindingsOf) -> None:
    assert [words for _, words in findings_of(body, "ratio-mismatch")] == found


@pytest.mark.parametrize(
    "body",
    [
        "Tồn quỹ đầu năm {} đồng, thu 5.537.000 đồng, trích nộp cấp trên 2.189.500 đồng, chi 5.888.914 đồng, tồn"
        " 138.090 đồng.",
        "Số dư đầu kỳ: {} đồng\nThu trong kỳ: 5.537.000 đồng\nTrích nộp: 2.189.500 đồng\nChi trong kỳ: 5.888.914"
        " đồng\nSố dư cuối kỳ: 138.090 đồng",
        "Dư đầu kỳ {} đồng. Thu trong kỳ được 5.537.000 đồng. Đã trích nộp cấp trên 2.189.500 đồng, chi hoạt động"
        " 5.888.914 đồng. Hiện tồn quỹ 138.090 đồng.",
    ],
    ids=("in a sentence", "on lines", "in sentences"),
)
def test_funds_that_pay_on(body: str, findings_of: FindingsOf) -> None:
    assert findings_of(body.format("2.679.504"), "sum-mismatch") == []
    assert findings_of(body.format("2.697.504"), "sum-mismatch") == [("", "138.090 đồng")]
    assert findings_of(body.format("2.679.504"), "implausible-magnitude") == []
