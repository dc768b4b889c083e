"""Seventeen reports written by hand, with their truth, by someone who had not seen how findings are made.

The truth is set beside the words (``marks.py``); no part of the library had a hand in it.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

import tongket
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parents[1] / "tools"))

from accuracy.marked import (  # noqa: E402 - the package lies under tools/
    align,
    figures,
    fold,
    in_order,
    is_found,
    places,
    related,
    same_words,
    squeeze,
)

TRUTHS = {path.stem: json.loads(path.read_text(encoding="utf-8")) for path in sorted(HERE.glob("*.json"))}
REPORTS = pytest.mark.parametrize("name", list(TRUTHS))

# What the library gets wrong today, by test: that test is expected to fail, for this reason alone.
KNOWN: dict[str, str] = yaml.safe_load((HERE / "known.yaml").read_text(encoding="utf-8"))


def passages(part: str, severity: str | None = None) -> list[Any]:
    """The planted passages of all reports as test parameters, named by report, kind and place in the list."""
    return [
        pytest.param(name, one, id=f"{name}-{one['kind']}-{number}")
        for name, truth in TRUTHS.items()
        for number, one in enumerate(truth[part], 1)
        if severity in {None, one.get("severity")}
    ]


@pytest.fixture(autouse=True)
def _known(request: pytest.FixtureRequest) -> None:
    if reason := KNOWN.get(request.node.name.removeprefix("test_")):
        request.applymarker(pytest.mark.xfail(reason=reason, strict=True))


@REPORTS
def test_citations(name: str) -> None:
    truth, report = TRUTHS[name]["citations"], read(name)
    wanted = [(squeeze(one["core"]), one["symbol"]) for one in truth]
    got = [(squeeze(report.text[one.core_start : one.core_end]), one.symbol) for one in in_order(report)]
    assert_score(0.95, *align(wanted, got, lambda a, b: a[0] == b[0] and a[1] in {b[1], "?"}))


@REPORTS
def test_citation_details(name: str) -> None:
    truth, report = TRUTHS[name]["citations"], read(name)
    got = [(squeeze(report.text[one.core_start : one.core_end]), one.type, one.date) for one in in_order(report)]
    wanted = [(squeeze(one["core"]), one["type"], one["date"]) for one in truth]
    assert_score(0.90, *align(wanted, got, lambda a, b: a[0] == b[0] and a[1] in {b[1], None} and a[2] in {b[2], None}))


@REPORTS
def test_citation_issuers(name: str) -> None:
    truth, report = TRUTHS[name]["citations"], read(name)
    wanted = [(squeeze(one["core"]), one["issuer"]) for one in truth]
    got = [(squeeze(report.text[one.core_start : one.core_end]), one.issuer) for one in in_order(report)]
    assert_score(0.85, *align(wanted, got, lambda a, b: a[0] == b[0] and (a[1] is None or same_words(a[1], b[1]))))


@REPORTS
def test_figures(name: str) -> None:
    truth, got = figures(TRUTHS[name], read(name))
    assert_score(0.93, *align(truth, got, lambda a, b: a["value"] == b["value"], skip=lambda a: not a["judged"]))


@REPORTS
def test_figure_units(name: str) -> None:
    truth, got = figures(TRUTHS[name], read(name))
    pairs, _, _ = align(truth, got, lambda a, b: a["value"] == b["value"], skip=lambda a: not a["judged"])
    wrong = [
        f"{a['printed']}: {a['unit']!r}, read {b['unit']!r}" for a, b in pairs if not same_words(a["unit"], b["unit"])
    ]
    assert len(wrong) <= 0.10 * len(pairs), f"{len(wrong)} of {len(pairs)} units:\n" + "\n".join(wrong)


@REPORTS
def test_numbered_headings(name: str) -> None:
    wanted = [(one["number"], fold(one["title"])) for one in TRUTHS[name]["headings"] if one["number"]]
    got = [(one.number, fold(one.title)) for one in read(name).walk_sections() if one.number]
    assert_score(0.95, *align(wanted, got, lambda a, b: a == b))


@REPORTS
def test_unnumbered_headings(name: str) -> None:
    wanted = [fold(one["title"]) for one in TRUTHS[name]["headings"] if not one["number"]]
    titles = [fold(one.title) for one in read(name).walk_sections() if not one.number]
    missed = [title for title in wanted if title not in titles]
    assert not missed, f"run-in headings not read: {missed}"


@REPORTS
def test_letterhead(name: str) -> None:
    head = {key: getattr(read(name).letterhead, key) for key in TRUTHS[name]["letterhead"]}
    head["doc_type"] = (head["doc_type"] or "").upper()
    wrong = {
        key: (printed, head[key])
        for key, printed in TRUTHS[name]["letterhead"].items()
        if squeeze(printed) != squeeze(head[key])
        and not (
            key == "issuing_body" and squeeze(printed) in (squeeze(head[key]) or "")
        )  # a board with its committee's name
    }
    assert not wrong, f"letterhead (expected, read): {wrong}"


@REPORTS
def test_subject(name: str) -> None:
    subject = read(name).subject
    wrong = {
        key: (value, getattr(subject, key))
        for key, value in TRUTHS[name]["subject"].items()
        if value != getattr(subject, key)
    }
    assert not wrong, f"subject (expected, read): {wrong}"


@REPORTS
def test_recipients(name: str) -> None:
    got = [re.sub(r"^- |[;,.]$", "", squeeze(one)) for one in read(name).recipients]
    assert got == TRUTHS[name]["recipients"]


@REPORTS
def test_signature(name: str) -> None:
    signature = read(name).signature
    wrong = {
        key: (value, getattr(signature, key, None))
        for key, value in TRUTHS[name]["signature"].items()
        if value != getattr(signature, key, None)
    }
    assert not wrong, f"signature (expected, read): {wrong}"


@REPORTS
def test_footnotes(name: str) -> None:
    marks = [note.mark for note in read(name).footnotes]
    assert len(marks) == TRUTHS[name]["footnotes"], f"notes read: {marks}"


@REPORTS
def test_tables(name: str) -> None:
    wanted = [[cell for row in table for cell in map(squeeze, row) if cell] for table in TRUTHS[name]["tables"]]
    got = [
        [text for text in [*table.header, *(cell.text for row in table.rows for cell in row.cells)] if text.strip()]
        for table in read(name).tables
    ]
    assert len(got) == len(wanted), f"{len(got)} tables read, {len(wanted)} printed"
    digits = re.compile(r"\d[\d.,/]*")
    for one, other in zip(wanted, got, strict=True):
        numbers = [cell for cell in one if digits.fullmatch(cell)]
        read_numbers = [squeeze(cell) for cell in other if digits.fullmatch(squeeze(cell))]
        assert_score(0.95, *align(numbers, read_numbers, lambda a, b: a == b))


@pytest.mark.parametrize(("name", "passage"), passages("errors", "error"))
def test_planted_error_is_found(name: str, passage: dict[str, str]) -> None:
    assert found(name, passage), f"{passage['kind']} not found: {squeeze(passage['passage'])}"


@pytest.mark.parametrize(("name", "passage"), passages("errors", "warning"))
def test_planted_doubt_is_found(name: str, passage: dict[str, str]) -> None:
    assert found(name, passage), f"{passage['kind']} not found: {squeeze(passage['passage'])}"


@pytest.mark.parametrize(("name", "passage"), passages("near_misses"))
def test_near_miss_is_not_flagged(name: str, passage: dict[str, str]) -> None:
    assert not found(name, passage), f"{passage['kind']} flagged, though right: {squeeze(passage['passage'])}"


@REPORTS
def test_nothing_right_is_called_an_error(name: str) -> None:
    report = read(name)
    planted = [span for one in TRUTHS[name]["errors"] for span in places(report, one["passage"])]
    false = [
        f"{finding.kind}: {squeeze(report.text[place.start : place.end])}"
        for finding in findings(name)
        if finding.severity == "error"
        and finding.kind != "missing-part"  # numbers, days and signers are left blank here on purpose
        and isinstance(place := finding.place, Span)
        and not any(span.touches(other) for span in planted for other in [place, *related(finding)])
    ]
    assert not false, "false alarms:\n" + "\n".join(false)


def test_the_files_are_set_from_their_marks(tmp_path: Path) -> None:
    before = {path.name: path.read_bytes() for path in HERE.iterdir() if path.suffix in {".txt", ".docx", ".json"}}
    copy = tmp_path / "handwritten"
    (copy / "marked").mkdir(parents=True)
    for path in [*HERE.glob("m*.py"), *HERE.glob("marked/*.txt")]:
        (copy / path.relative_to(HERE)).write_bytes(path.read_bytes())
    subprocess.run([sys.executable, str(copy / "make.py")], check=True)
    assert {path.name: path.read_bytes() for path in copy.iterdir() if path.name in before} == before


@cache
def read(name: str) -> Report:
    return tongket.read(HERE / TRUTHS[name]["file"])


@cache
def findings(name: str) -> tuple[Finding, ...]:
    return tuple(tongket.check(read(name)))


def found(name: str, planted: dict[str, str]) -> bool:
    """Whether a finding of the planted kind touches the passage."""
    assert places(read(name), planted["passage"]), f"the passage is not in the text as read: {planted['passage']}"
    return is_found(read(name), findings(name), planted)


def assert_score(floor: float, pairs: list[Any], missed: list[Any], extra: list[Any]) -> None:
    score = 2 * len(pairs) / max(1, 2 * len(pairs) + len(missed) + len(extra)) if pairs or missed or extra else 1.0
    listed = "\n".join([*(f"  missed: {show(one)}" for one in missed), *(f"  too much: {show(one)}" for one in extra)])
    assert score >= floor, f"f1 {score:.3f} < {floor}\n{listed}"


def show(one: Any) -> str:
    return f"{one['printed']} [{one['unit']}]" if isinstance(one, dict) else str(one)
