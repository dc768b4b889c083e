"""More provinces than the country has."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]
KIND = "implausible-magnitude"


@pytest.mark.parametrize(
    "body",
    [
        "Chương trình được ký kết với 34 tỉnh, thành phố trong cả nước.",
        "Năm 2024, hội nghị trực tuyến tới 63 tỉnh, thành phố.",
        "Trước khi sắp xếp, cả nước có 63 tỉnh, thành phố.",
        "Có 28/34 tỉnh, thành phố đã kết nối.",
    ],
)
def test_what_may_be(body: str, findings_of: FindingsOf) -> None:
    assert findings_of(body, KIND) == []


@pytest.mark.parametrize(
    "body",
    [
        "Chương trình được ký kết với 38 tỉnh, thành phố trong cả nước.",
        "Có 36/36 tỉnh, thành phố đã kết nối.",
    ],
)
def test_what_cannot_be(body: str, findings_of: FindingsOf) -> None:
    assert findings_of(body, KIND)
