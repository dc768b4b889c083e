"""A mean against the lowest and the highest beside it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param("Mưa trung bình 7,4 mm, cao nhất 66,0 mm, thấp nhất 0,0 mm.", [], id="between them"),
        pytest.param("Tuổi bình quân 41 tuổi; cao nhất 58, thấp nhất 29 năm công tác.", [], id="of another unit"),
        pytest.param("Thu nhập bình quân 52 triệu đồng, hộ cao nhất 1.200 kg thóc.", [], id="of another thing"),
        pytest.param(
            "Mưa trung bình toàn tỉnh là 7,40 mm (cao nhất: 6,6 mm tại trạm A).", ["7,40 mm"], id="above the highest"
        ),
        pytest.param(
            "Cao tuổi nhất 58 tuổi, trẻ tuổi nhất 29 tuổi, tuổi bình quân 21 tuổi.",
            ["21 tuổi"],
            id="below the youngest",
        ),
        pytest.param("Điểm trung bình 8,2; cao nhất 7,9; thấp nhất 5,5.", ["8,2"], id="without a unit"),
    ],
)
def test_means_of_extremes(body: str, found: list[str], findings_of: FindingsOf) -> None:
    told = findings_of(body, "implausible-magnitude")
    assert [words for case, words in told if case in ("mean-above", "mean-below")] == found
