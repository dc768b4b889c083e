"""Numbers without the unit that their sentence asks for."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Found = Callable[..., list[tuple[str, str]]]


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("Hộ nghèo chiếm 4,5%, hộ cận nghèo chiếm 6,25 % số hộ.", id="shares with their sign"),
        pytest.param("Xã đạt 7,5 điểm, tỷ suất sinh đạt 17,45, giảm nhẹ.", id="marks and rates"),
        pytest.param("Tỷ lệ giới tính khi sinh là 111,5, giảm so với năm trước.", id="boys for each hundred girls"),
        pytest.param("Điểm bình quân đạt 7,25; tỷ lệ lên lớp đạt 98,5%, đạt 100% kế hoạch.", id="a mean among shares"),
        pytest.param("Kim ngạch ước đạt 6,76\ntỷ đồng, tăng khá.", id="the unit in the next line"),
        pytest.param("Năng suất bình quân đạt 55,9 tạ/ha, năng suất lao động đạt 120 triệu đồng.", id="of an area"),
        pytest.param("Diện tích gieo trồng vụ Xuân năm 2025, diện tích cấy lúa 120 ha.", id="a year is no area"),
        pytest.param("Diện tích (ha): diện tích lúa 226, diện tích ngô 115.", id="the unit in brackets"),
        pytest.param("Diện tích thửa số 115, tờ bản đồ số 12.", id="a number that names"),
        pytest.param("Sản lượng ba năm lần lượt là 120, 135 và 150 tấn.", id="one unit for several"),
        pytest.param("Đạt 86,79% so với sản lượng muối cùng kỳ 2018.", id="a year"),
    ],
)
def test_nothing_is_missing(body: str, findings_of: Found) -> None:
    assert [one for one in findings_of(body, "incomplete") if one[0] == "unit"] == []


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param("Đơn về đất đai chiếm 89,65 (khiếu nại, kiến nghị).", "chiếm 89,65", id="a share"),
        pytest.param(
            "Tỷ lệ giải ngân đạt 74,5, thấp hơn cùng kỳ.", "Tỷ lệ giải ngân đạt 74,5", id="a rate named by its noun"
        ),
        pytest.param("Hộ nghèo chiếm 4,52 tổng số hộ.", "chiếm 4,52", id="of a total"),
        pytest.param("Hộ khá giả chiếm 35,2\n\nXã đã họp.", "chiếm 35,2", id="at the end of a paragraph"),
        pytest.param("Thu ngân sách đạt 94,7 kế hoạch giao.", "đạt 94,7", id="of a plan"),
        pytest.param("Đã rà soát 782/4.163 xe (đạt 18,8).", "(đạt 18,8", id="beside its fraction"),
        pytest.param("Xi măng đạt 90,8%, gạch đạt 91,5, điện đạt 99,7%.", "đạt 91,5", id="among shares"),
        pytest.param("Năng suất ngô đạt 55,92 tạ. Thu xong.", "Năng suất ngô đạt 55,92 tạ", id="a yield of nothing"),
        pytest.param("Sản lượng ngô đạt 281,3, tăng nhẹ.", "Sản lượng ngô đạt 281,3", id="a harvest"),
        pytest.param("Diện tích gieo trồng 226. Lúa 115 ha.", "Diện tích gieo trồng 226", id="an area beside another"),
    ],
)
def test_a_unit_is_missing(body: str, found: str, findings_of: Found) -> None:
    printed = [one[1] for one in findings_of(body, "incomplete") if one[0] == "unit"]
    assert printed == [found]
