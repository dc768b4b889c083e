"""Footnotes: by place, size and mark; after the body, tied to their marks."""

from __future__ import annotations

from pdf_files import LEFT, RIGHT, composed, page, prose, raised, ruled, texts, written

from tongket.model.pages import Rule
from tongket.model.sources import Source

LINE = Rule(LEFT, 720, LEFT + 140, 720.5)


def note(y: float, mark: str, text: str, size: float = 10) -> list:
    first = written(LEFT, y - 3, mark, 6.5)
    return first + written(first[0].right + 3, y, text, size)


def called(y: float, text: str, mark: str) -> list:
    words = written(LEFT + 28, y, text)
    return words + raised(words[-1], mark)


def anchors(source: Source) -> list[tuple[str, str]]:
    return [(source.text[one.start : one.end], source.blocks[one.note].mark) for one in source.anchors]


def body(y: float) -> list:
    return prose(y, "Công tác chỉ đạo, điều hành được thực hiện nghiêm túc, đúng quy định, có trọng tâm, trọng điểm.")[
        0
    ]


def test_a_note_below_a_short_line_stands_after_the_body_and_is_tied_to_its_mark() -> None:
    found = composed(
        page(body(100), called(140, "Toàn xã có 475 hộ", "1"), note(740, "1", "Đến 30/6/2026."), rules=[LINE])
    )
    assert texts(found, "note") == ["1 Đến 30/6/2026."]
    assert anchors(found) == [("1", "1")]


def test_a_note_without_a_line_is_told_by_size_and_mark() -> None:
    found = composed(page(body(100), called(140, "Toàn xã có 475 hộ", "1"), note(740, "1", "Đến 30/6/2026.")))
    assert texts(found, "note") == ["1 Đến 30/6/2026."]


def test_notes_as_large_as_the_text_need_the_line_and_the_mark() -> None:
    notes = [written(LEFT, 740, "1 Đến ngày 30/6/2026.")]
    found = composed(page(body(100), called(140, "Toàn xã có 475 hộ", "1"), *notes, rules=[LINE]))
    assert texts(found, "note") == ["1 Đến ngày 30/6/2026."]


def test_marks_that_begin_again_on_each_page_are_tied_on_their_own_page() -> None:
    pages = [
        page(
            body(100),
            called(140, f"Trang {number} có số liệu", "1"),
            note(740, "1", f"Nguồn {number}."),
            rules=[LINE],
            number=number,
        )
        for number in (1, 2)
    ]
    found = composed(*pages)
    assert texts(found, "note") == ["1 Nguồn 1.", "1 Nguồn 2."]
    assert [one.note for one in found.anchors] == [
        index for index, block in enumerate(found.blocks) if block.kind == "note"
    ]


def test_a_note_goes_on_over_a_page() -> None:
    first = page(
        body(100), called(140, "Có 5 văn bản", "1"), note(740, "1", "Gồm Kế hoạch số 12/KH-UBND;"), rules=[LINE]
    )
    second = page(body(100), written(LEFT, 740, "Công văn số 88/UBND-VX.", 10), rules=[LINE], number=2)
    found = composed(first, second)
    assert texts(found, "note") == ["1 Gồm Kế hoạch số 12/KH-UBND; Công văn số 88/UBND-VX."]


def test_a_paragraph_runs_on_past_the_notes_of_its_page() -> None:
    start = written(LEFT, 690, "Ủy ban nhân dân xã đã ban hành Kế hoạch số 12/KH-UBND và tổ chức thực hiện đến", to=540)
    first = page(body(100), called(140, "Có 5 văn bản", "1"), start, note(740, "1", "Ghi chú."), rules=[LINE])
    second = page(written(LEFT, 80, "từng thôn, bản."), number=2)
    assert texts(composed(first, second))[-1].endswith("và tổ chức thực hiện đến từng thôn, bản.")


def test_small_print_without_a_mark_is_text() -> None:
    found = composed(page(body(100), written(LEFT, 740, "Biểu này lập theo mẫu chung.", 10)))
    assert texts(found, "note") == []


def test_an_underlined_word_above_recipients_makes_no_notes() -> None:
    lines = [
        written(LEFT, 715, "Nơi nhận:", 12),
        written(LEFT, 740, "- Như trên;", 11),
        written(LEFT, 754, "- Lưu: VT.", 11),
    ]
    assert texts(composed(page(body(100), *lines, rules=[LINE])), "note") == []


def test_endnotes_are_the_last_paragraphs_whose_marks_are_called_above() -> None:
    first = page(body(100), called(140, "Toàn xã có 475 hộ", "1"), called(160, "Có 12 thôn", "2"))
    last = page(
        body(100),
        written(LEFT, 160, "1 Đến ngày 30/6/2026."),
        written(LEFT, 178, "2 Có một thôn mới."),
        number=2,
    )
    found = composed(first, last)
    assert texts(found, "note") == ["1 Đến ngày 30/6/2026.", "2 Có một thôn mới."]
    assert anchors(found) == [("1", "1"), ("2", "2")]


def test_numbered_paragraphs_at_the_end_that_nothing_calls_are_text() -> None:
    found = composed(page(body(100), written(LEFT, 160, "1 Một việc."), written(LEFT, 178, "2 Hai việc.")))
    assert texts(found, "note") == []


def test_marks_typed_in_brackets_are_tied() -> None:
    notes = written(LEFT, 740, "(1) Đến ngày 30/6/2026.", 10)
    found = composed(page(body(100), written(LEFT, 140, "Toàn xã có 475 hộ(1), 12 thôn."), notes, rules=[LINE]))
    assert texts(found, "note") == ["1 Đến ngày 30/6/2026."]
    assert [found.text[one.start : one.end] for one in found.anchors] == ["(1)"]


def test_a_line_of_a_note_that_begins_with_a_number_begins_no_note() -> None:
    notes = [note(740, "1", "Gồm các mô hình của thôn Khe Mây,"), written(LEFT, 753, "2 mô hình của thôn Nà Cuổi.", 10)]
    found = composed(page(body(100), called(140, "Có 5 mô hình", "1"), *notes, rules=[LINE]))
    assert texts(found, "note") == ["1 Gồm các mô hình của thôn Khe Mây, 2 mô hình của thôn Nà Cuổi."]


def test_a_smaller_heading_above_a_table_at_the_foot_is_no_note() -> None:
    heading = written(LEFT, 700, "2. Thi công", 12)
    cells = written(LEFT + 5, 735, "Gói thầu", 12) + written(LEFT + 205, 735, "Giá trị", 12)
    found = composed(page(body(100), heading, cells, rules=ruled([LEFT, LEFT + 200, RIGHT], [720, 740])))
    assert texts(found, "note") == []
    assert texts(found)[-1] == "2. Thi công"
