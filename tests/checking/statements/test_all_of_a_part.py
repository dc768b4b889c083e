"""All of something that is told as a part of it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]
KIND = "body-appendix-mismatch"


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("Toàn bộ diện tích lúa đã thu hoạch.", id="all"),
        pytest.param("Thu hoạch toàn bộ 100% diện tích.", id="all of a hundred"),
        pytest.param("Thu hoạch toàn bộ 5% diện tích còn lại, tức toàn bộ 5% còn lại.", id="the rest"),
        pytest.param("Toàn bộ 45 hộ nghèo (3,2%) có thẻ bảo hiểm y tế.", id="all of so many"),
        pytest.param("Tất cả các thôn có trên 87% số hộ dùng nước sạch.", id="a share in each"),
        pytest.param("Chuyển nhượng toàn bộ 35% vốn góp của công ty.", id="a share of capital"),
    ],
)
def test_all_or_a_part(body: str, findings_of: FindingsOf) -> None:
    assert findings_of(body, KIND) == []


@pytest.mark.parametrize(
    ("body", "said"),
    [
        pytest.param("Đã thu hoạch toàn bộ 95% diện tích lúa.", "toàn bộ 95%", id="of an area"),
        pytest.param("Tất cả 87% số hộ dùng nước sạch.", "Tất cả 87%", id="of households"),
        pytest.param("Toàn bộ số 62,5% hồ sơ được số hóa.", "Toàn bộ số 62,5%", id="of papers"),
    ],
)
def test_all_of_a_part_of_it(body: str, said: str, findings_of: FindingsOf) -> None:
    assert findings_of(body, KIND) == [("text", said)]
