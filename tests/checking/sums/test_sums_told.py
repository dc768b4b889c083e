"""Totals, remainders and lists that are told apart from their numbers."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param("Làm mới 14,2 km và sửa 20,5 km đường. Cả làm mới lẫn sửa được 35,7 km.", ["35,7 km"], id="both"),
        pytest.param(
            "Trường có 864 học sinh, trong đó nữ 422 em, học sinh dân tộc 310 em, học sinh bán trú 128 em.",
            [],
            id="groups that one may be in two of",
        ),
        pytest.param("Làm mới 14,2 km và sửa 20,5 km đường. Cả làm mới lẫn sửa được 34,7 km.", [], id="both, right"),
        pytest.param(
            "Năm 2024 trồng 120 ha rừng. Năm 2025 trồng 130 ha rừng. Trong hai năm trồng được 260 ha rừng.",
            ["260 ha"],
            id="of two years",
        ),
        pytest.param(
            "Sáu tháng đầu năm khám 1.286 lượt, sáu tháng cuối năm 1.407 lượt, cộng cả năm 2025 là 2.793 lượt người.",
            ["2.793 lượt người"],
            id="with the year between the words and the total",
        ),
        pytest.param(
            "Đợt 1 cấp 86 tấn gạo, đợt 2 cấp 75 tấn gạo, cộng cả 2 đợt năm 2025 là 171 tấn gạo.",
            ["171 tấn"],
            id="with how many times there were",
        ),
        pytest.param("Quý I mở 12 lớp, quý II mở 14 lớp; kế hoạch cả năm 2026 là 36 lớp.", [], id="a plan"),
        pytest.param(
            "Ban Thanh tra giám sát 18 cuộc. Ban Giám sát đầu tư giám sát 11 cuộc. Hai ban thực hiện được 27 cuộc.",
            ["27 cuộc"],
            id="so many of them",
        ),
        pytest.param(
            "Đảng viên có 1.246 lượt đảng viên dự; đoàn thể có 2.318 lượt hội viên dự. Cộng chung có 3.664 lượt người.",
            ["3.664 lượt người"],
            id="people of several names",
        ),
        pytest.param(
            "Năm trước quỹ có 3 tỷ 450 triệu đồng; năm nay tăng thêm 680 triệu đồng, nâng tổng nguồn lên 4 tỷ 230 triệu"
            " đồng.",
            ["4 tỷ 230 triệu đồng"],
            id="with what came in",
        ),
        pytest.param(
            "Đầu năm trường có 490 em, chuyển đi 7 em, chuyển đến 3 em, bỏ học 1 em, cuối năm còn 485 em.",
            [],
            id="an account of what came and went",
        ),
        pytest.param(
            "Xuất khẩu đạt 391,0 tỷ USD, nhập khẩu đạt 371,4 tỷ USD; xuất siêu 16,9 tỷ USD.",
            ["16,9 tỷ USD"],
            id="what is exported beyond imports",
        ),
        pytest.param(
            "Xuất khẩu đạt 391,0 tỷ USD, nhập khẩu đạt 371,4 tỷ USD; xuất siêu 19,6 tỷ USD.",
            [],
            id="what is exported beyond imports, rightly",
        ),
        pytest.param(
            "Dạy nghề cho 490 học viên; có 392 học viên tìm được việc, còn lại 108 học viên.",
            ["108 học viên"],
            id="left",
        ),
        pytest.param(
            "Dạy nghề cho 490 học viên; có 392 học viên tìm được việc, còn lại 98 học viên.", [], id="left, right"
        ),
        pytest.param(
            "Dạy nghề cho 490 học viên; có 392 học viên tìm được việc, còn lại 60 học viên là người cao tuổi.",
            [],
            id="left of something else",
        ),
        pytest.param(
            "Xảy ra 04 vụ làm 37 người mắc; số mắc ở từng vụ lần lượt là 12, 9, 8 và 6 người.", ["37 người"], id="each"
        ),
        pytest.param(
            "Kinh phí 3.650 triệu đồng, trong đó trung ương 2.100 triệu đồng, tỉnh 850 triệu đồng, xã 400 triệu đồng,"
            " còn lại 400 triệu đồng do nhân dân đóng góp.",
            ["400 triệu đồng"],
            id="rest of a list",
        ),
        pytest.param(
            "Gieo 2.450 ha, bằng 98% so với cùng kỳ và đạt 102,1% kế hoạch (kế hoạch 2.400 ha), giảm 50 ha so với vụ"
            " trước; trong đó vùng cao 860 ha, vùng thấp 1.590 ha.",
            [],
            id="a plan in brackets is no whole",
        ),
        pytest.param(
            "Gieo 2.450 ha, bằng 98% so với cùng kỳ và đạt 102,1% kế hoạch (kế hoạch 2.400 ha), giảm 50 ha so với vụ"
            " trước; trong đó vùng cao 860 ha, vùng thấp 1.950 ha.",
            ["2.450 ha"],
            id="past all that it is compared with",
        ),
        pytest.param(
            "Kinh phí 3.650 triệu đồng, trong đó trung ương 2.100 triệu đồng, tỉnh 850 triệu đồng, xã 400 triệu đồng,"
            " còn lại 300 triệu đồng do nhân dân đóng góp.",
            [],
            id="rest of a list, right",
        ),
        pytest.param(
            "Xảy ra 04 vụ làm 37 người mắc; số mắc ở từng vụ lần lượt là 12, 9, 10 và 6 người.", [], id="each, right"
        ),
        pytest.param(
            "Dân số 812.400 người, mạng lưới được mở rộng.\n\nCó 771.780 người có thẻ bảo hiểm; số dân chưa tham"
            " gia còn 42.620 người.",
            ["42.620 người"],
            id="left of all inhabitants",
        ),
        pytest.param(
            "Bình xét được 8.840 hộ. Chia ra:\n- Cấp trung ương: 18 hộ;\n- Cấp tỉnh: 212 hộ;\n- Cấp huyện: 1.430 hộ;\n"
            "- Cấp cơ sở: 7.080 hộ.",
            ["8.840 hộ"],
            id="items of a list",
        ),
        pytest.param(
            "Hiến máu thu 3.428 đơn vị. Đợt tháng 3 thu 1.216 đơn vị, đợt tháng 6 thu 1.104 đơn vị, đợt tháng 9 thu"
            " 1.018 đơn vị.",
            ["3.428 đơn vị"],
            id="a series",
        ),
        pytest.param(
            "Vốn gồm trung ương 84 tỷ đồng; tỉnh 46 tỷ đồng; tín dụng 52 tỷ đồng; dân góp 17 tỷ đồng. Ngân sách ba cấp"
            " là 132 tỷ đồng.",
            [],
            id="of some of several",
        ),
        pytest.param(
            "Thu nhập từ 38,5 triệu đồng (năm 2020) lên 52,8 triệu đồng; xã cao nhất 61,2 triệu đồng, thấp nhất"
            " 44,7 triệu đồng.",
            [],
            id="from a year to another",
        ),
        pytest.param("Kết nạp 39 đảng viên. Nhóm mới có 21 nữ và 17 nam.", ["21 nữ và 17 nam"], id="men and women"),
        pytest.param("Kết nạp 38 đảng viên. Nhóm mới có 21 nữ và 17 nam.", [], id="men and women, right"),
        pytest.param("Xã có 1.420 người. Đội văn nghệ có 21 nữ và 17 nam.", [], id="of others"),
    ],
)
def test_sums_told(body: str, found: list[str], findings_of: FindingsOf) -> None:
    assert [words for _, words in findings_of(body, "sum-mismatch")] == found


_CLOSED = "Đất đai 12 ý kiến, giao thông 90 ý kiến, {}lĩnh vực khác 80 ý kiến; cộng {} ý kiến."


@pytest.mark.parametrize(
    ("aside", "total", "found"),
    [
        pytest.param("", 182, 0, id="right"),
        pytest.param("nước sạch 20 ý kiến (năm trước 18 ý kiến), ", 202, 0, id="right, with what was before"),
        pytest.param("nước sạch 20 ý kiến, tăng 05 ý kiến, ", 202, 0, id="right, with by how much one grew"),
        pytest.param("", 142, 1, id="wrong"),
        pytest.param("nước sạch 20 ý kiến (năm trước 18 ý kiến), ", 220, 1, id="wrong, with what was before"),
    ],
)
def test_totals_that_close_their_sentence(aside: str, total: int, found: int, findings_of: FindingsOf) -> None:
    assert len(findings_of(_CLOSED.format(aside, total), "sum-mismatch")) == found
