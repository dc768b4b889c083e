"""Ties between figures: what is tied, and above all what is not."""

from __future__ import annotations

import pytest

from tongket.files.text import text_blocks
from tongket.model.sources import Source
from tongket.reading.figures.figures import read_figures
from tongket.reading.running.flow import build_flow
from tongket.reading.running.scan import scan


def ties(text: str) -> list[tuple[str, str, tuple[str, ...], bool]]:
    """Each tie with the printed words of its figures."""
    flow = build_flow(Source("x.txt", "", "txt", text, text_blocks(text)))
    figures, links = read_figures(flow, scan(flow.text))
    return [
        (link.kind, figures[link.of].text, tuple(figures[index].text for index in link.by), link.exhaustive)
        for link in links
    ]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Tiếp nhận 2.384 hồ sơ, đạt 50,43% so với tổng số hồ sơ.", id="the base is not printed"),
        pytest.param("Có 120 hộ thoát nghèo, đạt 80% kế hoạch.", id="of a plan that is not printed"),
        pytest.param("Có 57 mô hình, tăng 12% so với cùng kỳ.", id="a growth rate with one value"),
        pytest.param("Toàn xã có 946 hộ. Có 15 hội nghị, đạt 95%.", id="another unit in another sentence"),
        pytest.param(
            "Có 49 vị, trong đó: nữ 12 vị, dân tộc thiểu số 30 vị, đảng viên 40 vị.", id="groups that overlap"
        ),
        pytest.param("Tổ chức 678 cuộc có 18.572 lượt người, gồm 12 xã.", id="another unit is no part"),
        pytest.param("Có 57 mô hình, tăng 12 mô hình so với năm 2022.", id="only the value of now is printed"),
        pytest.param("Đã quán triệt ở 24/24 chi bộ cho 497 đảng viên, đạt 97,1%.", id="all of some, part of others"),
    ],
)
def test_what_is_not_tied(text: str) -> None:
    assert ties(text) == []


def test_a_percentage_goes_to_the_base_that_is_named() -> None:
    text = (
        "Xã có 140 hộ với 525 nhân khẩu, trong đó, đồng bào thiểu số có 121 hộ với 454 nhân khẩu, chiếm 86,4% dân số."
    )
    assert ties(text) == [("percentage", "86,4%", ("454 nhân khẩu", "525 nhân khẩu"), False)]


def test_a_percentage_of_what_was_paid_goes_to_the_plan_of_its_year() -> None:
    text = "Tổng mức đầu tư 486 tỷ đồng, kế hoạch năm 2024 là 120 tỷ đồng, giải ngân 66 tỷ đồng, đạt 57%."
    assert [tie[2] for tie in ties(text) if tie[0] == "percentage"] == [("66 tỷ đồng", "120 tỷ đồng")]


def test_a_percentage_without_base_goes_to_the_list_it_stands_in() -> None:
    text = "Tổng số hộ toàn xã: 946 hộ; trong đó hộ nghèo 488 hộ, chiếm 51,59%, cận nghèo 153 hộ, chiếm tỷ lệ 16,17%."
    assert [tie for tie in ties(text) if tie[0] == "percentage"] == [
        ("percentage", "51,59%", ("488 hộ", "946 hộ"), False),
        ("percentage", "16,17%", ("153 hộ", "946 hộ"), False),
    ]


