"""Shares of a number that stands in the sentence before."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("Toàn tỉnh có 1.308 hội viên. Trong đó nữ 52% (680 hội viên).", id="right"),
        pytest.param(
            "Toàn tỉnh có 1.308 hội viên. Ban Chấp hành các cấp có nữ 52% (156 đồng chí).", id="of another body"
        ),
        pytest.param(
            "Tập huấn cho 560 hội viên. Hội viên nữ 296 người, chiếm 45%.", id="of more than those who were trained"
        ),
        pytest.param(
            "Đảng bộ có 842 đảng viên. Nữ 315 đồng chí, chiếm 37,4%. Trong năm kết nạp 36 đồng chí, trong đó nữ 20 đồng"
            " chí, chiếm 55,6%.",
            id="each of the number right before it",
        ),
        pytest.param(
            "Hộ nghèo còn 312 hộ, chiếm 5,2%; hộ cận nghèo 456 hộ, chiếm 7,6% tổng số hộ.",
            id="two groups of a whole that is told nowhere",
        ),
    ],
)
def test_shares_that_may_be_right(body: str, findings_of: FindingsOf) -> None:
    assert findings_of(body, "ratio-mismatch") == []


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param(
            "Toàn tỉnh có 1.308 hội viên. Tổ chức Hội ngày càng được củng cố. Trong đó nữ 59% (680 hội viên).",
            "59%",
            id="before its number, two sentences behind",
        ),
        pytest.param(
            "Xã có 118 tổ với 708 hòa giải viên. Hòa giải viên nữ 191 người, chiếm 37%.", "37%", id="named again"
        ),
        pytest.param(
            "Toàn huyện có 1.620 cán bộ, công chức. Có 1.053 nữ (85%), 425 đảng viên.", "85%", id="women of people"
        ),
        pytest.param(
            "Tổng số hộ vay vốn là 2.860 hộ, trong đó hộ do phụ nữ làm chủ 49% (1.287 hộ).", "49%", id="in one sentence"
        ),
    ],
)
def test_shares_that_are_not_of_their_whole(body: str, found: str, findings_of: FindingsOf) -> None:
    assert [passage for _, passage in findings_of(body, "ratio-mismatch")] == [found]
