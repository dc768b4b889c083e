"""Whether a text shows the marks of poor recognition."""

from __future__ import annotations

import pytest
from report_texts import HEAD, TAIL, TITLE, read_text

from tongket.checking.evidence.recognition import is_dirty


@pytest.mark.parametrize(
    ("body", "dirty"),
    [
        pytest.param("Kinh phí ~21.512 tỷ, tăng ~10%, còn ~ 38 việc.", False, id="a tilde that says about"),
        pytest.param("Kinh ~phí 21 tỷ ~, tăng 10% ¬, còn §§ 38 việc.", True, id="dirt"),
    ],
)
def test_dirt(body: str, *, dirty: bool) -> None:
    assert is_dirty(read_text(HEAD + TITLE + body + TAIL)) is dirty
