"""Notes at the foot that no mark of the text calls."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]

_NOTES = "\n\n(1) Theo báo cáo của các thôn.\n(2) Số liệu đến ngày 31/8/2026.\n(3) Gồm cả vốn vay."


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param(
            "Xã có 29 hộ khá (1), 30 hộ nghèo (2) và chi hỗ trợ 3,8 tỷ đồng (3)." + _NOTES, [], id="each is called"
        ),
        pytest.param("Xã đã làm tốt công tác giảm nghèo trong năm." + _NOTES, [], id="marks lost altogether"),
        pytest.param(
            "Xã có 29 hộ khá (1), 30 hộ nghèo (2) và chi hỗ trợ 3,8 tỷ đồng." + _NOTES,
            ["(3) Gồm cả vốn vay."],
            id="one is called nowhere",
        ),
    ],
)
def test_notes_that_nothing_calls(body: str, found: list[str], findings_of: FindingsOf) -> None:
    assert [words for case, words in findings_of(body, "numbering") if case == "uncalled"] == found
