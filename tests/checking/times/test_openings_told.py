"""The year, school year or term that opening and closing report on, against the title."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from report_texts import HEAD, TAIL

FoundIn = Callable[..., list[tuple[str, str]]]


def _report(title: str, opening: str) -> str:
    return f"{HEAD}BÁO CÁO\n{title}\n\nỦy ban nhân dân xã {opening}:\n\nI. KẾT QUẢ\n\nĐã làm tốt.{TAIL}"


@pytest.mark.parametrize(
    ("opening", "found"),
    [
        pytest.param("báo cáo kết quả như sau", [], id="no year"),
        pytest.param("báo cáo kết quả công tác năm 2025 như sau", [], id="the same year"),
        pytest.param("báo cáo kết quả công tác năm 2025 so với năm 2024 như sau", [], id="compared"),
        pytest.param("báo cáo kết quả thực hiện Nghị quyết năm 2024 như sau", [], id="the year of a document"),
        pytest.param("báo cáo kết quả và phương hướng năm 2026 như sau", [], id="what lies ahead"),
        pytest.param("báo cáo kết quả công tác năm 2015 như sau", [], id="a year that was not copied"),
        pytest.param("báo cáo kết quả công tác năm 2024 như sau", ["năm 2024"], id="the year before"),
        pytest.param("báo cáo kết quả thực hiện nhiệm vụ năm 2024, cụ thể như sau", ["năm 2024"], id="its tasks done"),
    ],
)
def test_the_opening_names_the_year_of_the_title(opening: str, found: list[str], found_in: FoundIn) -> None:
    text = _report("Kết quả công tác dân vận năm 2025", opening)
    assert [printed for case, printed in found_in(text, "period-mismatch") if case == "heading"] == found


@pytest.mark.parametrize(
    ("opening", "found"),
    [
        pytest.param("báo cáo sơ kết học kỳ I năm học 2025 - 2026 như sau", [], id="the same"),
        pytest.param("báo cáo sơ kết học kỳ I, nhiệm vụ học kỳ II như sau", [], id="both terms"),
        pytest.param("báo cáo sơ kết năm học 2024 - 2025 như sau", ["năm học 2024 - 2025"], id="the year before"),
        pytest.param("báo cáo sơ kết học kỳ II như sau", ["học kỳ II"], id="the other term"),
    ],
)
def test_the_opening_names_the_school_year_of_the_title(opening: str, found: list[str], found_in: FoundIn) -> None:
    text = _report("Sơ kết học kỳ I năm học 2025 - 2026", opening)
    assert [printed for case, printed in found_in(text, "period-mismatch") if case == "heading"] == found
