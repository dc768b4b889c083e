"""All of those told before, and more of them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param(
            "Phát hiện 14 chi hội nộp thiếu quỹ; đến nay 16 chi hội nộp thiếu đều đã nộp đủ.",
            ["16 chi hội nộp thiếu đều"],
            id="one sentence",
        ),
        pytest.param(
            "Có 23 hộ vi phạm hành lang đê. Sau vận động, 32 hộ vi phạm đều đã tháo dỡ.",
            ["32 hộ vi phạm đều"],
            id="the next sentence",
        ),
        pytest.param(
            "Bão làm tốc mái 41 nhà. Xã huy động dân quân, 44 nhà tốc mái đều được sửa trong ngày.",
            ["44 nhà tốc mái đều"],
            id="in another order",
        ),
        pytest.param("Phát hiện 14 chi hội nộp thiếu; 14 chi hội nộp thiếu đều đã nộp đủ.", [], id="as many"),
        pytest.param("Phát hiện 14 chi hội nộp thiếu; 24 chi hội cơ quan đều đã nộp đủ.", [], id="others"),
        pytest.param(
            "Có 23 hộ vi phạm và 9 hộ lấn chiếm. Sau vận động, 32 hộ vi phạm đều đã tháo dỡ.", [], id="both kinds"
        ),
        pytest.param(
            "Khen 5 tập thể có thành tích. Ngoài ra 9 tập thể có thành tích đều được nêu tên.", [], id="more of them"
        ),
        pytest.param("Tặng quà 200 hộ nghèo. Dịp Tết, 250 hộ nghèo đều được nhận gạo.", [], id="of another act"),
        pytest.param("Bão làm tốc mái 41 nhà. Trong đó 12 nhà tốc mái đều được sửa.", [], id="some of them"),
    ],
)
def test_all_of_those(body: str, found: list[str], findings_of: FindingsOf) -> None:
    assert [words for _, words in findings_of(body, "body-appendix-mismatch")] == found
