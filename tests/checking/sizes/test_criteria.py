"""Criteria of new rural communes, of which there are nineteen."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param(
            "Về nông thôn mới, 06/08 xã đạt chuẩn, 02 xã còn lại đạt 16 và 20 tiêu chí.", ["20 tiêu chí"], id="of two"
        ),
        pytest.param("Về nông thôn mới, xã đạt 21 tiêu chí.", ["21 tiêu chí"], id="of one"),
        pytest.param("Về nông thôn mới, 02 xã còn lại đạt 16 và 18 tiêu chí.", [], id="fewer"),
        pytest.param("Về nông thôn mới, 05 xã đạt 90 tiêu chí.", [], id="five communes together"),
        pytest.param("Về nông thôn mới, xã đạt 57 tiêu chí thành phần.", [], id="parts of criteria"),
        pytest.param("Theo bộ tiêu chí chuyển đổi số, xã đạt 24 tiêu chí.", [], id="another programme"),
    ],
)
def test_criteria(body: str, found: list[str], findings_of: FindingsOf) -> None:
    assert [words for _, words in findings_of(body, "implausible-magnitude")] == found
