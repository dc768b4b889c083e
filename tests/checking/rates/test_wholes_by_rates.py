"""Wholes that are less than a part, whose parts are all of another whole."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("Có 624 đảng viên, trong đó nữ 234 đồng chí (37,5%), dân tộc 546 đồng chí (87,5%).", id="right"),
        pytest.param("Có 264 đảng viên, trong đó nữ 234 đồng chí. Hội có 546 hội viên (87,5%).", id="of others"),
        pytest.param(
            "Khám 684 lượt người, đạt 114% kế hoạch (600 lượt người), trong đó khám bảo hiểm 650 lượt người (95%), nữ"
            " 342 lượt người (50%).",
            id="a plan",
        ),
        pytest.param("Có 264 đảng viên, trong đó nữ 99 đồng chí (37,5%), với 546 hộ (87,5%).", id="another unit"),
    ],
)
def test_wholes_that_may_be_right(body: str, findings_of: FindingsOf) -> None:
    assert findings_of(body, "ratio-mismatch") == []


def test_a_whole_that_its_rates_deny(findings_of: FindingsOf) -> None:
    body = "Có 264 đảng viên, trong đó nữ 234 đồng chí (37,5%), dân tộc thiểu số 546 đồng chí (87,5%)."
    assert [passage for _, passage in findings_of(body, "ratio-mismatch")] == ["264 đảng viên"]
