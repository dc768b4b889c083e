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
            "6.828 việc",
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


DOSSIERS = (
    "Trung tâm tiếp nhận 4.328 hồ sơ, trong đó hộ tịch 1.542, chứng thực 1.685, lĩnh vực khác 1.101; nộp trực tuyến "
    "3.756 hồ sơ. Đã giải quyết 4.105 hồ sơ, trong đó đúng hạn 4.062 hồ sơ, trễ hạn 43 hồ sơ do lỗi phần mềm, đang "
    "giải quyết {} hồ sơ."
)
PETITIONS = (
    "Huyện tiếp nhận 512 kiến nghị (cấp tỉnh 272 kiến nghị, cấp huyện 240 kiến nghị); đã giải quyết 455 kiến nghị, "
    "trong đó giải quyết ngay 410 kiến nghị, còn {} kiến nghị đang trong quá trình giải quyết."
)


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(DOSSIERS.format(223), id="past the parts of both"),
        pytest.param(PETITIONS.format(57), id="what is left, with its state behind it"),
        pytest.param(
            "Bộ phận Một cửa tiếp nhận 816 hồ sơ, trong đó kỳ trước chuyển sang 36 hồ sơ, nhận mới 780 hồ sơ. Đã giải "
            "quyết 790 hồ sơ, trong đó đúng hạn 788 hồ sơ, đang giải quyết 26 hồ sơ.",
            id="with those from before",
        ),
        pytest.param(
            "Thụ lý 142 đơn, gồm 35 đơn khiếu nại và 107 đơn phản ánh; trong đó 120 đơn đủ điều kiện xử lý. Đã giải "
            "quyết 96 đơn, trong đó có 31 đơn khiếu nại, đang giải quyết 24 đơn.",
            id="of those that can be dealt with",
        ),
    ],
)
def test_accounts_that_add_up_past_parts(body: str, findings_of: FindingsOf) -> None:
    assert findings_of(body, "sum-mismatch") == []


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param(DOSSIERS.format(233), "4.328 hồ sơ", id="past the parts of both"),
        pytest.param(PETITIONS.format(47), "512 kiến nghị", id="what is left, with its state behind it"),
    ],
)
def test_accounts_that_do_not_add_up_past_parts(body: str, found: str, findings_of: FindingsOf) -> None:
    assert [words for _, words in findings_of(body, "sum-mismatch")] == [found]
