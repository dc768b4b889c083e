"""The labelled reports of this folder are well formed: set from their marks, and true to what is printed.

How well they are read is measured elsewhere (``make accuracy``): no part of the library is used here.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import Any

import docx
import pytest
import yaml
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import qn

HERE = Path(__file__).parent
HANDWRITTEN = HERE.parent / "handwritten"
TRUTHS = {path.stem: json.loads(path.read_text(encoding="utf-8")) for path in sorted(HERE.glob("*.json"))}
MARKED = {path.stem: path.read_text(encoding="utf-8") for path in sorted((HERE / "marked").glob("*.txt"))}
REPORTS = pytest.mark.parametrize("name", list(TRUTHS))

VALUE = re.compile(r"\d+(?:\.\d+)?(?:(?:/|\.\.)\d+(?:\.\d+)?)?")
NUMBER = re.compile(r"\d[\d.]*(?:,\d+)?")
TOTAL = re.compile(r"(?:Tổng )?(?:[Cc]ộng|số)|Toàn (?:huyện|tỉnh|xã)")
RATE = re.compile(r"%|Tỷ lệ|Bình quân")


def test_the_files_are_set_from_their_marks(tmp_path: Path) -> None:
    before = {name: (HERE / name).read_bytes() for name in set_names()}
    copy = tmp_path / "gold"
    shutil.copytree(HERE / "marked", copy / "marked")
    for path in [HERE / "make.py", *HANDWRITTEN.glob("m*.py")]:
        target = tmp_path / path.relative_to(HERE.parent)
        target.parent.mkdir(exist_ok=True)
        shutil.copyfile(path, target)
    subprocess.run([sys.executable, str(copy / "make.py")], check=True)
    assert {path.name: path.read_bytes() for path in copy.iterdir() if path.is_file() and path.name in before} == before


def test_every_other_kind_of_file_is_there() -> None:
    missing = [
        f"{name}.{kind}"
        for name, truth in TRUTHS.items()
        for kind in truth.get("formats", ())
        if not (HERE / f"{name}.{kind}").is_file()
    ]
    assert not missing


@REPORTS
def test_what_is_labelled_is_printed(name: str) -> None:
    truth, text = TRUTHS[name], printed(name)
    labelled = [
        *(one["core"] for one in truth["citations"]),
        *(one["printed"] for one in truth["figures"]),
        *(one["title"] for one in truth["headings"] if one["title"]),
        *(one["passage"] for part in ("errors", "near_misses") for one in truth[part]),
        *truth["recipients"],
    ]
    missing = [one for one in labelled if squeeze(one) not in text]
    assert not missing


@REPORTS
def test_citations_stand_in_the_order_of_the_text(name: str) -> None:
    text = printed(name)
    at = 0
    for one in TRUTHS[name]["citations"]:
        found = text.find(squeeze(one["core"]), at)
        assert found >= 0, one["core"]
        at = found + 1


@REPORTS
def test_no_mark_is_left_in_the_text(name: str) -> None:
    assert not re.findall(r"[⟦⟧⟨⟩{}\x00\x01]|\[\[|\]\]|\*\*\*\*|@\w+", printed(name))


@REPORTS
def test_values_are_numbers(name: str) -> None:
    wrong = [one for one in TRUTHS[name]["figures"] if not VALUE.fullmatch(one["value"])]
    assert not wrong


@REPORTS
def test_passages_are_short_and_of_their_own(name: str) -> None:
    """A passage that stands twice would be found at the wrong place."""
    truth, text = TRUTHS[name], printed(name)
    planted = [one for one in truth["errors"] if len(squeeze(one["passage"])) > 4]
    twice = [one["passage"] for one in planted if text.count(squeeze(one["passage"])) > 1]
    long = [one["passage"] for one in planted if len(one["passage"]) > 220]
    assert not twice
    assert not long


@REPORTS
def test_notes_are_counted(name: str) -> None:
    _, head, body = MARKED[name].split("---\n", 2)
    if yaml.safe_load(head)["file"].endswith(".docx"):
        assert body.count("^[") == TRUTHS[name]["footnotes"]


@REPORTS
def test_totals_of_tables_add_up(name: str) -> None:
    truth = TRUTHS[name]
    planted = {one["passage"] for one in truth["errors"] if one["kind"] == "table-total-mismatch"}
    wrong = [one for table in truth["tables"] for one in wrong_totals(table, planted)]
    assert not wrong


@REPORTS
def test_there_is_enough_to_measure(name: str) -> None:
    truth = TRUTHS[name]
    assert len(truth["citations"]) >= 12
    assert len(truth["figures"]) >= 20
    assert len([one for one in truth["errors"] if one["kind"] != "spelling"]) >= 6
    assert len(truth["near_misses"]) >= 2


def wrong_totals(table: list[list[str]], planted: set[str]) -> list[str]:
    """The columns of ``table`` whose last row is called a total and does not add up."""
    total = table[-1]
    if not any(TOTAL.fullmatch(cell.strip(), re.IGNORECASE) or TOTAL.fullmatch(cell.strip()) for cell in total):
        return []
    rows = [row for row in table if len(row) == len(total)]
    wrong = []
    for column in range(1, len(total)):
        head = [row[column] for row in rows if not NUMBER.fullmatch(row[column])]
        cells = [row[column] for row in rows if NUMBER.fullmatch(row[column])]
        if len(cells) < 2 or planted & set(cells) or any(RATE.search(cell) for cell in head):
            continue
        *parts, whole = (round(plain(cell) * 1000) for cell in cells)
        if sum(parts) != whole:
            wrong.append(f"{sum(parts) / 1000} != {whole / 1000}: {' | '.join([*head, *cells])}")
    return wrong


def plain(cell: str) -> float:
    return float(cell.replace(".", "").replace(",", "."))


def set_names() -> list[str]:
    return [name for truth in TRUTHS.values() for name in (truth["file"], f"{Path(truth['file']).stem}.json")]


@cache
def printed(name: str) -> str:
    """The words of a report, body and notes, with every run of blanks as one blank."""
    path = HERE / TRUTHS[name]["file"]
    if path.suffix == ".txt":
        return squeeze(path.read_text(encoding="utf-8"))
    document = docx.Document(str(path))
    notes = parse_xml(document.part.part_related_by(RELATIONSHIP_TYPE.FOOTNOTES).blob)
    return squeeze("\n".join(words(one) for one in (document.element.body, notes)))


def words(element: Any) -> str:
    lines = ("".join(one.text or "" for one in line.iter(qn("w:t"))) for line in element.iter(qn("w:p")))
    return "\n".join(lines)


def squeeze(text: str) -> str:
    return " ".join(text.split())
