"""Growth told beside each value of a row of years."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param(
            "Thu quỹ năm 2022 đạt 420 triệu đồng; năm 2023 đạt 462 triệu đồng, tăng 10%; năm 2024 đạt "
            "499 triệu đồng, tăng 8%.",
            [],
            id="right",
        ),
        pytest.param(
            "Thu quỹ năm 2022 đạt 420 triệu đồng; năm 2023 đạt 462 triệu đồng, tăng 10%; năm 2024 đạt "
            "499 triệu đồng, tăng 18% so với kế hoạch.",
            [],
            id="of the plan",
        ),
        pytest.param(
            "Thu quỹ năm 2022 đạt 420 triệu đồng; năm 2023 đạt 462 triệu đồng, tăng 10%; năm 2024 đạt "
            "499 triệu đồng, tăng 18%.",
            ["18%"],
            id="a digit",
        ),
        pytest.param(
            "Sản lượng năm 2020 đạt 1.750 tấn, năm 2021 đạt 1.860 tấn (tăng 6,29%), năm 2022 đạt 2.580 "
            "tấn (tăng 37,81%).",
            ["37,81%"],
            id="in brackets",
        ),
        pytest.param(
            "Tổng đàn năm 2021 đạt 2.100 con, năm 2022 đạt 2.310 con (tăng 10%), năm 2023 đạt 2.541 con (tăng 14%).",
            ["14%"],
            id="of thousands",
        ),
    ],
)
def test_growth_in_series(body: str, found: list[str], findings_of: FindingsOf) -> None:
    assert [words for _, words in findings_of(body, "change-mismatch")] == found
