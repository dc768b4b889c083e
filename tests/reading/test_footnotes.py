"""Notes and the places that call them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tongket.model.reports import Report
from tongket.model.sources import Block, Source
from tongket.reading.read import read_source

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


TAIL = "\n\nNơi nhận:\n- Lưu: VT.\n\nT/M BAN THƯỜNG VỤ\n\n"


def test_a_lost_mark_leaves_a_line_end_inside_a_sentence(report_of: ReportOf) -> None:
    text = f"BÁO CÁO\n\nKết quả\n\nI. KẾT QUẢ\n\nĐã họp\n; đã ký.{TAIL}\ufffd Gồm 3 cuộc.\n"
    (note,) = report_of(text).footnotes
    assert (note.anchor, text[note.text_start : note.end]) == (text.index("\n; đã ký"), "Gồm 3 cuộc.")


def test_line_ends_that_are_not_as_many_as_the_notes_tell_nothing(report_of: ReportOf) -> None:
    text = f"BÁO CÁO\n\nKết quả\n\nI. KẾT QUẢ\n\nĐã họp\n; đã ký\n, đã gửi.{TAIL}\ufffd Gồm 3 cuộc.\n"
    assert [note.anchor for note in report_of(text).footnotes] == [None]


def test_a_note_without_words_ends_with_its_mark() -> None:
    text = "Đã họp1 hai cuộc.\n1 "
    blocks = (Block("paragraph", 0, 17), Block("note", 18, 20, mark="1"))
    (note,) = read_source(Source("x.html", "", "html", text, blocks)).footnotes
    assert (note.start, note.text_start, note.end) == (18, 19, 19)


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("Tập trung: (1) họp dân; (2) ký kết.", id="a sentence that lists"),
        pytest.param("Làm các việc (1) họp dân, (2) ký kết.", id="a list without a colon"),
        pytest.param("Như điểm (1) và mục (2) nêu trên.", id="what the marks name"),
        pytest.param("Đã làm một (1) lần, hai (2) lần.", id="numbers said twice"),
    ],
)
def test_marks_in_round_brackets_that_call_no_note(report_of: ReportOf, body: str) -> None:
    assert not report_of(f"I. KẾT QUẢ\n\n{body}\n\n(1) Họp dân: ba cuộc.\n\n(2) Ký kết: đã xong.\n").footnotes


def test_points_of_a_list_are_no_notes_though_recipients_get_two_copies(report_of: ReportOf) -> None:
    listed = "(1) Ban hành nghị quyết.\n(2) Phát động thi đua.\n(3) Kiện toàn tổ công tác.\n"
    letter = (
        "Kính gửi: Đảng ủy\n\nXin gửi báo cáo.\n\nNơi nhận:\n- Như trên,\n- Lưu Văn phòng (2).\n\nCHÁNH VĂN PHÒNG\n\n"
    )
    assert not report_of(f"{letter}I. KẾT QUẢ\n\nĐã họp.\n\nII. NHIỆM VỤ\n\n{listed}").footnotes


@pytest.mark.parametrize("blank", [pytest.param("", id="at the word"), pytest.param(" ", id="behind a blank")])
def test_marks_in_round_brackets(report_of: ReportOf, blank: str) -> None:
    text = f"I. KẾT QUẢ\n\nĐã họp{blank}(1) và ký kết{blank}(2).\n\nTiếp tục.\n\n(1) Gồm 3 cuộc.\n(2) Quy chế.\n"
    notes = report_of(text).footnotes
    assert [(note.mark, text[note.text_start : note.end]) for note in notes] == [
        ("1", "Gồm 3 cuộc."),
        ("2", "Quy chế."),
    ]
    assert [note.anchor for note in notes] == [text.index("(1)"), text.index("(2)")]
