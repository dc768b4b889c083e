"""Scores above their scale."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]
KIND = "implausible-magnitude"


@pytest.mark.parametrize(
    "body",
    [
        "Chỉ số cải cách hành chính của xã đạt 92,4/100 điểm.",
        "Xã tự chấm 102/100 điểm, gồm cả điểm thưởng.",
        "Có 112/100 điểm dân cư đăng ký, vượt kế hoạch.",
        "Điểm trung bình môn Toán là 7,25 điểm.",
        "Xã được chấm 64,25/60 điểm bắt buộc và tự nguyện.",
        "Ngày 12/10 xã chấm điểm thi đua.",
    ],
)
def test_what_may_be(body: str, findings_of: FindingsOf) -> None:
    assert findings_of(body, KIND) == []


@pytest.mark.parametrize(
    "body",
    [
        "Chỉ số cải cách hành chính của xã đạt 112,4/100 điểm.",
        "Điểm tự chấm đạt 104 điểm trên thang điểm 100.",
        "Kết quả chấm điểm chuyển đổi số của xã là 1.040/1.000 điểm.",
    ],
)
def test_what_cannot_be(body: str, findings_of: FindingsOf) -> None:
    assert findings_of(body, KIND)
