"""What is said of plans, trends, ranks and work in time, and what figures of the same thing tell elsewhere."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]
KIND = "body-appendix-mismatch"
_FAR = "\nCông tác văn thư được duy trì nền nếp. " * 3


@pytest.mark.parametrize(
    ("claim", "figures"),
    [
        pytest.param("Thu ngân sách vượt kế hoạch.", "Thu ngân sách đạt 112% kế hoạch.", id="so it was"),
        pytest.param(
            "Thu ngân sách vượt kế hoạch tỉnh giao.", "Thu ngân sách đạt 98% kế hoạch HĐND xã giao.", id="two plans"
        ),
        pytest.param(
            "Thu ngân sách vượt kế hoạch.", "Thu ngân sách từ phí đạt 88% kế hoạch.", id="a part of the thing"
        ),
        pytest.param(
            "Thu ngân sách vượt kế hoạch.", "Thu ngân sách 6 tháng đạt 48% kế hoạch.", id="a part of the year"
        ),
        pytest.param("Phấn đấu trồng rừng vượt kế hoạch.", "Trồng rừng đạt 60% kế hoạch.", id="an aim"),
        pytest.param("Làm đường liên thôn đúng tiến độ.", "Làm cầu Nà Sọ chậm tiến độ.", id="other work"),
        pytest.param("Xã đứng đầu huyện về chuyển đổi số.", "Xã đứng thứ 5/14 về thu ngân sách.", id="another ranking"),
        pytest.param(
            "Tỷ lệ hộ nghèo giảm.", "Tỷ lệ hộ cận nghèo năm 2026 là 7,8%, năm 2025 là 6,9%.", id="other people"
        ),
        pytest.param(
            "Số vụ tai nạn giảm.", "Số người chết do tai nạn năm 2026 là 4, năm 2025 là 3.", id="another count"
        ),
        pytest.param("Tỷ lệ hộ nghèo giảm.", "Tỷ lệ hộ nghèo năm 2026 là 5,8%, năm 2025 là 6,9%.", id="down indeed"),
        pytest.param(
            "Cơ bản hoàn thành việc cấp giấy chứng nhận đất ở.",
            "Mới cấp được 38% giấy chứng nhận đất lâm nghiệp.",
            id="other land",
        ),
    ],
)
def test_nothing_is_flagged(claim: str, figures: str, findings_of: FindingsOf) -> None:
    assert findings_of(f"{claim}{_FAR}{figures}", KIND) == []


@pytest.mark.parametrize(
    ("claim", "figures"),
    [
        pytest.param("Thu ngân sách vượt kế hoạch.", "Thu ngân sách cả năm 46 tỷ đồng, đạt 92% kế hoạch.", id="a rate"),
        pytest.param("Diện tích trồng rừng vượt chỉ tiêu.", "Trồng rừng được 84 ha/100 ha chỉ tiêu.", id="a share"),
        pytest.param(
            "Kết nạp đảng viên vượt chỉ tiêu.", "Kết nạp được 11 đảng viên/15 đảng viên chỉ tiêu.", id="the unit named"
        ),
        pytest.param(
            "Tỷ lệ giải quyết đơn cao hơn năm trước.",
            "Tỷ lệ giải quyết đơn năm 2026 đạt 86,2%, năm 2025 đạt 91,0%.",
            id="higher than before",
        ),
        pytest.param("Thu bảo hiểm xã hội không đạt kế hoạch.", "Thu bảo hiểm xã hội đạt 103% kế hoạch.", id="blame"),
        pytest.param("Giải ngân đầu tư công đúng tiến độ.", "Giải ngân đầu tư công chậm.", id="late"),
        pytest.param(
            "Cơ bản hoàn thành số hóa hồ sơ hộ tịch.", "Số hóa hồ sơ hộ tịch mới đạt 45% khối lượng.", id="half done"
        ),
        pytest.param("Xã đứng đầu huyện về chuyển đổi số.", "Xã đứng thứ 5/14 về chuyển đổi số.", id="a rank"),
        pytest.param(
            "Tỷ lệ hộ nghèo tiếp tục giảm.", "Tỷ lệ hộ nghèo năm 2026 là 7,8%, năm 2025 là 6,9%.", id="two years"
        ),
        pytest.param(
            "Số vụ phạm pháp hình sự giảm so với cùng kỳ.",
            "Năm 2026 xảy ra 14 vụ phạm pháp hình sự (năm 2025: 11 vụ).",
            id="the year before in brackets",
        ),
        pytest.param(
            "Số giải học sinh giỏi giảm so với năm học trước.",
            "Tại kỳ thi học sinh giỏi, trường đạt 28 giải, tăng 05 giải so với năm trước.",
            id="a change",
        ),
        pytest.param(
            "Năng suất lúa đạt cao nhất từ trước đến nay.",
            "Năng suất lúa năm 2026 đạt 58 tạ/ha, năm 2024 đạt 61 tạ/ha.",
            id="a record",
        ),
        pytest.param(
            "Tỷ lệ tiêm chủng cao hơn bình quân chung của huyện.",
            "Tỷ lệ tiêm chủng của xã là 91,2%, bình quân chung của huyện là 94,0%.",
            id="the mean of the district",
        ),
    ],
)
def test_figures_elsewhere_deny_what_is_said(claim: str, figures: str, findings_of: FindingsOf) -> None:
    assert len(findings_of(f"{claim}{_FAR}{figures}", KIND)) == 1
