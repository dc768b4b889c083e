"""All of a kind that have done something, and some of them that have not."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[..., list[tuple[str, str]]]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param("100% chi bộ đã tổ chức đại hội, còn 02 chi bộ chưa có nhà sinh hoạt.", [], id="another matter"),
        pytest.param("Có 15/15 thôn đã tổ chức họp dân, còn 12 hộ chưa ký cam kết.", [], id="of others"),
        pytest.param("Có 13/15 thôn đã tổ chức họp dân, còn 02 thôn chưa tổ chức.", [], id="what is left"),
        pytest.param(
            "Có 22/22 sở và 63/63 xã đã ban hành kế hoạch, 02 cơ quan đang trình ban hành.",
            ["02 cơ quan đang"],
            id="fractions of all",
        ),
        pytest.param(
            "100% chi bộ đã tổ chức đại hội, còn 02 chi bộ chưa tổ chức.", ["02 chi bộ chưa"], id="a hundred per cent"
        ),
    ],
)
def test_all_and_some_left(body: str, found: list[str], findings_of: FindingsOf) -> None:
    assert [words for case, words in findings_of(body, "sum-mismatch") if case == "all-and-some"] == found
