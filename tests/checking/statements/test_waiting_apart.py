"""All that got something, and those that wait for it; funds spent to the last, and what is left."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]
KIND = "body-appendix-mismatch"


@pytest.mark.parametrize(
    "body",
    [
        "Quần chúng ưu tú đều đã được kết nạp trong năm.\nCó 05 đoàn viên chờ kết nạp vào năm sau.",
        "Quần chúng ưu tú đều đã được kết nạp trong năm.\nCó 05 quần chúng ưu tú là nữ.",
        "Quỹ Khuyến học đã chi hết.\nQuỹ Vì người nghèo còn dư 12 triệu đồng.",
        "Quỹ Khuyến học đã chi hết.\nĐầu năm, Quỹ Khuyến học còn dư 12 triệu đồng.",
    ],
)
def test_what_may_be(body: str, findings_of: FindingsOf) -> None:
    assert findings_of(body, KIND) == []


@pytest.mark.parametrize(
    "body",
    [
        "Quần chúng ưu tú đều đã được kết nạp trong năm.\nCó 05 quần chúng ưu tú chờ kết nạp vào năm sau.",
        "Quỹ Khuyến học đã chi hết.\nQuỹ Khuyến học còn dư 12 triệu đồng.",
    ],
)
def test_what_cannot_be(body: str, findings_of: FindingsOf) -> None:
    assert findings_of(body, KIND)
