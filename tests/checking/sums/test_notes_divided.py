"""Notes that say how the number divides on which they hang."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]


def _found(note: str, findings_of: FindingsOf) -> list[str]:
    body = f"Các cấp đã ban hành 214 văn bản¹. Tổ chức 12 buổi.\n\n¹ {note}\n"
    return [words for _, words in findings_of(body, "sum-mismatch")]


@pytest.mark.parametrize(
    "note",
    [
        "Trong đó kế hoạch 88, báo cáo 71, công văn 45.",
        "88 kế hoạch, 71 báo cáo, 45 công văn.",
        "Gồm: cấp huyện: 88; cấp xã: 71; đoàn thể: 45.",
        "Kỳ thứ Ba: 88 văn bản; kỳ thứ Năm: 71 văn bản; chuyên đề: 45 văn bản.",
    ],
)
def test_a_note_that_does_not_make_its_number(note: str, findings_of: FindingsOf) -> None:
    assert _found(note, findings_of) == ["214 văn bản"]


@pytest.mark.parametrize(
    "note",
    [
        pytest.param("Trong đó kế hoạch 88, báo cáo 71, công văn 55.", id="right"),
        pytest.param("Trong đó kế hoạch 28, báo cáo 21.", id="some of them"),
        pytest.param("Trong đó 120 văn bản của xã, 84 văn bản của các đoàn thể.", id="two of some"),
        pytest.param("Cấp huyện họp 121 buổi, ra 95 thông báo.", id="what was done"),
        pytest.param("Năm 2022 là 88, năm 2023 là 71, năm 2024 là 45.", id="times"),
        pytest.param("Tăng 88 so với 71 của năm trước, giảm 45.", id="changes"),
        pytest.param("Kế hoạch số 88/KH-UBND, Báo cáo số 71/BC-UBND.", id="documents"),
    ],
)
def test_notes_that_may_be_right(note: str, findings_of: FindingsOf) -> None:
    assert not _found(note, findings_of)
