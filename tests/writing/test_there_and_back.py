"""What is written leads back: a number in the Word file to its sentences, a corrected workbook to new totals."""

from __future__ import annotations

import re
import shutil
import sys
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
from lxml import etree

import tongket
from tongket.messages import say
from tongket.model.consolidations import Consolidation
from tongket.model.drafts import Draft, LiveFigure
from tongket.model.figures import Figure
from tongket.model.observations import Rollup
from tongket.model.quantities import Range, Share
from tongket.model.reports import Report
from tongket.writing.compose import compose
from tongket.writing.exact_texts import exact_text
from tongket.writing.prose import figure_text
from tongket.writing.workbook import UNUSED, VALUES

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "tools"))

from samples.folder import write_folder

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
KEPT = ("Mẫu Sơn Tây", "Nậm Khuổi", "Đồng Giềng", "Thanh Lũng", "Hang Kia Mới", "Bản Lầu Xuôi")


@dataclass(frozen=True)
class Run:
    """One run of the main job: where it wrote, what it made, and the reports that it read."""

    out: Path
    made: Consolidation
    draft: Draft
    reports: Path


@pytest.fixture(scope="module")
def reports(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Six communes of the made-up province, and its round: 22 bodies have not reported."""
    whole, some = tmp_path_factory.mktemp("province"), tmp_path_factory.mktemp("six")
    write_folder(whole, year=2026, programme="ct-06-tu", seed=2026)
    for path in (whole / "reports").iterdir():
        if path.suffix in (".yaml", ".tsv") or any(name in path.name for name in KEPT):
            shutil.copy(path, some)
    return some


@pytest.fixture(scope="module")
def run(reports: Path, tmp_path_factory: pytest.TempPathFactory) -> Run:
    out = tmp_path_factory.mktemp("out") / "kq"
    made = tongket.consolidate(reports, "ct-06-tu", out)
    return Run(out, made, compose(made), reports)


def controls(path: Path) -> dict[str, str]:
    """Key -> text of every content control of a Word file."""
    with zipfile.ZipFile(path) as archive:
        document = etree.fromstring(archive.read("word/document.xml"))
    found = {}
    for control in document.iter(f"{W}sdt"):
        alias = control.find(f"{W}sdtPr/{W}alias")
        assert alias is not None
        found[alias.get(f"{W}val", "")] = "".join(node.text or "" for node in control.iter(f"{W}t"))
    return found


def rollup_of(made: Consolidation, figure: LiveFigure) -> Rollup:
    """The one rollup that a live figure stands for."""
    found = [
        one
        for one in made.rollups
        if (one.indicator, one.cell, one.unit, one.sources)
        == (figure.indicator, figure.cell, figure.unit, figure.sources)
        and (one.amount, one.reported) == (figure.amount, figure.reported)
    ]
    assert len(found) == 1, figure
    return found[0]


def test_every_number_leads_to_its_rollup_its_observations_and_their_sentences(run: Run) -> None:
    shown = controls(run.out / "bao-cao.docx")
    figures = {figure.key: figure for figure in run.draft.figures}
    assert shown.keys() == figures.keys()
    assert len(shown) > 100
    texts = {read.file: read.report.text for read in run.made.reports}
    for key, text in shown.items():
        rollup = rollup_of(run.made, figures[key])
        indicator = run.made.programme.indicator(rollup.indicator)
        assert text in {exact_text(rollup), figure_text(rollup, indicator), figure_text(rollup, indicator, "đồng"),
                        figure_text(rollup, indicator, "%")}  # fmt: skip
        assert rollup.sources
        for source in rollup.sources:
            observation = run.made.observations[source]
            whole = texts[observation.source]
            printed = whole[observation.start : observation.end]
            assert observation.passage
            assert any(char.isdigit() for char in printed) or observation.status == "none-occurred", printed


def test_an_additive_total_is_the_sum_of_the_values_that_it_names(run: Run) -> None:
    added = 0
    for figure in run.draft.figures:
        rollup, indicator = rollup_of(run.made, figure), run.made.programme.indicator(figure.indicator)
        parts = [run.made.observations[source] for source in rollup.sources]
        if indicator is None or indicator.over_units != "sum" or rollup.amount_high is not None:
            continue
        if len({one.unit for one in parts}) == len(parts) == rollup.reported:
            assert sum(one.amount or 0 for one in parts) == rollup.amount
            added += 1
    assert added > 40


@pytest.fixture(scope="module")
def back(run: Run) -> Report:
    return tongket.read(run.out / "bao-cao.docx")


def test_read_back_it_says_the_same_figures(run: Run, back: Report) -> None:
    """Each live figure of the prose is read as its rollup's value; money only down to what is shown."""
    by_key = {figure.key: figure for figure in run.draft.figures}
    read = [(one.start, one.end, one) for one in back.figures]
    at = 0
    for paragraph in run.draft.paragraphs:
        keys = [run_.figure for run_ in paragraph.runs if run_.figure]
        if not keys:
            continue
        at = back.text.index(paragraph.runs[0].text, at)
        for piece in paragraph.runs:
            start = back.text.index(piece.text, at)
            at = start + len(piece.text)
            if piece.figure:
                here = [one for low, high, one in read if low <= start + len(piece.text) - 1 and high > start]
                assert here, f"{piece.text} in {paragraph.text[:60]} is not read as a figure"
                figure = by_key[piece.figure]
                assert figure.amount is not None
                value = Decimal(figure.amount).scaleb(-figure.scale)
                assert any(abs(number - value) <= value / 1000 for one in here for number in numbers(one)), piece.text


def numbers(figure: Figure) -> Iterable[Decimal]:
    """All numbers that a figure as read holds, in its base unit."""
    for value in (figure.base_value, figure.value):
        if isinstance(value, Share):
            yield from (value.part, value.whole)
        elif isinstance(value, Range):
            yield from (value.low, value.high)
        elif isinstance(value, Decimal):
            yield value


def test_read_back_it_cites_the_same_documents(run: Run, back: Report) -> None:
    notes = " ".join(piece.note for one in run.draft.paragraphs for piece in one.runs)
    composed = set(re.findall(r"\bsố (\d[^ ,;.]*)", notes)) | {run.made.programme.directive.symbol}
    assert composed <= {one.symbol for one in back.citations}
    assert back.subject.review == "sơ kết"
    assert [one.symbol for one in back.subject.directives] == ["06-CT/TU"]
    assert back.letterhead.issuing_body == "ỦY BAN NHÂN DÂN TỈNH MẪU SƠN"


def cell_of(sheet: openpyxl.worksheet.worksheet.Worksheet, row: int, head: str) -> openpyxl.cell.Cell:
    column = next(cell.column for cell in sheet[1] if cell.value == say(head))
    return sheet.cell(row, column)


def total(made: Consolidation, code: str) -> int:
    return next(
        one.amount or 0 for one in made.rollups if (one.indicator, one.cell, one.unit) == (code, "", made.unit.id)
    )


def test_a_corrected_workbook_changes_the_totals_and_refuses_only_the_bad_row(run: Run, tmp_path: Path) -> None:
    """Change one value, drop one, confirm a doubtful one, type a wrong cell."""
    book = openpyxl.load_workbook(run.out / "so-lieu.xlsx")
    values, unused = book[say(VALUES)], book[say(UNUSED)]
    rows = {
        (str(cell_of(values, row, "Code").value), str(cell_of(values, row, "Unit").value)): row
        for row in range(2, values.max_row + 1)
        if not cell_of(values, row, "Breakdown").value and cell_of(values, row, "Value").value is not None
    }
    changed, dropped, wrong = (
        next((key, row) for key, row in rows.items() if key[0] == code) for code in ("TH-01", "DT-01", "GS-01")
    )
    before = {code: total(run.made, code) for code in ("TH-01", "DT-01", "GS-01")}
    old = cell_of(values, changed[1], "Value").value
    cell_of(values, changed[1], "Value").value = old + 100
    cell_of(values, changed[1], "Confirmed").value = "x"
    gone = cell_of(values, dropped[1], "Value").value
    cell_of(values, dropped[1], "Confirmed").value = "bỏ"
    bad = cell_of(values, wrong[1], "Value")
    bad.value = "mười hai"
    doubtful = 2
    cell_of(unused, doubtful, "Confirmed").value = "x"
    code = cell_of(unused, doubtful, "Code").value
    book.save(tmp_path / "so-lieu.xlsx")

    made = tongket.consolidate(run.reports, "ct-06-tu", tmp_path / "kq", confirmed=tmp_path / "so-lieu.xlsx")

    assert total(made, "TH-01") == before["TH-01"] + 100
    assert total(made, "DT-01") == before["DT-01"] - gone
    assert total(made, "GS-01") == before["GS-01"]
    confirmed = [one for one in made.observations if one.origin == "read-confirmed"]
    assert {"TH-01", code} <= {one.indicator for one in confirmed}
    assert len(made.doubtful) < len(run.made.doubtful)
    refused = [one for one in made.left_out if "so-lieu.xlsx" in one.file]
    assert len(refused) == 1
    assert f"{say(VALUES)}!{bad.coordinate}" in refused[0].file + refused[0].reason
    assert "mười hai" in refused[0].reason
    assert "1.234,5" in refused[0].reason


def test_an_untouched_workbook_changes_nothing(run: Run, tmp_path: Path) -> None:
    again = tongket.consolidate(run.reports, "ct-06-tu", tmp_path / "kq", confirmed=run.out / "so-lieu.xlsx")
    assert again.rollups == run.made.rollups
    assert again.left_out == run.made.left_out
