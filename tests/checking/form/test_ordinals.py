"""Points that are counted in words."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param("Một là, họp dân. Hai là, thi đua. Ba là, kiểm tra.", [], id="in a row"),
        pytest.param("Một là, họp dân. Hai là, thi đua. Một là, kiểm tra. Hai là, tổng kết.", [], id="begun anew"),
        pytest.param("Xã đạt giải thứ nhất, thôn Trong đạt giải thứ ba, thôn Ngoài thứ năm.", [], id="ranks"),
        pytest.param("Một là, họp dân. Hai là, thi đua. Bốn là, kiểm tra.", ["Bốn là,"], id="one is left out"),
        pytest.param("Thứ nhất, họp dân. Thứ ba, kiểm tra.", ["Thứ ba,"], id="the second is left out"),
    ],
)
def test_points_in_a_row(body: str, found: list[str], findings_of: FindingsOf) -> None:
    assert [printed for case, printed in findings_of(body, "numbering") if case == "skipped"] == found


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param("Ba nhiệm vụ: một là, họp dân; hai là, thi đua; ba là, kiểm tra.", [], id="as many"),
        pytest.param("Các nhiệm vụ: một là, họp dân; hai là, thi đua.", [], id="no number"),
        pytest.param(
            "Bốn nhiệm vụ: một là, họp dân; hai là, thi đua; ba là, kiểm tra.",
            [("named", "Bốn nhiệm vụ")],
            id="fewer than announced",
        ),
    ],
)
def test_points_announced(body: str, found: list[tuple[str, str]], findings_of: FindingsOf) -> None:
    assert findings_of(body, "sum-mismatch") == found
