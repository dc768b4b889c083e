"""Items that begin with their days, in the order of these."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]


def _items(*days: str) -> str:
    return "1. Công tác chỉ đạo\n" + "".join(f"- Ngày {day} Ủy ban nhân dân xã họp với các thôn;\n" for day in days)


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param(_items("03/8/2026", "04/8/2026", "04/8/2026", "05/8/2026"), [], id="in order"),
        pytest.param(_items("05/8/2026", "04/8/2026", "03/8/2026"), [], id="the latest first"),
        pytest.param(_items("04/8/2026", "03/8/2026"), [], id="two items"),
        pytest.param(_items("03/8/2026", "01/8/2026", "05/8/2026", "02/8/2026"), [], id="another order"),
        pytest.param(_items("04/8/2026", "03/8/2026", "05/8/2026"), ["Ngày 03/8/2026"], id="one out of its place"),
    ],
)
def test_order_of_items(body: str, found: list[str], findings_of: FindingsOf) -> None:
    assert [words for case, words in findings_of(body, "date-chronology") if case == "item-order"] == found
