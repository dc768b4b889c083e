"""Whatever the text, reading says what stands there: it never fails, and every place is a place of the text."""

from __future__ import annotations

from collections.abc import Callable

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tongket.model.sources import Source
from tongket.reading.read import read_source
from tongket.reading.running.flow import build_flow

PIECES = (
    "BÁO CÁO",
    "Số: 12/BC-UBND",
    "Số   -BC/ĐU",
    "ngày 31/02/2026",
    "ngày 05 tháng 6 năm 2026",
    "I.",
    "1.",
    "1.1",
    "a)",
    "- ",
    "+ ",
    "* ",
    "Phần thứ nhất",
    "PHỤ LỤC 1",
    "Nơi nhận:",
    "TM. ỦY BAN NHÂN DÂN",
    "KT. CHỦ TỊCH",
    "Kết luận 62-KL/TW",
    "Quyết định số 217, 218-QĐ/TW",
    "của Ban Thường vụ Tỉnh ủy",
    "giữa Đảng ủy và Công an xã",
    "Luật Lưu trữ",
    "khóa XI, XII",
    "12,5%",
    "1.234.567 đồng",
    "93/93 thôn",
    "từ 5 đến 10 triệu đồng",
    "(75%)",
    "trong đó: xã 7, thôn 5",
    "(1)",
    "[1]",
    "¹",
    "\ufffd",
    "**",
    "<i>",
    "</i>",
    "|",
    "\t",
    "\n",
    "\n\n",
    "\f",
    "\u00a0",
    "e\u0323\u0302",
    "“",
    "”",
    '"',
    ".",
    ";",
    ":",
    "...",
    "-",
    "STT\tNội dung\tNăm 2025",
    "1\tSố hộ\t12",
    "Đvt: triệu đồng",
    "Không",
    "quý I/2026",
    "tổng số",
    "đạt",
    "hơn",
    "xếp thứ 3/12",
)
TEXTS = st.lists(st.sampled_from(PIECES) | st.text(max_size=6), max_size=40).map(" ".join)


@settings(deadline=None, max_examples=50, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=TEXTS)
def test_any_text_is_read_and_every_place_lies_in_it(text: str, source_of: Callable[[str], Source]) -> None:
    source = source_of(text)
    report = read_source(source)
    parts = [*report.citations, *report.figures, *report.sections, *report.tables, *report.footnotes]
    assert all(0 <= part.start <= part.end <= len(text) for part in parts)
    flow = build_flow(source)
    for citation in report.citations:
        assert citation.start <= citation.core_start <= citation.core_end <= citation.end
        assert citation.text in flow.text


@given(pieces=st.lists(st.sampled_from([piece for piece in PIECES if piece.isprintable()]), max_size=12))
def test_in_plain_lines_the_words_are_those_at_their_place(
    pieces: list[str], source_of: Callable[[str], Source]
) -> None:
    text = "Xã đã tổ chức " + " và ".join(
        piece for piece in pieces if piece not in ("**", "<i>", "</i>", "¹", "[1]", "(1)")
    )
    report = read_source(source_of(text))
    for part in (*report.citations, *report.figures):
        assert text[part.start : part.end] == part.text
