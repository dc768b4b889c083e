"""Dossiers of which all are said to be in time, and some are told as late."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]
KIND = "body-appendix-mismatch"
_SOME = "Tiếp nhận 28.845 hồ sơ; đã giải quyết 28.600 hồ sơ, trong đó trễ hạn {late} hồ sơ{of}. "
_ALL = "Hồ sơ của người dân, doanh nghiệp được giải quyết 100% đúng và trước hạn"


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param(_SOME.format(late=158, of="") + f"{_ALL}.", [_ALL], id="all of them, and some late"),
        pytest.param(_SOME.format(late=158, of="") + "Không có hồ sơ trễ hạn.", ["Không có hồ sơ trễ hạn"], id="none"),
        pytest.param(_SOME.format(late="00", of="") + f"{_ALL}.", [], id="none late"),
        pytest.param(_SOME.format(late=158, of="") + "100% hồ sơ hộ tịch được giải quyết đúng hạn.", [], id="a field"),
        pytest.param(_SOME.format(late=158, of="") + "Phấn đấu 100% hồ sơ được giải quyết đúng hạn.", [], id="an aim"),
    ],
)
def test_all_and_late(body: str, found: list[str], findings_of: FindingsOf) -> None:
    assert [text for _, text in findings_of(body, KIND)] == found
