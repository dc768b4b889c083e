"""Percentages that a form sets beside its shares without a word, or on the line below."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]
DASHES = "Nhẹ cân: {} - 12,5%\nThấp còi: 34/272 - 12,5%\nThừa cân: 6/272 - 2,2%"
LINES = "1. Cấp tỉnh\n- Số đơn vị đã làm 36/36\n- Tỷ lệ đạt 100%\n2. Cấp xã\n- Số đơn vị đã làm {}\n- Tỷ lệ đạt 25%"


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(DASHES.format("34/272"), id="right"),
        pytest.param(LINES.format("18/72"), id="right, on lines"),
        pytest.param("Hộ nghèo: 34/272 - 2,5%", id="a share alone, with its change"),
        pytest.param("Hộ nghèo: 34/272 -2,5%\nHộ cận nghèo: 61/272 -1,8%", id="changes"),
        pytest.param(DASHES.format("270/272"), id="far off"),
        pytest.param("Có 12/15 thôn đạt chuẩn.\nTỷ lệ 93% hộ có nước sạch.", id="of other ones"),
    ],
)
def test_forms_that_are_right_or_of_something_else(body: str, findings_of: FindingsOf) -> None:
    assert findings_of(body, "ratio-mismatch") == []


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param(DASHES.format("43/272"), "12,5%", id="behind a dash"),
        pytest.param(LINES.format("38/72"), "25%", id="on the line below"),
        pytest.param(LINES.format("38/72").replace("đạt", "hoàn thành:"), "25%", id="below, in other words"),
    ],
)
def test_wrong_rates_of_forms(body: str, found: str, findings_of: FindingsOf) -> None:
    assert [words for _, words in findings_of(body, "ratio-mismatch")] == [found]


def test_what_makes_up_all_is_no_share(findings_of: FindingsOf) -> None:
    body = "Tập trung trong lĩnh vực đất đai 2/3 lượt tiếp công dân, chiếm 100%."
    assert [words for _, words in findings_of(body, "ratio-mismatch")] == ["100%"]


def test_some_of_all_may_have_all(findings_of: FindingsOf) -> None:
    assert findings_of("Có 12/15 khu vực bỏ phiếu đạt 100%.", "ratio-mismatch") == []
