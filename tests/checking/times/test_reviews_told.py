"""What the closing calls the report, against its title."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from report_texts import HEAD, TAIL

FoundIn = Callable[[str, str], list[tuple[str, str]]]


@pytest.mark.parametrize(
    ("title", "closing", "found"),
    [
        pytest.param("Tổng kết 10 năm thực hiện Đề án", "tổng kết 10 năm thực hiện Đề án", [], id="the same"),
        pytest.param("Sơ kết 05 năm thực hiện Đề án", "sơ kết 5 năm thực hiện Đề án", [], id="the same number"),
        pytest.param("Kết quả thực hiện Đề án", "tổng kết 10 năm thực hiện Đề án", [], id="a title that tells none"),
        pytest.param(
            "Sơ kết 05 năm thực hiện Đề án", "kết quả, làm cơ sở tổng kết 10 năm thực hiện Đề án", [], id="one to come"
        ),
        pytest.param(
            "Tổng kết 10 năm thực hiện Đề án, sơ kết 05 năm thực hiện Chỉ thị",
            "sơ kết 05 năm thực hiện Chỉ thị",
            [],
            id="one of two",
        ),
        pytest.param(
            "Tổng kết 10 năm thực hiện Đề án", "sơ kết 05 năm thực hiện Đề án", ["sơ kết 05 năm"], id="five for ten"
        ),
        pytest.param("Tổng kết 15 năm thực hiện Luật", "10 năm thi hành Luật", ["10 năm"], id="years alone"),
        pytest.param("Sơ kết công tác thi đua", "tổng kết công tác thi đua", ["tổng kết"], id="the kind alone"),
    ],
)
def test_the_closing_calls_the_report_what_it_is(title: str, closing: str, found: list[str], found_in: FoundIn) -> None:
    tail = TAIL.replace("báo cáo của", f"báo cáo {closing} của")
    text = f"{HEAD}BÁO CÁO\n{title}\n\nI. KẾT QUẢ THỰC HIỆN\n\nLàm tốt.{tail}"
    assert [words for _, words in found_in(text, "period-mismatch")] == found
