"""Paragraphs whose old font is lost become Unicode, offsets and all; Unicode in any form passes untouched."""

from __future__ import annotations

import unicodedata

import pytest

from legacy_typing import typed_tcvn3, typed_vni
from tongket.files.old_fonts import decode_source
from tongket.files.text import text_blocks
from tongket.model.places import Span
from tongket.model.sources import Block, Cell, Doubt, NoteAnchor, Source, Styled

UNICODE = "Ủy ban nhân dân xã báo cáo kết quả thực hiện; diện tích 12 m², khuân vác, hoà bình, toàn xã. "
LINES = (
    "xã Lũng Vài báo cáo kết quả thực hiện quy chế dân chủ ở cơ sở năm 2025",
    "Đã tổ chức 12 cuộc đối thoại, tiếp 34 lượt người; giải quyết xong 05 vụ, đạt 80%",
    "Hồ Hà",
    "1. Nguyên nhân: đường sá khó đi vào mùa mưa lũ",
)


def source(text: str) -> Source:
    return Source("a.txt", "", "txt", text, text_blocks(text))


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(UNICODE * 9, id="composed"),
        pytest.param(unicodedata.normalize("NFD", UNICODE) * 9, id="decomposed"),
        pytest.param("The committee reports on its work in the year 2025. " * 9, id="English"),
        pytest.param("Ông Müller, bà Núñez và đoàn ® của Đức © 2025 µ, ñ ö ä ø ï û. " * 9, id="foreign names, signs"),
        pytest.param("12\t13\t14\n" * 50, id="figures alone"),
        pytest.param("¬ ^ —RB ®\nµ ¸ ö ñ ø\n“®- 'Ðr BI = #\n" * 5, id="noise of a scan"),
        pytest.param("", id="nothing"),
    ],
)
def test_what_passes(text: str) -> None:
    one = source(text)
    assert decode_source(one) is one


@pytest.mark.parametrize("typed", [typed_tcvn3, typed_vni])
def test_what_is_decoded(typed) -> None:
    found = decode_source(source("\n".join(map(typed, LINES))))
    assert found.text == "\n".join(LINES)
    assert [(block.start, block.end) for block in found.blocks] == [
        (block.start, block.end) for block in source(found.text).blocks
    ]
    assert len(found.warnings) == 1


def test_a_short_line_follows_the_document() -> None:
    """'Hoà' is a syllable as it stands; between lines in VNI it is 'Hồ'."""
    text = "\n".join((typed_vni(LINES[0]), "Hoà", typed_vni(LINES[1])))
    assert decode_source(source(text)).text.split("\n")[1] == "Hồ"


def test_only_the_pasted_paragraph_is_decoded() -> None:
    text = "\n".join((LINES[0], typed_tcvn3(LINES[1]), LINES[3], "Ông Müller ở bản Pá Hò"))
    assert decode_source(source(text)).text == "\n".join((LINES[0], LINES[1], LINES[3], "Ông Müller ở bản Pá Hò"))


def test_two_encodings_in_one_document() -> None:
    text = "\n".join((typed_vni(LINES[0]), typed_tcvn3(LINES[1]), typed_tcvn3(LINES[3])))
    assert decode_source(source(text)).text == "\n".join((LINES[0], LINES[1], LINES[3]))


def test_hyphens_that_a_pdf_gives_for_a_letter() -> None:
    text = typed_tcvn3("Nhà nước ưu tiên đầu tư cho đường giao thông, nhất là ở vùng sâu; Bà Rịa - Vũng Tàu")
    text = text.replace("n\xadíc \xadu", "n-íc -u").replace("t\xad", "t-").replace("®\xadêng", "®-êng")
    assert "\xad" not in text
    found = decode_source(source(text)).text
    assert found == "Nhà nước ưu tiên đầu tư cho đường giao thông, nhất là ở vùng sâu; Bà Rịa - Vũng Tàu"


def test_every_offset_moves_with_its_text() -> None:
    words, cells = typed_vni(LINES[0]), (typed_vni("thực hiện"), typed_vni("đối thoại"))
    row = "\t".join(cells)
    text = f"{words}\n{row}"
    at = len(words) + 1
    block = Block("paragraph", 0, len(words), styles=(Styled(0, 2, "bold"),), markup=(Span(0, 1),), breaks=(2,))
    table = Block(
        "row",
        at,
        len(text),
        cells=(Cell(at, at + len(cells[0]), 0), Cell(at + len(cells[0]) + 1, len(text), 1)),
    )
    found = decode_source(
        Source(
            "a.docx", "", "docx", text, (block, table),
            anchors=(NoteAnchor(len(words) - 4, len(words), 1),), doubts=(Doubt(at, at + len(cells[0]), 0.5),),
            headers=(typed_vni(LINES[1]),),
        )
    )  # fmt: skip
    shown = [found.text[one.start : one.end] for one in (*found.blocks, *found.blocks[1].cells, found.anchors[0])]
    assert shown == [LINES[0], "thực hiện\tđối thoại", "thực hiện", "đối thoại", "2025"]
    assert found.text[found.doubts[0].start : found.doubts[0].end] == "thực hiện"
    assert found.blocks[0].styles[0].end == 2
    assert found.headers == (LINES[1],)


def test_one_heading_that_was_pasted_into_a_document_of_unicode_is_decoded() -> None:
    heading = "1.2. T×nh h×nh kinh tÕ-x· héi:"
    found = decode_source(source(f"{UNICODE}\n{heading}\n{UNICODE}"))
    assert found.text == f"{UNICODE}\n1.2. Tình hình kinh tế-xã hội:\n{UNICODE}"


def test_signs_of_sums_between_letters_are_none_of_an_old_font() -> None:
    one = source(f"{UNICODE}\nS = a×b, V = a×b×c; km·h, N·m, kW·h\n{UNICODE}")
    assert decode_source(one) is one
