"""Means that miss by zeros or a comma alone (thừa, thiếu chữ số 0)."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[..., list[tuple[str, str]]]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param(
            "Điều trị 4.320 lượt người bệnh với 23.328 ngày, mỗi lượt nằm viện trung bình 54 ngày.",
            ["54 ngày"],
            id="comma",
        ),
        pytest.param(
            "Điều trị 4.320 lượt người bệnh với 23.328 ngày, mỗi lượt nằm viện trung bình 5,4 ngày.", [], id="right"
        ),
        pytest.param(
            "Kinh phí hỗ trợ hợp tác xã trong 04 năm là 1.280 tỷ đồng, bình quân mỗi năm 320 triệu đồng.",
            ["320 triệu đồng"],
            id="a thousand times, by year",
        ),
        pytest.param(
            "Kinh phí hỗ trợ hợp tác xã trong 04 năm là 1.280 triệu đồng, bình quân mỗi năm 320 triệu đồng.",
            [],
            id="by year, right",
        ),
        pytest.param(
            "Đảng bộ có 3.412 đảng viên.\n\nHuyện in 341.200 cuốn sổ tay, cấp cho mỗi đảng viên 01 cuốn.",
            ["01 cuốn"],
            id="their number stands elsewhere",
        ),
        pytest.param(
            "Có 12.500 đoàn viên, mỗi người góp 20.000 đồng, thu về 2,5 tỷ đồng.", ["20.000 đồng"], id="ten times"
        ),
        pytest.param(
            "Hỗ trợ 10 hộ nghèo, mỗi hộ 01 con bò; toàn xã có 100 con.", [], id="round numbers meet by chance"
        ),
    ],
)
def test_means_that_miss_by_zeros(body: str, found: list[str], findings_of: FindingsOf) -> None:
    assert [words for _, words in findings_of(body, "implausible-magnitude")] == found


def test_a_mean_is_said_to_be_wrong_once(findings_of: FindingsOf) -> None:
    body = "Giai đoạn 2015 - 2019 kết nạp 4.150 hội viên; trung bình mỗi năm 8.300 hội viên."
    assert [words for _, words in findings_of(body, "implausible-magnitude")] == ["8.300 hội viên"]
    assert findings_of(body, "ratio-mismatch") == []


@pytest.mark.parametrize(
    ("total", "found"),
    [
        pytest.param("115.200 kg gạo", ["115.200 kg"], id="ten times"),
        pytest.param("11.520 kg gạo", [], id="right"),
        pytest.param("9.216 kg gạo", [], id="of fewer months"),
    ],
)
def test_what_is_handed_out_by_the_month(total: str, found: list[str], findings_of: FindingsOf) -> None:
    body = f"Có 96 người khuyết tật được giúp 12 kg gạo/tháng, hưởng 10 tháng. Hội đã cấp {total}."
    assert [printed for _, printed in findings_of(body, "implausible-magnitude")] == found
