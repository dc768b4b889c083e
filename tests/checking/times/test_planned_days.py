"""Days that are told as expected and have passed; the reports are of 12/9/2026."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param("Dự thảo đang lấy ý kiến, dự kiến trình huyện ngày 22/9/2026.", [], id="to come"),
        pytest.param("Dự kiến trong tháng 9/2026, xã khánh thành nhà văn hóa.", [], id="the month of the report"),
        pytest.param(
            "Công trình dự kiến hoàn thành ngày 30/6/2026 nhưng đến nay mới đạt 80% khối lượng.",
            [],
            id="what became of it",
        ),
        pytest.param("Theo kế hoạch, dự kiến khởi công ngày 01/6/2026.", [], id="as it was planned"),
        pytest.param(
            "Kinh phí dự kiến 20 triệu đồng theo Công văn số 12/UBND-VX ngày 05/5/2026 của UBND tỉnh.",
            [],
            id="the day of a letter",
        ),
        pytest.param(
            "Dự thảo đang lấy ý kiến, dự kiến ngày 22/8/2026 trình huyện xem xét.",
            ["dự kiến ngày 22/8/2026"],
            id="a day",
        ),
        pytest.param(
            "Gói thầu đã mở thầu, dự kiến hoàn thành lựa chọn nhà thầu trước ngày 18/8/2026.",
            ["dự kiến hoàn thành lựa chọn nhà thầu trước ngày 18/8/2026"],
            id="a term",
        ),
        pytest.param(
            "Chi bộ đang chuẩn bị văn kiện, dự kiến tổ chức đại hội trong tháng 5/2026.",
            ["dự kiến tổ chức đại hội trong tháng 5/2026"],
            id="a month",
        ),
        pytest.param("Trường sẽ đưa vào sử dụng từ tháng 12/2026.", [], id="a future to come"),
        pytest.param("Nhiều hộ sẽ thoát nghèo; đã khảo sát ngày 10/8/2026.", [], id="a future beside a past"),
        pytest.param(
            "Trường sẽ đưa vào sử dụng từ tháng 5/2026.",
            ["sẽ đưa vào sử dụng từ tháng 5/2026"],
            id="a future that is over",
        ),
        pytest.param("Trường dự kiến đưa vào sử dụng trong quý III/2026.", [], id="a quarter that is not over"),
        pytest.param(
            "Trường dự kiến đưa vào sử dụng trong quý I/2026.",
            ["dự kiến đưa vào sử dụng trong quý I/2026"],
            id="a quarter that is over",
        ),
    ],
)
def test_days_expected(body: str, found: list[str], findings_of: FindingsOf) -> None:
    assert [words for case, words in findings_of(body, "date-chronology") if case == "expected"] == found


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param("Trong quý IV/2026, xã sẽ sửa nhà văn hóa thôn.", [], id="a quarter to come"),
        pytest.param("Trong quý II/2026, xã đã khảo sát và sẽ sửa nhà văn hóa thôn.", [], id="what was done in it"),
        pytest.param("Trong quý II/2026, xã sẽ sửa nhà văn hóa.", ["Trong quý II/2026, xã sẽ"], id="a quarter gone by"),
        pytest.param("Trong quý II/2026 sẽ sửa cầu.", ["Trong quý II/2026 sẽ"], id="nobody named"),
        pytest.param("Vào tháng 3/2026, thôn sẽ bầu trưởng thôn.", ["Vào tháng 3/2026, thôn sẽ"], id="a month gone by"),
    ],
)
def test_times_that_open_what_will_be(body: str, found: list[str], findings_of: FindingsOf) -> None:
    assert [words for case, words in findings_of(body, "date-chronology") if case == "to-come"] == found


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param("Phấn đấu năm 2027 đạt 95% hộ dùng nước sạch.", [], id="a year to come"),
        pytest.param("Nghị quyết đề ra phấn đấu năm 2025 đạt 95% hộ dùng nước sạch.", [], id="an aim of then"),
        pytest.param("Phấn đấu năm 2025 đạt 95% hộ dùng nước sạch.", ["Phấn đấu năm 2025"], id="a year gone by"),
    ],
)
def test_years_aimed_at(body: str, found: list[str], findings_of: FindingsOf) -> None:
    assert [words for case, words in findings_of(body, "date-chronology") if case == "expected"] == found


_STILL = "Chủ đầu tư đang hoàn chỉnh hồ sơ cầu Lũng Ẳng, trình phê duyệt, dự kiến tháng 3/2025."


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param(_STILL, [], id="no other day"),
        pytest.param(f"{_STILL}\n\nSở đã trình UBND tỉnh ngày 21/02/2025.", [], id="done before"),
        pytest.param(f"{_STILL}\n\nSở đã trình UBND tỉnh ngày 21/4/2024.", [], id="done the year before"),
        pytest.param(f"{_STILL}\n\nTỉnh đã giao Sở trình ngày 21/4/2025.", [], id="a task that was given"),
        pytest.param(f"{_STILL}\n\nSở đã đăng ký làm việc ngày 21/4/2025.", [], id="a day that was asked for"),
        pytest.param(f"{_STILL}\n\nNhà thầu phải xong trước ngày 21/4/2025.", [], id="a term"),
        pytest.param(
            f"{_STILL}\n\nSở Xây dựng Mẫu Sơn đã hoàn thành thẩm định và trình UBND tỉnh ngày 21/4/2025.",
            ["dự kiến tháng 3/2025"],
            id="done after",
        ),
        pytest.param(
            f"{_STILL} Tuyến tránh Khe Bạc đã bàn giao 4,2 km vào ngày 05/5/2025.",
            ["dự kiến tháng 3/2025"],
            id="a number before the day",
        ),
    ],
)
def test_days_expected_in_a_part_of_a_report(body: str, found: list[str], found_in: FindingsOf) -> None:
    assert [words for case, words in found_in(body, "date-chronology") if case == "expected-then"] == found
