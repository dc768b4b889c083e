"""The sum of new and mended told as new."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]
KIND = "body-appendix-mismatch"


@pytest.mark.parametrize(
    "body",
    [
        "Xây mới 18 nhà, sửa chữa 14 nhà cho hộ nghèo.\nĐánh giá chung: đã hỗ trợ 32 nhà cho hộ nghèo.",
        "Xây mới 18 nhà, sửa chữa 14 nhà cho hộ nghèo.\nĐánh giá chung: xây mới và sửa chữa 32 nhà.",
        "Xây mới 18 nhà, sửa chữa 14 nhà cho hộ nghèo.\nGiai đoạn 2021 - 2025 xây mới 96 nhà.",
    ],
)
def test_what_may_be(body: str, findings_of: FindingsOf) -> None:
    assert findings_of(body, KIND) == []


@pytest.mark.parametrize(
    "body",
    [
        "Xây mới 18 nhà, sửa chữa 14 nhà cho hộ nghèo.\nĐánh giá chung: nổi bật là đã xây mới 32 nhà cho hộ nghèo.",
        "Trồng mới 15 ha chè, chăm sóc 28 ha chè cũ.\nĐiểm nổi bật: đã trồng mới 43 ha chè.",
    ],
)
def test_what_cannot_be(body: str, findings_of: FindingsOf) -> None:
    assert findings_of(body, KIND)
