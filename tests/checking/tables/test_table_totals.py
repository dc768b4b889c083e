"""Totals of tables: over groups of columns, over what came and left, and one slip told once."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]
KIND = "table-total-mismatch"

_GROUPS = "Nội dung\tĐầu tư\tSự nghiệp\tTổng\tGiải ngân\n"
_FLOW = "Thôn\tHộ nghèo đầu năm\tThoát nghèo\tPhát sinh\tHộ nghèo cuối năm\n"


@pytest.mark.parametrize(
    ("table", "found"),
    [
        pytest.param(
            "Đơn vị\tRác thu gom (tấn/ngày)\tThu nhập (triệu đồng/người)\nXã A\t12,5\t40\nXã B\t7,3\t44\n"
            "Tổng cộng\t21,8\t42,5\n",
            [("", "21,8")],
            id="what a day brings adds up, what a person has does not",
        ),
        pytest.param(
            "Sở\tSố quyết định xử phạt\tSố quyết định\nGiao thông\t41\t118\nY tế\t57\t204\nTổng cộng\t89\t\n",
            [("", "89")],
            id="how many decisions, and their numbers",
        ),
        pytest.param(
            _GROUPS + "Việc một\t120\t30\t150\t80\nViệc hai\t40\t25\t65\t31\nViệc ba\t60\t12\t72\t20\n",
            [],
            id="a total of the columns before it",
        ),
        pytest.param(
            "Khu vực\tSố xã\tXây mới\tSửa chữa\tCộng\nMột\t14\t52\t21\t73\nHai\t16\t96\t27\t123\n"
            "Ba\t18\t141\t38\t197\n",
            [("column", "197")],
            id="a total of the two columns beside it",
        ),
        pytest.param(
            _GROUPS + "Việc một\t120\t30\t150\t80\nViệc hai\t40\t25\t56\t31\nViệc ba\t60\t12\t72\t20\n",
            [("column", "56")],
            id="which a row breaks",
        ),
        pytest.param(
            _GROUPS + "Việc một\t120\t30\t150\t80\nViệc hai\t40\t25\t56\t31\nViệc ba\t60\t12\t72\t20\n"
            "Tổng cộng\t220\t67\t287\t131\n",
            [("column", "56")],
            id="one slip, told where it stands",
        ),
        pytest.param(
            _FLOW + "Bản Một\t96\t27\t1\t70\nBản Hai\t131\t21\t2\t112\nBản Ba\t118\t16\t3\t105\n", [], id="a flow"
        ),
        pytest.param(
            _FLOW + "Bản Một\t96\t27\t1\t70\nBản Hai\t131\t21\t2\t112\nBản Ba\t118\t16\t3\t150\n"
            "Toàn xã\t345\t64\t6\t287\n",
            [("column", "150")],
            id="a flow that breaks off, under a right total",
        ),
        pytest.param(
            "Đơn vị\tHội viên đầu năm\tĐịa điểm đối thoại\nBản Một\t96\t2\nBản Hai\t131\t3\nBản Ba\t118\t4\n"
            "Tổng cộng\t354\t9\n",
            [("", "354")],
            id="counts at a time and of places",
        ),
        pytest.param(
            "Mô hình\tNăm công nhận\tĐiểm chấm\nMột\t2019\t86\nHai\t2021\t91\nBa\t2022\t90\nTổng cộng\t2022\t90\n",
            [],
            id="years and marks",
        ),
        pytest.param(
            _FLOW + "Bản Một\t96\t27\t1\t70\nBản Hai\t131\t21\t2\t121\nBản Ba\t118\t16\t3\t105\n",
            [("column", "121")],
            id="which a row breaks off",
        ),
        pytest.param(
            _FLOW + "Bản Một\t96\t27\t1\t80\nBản Hai\t131\t21\t2\t121\nBản Ba\t118\t16\t3\t105\n",
            [],
            id="columns that tell something else",
        ),
        pytest.param(
            "STT\tXếp loại\tTổng số\tLớp 6\tLớp 7\n1\tTốt (tỷ lệ so với tổng số) 50%\t45\t21\t24\n"
            "2\tKhá (tỷ lệ so với tổng số) 40%\t36\t20\t16\n3\tĐạt (tỷ lệ so với tổng số) 10%\t9\t3\t5\n",
            [("column", "9")],
            id="labels that tell the share of their row",
        ),
    ],
)
def test_totals_of_rows(table: str, found: list[tuple[str, str]], findings_of: FindingsOf) -> None:
    assert findings_of("Kết quả như sau:\n\n" + table, KIND) == found


def test_a_first_row_of_all_is_no_sum_of_some_of_them(findings_of: FindingsOf) -> None:
    table = (
        "Chỉ tiêu\tThôn Một\tThôn Hai\tThôn Ba\nTổng số hộ\t142\t168\t97\nHộ nghèo\t12\t9\t17\nHộ cận nghèo\t8\t11\t6\n"
    )
    assert findings_of("\n\n" + table, KIND) == []


_KINDS = "Xếp loại\tTổng số\tLớp 6\tLớp 7\tLớp 8\n"


@pytest.mark.parametrize(
    ("table", "found"),
    [
        pytest.param(
            _KINDS + "Tốt\t188\t61\t66\t61\nKhá\t376\t112\t134\t130\nĐạt\t221\t7\t78\t73\n"
            "Tổng cộng\t785\t243\t278\t264\n",
            [("cell", "7")],
            id="over a total row",
        ),
        pytest.param(
            _KINDS.replace("Xếp", "TT\tXếp") + "I\tSố học sinh theo học lực\t785\t243\t278\t264\n"
            "1\tTốt\t188\t61\t66\t61\n2\tKhá\t376\t112\t134\t130\n3\tĐạt\t221\t7\t78\t72\n",
            [("cell", "7"), ("cell", "72")],
            id="two of one row, below the row that they divide",
        ),
        pytest.param(
            _KINDS + "Tốt\t188\t61\t66\t61\nKhá\t376\t112\t134\t130\nĐạt\t212\t70\t78\t73\n"
            "Tổng cộng\t785\t243\t278\t264\n",
            [("column", "212")],
            id="the total of the row itself",
        ),
        pytest.param(
            _KINDS + "Tốt\t188\t61\t66\t61\nKhá\t376\t112\t134\t130\nĐạt\t221\t70\t78\t73\n"
            "Tổng cộng\t785\t234\t278\t264\n",
            [("", "234")],
            id="a total that its row follows",
        ),
        pytest.param(
            _KINDS + "Tốt\t188\t60\t66\t61\nKhá\t376\t112\t134\t130\nĐạt\t221\t70\t78\t73\nKém\t9\t2\t4\t3\n"
            "Tổng cộng\t794\t245\t283\t267\n",
            [("column", "188"), ("", "245"), ("", "283")],
            id="two columns of which either may be wrong",
        ),
    ],
)
def test_the_cell_that_both_its_sums_deny_is_told_alone(
    table: str, found: list[tuple[str, str]], findings_of: FindingsOf
) -> None:
    assert findings_of("Kết quả như sau:\n\n" + table, KIND) == found


_OWN = "STT\tTên\tSố dự án\tVốn\n1\tKhe Lạnh\t15\t397\n2\tCộng hòa Nam\t93\t353\n3\tLũng Ẳng\t118\t217\n"
_WAYS = "Theo hình thức\t\t\t\nHình thức\t\tSố dự án\tVốn\nHợp đồng\t\t51\t104\nLiên doanh\t\t6\t137\n"


@pytest.mark.parametrize(
    ("table", "found"),
    [
        pytest.param(_OWN + "Tổng số\t\t226\t967\n", [], id="right, with a name that begins like a total"),
        pytest.param(_OWN + "Tổng số\t\t236\t967\n", [("", "236")], id="in the column of numbers"),
        pytest.param(
            _OWN + "Tổng số\t\t236\t967\nNguồn: Sở Tài chính\t\t\t\n", [("", "236")], id="with words below it"
        ),
        pytest.param(
            f"{_OWN}Tổng số\t\t226\t967\n{_WAYS}Tổng số\t\t75\t241\n", [("", "75")], id="of a table below another"
        ),
        pytest.param(f"{_OWN}Tổng số\t\t226\t967\n{_WAYS}Tổng số\t\t57\t241\n", [], id="both are right"),
    ],
)
def test_totals_over_two_columns_and_above_other_lines(
    table: str, found: list[tuple[str, str]], findings_of: FindingsOf
) -> None:
    assert findings_of("Kết quả như sau:\n\n" + table, KIND) == found


def test_a_total_row_that_adds_up_a_wrong_cell_is_not_told_with_it(findings_of: FindingsOf) -> None:
    table = (
        "TT\tĐơn vị\tTổng số\tNam\tNữ\n1\tThôn Nà Pán\t120\t65\t55\n2\tThôn Bó Pia\t98\t50\t58\n"
        "3\tThôn Khe Lạnh\t76\t40\t36\n\tCộng\t294\t155\t149\n"
    )
    assert findings_of("Kết quả như sau:\n\n" + table, KIND) == [("column", "98")]


def test_a_total_above_its_rows_is_told_once(findings_of: FindingsOf) -> None:
    table = "TT\tĐơn vị\tSố hộ\n\tTổng số\t300\n1\tThôn Nà Pán\t120\n2\tThôn Bó Pia\t98\n3\tThôn Khe Lạnh\t76\n"
    body = "Kết quả như sau:\n\n" + table
    assert [*findings_of(body, KIND), *findings_of(body, "sum-mismatch")] == [("", "300")]
