"""Percentages whose whole the words name: a plan told alone, a total by its name, the number that a list is of."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(
            "Kế hoạch vốn giao cho xã là 275,4 tỷ đồng. Đã giải ngân 203,8 tỷ đồng, đạt 74% kế hoạch năm.", id="right"
        ),
        pytest.param(
            "Kế hoạch vốn giao cho xã là 275,4 tỷ đồng. Vốn sự nghiệp giải ngân 20,4 tỷ đồng, đạt 67% kế hoạch.",
            id="far from that plan, so of another one",
        ),
        pytest.param(
            "Kế hoạch vốn giao cho xã là 275,4 tỷ đồng. Riêng vốn sự nghiệp giải ngân 203,8 tỷ đồng, đạt 67% kế hoạch.",
            id="a part with a plan of its own",
        ),
        pytest.param(
            "Tổng dư nợ ủy thác qua bốn hội đạt 112,5 tỷ đồng; dư nợ qua Hội Nông dân là 46,2 tỷ đồng, chiếm 34% tổng"
            " dư nợ.",
            id="a total of a longer name",
        ),
        pytest.param(
            "Toàn xã có 60 đại biểu. Trong số đại biểu nữ có 4 người dưới 35 tuổi, chiếm 20% số đại biểu nữ.",
            id="its words name another whole",
        ),
        pytest.param(
            "Hội nghị có 95 đại biểu, trong đó nữ 19 người (20,0%); dân tộc thiểu số 38 người (40,0%).",
            id="a list of the number before it",
        ),
    ],
)
def test_percentages_of_their_whole_or_of_one_that_is_not_told(body: str, findings_of: FindingsOf) -> None:
    assert findings_of(body, "ratio-mismatch") == []


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param(
            "Kế hoạch vốn giao cho xã là 275,4 tỷ đồng. Đã giải ngân 203,8 tỷ đồng, đạt 67% kế hoạch năm.",
            ["67%"],
            id="the only plan, a round percentage",
        ),
        pytest.param(
            "Tổng dư nợ các chương trình tín dụng đạt 112,5 tỷ đồng với 1.214 hộ vay; dư nợ qua Hội Nông dân là 46,2"
            " tỷ đồng, chiếm 34% tổng dư nợ.",
            ["34%"],
            id="the total of that name",
        ),
        pytest.param(
            "Trong 128 cơ sở thờ tự trên địa bàn huyện có 56 cơ sở đã được cấp giấy chứng nhận (đạt 33,6%), còn 72 cơ"
            " sở đang làm hồ sơ.",
            ["33,6%"],
            id="what a sentence opens with",
        ),
        pytest.param("Trong 06 tháng có 56 cơ sở được cấp giấy (đạt 33,6%).", [], id="a time is no whole"),
        pytest.param(
            "Cử tri bầu đủ 60 đại biểu. Trong số người trúng cử có 22 đại biểu nữ, chiếm tỷ lệ 33,33%.",
            ["33,33%"],
            id="the number that is pointed back to",
        ),
        pytest.param(
            "Cử tri bầu đủ 60 đại biểu. Có 20 đại biểu nữ, chiếm 33,33%; 44 đại biểu trẻ, chiếm 66,67%.",
            ["66,67%"],
            id="beside one of the same whole",
        ),
        pytest.param(
            "Hội nghị có 59 đại biểu, trong đó nữ 19 người (20,0%); dân tộc thiểu số 38 người (40,0%).",
            ["20,0%"],
            id="a list of another number",
        ),
    ],
)
def test_percentages_of_no_whole_that_the_words_name(body: str, found: list[str], findings_of: FindingsOf) -> None:
    assert [words for _, words in findings_of(body, "ratio-mismatch")] == found


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param(
            "Xã có 1.215/1.340 hội viên (tính đến ngày 30/6/2025) sinh hoạt đầy đủ, đạt tỷ lệ 90,67%.",
            [],
            id="a day in brackets, right",
        ),
        pytest.param(
            "Xã có 1.215/1.340 hội viên (tính đến ngày 30/6/2025) sinh hoạt đầy đủ, đạt tỷ lệ 96,07%.",
            ["96,07%"],
            id="a day in brackets between share and rate",
        ),
        pytest.param(
            "Đã giải quyết 167 đơn (151 khiếu nại, 16 tố cáo)/221 đơn, đạt tỷ lệ 79,64%.",
            ["79,64%"],
            id="kinds in brackets before the slash",
        ),
        pytest.param(
            "Thu ngân sách ước đạt 8.450 triệu đồng/12.500 triệu đồng, đạt 55,6% dự toán giao.",
            ["55,6%"],
            id="money of its plan, expected",
        ),
    ],
)
def test_percentages_of_fractions_with_words_between(body: str, found: list[str], findings_of: FindingsOf) -> None:
    assert [words for _, words in findings_of(body, "ratio-mismatch")] == found


def test_people_of_whatever_name_make_the_mean_of_households(findings_of: FindingsOf) -> None:
    right = "Toàn xã có 1.240 hộ với 5.084 nhân khẩu, bình quân 4,1 người/hộ."
    assert findings_of(right, "ratio-mismatch") == []
    assert [words for _, words in findings_of(right.replace("4,1", "5,1"), "ratio-mismatch")] == ["5,1 người/hộ"]


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(
            "Đã kiểm sát điều tra 185 vụ/275 bị can. Cơ quan điều tra đã giải quyết 175 vụ/255 bị can, đạt 94,6%.",
            id="of the first of two units",
        ),
        pytest.param(
            "Đã kiểm sát điều tra 185 vụ/275 bị can. Cơ quan điều tra đã giải quyết 175 vụ/255 bị can, đạt 92,7%.",
            id="of the second of two units",
        ),
        pytest.param(
            "Thụ lý mới 624 vụ việc và 89 vụ việc năm trước chuyển sang; đã giải quyết 260 vụ việc, đạt 36,5%.",
            id="of what came and what was left",
        ),
        pytest.param("Tiếp nhận 25 đơn. Đã giải quyết 20 đơn, đạt 100%.", id="all that it may deal with"),
        pytest.param(
            "Tiếp nhận 25 đơn, trong đó 23 đơn đủ điều kiện. Đã giải quyết 20 đơn, đạt 87,0%.",
            id="of the second of two numbers",
        ),
    ],
)
def test_percentages_of_what_there_was_to_deal_with(body: str, findings_of: FindingsOf) -> None:
    assert findings_of(body, "ratio-mismatch") == []


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param(
            "Đã kiểm sát điều tra 44 vụ/85 bị can. Cơ quan điều tra đã giải quyết 32 vụ/47 bị can (đạt 76,19%).",
            ["76,19%"],
            id="of neither of two units",
        ),
        pytest.param(
            "Thụ lý mới 624 vụ việc và 89 vụ việc năm trước chuyển sang; đã giải quyết 260 vụ việc, đạt 38,5%.",
            ["38,5%"],
            id="not of what came and what was left",
        ),
        pytest.param(
            "Trong tổng số 67 đảng viên mới có 68 đảng viên là đoàn viên ưu tú (chiếm 89,5%).",
            ["89,5%"],
            id="a part above its whole",
        ),
        pytest.param(
            "Xuất khẩu đạt 81,5 triệu USD, giảm 17,3% so với năm trước và đạt 67,2% so kế hoạch (130 triệu USD).",
            ["67,2%"],
            id="of a plan in brackets, behind a change",
        ),
        pytest.param(
            "Thành phố bầu đủ 95 đại biểu. Trong đó có 23 đại biểu nữ (chiếm 24,21%); một đại biểu là người dân tộc"
            " thiểu số (chiếm 10,5%).",
            ["10,5%"],
            id="a number in words",
        ),
    ],
)
def test_percentages_of_nothing_there_was_to_deal_with(body: str, found: list[str], findings_of: FindingsOf) -> None:
    assert [words for _, words in findings_of(body, "ratio-mismatch")] == found


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param(
            "Nhận được 139 lượt ý kiến, kiến nghị. Đến nay có 109 ý kiến đã được giải quyết (bằng 78%).",
            [],
            id="opinions, right",
        ),
        pytest.param(
            "Nhận được 193 lượt ý kiến, kiến nghị. Đến nay có 109 ý kiến đã được giải quyết (bằng 78%).",
            ["78%"],
            id="opinions that were answered",
        ),
        pytest.param(
            "Xã có 669 hộ nghèo. Trong đó, hộ dân tộc thiểu số là 694 hộ, chiếm tỷ lệ 97% số hộ nghèo toàn xã.",
            ["97%"],
            id="a part above the whole that is named",
        ),
    ],
)
def test_percentages_of_what_is_named_in_other_words(body: str, found: list[str], findings_of: FindingsOf) -> None:
    assert [words for _, words in findings_of(body, "ratio-mismatch")] == found


def test_the_count_of_a_mean_in_the_sentence_before_its_total(findings_of: FindingsOf) -> None:
    right = (
        "Xã đã cấp 28 con bò giống cho các hộ. Bình quân mỗi con bò trị giá 12,5 triệu đồng, tổng kinh phí mua bò là"
        " 350 triệu đồng."
    )
    assert findings_of(right, "ratio-mismatch") == []
    assert [words for _, words in findings_of(right.replace("28 con", "38 con"), "ratio-mismatch")] == [
        "12,5 triệu đồng"
    ]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param("Đã thu nhận 6.842 hồ sơ, đạt 98,2% (6.842/6.967).", [], id="the same"),
        pytest.param("Đã thu nhận 6.482 hồ sơ, đạt 98,2% (6.842/6.967).", ["98,2%"], id="digits in another order"),
        pytest.param("Đã giúp 215 hộ, tỷ lệ thôn đạt chuẩn là 80% (4/5 thôn).", [], id="of something else"),
    ],
)
def test_a_part_told_twice_beside_its_percentage(body: str, found: list[str], findings_of: FindingsOf) -> None:
    assert [words for _, words in findings_of(body, "ratio-mismatch")] == found


def test_a_mean_in_brackets_twice_too_large(findings_of: FindingsOf) -> None:
    right = "Xã duy trì 34 tổ vay vốn với 1.292 thành viên (bình quân 38 thành viên/tổ), dư nợ 64,6 tỷ đồng."
    assert findings_of(right, "ratio-mismatch") == []
    assert [words for _, words in findings_of(right.replace("38", "83"), "ratio-mismatch")] == ["83 thành viên/tổ"]


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(
            "Án dân sự thụ lý và giải quyết 179/29 vụ án; án kinh doanh, thương mại 21/07 vụ; án hành chính 13/02 vụ.",
            id="what came before what was done",
        ),
        pytest.param(
            "Không tính tiền sử dụng đất thì tổng thu là 2.590,6 tỷ đồng, đạt 18,9%, tăng 29%. Các chi cục thu 291,5 tỷ"
            " đồng, đạt 18%, bằng 96,4% so cùng kỳ.",
            id="results that have so much of a plan each",
        ),
    ],
)
def test_numbers_that_are_no_part_and_whole(body: str, findings_of: FindingsOf) -> None:
    assert findings_of(body, "ratio-mismatch") == []


def test_a_part_above_its_whole_alone(findings_of: FindingsOf) -> None:
    body = "Có 21/17 thôn đăng ký xây dựng thôn văn hóa."
    assert [words for _, words in findings_of(body, "ratio-mismatch")] == ["21/17 thôn"]


@pytest.mark.parametrize("what", ["điểm đen", "điểm ùn tắc", "điểm thu gom rác", "điểm phát sóng"])
def test_rates_of_spots(what: str, findings_of: FindingsOf) -> None:
    body = f"Đã xử lý 09/14 {what}, đạt {{}}%."
    assert findings_of(body.format("64,3"), "ratio-mismatch") == []
    assert [words for _, words in findings_of(body.format("69,2"), "ratio-mismatch")] == ["69,2%"]
