"""Documents said to be named above under a number that none has."""

from __future__ import annotations

import pytest
from report_texts import HEAD, TAIL, TITLE, passage, read_text

from tongket.checking.documents.numbers_named_above import check_numbers_named_above

ABOVE = "Ban thẩm tra Tờ trình số 112/TTr-UBND ngày 03/5/2026 của UBND xã. "


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param(ABOVE + "Ban nhất trí với Tờ trình số 112/TTr-UBND nêu trên.", [], id="its number"),
        pytest.param(ABOVE + "Ban nhất trí với Tờ trình số 113/TTr-UBND của UBND xã.", [], id="not said to be above"),
        pytest.param(ABOVE + "Ban nhất trí với Tờ trình số 168/TTr-UBND nêu trên.", [], id="a number far off"),
        pytest.param(
            ABOVE + "Tờ trình số 114/TTr-UBND đã gửi. Ban nhất trí với Tờ trình số 113/TTr-UBND nêu trên.",
            [],
            id="two that may be meant",
        ),
        pytest.param(
            ABOVE + "Ban nhất trí với Tờ trình số 113/TTr-UBND ngày 05/5/2026 nêu trên.", [], id="another day"
        ),
        pytest.param(
            ABOVE + "Ban nhất trí với Tờ trình số 113/TTr-UBND nêu trên.", ["Tờ trình số 113/TTr-UBND"], id="the next"
        ),
        pytest.param(
            ABOVE + "Ban nhất trí với Tờ trình số 121/TTr-UBND của UBND xã nói trên.",
            ["Tờ trình số 121/TTr-UBND"],
            id="digits exchanged",
        ),
    ],
)
def test_what_is_named_above_has_the_number_that_it_has_above(body: str, found: list[str]) -> None:
    report = read_text(f"{HEAD}{TITLE}{body}{TAIL}")
    assert [passage(report, one) for one in check_numbers_named_above(report)] == found
