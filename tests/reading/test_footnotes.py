"""Notes and the places that call them."""

from __future__ import annotations

from collections.abc import Callable

from tongket.model.reports import Report

ReportOf = Callable[[str], Report]


def test_notes_know_their_call(report_of: ReportOf) -> None:
    text = "I. KẾT QUẢ\n\nĐã họp¹ và ký kết².\n\n¹ Gồm 3 cuộc.\n\n²Quy chế số 01/QC-UBND.\n"
    notes = report_of(text).footnotes
    assert [(note.mark, text[note.start : note.end]) for note in notes] == [
        ("1", "¹ Gồm 3 cuộc."),
        ("2", "²Quy chế số 01/QC-UBND."),
    ]
    assert [text[note.anchor] for note in notes if note.anchor is not None] == ["¹", "²"]
    assert [text[note.text_start] for note in notes] == ["G", "Q"]


def test_a_lost_mark_leaves_no_call(report_of: ReportOf) -> None:
    text = "BÁO CÁO\n\nKết quả\n\nI. KẾT QUẢ\n\nĐã họp\n; đã ký.\n\nNơi nhận:\n- Lưu: VT.\n\nT/M BAN "
    text += "THƯỜNG VỤ\n\n\ufffd Gồm 3 cuộc.\n"
    (note,) = report_of(text).footnotes
    assert (note.anchor, text[note.text_start : note.end]) == (None, "Gồm 3 cuộc.")
