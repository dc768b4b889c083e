"""Labels that divide a whole, two by two: what is neither is no part of it."""

from __future__ import annotations

import pytest

from tongket.vietnamese.divisions import are_closed, divides


@pytest.mark.parametrize(
    "labels",
    [
        pytest.param((" (trong đó tiếp định kỳ ", ", tiếp đột xuất "), id="at set times, at need"),
        pytest.param((" (đại biểu chính thức ", ", đại biểu dự khuyết "), id="full members, reserves"),
        pytest.param((" (số cũ ", "; số mới "), id="from before, new"),
        pytest.param((" (vụ việc mới ", "; vụ việc cũ "), id="new, from before"),
        pytest.param((" lớp học 2 buổi/ngày", " lớp học 1 buổi/ngày"), id="the whole day, half of it"),
        pytest.param((" chi qua tài khoản ", ", chi bằng tiền mặt "), id="paid by account, in cash"),
        pytest.param((" khách quốc tế ", ", khách nội địa "), id="guests from abroad, of the country"),
        pytest.param((" điều trị nội trú ", ", điều trị ngoại trú "), id="in-patients, out-patients"),
        pytest.param((" đang cách ly ", "; đã kết thúc cách ly "), id="still apart, no longer"),
        pytest.param((" ổn định tại chỗ ", " và di chuyển xen ghép "), id="where they live, elsewhere"),
        pytest.param((" thôn tổ chức liên khu, ", " thôn tổ chức riêng"), id="together, alone"),
        pytest.param((" kiểm tra trực tiếp ", ", kiểm tra qua báo cáo "), id="on the spot, on paper"),
        pytest.param((" vốn đầu tư ", ", vốn sự nghiệp "), id="funds of a programme"),
    ],
)
def test_two_kinds_that_leave_nothing_out(labels: tuple[str, str]) -> None:
    assert divides(labels, "")
    assert are_closed(labels)


@pytest.mark.parametrize(
    "labels",
    [
        pytest.param((" nhà xây mới ", ", nhà văn hóa "), id="of which one is new"),
        pytest.param((" khách quốc tế ", ", khách đoàn "), id="another division"),
        pytest.param((" học sinh nội trú ", ", học sinh bán trú "), id="others live at home"),
        pytest.param((" tiếp định kỳ ", ", tiếp của lãnh đạo "), id="one who may be in both"),
        pytest.param((" thôn có sân thể thao ", " thôn có tủ sách riêng "), id="what both may have"),
    ],
)
def test_two_kinds_beside_which_there_are_others(labels: tuple[str, str]) -> None:
    assert not divides(labels, "")


@pytest.mark.parametrize(
    "labels",
    [
        pytest.param(("mẫu dương tính", "mẫu âm tính", "mẫu đang chờ kết quả"), id="tests"),
        pytest.param(("nhiệm vụ hoàn thành", "nhiệm vụ đang thực hiện", "nhiệm vụ quá hạn"), id="how far tasks are"),
        pytest.param(("khối Đảng", "khối chính quyền", "khối đoàn thể"), id="offices of the Party and the State"),
        pytest.param(("chết", "mất tích", "bị thương"), id="who came to harm"),
        pytest.param(("thường xuyên", "định kỳ", "đột xuất"), id="when citizens are received"),
        pytest.param(("khối 10:", "khối 11:", "khối 12:"), id="years of a school"),
    ],
)
def test_kinds_of_one_series(labels: tuple[str, ...]) -> None:
    assert are_closed(labels)


def test_some_years_of_a_school_leave_others_out() -> None:
    assert not are_closed(("khối 6:", "khối 7:", "khối 9:"))
