"""The rate of a whole between those of its two kinds."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]
RATES = (
    "STT\tNội dung\tNăm 2022\tNăm 2024\n1\tTỷ lệ hộ nghèo\t\t\n\t- Chung\t{}\t5,4\n\t+ {}\t2,1\t1,9\n\t+ {}\t7,8\t6,9\n"
)


@pytest.mark.parametrize(
    "table",
    [
        pytest.param(RATES.format("6,2", "Thành thị", "Nông thôn"), id="between them"),
        pytest.param(RATES.format("9,2", "Hộ dân tộc", "Hộ chính sách"), id="kinds that leave some out"),
        pytest.param(RATES.replace("Tỷ lệ", "Số").format("9,9", "Thành thị", "Nông thôn"), id="counts"),
    ],
)
def test_rates_that_may_be_so(table: str, findings_of: FindingsOf) -> None:
    assert findings_of(table, "ratio-mismatch") == []


def test_the_rate_of_all_lies_beyond_both(findings_of: FindingsOf) -> None:
    found = findings_of(RATES.format("9,2", "Thành thị", "Nông thôn"), "ratio-mismatch")

    assert found == [("between", "9,2")]
