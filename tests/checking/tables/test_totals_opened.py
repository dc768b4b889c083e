"""The sentence that opens a table counts what the table's total row counts."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]
TABLE = "\n\nKhối\tSố tổ hòa giải\tSố vụ\nThôn\t31\t46\nKhu phố\t15\t20\nTổng cộng\t46\t66\n\nCác tổ hoạt động đều.\n"


@pytest.mark.parametrize(
    ("opening", "found"),
    [
        pytest.param("Toàn xã có 48 tổ hòa giải, cụ thể như sau:", ["48 tổ hòa giải"], id="another number"),
        pytest.param("Toàn xã có 48 tổ hòa giải (bảng dưới).", ["48 tổ hòa giải"], id="a table below"),
        pytest.param("Toàn xã có 46 tổ hòa giải, cụ thể như sau:", [], id="the total"),
        pytest.param("Toàn xã có 31 tổ hòa giải của thôn, cụ thể như sau:", [], id="a number of the table"),
        pytest.param("Toàn xã có gần 48 tổ hòa giải, cụ thể như sau:", [], id="a hedge"),
        pytest.param("Toàn xã có 48 tổ hòa giải.", [], id="nothing sends the reader to the table"),
        pytest.param("Toàn xã có 480 tổ hòa giải, cụ thể như sau:", [], id="far off: another scope"),
        pytest.param("Toàn xã có 48 nhóm nòng cốt, cụ thể như sau:", [], id="another noun"),
        pytest.param("Năm trước có 48 tổ hòa giải; năm nay cụ thể như sau:", [], id="of the year before"),
    ],
)
def test_the_number_above_a_table(opening: str, found: list[str], findings_of: FindingsOf) -> None:
    assert [words for _, words in findings_of(opening + TABLE, "body-appendix-mismatch")] == found


@pytest.mark.parametrize(
    ("issued", "found"),
    [
        pytest.param("23.191", ["23.191 giấy chứng nhận"], id="a slip of the pen"),
        pytest.param("23.091", [], id="the total"),
        pytest.param("21.500", [], id="no slip: perhaps of another scope"),
    ],
)
def test_a_long_number_sentences_before(issued: str, found: list[str], findings_of: FindingsOf) -> None:
    body = (
        f"Đã cấp {issued} giấy chứng nhận quyền sử dụng đất. Thời gian giải quyết được rút ngắn. Kết quả như sau:\n\n"
        "Đơn vị\tHồ sơ\tGiấy chứng nhận đã cấp\nXã A\t12.100\t11.050\nXã B\t12.860\t12.041\n"
        "Tổng cộng\t24.960\t23.091\n\nCác xã đều giảm hồ sơ tồn.\n"
    )
    assert [words for _, words in findings_of(body, "body-appendix-mismatch")] == found


def test_a_column_of_money_is_named_before_the_number(findings_of: FindingsOf) -> None:
    body = (
        "Trong ba năm huyện đón 147.150 lượt khách, doanh thu du lịch đạt 32.602 triệu đồng. Cụ thể như sau:\n\n"
        "Năm\tLượt khách\tDoanh thu (triệu đồng)\n2016\t42.300\t8.460\n2017\t48.650\t10.216\n2018\t56.200\t12.926\n"
        "Tổng cộng\t147.150\t31.602\n\nKhách tăng đều.\n"
    )
    assert [words for _, words in findings_of(body, "body-appendix-mismatch")] == ["32.602 triệu đồng"]
