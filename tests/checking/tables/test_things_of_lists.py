"""Things counted in the text and listed below, and marks without a note."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]

_LINES = "\nPHỤ LỤC I\nVẬT TƯ\n1. Xuồng máy: 03 chiếc\n2. Áo phao: 180 chiếc\n3. Phao tròn: 95 chiếc\n4. Nhà bạt: 06 bộ"
_ROWS = "\nPHỤ LỤC 02\nTHIẾT BỊ\nTT\tTên thiết bị\tSố lượng\n1\tMáy vi tính\t12\n2\tMáy in\t05\n3\tMáy quét\t02"


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("Hiện có 03 xuồng máy, 180 áo phao, 95 phao tròn, 06 nhà bạt." + _LINES, []),
        ("Hiện có 03 xuồng máy, 150 áo phao, 95 phao tròn, 06 nhà bạt." + _LINES, ["150 áo phao"]),
        ("Hiện có 02 xuồng máy, 150 áo phao, 95 phao tròn, 06 nhà bạt." + _LINES, []),
        ("Xã có 12 máy vi tính, 05 máy in, 02 máy quét." + _ROWS, []),
        ("Xã có 12 máy vi tính, 04 máy in, 02 máy quét." + _ROWS, ["04 máy in"]),
    ],
)
def test_counts_below(body: str, found: list[str], findings_of: FindingsOf) -> None:
    assert [words for _, words in findings_of(body, "body-appendix-mismatch")] == found


def test_marks_without_a_note(findings_of: FindingsOf) -> None:
    body = (
        "Tuyển 03 công chức¹; cử 47 lượt người²; chuyển 12 người³; đổ 42 m³ và 5 km².\n¹ Gồm 01 kế toán.\n² Có 05 nữ."
    )
    assert [words for case, words in findings_of(body, "numbering") if case == "unanswered"] == ["³"]
