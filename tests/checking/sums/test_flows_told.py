"""What is left, against what was, came and went, told in brackets; what a number is raised to."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param("Cuối kỳ còn 09 đơn (tồn đầu kỳ 07 đơn, phát sinh 46 đơn, đã giải quyết 44 đơn).", [], id="right"),
        pytest.param(
            "Quỹ còn 24 triệu đồng (dư 58 triệu đồng, thu 186 triệu đồng, chi 220 triệu đồng).", [], id="a fund"
        ),
        pytest.param("Cuối kỳ còn 12 đơn (phát sinh 46 đơn, trong đó khiếu nại 44 đơn).", [], id="a step unnamed"),
        pytest.param("Cuối kỳ còn 12 đơn (phát sinh 46 đơn, giải quyết 20 vụ).", [], id="another unit"),
        pytest.param(
            "Cuối kỳ còn 12 đơn đang giải quyết (tồn đầu kỳ 07 đơn, phát sinh 46 đơn, đã giải quyết 44 đơn).",
            ["12 đơn"],
            id="left over",
        ),
        pytest.param(
            "Bội chi quỹ 24 triệu đồng (thu 186 triệu đồng, chi 220 triệu đồng).", ["24 triệu đồng"], id="overspent"
        ),
        pytest.param(
            "Cấp mới 214 giấy, nâng tổng số giấy đã cấp lên 3.962 giấy (đầu năm 3.728 giấy).",
            ["3.728 giấy"],
            id="raised to",
        ),
        pytest.param(
            "Cấp mới 234 giấy, nâng tổng số giấy đã cấp lên 3.962 giấy (đầu năm 3.728 giấy).",
            [],
            id="rightly raised to",
        ),
        pytest.param(
            "Kết nạp 486 hội viên, đạt 54% kế hoạch (900 hội viên); ra khỏi danh sách 112 hội viên, tăng thực 364 hội"
            " viên.",
            ["364 hội viên"],
            id="a plan in brackets between",
        ),
        pytest.param("Có 96 trẻ sinh ra, 34 người chết, tăng tự nhiên 72 người.", ["72 người"], id="births and deaths"),
        pytest.param("Có 42 lao động đến, 77 lao động đi; như vậy giảm 35 lao động.", [], id="came and went"),
        pytest.param(
            "Kết nạp 24 đảng viên, chuyển đến 6 đồng chí, chuyển đi 9 đồng chí; tăng 31 đồng chí so với năm trước.",
            ["31 đồng chí"],
            id="what all of them make",
        ),
        pytest.param(
            "Đầu kỳ có 573 đảng viên; trong kỳ kết nạp 21, chuyển đến 14, chuyển đi 18, từ trần 05; cuối kỳ 585 đảng"
            " viên.",
            [],
            id="bare steps",
        ),
        pytest.param(
            "Đầu kỳ có 573 đảng viên; trong kỳ kết nạp 21, chuyển đến 14, chuyển đi 18, từ trần 09; cuối kỳ 585 đảng"
            " viên.",
            ["585 đảng viên"],
            id="bare steps, one of them wrong",
        ),
        pytest.param(
            "Nuôi dưỡng 74 người; trong năm tiếp nhận 15, hồi gia 11, tăng 04 người so với đầu năm (70 người).",
            [],
            id="what came and went in bare numbers",
        ),
        pytest.param(
            "Nuôi dưỡng 74 người; trong năm tiếp nhận 19, hồi gia 11, tăng 04 người so với đầu năm (70 người).",
            ["04 người"],
            id="what came and went in bare numbers, with a slip",
        ),
        pytest.param(
            "Đầu năm có 412 đảng viên; kết nạp 14 đảng viên, chuyển sinh hoạt 17 đảng viên; đến nay có 412 đảng viên.",
            ["412 đảng viên"],
            id="who went elsewhere",
        ),
        pytest.param(
            "Hộ nghèo từ 187 hộ đầu nhiệm kỳ còn 64 hộ, giảm 133 hộ.", [], id="a change, which changes are held to"
        ),
        pytest.param("Đầu năm có 30 hội viên, kết nạp 7 hội viên, đến nay có 40 hội viên.", [], id="no slip"),
        pytest.param(
            "Tổng số hội viên đầu năm là 159 người, tăng 142 người, giảm 41 người, cuối năm là 260 người.",
            [],
            id="came and went as changes",
        ),
        pytest.param(
            "Số đơn cũ chuyển qua 13 đơn, tiếp nhận mới 82 đơn, đã giải quyết 67 đơn, còn lại 28 đơn đang giải quyết.",
            [],
            id="taken over",
        ),
        pytest.param(
            "Số đơn cũ chuyển qua 10 đơn, tiếp nhận mới 73 đơn, đã giải quyết 70 đơn, còn lại 13 đơn.",
            [],
            id="taken over, as many as those left but three",
        ),
        pytest.param(
            "Tồn kho đầu vụ 217,4 tấn, nhập trong vụ 135,1 tấn, xuất 112,7 tấn, tồn kho cuối vụ 230,8 tấn.",
            ["230,8 tấn"],
            id="a store",
        ),
        pytest.param(
            "Cho vay 135,2 tỷ đồng, thu nợ 112,7 tỷ đồng, dư nợ từ 311,1 tỷ đồng tăng lên 332,6 tỷ đồng.",
            ["332,6 tỷ đồng"],
            id="loans, what came and went first",
        ),
        pytest.param(
            "Đầu năm Chi bộ có 55 đảng viên, kết nạp 15 đồng chí, chuyển đi 6 đồng chí, hiện Chi bộ có 62 đảng viên.",
            ["62 đảng viên"],
            id="a step of one digit",
        ),
        pytest.param(
            "Tổng số học sinh đầu năm 400 em, chuyển đến 99 em, chuyển đi 253 em, cuối năm còn 255 em.",
            ["255 em"],
            id="what there was, as a round number",
        ),
    ],
)
def test_accounts_follow(body: str, found: list[str], findings_of: FindingsOf) -> None:
    assert [words for _, words in findings_of(body, "sum-mismatch")] == found


def test_a_step_of_a_whole_account_with_its_digits_turned(findings_of: FindingsOf) -> None:
    body = "Đầu năm có 286 hộ nghèo, trong năm có {} hộ thoát nghèo, phát sinh 6 hộ; cuối năm còn 218 hộ."
    assert findings_of(body.format(74), "sum-mismatch") == []
    assert [passage for _, passage in findings_of(body.format(47), "sum-mismatch")] == ["218 hộ"]


COMMITTEE = (
    "Ban Chấp hành Hội đầu nhiệm kỳ có 33 đồng chí, trong nhiệm kỳ có 05 đồng chí chuyển công tác, nghỉ hưu, đã bổ "
    "sung 03 đồng chí, hiện còn {} đồng chí."
)
COUNCIL = (
    "HĐND xã đầu nhiệm kỳ bầu 25 đại biểu, trong nhiệm kỳ có 03 đại biểu xin thôi làm nhiệm vụ, 01 đại biểu từ trần, "
    "hiện nay HĐND xã còn {} đại biểu."
)
BOARD = (
    "Hội đồng có 45 ủy viên khi mới thành lập, sau đó có 06 ủy viên thôi tham gia, kiện toàn bổ sung 04 ủy viên, đến "
    "nay còn {} ủy viên."
)


@pytest.mark.parametrize("body", [COMMITTEE.format(31), COUNCIL.format(21), BOARD.format(43)])
def test_members_who_left_and_came(body: str, findings_of: FindingsOf) -> None:
    assert findings_of(body, "sum-mismatch") == []


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param(COMMITTEE.format(30), "30 đồng chí", id="called away, elected"),
        pytest.param(COUNCIL.format(22), "22 đại biểu", id="gave up their office"),
        pytest.param(BOARD.format(41), "41 ủy viên", id="when it was founded"),
    ],
)
def test_members_who_are_not_those_left(body: str, found: str, findings_of: FindingsOf) -> None:
    assert [words for _, words in findings_of(body, "sum-mismatch")] == [found]


@pytest.mark.parametrize(("left", "found"), [("90", []), ("95", ["95 hộ"])])
def test_an_account_over_three_sentences(left: str, found: list[str], findings_of: FindingsOf) -> None:
    body = "Đầu năm 2026, toàn xã có 120 hộ nghèo. Trong năm, có 35 hộ thoát nghèo, 05 hộ phát sinh."
    told = findings_of(f"{body} Đến cuối năm còn {left} hộ nghèo.", "sum-mismatch")
    assert [text for _, text in told] == found
