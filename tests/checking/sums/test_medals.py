"""Gold, silver and bronze against all medals."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param(
            "Đoàn đoạt 48 huy chương tại Đại hội Thể dục thể thao (12 vàng, 15 bạc, 21 đồng), xếp thứ 4.",
            [],
            id="right",
        ),
        pytest.param("Đội tuyển giành 15 huy chương, trong đó có 4 huy chương vàng.", [], id="one kind"),
        pytest.param("Đội tuyển giành 4 huy chương vàng, 5 huy chương bạc, 7 huy chương đồng.", [], id="no total"),
        pytest.param(
            "Đoàn đoạt 47 huy chương tại Đại hội Thể dục thể thao (12 vàng, 15 bạc, 21 đồng), xếp thứ 4.",
            ["47 huy chương"],
            id="in brackets",
        ),
        pytest.param(
            "Đội tuyển giành 15 huy chương các loại: 4 vàng, 5 bạc, 7 đồng.", ["15 huy chương"], id="behind a colon"
        ),
        pytest.param("Kết quả đạt 9 huy chương, gồm 2 HCV, 3 HCB và 5 HCĐ.", ["9 huy chương"], id="short forms"),
    ],
)
def test_medals(body: str, found: list[str], findings_of: FindingsOf) -> None:
    assert [words for _, words in findings_of(body, "sum-mismatch")] == found
