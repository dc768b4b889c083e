"""Outlines of Party, Front, school, hospital, court, company and union reports, as text and as Word files."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from outline_shapes import SHAPES, Shape

from tongket.files.open import open_source
from tongket.model.reports import Report
from tongket.reading.read import read_source

sys.path.append(str(Path(__file__).parents[1] / "files"))  # the Word writer of the tests of files
import word_files as word

ReportOf = Callable[[str], Report]

OF_WORD = [name for name in SHAPES if "Markdown" not in name and "PDF" not in name]


def sections(report: Report) -> list[tuple[int, str, str | None]]:
    return [(one.level, one.number or one.marker, one.title) for one in report.walk_sections()]


def as_word(shape: Shape) -> bytes:
    """One plain paragraph a line; lines with tabs are rows of a table."""
    body, rows = [], []
    for line in [*shape.text.split("\n"), ""]:
        if "\t" in line:
            rows.append(word.row(*(word.cell(one) for one in line.split("\t"))))
            continue
        body += [word.table(*rows)] if rows else []
        body += [word.paragraph(word.run(line))] if line.strip() else []
        rows = []
    return word.docx("".join(body))


@pytest.mark.parametrize("name", SHAPES)
def test_the_outline_of_a_text(name: str, report_of: ReportOf) -> None:
    assert sections(report_of(SHAPES[name].text)) == SHAPES[name].sections


@pytest.mark.parametrize("name", OF_WORD)
def test_the_outline_of_a_word_file(name: str, tmp_path: Path) -> None:
    path = tmp_path / "report.docx"
    path.write_bytes(as_word(SHAPES[name]))
    assert sections(read_source(open_source(path))) == SHAPES[name].sections


def test_typed_numbers_beside_automatic_ones(tmp_path: Path) -> None:
    steps = word.level(0, "upperRoman", "%1.") + word.level(2, "lowerLetter", "%3)")
    lists = [steps, word.level(0, "decimal", "%1.") + word.level(1, "decimal", "%1.%2."), word.level(0, "bullet", "")]
    typed = [word.paragraph(word.run(line)) for line in ("BÁO CÁO", "Kết quả năm 2024", "Xã báo cáo như sau:")]
    body = [
        *typed,
        word.listed("TÌNH HÌNH CHUNG", 1),
        word.paragraph(word.run("Xã có 14 thôn.")),
        word.listed("KẾT QUẢ", 1),
        word.paragraph(word.run("1. Công tác tuyên truyền")),
        word.paragraph(word.run("Đã mở 3 hội nghị.")),
        word.paragraph(word.run("2. Công tác kiểm tra")),
        word.listed("Cấp xã", 1, 2),
        word.listed("Cấp thôn: Kiểm tra 2 tổ.", 1, 2),
        word.listed("NHIỆM VỤ", 1),
        word.listed("Mục tiêu", 2),
        word.listed("Mục tiêu cụ thể", 2, 1),
        word.listed("Thu ngân sách tăng 5%.", 3),
        word.listed("Giải pháp", 2),
    ]
    path = tmp_path / "report.docx"
    numbering = word.numbering(lists, {at + 1: (at, "") for at in range(len(lists))})
    path.write_bytes(word.docx("".join(body), {"numbering": numbering}))
    assert sections(read_source(open_source(path))) == [
        (1, "I", "TÌNH HÌNH CHUNG"),
        (1, "II", "KẾT QUẢ"),
        (2, "1", "Công tác tuyên truyền"),
        (2, "2", "Công tác kiểm tra"),
        (3, "a", "Cấp xã"),
        (3, "b", "Cấp thôn"),
        (1, "III", "NHIỆM VỤ"),
        (2, "1", "Mục tiêu"),
        (3, "1.1", "Mục tiêu cụ thể"),
        (2, "2", "Giải pháp"),
    ]
