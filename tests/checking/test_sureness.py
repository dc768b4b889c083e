"""How sure numbers are to be wrong: what is told aloud, what as a hint, and what is right after all."""

from __future__ import annotations

import pytest
from report_texts import HEAD, TAIL, TITLE, passage, read_text

from tongket.checking.check import check_report

_ARITHMETIC = ("sum-mismatch", "ratio-mismatch", "change-mismatch", "implausible-magnitude")


def told(body: str) -> list[tuple[str, str]]:
    """(severity, passage) of what is told of the numbers of a body."""
    report = read_text(HEAD + TITLE + body + TAIL)
    return [(one.severity, passage(report, one)) for one in check_report(report) if one.kind in _ARITHMETIC]


def aloud(body: str) -> list[str]:
    """The passages of what is told aloud."""
    return [place for severity, place in told(body) if severity != "info"]


def test_percentages_that_are_right_of_what_their_list_makes_are_right() -> None:
    body = (
        "Trong năm kết nạp 03 đảng viên, nâng tổng số đảng viên lên 64 đồng chí. Kết quả xếp loại: hoàn thành xuất sắc "
        "nhiệm vụ 12 đồng chí, chiếm 19,7%; hoàn thành tốt nhiệm vụ 46 đồng chí, chiếm 75,4%; hoàn thành nhiệm vụ 03 "
        "đồng chí, chiếm 4,9%."
    )
    assert aloud(body) == []


def test_one_wrong_percentage_of_such_a_list_is_told() -> None:
    body = (
        "Xếp loại 61 đồng chí: hoàn thành xuất sắc nhiệm vụ 12 đồng chí, chiếm 19,7%; hoàn thành tốt nhiệm vụ 46 đồng "
        "chí, chiếm 74,5%; hoàn thành nhiệm vụ 03 đồng chí, chiếm 4,9%."
    )
    assert aloud(body) == ["74,5%"]


def test_a_number_left_out_among_the_parts_is_one_of_them() -> None:
    body = (
        "Giải quyết việc làm cho 12.408 lao động; trong tỉnh 6.814 người, ngoài tỉnh 4.902 người, xuất khẩu lao động "
        "692 người (Nhật Bản 318, Đài Loan 241, Hàn Quốc 96, thị trường khác 37)."
    )
    assert told(body) == []


def test_what_a_part_has_in_brackets_is_no_part() -> None:
    body = (
        "- Tổng số học sinh toàn trường: 240 trẻ/08 lớp. Trong đó:\n. Lớp mầm: 25 trẻ/01 lớp (01 lớp bán trú)\n"
        ". Lớp chồi: 80 trẻ/02 lớp (02 lớp bán trú)\n. Lớp lá: 135 trẻ/04 lớp (04 lớp bán trú)\n"
    )
    assert aloud(body) == ["08 lớp"]


def test_parts_in_brackets_behind_another_number_are_not_loud() -> None:
    body = (
        "Có 47/47 tổ chức được đánh giá, trong đó: hoàn thành xuất sắc nhiệm vụ 09 (có 02 đảng bộ và 07 chi bộ), chiếm "
        "19,15%; hoàn thành tốt nhiệm vụ 33 (có 05 đảng bộ và 28 chi bộ), chiếm 70,21%; hoàn thành nhiệm vụ 05 (có 01 "
        "đảng bộ và 04 chi bộ), chiếm 10,64%."
    )
    assert aloud(body) == []


def test_what_stands_behind_parts_that_make_the_whole_is_no_part() -> None:
    body = (
        "Tổng dư nợ 38.412 triệu đồng, tăng 7,1%, trong đó ngắn hạn 21.510 triệu đồng, chiếm 56%; trung, dài hạn "
        "16.902 triệu đồng, chiếm 44%; nợ xấu 412 triệu đồng, chiếm 1,07%."
    )
    assert aloud(body) == []


def test_a_last_part_behind_a_conjunction_is_one_of_them() -> None:
    body = (
        "Hiện toàn tỉnh có 190 trường đạt chuẩn, trong đó mầm non có 43 trường, tiểu học có 109 trường, THCS có 38 "
        "trường và THPT có 9 trường."
    )
    assert aloud(body) == ["190 trường"]


def test_parts_that_overlap_by_their_own_percentages_are_right() -> None:
    body = (
        "Năm 2024 kết nạp 1.318 đảng viên, trong đó nữ 612 đồng chí (46,4%), dân tộc thiểu số 486 đồng chí (36,9%), "
        "đoàn viên thanh niên 902 đồng chí (68,4%)."
    )
    assert aloud(body) == []


def test_parts_whose_percentages_make_a_hundred_are_held_against_their_whole() -> None:
    body = "Kết nạp 1.381 hội viên, trong đó nông thôn 612 hội viên (46,4%), đô thị 706 hội viên (53,6%)."
    assert aloud(body) != []


