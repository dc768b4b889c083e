"""A total whose parts the sections below tell, one each."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]

BODY = """1. Tổ chức

Đến 30/9, {said}, cụ thể như sau:

a) Công đoàn
12 công đoàn cơ sở với {first}, đạt 96,2%; so với đầu nhiệm kỳ tăng 189 đoàn viên.

b) Hội Nông dân
09 chi hội, {second}, bình quân 152 hội viên/chi hội.

c) Hội Phụ nữ
1.275 hội viên/1.866 phụ nữ từ 18 tuổi trở lên, đạt 68,3%.
"""


def found(
    findings_of: FindingsOf, said: str, first: str = "964 đoàn viên", second: str = "1.368 hội viên"
) -> list[str]:
    return [words for _, words in findings_of(BODY.format(said=said, first=first, second=second), "sum-mismatch")]


@pytest.mark.parametrize(
    "said",
    [
        pytest.param("các tổ chức có tổng số 3.607 đoàn viên, hội viên", id="right"),
        pytest.param("các tổ chức có tổng số 5.120 đoàn viên, hội viên", id="far off, and so of more than these"),
        pytest.param("cả xã có tổng số 3.670 hộ", id="of another noun"),
        pytest.param("bình quân mỗi tổ chức có 3.670 đoàn viên, hội viên", id="a mean"),
    ],
)
def test_a_total_that_its_sections_make_or_do_not_tell_passes(findings_of: FindingsOf, said: str) -> None:
    assert found(findings_of, said) == []


def test_a_section_that_tells_nothing_in_the_unit_leaves_the_sum_open(findings_of: FindingsOf) -> None:
    assert found(findings_of, "các tổ chức có tổng số 3.670 đoàn viên", first="hoạt động nền nếp") == []


@pytest.mark.parametrize(
    ("said", "first"),
    [
        pytest.param("các tổ chức có tổng số 3.670 đoàn viên, hội viên", "964 đoàn viên", id="the total turned"),
        pytest.param("các tổ chức có tổng số 3.607 đoàn viên, hội viên", "946 đoàn viên", id="a part turned"),
    ],
)
def test_a_total_that_its_sections_miss_by_a_slip_is_told(findings_of: FindingsOf, said: str, first: str) -> None:
    assert len(found(findings_of, said, first)) == 1
