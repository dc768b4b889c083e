"""The workbook: everything with its source, and taken back as a person left it."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from pathlib import Path

import mau_son
import openpyxl
import pytest

from tongket.errors import ReadError
from tongket.messages import say
from tongket.model.consolidations import DoubtfulKey
from tongket.model.places import ObservationKey
from tongket.writing.confirmed import read_confirmed
from tongket.writing.workbook import COVERAGE, FINDINGS, ROLLUPS, UNUSED, VALUES, WORDS, workbook_bytes, write_workbook


@pytest.fixture(scope="module")
def workbook(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    path = tmp_path_factory.mktemp("mau-son") / "so-lieu.xlsx"
    write_workbook(mau_son.consolidation(), path)
    return path.read_bytes()


@pytest.fixture
def written(workbook: bytes, tmp_path: Path) -> Path:
    path = tmp_path / "so-lieu.xlsx"
    path.write_bytes(workbook)
    return path


def edited(path: Path, sheet: str, changes: dict[str, object]) -> Path:
    book = openpyxl.load_workbook(path)
    for cell, value in changes.items():
        book[say(sheet)][cell] = value
    book.save(path)
    return path


def test_sheets_are_frozen_filtered_and_lie_across(written: Path) -> None:
    book = openpyxl.load_workbook(written)
    assert book.sheetnames == [say(name) for name in (ROLLUPS, VALUES, COVERAGE, FINDINGS, UNUSED, WORDS)]
    for sheet in book.worksheets:
        assert sheet.freeze_panes
        assert sheet.auto_filter.ref
        assert sheet.page_setup.orientation == "landscape"
        assert sheet.print_title_rows


def test_the_same_consolidation_gives_the_same_bytes() -> None:
    assert workbook_bytes(mau_son.consolidation()) == workbook_bytes(mau_son.consolidation())


def test_a_cell_that_looks_like_a_formula_stays_text() -> None:
    whole = mau_son.consolidation()
    first = replace(whole.observations[0], passage="=HYPERLINK(1)")
    book = openpyxl.load_workbook(BytesIO(workbook_bytes(replace(whole, observations=(first,)))))
    cell = book[say(VALUES)]["T2"]
    assert (cell.value, cell.data_type) == ("=HYPERLINK(1)", "s")


def test_an_untouched_workbook_corrects_nothing(written: Path) -> None:
    assert read_confirmed(written).corrections == ()
    assert read_confirmed(written).refused == ()


def test_marks_and_values_come_back_typed(written: Path) -> None:
    edited(written, VALUES, {"M2": "x", "M3": "bỏ", "J4": "1.234", "I4": "hơn"})
    edited(written, UNUSED, {"M2": "X", "J2": 263})
    found = read_confirmed(written).corrections
    assert [(one.verdict, one.changed) for one in found] == [
        ("confirmed", False),
        ("dropped", False),
        ("", True),
        ("confirmed", False),
    ]
    observation = mau_son.consolidation().observations[0]
    assert found[0].key == observation.key
    assert (found[0].source, found[0].start) == (observation.source_sha256, observation.start)
    assert isinstance(found[2].key, ObservationKey)
    assert (found[2].amount, found[2].qualifier) == (1234, "hơn")
    assert isinstance(found[3].key, DoubtfulKey)


@pytest.mark.parametrize(
    ("changes", "cell"),
    [
        pytest.param({"J2": "nhiều"}, "J2", id="no number"),
        pytest.param({"J2": 12.5}, "J2", id="more digits than the indicator has"),
        pytest.param({"J2": 12, "K2": 5}, "K2", id="a range that ends before it begins"),
        pytest.param({"J2": "9" * 17}, "J2", id="larger than a report can mean"),
        pytest.param({"J2": 1e300}, "J2", id="far larger"),
        pytest.param({"B2": "hai"}, "B2", id="the hidden scale was changed"),
        pytest.param({"M2": "có lẽ"}, "M2", id="an unknown answer"),
        pytest.param({"A2": "khác"}, "A2", id="the hidden name was changed"),
    ],
)
def test_a_bad_row_is_refused_by_itself_with_its_cell(written: Path, changes: dict[str, object], cell: str) -> None:
    edited(written, VALUES, {**changes, "M3": "x"})
    found = read_confirmed(written)
    assert len(found.corrections) == 1
    assert [error.where.endswith(f"{say(VALUES)}!{cell}") for error in found.refused] == [True]
    assert say(found.refused[0].mend)


def test_another_file_is_refused_whole(tmp_path: Path) -> None:
    other = tmp_path / "khac.xlsx"
    openpyxl.Workbook().save(other)
    with pytest.raises(ReadError) as unknown:
        read_confirmed(other)
    assert "no sheet with the values" in unknown.value.message("en")
    other.write_bytes(b"%PDF-1.7")
    with pytest.raises(ReadError) as broken:
        read_confirmed(other)
    assert "cannot be opened" in broken.value.message("en")


def test_a_workbook_too_large_is_refused_before_it_is_opened(tmp_path: Path) -> None:
    path = tmp_path / "so-lieu.xlsx"
    with path.open("wb") as file:
        file.truncate((50 << 20) + 1)
    with pytest.raises(ReadError, match=r"larger than 50 MB|lớn hơn 50 MB"):
        read_confirmed(path)


def test_rows_are_never_cut_silently(written: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tongket.writing.confirmed._MOST_ROWS", 2)
    with pytest.raises(ReadError, match=r"more than 2 rows|hơn 2 dòng"):
        read_confirmed(written)
