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


@pytest.mark.parametrize(
    ("first", "again", "found"),
    [
        pytest.param(
            "Nhiệm kỳ qua có 12/14 chỉ tiêu đạt và vượt.",
            "Phong trào hướng mạnh về cơ sở, 13/14 chỉ tiêu Đại hội đề ra đạt và vượt.",
            ["13/14 chỉ tiêu Đại hội đề ra đạt và vượt"],
            id="shares",
        ),
        pytest.param(
            "Đến nay có 07 chỉ tiêu đạt và vượt mục tiêu.",
            "Đảng bộ đạt nhiều kết quả quan trọng: có 08 chỉ tiêu đạt và vượt mục tiêu.",
            ["08 chỉ tiêu đạt và vượt"],
            id="numbers",
        ),
        pytest.param(
            "Nhiệm kỳ qua có 12/14 chỉ tiêu đạt và vượt.",
            "Phong trào hướng mạnh về cơ sở, 12/14 chỉ tiêu Đại hội đề ra đạt và vượt.",
            [],
            id="the same",
        ),
        pytest.param(
            "Nhiệm kỳ qua có 12/14 chỉ tiêu đạt và vượt.",
            "Về kinh tế, 05 chỉ tiêu đạt và vượt; năm 2022 có 10/14 chỉ tiêu đạt và vượt.",
            [],
            id="of a field, of another year",
        ),
        pytest.param("Có 12/14 chỉ tiêu đạt và vượt.", "Có 05/14 chỉ tiêu vượt.", [], id="another way"),
    ],
)
def test_aims_told_twice(first: str, again: str, found: list[str], findings_of: FindingsOf) -> None:
    told = findings_of(f"{first}\n{again}", "body-appendix-mismatch")
    assert [words for _, words in told] == found
