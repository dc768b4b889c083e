"""Measures and rates beyond what their matter allows, and rare ones that are true."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]
KIND = "implausible-magnitude"


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param(
            "Thu nhập bình quân đầu người đạt 485 triệu đồng/người/năm.",
            [("measure", "485 triệu đồng/người/năm")],
            id="income, a comma lost",
        ),
        pytest.param("Thu nhập bình quân đầu người đạt 48,5 triệu đồng/người/năm.", [], id="an income"),
        pytest.param("Thu nhập bình quân đầu người toàn xã ước đạt 58 triệu đồng.", [], id="an income of a year"),
        pytest.param("Thu nhập bình quân đầu người đạt 4,8 triệu đồng/tháng.", [], id="an income of a month"),
        pytest.param(
            "Thu nhập bình quân đầu người năm 2021 đạt 52 nghìn đồng/người/năm.",
            [("measure", "52 nghìn đồng/người/năm")],
            id="income, another unit",
        ),
        pytest.param("Thu nhập bình quân đầu người tăng 2,1 triệu đồng.", [], id="what it grew by"),
        pytest.param("Thu nhập bình quân của hợp tác xã đạt 950 triệu đồng/năm.", [], id="income of a body"),
        pytest.param("Lớp học 9 buổi/tuần, 2 buổi/ngày, mỗi điểm trường trực 44 buổi/tháng.", [], id="half days"),
        pytest.param("Lớp học 90 buổi/tuần.", [("each", "90 buổi/tuần")], id="more half days than a week has"),
        pytest.param("Năng suất ngô đạt 452 tạ/ha.", [("measure", "452 tạ/ha")], id="maize"),
        pytest.param("Năng suất ngô đạt 45,2 tạ/ha.", [], id="maize as it yields"),
        pytest.param("Năng suất lúa bình quân đạt 62,5 tạ/ha/vụ.", [], id="rice of a season"),
        pytest.param("Mở 62 lớp cho 5.208 lượt học viên (bình quân 84 học viên/lớp).", [], id="two numbers make it"),
        pytest.param(
            "Mở 12 lớp cho 420 lượt học viên (bình quân 350 học viên/lớp).",
            [("each", "350 học viên/lớp")],
            id="two numbers make another",
        ),
        pytest.param(
            "Năng suất lúa bình quân đạt 62,5 tấn/ha/vụ.", [("measure", "62,5 tấn/ha/vụ")], id="tons of a season"
        ),
        pytest.param("Trồng 12 ha ngô sinh khối, năng suất 48 tấn/ha.", [], id="green maize"),
        pytest.param("Năng suất lúa bình quân đạt 5,8 tạ/ha.", [("measure", "5,8 tạ/ha")], id="rice, a tenth"),
        pytest.param("Năng suất lúa bình quân đạt 58 tạ/ha, ngô 46 tạ/ha, sắn 180 tạ/ha.", [], id="a list of crops"),
        pytest.param("Lúa được bón 5 tạ/ha phân lân.", [], id="no yield"),
        pytest.param("Năng suất lúa tăng 2,5 tạ/ha so với năm trước.", [], id="a yield more"),
        pytest.param("Năng suất lúa lai cao hơn lúa thuần 3 tạ/ha.", [], id="more than another kind"),
        pytest.param("Năng suất lúa đạt 61 tạ/ha, hơn ruộng đối chứng 3 tạ/ha.", [], id="more than beside it"),
        pytest.param("Năng suất lúa kém vụ trước 3 tạ/ha.", [], id="less than before"),
        pytest.param("Năng suất lúa tăng lên 3 tạ/ha.", [("measure", "3 tạ/ha")], id="what it rose to"),
        pytest.param("Năng suất lúa hơn 3 tạ/ha.", [("measure", "hơn 3 tạ/ha")], id="more than a number"),
        pytest.param("Nhiệt độ trung bình 235 độ C.", [("measure", "235 độ C")], id="heat"),
        pytest.param("Nhiệt độ trung bình 23,5 độ C.", [], id="warm days"),
        pytest.param("Lượng mưa cả năm đạt 18.500 mm.", [("measure", "18.500 mm")], id="rain"),
        pytest.param("Lượng mưa cả năm đạt 1.850 mm.", [], id="rain as it falls"),
        pytest.param("Tỉ lệ suy dinh dưỡng còn 112%.", [("measure", "112%")], id="a part, spelled in the other way"),
        pytest.param("Độ che phủ rừng đạt 655%.", [("measure", "655%")], id="forests"),
        pytest.param("Độ che phủ rừng đạt 105% kế hoạch.", [], id="of a plan"),
        pytest.param("Mức lương cơ sở 23.400.000 đồng.", [("measure", "23.400.000 đồng")], id="the base salary"),
        pytest.param("Mức lương cơ sở 2.340.000 đồng/tháng.", [], id="the base salary as it is"),
    ],
)
def test_measures(body: str, found: list[tuple[str, str]], findings_of: FindingsOf) -> None:
    assert findings_of(body, KIND) == found


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param("Sĩ số bình quân 352 học sinh/lớp.", [("each", "352 học sinh/lớp")], id="a class"),
        pytest.param("Sĩ số bình quân 35,2 học sinh/lớp.", [], id="a class as it is"),
        pytest.param("Khen thưởng 01 học sinh/lớp.", [], id="a few of a class"),
        pytest.param("Bình quân mỗi lớp có 320 học sinh.", [("each", "320 học sinh")], id="a class, in words"),
        pytest.param("Bình quân mỗi lớp có 32 học sinh.", [], id="a class, in words, as it is"),
        pytest.param("Bình quân 42 người/hộ.", [("each", "42 người/hộ")], id="a household"),
        pytest.param("Bình quân 4,2 người/hộ.", [], id="a household as it is"),
        pytest.param("Đạt 285 giường bệnh/vạn dân.", [("each", "285 giường bệnh/vạn")], id="beds"),
        pytest.param("Đạt 28,5 giường bệnh/vạn dân.", [], id="beds as they are"),
        pytest.param("Trạm trực 240 giờ/ngày.", [("each", "240 giờ/ngày")], id="hours"),
        pytest.param("Trạm trực 24 giờ/ngày.", [], id="all day"),
    ],
)
def test_rates(body: str, found: list[tuple[str, str]], findings_of: FindingsOf) -> None:
    assert findings_of(body, KIND) == found
