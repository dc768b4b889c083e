"""Another unit where the report speaks of its own. The report is of the commune Lũng Ẳng."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from report_texts import HEAD, TAIL, TITLE

FoundIn = Callable[..., list[tuple[str, str]]]


def found(title: str, opening: str, closing: str, found_in: FoundIn) -> list[str]:
    head = TITLE.replace("quần chúng\n", f"quần chúng{title}\n").replace("\nI. KẾT QUẢ", f"\n{opening}\n\nI. KẾT QUẢ")
    tail = TAIL.replace("của Ủy ban nhân dân xã", f"của Ủy ban nhân dân {closing}")
    return [printed for _, printed in found_in(f"{HEAD}{head}Xã đã họp dân.{tail}", "body-appendix-mismatch")]


OPENING = "Thực hiện Công văn số 12/UBND-VP ngày 01/9/2026 của UBND tỉnh, Ủy ban nhân dân {} báo cáo như sau:"


@pytest.mark.parametrize(
    ("title", "opening", "closing", "units"),
    [
        pytest.param("", OPENING.format("xã"), "xã", [], id="no names"),
        pytest.param(" trên địa bàn xã Lũng Ẳng", OPENING.format("xã Lũng Ẳng"), "xã Lũng Ẳng", [], id="its own name"),
        pytest.param("", OPENING.format("xã"), "xã Lũng Ẳng (xã Nà Pàn cũ)", [], id="merged with another"),
        pytest.param(" tại xã Nà Pàn", OPENING.format("xã"), "xã", [], id="a place of work"),
        pytest.param(" trên địa bàn xã Nà Pàn", OPENING.format("xã"), "xã", ["xã Nà Pàn"], id="another in the title"),
        pytest.param("", OPENING.format("xã Nà Pàn"), "xã", ["xã Nà Pàn"], id="another in the opening"),
        pytest.param("", OPENING.format("xã"), "xã Nà Pàn", ["xã Nà Pàn"], id="another in the closing"),
    ],
)
def test_the_report_speaks_of_its_own_unit(
    title: str, opening: str, closing: str, units: list[str], found_in: FoundIn
) -> None:
    assert found(title, opening, closing, found_in) == units
