"""The shares of a structure, from then to now."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param(
            "Cơ cấu kinh tế chuyển dịch: nông nghiệp từ 36,8% xuống 31,2%; công nghiệp từ 37,4% lên "
            "41,5%; dịch vụ từ 25,8% lên 27,3%.",
            [],
            id="right",
        ),
        pytest.param(
            "Cơ cấu kinh tế chuyển dịch: nông nghiệp từ 36,8% xuống 31,2%; công nghiệp từ 37,4% lên 41,5%.",
            [],
            id="two of three",
        ),
        pytest.param(
            "Hộ nghèo từ 36,8% xuống 31,2%; hộ khá từ 37,4% lên 41,5%; hộ có xe từ 25,8% lên 28,3%.",
            [],
            id="no structure",
        ),
        pytest.param(
            "Cơ cấu kinh tế chuyển dịch: nông nghiệp từ 36,8% xuống 31,2%; công nghiệp từ 37,4% lên "
            "41,5%; dịch vụ từ 25,8% lên 28,3%.",
            ["31,2"],
            id="now",
        ),
        pytest.param(
            "Tỷ trọng lao động nông nghiệp giảm từ 60% năm 2020 xuống còn 48%, công nghiệp tăng từ "
            "22% lên 30%, dịch vụ từ 18% lên 20%.",
            ["48"],
            id="with a year",
        ),
        pytest.param(
            "Cơ cấu lao động chuyển dịch: nông nghiệp từ 58% còn 48%, công nghiệp từ 22% lên 31%, "
            "dịch vụ từ 18% lên 21%.",
            ["58"],
            id="then",
        ),
    ],
)
def test_structures_moved(body: str, found: list[str], findings_of: FindingsOf) -> None:
    assert [words for _, words in findings_of(body, "sum-mismatch")] == found
