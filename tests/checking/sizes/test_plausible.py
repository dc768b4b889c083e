"""What one thing can cost, take or hold: slips of a unit or of zeros, and what is large and may well be."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]
KIND = "implausible-magnitude"


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param("Mỗi căn nhà được hỗ trợ 80 tỷ đồng.", [("each", "80 tỷ đồng")], id="a house"),
        pytest.param("Mỗi căn nhà được hỗ trợ 80 triệu đồng.", [], id="a house as it costs"),
        pytest.param("Mỗi căn nhà được hỗ trợ 800 triệu đồng.", [("each", "800 triệu đồng")], id="support of a house"),
        pytest.param("Mỗi phần việc thanh niên trị giá 35 triệu đồng.", [], id="a work is no gift"),
        pytest.param("Mỗi hộ được hỗ trợ 1,2 tỷ đồng bồi thường khi thu hồi đất.", [], id="land that was taken"),
        pytest.param("Hỗ trợ 03 hộ với kinh phí 4,2 tỷ đồng xây dựng khu tái định cư.", [], id="a place to settle"),
        pytest.param("Mỗi căn nhà trị giá 800 triệu đồng.", [], id="a dear house"),
        pytest.param("Phụ cấp 1,8 triệu đồng/người/tháng.", [], id="an allowance"),
        pytest.param(
            "Mức phụ cấp 180 triệu đồng/người/tháng.", [("each", "180 triệu đồng/người/tháng")], id="too large a one"
        ),
        pytest.param("Mức vay 55 tỷ đồng/hộ.", [("each", "55 tỷ đồng/hộ")], id="a loan of a household"),
        pytest.param("Mức vay 100 triệu đồng/hộ.", [], id="a loan as banks give"),
        pytest.param("Mỗi đoàn viên ủng hộ 90.000.000 đồng.", [("each", "90.000.000 đồng")], id="a gift of a member"),
        pytest.param("Mỗi đoàn viên ủng hộ 50.000 đồng.", [], id="a gift as members give"),
        pytest.param("Mỗi thôn tổ chức 2.400 buổi.", [("each", "2.400 buổi")], id="meetings of a hamlet"),
        pytest.param("Mỗi thôn tổ chức 12 buổi.", [], id="a meeting a month"),
        pytest.param("Nhân dân hiến đất, bình quân 450.000 m2/hộ.", [("each", "450.000 m2/hộ")], id="land given"),
        pytest.param("Nhân dân hiến đất, bình quân 120 m2/hộ.", [], id="land as it is given"),
        pytest.param("Hỗ trợ 0,8 đồng/nhà.", [("each", "0,8 đồng/nhà")], id="less than a coin"),
        pytest.param("Thu nhập bình quân 52 triệu đồng/người/năm.", [], id="an income"),
        pytest.param("Mỗi doanh nghiệp nộp ngân sách 120 tỷ đồng.", [], id="enterprises may be large"),
        pytest.param(
            "Thu nhập bình quân 1,3 tỷ đồng/người/tháng.", [("each", "1,3 tỷ đồng/người/tháng")], id="wages of a month"
        ),
        pytest.param("Tiêu hủy 487 con, khối lượng 27.862 tấn.", [("each", "27.862 tấn")], id="the weight of a beast"),
        pytest.param("Tiêu hủy 487 con, khối lượng 27.862 kg.", [], id="a beast as it weighs"),
        pytest.param(
            "Lúa 286 ha, năng suất bình quân đạt 512 tạ/ha.", [("measure", "512 tạ/ha")], id="rice of a field"
        ),
        pytest.param("Lúa 286 ha, năng suất bình quân đạt 51,2 tạ/ha.", [], id="rice as it yields"),
        pytest.param("Tỷ lệ diện tích được tưới đạt 846%.", [("share", "846%")], id="a share of a whole"),
        pytest.param(
            "Tỷ lệ học sinh lên lớp đạt 100% trở lên.", [("share-or-more", "100% trở lên")], id="more than all"
        ),
        pytest.param("Tỷ lệ hộ dùng nước sạch đạt 98% trở lên.", [], id="an aim below all"),
        pytest.param("Tỷ lệ hộ được vay vốn đạt 146% kế hoạch.", [], id="of a plan"),
    ],
)
def test_amounts_per_head(body: str, found: list[tuple[str, str]], findings_of: FindingsOf) -> None:
    assert findings_of(body, KIND) == found


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param("Mua 06 máy in, 03 tivi trị giá 9,5 tỷ đồng.", [("price", "9,5 tỷ đồng")], id="office machines"),
        pytest.param("Mua 06 máy in, 03 tivi trị giá 95 triệu đồng.", [], id="as machines cost"),
        pytest.param("Tặng 200 suất quà, tổng trị giá 100 triệu đồng.", [], id="gifts"),
        pytest.param("Xây 12 công trình trị giá 950 tỷ đồng.", [], id="works have no known price"),
        pytest.param("In 1.200 tờ gấp với kinh phí 9 tỷ đồng.", [("price", "9 tỷ đồng")], id="printed matter"),
        pytest.param("In 5.000 tờ gấp với kinh phí 15 triệu đồng.", [], id="as leaves cost"),
        pytest.param(
            "Hỗ trợ 310 hộ, định mức 40 triệu đồng/hộ, tổng kinh phí 12,4 triệu đồng.",
            [("total", "12,4 triệu đồng")],
            id="a total below what one gets",
        ),
        pytest.param(
            "Hỗ trợ 310 hộ, định mức 40 triệu đồng/hộ, tổng kinh phí 12,4 tỷ đồng.", [], id="a total of all of them"
        ),
    ],
)
def test_prices(body: str, found: list[tuple[str, str]], findings_of: FindingsOf) -> None:
    assert findings_of(body, KIND) == found


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param("Quỹ cho 45 hộ vay với số tiền 1.350 tỷ đồng.", ["1.350 tỷ đồng"], id="loans"),
        pytest.param("Quỹ cho 45 hộ vay với số tiền 1.350 triệu đồng.", [], id="loans as banks give"),
        pytest.param("Cho 45.000 hộ vay với số tiền 1.350 tỷ đồng.", [], id="loans of many"),
        pytest.param("Trang bị 08 máy lọc nước với tổng giá trị 3.200 tỷ đồng.", ["3.200 tỷ đồng"], id="machines"),
        pytest.param("Có 04 thôn thu thiếu với tổng số tiền 1.620 tỷ đồng.", ["1.620 tỷ đồng"], id="cells"),
        pytest.param("Bếp ăn có mức ăn 25.000.000 đồng/em/ngày.", ["25.000.000 đồng/em/ngày"], id="meals of a day"),
        pytest.param("Bếp ăn có mức ăn 25.000 đồng/em/ngày.", [], id="meals as they cost"),
        pytest.param("Có 12 dự án với tổng số vốn 5.400 tỷ đồng.", [], id="projects may cost any sum"),
    ],
)
def test_sums_for_many(body: str, found: list[str], findings_of: FindingsOf) -> None:
    assert [words for _, words in findings_of(body, KIND)] == found


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param("Tổ chức 250.000 hội thi.", [("count", "250.000 hội thi")], id="contests"),
        pytest.param("Tổ chức 25 hội thi với 250.000 lượt người xem.", [], id="spectators are many"),
        pytest.param(
            "Trao 900.000 xe đạp cho học sinh.", [("count", "900.000 xe đạp")], id="gifts with too many zeros"
        ),
        pytest.param("Thu hồi 5.600 tỷ đồng.", [("count", "5.600 tỷ đồng")], id="money of a commune"),
        pytest.param("Dự án của tỉnh có vốn 5.600 tỷ đồng.", [], id="money of a province"),
        pytest.param(
            "Chi thường xuyên 5.120,5 triệu đồng, trong đó riêng hội nghị 51.205 triệu đồng.",
            [("part", "51.205 triệu đồng")],
            id="a part above its whole",
        ),
        pytest.param(
            "Gieo trồng 64.462 ha, giảm 1,1% (-717 ha) so với vụ Xuân năm trước; trong đó, diện tích lúa 74.295 ha.",
            [("part", "74.295 ha")],
            id="a part above its whole, behind what it fell by",
        ),
        pytest.param(
            "So với năm trước, giải quyết tăng 19 vụ với 32 bị cáo. Trong đó, sơ thẩm 76 vụ với 149 bị cáo.",
            [],
            id="what grew beside it is no whole",
        ),
        pytest.param(
            "Chi thường xuyên 5.120,5 triệu đồng, trong đó hội nghị 512,05 triệu đồng.", [], id="a part of its whole"
        ),
    ],
)
def test_more_than_can_be(body: str, found: list[tuple[str, str]], findings_of: FindingsOf) -> None:
    assert findings_of(body, KIND) == found


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param("Cung ứng 512 tấn phân bón trị giá 5,63 triệu đồng.", [("cheap", "5,63 triệu đồng")], id="a ton"),
        pytest.param("Cung ứng 512 tấn phân bón trị giá 5,63 tỷ đồng.", [], id="a ton as it costs"),
        pytest.param("Cấp 2.400 kg gạo trị giá 36,5 tỷ đồng.", [("price", "36,5 tỷ đồng")], id="rice by the kilogram"),
        pytest.param("Cấp 2.400 kg gạo trị giá 36,5 triệu đồng.", [], id="rice as it costs"),
        pytest.param(
            "Trao 18 con dê cho 09 hộ, tổng giá trị con giống 54 tỷ đồng.", [("price", "54 tỷ đồng")], id="goats"
        ),
        pytest.param("Trao 18 con dê cho 09 hộ, tổng giá trị con giống 54 triệu đồng.", [], id="goats as they cost"),
        pytest.param("Trao 18 con bò trị giá 15 triệu đồng.", [], id="the price of each, told in short"),
        pytest.param("Tiêm phòng 45 con bò, kinh phí 2,25 triệu đồng.", [], id="what is spent on beasts"),
        pytest.param("Làm 45 nhà vệ sinh trị giá 42,5 triệu đồng.", [], id="a small house"),
        pytest.param("Xây 12 cây cầu trị giá 9,5 tỷ đồng.", [], id="bridges"),
        pytest.param("Trao 300 suất quà, mỗi suất trị giá 505.000 đồng.", [], id="a gift"),
        pytest.param("Xây 05 nhà văn hóa trị giá 12,55 tỷ đồng.", [], id="no house to live in"),
        pytest.param("Có 1.508 hộ được hỗ trợ 4,524 triệu đồng.", [("cheap", "4,524 triệu đồng")], id="support"),
        pytest.param("Có 1.508 hộ được hỗ trợ 4,524 tỷ đồng.", [], id="support of as many"),
        pytest.param("Có 1.508 hộ được hỗ trợ 3 triệu đồng.", [], id="the support of each"),
        pytest.param("Có 18 hộ được vay 915,5 tỷ đồng.", [("much", "915,5 tỷ đồng")], id="loans"),
    ],
)
def test_what_so_many_cost_or_get(body: str, found: list[tuple[str, str]], findings_of: FindingsOf) -> None:
    assert findings_of(body, KIND) == found


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param(
            "Có 96 tổ hòa giải với 6.240 hòa giải viên.",
            [("members", "96 tổ hòa giải với 6.240 hòa giải viên")],
            id="mediators",
        ),
        pytest.param("Có 96 tổ hòa giải với 624 hòa giải viên.", [], id="as the law has it"),
        pytest.param("Trường có 12 lớp với 364 học sinh.", [], id="pupils of classes"),
        pytest.param(
            "Trường có 12 lớp với 3.640 học sinh.",
            [("members", "12 lớp với 3.640 học sinh")],
            id="more pupils than classes hold",
        ),
        pytest.param("Xã có 5.312 nhân khẩu, trong đó số người có việc làm là 3.120 người.", [], id="some of all"),
        pytest.param(
            "Xã có 5.312 nhân khẩu, trong đó số người có việc làm là 31.200 người.",
            [("part", "31.200 người")],
            id="more people at work than people",
        ),
        pytest.param("Có 04 đảng bộ và 12 chi bộ với 14.000 đảng viên.", [], id="the members of a list of bodies"),
        pytest.param(
            "Có 06 đảng bộ (02 đảng bộ công an), 03 chi bộ với 14.000 đảng viên.", [], id="a list in brackets"
        ),
        pytest.param("Thành lập 01 tổ hợp tác, 1.200 hộ đăng ký thi đua.", [], id="another matter"),
        pytest.param("Có 12 chi hội với 9.450 lượt hội viên dự.", [], id="attendances"),
    ],
)
def test_members_of_groups(body: str, found: list[tuple[str, str]], findings_of: FindingsOf) -> None:
    assert findings_of(body, KIND) == found


def test_loans_of_those_who_save_and_borrow_are_no_gifts(findings_of: FindingsOf) -> None:
    body = "Có 34 tổ tiết kiệm và vay vốn với 1.292 thành viên, dư nợ bình quân 50 triệu đồng/thành viên."
    assert findings_of(body, "implausible-magnitude") == []


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("Đã tiêu hủy 236 con lợn với tổng trọng lượng 14,6 kg.", 1),
        ("Đã tiêu hủy 236 con lợn với tổng trọng lượng 14,6 tấn.", 0),
        ("Đã tiêu hủy 236 con gà với tổng trọng lượng 114,6 kg.", 0),
    ],
)
def test_pigs_of_less_than_half_a_kilogram_are_told(findings_of: FindingsOf, said: str, told: int) -> None:
    assert len(findings_of(said, "implausible-magnitude")) == told


def test_a_post_that_serves_many_in_a_year_holds_no_meeting_and_people_a_square_kilometre_are_no_population(
    findings_of: FindingsOf,
) -> None:
    said = "Mật độ dân số bình quân 384 người/km2. Trạm Y tế và 02 điểm trạm khám chữa bệnh cho 18.264 lượt người."
    assert findings_of(said, "implausible-magnitude") == []
