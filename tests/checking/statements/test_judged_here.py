"""What a sentence says of a plan, a trend, a rank or a day, beside its numbers."""

from __future__ import annotations

import pytest
from report_texts import HEAD, TAIL, TITLE, passage, read_text

from tongket.checking.statements.judged_here import CHECKS
from tongket.checking.statements.verdicts import check_most


def _told(body: str) -> list[str]:
    report = read_text(f"{HEAD}{TITLE}{body}{TAIL}")
    return [passage(report, one) for check in CHECKS for one in check(report)]


@pytest.mark.parametrize(
    "body",
    [
        "Tỷ lệ hộ nghèo còn 8,2%, vượt chỉ tiêu nghị quyết (9%).",
        "Số vụ vi phạm lâm luật là 5 vụ, thấp hơn chỉ tiêu (7 vụ).",
        "Có 8/9 thôn vượt kế hoạch trồng rừng.",
        "Xã trồng 46 ha rừng, vượt kế hoạch quý II (40 ha).",
        "Xã thành lập được 6/5 tổ hợp tác, vượt kế hoạch năm.",
        "Số lượt người đọc sách tăng gần gấp đôi, từ 400 lượt lên 750 lượt.",
        "Xã đứng đầu về cải cách hành chính, xếp thứ 4/10 về chuyển đổi số.",
        "Xã được nhận cờ đơn vị dẫn đầu, xếp thứ 2/10 năm trước.",
        "Xã thiếu 46 biên chế, chưa đạt chỉ tiêu giao (40 biên chế).",
        "Xã dẫn đầu cụm thi đua số 2, xếp thứ 3/45 toàn tỉnh.",
        "Tai nạn giảm cả ba mặt: số vụ giảm 2, người chết giảm 1, bị thương giảm 3; tuần tra tăng 12 ca.",
        "Diện tích rừng tiếp tục tăng, số vụ vi phạm là 12 vụ, giảm 8% so với cùng kỳ.",
        "Xã thuộc nhóm dẫn đầu cụm, xếp thứ 3/12 đơn vị.",
        "Tai nạn giảm cả ba mặt: 4 vụ (giảm 3 vụ), chết 1 người (giảm 1), bị thương 6 người (giảm 2).",
        "Thu ngân sách tăng mạnh, đạt 3,2 tỷ đồng, tăng 14% so với năm 2025, giảm 4% so với dự toán.",
        "Thương mại tăng trưởng khá, đạt 12 tỷ đồng; nông nghiệp giảm 4% so với năm 2025.",
        "Nhà văn hóa xong ngày 15/6/2026, chậm so với kế hoạch (ngày 30/5/2026).",
        "Hộ gia đình văn hóa đạt 92,4%, vượt chỉ tiêu 90% nghị quyết đề ra.",
        "Thu ngân sách đạt 128%, vượt kế hoạch 28%.",
        "Thu ngân sách đạt 12.500 triệu đồng, vượt kế hoạch 2.500 triệu đồng.",
        "Tỷ lệ hộ nghèo còn 2,1%, thấp hơn mục tiêu 2,5%.",
    ],
)
def test_what_fits_its_numbers(body: str) -> None:
    assert _told(body) == []


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("Xã kết nạp 14 đảng viên, chưa đạt chỉ tiêu đề ra (12 đảng viên).", "chưa đạt chỉ tiêu đề ra (12 đảng viên"),
        ("Xã trồng được 46 ha rừng, vượt chỉ tiêu giao (50 ha).", "vượt chỉ tiêu giao (50 ha"),
        ("Hộ dùng nước sạch đạt 96,4%, không đạt mục tiêu (95%).", "không đạt mục tiêu (95%"),
        ("Xã thành lập được 3/5 tổ hợp tác, vượt kế hoạch năm.", "vượt kế hoạch"),
        ("Giải ngân đạt 69,5%, vượt mục tiêu giải ngân 75% mà tỉnh giao.", "vượt mục tiêu giải ngân 75%"),
        ("Trẻ em được tiêm chủng đạt 93,5%, vượt mức 95% được giao.", "vượt mức 95%"),
        ("Xã đã trồng 46 ha rừng gỗ lớn, vượt chỉ tiêu 50 ha huyện giao.", "vượt chỉ tiêu 50 ha"),
        ("Số mô hình tăng gấp đôi, từ 12 mô hình lên 18 mô hình.", "tăng gấp đôi"),
        ("Số hộ nghèo giảm một nửa, từ 120 hộ xuống còn 96 hộ.", "giảm một nửa"),
        ("Xã dẫn đầu cụm thi đua, xếp thứ 3/12 đơn vị.", "dẫn đầu cụm thi đua"),
        ("Tai nạn giảm cả ba mặt: số vụ giảm 2, người chết giảm 1, bị thương tăng 3.", "giảm cả ba mặt"),
        (
            "Chăn nuôi tiếp tục phát triển khá, đàn lợn đạt 1.250 con, giảm 6,2% so với cùng kỳ.",
            "tiếp tục phát triển khá",
        ),
        ("Đường xong ngày 20/8/2026, trước thời hạn đề ra (ngày 30/6/2026).", None),
    ],
)
def test_what_its_numbers_deny(body: str, said: str | None) -> None:
    told = _told(body)
    assert told == [said] if said else len(told) == 1


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ("Đa số hộ dân đồng tình, với 412/1.150 hộ ký cam kết.", 1),
        ("Đa số hộ dân đồng tình, với 912/1.150 hộ ký cam kết.", 0),
        ("Hầu hết học sinh được học 2 buổi/ngày (đạt 46%).", 1),
        ("Hầu hết học sinh được học 2 buổi/ngày (đạt 96%).", 0),
    ],
)
def test_most_of_numbers_grouped_by_points(body: str, told: int) -> None:
    assert len(list(check_most(read_text(f"{HEAD}{TITLE}{body}{TAIL}")))) == told
