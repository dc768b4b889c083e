"""Headings, appendices and days of counting against the period of the title."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from report_texts import HEAD, TAIL

FoundIn = Callable[..., list[tuple[str, str]]]
KIND = "period-mismatch"


def report(title: str, body: str, appendix: str = "") -> str:
    return f"{HEAD}BÁO CÁO\n{title}\n\n{body}\n{TAIL}\n{appendix}"


@pytest.mark.parametrize(
    ("title", "appendix", "found"),
    [
        pytest.param("Kết quả năm 2026", "KẾT QUẢ KỶ LUẬT NĂM 2025", ["NĂM 2025"], id="last year's"),
        pytest.param("Kết quả 10 tháng năm 2026", "Kết quả 9 tháng năm 2026", ["9 tháng năm 2026"], id="other months"),
        pytest.param("Kết quả năm 2026", "Thực hiện dự toán năm 2025", ["năm 2025"], id="a budget carried out"),
        pytest.param("Kết quả năm 2026", "KẾT QUẢ KỶ LUẬT 6 THÁNG NĂM 2026", [], id="a part of the year"),
        pytest.param("Kết quả năm 2026", "KẾT QUẢ NĂM 2026 SO VỚI NĂM 2025", [], id="a comparison"),
        pytest.param("Kết quả năm 2026", "DANH SÁCH CÁC XÃ ĐẠT CHUẨN NĂM 2025", [], id="a list"),
    ],
)
def test_titles_of_tables(title: str, appendix: str, found: list[str], found_in: FoundIn) -> None:
    table = f"PHỤ LỤC\n{appendix}\n\nTT\tThôn\tSố vụ\n1\tKhe Lạnh\t12\n2\tKhe Ấm\t13\n"
    text = report(title, "I. KẾT QUẢ THỰC HIỆN\n\nLàm tốt.", table)
    assert [printed for _, printed in found_in(text, KIND)] == found


@pytest.mark.parametrize(
    ("above", "found"),
    [
        pytest.param("Kết quả như sau:", ["năm 2025"], id="of last year, in the text"),
        pytest.param("Năm 2025, xã có 25 vụ.", [], id="told above it"),
    ],
)
def test_titles_of_tables_in_the_text(above: str, found: list[str], found_in: FoundIn) -> None:
    table = "Bảng 1. Kết quả giải quyết năm 2025\nTT\tThôn\tSố vụ\n1\tKhe Lạnh\t12\n2\tKhe Ấm\t13\n"
    text = report("Kết quả năm 2026", f"I. KẾT QUẢ THỰC HIỆN\n\n{above}\n{table}")
    assert [printed for _, printed in found_in(text, KIND)] == found


@pytest.mark.parametrize(
    ("opening", "found"),
    [
        pytest.param("báo cáo tổng kết giai đoạn 2020 - 2025 như sau", ["giai đoạn 2020 - 2025"], id="other years"),
        pytest.param("báo cáo tổng kết giai đoạn 2021 - 2026 như sau", [], id="its years"),
        pytest.param("báo cáo kết quả Chương trình giai đoạn 2016 - 2025 cụ thể", [], id="those of a programme"),
    ],
)
def test_ranges_of_the_opening(opening: str, found: list[str], found_in: FoundIn) -> None:
    title = "Tổng kết thực hiện dân chủ ở cơ sở giai đoạn 2021 - 2026"
    text = report(title, f"UBND xã {opening}:\n\nI. KẾT QUẢ THỰC HIỆN\n\nLàm tốt.")
    assert [printed for _, printed in found_in(text, KIND)] == found


@pytest.mark.parametrize(
    ("title", "heading", "cases"),
    [
        pytest.param(
            "Kết quả công tác dân vận năm 2026", "NHIỆM VỤ TRỌNG TÂM NĂM 2026", ["tasks"], id="the year itself"
        ),
        pytest.param("Kết quả công tác dân vận năm 2026", "PHƯƠNG HƯỚNG NĂM 2025", ["tasks"], id="a year past"),
        pytest.param(
            "Công tác dân vận 6 tháng đầu năm 2026", "NHIỆM VỤ 6 THÁNG CUỐI NĂM 2025", ["tasks"], id="half a year"
        ),
        pytest.param("Công tác dân vận quý II/2026", "NHIỆM VỤ QUÝ I/2026", ["tasks"], id="a quarter"),
        pytest.param("Kết quả công tác dân vận năm 2026", "KẾT QUẢ THỰC HIỆN NĂM 2025", ["heading"], id="results"),
        pytest.param(
            "Công tác Đoàn 6 tháng đầu năm, nhiệm vụ 6 tháng cuối năm 2026",
            "NHIỆM VỤ 6 THÁNG CUỐI NĂM 2025",
            ["tasks"],
            id="a year that the title says once",
        ),
        pytest.param(
            "Công tác quý I, nhiệm vụ trọng tâm quý II năm 2026", "NHIỆM VỤ QUÝ I NĂM 2026", ["tasks"], id="its quarter"
        ),
        pytest.param(
            "Công tác quý I, nhiệm vụ trọng tâm quý II năm 2026", "NHIỆM VỤ QUÝ II NĂM 2026", [], id="the next one"
        ),
        pytest.param("Kết quả công tác dân vận năm 2026", "NHIỆM VỤ TRỌNG TÂM NĂM 2027", [], id="the next year"),
        pytest.param(
            "Công tác dân vận 6 tháng đầu năm 2026", "NHIỆM VỤ 6 THÁNG CUỐI NĂM 2026", [], id="the other half"
        ),
        pytest.param("Công tác dân vận quý II/2026", "NHIỆM VỤ QUÝ III/2026", [], id="the next quarter"),
        pytest.param(
            "Công tác dân vận quý II, nhiệm vụ quý III năm 2026",
            "NHIỆM VỤ QUÝ III NĂM 2026",
            [],
            id="both in the title",
        ),
        pytest.param(
            "Công tác dân vận quý II năm 2026, nhiệm vụ quý III năm 2026",
            "NHIỆM VỤ TRỌNG TÂM QUÝ II NĂM 2026",
            ["tasks"],
            id="the title tells both times",
        ),
        pytest.param(
            "Công tác dân vận tháng 8/2026 và phương hướng tháng 9/2026",
            "PHƯƠNG HƯỚNG, NHIỆM VỤ THÁNG 8/2026",
            ["tasks"],
            id="the title tells both months",
        ),
        pytest.param(
            "Kết quả năm 2025, kế hoạch công tác năm 2026", "KẾ HOẠCH CÔNG TÁC NĂM 2026", [], id="the time to come"
        ),
        pytest.param(
            "Kết quả năm 2025, kế hoạch công tác năm 2026", "KẾ HOẠCH CÔNG TÁC NĂM 2025", ["tasks"], id="that reviewed"
        ),
        pytest.param(
            "Kết quả thực hiện năm 2026 so với năm 2025", "NHIỆM VỤ NĂM 2026", [], id="the title only compares"
        ),
        pytest.param("Kết quả thực hiện Chỉ thị số 06-CT/TU", "NHIỆM VỤ NĂM 2026", [], id="a title without period"),
        pytest.param("Kết quả công tác năm 2026", "KẾT QUẢ NĂM 2026 SO VỚI NĂM 2025", [], id="a comparison"),
    ],
)
def test_headings(title: str, heading: str, cases: list[str], found_in: FoundIn) -> None:
    text = report(title, f"I. ĐẶC ĐIỂM TÌNH HÌNH\n\nXã có 12 thôn.\n\nII. {heading}\n\nLàm tốt hơn.\n")
    assert [case for case, _ in found_in(text, KIND)] == cases


@pytest.mark.parametrize(
    ("title", "heading", "cases"),
    [
        pytest.param("giai đoạn 2021 - 2026", "PHƯƠNG HƯỚNG, NHIỆM VỤ GIAI ĐOẠN 2021 - 2026", ["tasks"], id="capitals"),
        pytest.param("giai đoạn 2021 - 2026", "Nhiệm vụ, giải pháp giai đoạn 2021-2026", ["tasks"], id="small letters"),
        pytest.param("nhiệm kỳ 2021-2026", "Phương hướng công tác nhiệm kỳ 2021 - 2026", ["tasks"], id="a term"),
        pytest.param("giai đoạn 2021 - 2026", "PHƯƠNG HƯỚNG, NHIỆM VỤ GIAI ĐOẠN 2026 - 2031", [], id="the next years"),
        pytest.param("giai đoạn 2021 - 2030", "PHƯƠNG HƯỚNG, NHIỆM VỤ GIAI ĐOẠN 2021 - 2030", [], id="half-way"),
        pytest.param("nhiệm kỳ 2021-2026", "Phương hướng những tháng cuối nhiệm kỳ 2021 - 2026", [], id="the rest"),
        pytest.param("nhiệm kỳ 2021-2026", "Kết quả thực hiện phương hướng nhiệm kỳ 2021 - 2026", [], id="results"),
    ],
)
def test_tasks_of_the_years_reviewed(title: str, heading: str, cases: list[str], found_in: FoundIn) -> None:
    text = report(
        f"Tổng kết phong trào thi đua {title}", f"I. KẾT QUẢ\n\nXã có 12 thôn.\n\nII. {heading}\n\nLàm tốt hơn.\n"
    )
    assert [case for case, _ in found_in(text, KIND)] == cases


def test_aims_told_before_the_results(found_in: FoundIn) -> None:
    text = report(
        "Tổng kết phong trào thi đua giai đoạn 2021 - 2026",
        "I. PHƯƠNG HƯỚNG, NHIỆM VỤ GIAI ĐOẠN 2021 - 2026\n\nĐã đề ra 05 chỉ tiêu.\n\nII. KẾT QUẢ\n\nĐều đạt.\n",
    )
    assert found_in(text, KIND) == []


@pytest.mark.parametrize(
    ("range_", "cases"),
    [
        pytest.param("GIAI ĐOẠN 2020 - 2025", ["heading"], id="another beginning"),
        pytest.param("giai đoạn 2021-2024", ["heading"], id="another end"),
        pytest.param("GIAI ĐOẠN 2021 - 2025", [], id="the same"),
        pytest.param("GIAI ĐOẠN 2016 - 2020", [], id="the one before"),
    ],
)
def test_ranges_of_appendices(range_: str, cases: list[str], found_in: FoundIn) -> None:
    table = f"PHỤ LỤC 1\nKẾT QUẢ CHO VAY {range_}\n\nTT\tThôn\tSố hộ\n1\tKhe Lạnh\t12\n2\tKhe Ấm\t13\n"
    text = report("Kết quả cho vay hộ nghèo giai đoạn 2021 - 2025", "I. KẾT QUẢ\n\nChi tiết tại Phụ lục 1.\n", table)
    assert [case for case, _ in found_in(text, KIND)] == cases


@pytest.mark.parametrize(
    ("days", "cases"),
    [
        pytest.param("từ ngày 15/12/2025 đến ngày 14/3/2026", ["counted"], id="a quarter only"),
        pytest.param("từ ngày 15/6/2025 đến ngày 14/12/2025", ["counted"], id="the half before"),
        pytest.param("từ ngày 15/12/2025 đến ngày 14/6/2026", [], id="half a year"),
        pytest.param("từ ngày 01/01/2026 đến ngày 30/6/2026", [], id="calendar months"),
    ],
)
def test_days_counted(days: str, cases: list[str], found_in: FoundIn) -> None:
    text = report("Công tác tiếp công dân 6 tháng đầu năm 2026", f"I. KẾT QUẢ\n\nTiếp 12 lượt (số liệu tính {days}).\n")
    assert [case for case, _ in found_in(text, KIND)] == cases


def test_a_year_may_begin_in_october(found_in: FoundIn) -> None:
    days = "Thụ lý 120 việc (số liệu tính từ ngày 01/10/2025 đến ngày 30/9/2026)."
    assert found_in(report("Công tác thi hành án năm 2026", f"I. KẾT QUẢ\n\n{days}\n"), KIND) == []


@pytest.mark.parametrize(
    ("title", "said", "cases"),
    [
        pytest.param("Sơ kết 03 năm thực hiện Đề án", "số liệu tính đến ngày 30/6/2025", ["stale"], id="a year before"),
        pytest.param("Sơ kết 03 năm thực hiện Đề án", "kết quả tổng hợp đến tháng 8/2025", ["stale"], id="a month"),
        pytest.param("Công tác tiếp dân năm 2026", "số liệu chốt đến 31/12/2025", ["stale"], id="before the period"),
        pytest.param("Sơ kết 03 năm thực hiện Đề án", "số liệu tính đến ngày 30/6/2026", [], id="lately"),
        pytest.param("Công tác tiếp dân năm 2025", "số liệu tính đến ngày 31/12/2025", [], id="the title's own end"),
    ],
)
def test_figures_counted_up_to_a_day(title: str, said: str, cases: list[str], found_in: FoundIn) -> None:
    text = report(title, f"Ủy ban nhân dân xã báo cáo kết quả ({said}) như sau:\n\nI. KẾT QUẢ\n\nTiếp 12 lượt.\n")
    assert [case for case, _ in found_in(text, KIND)] == cases


@pytest.mark.parametrize(
    ("said", "found"),
    [
        pytest.param("(Số liệu tính đến ngày 31/12/2026)", [("ahead", "Số liệu tính đến ngày 31/12/2026")], id="ahead"),
        pytest.param("(Số liệu tính đến ngày 30/9/2026)", [], id="the end of the month"),
        pytest.param("(Số liệu tính đến ngày 31/8/2026)", [], id="a day past"),
        pytest.param("Số liệu tính đến ngày 31/12/2026 do các thôn ước.", [], id="an estimate"),
        pytest.param("Số liệu tính đến ngày 31/12/2026 sẽ gửi sau.", [], id="what will be sent"),
    ],
)
def test_figures_are_not_counted_ahead(said: str, found: list[tuple[str, str]], found_in: FoundIn) -> None:
    text = report("Sơ kết 03 năm thực hiện Đề án", f"I. KẾT QUẢ\n\nTiếp 12 lượt.\n{said}\n")
    assert found_in(text, KIND) == found


def test_the_title_of_a_table_sets_no_tasks(found_in: FoundIn) -> None:
    table = "Bảng 2. Giải ngân vốn Chương trình năm 2026\n\nTT\tNguồn\tSố tiền\n1\tTỉnh\t12\n2\tXã\t13\n"
    assert found_in(report("Công tác giảm nghèo năm 2026", f"I. KẾT QUẢ\n\nLàm tốt.\n\n{table}"), KIND) == []


@pytest.mark.parametrize(
    ("title", "heading", "cases"),
    [
        pytest.param("Tổng kết năm học 2025 - 2026", "PHƯƠNG HƯỚNG NĂM HỌC 2025 - 2026", ["tasks"], id="the year over"),
        pytest.param("Tổng kết năm học 2025 - 2026", "PHƯƠNG HƯỚNG NĂM HỌC 2026 - 2027", [], id="the year to come"),
        pytest.param("Sơ kết học kỳ I năm học 2025 - 2026", "PHƯƠNG HƯỚNG NĂM HỌC 2025 - 2026", [], id="a term"),
    ],
)
def test_tasks_are_of_the_school_year_to_come(title: str, heading: str, cases: list[str], found_in: FoundIn) -> None:
    text = report(title, f"I. KẾT QUẢ THỰC HIỆN\n\nLàm tốt.\n\nII. {heading}\n\nLàm tốt hơn.")
    assert [case for case, _ in found_in(text, KIND)] == cases
