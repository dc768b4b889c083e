"""Percentages, sums and changes that a report's own numbers contradict."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest

from tongket.checking.evidence.numbers import shown_as
from tongket.model.figures import Figure

FindingsOf = Callable[[str, str], list[tuple[str, str]]]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param("Toàn xã có 946 hộ, trong đó hộ nghèo 488 hộ, chiếm 51,6%.", [], id="right to the digit printed"),
        pytest.param("Có 12/15 thôn đạt chuẩn, đạt 80%.", [], id="exact"),
        pytest.param("Có 2/3 chi bộ tham gia, đạt 66,7%.", [], id="rounded"),
        pytest.param("Có 13/14 chi bộ tham gia, đạt 92,8%.", [("cut", "92,8%")], id="cut off and not rounded"),
        pytest.param("Có 2/3 chi bộ tham gia, đạt trên 66%.", [], id="a qualifier leaves room above"),
        pytest.param("Có 0/0 chi bộ tham gia, đạt 0%.", [], id="a whole of zero is not judged"),
        pytest.param("Toàn xã có 946 hộ. Phấn đấu hộ nghèo còn 12%.", [], id="a target is no result"),
        pytest.param("Có 488 hộ nghèo, chiếm 55,1% số hộ.", [], id="the base is not given"),
        pytest.param(
            "Toàn xã có 2.846 hộ, trong đó hộ nghèo 412 hộ (14,48%), hộ cận nghèo 268 hộ (9,42%).",
            [],
            id="each of the same whole",
        ),
        pytest.param(
            "Diện tích đạt 102% kế hoạch (127,5/125 ha), bằng 98,1% so với cùng kỳ.", [], id="two rates of one share"
        ),
        pytest.param("Có 12/15 thôn đạt chuẩn, đạt 85%.", [("", "85%")], id="wrong by its own words"),
        pytest.param(
            "Toàn xã có 946 hộ, trong đó hộ nghèo 488 hộ, chiếm 55,1%.", [("", "55,1%")], id="part of a whole"
        ),
        pytest.param("Ngày 12/3, 13/3 và 15/3 xã tổ chức họp.", [], id="days in a list are no share"),
        pytest.param("Có 16/15 thôn đạt chuẩn.", [("over", "16/15 thôn")], id="a part larger than its whole"),
        pytest.param(
            "Có 946 hộ với 4.000 nhân khẩu, trong đó dân tộc thiểu số có 486 hộ với 2.000 nhân khẩu, "
            "chiếm 51,37% dân số.",
            [("base", "51,37%")],
            id="right of households, said of people",
        ),
    ],
)
def test_ratios(body: str, found: list[tuple[str, str]], findings_of: FindingsOf) -> None:
    assert findings_of(body, "ratio-mismatch") == found


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param(
            "Đến nay có 16 sở và 37 xã gửi văn bản. Trong đó: 15 sở và 20 xã đăng ký vốn.",
            [],
            id="each of its own whole",
        ),
        pytest.param(
            "Tổng thu: 7.093.800 triệu đồng (Bằng chữ: Bảy nghìn không trăm chín mươi ba tỷ, tám trăm triệu đồng).",
            [],
            id="the number again in words",
        ),
        pytest.param(
            "Có 46 mô hình, gồm: 05 mô hình kinh tế, 20 mô hình văn hóa, 21 mô hình an ninh.", [], id="adds up"
        ),
        pytest.param(
            "Có 49 mô hình, trong đó 05 mô hình kinh tế, 20 mô hình văn hóa.", [], id="'trong đó' need not be all"
        ),
        pytest.param(
            "Có khoảng 49 mô hình, gồm: 05 mô hình kinh tế, 20 mô hình văn hóa, 21 mô hình an ninh.", [], id="about"
        ),
        pytest.param(
            "Có trên 45 mô hình, gồm: 05 mô hình kinh tế, 20 mô hình văn hóa, 21 mô hình an ninh.", [], id="above"
        ),
        pytest.param(
            "Có 49 mô hình, gồm: 05 mô hình kinh tế, 20 mô hình văn hóa,\n\n24 mô hình an ninh.",
            [],
            id="the list goes on over the page",
        ),
        pytest.param(
            "Có 49 mô hình, gồm: 05 mô hình kinh tế, 20 mô hình văn hóa, 21 mô hình an ninh.",
            [("", "49 mô hình")],
            id="parts are short of the whole",
        ),
        pytest.param(
            "Tiếp nhận 5.640 hồ sơ, trong đó có 1.215 hồ sơ đất đai và 986 hồ sơ hộ tịch; giải quyết 5.527 hồ sơ.",
            [],
            id="what follows the semicolon is another matter",
        ),
        pytest.param(
            "Có 40 mô hình, trong đó 25 mô hình kinh tế, 20 mô hình văn hóa.",
            [("more", "40 mô hình")],
            id="parts exceed the whole",
        ),
        pytest.param(
            "Góp 1.450 ngày công (làm vườn 900 công, nạo vét mương 350 công, dựng nhà 100 công).",
            [("", "1.450 ngày công")],
            id="work",
        ),
        pytest.param(
            "Huy động 820 công lao động, gồm: làm đường 500 ngày công, trồng rừng 320 ngày công.", [], id="same"
        ),
        pytest.param(
            "Số hộ nghèo cuối năm là 210 hộ (đầu năm 268 hộ, thoát nghèo 62 hộ, phát sinh 04 hộ).",
            [],
            id="what there was and what went are no parts",
        ),
        pytest.param(
            "Số hộ nghèo cuối năm là 214 hộ (đầu năm 268 hộ, thoát nghèo 62 hộ, phát sinh 04 hộ).",
            [("", "214 hộ")],
            id="which make another number",
        ),
    ],
)
def test_sums(body: str, found: list[tuple[str, str]], findings_of: FindingsOf) -> None:
    assert findings_of(body, "sum-mismatch") == found


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param("Có 57 mô hình, tăng 17 mô hình so với năm 2023 (40 mô hình).", [], id="right"),
        pytest.param("Có 57 mô hình, tăng 17 mô hình so với năm 2023.", [], id="one value only"),
        pytest.param(
            "Có hơn 57 mô hình, tăng 12 mô hình so với năm 2023 (40 mô hình).", [], id="a value that is not exact"
        ),
        pytest.param(
            "Có 57 mô hình, tăng 12 mô hình so với năm 2023 (40 mô hình).", [("", "12 mô hình")], id="wrong difference"
        ),
        pytest.param(
            "Có 40 mô hình, tăng 17 mô hình so với năm 2023 (57 mô hình).",
            [("direction", "17 mô hình")],
            id="fell, not rose",
        ),
        pytest.param("Đạt 16/19 tiêu chí, tăng 2 tiêu chí so với đầu năm (14 tiêu chí).", [], id="of a share"),
        pytest.param(
            "Đạt 16/19 tiêu chí, tăng 4 tiêu chí so với đầu năm (14 tiêu chí).",
            [("", "4 tiêu chí")],
            id="of a share, off",
        ),
    ],
)
def test_changes(body: str, found: list[tuple[str, str]], findings_of: FindingsOf) -> None:
    assert findings_of(body, "change-mismatch") == found


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param("Trồng được 505,7/500 ha, đạt 101,1% kế hoạch.", [], id="more than planned"),
        pytest.param("Kết nạp 36/35 đảng viên, đạt 103% chỉ tiêu giao.", [], id="more people than planned"),
        pytest.param("Có 12/15 thôn đạt chuẩn, đạt 105% kế hoạch.", [], id="of a plan that is not printed"),
        pytest.param(
            "Trồng được 505,7/500 ha, đạt 110,1% kế hoạch.", [("", "110,1%")], id="not that of result and plan"
        ),
        pytest.param(
            "Kế hoạch giao 150 hộ, thực hiện 160 hộ, đạt 116,7% kế hoạch.", [("", "116,7%")], id="plan before result"
        ),
        pytest.param(
            "Tỉnh giao trồng 480 ha rừng; đến ngày 15/8/2026 trồng được 396 ha, đạt 85,2% kế hoạch.",
            [("", "85,2%")],
            id="since a day",
        ),
        pytest.param(
            "Dự toán giao năm 2026 là 8.400 triệu đồng; thu đến 30/6/2026 được 5.040 triệu đồng, bằng 60% dự toán.",
            [],
            id="since a day and right",
        ),
        pytest.param(
            "Dự toán cả nhiệm kỳ 84.000 triệu đồng; năm 2026 thu được 5.040 triệu đồng, bằng 60% dự toán.",
            [],
            id="of another plan",
        ),
        pytest.param("Tiếp nhận 25 đơn; đã giải quyết 20 đơn, đạt 100%.", [], id="all of those of its own"),
        pytest.param("Phát ra 500 phiếu, thu về 480 phiếu, đạt 99%.", [("", "99%")], id="what came back"),
    ],
)
def test_ratios_of_plans(body: str, found: list[tuple[str, str]], findings_of: FindingsOf) -> None:
    assert findings_of(body, "ratio-mismatch") == found


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param("Có 125 cán bộ, trong đó nam 70 người, nữ 55 người.", [], id="two opposites"),
        pytest.param("Có 125 cán bộ, trong đó nữ 55 người, đảng viên 90 người.", [], id="groups that overlap"),
        pytest.param("Tổng số dân 4.000 người (nữ 2.010 người, DTTS 3.500 người).", [], id="overlap in brackets"),
        pytest.param("Cơ cấu kinh tế: nông nghiệp 45,1%, công nghiệp 30%, dịch vụ 25%.", [], id="rounding"),
        pytest.param(
            "Cơ cấu thu nhập: nông nghiệp 52%, công nghiệp - xây dựng 21%, thương mại - dịch vụ 29%.",
            [("", "52%")],
            id="a structure of incomes",
        ),
        pytest.param("Giảm 02 phòng (từ 13 phòng còn 11 phòng).", [], id="a change and its values"),
        pytest.param(
            "Có 42 thôn, trong đó thôn khu vực I 12 thôn, khu vực II 15 thôn, khu vực III 14 thôn.",
            [("", "42 thôn")],
            id="grades of one scale",
        ),
        pytest.param(
            "Có 41 thôn, trong đó thôn khu vực I 12 thôn, khu vực II 15 thôn, khu vực III 14 thôn.", [], id="all grades"
        ),
        pytest.param(
            "Có 42 thôn, trong đó thôn khu vực II 15 thôn, khu vực III 14 thôn.", [], id="not from the first grade on"
        ),
        pytest.param(
            "Được cấp 7.640 triệu đồng, trong đó chi lương 5.215 triệu đồng và chi hoạt động 2.325 triệu đồng.",
            [("", "7.640 triệu đồng")],
            id="all but one digit",
        ),
        pytest.param(
            "Được cấp 7.640 triệu đồng, trong đó chi lương 5.215 triệu đồng và chi mua sắm 1.480 triệu đồng.",
            [],
            id="some are picked out",
        ),
        pytest.param("Có 250 hộ, trong đó 140 hộ trồng chè và 100 hộ nuôi cá.", [], id="round numbers"),
        pytest.param("Có 125 cán bộ, trong đó nam 70 người, nữ 65 người.", [("", "125 cán bộ")], id="opposites exceed"),
        pytest.param("Có 125 cán bộ, trong đó nam 70 người, nữ 45 người.", [("", "125 cán bộ")], id="opposites lack"),
        pytest.param(
            "Tỉnh có 126 xã, phường, trong đó 98 xã, 25 phường và 03 thị trấn.", [], id="towns among communes and wards"
        ),
        pytest.param(
            "Tổng kinh phí 1.500 triệu đồng, gồm:\n- Tỉnh: 1.000 triệu đồng;\n- Xã: 300 triệu đồng.",
            [("", "1.500 triệu đồng")],
            id="items below",
        ),
        pytest.param(
            "Cơ cấu kinh tế: nông nghiệp 45%, công nghiệp 33%, dịch vụ 25%.", [("", "45%")], id="shares of a structure"
        ),
    ],
)
def test_sums_of_divisions(body: str, found: list[tuple[str, str]], findings_of: FindingsOf) -> None:
    assert findings_of(body, "sum-mismatch") == found


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param("Xảy ra 12 vụ, tăng 02 vụ (tăng 20%) so với cùng kỳ.", [], id="a rate of what there was before"),
        pytest.param("Xảy ra 18 vụ, tăng 01 vụ (5,8%) so với cùng kỳ.", [], id="cut off and not rounded"),
        pytest.param("Xảy ra 12 vụ, tăng 02 vụ so với cùng kỳ (12/10 vụ).", [], id="now and before as a/b"),
        pytest.param("Giảm 02 phòng (từ 13 phòng còn 11 phòng).", [], id="both values behind the change"),
        pytest.param(
            "Xảy ra 12 vụ, tăng 02 vụ (tăng 25%) so với cùng kỳ.", [("", "25%")], id="a rate of nothing printed"
        ),
        pytest.param("Giảm 03 phòng (từ 13 phòng còn 11 phòng).", [("", "03 phòng")], id="values behind it"),
        pytest.param(
            "Có 57 người: quản lý 04 người, giáo viên 48 người, nhân viên 05 người; so với năm 2018 (49 người) tăng 08"
            " người.",
            [],
            id="of the whole before its parts",
        ),
        pytest.param("Xảy ra 12 vụ, tăng 03 vụ so với cùng kỳ (12/10 vụ).", [("", "03 vụ")], id="a/b says otherwise"),
    ],
)
def test_more_changes(body: str, found: list[tuple[str, str]], findings_of: FindingsOf) -> None:
    assert findings_of(body, "change-mismatch") == found


@pytest.mark.parametrize(
    ("body", "kind", "found"),
    [
        pytest.param("Đạt 88,5/90%, đạt 98,4% kế hoạch.", "ratio-mismatch", [], id="a part that was rounded itself"),
        pytest.param(
            "Hộ nghèo giảm từ 12,5% xuống còn 8,2%, giảm 4,4%.", "change-mismatch", [], id="two rounded rates"
        ),
        pytest.param(
            "Tổng 10,5 ha, gồm: lúa 5,3 ha, ngô 5,3 ha.", "sum-mismatch", [], id="the parts of a sum were rounded"
        ),
        pytest.param("Đạt 88,5/90%, đạt 99,4% kế hoạch.", "ratio-mismatch", [("", "99,4%")], id="beyond rounding"),
        pytest.param(
            "Hộ nghèo giảm từ 12,5% xuống còn 8,2%, giảm 5,3%.",
            "change-mismatch",
            [("", "5,3%")],
            id="not their difference",
        ),
        pytest.param(
            "Tổng 1,5 tỷ đồng, gồm: tỉnh 1 tỷ đồng, xã 300 triệu đồng.",
            "sum-mismatch",
            [("", "1,5 tỷ đồng")],
            id="round sums are exact",
        ),
    ],
)
def test_rounding_of_what_is_counted_with(
    body: str, kind: str, found: list[tuple[str, str]], findings_of: FindingsOf
) -> None:
    assert findings_of(body, kind) == found


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param("Thu 520 kg giấy (lần 1: 150, lần 2: 180, lần 3: 190).", [], id="numbered parts that add up"),
        pytest.param(
            "Thu 540 kg giấy (lần 1: 150, lần 2: 180, lần 3: 190).", [("", "540 kg")], id="numbered parts that do not"
        ),
        pytest.param("Thu 900 kg giấy (lần 1: 150, lần 2: 180, lần 3: 190).", [], id="some of the parts"),
        pytest.param(
            "Kiểm tra 19 đơn vị, gồm 06 sở, ngành, 03 huyện và 08 xã.", [("", "19 đơn vị")], id="units of several kinds"
        ),
        pytest.param("Kiểm tra 17 đơn vị, gồm 06 sở, ngành, 03 huyện và 08 xã.", [], id="units that add up"),
        pytest.param("Kiểm tra 04 đơn vị, gồm 04 xã với 36 thôn.", [], id="places within places"),
        pytest.param(
            "Mở 120 lớp cho 6.400 lượt người, gồm cấp tỉnh 20 lớp, cấp xã 90 lớp.",
            [("", "120 lớp")],
            id="a whole before an aside",
        ),
        pytest.param("Mở 110 lớp cho 6.400 lượt người, gồm cấp tỉnh 20 lớp, cấp xã 90 lớp.", [], id="which adds up"),
        pytest.param(
            "Xã kiểm tra 16 cuộc, giám sát 9 cuộc, tổng cộng 24 cuộc.", [("", "24 cuộc")], id="a total behind its parts"
        ),
        pytest.param("Xã kiểm tra 16 cuộc, giám sát 9 cuộc, tổng cộng 25 cuộc.", [], id="which follows"),
        pytest.param(
            "Họp 3 cuộc. Xã kiểm tra 16 cuộc, giám sát 9 cuộc, tổng cộng 25 cuộc.", [], id="of the nearest parts"
        ),
        pytest.param(
            "Xếp loại A 30 bản, loại B 22 bản, loại C 11 bản trong tổng số 61 bản.",
            [("", "61 bản")],
            id="classes of a total",
        ),
        pytest.param("Loại A 30 bản, loại B 22 bản trong tổng số 90 bản.", [], id="only some classes"),
        pytest.param(
            "Xử lý 15 trường hợp lấn chiếm: tự tháo dỡ 10 trường hợp, cưỡng chế 3 trường hợp; còn lại đang vận động.",
            [],
            id="a rest without a number",
        ),
        pytest.param(
            "Mở 186 lớp, trong đó về trồng trọt 74 lớp, chăn nuôi 62 lớp, các lĩnh vực còn lại 40 lớp.",
            [("", "186 lớp")],
            id="all the rest",
        ),
        pytest.param(
            "Có 15.736 hội viên, tăng 7.316 hội viên so với năm 2010 (8.420 hội viên), tương đương tăng 86,89%;"
            " trong đó hội viên ở khu dân cư 9.884 hội viên, hội viên trường học 5.852 hội viên.",
            [],
            id="parts of what there is now",
        ),
        pytest.param(
            "Sở ban hành 21 văn bản, trong đó có 06 kế hoạch, 04 quyết định và 12 công văn hướng dẫn.",
            [("", "21 văn bản")],
            id="more documents than were issued",
        ),
        pytest.param(
            "Sở ban hành 31 văn bản, trong đó có 06 kế hoạch, 04 quyết định và 12 công văn hướng dẫn.",
            [],
            id="some of the documents",
        ),
        pytest.param(
            "Ban hành 12 kế hoạch, 08 báo cáo, 35 công văn (tổng cộng 55 văn bản).", [], id="documents told together"
        ),
        pytest.param(
            "Ban hành 12 kế hoạch, 08 báo cáo, 39 công văn (tổng cộng 55 văn bản).",
            [("", "55 văn bản")],
            id="documents told together, one too many",
        ),
        pytest.param(
            "Ban hành 12 kế hoạch, 08 báo cáo và nhiều công văn (tổng cộng 55 văn bản).", [], id="documents not counted"
        ),
    ],
)
def test_sums_of_listed_parts(body: str, found: list[tuple[str, str]], findings_of: FindingsOf) -> None:
    assert findings_of(body, "sum-mismatch") == found


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param(
            "Dư nợ 120,5 tỷ đồng cho 2.310 hộ, tăng 30,5 tỷ đồng so với năm 2020 (95,5 tỷ đồng).",
            [("", "30,5 tỷ đồng")],
            id="past an amount of another unit",
        ),
        pytest.param(
            "Dư nợ 120,5 tỷ đồng cho 2.310 hộ, tăng 25 tỷ đồng so với năm 2020 (95,5 tỷ đồng).", [], id="which follows"
        ),
        pytest.param(
            "Thu nhập 6,8 triệu đồng/người, tăng 0,5 triệu đồng so với năm 2020 (6,3 triệu đồng).",
            [],
            id="money in its printed unit",
        ),
    ],
)
def test_changes_of_amounts(body: str, found: list[tuple[str, str]], findings_of: FindingsOf) -> None:
    assert findings_of(body, "change-mismatch") == found


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param(
            "Giới thiệu 80 quần chúng, có 52 quần chúng được kết nạp, chiếm 56%.", [("", "56%")], id="of those"
        ),
        pytest.param("Giới thiệu 80 quần chúng, có 52 quần chúng được kết nạp, chiếm 65%.", [], id="which follows"),
        pytest.param("Có 80 hộ nghèo, có 52 hộ cận nghèo, chiếm 4%.", [], id="two groups beside one another"),
        pytest.param(
            "Dự toán xã giao theo nghị quyết là 800 triệu đồng; thực hiện 840 triệu đồng, đạt 115% dự toán.",
            [("", "115%")],
            id="of a plan in the clause before",
        ),
        pytest.param(
            "Dự toán xã giao theo nghị quyết là 800 triệu đồng; thực hiện 840 triệu đồng, đạt 105% dự toán.",
            [],
            id="which is right",
        ),
        pytest.param("Có 30 trong tổng số 40 hợp tác xã hoạt động tốt, đạt 80%.", [("", "80%")], id="one of so many"),
        pytest.param(
            "Dự kiến cuối năm có 121/138 xã, phường đạt chuẩn, chiếm 90,54%.", [("", "90,54%")], id="of an aim as a/b"
        ),
        pytest.param(
            "Cấp tỉnh có 86 báo cáo viên, cấp huyện có 247 báo cáo viên; biết tiếng dân tộc 19 báo cáo viên, chiếm"
            " 5,71% tổng số báo cáo viên hai cấp.",
            [],
            id="of two wholes together",
        ),
        pytest.param(
            "Thu ngân sách ước 21.480 triệu đồng, đạt 76,4% dự toán tỉnh giao (30.000 triệu đồng).",
            [("", "76,4%")],
            id="of what is expected to the last digit",
        ),
        pytest.param(
            "Thu ngân sách ước 21 tỷ đồng, đạt 71,6% dự toán tỉnh giao (30 tỷ đồng).", [], id="of a rough expectation"
        ),
    ],
)
def test_ratios_of_what_was_said_before(body: str, found: list[tuple[str, str]], findings_of: FindingsOf) -> None:
    assert findings_of(body, "ratio-mismatch") == found


@pytest.mark.parametrize(
    ("value", "unit", "base", "base_unit", "amount", "words"),
    [
        pytest.param("488", "hộ", "488", "hộ", "500", "500", id="a count stands alone"),
        pytest.param("25", "%", "25", "%", "20", "20%", id="a per cent"),
        pytest.param(
            "1.2", "tỷ đồng", "1200000000", "đồng", "1250000000", "1,25 tỷ đồng", id="in billions, as printed"
        ),
        pytest.param("5000", "đồng", "5000", "đồng", "7000", "7.000 đồng", id="money always with its word"),
        pytest.param("0", "tỷ đồng", "0", "đồng", "7000", "7.000 đồng", id="a zero tells no multiple"),
    ],
)
def test_numbers_of_messages_stand_in_the_wording_of_the_report(
    value: str, unit: str, base: str, base_unit: str, amount: str, words: str
) -> None:
    like = Figure(0, 1, "x", Decimal(value), unit, Decimal(base), base_unit)
    assert shown_as(Decimal(amount), like) == words


_LONG = ".".join(["999"] * 16)


@pytest.mark.parametrize(
    "said",
    [
        pytest.param(f"Tiếp nhận {'24' * 31}/287 hồ sơ, đạt 12%.", id="a percentage"),
        pytest.param(f"Có {_LONG} người, trong đó {_LONG} nam, {_LONG} nữ.", id="parts and their whole"),
        pytest.param(f"Năm 2020 có {_LONG} hộ, năm 2021 có 12 hộ, giảm {_LONG} hộ.", id="a change"),
    ],
)
def test_numbers_longer_than_any_office_types_are_none_to_reckon_with(findings_of: FindingsOf, said: str) -> None:
    assert findings_of(said, "ratio-mismatch") == findings_of(said, "sum-mismatch") == []
