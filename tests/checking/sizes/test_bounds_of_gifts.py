"""The least and the most that one of many gave is no sum of them all."""

from __future__ import annotations

from collections.abc import Callable

import pytest


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param("Đoàn viên ủng hộ tại nơi cư trú tối thiểu là 50.000 đồng.", [], id="the least"),
        pytest.param("Xã vận động ủng hộ, nhiều nhất 500.000 đồng.", [], id="the most"),
        pytest.param("Xã vận động ủng hộ được 50.000 đồng.", [("money", "50.000 đồng")], id="all of it"),
        pytest.param(
            "Khen 9 tập thể, 14 cá nhân, tổng số tiền 12,6 triệu đồng (tập thể 700.000 đồng, cá nhân 450.000 đồng).",
            [],
            id="what one of them got",
        ),
    ],
)
def test_the_sum_of_a_collection(
    body: str, found: list[tuple[str, str]], findings_of: Callable[[str, str], list[tuple[str, str]]]
) -> None:
    assert findings_of(body, "implausible-magnitude") == found
