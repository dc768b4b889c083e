"""Accidents by kinds: cases, dead and injured."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]


def _body(dead: str = "02", hurt: str = "01", then: str = "") -> str:
    return (
        f"Xảy ra 148 vụ tai nạn giao thông, làm chết 74 người, bị thương 112 người{then}. Trong đó, đường bộ 145 vụ, "
        f"làm chết 72 người, bị thương 111 người; đường sắt 03 vụ, làm chết {dead} người, bị thương {hurt} người."
    )


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(_body(), id="right"),
        pytest.param(_body(dead="20", hurt="10"), id="two columns off: of other accidents"),
        pytest.param(_body().replace("Trong đó, đ", "Đ"), id="right, and no list"),
        pytest.param(
            "Xảy ra 14 vụ, làm 7 người chết, 9 người bị thương. So với cùng kỳ giảm 5 vụ, làm 2 người chết, 3 người bị"
            " thương; trong đó có 1 vụ, làm 1 người chết, 1 người bị thương.",
            id="a change",
        ),
    ],
)
def test_kinds_that_make_all_or_are_of_others(body: str, findings_of: FindingsOf) -> None:
    assert findings_of(body, "sum-mismatch") == []


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param(_body(dead="20"), "74", id="the dead"),
        pytest.param(_body(hurt="10"), "112", id="the injured"),
        pytest.param(_body(dead="20", then=", giảm 5 vụ so với cùng kỳ"), "74", id="compared in between"),
    ],
)
def test_kinds_that_do_not_make_all(body: str, found: str, findings_of: FindingsOf) -> None:
    assert [passage for _, passage in findings_of(body, "sum-mismatch")] == [found]
