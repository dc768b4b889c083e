"""Numbers of the assessment against those of the results."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]

RESULTS = """1. Phát triển kinh tế
{more}Tổng thu ngân sách đạt 12,4 tỷ đồng. Giải quyết việc làm cho 1.356 lao động.
2. Xây dựng Đảng
Trong năm kết nạp 132 đảng viên mới. Ra mắt 24 mô hình.

II. ĐÁNH GIÁ CHUNG

1. Ưu điểm
{said}
"""


def found(findings_of: FindingsOf, said: str, more: str = "") -> list[str]:
    """What is marked where the assessment says so, and the results more."""
    return [words for _, words in findings_of(RESULTS.format(said=said, more=more), "body-appendix-mismatch")]


@pytest.mark.parametrize(
    ("said", "more"),
    [
        pytest.param("Thu ngân sách đạt 12,4 tỷ đồng; kết nạp 132 đảng viên mới.", "", id="the same"),
        pytest.param("Giải quyết việc làm cho trên 1.300 lao động.", "", id="rounded"),
        pytest.param("Quý III giải quyết việc làm cho 1.365 lao động.", "", id="of a quarter"),
        pytest.param("Đào tạo nghề cho 1.365 lao động.", "", id="another thing"),
        pytest.param("Ra mắt 25 mô hình.", "", id="of two digits"),
        pytest.param("Giải quyết việc làm cho 1.980 lao động.", "", id="no slip, and so perhaps of another count"),
        pytest.param(
            "Giải quyết việc làm cho 1.365 lao động.",
            "Huyện giải quyết việc làm cho 1.365 lao động. ",
            id="told among the results, too",
        ),
    ],
)
def test_numbers_that_may_be_right(said: str, more: str, findings_of: FindingsOf) -> None:
    assert found(findings_of, said, more) == []


@pytest.mark.parametrize(
    "said",
    [
        "Thu ngân sách đạt 14,2 tỷ đồng",
        "Giải quyết việc làm cho 1.365 lao động",
        "Kết nạp 123 đảng viên mới",
    ],
)
def test_another_number_in_the_same_words(said: str, findings_of: FindingsOf) -> None:
    assert found(findings_of, f"{said}.") == [said]
