"""Classes as no school has, and births as no unit has."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]
KIND = "implausible-magnitude"


@pytest.mark.parametrize(
    "body",
    [
        "Trường tiểu học có 18 lớp, 520 học sinh.",
        "Trường có 18 lớp, 52 học sinh dân tộc thiểu số.",
        "Trường có 18 lớp, 12 em đạt giải.",
        "Điểm trường có 02 lớp, 9 học sinh.",
        "Nhà trường có 10 lớp với 36 học sinh lớp 9.",
        "Trường phân thành 4 nhóm, 14 em mỗi nhóm luyện tập.",
        "Tỷ số giới tính khi sinh là 113 bé trai/100 bé gái.",
    ],
)
def test_what_may_be(body: str, findings_of: FindingsOf) -> None:
    assert findings_of(body, KIND) == []


@pytest.mark.parametrize(
    "body",
    [
        "Trường tiểu học có 18 lớp, 52 học sinh.",
        "Năm học này có 10 lớp với tổng số 3.450 học sinh.",
        "Tỷ số giới tính khi sinh là 11,3 bé trai/100 bé gái.",
    ],
)
def test_what_cannot_be(body: str, findings_of: FindingsOf) -> None:
    assert findings_of(body, KIND)