@pytest.mark.parametrize(
    ("text", "by"),
    [
        pytest.param(
            "Xã có 1991 hộ, 7946 nhân khẩu. Đồng bào thiểu số có 1338 hộ với 5427 nhân khẩu, chiếm 66,1% dân số xã.",
            ("5427 nhân khẩu", "7946 nhân khẩu"),
            id="the population of the sentence before",
        ),
        pytest.param(
            "Xã có 3.274 hộ. Đồng bào thiểu số có 2.614 hộ với 11.060 nhân khẩu, chiếm 79,84% tổng số hộ.",
            ("2.614 hộ", "3.274 hộ"),
            id="of households, as the words say",
        ),
        pytest.param(
            "Đã tiếp nhận 119 ý kiến; đã trả lời, giải quyết 109 ý kiến, đạt 91,6%.",
            ("109 ý kiến", "119 ý kiến"),
            id="dealt with of what was taken in",
        ),
        pytest.param(
            "Phát phiếu cho 8.100 hộ, bằng 81% tổng số 10.000 hộ.", ("8.100 hộ", "10.000 hộ"), id="a total that follows"
        ),
        pytest.param(
            "Có 98 hộ cận nghèo (6,7%) trên tổng số 1.456 hộ.",
            ("98 hộ", "1.456 hộ"),
            id="a total behind brackets",
        ),
        pytest.param(
            "Rừng có 45.600 ha, tỷ lệ che phủ 64,7% trên tổng diện tích tự nhiên 70.500 ha.",
            ("45.600 ha", "70.500 ha"),
            id="an area that follows",
        ),
        pytest.param(
            "Hỏi ý kiến 500 người: 450 người hài lòng, đạt 90%.",
            ("450 người", "500 người"),
            id="a whole before a colon",
        ),
        pytest.param(
            "Xử lý 45/50 phản ánh trong 24 giờ, đạt 90%.", ("45/50 phản ánh",), id="a time limit between the two"
        ),
        pytest.param("Tiêm cho 98/102 trẻ dưới 1 tuổi, đạt 96%.", ("98/102 trẻ",), id="an age between the two"),
        pytest.param("Cân 98/102 trẻ từ 6 đến 36 tháng tuổi, đạt 96%.", ("98/102 trẻ",), id="ages between the two"),
        pytest.param(
            "Có 5.240 hội viên, chiếm 80,6% số hộ nông nghiệp (6.500 hộ).", ("5.240 hội viên", "6.500 hộ"), id="named"
        ),
    ],
)
def test_wholes_that_stand_apart(text: str, by: tuple[str, ...]) -> None:
    assert [tie[2] for tie in ties(text)] == [by]


def test_a_percentage_is_of_what_the_brackets_before_it_divide() -> None:
    text = "Nhận 960 hồ sơ, đã giải quyết 912 hồ sơ (trước hạn 640 hồ sơ, đúng hạn 272 hồ sơ), đạt 95%."
    assert [tie[2] for tie in ties(text) if tie[0] == "percentage"] == [("912 hồ sơ", "960 hồ sơ")]


def test_whom_money_goes_to_is_no_hedge() -> None:
    text = "Tổng thu 320 triệu đồng, nộp cấp trên 96 triệu đồng (30%)."
    assert [tie[2] for tie in ties(text)] == [("96 triệu đồng", "320 triệu đồng")]


def test_other_years_are_no_base() -> None:
    text = "Năm 2024 (phường nhận 12.340 hồ sơ, đạt 41,52% so với tổng số hồ sơ), năm 2025 (tỉnh nhận 2.915 hồ sơ,"
    assert ties(text + " đạt 77,31% so với tổng hồ sơ).") == []


@pytest.mark.parametrize(
    ("text", "tied"),
    [
        pytest.param("Số trẻ được khám: 200/209 Tỷ lệ: 96,1%", True, id="a label"),
        pytest.param("Trẻ nhẹ cân: 52/307 - 16,9%", True, id="a dash, and near"),
        pytest.param("Số trẻ được khám: 200/209 - 3,5%", False, id="a dash, and far: a change"),
        pytest.param("Trong đó lúa 105/116 ha. Đạt 90,52% so với kế hoạch.", True, id="a sentence of its own"),
    ],
)
def test_a_share_and_its_percentage_as_forms_have_them(text: str, *, tied: bool) -> None:
    assert [tie[0] for tie in ties(text)] == ["percentage"] * tied


