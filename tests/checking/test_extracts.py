"""Texts that end before their document does: what their last line lacks is a hint."""

from __future__ import annotations

import pytest
from report_texts import read_text

from tongket.checking.check import check_report

BODY = "BÁO CÁO\nKết quả công tác năm 2024\n\nI. KẾT QUẢ\n\nXã đã họp và giao việc cho các thôn.\n\n"
SIGNED = "\n\nNơi nhận:\n- Như trên;\n- Lưu: VT.\n\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n\nLò Văn Ún\n"


@pytest.mark.parametrize(
    ("tail", "kind", "severity"),
    [
        pytest.param("II. NHIỆM VỤ", "incomplete", "info", id="a heading"),
        pytest.param(f"II. NHIỆM VỤ{SIGNED}", "incomplete", "warning", id="a heading above a signature"),
        pytest.param("II. NHIỆM VỤ\n\nGiao đất cho các hộ (hộ nghèo", "spelling", "info", id="a bracket"),
        pytest.param(
            f"II. NHIỆM VỤ\n\nGiao đất cho các hộ (hộ nghèo{SIGNED}", "spelling", "warning", id="a bracket, signed"
        ),
    ],
)
def test_what_the_last_line_of_an_extract_lacks_is_a_hint(tail: str, kind: str, severity: str) -> None:
    found = [one for one in check_report(read_text(BODY + tail)) if (one.kind, one.case) in _TOLD]
    assert [(one.kind, one.severity) for one in found] == [(kind, severity)]


_TOLD = {("incomplete", "section"), ("spelling", "unclosed")}
