"""Parts that have a number and no title."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Found = Callable[[str, str], list[tuple[str, str]]]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param("PHẦN THỨ NHẤT\nKẾT QUẢ NĂM 2025\n\nI. THUẬN LỢI\n\nDân đồng tình.", [], id="a title below"),
        pytest.param("PHẦN THỨ NHẤT: KẾT QUẢ\n\nI. THUẬN LỢI\n\nDân đồng tình.", [], id="a title behind"),
        pytest.param("PHẦN THỨ NHẤT\n\nI. THUẬN LỢI\n\nDân đồng tình.", ["PHẦN THỨ NHẤT"], id="no title"),
    ],
)
def test_parts_without_titles(body: str, found: list[str], findings_of: Found) -> None:
    assert [printed for case, printed in findings_of(body, "incomplete") if case == "untitled"] == found
