"""Periods that a report names beside its own: in its closing, in comparisons, with its years, in its tasks."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from report_texts import HEAD, TAIL

FoundIn = Callable[[str, str], list[tuple[str, str]]]
KIND = "period-mismatch"


def whole(title: str, body: str = "Làm tốt.", closing: str = "") -> str:
    """A report of 12 September 2026."""
    tail = TAIL.replace("báo cáo của", f"báo cáo {closing} của") if closing else TAIL
    return f"{HEAD}BÁO CÁO\n{title}\n\nI. KẾT QUẢ THỰC HIỆN\n\n{body}{tail}"


@pytest.mark.parametrize(
    ("title", "body", "found"),
    [
        pytest.param("Kết quả 6 tháng đầu năm 2026", "Trong 9 tháng qua có 06 cuộc.", ["Trong 9 tháng qua"], id="more"),
        pytest.param("Kết quả 6 tháng đầu năm 2026", "Trong 3 tháng đầu năm có 06 cuộc.", [], id="a part"),
        pytest.param("Kết quả năm 2026", "Trong 9 tháng qua có 06 cuộc.", [], id="of a year"),
        pytest.param(
            "Tổng kết giai đoạn 2021 - 2025",
            "Qua 05 năm (2016 - 2020), xã có 06 cuộc.",
            ["Qua 05 năm (2016 - 2020)"],
            id="the years before",
        ),
        pytest.param(
            "Tổng kết giai đoạn 2021 - 2025", "Qua 3 năm (2021 - 2023), xã có 06 cuộc.", [], id="some of them"
        ),
        pytest.param(
            "Giám sát giai đoạn 2020 - 2022",
            "Riêng giai đoạn 2020 - 2023 có 06 lượt.",
            ["Riêng giai đoạn 2020 - 2023"],
            id="a year too many",
        ),
        pytest.param(
            "Giám sát giai đoạn 2020 - 2022", "Riêng giai đoạn 2020 - 2021 có 06 lượt.", [], id="a part of it"
        ),
        pytest.param(
            "Kết quả năm 2026", "Riêng 3 năm đầu (2019 - 2023) khó khăn.", ["3 năm đầu (2019 - 2023)"], id="years"
        ),
    ],
)
def test_times_past(title: str, body: str, found: list[str], found_in: FoundIn) -> None:
    assert [printed for _, printed in found_in(whole(title, body), KIND)] == found


@pytest.mark.parametrize(
    ("task", "found"),
    [
        pytest.param("Phấn đấu năm học 2024 - 2025 có thêm 21 trường.", ["năm học 2024 - 2025"], id="the year over"),
        pytest.param("Phấn đấu năm học 2025 - 2026 có thêm 21 trường.", [], id="the year to come"),
        pytest.param("Khắc phục tồn tại của năm học 2024 - 2025.", [], id="what is left of it"),
    ],
)
def test_aims_are_of_the_school_year_to_come(task: str, found: list[str], found_in: FoundIn) -> None:
    title = "Tổng kết năm học 2024 - 2025, phương hướng năm học 2025 - 2026"
    text = whole(title, f"Làm tốt.\n\nII. NHIỆM VỤ NĂM HỌC 2025 - 2026\n\n1. {task}")
    assert [printed for _, printed in found_in(text, KIND)] == found


@pytest.mark.parametrize(
    ("title", "closing", "found"),
    [
        pytest.param(
            "Kết quả dân vận năm 2026", "kết quả dân vận năm 2025", [("heading", "năm 2025")], id="last year's"
        ),
        pytest.param(
            "Kết quả quý II năm 2026", "kết quả quý I năm 2026", [("heading", "quý I năm 2026")], id="a quarter"
        ),
        pytest.param("Kết quả năm 2026", "kết quả 9 tháng năm 2026", [], id="a part of the time"),
        pytest.param(
            "Kết quả năm 2026",
            "kết quả dân vận quý III năm 2026",
            [("heading", "quý III năm 2026")],
            id="a quarter of it",
        ),
        pytest.param("Kết quả năm 2025, nhiệm vụ năm 2026", "kết quả năm 2025, nhiệm vụ năm 2026", [], id="with tasks"),
        pytest.param("Kết quả năm 2026", "thực hiện Kế hoạch dân vận năm 2025", [], id="of a document"),
    ],
)
def test_the_closing_speaks_of_the_time_of_the_title(
    title: str, closing: str, found: list[tuple[str, str]], found_in: FoundIn
) -> None:
    assert found_in(whole(title, closing=closing), KIND) == found


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param(
            "So với quý IV năm 2026, số đơn tăng nhẹ.", [("ahead", "quý IV năm 2026")], id="a quarter that is to come"
        ),
        pytest.param(
            "Số vụ giảm so với 3 tháng cuối năm 2026.", [("ahead", "3 tháng cuối năm 2026")], id="the rest of the year"
        ),
        pytest.param("Số vụ giảm so với quý II năm 2026.", [], id="a quarter that is over"),
        pytest.param("Phấn đấu quý I năm 2027 tăng so với quý IV năm 2026.", [], id="an aim"),
        pytest.param(
            "Trình kết quả 3 tháng cuối năm 2026 trước ngày 15/9/2026.",
            [("due", "3 tháng cuối năm 2026 trước ngày 15/9/2026")],
            id="results due before they begin",
        ),
        pytest.param("Trình kết quả năm 2026 trước ngày 30/11/2026.", [], id="due while it lasts"),
        pytest.param("Qua 10 năm (2010 - 2022), xã làm tốt.", [("length", "10 năm (2010 - 2022)")], id="years counted"),
        pytest.param("Qua 5 năm (2021 - 2025) và 5 năm (2021 - 2026).", [], id="both ends counted, or one"),
        pytest.param(
            "Sau 5 năm thực hiện Chỉ thị (2021 - 2023), phong trào lan tỏa.",
            [("length", "5 năm thực hiện Chỉ thị (2021 - 2023)")],
            id="of work",
        ),
        pytest.param("Sau 3 năm thực hiện đề án (2021 - 2025), xã làm tốt.", [], id="of a programme"),
    ],
)
def test_periods_in_the_text(body: str, found: list[tuple[str, str]], found_in: FoundIn) -> None:
    assert found_in(whole("Công tác dân vận", body), KIND) == found


@pytest.mark.parametrize(
    ("title", "found"),
    [
        pytest.param(
            "Tổng kết 10 năm công tác dân vận (giai đoạn 2010 - 2022)", ["(giai đoạn 2010 - 2022)"], id="apart"
        ),
        pytest.param("Tổng kết 10 năm công tác dân vận (2012 - 2022)", [], id="right"),
        pytest.param("Sơ kết 03 năm thực hiện Đề án dân vận (2021 - 2030)", [], id="a programme's years"),
    ],
)
def test_the_years_of_the_title(title: str, found: list[str], found_in: FoundIn) -> None:
    assert found_in(whole(title), KIND) == [("length", one) for one in found]


@pytest.mark.parametrize(
    ("task", "found"),
    [
        pytest.param(
            "Chỉ tiêu thi đua năm 2025: 12 mô hình.", [("tasks", "năm 2025")], id="aims of the year that is over"
        ),
        pytest.param("Hoàn thành chỉ tiêu còn lại của năm 2025.", [], id="what is left of it"),
        pytest.param("Chỉ tiêu thi đua năm 2026: 12 mô hình.", [], id="the next year"),
    ],
)
def test_aims_are_of_the_year_to_come(task: str, found: list[tuple[str, str]], found_in: FoundIn) -> None:
    text = whole("Kết quả dân vận năm 2025", f"Làm tốt.\n\nII. NHIỆM VỤ NĂM 2026\n\n{task}")
    assert found_in(text, KIND) == found


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param("So với cùng kỳ năm 2026, số đơn giảm.", [("same-time", "năm 2026")], id="its own year"),
        pytest.param("So với cùng kỳ năm 2025, số đơn giảm.", [], id="the year before"),
    ],
)
def test_the_same_time_is_of_another_year(body: str, found: list[tuple[str, str]], found_in: FoundIn) -> None:
    assert found_in(whole("Kết quả 6 tháng đầu năm 2026", body), KIND) == found


@pytest.mark.parametrize(
    ("first", "found"),
    [
        pytest.param("Tình hình sản xuất công nghiệp tháng 9 năm 2026", [("same-time", "năm 2026")], id="of a month"),
        pytest.param("Chỉ số sản xuất tháng 9 năm 2026 tăng 2%.", [], id="a sentence"),
        pytest.param("Nhà máy của xã, năm 2026", [], id="no account of a time"),
    ],
)
def test_a_text_without_a_letterhead_is_on_the_time_of_its_first_line(
    first: str, found: list[tuple[str, str]], found_in: FoundIn
) -> None:
    text = f"{first}\n\nSản lượng tăng 11,3% so với tháng trước, giảm 0,9% so với cùng kỳ năm 2026.\n"
    assert found_in(text, KIND) == found


def test_a_title_with_the_rest_of_the_year(found_in: FoundIn) -> None:
    title = "Kết quả 6 tháng đầu năm 2026, phương hướng 6 tháng cuối năm 2026"
    text = whole(title, "Làm tốt.\n\nII. PHƯƠNG HƯỚNG 6 THÁNG CUỐI NĂM 2025\n\nHọp dân.")
    assert found_in(text, KIND) == [("tasks", "II. PHƯƠNG HƯỚNG 6 THÁNG CUỐI NĂM 2025")]


@pytest.mark.parametrize(
    ("heading", "found"),
    [
        pytest.param("II. NHIỆM VỤ 6 THÁNG CUỐI NĂM 2026", ["tasks"], id="begun long ago"),
        pytest.param("II. NHIỆM VỤ 3 THÁNG CUỐI NĂM 2026", [], id="what is left"),
        pytest.param("II. NHIỆM VỤ NĂM 2026", [], id="of the whole year"),
    ],
)
def test_tasks_are_for_what_is_left_of_the_year(heading: str, found: list[str], found_in: FoundIn) -> None:
    text = whole("Kết quả 9 tháng đầu năm 2026", f"Làm tốt.\n\n{heading}\n\nHọp dân.")
    assert [case for case, _ in found_in(text, KIND)] == found


def test_petitions_are_no_tasks(found_in: FoundIn) -> None:
    body = "Làm tốt.\n\nII. PHẢN ÁNH, KIẾN NGHỊ\n\nSo với quý IV năm 2026, số đơn tăng."
    assert found_in(whole("Công tác dân vận", body), KIND) == [("ahead", "quý IV năm 2026")]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param("Năm 2026 thu 5,6 tỷ đồng, tăng 12% so với năm 2025.", [], id="the year before"),
        pytest.param("Năm 2026 thu 5,6 tỷ đồng, tăng 12% so với năm 2026.", ["năm 2026"], id="the same year"),
        pytest.param("Năm 2027 phấn đấu thu 6 tỷ đồng, tăng 12% so với năm 2026.", [], id="the next year"),
        pytest.param("Lũy kế 9 tháng (tính đến ngày 15/9/2026) có 06 cuộc.", [], id="months up to their end"),
        pytest.param(
            "Lũy kế 9 tháng (tính đến ngày 25/11/2026) có 06 cuộc.",
            ["9 tháng (tính đến ngày 25/11/2026)"],
            id="past it",
        ),
        pytest.param("Kỷ niệm 79 năm Ngày Thương binh - Liệt sĩ (27/7/1947 - 27/7/2026).", [], id="an anniversary"),
        pytest.param(
            "Kỷ niệm 79 năm Ngày Thương binh - Liệt sĩ (27/7/1947 - 27/7/2025).",
            ["79 năm Ngày Thương binh - Liệt sĩ (27/7/1947 - 27/7/2025)"],
            id="of another year",
        ),
        pytest.param("Trong 3 tháng (từ tháng 4 đến tháng 6/2026) có 06 cuộc.", [], id="months in the middle"),
        pytest.param(
            "Lũy kế 8 tháng đầu năm 2026, xã giải ngân 4,1 tỷ đồng (số liệu đến ngày 20/5/2026).",
            ["8 tháng đầu năm 2026, xã giải ngân 4,1 tỷ đồng (số liệu đến ngày 20/5/2026)"],
            id="months before it",
        ),
        pytest.param("Nhiệm kỳ 2025 - 2025 bắt đầu.", ["Nhiệm kỳ 2025 - 2025"], id="a term of one year"),
        pytest.param("Nhiệm kỳ 2021 - 2016, xã có 25 đại biểu.", ["Nhiệm kỳ 2021 - 2016"], id="a term backwards"),
        pytest.param("Năm học 2025 - 2026, xã có 412 em.", [], id="a school year"),
        pytest.param("Năm học 2025 - 2027, xã có 412 em.", ["Năm học 2025 - 2027"], id="a school year of two"),
    ],
)
def test_times_that_exclude_themselves(body: str, found: list[str], found_in: FoundIn) -> None:
    said = found_in(whole("Kết quả năm 2026", body), KIND)
    assert [passage for _, passage in said] == found


def test_a_heading_and_a_closing_on_tasks_carried_out(found_in: FoundIn) -> None:
    title = "Kết quả thực hiện nhiệm vụ năm 2026, phương hướng, nhiệm vụ năm 2027"
    body = "Làm tốt.\n\nII. KẾT QUẢ THỰC HIỆN NHIỆM VỤ NĂM 2025\n\nĐã họp."
    closing = "kết quả thực hiện nhiệm vụ năm {}, phương hướng, nhiệm vụ năm 2027"
    assert found_in(whole(title, closing=closing.format(2026)), KIND) == []
    assert [case for case, _ in found_in(whole(title, body), KIND)] == ["heading"]
    assert found_in(whole(title, closing=closing.format(2025)), KIND) == [("heading", "năm 2025")]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param(
            "Trong quý II/2026, đã tổ chức đối thoại ngày 15/5/2026 với 80 hộ.", [], id="a day of the quarter"
        ),
        pytest.param(
            "Trong quý III/2026, đã tổ chức đối thoại ngày 15/5/2026 với 80 hộ.",
            ["quý III/2026, đã tổ chức đối thoại ngày 15/5/2026"],
            id="a day before it",
        ),
        pytest.param("Dự án được phê duyệt năm 2025.", [], id="approved the year before"),
        pytest.param("Dự án được phê duyệt năm 2027.", ["năm 2027"], id="approved in a year to come"),
        pytest.param("Đã phê duyệt kế hoạch năm 2027.", [], id="a plan for it"),
        pytest.param("Lớp học từ ngày 05/6 đến ngày 07/6/2026 có 60 người.", [], id="days of June"),
        pytest.param(
            "Lớp học từ ngày 05/6 đến ngày 03/6/2026 có 60 người.", ["từ ngày 05/6 đến ngày 03/6/2026"], id="backwards"
        ),
        pytest.param("Cao điểm từ ngày 15/12 đến ngày 15/01/2026 có 04 đợt.", [], id="over the new year"),
        pytest.param("Nhiệm kỳ qua (2023 - 2018) kết thúc.", ["(2023 - 2018)"], id="a term backwards, in brackets"),
    ],
)
def test_days_and_years_of_what_is_told(body: str, found: list[str], found_in: FoundIn) -> None:
    assert [passage for _, passage in found_in(whole("Kết quả năm 2026", body), KIND)] == found


def test_a_stage_that_is_the_titles_but_for_one_year(found_in: FoundIn) -> None:
    title = "Sơ kết 05 năm (2021 - 2026) thực hiện Đề án số 04-ĐA/HU"
    body = "Giai đoạn {}, xã đã bố trí 12,4 tỷ đồng."
    for years, found in (("2021 - 2026", []), ("2021 - 2023", []), ("2012 - 2026", ["heading"])):
        assert [case for case, _ in found_in(whole(title, body.format(years)), KIND)] == found


def test_a_heading_of_results_on_other_months(found_in: FoundIn) -> None:
    title = "Kết quả 9 tháng đầu năm, nhiệm vụ trọng tâm 3 tháng cuối năm 2026"
    body = "Làm tốt.\n\nII. KẾT QUẢ THỰC HIỆN NHIỆM VỤ {} THÁNG ĐẦU NĂM 2026\n\nĐã họp."
    for months, found in ((9, []), (6, ["heading"])):
        assert [case for case, _ in found_in(whole(title, body.format(months)), KIND)] == found
