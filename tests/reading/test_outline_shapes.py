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
