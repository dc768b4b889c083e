"""Cases dealt with and under way against all that there were, and what those dealt with came to."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(
            "- Thụ lý 60 vụ 74 bị cáo\n- Đã giải quyết: 18 vụ 30 bị cáo\n+ Xét xử: 14 vụ 19 bị cáo\n+ Đình chỉ: 4 vụ 11"
            " bị cáo\n- Đang giải quyết: 42 vụ 44 bị cáo",
            id="all, with the parts of those done between",
        ),
        pytest.param(
            "Tạm giữ: 81 người (Số cũ 21 người; mới 60 người). Đã giải quyết: 52 người. Đang giải quyết: 29 người.",
            id="brackets",
        ),
        pytest.param(
            "Thanh tra 12 cuộc; đã kết thúc 10 cuộc (02 cuộc kỳ trước chuyển sang), đang tiến hành 04 cuộc.",
            id="some of those done from before",
        ),
        pytest.param(
            "Trong tháng tiếp nhận 47 đơn, đã giải quyết 45 đơn, đang giải quyết 12 đơn.", id="some from before"
        ),
        pytest.param(
            "Kỳ trước chuyển sang 15 hồ sơ, tiếp nhận mới 66 hồ sơ; đã giải quyết 70 hồ sơ, đang giải quyết 11 hồ sơ.",
            id="what was left and what came",
        ),
        pytest.param(
            "Thụ lý 93 vụ; đã giải quyết 55 vụ, đang giải quyết 30 vụ, tạm đình chỉ 08 vụ.", id="a third state behind"
        ),
        pytest.param(
            "Tổng số 93 đơn, chuyển cơ quan khác 08 đơn; đã giải quyết 55 đơn, đang giải quyết 30 đơn.",
            id="a third state between",
        ),
        pytest.param(
            "- Đã giải quyết: 160 đơn\n+ Trong đó quá hạn: 12 đơn\n+ Đơn tố cáo: 09 đơn", id="lines that pick some out"
        ),
        pytest.param(
            "Được giao 25 nhiệm vụ. Đã hoàn thành 17 nhiệm vụ; đang thực hiện 5 nhiệm vụ; chưa đến hạn 3 nhiệm vụ.",
            id="tasks of a third state",
        ),
        pytest.param(
            "- Đã giải quyết: 160 đơn\n+ Đơn của xã Hòa An:\n+ Đơn tố cáo: 19 đơn", id="a line without a number"
        ),
    ],
)
def test_accounts_that_are_right_or_not_whole(body: str, findings_of: FindingsOf) -> None:
    assert findings_of(body, "sum-mismatch") == []


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param(
            "Tổng số là 23 cuộc (kỳ trước 06 cuộc, mới 17 cuộc); trong đó theo kế hoạch 20 cuộc, đột xuất 03 cuộc. Số"
            " cuộc đã kết thúc 15 cuộc, đang thực hiện 07 cuộc.",
            "23 cuộc",
            id="past what all of them are",
        ),
        pytest.param(
            "- Thụ lý 60 vụ\n- Tòa án đã giải quyết: 18 vụ\n- Đang giải quyết: 24 vụ", "60 vụ", id="fewer, on lines"
        ),
        pytest.param(
            "- Thụ lý 60 vụ 74 bị cáo\n- Đã giải quyết: 18 vụ 30 bị cáo\n- Đang giải quyết: 42 vụ 54 bị cáo",
            "74 bị cáo",
            id="in the second unit",
        ),
        pytest.param(
            "- Phải thi hành 7.412 việc\n- Đã kết thúc thi hành án: 530 việc\n- Đang thi hành: 6.828 việc",
            "7.412 việc",
            id="enforcement",
        ),
        pytest.param(
            "+ Hộ tịch: 27 hồ sơ, đã giải quyết: 21 hồ sơ; đang xử lý: 9 hồ sơ;\n+ Đất đai: 18 hồ sơ.",
            "27 hồ sơ",
            id="more, in a line of a list",
        ),
        pytest.param(
            "- Đã giải quyết: 18 vụ 30 bị cáo\n+ Xét xử: 15 vụ 19 bị cáo\n+ Đình chỉ: 4 vụ 11 bị cáo\n- Đang giải"
            " quyết: 42 vụ",
            "18 vụ",
            id="what came of those done",
        ),
        pytest.param(
            "- Đã giải quyết: 18 vụ 30 bị cáo\n+ Xét xử: 14 vụ 19 bị cáo\n+ Đình chỉ: 4 vụ 17 bị cáo\n- Đang giải"
            " quyết: 42 vụ",
            "30 bị cáo",
            id="what came of the accused",
        ),
    ],
)
def test_accounts_that_do_not_add_up(body: str, found: str, findings_of: FindingsOf) -> None:
    assert [words for _, words in findings_of(body, "sum-mismatch")] == [found]
