"""School years and terms of the titles of tables."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from report_texts import HEAD, TAIL

FoundIn = Callable[..., list[tuple[str, str]]]
TABLE = "\nKhối\tSố học sinh\n1\t112\n2\t108\n3\t97\n"
OF_YEAR, OF_TERM = "Tổng kết năm học 2024 - 2025", "Sơ kết học kỳ I năm học 2025 - 2026"


@pytest.mark.parametrize(
    ("title", "caption", "found"),
    [
        pytest.param(OF_YEAR, "Bảng 1. Kết quả năm học 2024 - 2025", [], id="its year"),
        pytest.param(OF_YEAR, "Bảng 1. Kết quả học kỳ II năm học 2024 - 2025", [], id="a term of its year"),
        pytest.param(OF_TERM, "Bảng 1. Kết quả học kỳ I năm học 2025-2026", [], id="its term"),
        pytest.param(OF_TERM, "Bảng 1. Kết quả so với học kỳ I năm học 2024 - 2025", [], id="a comparison"),
        pytest.param(OF_YEAR, "Bảng 1. Kế hoạch tuyển sinh năm học 2025 - 2026", [], id="a plan"),
        pytest.param(
            OF_YEAR, "Cuối năm học 2023 - 2024 còn thiếu.\nBảng 1. Kết quả năm học 2023 - 2024", [], id="told above it"
        ),
        pytest.param(OF_YEAR, "Bảng 1. Kết quả năm học 2023 - 2024", ["năm học 2023 - 2024"], id="the year before"),
        pytest.param(
            OF_TERM,
            "Bảng 1. Kết quả học kỳ II năm học 2025 - 2026",
            ["học kỳ II năm học 2025 - 2026"],
            id="the other term",
        ),
        pytest.param(
            f"{OF_TERM}, phương hướng học kỳ II năm học 2025 - 2026",
            "Bảng 1. Kết quả học kỳ II năm học 2025 - 2026",
            ["học kỳ II năm học 2025 - 2026"],
            id="the term of the tasks",
        ),
    ],
)
def test_tables_are_of_the_term_that_the_title_names(
    title: str, caption: str, found: list[str], found_in: FoundIn
) -> None:
    text = f"{HEAD}BÁO CÁO\n{title}\n\nI. KẾT QUẢ\n\nNhà trường đã dạy đủ chương trình.\n{caption}{TABLE}{TAIL}"
    assert [words for _, words in found_in(text, "period-mismatch")] == found


@pytest.mark.parametrize(
    ("ground", "found"),
    [
        pytest.param("Căn cứ Công văn số 12/PGDĐT về hướng dẫn nhiệm vụ năm học 2024 - 2025;", [], id="its year"),
        pytest.param("Căn cứ kết quả thực hiện kế hoạch năm học 2023 - 2024;", [], id="what came of the year before"),
        pytest.param(
            "Căn cứ Chỉ thị về nhiệm vụ năm học 2023 - 2024 và năm học 2024 - 2025;", [], id="both years in one"
        ),
        pytest.param(
            "Căn cứ Công văn số 12/PGDĐT ngày 10/9/2023 về hướng dẫn nhiệm vụ năm học 2023 - 2024;",
            ["năm học 2023 - 2024"],
            id="the guidance of the year before",
        ),
        pytest.param(
            "Thực hiện Công văn số 12/PGDĐT về việc hướng dẫn báo cáo tổng kết năm học 2023-2024, nhà trường báo cáo:",
            ["năm học 2023-2024"],
            id="how to report on the year before",
        ),
    ],
)
def test_grounds_are_of_the_year_that_is_reviewed(ground: str, found: list[str], found_in: FoundIn) -> None:
    text = f"{HEAD}BÁO CÁO\n{OF_YEAR}\n\n{ground}\n\nI. KẾT QUẢ\n\nNhà trường đã dạy đủ chương trình.\n{TAIL}"
    assert [words for _, words in found_in(text, "period-mismatch")] == found


def test_preparations_rest_on_the_guidance_of_the_year_before(found_in: FoundIn) -> None:
    ground = "Căn cứ Công văn số 12/PGDĐT ngày 10/9/2023 về hướng dẫn nhiệm vụ năm học 2023 - 2024;"
    title = "Công tác chuẩn bị năm học 2024 - 2025"
    text = f"{HEAD}BÁO CÁO\n{title}\n\n{ground}\n\nI. KẾT QUẢ\n\nNhà trường đã sửa 04 phòng học.\n{TAIL}"
    assert found_in(text, "period-mismatch") == []
