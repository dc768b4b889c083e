"""The rank of one index in one year, told at two places."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]

_RANK = "Chỉ số PAR năm 2025 đạt 87,62 điểm, tăng 2 bậc so với năm 2024 (85 điểm), xếp thứ 4/9 xã.\nChỉ số PAR "


@pytest.mark.parametrize(
    ("body", "found"),
    [
        (_RANK + "năm 2025 xếp thứ 4/9 xã.", []),
        (_RANK + "năm 2025 xếp thứ 5/9 xã.", ["xếp thứ 5/9"]),
        (_RANK + "năm 2026 xếp thứ 5/9 xã.", []),
        (_RANK + "năm 2025 về thể chế xếp thứ 5/9 xã.", []),
        (_RANK + "năm 2025 xếp thứ 5/9 xã trong lĩnh vực đất đai.", []),
        (_RANK + "năm 2025 tính đến tháng 6 xếp thứ 5/9 xã.", []),
    ],
)
def test_ranks_told_twice(body: str, found: list[str], findings_of: FindingsOf) -> None:
    assert [words for _, words in findings_of(body, "body-appendix-mismatch")] == found
