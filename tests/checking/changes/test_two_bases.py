"""Changes of one number against two earlier times, each with its own base or without."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param(
            "Quý này xảy ra 19 vụ, tăng 08 vụ so với quý trước (11 vụ) nhưng giảm 12 vụ so với cùng kỳ (31 vụ).",
            [],
            id="each with its base",
        ),
        pytest.param(
            "Quý này xảy ra 19 vụ, tăng 08 vụ so với quý trước (11 vụ) nhưng giảm 15 vụ so với cùng kỳ (31 vụ).",
            [("", "15 vụ")],
            id="the second is wrong",
        ),
        pytest.param(
            "Quý này xảy ra 19 vụ, tăng 08 vụ so với quý trước nhưng so với cùng kỳ (31 vụ) thì giảm 12 vụ.",
            [],
            id="the base of the second alone",
        ),
        pytest.param(
            "Tháng này xảy ra 19 vụ, so với tháng trước tăng 08 vụ, so với cùng kỳ năm trước (31 vụ), giảm 12 vụ.",
            [],
            id="the base of the second before it",
        ),
        pytest.param(
            "Quý II/2026 xảy ra 23 vụ, tăng 04 vụ so với quý I/2026 (19 vụ) nhưng giảm 08 vụ so với cùng kỳ (31 vụ).",
            [],
            id="bases with numbers in their times",
        ),
        pytest.param(
            "Tháng 6 xảy ra 23 vụ, tháng 5 xảy ra 19 vụ, tăng 04 vụ, giảm 08 vụ so với cùng kỳ năm trước (31 vụ).",
            [],
            id="another number before has that change",
        ),
        pytest.param(
            "Tháng này xảy ra 19 vụ, tăng 08 vụ, so với cùng kỳ năm trước (15 vụ).",
            [("", "08 vụ")],
            id="its base behind a comma",
        ),
        pytest.param(
            "Đầu năm tỷ lệ hộ nghèo 8,00%, cuối năm còn 6,00%, giảm 25% so với đầu năm.",
            [],
            id="a rate that sank by a part of itself",
        ),
    ],
)
def test_each_change_is_of_its_base(body: str, found: list[tuple[str, str]], findings_of: FindingsOf) -> None:
    assert findings_of(body, "change-mismatch") == found
