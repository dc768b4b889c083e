"""Changes of several things told in a row, each with what there was."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param(
            "Xảy ra 21 vụ, làm chết 06 người, bị thương 14 người; so với cùng kỳ tăng 03 vụ, giảm 02 người"
            " chết, tăng 04 người bị thương (cùng kỳ 18 vụ, chết 08 người, bị thương 10 người).",
            [],
            id="right",
        ),
        pytest.param(
            "Xảy ra 21 vụ, làm chết 06 người, bị thương 14 người; so với cùng kỳ tăng 03 vụ, giảm 02 người"
            " chết, tăng 07 người bị thương (cùng kỳ 18 vụ, chết 08 người, bị thương 10 người).",
            ["07 người"],
            id="a change",
        ),
        pytest.param(
            "Xảy ra 21 vụ, làm chết 09 người, bị thương 14 người; so với cùng kỳ tăng 03 vụ, giảm 01 người"
            " chết, tăng 04 người bị thương (cùng kỳ 18 vụ, chết 08 người, bị thương 10 người).",
            ["01 người"],
            id="the other way",
        ),
        pytest.param(
            "Xảy ra 21 vụ, làm 06 người chết, 14 người bị thương; so với cùng kỳ tăng 03 vụ, tăng 04 người bị"
            " thương, giảm 02 người chết (cùng kỳ 18 vụ, 08 người chết, 10 người bị thương).",
            [],
            id="in another order",
        ),
        pytest.param(
            "Xảy ra 21 vụ, làm chết 06 người; so với cùng kỳ tăng 03 vụ, giảm 05 người chết (cùng kỳ 18 vụ).",
            [],
            id="no base for each",
        ),
        pytest.param(
            "Thu 515 tỷ đồng, đạt 103% dự toán, tăng 3% so với cùng kỳ (500 tỷ đồng).",
            [],
            id="growth past the rate of a plan",
        ),
        pytest.param(
            "Thu 515 tỷ đồng, đạt 103% dự toán, tăng 3% so với cùng kỳ (560 tỷ đồng).",
            ["3%"],
            id="growth past the rate of a plan, wrong",
        ),
        pytest.param(
            "Thu nhập tăng từ 30 triệu đồng/người năm 2019 lên 45 triệu đồng/người năm 2023, tăng 1,5 lần.",
            [],
            id="times that are no change",
        ),
        pytest.param(
            "Nợ 44 tỷ đồng, giảm 6 tỷ đồng (12%) so với đầu năm (50 tỷ đồng).",
            [],
            id="a rate of another change",
        ),
        pytest.param(
            "Nợ 44 tỷ đồng, giảm 6 tỷ đồng (17%) so với đầu năm (50 tỷ đồng).",
            ["17%"],
            id="a rate that is none of its change",
        ),
    ],
)
def test_runs_of_changes(body: str, found: list[str], findings_of: FindingsOf) -> None:
    assert [words for _, words in findings_of(body, "change-mismatch")] == found
