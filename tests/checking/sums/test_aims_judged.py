"""The aims exceeded, reached and missed, against all aims."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param(
            "Trong 17 chỉ tiêu đề ra, đến nay có 07 chỉ tiêu vượt, 06 chỉ tiêu đạt, 04 chỉ tiêu chưa đạt.",
            [],
            id="right",
        ),
        pytest.param(
            "Trong 18 chỉ tiêu đề ra, đến nay có 07 chỉ tiêu vượt, 06 chỉ tiêu đạt, 04 chỉ tiêu chưa "
            "đạt, 01 chỉ tiêu chưa đánh giá.",
            [],
            id="one not judged yet",
        ),
        pytest.param(
            "Trong 18 chỉ tiêu đề ra, đến nay có 12 chỉ tiêu đạt, 04 chỉ tiêu chưa đạt, còn lại chưa đến kỳ đánh giá.",
            [],
            id="a rest",
        ),
        pytest.param("Trong 18 chỉ tiêu đề ra, đến nay có 05 chỉ tiêu vượt, 09 chỉ tiêu đạt.", [], id="none missed"),
        pytest.param(
            "Trong 18 chỉ tiêu chủ yếu đề ra, đến nay có 07 chỉ tiêu vượt, 06 chỉ tiêu đạt, 04 chỉ tiêu chưa đạt.",
            ["18 chỉ tiêu"],
            id="one too few",
        ),
        pytest.param(
            "Xã rà soát 19 tiêu chí nông thôn mới, đến nay có 15 tiêu chí đạt và 03 tiêu chí chưa đạt.",
            ["19 tiêu chí"],
            id="criteria",
        ),
        pytest.param(
            "Cấp trên giao 14 chỉ tiêu, đến nay 8 chỉ tiêu vượt, 4 chỉ tiêu đạt và 3 chỉ tiêu không đạt.",
            ["14 chỉ tiêu"],
            id="one too many",
        ),
    ],
)
def test_aims_judged(body: str, found: list[str], findings_of: FindingsOf) -> None:
    assert [words for _, words in findings_of(body, "sum-mismatch")] == found
