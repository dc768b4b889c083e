"""Levels of schooling against all who have one."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("Cán bộ chuyên trách có 05 người, trong đó đại học 03 người, trung cấp 02 người.", id="all"),
        pytest.param("Cán bộ chuyên trách có 05 người, trong đó đại học 03 người, trung cấp 01 người.", id="fewer"),
        pytest.param(
            "Có 05 người, trong đó đại học 03 người, trung cấp lý luận chính trị 04 người.", id="political theory"
        ),
        pytest.param("Có 36 giáo viên, trong đó đại học 30 người (chiếm 83,3%), cao đẳng 06 người.", id="a rate"),
    ],
)
def test_levels_that_may_be(body: str, findings_of: FindingsOf) -> None:
    assert findings_of(body, "sum-mismatch") == []


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param("Cán bộ chuyên trách có 05 người, trong đó đại học 03 người, trung cấp 03 người.", "05", id="of"),
        pytest.param("Nhà trường có 36 giáo viên; trình độ đại học 30 người, cao đẳng 08 người.", "36", id="behind"),
        pytest.param("Đội ngũ có 24 người, gồm 02 người thạc sĩ, 20 người đại học và 06 người cao đẳng.", "24", id="3"),
    ],
)
def test_levels_of_more_than_all(body: str, found: str, findings_of: FindingsOf) -> None:
    assert [text[:2] for _, text in findings_of(body, "sum-mismatch")] == [found]
