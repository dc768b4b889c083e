"""Sizes that stand in no order, or that no one thing can have."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param(
            "Thưởng Tết cao nhất 96 triệu đồng/người, thấp nhất 3,5 tỷ đồng/người.", ["3,5 tỷ đồng/người"], id="order"
        ),
        pytest.param("Thưởng Tết cao nhất 96 triệu đồng/người, thấp nhất 300 nghìn đồng/người.", [], id="in order"),
        pytest.param("Tỷ lệ học sinh chuyên cần 104,6%.", ["104,6%"], id="more than all pupils"),
        pytest.param("Tỷ lệ hộ tham gia đạt 104,6% kế hoạch.", [], id="of a plan"),
        pytest.param("Tỷ lệ trẻ mẫu giáo ra lớp đạt 104,6%.", [], id="a gross rate of going to school"),
        pytest.param("Độ tuổi trung bình của người dự thi là 214 tuổi.", ["214 tuổi"], id="an age"),
        pytest.param("Lớp đông nhất có 4.512 học sinh.", ["4.512 học sinh"], id="a class"),
        pytest.param("Mở 24 lớp với 4.512 học sinh.", [], id="many classes"),
        pytest.param(
            "Phụ cấp trưởng thôn 450.000.000 đồng/người/tháng.", ["450.000.000 đồng/người/tháng"], id="a month's pay"
        ),
        pytest.param("Mỗi hộ thải ra bình quân 850 kg rác/ngày.", ["850 kg"], id="a household's day"),
        pytest.param("Một bác sĩ khám tới 12.500 lượt/ngày.", ["12.500 lượt/ngày"], id="a doctor's day"),
        pytest.param(
            "Hội có 46.812 hội viên; chi hội đông nhất 240.000 hội viên.", ["240.000 hội viên"], id="part above all"
        ),
        pytest.param("Hội có 46.812 hội viên; chi hội đông nhất 240 hội viên.", [], id="part below all"),
        pytest.param(
            "Xuất khẩu rau đạt trên 2,2 tỷ USD, cà phê 597 triệu USD. Thị trường lớn nhất đạt 9,8 tỷ USD.",
            [],
            id="of some goods, and of all",
        ),
        pytest.param("Mưa trung bình toàn tỉnh 7,4 mm, cao nhất 66,0 mm tại trạm A.", [], id="above a mean"),
        pytest.param(
            "Dự toán 52.486 triệu đồng: đầu tư 18.200 triệu đồng, sự nghiệp 33.215 triệu đồng, dự phòng"
            " 1.071 triệu đồng. Chi mua văn phòng phẩm 215 tỷ đồng.",
            ["215 tỷ đồng"],
            id="an expense above all money",
        ),
    ],
)
def test_extremes(body: str, found: list[str], findings_of: FindingsOf) -> None:
    assert [words for _, words in findings_of(body, "implausible-magnitude")] == found