def test_a_percentage_of_another_number_of_its_sentence_is_right() -> None:
    body = (
        "Thực hiện ủy thác cho 2.905 lượt người vay vốn. Có 2.645/2.993 đồng chí được xếp loại; trong đó hoàn thành "
        "xuất sắc nhiệm vụ 249 đồng chí, chiếm 9,41%."
    )
    assert aloud(body) == []


def test_parts_in_brackets_of_another_time_are_of_its_whole() -> None:
    body = (
        "Tai nạn lao động 18 vụ, làm 04 người chết, 16 người bị thương (cùng kỳ 21 vụ, 06 người chết, 17 người bị "
        "thương)."
    )
    assert told(body) == []


def test_items_that_all_give_their_percentages_are_no_whole_and_its_parts() -> None:
    body = (
        "Có 3.883 thí sinh (52,7%) dự thi để xét tuyển, 2.508 thí sinh (34%) chỉ xét tốt nghiệp, 975 thí sinh (13,2%) "
        "tự do."
    )
    assert aloud(body) == []


def test_the_first_of_several_kinds_is_no_whole_of_the_rest() -> None:
    body = "Thu giữ 671,9 kg pháo nổ; 608 kg pháo hoa, 45,8 kg thuốc pháo, pháo khác 51,5 kg."
    assert aloud(body) == []


def test_a_change_far_from_that_of_another_clause_is_a_hint_at_most() -> None:
    body = (
        "Bảo hiểm thất nghiệp đạt 49,48% lao động, cao hơn 0,48% so với chỉ tiêu (49%); bảo hiểm y tế bao phủ đạt "
        "86,5% dân số, thấp hơn 4,5% so với chỉ tiêu giao (91%)."
    )
    assert aloud(body) == []


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(
            "Hộ nghèo có 10.689 hộ, trong đó có 3.373 hộ dân tộc thiểu số (chiếm 13,1% so với tổng số hộ dân tộc thiểu "
            "số và chiếm 31,6% so với tổng số hộ nghèo).",
            id="a second percentage is the one asked for",
        ),
        pytest.param(
            "Phát hiện 318 vụ vi phạm, so với cùng kỳ nhiều hơn 15 vụ (4,95%), trong đó xử phạt 102 vụ.",
            id="by how much a number grew",
        ),
        pytest.param("Xảy ra 180 vụ, ít hơn 03 vụ = 1,6% (180/183 vụ).", id="by how much the first of a pair is less"),
        pytest.param(
            "Lũ làm 22 người mất tích. Các xã chịu thiệt hại lớn gồm Nà Pàn 9 người, Khe Lạnh 4 người, Lũng Ẳng 3 "
            "người, Mẫu Sơn 3 người.",
            id="places of which most are told",
        ),
        pytest.param(
            "So với tháng trước, số người nhiễm giảm 5,2% (54 trường hợp), số bệnh nhân giảm 32% (252 trường hợp), số "
            "tử vong giảm 34,2% (75 trường hợp).",
            id="a change is not what there is",
        ),
    ],
)
def test_what_something_near_bears_out_is_right(body: str) -> None:
    assert aloud(body) == []


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("Phát hiện 318 vụ vi phạm, trong đó xử phạt 102 vụ (34,95%).", id="a share is no growth"),
        pytest.param("Gia súc lớn 214 con, gồm trâu 112 con, bò 92 con.", id="a class by its size is divided"),
    ],
)
def test_what_nothing_bears_out_is_told(body: str) -> None:
    assert len(aloud(body)) == 1


@pytest.mark.parametrize(("part", "loud"), [("670 triệu đồng", True), ("9.670 triệu đồng", False)])
def test_a_part_far_above_its_whole_is_of_another(part: str, loud: bool) -> None:
    body = f"Chi hành chính 67 triệu đồng, trong đó riêng văn phòng phẩm {part}."
    assert bool(aloud(body)) is loud


def test_money_is_no_comrades() -> None:
    body = (
        "Đánh giá 1.208 đồng chí. Trong đó, hai khoản thu lớn nhất là phí chợ đạt hơn 231.000 nghìn đồng, chiếm 67,6%."
    )
    assert aloud(body) == []


