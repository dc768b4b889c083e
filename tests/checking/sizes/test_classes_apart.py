"""Classes of a measure between which something is left out, or that overlap."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]


@pytest.mark.parametrize(
    ("body", "wrong"),
    [
        pytest.param("dưới 5 triệu đồng; từ 5 đến dưới 8 triệu đồng; từ 8 triệu đồng trở lên", False, id="one by one"),
        pytest.param("dưới 5 triệu đồng; từ 5 đến dưới 8 triệu đồng; từ 10 triệu đồng trở lên", True, id="a gap"),
        pytest.param("dưới 5 triệu đồng; từ 5 đến dưới 8 triệu đồng; từ 7 triệu đồng trở lên", True, id="they overlap"),
        pytest.param("dưới 5 hộ; từ 5 đến 9 hộ; từ 10 hộ trở lên", False, id="whole numbers"),
        pytest.param("từ 1 đến 2 triệu đồng; từ 5 đến 8 triệu đồng; từ 8 đến 9 triệu đồng", False, id="fines"),
        pytest.param("từ 5 đến dưới 8 triệu đồng; từ 10 triệu đồng trở lên", False, id="two alone"),
    ],
)
def test_classes(body: str, *, wrong: bool, findings_of: FindingsOf) -> None:
    assert bool(findings_of(f"Phân loại theo mức: {body}.", "body-appendix-mismatch")) is wrong