def test_a_share_and_its_percentage_with_a_number_between() -> None:
    text = "Có 7.236/8.914 hộ đăng ký đạt 8 tiêu chí, bằng 81,18%."
    assert ties(text) == [("percentage", "81,18%", ("7.236/8.914 hộ",), False)]
    assert ties("Có 12/15 thôn tổ chức 3 buổi, đạt 100% kế hoạch.") == []


@pytest.mark.parametrize(
    ("text", "tied"),
    [
        pytest.param("Giải ngân 45,2/60,5 tỷ đồng, đạt 74,71% kế hoạch.", True, id="right"),
        pytest.param("Giải ngân 45,2/60,5 tỷ đồng, đạt 47,71% kế hoạch.", True, id="with two digits turned"),
        pytest.param("Giải ngân 15,2/60,5 tỷ đồng, đạt 74,71% kế hoạch.", True, id="with one digit wrong in the part"),
        pytest.param("Giải ngân 45,2/60,5 tỷ đồng, đạt 103,2% kế hoạch.", False, id="of another plan"),
        pytest.param(
            "Hồ chứa 29,01 triệu m3/31,53 triệu m3, đạt 92,01% dung tích.", True, id="each with a unit that has a power"
        ),
    ],
)
def test_a_share_and_what_it_is_of_its_plan(text: str, *, tied: bool) -> None:
    assert [tie[0] for tie in ties(text)] == ["percentage"] * tied


def test_a_share_and_its_percentage() -> None:
    for text in ("Có 515/728 khu dân cư đạt danh hiệu (chiếm 71%).", "Tỷ lệ đạt 71% (515/728 khu dân cư)."):
        assert ties(text) == [("percentage", "71%", ("515/728 khu dân cư",), False)]


@pytest.mark.parametrize(
    ("text", "parts", "exhaustive"),
    [
        pytest.param("Có 12 cuộc, gồm: xã 7 cuộc, thôn 5 cuộc.", ("7 cuộc", "5 cuộc"), True, id="'gồm' is complete"),
        pytest.param(
            "Có 8 cuộc, gồm: Mặt trận 5 cuộc, Hội Phụ nữ 3 cuộc.", ("5 cuộc", "3 cuộc"), True, id="of named bodies"
        ),
        pytest.param(
            "Có 7.500 đoàn viên, hội viên, bao gồm: Công đoàn 2.000, Nông dân 5.500.",
            ("2.000", "5.500"),
            True,
            id="numbers without a unit",
        ),
        pytest.param(
            "Có 21 vị; trong đó 02 vị ở huyện và 07 vị ở xã.", ("02 vị", "07 vị"), False, id="'trong đó' is not"
        ),
        pytest.param("Có 12 cuộc, gồm: xã 7 cuộc, thôn 3 cuộc...", ("7 cuộc", "3 cuộc"), False, id="an open end"),
        pytest.param(
            "Có 01 vị (01 chủ tịch, 01 phó chủ tịch).", ("01 chủ tịch", "01 phó chủ tịch"), False, id="brackets"
        ),
        pytest.param(
            "Ủy ban có 49 vị. Trong đó tổ chức 5 vị; nhân sĩ 20 vị; trưởng ban 05 vị; ngành 15 vị.",
            ("5 vị", "20 vị", "05 vị", "15 vị"),
            True,
            id="a division in all but name",
        ),
    ],
)
def test_parts(text: str, parts: tuple[str, ...], exhaustive: bool) -> None:
    (tie,) = ties(text)
    assert (tie[0], tie[2], tie[3]) == ("parts", parts, exhaustive)


@pytest.mark.parametrize(
    ("text", "by"),
    [
        ("Có 57 mô hình, tăng 12 mô hình so với năm 2022 (45 mô hình).", ("57 mô hình", "45 mô hình")),
        ("Tăng từ 40 mô hình lên 57 mô hình, tăng 17 mô hình.", ("57 mô hình", "40 mô hình")),
    ],
)
def test_changes(text: str, by: tuple[str, ...]) -> None:
    assert [tie[2] for tie in ties(text) if tie[0] == "change"] == [by]


