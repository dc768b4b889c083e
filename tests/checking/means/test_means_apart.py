"""Means and totals whose terms stand in sentences of their own."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(
            "Huyện có 58 trường với 1.276 phòng học. Trung bình mỗi trường có 22 phòng học.", id="the mean of both"
        ),
        pytest.param(
            "Huyện có 58 trường với 1.276 phòng học. Trường mầm non bình quân có 14 phòng học/trường.",
            id="of one kind of school",
        ),
        pytest.param(
            "Cho vay 642 hộ, số tiền 32.100 triệu đồng. Mức vay bình quân toàn tỉnh 62 triệu đồng/hộ.",
            id="of a wider area",
        ),
        pytest.param(
            "Tổng doanh thu 32.400 triệu đồng của 246 thành viên. Thu nhập bình quân 65 triệu đồng/thành viên.",
            id="of another thing",
        ),
        pytest.param(
            "Có 28 lớp với 1.036 em; khối 6 có 8 lớp, bình quân 41 em/lớp.", id="two numbers that it may be taken of"
        ),
        pytest.param(
            "Xã có 1.842 hộ. Đã cấp thẻ bảo hiểm cho 7.200 người. Bình quân mỗi hộ có 4,3 người.",
            id="of how many something was done",
        ),
        pytest.param(
            "Diện tích 1.286 ha, sản lượng 6.200 tấn. Năm trước, năng suất bình quân 45 tạ/ha.", id="of the year before"
        ),
        pytest.param(
            "Trồng mới 36 ha cam. Sản lượng cam toàn xã 648 tấn. Năng suất bình quân 22 tấn/ha.", id="of what is new"
        ),
        pytest.param(
            "Trao 215 suất quà, mỗi suất 500.000 đồng và 20 xe đạp. Tổng trị giá 147,5 triệu đồng.",
            id="a total of two things",
        ),
        pytest.param(
            "Hỗ trợ 45 căn nhà, mỗi căn tối đa 50 triệu đồng. Tổng kinh phí 2.050 triệu đồng.",
            id="at most so much each",
        ),
        pytest.param(
            "Hỗ trợ 45 căn nhà, mỗi căn 50 triệu đồng. Tổng kinh phí xã hội hóa 3.100 triệu đồng.",
            id="a total of other money",
        ),
    ],
)
def test_means_that_may_be_right(body: str, findings_of: FindingsOf) -> None:
    assert findings_of(body, "ratio-mismatch") == []


@pytest.mark.parametrize(
    ("body", "passage"),
    [
        pytest.param(
            "Tổ chức 14 buổi tiếp xúc, thu hút 686 cử tri. Tính trung bình mỗi buổi có 59 cử tri đến dự.",
            "59 cử tri",
            id="what everybody does who is counted",
        ),
        pytest.param(
            "Huyện có 58 trường với 1.276 phòng học. Trung bình mỗi trường có 28 phòng học.", "28 phòng học", id="rooms"
        ),
        pytest.param(
            "Tỉnh đạt tổng số 1.286 tiêu chí/92 xã. Số tiêu chí bình quân đạt 17 tiêu chí/xã.",
            "17 tiêu chí/xã",
            id="a total and a count side by side",
        ),
        pytest.param(
            "Đội biểu diễn 48 buổi. Phục vụ 16.800 lượt người xem. Trung bình 520 lượt người/buổi.",
            "520 lượt người/buổi",
            id="three sentences",
        ),
        pytest.param(
            "Tổ chức 32 cuộc tiếp xúc cử tri. Có 4.160 lượt cử tri tham dự, bình quân 180 cử tri/cuộc.",
            "180 cử tri/cuộc",
            id="attendances",
        ),
        pytest.param(
            "Dư nợ ủy thác 215,6 tỷ đồng, với 4.312 hộ. Dư nợ bình quân đạt 38 triệu đồng/hộ.",
            "38 triệu đồng/hộ",
            id="money of another order",
        ),
        pytest.param(
            "Trao 215 suất học bổng, mỗi suất trị giá 500.000 đồng. Tổng trị giá 127,9 triệu đồng.",
            "127,9 triệu đồng",
            id="a total of what each costs",
        ),
    ],
)
def test_means_that_do_not_follow(body: str, passage: str, findings_of: FindingsOf) -> None:
    assert ("mean", passage) in findings_of(body, "ratio-mismatch")


@pytest.mark.parametrize(("mean", "found"), [("28", []), ("29", []), ("38", ["38 hội viên"])])
def test_a_slip_of_a_mean_that_is_cut(
    mean: str, found: list[str], findings_of: Callable[[str, str], list[tuple[str, str]]]
) -> None:
    body = f"Toàn xã có 12 chi hội với 345 hội viên. Bình quân mỗi chi hội có {mean} hội viên."
    assert [text for _, text in findings_of(body, "ratio-mismatch")] == found
