"""Terms that are over on the day of the document which gives the tasks."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from report_texts import passage, read_text

from tongket.checking.times.terms_ordered import check_terms_ordered

FoundIn = Callable[..., list[tuple[str, str]]]
KIND = "date-chronology"
PLAN = (
    "ỦY BAN NHÂN DÂN\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nXÃ LŨNG ẲNG\tĐộc lập - Tự do - Hạnh phúc\n"
    "Số: 45/KH-UBND\tLũng Ẳng, ngày 29 tháng 4 năm 2026\n\nKẾ HOẠCH\nTriển khai công tác thủy lợi năm 2026\n\n"
    "I. MỤC ĐÍCH\n\nBảo đảm nước tưới.\n\nII. NỘI DUNG\n\n"
)
REPORT = PLAN.replace("KH-UBND", "BC-UBND").replace("KẾ HOẠCH\nTriển khai", "BÁO CÁO\nKết quả")


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param("Hoàn thành nạo vét kênh trước ngày 30/6/2026.", [], id="to come"),
        pytest.param("Hoàn thành nạo vét kênh trong quý II/2026.", [], id="a quarter that goes on"),
        pytest.param("Khắc phục các vi phạm phát sinh trước ngày 20/3/2026.", [], id="what arose before"),
        pytest.param("Đến nay xã đã hoàn thành rà soát trước ngày 20/3/2026.", [], id="done"),
        pytest.param("Báo cáo kết quả định kỳ trước ngày 20/3 và 20/9.", [], id="periodically"),
        pytest.param("Hằng năm, báo cáo kết quả trước ngày 20/3.", [], id="each year"),
        pytest.param("Báo cáo kết quả năm 2026 trước ngày 15/01/2027.", [], id="the year after"),
        pytest.param("Tổng hợp, báo cáo trước ngày 15/01 năm sau.", [], id="said to be of the next year"),
        pytest.param(
            "Thực hiện Công văn số 12/UBND-KT ngày 02/3/2026 của UBND tỉnh về việc báo cáo trước ngày 20/3/2026.",
            [],
            id="the title of a document",
        ),
        pytest.param("Hồ sơ nộp trước ngày 15/3/2026 được giải quyết, báo cáo huyện.", [], id="which papers are meant"),
        pytest.param("Tổng hợp dự án hoàn thành trước ngày 31/12/2025 thực hiện quyết toán.", [], id="which works"),
        pytest.param("Tổng hợp dự án hoàn thành trước ngày 31/12/2025\nthực hiện quyết toán.", [], id="over two lines"),
        pytest.param("Tổng hợp kết quả thực hiện trong quý I/2026, báo cáo huyện.", [], id="results of which time"),
        pytest.param(
            "Xử lý dứt điểm đơn thư tiếp nhận trong quý I/2026 trước ngày 30/5/2026.", [], id="another term is to come"
        ),
        pytest.param("Rà soát, chi trả cho người nghỉ hưu trước ngày 01/01/1995.", [], id="decades ago"),
        pytest.param("Rà soát kênh mương, hoàn thành trước ngày 20/3/2026.", ["trước ngày 20/3/2026"], id="a day"),
        pytest.param("Rà soát kênh mương, hoàn thành trước ngày 20/3.", ["trước ngày 20/3"], id="a day without year"),
        pytest.param("Hoàn thành nạo vét kênh trong Quý I/2026.", ["trong Quý I/2026"], id="a quarter"),
        pytest.param("Thời gian hoàn thành: tháng 3/2026.", ["Thời gian hoàn thành: tháng 3/2026"], id="a label"),
        pytest.param("Gửi báo cáo trước ngày 29/4/2026.", ["trước ngày 29/4/2026"], id="before the very day"),
        pytest.param("Gửi báo cáo chậm nhất ngày 29/4/2026.", [], id="on the very day"),
        pytest.param("Hoàn thành các trạm bơm trước ngày 30/4/2026.", ["trước ngày 30/4/2026"], id="before the morrow"),
    ],
)
def test_a_plan_sets_terms_to_come(body: str, found: list[str], found_in: FoundIn) -> None:
    """The plan is of 29 April 2026."""
    assert found_in(PLAN + body + "\n", KIND) == [("past-term", one) for one in found]


def test_results_of_a_report_are_no_terms(found_in: FoundIn) -> None:
    assert found_in(REPORT + "Rà soát kênh mương, hoàn thành trước ngày 20/3/2026.\n", KIND) == []


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param("Hoàn thành rà soát trước ngày 20/4/2026.", [], id="in the month of the document"),
        pytest.param("Hoàn thành rà soát trước ngày 20/3/2026.", ["trước ngày 20/3/2026"], id="in the month before"),
    ],
)
def test_a_plan_whose_day_is_left_blank(body: str, found: list[str], found_in: FoundIn) -> None:
    plan = PLAN.replace("ngày 29 tháng 4", "ngày     tháng 4")
    assert found_in(plan + body + "\n", KIND) == [("past-term", one) for one in found]


def test_days_of_recognised_text_are_noted_with_their_year_alone() -> None:
    body = "Rà soát kênh mương, hoàn thành trước ngày 20/3/2026.\n\nBáo cáo kết quả trước ngày 25/3.\n\n¬ « ¢ § ~\n"
    report = read_text(PLAN + body)
    found = [(one.severity, passage(report, one)) for one in check_terms_ordered(report)]
    assert found == [("info", "trước ngày 20/3/2026")]


def test_a_term_among_tasks_is_told_once(found_in: FoundIn) -> None:
    body = "III. NHIỆM VỤ\n\nRà soát kênh mương, hoàn thành trước ngày 20/3/2026.\n"
    assert found_in(PLAN + body, KIND) == [("past-term", "trước ngày 20/3/2026")]


@pytest.mark.parametrize(
    ("cell", "found"),
    [
        pytest.param("Quý II/2026", [], id="it goes on"),
        pytest.param("Quý I - Quý IV/2026", [], id="a range"),
        pytest.param("Năm 2026", [], id="the year"),
        pytest.param("Quý I/2026", ["Quý I/2026"], id="a quarter"),
        pytest.param("Trước ngày 20/3/2026", ["Trước ngày 20/3/2026"], id="a day"),
        pytest.param("Tháng 3/2026", ["Tháng 3/2026"], id="a month"),
    ],
)
def test_a_column_of_terms_holds_terms_to_come(cell: str, found: list[str], found_in: FoundIn) -> None:
    assert found_in(PLAN + table(cell, ""), KIND) == [("past-term", one) for one in found]


def test_a_row_that_is_done_has_no_term(found_in: FoundIn) -> None:
    assert found_in(PLAN + table("Quý I/2026", "Đã hoàn thành"), KIND) == []


def table(cell: str, remark: str) -> str:
    """A table of tasks with the cell under 'Thời gian hoàn thành'."""
    return (
        "TT\tNội dung công việc\tThời gian hoàn thành\tGhi chú\n"
        f"1\tRà soát kênh mương\t{cell}\t{remark}\n"
        "2\tSửa chữa trạm bơm\tQuý IV/2026\tCả xã\n"
    )