@pytest.mark.parametrize(
    ("text", "by"),
    [
        pytest.param(
            "Kế hoạch giao 150 hộ, thực hiện 160 hộ, đạt 106,7% kế hoạch.",
            ("160 hộ", "150 hộ"),
            id="plan before result",
        ),
        pytest.param(
            "Thu 12.500 triệu đồng, bằng 125% dự toán (10.000 triệu đồng).",
            ("12.500 triệu đồng", "10.000 triệu đồng"),
            id="plan in brackets",
        ),
        pytest.param("Phát 500 phiếu, thu về 480 phiếu, đạt 96%.", ("480 phiếu", "500 phiếu"), id="what came back"),
        pytest.param("Kết nạp 36/35 đảng viên, đạt 103% chỉ tiêu.", ("36/35 đảng viên",), id="more than planned"),
    ],
)
def test_percentages_of_plans(text: str, by: tuple[str, ...]) -> None:
    assert [tie[2] for tie in ties(text) if tie[0] == "percentage"] == [by]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Có 12/15 thôn đạt chuẩn, đạt 105% kế hoạch.", id="a plan that is not printed"),
        pytest.param("Trồng lúa 800 ha, ngô 150 ha; đạt 104,2% kế hoạch (1.200 ha).", id="of what stands further back"),
        pytest.param("Đạt 12 tỷ đồng, bằng 105% cùng kỳ.", id="an earlier value that is not printed"),
    ],
)
def test_percentages_without_their_base(text: str) -> None:
    assert [tie for tie in ties(text) if tie[0] == "percentage"] == []


def test_every_item_of_a_list_has_the_whole_before_its_colon() -> None:
    text = "Đánh giá 20 chi bộ: xuất sắc 4 chi bộ (20%), tốt 15 chi bộ (75%), hoàn thành 1 chi bộ (5%)."
    assert [tie[2][1] for tie in ties(text) if tie[0] == "percentage"] == ["20 chi bộ"] * 3


@pytest.mark.parametrize(
    ("text", "parts", "exhaustive"),
    [
        pytest.param(
            "Tiếp nhận 124 đơn. Qua phân loại có 61 đơn khiếu nại, 12 đơn tố cáo và 51 đơn kiến nghị.",
            ("61 đơn khiếu nại", "12 đơn tố cáo", "51 đơn"),
            True,
            id="sorted in the sentence behind",
        ),
        pytest.param(
            "Có 125 cán bộ, trong đó nam 70 người, nữ 55 người.", ("70 người", "55 người"), True, id="opposites"
        ),
        pytest.param(
            "Giải quyết 1.200 hồ sơ, trong đó đúng hạn 1.150 hồ sơ, quá hạn 50 hồ sơ.",
            ("1.150 hồ sơ", "50 hồ sơ"),
            True,
            id="on time and late",
        ),
        pytest.param(
            "Xếp loại 45 đảng viên: xuất sắc 6, tốt 30, không hoàn thành 9.", ("6", "30", "9"), True, id="all classes"
        ),
        pytest.param(
            "Tổng số công chức là 30 người (cấp tỉnh 10 người, cấp xã 20 người).",
            ("10 người", "20 người"),
            True,
            id="a total in brackets",
        ),
        pytest.param(
            "Tổng kinh phí 1.500 triệu đồng, gồm:\n- Tỉnh: 1.000 triệu đồng;\n- Xã: 300 triệu đồng.",
            ("1.000 triệu đồng", "300 triệu đồng"),
            True,
            id="items below",
        ),
        pytest.param(
            "Có 17 cuộc, trong đó:\n- Nông dân: 12 cuộc;\n- Phụ nữ: 3 cuộc.",
            ("12 cuộc", "3 cuộc"),
            False,
            id="items that need not be all",
        ),
    ],
)
def test_divisions(text: str, parts: tuple[str, ...], exhaustive: bool) -> None:
    assert [tie[2:] for tie in ties(text) if tie[0] == "parts"] == [(parts, exhaustive)]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Giảm 02 phòng (từ 13 phòng còn 11 phòng).", id="a change has no parts"),
        pytest.param("Có 17 cuộc, gồm:\n- Nông dân: 12 cuộc;\n- Phụ nữ: tích cực.", id="an item without a number"),
        pytest.param("Có 116 hộ, trong đó 74 hộ thiếu vốn, 61 hộ thiếu đất, 39 hộ thiếu người.", id="lacks overlap"),
        pytest.param("- Có 17 cuộc, gồm:\n- Có 12 hộ.\n- Có 5 hộ.", id="the next items of the same list"),
    ],
)
def test_what_is_no_division(text: str) -> None:
    assert [tie for tie in ties(text) if tie[0] == "parts"] == []


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "Gieo 4.334 ha lúa, tăng 0,74% so với cùng kỳ năm 2017 (bằng 31,8 ha).", id="a share and its area"
        ),
        pytest.param("Có 357 mô hình, tăng 2% so với năm trước (tương đương với 7 mô hình).", id="and its count"),
    ],
)
def test_a_change_told_again_in_its_unit_is_no_base(text: str) -> None:
    assert [tie for tie in ties(text) if tie[0] == "change"] == []