def test_parts_far_from_the_number_before_them_are_a_hint() -> None:
    body = (
        "Tước giấy phép lái xe 5.214 trường hợp, tạm giữ 9.870 phương tiện. Trong đó, vi phạm nồng độ cồn 12.458 "
        "trường hợp; vi phạm tốc độ 9.112 trường hợp; chở hàng quá tải trọng 1.136 trường hợp."
    )
    assert {severity for severity, _ in told(body)} <= {"info"}


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(
            "Toàn xã có 49 mô hình, gồm: 05 mô hình kinh tế, 20 mô hình văn hóa, 21 mô hình an ninh.", id="near"
        ),
        pytest.param(
            "Thu nộp 642 triệu đồng, gồm phạt hành chính 581 triệu đồng, bán hàng tịch thu 124 triệu đồng.",
            id="two digits of a part turned",
        ),
        pytest.param(
            "Xảy ra 31 vụ vi phạm. Trong đó phá rừng 4 vụ, khai thác 6 vụ, vận chuyển 7 vụ, tàng trữ 21 vụ, vi phạm "
            "khác 2 vụ.",
            id="of one part, in the next sentence",
        ),
        pytest.param(
            "Khởi tố 421 vụ, 618 bị can (cùng kỳ 386 vụ, 574 bị can), tăng 26 vụ, 44 bị can.",
            id="of what there is",
        ),
        pytest.param(
            "Tay chân miệng 842 ca, tăng 96 ca so với năm 2023 (764 ca).", id="a change between what it is of"
        ),
    ],
)
def test_what_is_near_or_a_slip_is_told_aloud(body: str) -> None:
    assert len(aloud(body)) == 1


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(
            "Toàn tỉnh có 5.214 doanh nghiệp, trong khi số doanh nghiệp đang kê khai thuế chỉ khoảng 4,1 nghìn, với "
            "tổng vốn đăng ký 61,2 nghìn tỷ đồng.",
            id="thousands of no money",
        ),
        pytest.param(
            "Tòa án thụ lý 152 vụ án dân sự, tăng 31 vụ so với cùng kỳ đã giải quyết, xét xử 117 vụ, đạt 77%.",
            id="what was done since is no base of a change",
        ),
        pytest.param(
            "Viện kiểm sát hai cấp thụ lý 904 tin báo, trong đó có 798 tin mới, tăng 66 tin so với cùng kỳ. Đã giải "
            "quyết 703 tin, gồm: khởi tố 461 tin, không khởi tố 242 tin, đang giải quyết 201 tin.",
            id="a part is no whole of the next sentence",
        ),
        pytest.param(
            "Tổng chi ngân sách 9.120 triệu đồng, trong đó chi đầu tư phát triển 4.655 triệu đồng, đạt 70% so với dự "
            "toán và tăng 12,6% so với cùng kỳ, chi thường xuyên 4.210 triệu đồng, đạt 83% so với dự toán và tăng "
            "11,3% so với cùng kỳ.",
            id="the time of one item's change is not that of the next item",
        ),
    ],
)
def test_numbers_of_other_things_are_not_held_together(body: str) -> None:
    assert aloud(body) == []


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param(
            "Xảy ra 148 vụ, làm chết 74 người. So với cùng kỳ năm trước, giảm 73 vụ (-20%), giảm 6 người chết (-7,5%).",
            ["-20%"],
            id="a change that is a slip of what its percentage makes",
        ),
        pytest.param(
            "Xử phạt 4.104 trường hợp với số tiền 2.808 triệu đồng, bình quân 2 triệu đồng/trường hợp.",
            ["2 triệu đồng/trường hợp"],
            id="a total that is a slip of what its mean makes",
        ),
        pytest.param(
            "Chi 215.600 triệu đồng, đạt 49% dự toán (440.000 triệu đồng), gồm: chi đầu tư 64.680 triệu đồng (30%),"
            " chi thường xuyên 140.140 triệu đồng (65%), chi khác 10.780 triệu đồng (7%).",
            ["7%"],
            id="one of a list whose others are right",
        ),
        pytest.param(
            "Chi 215.600 triệu đồng, đạt 49% dự toán (440.000 triệu đồng), gồm: chi đầu tư 64.680 triệu đồng (30%),"
            " chi thường xuyên 140.140 triệu đồng (65%), chi khác 10.780 triệu đồng (5%).",
            [],
            id="a plan in brackets is no whole of the list",
        ),
    ],
)
def test_slips_are_told_aloud_where_the_rest_agrees(body: str, found: list[str]) -> None:
    assert aloud(body) == found


@pytest.mark.parametrize(
    ("rate", "severities"),
    [
        pytest.param("25,3%", [], id="right"),
        pytest.param("20,2%", ["error"], id="of what there is now"),
        pytest.param("38,7%", ["info"], id="of nothing near"),
    ],
)
def test_growth_in_per_cent_of_the_later_number(rate: str, severities: list[str]) -> None:
    grown = "tăng 61.288 hội viên so với năm 2019 (242.400 hội viên), tương ứng tăng"
    assert [severity for severity, _ in told(f"Toàn tỉnh có 303.688 hội viên, {grown} {rate}.")] == severities
