"""Cases that a period took over, took in, dealt with and hands on."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param(
            "Quý trước chuyển sang 14 đơn, trong quý tiếp nhận 63 đơn. Đã giải quyết 66 đơn, chuyển quý sau 13 đơn.",
            [("", "13 đơn")],
            id="handed on to the next period",
        ),
        pytest.param(
            "Quý trước chuyển sang 14 đơn, trong quý tiếp nhận 63 đơn. Đã giải quyết 66 đơn, chuyển quý sau 11 đơn.",
            [],
            id="as it adds up",
        ),
        pytest.param(
            "Tổng số 77 đơn (14 đơn kỳ trước chuyển sang, 63 đơn tiếp nhận mới). Giải quyết 66 đơn, còn lại 12 đơn.",
            [("", "12 đơn")],
            id="told behind the numbers",
        ),
        pytest.param(
            "Án hình sự: cũ 08 vụ, thụ lý mới 51 vụ; xét xử 55 vụ, còn 09 vụ.",
            [("", "09 vụ")],
            id="old and new",
        ),
        pytest.param(
            "Đầu năm có 21 hộ được giãn nợ, phát sinh thêm 06 hộ, đã tất toán 12 hộ; cuối năm còn 17 hộ.",
            [("", "17 hộ")],
            id="from the beginning of the year to its end",
        ),
        pytest.param(
            "Án hình sự: cũ 08 vụ, thụ lý mới 51 vụ; xét xử 50 vụ, đình chỉ 02 vụ, còn 07 vụ.",
            [],
            id="two ways out",
        ),
        pytest.param(
            "Án hình sự: cũ 08 vụ, thụ lý mới 51 vụ; xét xử 50 vụ, đình chỉ 02 vụ, còn 10 vụ.",
            [("", "10 vụ")],
            id="two ways out, and too many left",
        ),
        pytest.param(
            "Kỳ trước chuyển sang 08 đơn, tiếp nhận 51 đơn; đã xử lý 52 đơn, hướng dẫn 12 đơn, còn 07 đơn.",
            [],
            id="a part of what was dealt with",
        ),
        pytest.param(
            "Đầu tháng tồn kho 1.240 bao xi măng, trong tháng nhập thêm 860 bao, đã xuất 1.350 bao; cuối tháng còn 850"
            " bao.",
            [("", "850 bao")],
            id="goods",
        ),
        pytest.param(
            "Nợ quá hạn đầu năm 1.250 triệu đồng, phát sinh trong năm 340 triệu đồng, thu hồi 720 triệu đồng, cuối năm"
            " còn 970 triệu đồng.",
            [("", "970 triệu đồng")],
            id="debts",
        ),
        pytest.param(
            "Kỳ trước chuyển sang 14 đơn, tiếp nhận 63 đơn, giải quyết 66 đơn; còn 02 đơn chưa xử lý, 09 đơn đang xem"
            " xét.",
            [],
            id="left in two parts",
        ),
        pytest.param(
            "Năm trước tiếp nhận 45 đơn; năm nay tiếp nhận 50 đơn, giải quyết 48 đơn, còn 02 đơn.",
            [],
            id="what came in the year before is not taken over",
        ),
        pytest.param(
            "Kỳ trước chuyển sang 14 đơn, tiếp nhận 63 đơn. Giải quyết 66 đơn, trong đó đúng hạn 62 đơn, còn 04 đơn quá"
            " hạn.",
            [],
            id="left of what was dealt with",
        ),
        pytest.param(
            "Kỳ trước chuyển sang 14 đơn, tiếp nhận 63 đơn. Giải quyết 66 đơn, trong đó hòa giải thành 58 đơn; chuyển"
            " kỳ sau 11 đơn.",
            [],
            id="what is handed on is no part of what was dealt with",
        ),
    ],
)
def test_what_is_handed_on(body: str, found: list[tuple[str, str]], findings_of: FindingsOf) -> None:
    assert findings_of(body, "sum-mismatch") == found


@pytest.mark.parametrize(
    "body",
    [
        "Trong quý các tổ thụ lý mới 63 vụ việc, giải quyết 66 vụ việc.",
        "Tồn đầu kỳ 14 hồ sơ; tiếp nhận 63 hồ sơ; giải quyết 66 hồ sơ.",
        "Trong quý tiếp nhận 63 đơn, giải quyết 66 đơn (gồm cả 14 đơn quý trước).",
    ],
)
def test_more_may_be_dealt_with_than_came_in(body: str, findings_of: FindingsOf) -> None:
    assert findings_of(body, "implausible-magnitude") == []


def test_a_rate_may_be_of_all_in_hand(findings_of: FindingsOf) -> None:
    body = "Kỳ trước chuyển sang 38 vụ việc. Thụ lý mới 127 vụ việc. Đã giải quyết 131 vụ việc, đạt 79,4%."
    assert findings_of(body, "ratio-mismatch") == []
    assert findings_of(body.replace("79,4", "97,4"), "ratio-mismatch") == [("", "97,4%")]
