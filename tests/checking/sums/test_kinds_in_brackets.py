"""Kinds in brackets right behind the things that they divide, what they cost together, rests and pairs."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param(
            "Nâng tổng số lên 21 hợp tác xã (16 HTX nông nghiệp, 05 HTX dịch vụ).",
            [],
            id="right",
        ),
        pytest.param(
            "Hiện có 21 hợp tác xã (12 HTX nông nghiệp, 05 HTX dịch vụ).",
            ["21 hợp tác xã"],
            id="less",
        ),
        pytest.param(
            "Hiện có 21 hợp tác xã (12 hợp tác xã có trụ sở, 05 hợp tác xã được vay vốn).",
            [],
            id="what some have",
        ),
        pytest.param(
            "Hiện có 21 hợp tác xã (12 HTX nông nghiệp hoạt động tốt, 05 HTX dịch vụ hoạt động khá).",
            [],
            id="how some do",
        ),
        pytest.param(
            "Chi bộ có 41 đảng viên (15 đảng viên nữ, 09 đảng viên cao tuổi).",
            [],
            id="people",
        ),
        pytest.param(
            "Thu hồi đất để thực hiện 09 dự án (06 dự án giao thông, 01 dự án thủy lợi).",
            ["09 dự án"],
            id="past a verb that other numbers have, too",
        ),
        pytest.param(
            "Nâng tổng số lên 236 doanh nghiệp (180 công ty TNHH, 35 công ty cổ phần, 11 doanh nghiệp tư nhân).",
            ["236 doanh nghiệp"],
            id="companies",
        ),
        pytest.param(
            "Xã có 72 hộ nghèo với 280 khẩu, 64 hộ cận nghèo với 265 khẩu, tổng cộng 136 hộ với 545 khẩu.",
            [],
            id="pairs before their sum",
        ),
        pytest.param(
            "Xã có 72 hộ nghèo với 280 khẩu, 64 hộ cận nghèo với 295 khẩu, tổng cộng 136 hộ với 545 khẩu.",
            ["545 khẩu"],
            id="pairs before their sum, wrong",
        ),
        pytest.param(
            "Thực hiện 11/14 chỉ tiêu (78,6%); 03 chỉ tiêu chưa đạt gồm tỷ lệ nước sạch.",
            [],
            id="what of a share is not reached",
        ),
        pytest.param(
            "Thực hiện 11/14 chỉ tiêu (78,6%); 05 chỉ tiêu chưa đạt gồm tỷ lệ nước sạch.",
            ["11/14 chỉ tiêu"],
            id="what of a share is not reached, wrong",
        ),
        pytest.param(
            "Có 11/14 xã đạt chuẩn (78,6%); 01 xã chưa đạt tiêu chí số 10.",
            [],
            id="what of a share lacks one thing",
        ),
        pytest.param(
            "Tạm giữ 152 phương tiện (18 ô tô, 134 mô tô).",
            [],
            id="vehicles",
        ),
        pytest.param(
            "Tạm giữ 152 phương tiện (18 ô tô, 184 mô tô).",
            ["152 phương tiện"],
            id="vehicles, too many",
        ),
        pytest.param(
            "Có 1.330 hộ nghèo đa chiều, chiếm 14% (hộ nghèo 840 hộ, chiếm 8,8%; hộ cận nghèo 490 hộ, chiếm 5,2%).",
            [],
            id="behind the rate of the whole",
        ),
        pytest.param(
            "Có 1.330 hộ nghèo đa chiều, chiếm 14% (hộ nghèo 890 hộ, chiếm 8,8%; hộ cận nghèo 490 hộ, chiếm 5,2%).",
            ["1.330 hộ"],
            id="behind the rate of the whole, wrong",
        ),
        pytest.param(
            "Đầu kỳ có 46 vụ tranh chấp, phát sinh mới 12 vụ, đã hòa giải 39 vụ, còn 19 vụ.",
            [],
            id="an account of disputes",
        ),
        pytest.param(
            "Đầu kỳ có 42 vụ tranh chấp, phát sinh mới 12 vụ, đã hòa giải 39 vụ, còn 19 vụ.",
            ["19 vụ"],
            id="an account of disputes, wrong",
        ),
        pytest.param(
            "Mở 14 lớp cho 420 học viên (09 lớp nghề nông với 270 học viên, 05 lớp nghề khác với 150 học viên).",
            [],
            id="pairs behind a pair",
        ),
        pytest.param(
            "Mở 14 lớp cho 420 học viên (09 lớp nghề nông với 240 học viên, 05 lớp nghề khác với 150 học viên).",
            ["420 học viên"],
            id="pairs behind a pair, one of which is wrong",
        ),
        pytest.param(
            "Có 15/20 xã đạt chuẩn (75%); 05 xã còn lại đạt 16 tiêu chí.",
            [],
            id="what is left of a share with its rate",
        ),
        pytest.param(
            "Có 15/20 xã đạt chuẩn (75%); 08 xã còn lại đạt 16 tiêu chí.",
            ["15/20 xã"],
            id="what is left of a share with its rate, wrong",
        ),
        pytest.param(
            "Hỗ trợ xây mới 20 nhà (mỗi nhà 50 triệu đồng), sửa chữa 12 nhà (mỗi nhà 25 triệu đồng), tổng"
            " kinh phí 1,3 tỷ đồng.",
            [],
            id="what several kinds cost",
        ),
        pytest.param(
            "Hỗ trợ xây mới 20 nhà (mỗi nhà 50 triệu đồng), sửa chữa 18 nhà (mỗi nhà 25 triệu đồng), tổng"
            " kinh phí 1,3 tỷ đồng.",
            ["1,3 tỷ đồng"],
            id="what several kinds cost, wrong",
        ),
    ],
)
def test_kinds_in_brackets(body: str, found: list[str], findings_of: FindingsOf) -> None:
    assert [words for _, words in findings_of(body, "sum-mismatch")] == found
