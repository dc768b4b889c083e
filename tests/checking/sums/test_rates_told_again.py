"""A rate that went from so much to so much, and the same rate told elsewhere."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]

DEBTS = (
    "Nợ quá hạn đến nay là 84 triệu đồng, chiếm 0,16% tổng dư nợ, giảm 131 triệu đồng so với cuối năm 2014 (215 triệu "
    "đồng, chiếm 1,45%).\nChất lượng tín dụng được củng cố, tỷ lệ nợ quá hạn giảm từ 1,45% xuống còn {}."
)


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(DEBTS.format("0,16%"), id="the same"),
        pytest.param(
            "Tỷ lệ hộ nghèo năm 2023 còn 4,52%.\nĐến năm 2025, tỷ lệ hộ nghèo giảm từ 4,25% xuống còn 2,07%.",
            id="of another year",
        ),
        pytest.param(
            "Phấn đấu tỷ lệ trẻ em suy dinh dưỡng còn 7,35%.\nTỷ lệ trẻ em suy dinh dưỡng giảm từ 12,10% xuống còn "
            "7,53%.",
            id="an aim",
        ),
        pytest.param(
            "Trẻ em suy dinh dưỡng tại vùng cao chiếm 9,35%, trước đây chiếm 12,10%.\nTỷ lệ trẻ em suy dinh dưỡng giảm "
            "từ 12,10% xuống còn 7,53%.",
            id="of a part",
        ),
    ],
)
def test_rates_that_agree_or_are_of_others(body: str, findings_of: FindingsOf) -> None:
    assert findings_of(body, "body-appendix-mismatch") == []


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param(DEBTS.format("0,19%"), "tỷ lệ nợ quá hạn giảm từ 1,45% xuống còn 0,19%", id="beside that of then"),
        pytest.param(
            "Cuối năm 2025 toàn xã còn 58 hộ nghèo, chiếm 2,70%.\nĐời sống được nâng lên, tỷ lệ hộ nghèo giảm từ "
            "16,64% xuống còn 2,07%.",
            "tỷ lệ hộ nghèo giảm từ 16,64% xuống còn 2,07%",
            id="digits turned",
        ),
    ],
)
def test_rates_that_are_told_otherwise(body: str, found: str, findings_of: FindingsOf) -> None:
    told = [words for _, words in findings_of(body, "body-appendix-mismatch")]
    assert len(told) == 1
    assert told[0].endswith(found)
