"""Units that the prose calls the highest or the lowest of a table's column."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]
KIND = "body-appendix-mismatch"
RATES = (
    "\n\nTỷ lệ tiêm chủng theo huyện\nTT\tHuyện, thành phố\tSố trẻ được tiêm\tTỷ lệ (%)\n"
    "1\tThành phố Hà Trung\t1.790\t98,4\n2\tHuyện Sông Luồng\t1.131\t93,9\n3\tHuyện Đồng Khê\t927\t95,8\n"
    "4\tHuyện Mường Vang\t678\t91,4\n"
)
GROUPS = (
    "\n\nBảng 1. Phân loại rác\nChỉ tiêu\tTổ 1\tTổ 2\tTổ 3\tTổ 4\nTổng số hộ\t86\t94\t78\t102\n"
    "Số hộ tham gia\t71\t90\t59\t88\nTỷ lệ (%)\t82,6\t95,7\t75,6\t86,3\n"
)


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param("Tỷ lệ tiêm chủng huyện Mường Vang đạt thấp nhất (91,4%).", [], id="the lowest"),
        pytest.param("Huyện Đồng Khê có tỷ lệ hộ nghèo thấp nhất (4,2%).", [], id="of another rate"),
        pytest.param("Cao nhất là thành phố Hà Trung (98,4%), thứ hai là huyện Đồng Khê (95,8%).", [], id="the second"),
        pytest.param("Năm 2013, huyện Đồng Khê đạt thấp nhất (90,2%).", [], id="of another year"),
        pytest.param("Huyện Đồng Khê tăng nhiều nhất, đạt 95,8%.", [], id="the one that grew most"),
        pytest.param(
            "Tỷ lệ tiêm chủng đạt 95%, thấp nhất là huyện Mường Vang 91,4%; tỷ lệ khám thai thấp nhất là huyện Đồng Khê"
            " (71,2%).",
            [],
            id="another matter behind a semicolon",
        ),
        pytest.param(
            "Tỷ lệ tiêm chủng cho trẻ em đạt 95%, tăng 0,3% so với cùng kỳ, huyện Đồng Khê đạt thấp nhất (95,8%).",
            ["95,8%"],
            id="another time in another clause",
        ),
        pytest.param("Thấp nhất là huyện Sông Luồng 93,9%.", ["93,9%"], id="a number with decimals behind the name"),
        pytest.param("Tỷ lệ tiêm chủng thấp nhất là huyện Đồng Khê (95,8%).", ["95,8%"], id="not the lowest"),
        pytest.param(
            "Tỷ lệ tiêm chủng thấp nhất là huyện Mường Vang (94,1%).", ["94,1%"], id="the lowest by another number"
        ),
        pytest.param(
            "Huyện có tỷ lệ tiêm chủng thấp nhất là Sông Luồng, đạt 91,4%.", ["91,4%"], id="with another's number"
        ),
        pytest.param("Dẫn đầu là huyện Đồng Khê, đạt 95,8%.", ["95,8%"], id="not at the head"),
        pytest.param(
            "Cao nhất là huyện Đồng Khê (95,8%), thấp nhất là huyện Mường Vang (91,4%).", ["95,8%"], id="both ends"
        ),
    ],
)
def test_who_is_called_highest_or_lowest_is(body: str, found: list[str], findings_of: FindingsOf) -> None:
    assert [words for _, words in findings_of(body + RATES, KIND)] == found


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param("Thấp nhất là tổ 3 với 59 hộ tham gia.", [], id="the lowest"),
        pytest.param("Nhiều hộ kinh doanh nhất là tổ 4 (15 hộ).", [], id="of another thing"),
        pytest.param("Tỷ lệ cao nhất là tổ 4 (86,3%).", ["86,3%"], id="not the highest"),
        pytest.param("Thấp nhất là tổ 3 với 65 hộ tham gia.", ["65 hộ"], id="by another number"),
    ],
)
def test_units_may_stand_in_the_head(body: str, found: list[str], findings_of: FindingsOf) -> None:
    assert [words for _, words in findings_of(body + GROUPS, KIND)] == found


def test_a_head_that_names_no_kind_of_unit_takes_any(findings_of: FindingsOf) -> None:
    table = "\n\nSTT\tĐơn vị\tSố hộ\n1\tSông Luồng\t31\n2\tĐồng Khê\t58\n3\tMường Vang\t44\n"
    body = "Nhiều nhất là huyện Mường Vang (44 hộ)."
    assert [words for _, words in findings_of(body + table, KIND)] == ["44 hộ"]
