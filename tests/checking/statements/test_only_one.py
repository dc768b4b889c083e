"""The only one, of which there are more."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]
KIND = "body-appendix-mismatch"


@pytest.mark.parametrize(
    "body",
    [
        "Mặt trận xã chỉ tổ chức được 01 hội nghị phản biện.\nĐã chủ trì 04 hội nghị tập huấn.",
        (
            "Mặt trận xã chỉ tổ chức được 01 hội nghị phản biện.\nMặt trận đã tham gia 04 hội nghị phản biện "
            "do huyện tổ chức."
        ),
        "Xã mới chỉ có 01 mô hình nuôi ong.\nToàn huyện có 12 mô hình nuôi ong.",
        "Hội chỉ tổ chức được 01 lớp tập huấn chăn nuôi.\nTrung tâm khuyến nông mở 3 lớp tập huấn chăn nuôi.",
    ],
)
def test_what_may_be(body: str, findings_of: FindingsOf) -> None:
    assert findings_of(body, KIND) == []


@pytest.mark.parametrize(
    "body",
    [
        "Mặt trận xã chỉ tổ chức được 01 hội nghị phản biện.\nĐã chủ trì 04 hội nghị phản biện.",
    ],
)
def test_what_cannot_be(body: str, findings_of: FindingsOf) -> None:
    assert findings_of(body, KIND)
