"""One number divided in several ways on the lines below it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param(
            "Phân tích 34 vụ:\n- Theo mức độ: nghiêm trọng 19 vụ, ít nghiêm trọng 15 vụ.\n- Theo tuyến: "
            "quốc lộ 13 vụ, tỉnh lộ 11 vụ, đường thôn 10 vụ.",
            [],
            id="right",
        ),
        pytest.param(
            "Phân tích 34 vụ:\n- Theo mức độ: nghiêm trọng 19 vụ, ít nghiêm trọng 15 vụ.\n- Chủ yếu "
            "trên: quốc lộ 13 vụ, tỉnh lộ 11 vụ, đường thôn 06 vụ.",
            [],
            id="picked out",
        ),
        pytest.param(
            "Phân tích 34 vụ:\n- Theo mức độ: nghiêm trọng 19 vụ, ít nghiêm trọng 15 vụ.\n- Theo tuyến: "
            "quốc lộ 13 vụ, tỉnh lộ 11 vụ, đường thôn 11 vụ.",
            ["34 vụ"],
            id="kinds of roads",
        ),
        pytest.param(
            "Toàn xã có 128 hộ nghèo, phân loại như sau:\n+ Theo nguyên nhân: thiếu vốn 40 hộ, thiếu "
            "đất 38 hộ, ốm đau 50 hộ.\n+ Theo địa bàn: vùng thấp 61 hộ, vùng cao 65 hộ.",
            ["128 hộ"],
            id="households",
        ),
        pytest.param(
            "Trong năm tiếp nhận 96 đơn. Kết quả phân loại:\n- Theo nội dung: đất đai 51 đơn, chính "
            "sách 45 đơn.\n- Theo loại đơn: khiếu nại 31 đơn, tố cáo 12 đơn, kiến nghị 52 đơn.",
            ["96 đơn"],
            id="letters",
        ),
    ],
)
def test_divided_many_ways(body: str, found: list[str], findings_of: FindingsOf) -> None:
    assert [words for _, words in findings_of(body, "sum-mismatch")] == found