def test_a_part_measured_in_two_ways_is_one_part() -> None:
    text = "Tiếp 1.647 lượt công dân; trong đó, thường xuyên 1.147 lượt/1.325 người; định kỳ 500 lượt/761 người."
    assert [tie[:3] for tie in ties(text)] == [("parts", "1.647 lượt công dân", ("1.147 lượt", "500 lượt"))]


def test_what_is_taken_off_is_no_part() -> None:
    text = "Khu bảo vệ có 987 ha, gồm: vùng lõi 40 ha và vùng đệm 947 ha là nơi còn lại, sau khi trừ đi 40 ha vùng lõi."
    assert [tie[2] for tie in ties(text)] == [("40 ha", "947 ha")]


def test_members_put_out_are_a_part() -> None:
    text = "Kỷ luật 06 đảng viên, trong đó khiển trách 03 đảng viên, cảnh cáo 02 đảng viên, khai trừ 01 đảng viên."
    assert [tie[2] for tie in ties(text)] == [("03 đảng viên", "02 đảng viên", "01 đảng viên")]


def test_a_change_that_gives_both_values_behind_it() -> None:
    assert ties("Giảm 02 phòng (từ 13 phòng còn 11 phòng).") == [
        ("change", "02 phòng", ("11 phòng", "13 phòng"), False)
    ]


@pytest.mark.parametrize(
    ("text", "tied"),
    [
        pytest.param(
            "Có 85% hộ dân (1.234/1.356 hộ) dùng nước sạch.", True, id="what it is of stands before the brackets"
        ),
        pytest.param("Kết nạp 25 đảng viên, đạt 104,2% chỉ tiêu (25/26).", True, id="of an aim, without a unit"),
        pytest.param("Có 85% hộ dân (12/15 thôn) dùng nước sạch.", False, id="a share of something else"),
        pytest.param("Số vụ giảm 15% hộ (44/52 hộ).", False, id="a change"),
        pytest.param("Có 13/14 thôn đạt chuẩn, 100% cơ quan đạt chuẩn.", False, id="of others, in a new clause"),
        pytest.param("Đạt 8/8 thôn (thương mại: 72%; nông nghiệp: 28%).", False, id="of a label in brackets"),
        pytest.param("Đạt 85% kế hoạch (17/9).", False, id="a day"),
    ],
)
def test_a_percentage_and_its_share_in_brackets(text: str, *, tied: bool) -> None:
    assert [tie[0] for tie in ties(text)] == ["percentage"] * tied
