"""Who asked for a report receives it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from report_texts import HEAD, TAIL, TITLE

FoundIn = Callable[..., list[tuple[str, str]]]


def found(asked: str, received: str, found_in: FoundIn) -> list[str]:
    head = TITLE.replace("\nI. KẾT QUẢ", f"\n{asked}, Ủy ban nhân dân xã Lũng Ẳng báo cáo như sau:\n\nI. KẾT QUẢ")
    text = f"{HEAD}{head}Xã đã họp dân.{TAIL.replace('UBND tỉnh;', received)}"
    return [printed for case, printed in found_in(text, "missing-part") if case == "requester"]


LETTER = "Thực hiện Công văn số 77/{} ngày 08/6/2026 của {}"


@pytest.mark.parametrize(
    ("asked", "received", "missing"),
    [
        pytest.param(
            LETTER.format("SGDĐT-VP", "Sở Giáo dục và Đào tạo"), "Sở GD&ĐT (b/c);", [], id="by letters and a sign"
        ),
        pytest.param(LETTER.format("SNV-XDCQ", "Sở Nội vụ tỉnh Mẫu Sơn"), "Sở Nội vụ (b/c);", [], id="by its name"),
        pytest.param(LETTER.format("UBND-NC", "Ủy ban nhân dân tỉnh Mẫu Sơn"), "UBND tỉnh;", [], id="by its letters"),
        pytest.param(
            "Thực hiện Kế hoạch số 77/KH-BCĐ ngày 08/6/2026 của Ban Chỉ đạo Đề án",
            "UBND tỉnh;",
            [],
            id="a plan asks nobody",
        ),
        pytest.param(
            LETTER.format("BCĐ-VP", "Ban Chỉ đạo Đề án tổng kết"), "Sở Nội vụ;", ["Sở Nội vụ"], id="not among them"
        ),
    ],
)
def test_who_asks_receives(asked: str, received: str, missing: list[str], found_in: FoundIn) -> None:
    assert found(asked, received, found_in) == missing


@pytest.mark.parametrize(
    ("received", "missing"),
    [
        pytest.param("Sở Y tế;", ["Sở Y tế"], id="not among them"),
        pytest.param("Thanh tra huyện;", [], id="among them"),
    ],
)
def test_a_line_that_answers_and_tells(received: str, missing: list[str], found_in: FoundIn) -> None:
    line = "Thực hiện Công văn số 41/TTH-NV ngày 12/5/2026 của Thanh tra huyện, Trường báo cáo: đã thu đủ 3 quỹ."
    title = "BÁO CÁO\nCông tác thu quỹ\n\n"
    text = f"{HEAD}{title}{line}\n{TAIL.replace('UBND tỉnh;', received)}"
    assert [printed for case, printed in found_in(text, "missing-part") if case == "requester"] == missing
