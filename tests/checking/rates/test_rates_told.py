"""Percentages and means against the numbers near them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]


def found_words(findings_of: FindingsOf, body: str) -> list[str]:
    """The passages of the findings about rates and means."""
    return [words for _, words in findings_of(body, "ratio-mismatch")]


def test_a_percentage_that_was_cut_and_not_rounded_is_a_hint_also_in_a_list(findings_of: FindingsOf) -> None:
    body = "Tổng số công chức 24 người. Trong đó: Đại học 10 (41,66%), Cao đẳng 12 (50%), khác 02 (8,33%)."
    assert findings_of(body, "ratio-mismatch") == [("cut", "41,66%")]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param(
            "HĐND có 25 đại biểu; nữ 9 đại biểu, bằng 36%; người dân tộc thiểu số 22 đại biểu, bằng 78%.",
            ["78%"],
            id="beside a right one",
        ),
        pytest.param(
            "HĐND có 25 đại biểu; nữ 9 đại biểu, bằng 36%; người dân tộc thiểu số 22 đại biểu, bằng 88%.",
            [],
            id="right",
        ),
        pytest.param(
            "Xếp loại 1.296 đồng chí:\n\n+ Xuất sắc: 251 (19,37%).\n\n+ Tốt: 978 (75,46%).\n\n+ Hoàn thành: 61 (4,71%)."
            "\n\n+ Không hoàn thành: 06 (0,64%).",
            ["0,64%"],
            id="items of a list",
        ),
        pytest.param("Dư nợ 186,4 tỷ đồng; nợ quá hạn 223 triệu đồng, chiếm 1,2%.", ["1,2%"], id="ten times too much"),
        pytest.param(
            "Có 15 khu dân cư, trong đó 11 khu dân cư có nhà văn hóa, chiếm 83,3%.", ["83,3%"], id="one whole"
        ),
        pytest.param("Có 15 khu dân cư; vận động 11 khu dân cư, đạt 83,3% kế hoạch.", [], id="of a plan"),
        pytest.param(
            "Xuất sắc 08, tốt 31, hoàn thành 03 chi bộ; tỷ lệ lần lượt 19,05%; 73,81% và 9,14%.",
            ["9,14%"],
            id="in turn",
        ),
        pytest.param(
            "Xuất sắc 08, tốt 31, hoàn thành 03 chi bộ; tỷ lệ lần lượt 19,05%; 73,81% và 7,14%.",
            [],
            id="in turn, right",
        ),
        pytest.param(
            "Có đường xã 96,5 km, đường thôn 148,3 km, đường ngõ 102,7 km. Đường xã cứng hóa 94,6 km (98%), đường thôn"
            " 126,1 km (85%), đường ngõ 77 km (65%).",
            ["65%"],
            id="by label",
        ),
        pytest.param("Bê tông hóa 52,8 km, bằng 88% so với chỉ tiêu 62 km.", ["88%"], id="of a plan behind"),
        pytest.param("Bê tông hóa 52,8 km, bằng 88% so với chỉ tiêu 60 km.", [], id="of a plan behind, right"),
        pytest.param(
            "Thu tổng số tiền 67,6 triệu đồng, trong khi chỉ tiêu đặt ra là 65 triệu đồng (đạt 104%).",
            [],
            id="of a plan between",
        ),
        pytest.param(
            "Thành lập 17 tổ hợp tác trong khi huyện giao 20, như vậy đạt 95% chỉ tiêu.", ["95%"], id="of a plan before"
        ),
        pytest.param(
            "Phúc tra 46 hộ đăng ký, 43 hộ đạt chuẩn (93,5%), 03 hộ không đạt (6,5%).", [], id="in brackets, right"
        ),
        pytest.param(
            "Phúc tra 46 hộ đăng ký, 43 hộ đạt chuẩn (93,5%), 03 hộ không đạt (6,9%).", ["6,9%"], id="in brackets"
        ),
    ],
)
def test_rates_told(body: str, found: list[str], findings_of: FindingsOf) -> None:
    assert found_words(findings_of, body) == found


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param(
            "Xây 03 nhà văn hóa thôn, tổng kinh phí 2,85 tỷ đồng, mỗi nhà 850 triệu đồng.",
            ["850 triệu đồng"],
            id="each",
        ),
        pytest.param(
            "Xây 03 nhà văn hóa thôn, tổng kinh phí 2,85 tỷ đồng, mỗi nhà 950 triệu đồng.", [], id="each, right"
        ),
        pytest.param("Có 12.500 đoàn viên, mỗi người góp 20.000 đồng, thu về 2,5 tỷ đồng.", [], id="a matter of zeros"),
        pytest.param("Lúa 486 ha, năng suất 52,5 tạ/ha, sản lượng 2.651,5 tấn.", ["52,5 tạ/ha"], id="a yield"),
        pytest.param("Lúa 486 ha, năng suất 52,5 tạ/ha, sản lượng 2.551,5 tấn.", [], id="a yield, right"),
        pytest.param("Tặng 310 suất quà, mỗi suất 500.000 đồng; dành 80 triệu đồng làm nhà.", [], id="other money"),
        pytest.param(
            "Giai đoạn 2015 - 2019 kết nạp 4.150 hội viên; trung bình mỗi năm 930 hội viên.",
            ["930 hội viên"],
            id="years",
        ),
        pytest.param(
            "Năm 2022 làm 42,5 km, năm 2023 làm 51,3 km, năm 2024 làm 38,2 km; tổng 3 năm 132 km, bình quân mỗi năm"
            " 44 km.",
            [],
            id="of their total, with the number of years",
        ),
        pytest.param(
            "Toán 5,12; Ngữ văn 6,84; Tiếng Anh 4,96. Bình quân ba môn 5,84 điểm.", ["5,84 điểm"], id="of three"
        ),
        pytest.param("Toán 5,12; Ngữ văn 6,84; Tiếng Anh 4,96. Bình quân ba môn 5,64 điểm.", [], id="of three, right"),
        pytest.param("Số ca mắc từ 164 ca lên 246 ca, tức gấp 1,8 lần.", ["1,8 lần"], id="times"),
        pytest.param(
            "Dân số 812.400 người; số bác sĩ 886 người, tức 12,9 bác sĩ/10.000 dân.",
            ["12,9 bác sĩ"],
            id="per people",
        ),
        pytest.param("Dân số 812.400 người; số bác sĩ 886 người, tức 10,9 bác sĩ/10.000 dân.", [], id="per, right"),
        pytest.param(
            "Có 8.549/8.723 người tham gia bảo hiểm y tế, đạt tỷ lệ bao phủ 89%.", ["89%"], id="a rate of coverage"
        ),
        pytest.param("Số ca mắc từ 164 ca lên 246 ca, tức gấp 1,5 lần.", [], id="times, right"),
    ],
)
def test_means_and_times_told(body: str, found: list[str], findings_of: FindingsOf) -> None:
    assert found_words(findings_of, body) == found
