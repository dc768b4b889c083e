"""Marks of emphasis that were typed or pasted into Word files and pages."""

from __future__ import annotations

from tongket.files.open import source_of
from tongket.model.sources import Source
from tongket.reading.read import read_source


def _page(*paragraphs: str) -> Source:
    body = "".join(f"<p>{one}</p>" for one in paragraphs)
    return source_of(f"<html><meta charset=utf-8><body>{body}</body></html>".encode(), "a.html")


_REPORT = (
    "**BÁO CÁO**",
    "**Kết quả công tác năm 2026**",
    "Thực hiện kế hoạch, xã báo cáo như sau:",
    "## **I. KẾT QUẢ**",
    "**1. Kinh tế:** Thu 12 tỷ đồng.",
    "* **Hạn chế:** Thu chậm.",
    "a) *Nguyên nhân*",
)


def test_typed_bold_is_style_and_no_text() -> None:
    source = _page(*_REPORT)
    bold = [source.text[one.start : one.end] for block in source.blocks for one in block.styles if one.style == "bold"]
    assert bold == ["BÁO CÁO", "Kết quả công tác năm 2026", "I. KẾT QUẢ", "1. Kinh tế:", "Hạn chế:"]


def test_headings_behind_typed_marks_are_read() -> None:
    report = read_source(_page(*_REPORT))
    assert report.letterhead.doc_type == "Báo cáo"
    found = [(one.number or one.marker, one.title) for one in report.walk_sections()]
    assert found == [("I", "KẾT QUẢ"), ("1", "Kinh tế"), ("*", "Hạn chế"), ("a", "Nguyên nhân")]


def test_a_single_pair_of_stars_stays_text() -> None:
    source = _page("Báo cáo", "Ký hiệu **A** là loại tốt.", "Hết.")
    assert not any(block.markup for block in source.blocks)
