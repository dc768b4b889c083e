"""A text whose blanks were widened, as justified pages are copied, is read as if each were one."""

from __future__ import annotations

from tongket.files.open import source_of
from tongket.model.reports import Report
from tongket.reading.read import read_source

TEXT = """ĐẢNG ỦY PHƯỜNG LŨNG ẲNG

BÁO CÁO
Kết quả thực hiện Chỉ thị số 12-CT/TU, ngày 05/3/2024

I. Công tác chỉ đạo
1. Việc quán triệt và triển khai
Thực hiện Chỉ thị số 12-CT/TU ngày 05/3/2024 của Ban Thường vụ Tỉnh ủy, các chi bộ đã tổ chức 14 hội nghị.
2. Việc kiểm tra và giám sát
Đảng ủy đã kiểm tra 6 chi bộ và giám sát 4 chi bộ, đạt tỷ lệ 71,4% số chi bộ trong toàn phường năm qua.
II. Kết quả đạt được
Có 128 hộ được vay vốn với tổng số tiền 3.250 triệu đồng, tăng 12 hộ so với cùng kỳ năm trước của phường.
"""


def read(text: str) -> Report:
    return read_source(source_of(text.encode(), "a.txt"))


def said(report: Report) -> tuple[list[str], list[str], list[str]]:
    """Titles, citations and figures, each with single blanks."""
    figures = [" ".join(one.text.split()) for one in report.figures]
    return [one.title for one in report.walk_sections()], [one.symbol or "" for one in report.citations], figures


def test_two_blanks_for_one_change_nothing_that_is_read() -> None:
    assert said(read(TEXT.replace(" ", "  "))) == said(read(TEXT))


def test_lines_stretched_by_three_blanks_are_no_table() -> None:
    words = TEXT.split(" ")
    wide = "".join(word + " " * (1 + at % 3) for at, word in enumerate(words)).rstrip(" ")
    assert said(read(wide)) == said(read(TEXT))


def test_a_figure_lies_where_it_is_printed() -> None:
    wide = TEXT.replace(" ", "  ")
    report = read(wide)
    assert "128  hộ" in [wide[one.start : one.end] for one in report.figures]
