"""Lists whose whole stands farther off than the reader ties them to it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param(
            "Đầu năm học có 490 học sinh, trong năm chuyển đi 7 em, chuyển đến 3 em, cuối năm còn 486 học sinh.",
            [],
            id="an account of what came and went",
        ),
        pytest.param(
            "Khối 6: 97 học sinh; khối 7: 102 học sinh; khối 8: 98 học sinh; khối 9: 90 học sinh. Toàn trường đầu năm"
            " 389 học sinh, cuối năm 387 học sinh.",
            [],
            id="totals of two times",
        ),
        pytest.param(
            "Đội ngũ có 139 người gồm 04 CBQL; 01 TPT Đội; 01 Phó TPT Đội; 115 GV; 18 NV.",
            [],
            id="items of unknown units",
        ),
        pytest.param(
            "- Quản lý: 84 người, trong đó đại học: 56; cao đẳng: 23; trung cấp: 5 - Giáo viên: 586; hát nhạc: 26; mỹ"
            " thuật: 29; ngoại ngữ: 10; tin học: 4; thể dục: 5; đội: 38.",
            [],
            id="behind the dash of the next matter",
        ),
        pytest.param(
            "Thụ lý 2.205 vụ, việc\n- Đã giải quyết: 396 vụ, việc\n+ Xét xử: 111 vụ\n+ Đình chỉ: 80 vụ\n+ Hòa giải: 203"
            "\n- Đang giải quyết: 1.809 vụ\n- Rút hồ sơ: 2 vụ\n- Trả lại: 3 vụ",
            [],
            id="items of an item",
        ),
        pytest.param(
            "Kết nạp 227 đồng chí, đạt 108,1%. Phân theo khu vực: nông thôn 128 đồng chí, cơ quan 61 đồng chí, doanh"
            " nghiệp 7 đồng chí, lực lượng vũ trang 21 đồng chí.",
            ["227 đồng chí"],
            id="a sentence later",
        ),
        pytest.param(
            "Kết nạp 217 đồng chí, đạt 103,3%. Phân theo khu vực: nông thôn 128 đồng chí, cơ quan 61 đồng chí, doanh"
            " nghiệp 7 đồng chí, lực lượng vũ trang 21 đồng chí.",
            [],
            id="a sentence later, right",
        ),
        pytest.param(
            "Trồng 4.386 ha, đạt 54,8% kế hoạch 8.000 ha; rừng sản xuất 3.940 ha, rừng phòng hộ 402 ha, rừng đặc dụng"
            " 54 ha.",
            ["4.386 ha"],
            id="under one noun, behind a plan",
        ),
        pytest.param(
            "Tổng số được đánh giá là 6.011/6.597 đồng chí. Xuất sắc 902 đồng chí, chiếm 15%; tốt 4.517 đồng chí; hoàn"
            " thành 561 đồng chí; không hoàn thành 41 đồng chí.",
            ["6.011/6.597 đồng chí"],
            id="of the part of a share",
        ),
        pytest.param(
            "Khối 10: 347 học sinh, khối 11: 241 học sinh, khối 12: 197 học sinh; toàn trường: 758 học sinh.",
            ["758 học sinh"],
            id="the whole school behind its classes",
        ),
        pytest.param(
            "Tiếp nhận 26.480 triệu đồng; chuyển về Trung ương 15.000 triệu đồng, cho 3 tỉnh 9.600 triệu đồng."
            " Kinh phí chưa phân bổ còn dư 1.980 triệu đồng.",
            ["26.480 triệu đồng"],
            id="what is left, of several",
        ),
        pytest.param(
            "Tuyên truyền được 46 buổi. Nội dung: hộ tịch 14 buổi; đất đai 11 buổi; giao thông 9 buổi; việc khác 15"
            " buổi.",
            ["46 buổi"],
            id="to the last class",
        ),
        pytest.param(
            "Đoàn xã có 19 chi đoàn, tỷ lệ tập hợp 45%. Trong đó: 12 chi đoàn thôn, 3 chi đoàn trường, 2 chi đoàn lực"
            " lượng vũ trang, 1 chi đoàn cơ quan.",
            ["19 chi đoàn"],
            id="four parts of a small number",
        ),
        pytest.param(
            "Điều dưỡng cho 3.612 người: tập trung 1.204 người, tại nhà 2.480 người.", ["3.612 người"], id="two parts"
        ),
        pytest.param(
            "Đã giải quyết 358/412 ý kiến, đạt 86,9%; đang giải quyết 45 ý kiến.", ["45 ý kiến"], id="of a share"
        ),
        pytest.param("Đã giải quyết 358/412 ý kiến, đạt 86,9%; đang giải quyết 54 ý kiến.", [], id="of a share, right"),
        pytest.param(
            "Toàn huyện có 6.842 đồng chí; nữ 2.319 đồng chí, dân tộc thiểu số 3.076 đồng chí, miễn sinh hoạt 611 đồng"
            " chí.",
            [],
            id="groups that overlap",
        ),
        pytest.param(
            "Có 4.386 ha, tiêu biểu như xã Lũng Ẳng 3.940 ha, xã Nà Mạ 402 ha, xã Pác Cốp 54 ha.", [], id="picked out"
        ),
    ],
)
def test_a_list_is_held_against_the_number_told_before_it(body: str, found: list[str], findings_of: FindingsOf) -> None:
    assert [words for _, words in findings_of(body, "sum-mismatch")] == found
