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
        pytest.param(
            "Thu ngân sách 21.456 triệu đồng, đạt 77,18% dự toán (27.800 triệu đồng), so với cùng kỳ năm 2024 của 03 xã"
            " cũ cộng lại (19.452 triệu đồng) tăng 10,30%.",
            [],
            id="behind its base, with a plan in brackets before",
        ),
        pytest.param(
            "Thu ngân sách 21.456 triệu đồng, đạt 77,18% dự toán (27.800 triệu đồng), so với cùng kỳ năm 2024 của 03 xã"
            " cũ cộng lại (19.452 triệu đồng) tăng 13,01%.",
            [("", "13,01%")],
            id="behind its base, wrong",
        ),
        pytest.param(
            "Đến nay có 15/18 xã đạt chuẩn, chiếm 83,33%, tăng 04 xã so với đầu nhiệm kỳ, 04 xã đạt chuẩn nâng cao.",
            [],
            id="without a base, before another number",
        ),
    ],
)
def test_each_change_is_of_its_base(body: str, found: list[tuple[str, str]], findings_of: FindingsOf) -> None:
    assert findings_of(body, "change-mismatch") == found


@pytest.mark.parametrize(
    ("times", "found"),
    [pytest.param("3,55 lần", [], id="right"), pytest.param("3,25 lần", [("mean", "3,25 lần")], id="wrong")],
)
def test_how_many_times_what_there_was_in_the_brackets_before(
    times: str, found: list[tuple[str, str]], findings_of: FindingsOf
) -> None:
    said = (
        "Dư nợ đến 30/6/2024 là 52.735 triệu đồng, với 1.184 hộ còn dư nợ, "
        "so với thời điểm 31/12/2014 (14.860 triệu đồng)"
        f" tăng 37.875 triệu đồng, gấp {times}."
    )
    assert findings_of(said, "ratio-mismatch") == found
