"""The fictitious province: same seed, same bytes; nothing is true of a report that is not printed in it."""

from __future__ import annotations

import io
import json
import sys
import zipfile
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any

import docx
import pytest
import yaml

TOOLS = Path(__file__).resolve().parents[2] / "tools"
sys.path.insert(0, str(TOOLS))

from samples.folder import write_folder  # noqa: E402 - the package lies under tools/

KINDS = [
    "ratio-mismatch",
    "sum-mismatch",
    "change-mismatch",
    "body-appendix-mismatch",
    "table-total-mismatch",
    "citation-malformed",
    "citation-conflict",
    "citation-incomplete",
    "date-chronology",
    "period-mismatch",
    "numbering",
    "missing-part",
    "outline-missing",
    "incomplete",
    "duplicate-report",
    "unit-unknown",
    "personal-data",
    "implausible-magnitude",
    "abbreviation-undefined",
    "mixed-orthography",
    "unit-sum-mismatch",
]


@pytest.fixture(scope="module", params=(2026, 2024))
def province(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[int, Path]:
    out = tmp_path_factory.mktemp(f"mau-son-{request.param}")
    write_folder(out, year=request.param, programme="ct-06-tu", seed=2026)
    return request.param, out


def truths(out: Path) -> list[dict[str, Any]]:
    lines = (out / "truth" / "truth.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def words_of(path: Path, encoding: str) -> str:
    """What the file prints, roughly: enough to look a passage up."""
    if path.suffix == ".txt":
        return path.read_bytes().decode("utf-8" if encoding == "utf-8-sig" else encoding)
    archive = zipfile.ZipFile(io.BytesIO(path.read_bytes()))
    parts = []
    for name in sorted({"word/document.xml", "word/footnotes.xml", "word/endnotes.xml"} & set(archive.namelist())):
        xml = docx.oxml.parse_xml(archive.read(name))
        parts += ["".join(text.text or "" for text in paragraph.iter("{*}t")) for paragraph in xml.iter("{*}p")]
        parts += [
            "\t".join("".join(text.text or "" for text in cell.iter("{*}t")) for cell in row.iter("{*}tc"))
            for row in xml.iter("{*}tr")
        ]
    return "\n".join(parts)


def test_the_same_seed_writes_the_same_bytes(province, tmp_path) -> None:
    year, out = province
    write_folder(tmp_path, year=year, programme="ct-06-tu", seed=2026)
    for path in sorted((out / "reports").iterdir()) + sorted((out / "truth").iterdir()):
        assert (tmp_path / path.parent.name / path.name).read_bytes() == path.read_bytes(), path.name


def test_another_seed_writes_another_province(province, tmp_path) -> None:
    year, out = province
    write_folder(tmp_path, year=year, programme="ct-06-tu", seed=7)
    assert (tmp_path / "truth" / "truth.jsonl").read_bytes() != (out / "truth" / "truth.jsonl").read_bytes()


def test_what_is_true_of_a_text_stands_at_its_offsets(province) -> None:
    _, out = province
    encodings = {line["file"]: line["encoding"] for line in truths(out) if line["kind"] == "report"}
    texts = {name: words_of(out / "reports" / name, encodings[name]) for name in encodings if name.endswith(".txt")}
    placed = [line for line in truths(out) if "start" in line]
    assert len(placed) > 500
    for line in placed:
        assert texts[line["file"]][line["start"] : line["end"]] == line["text"]


def test_what_is_true_of_a_word_file_is_printed_in_it(province) -> None:
    _, out = province
    texts = {path.name: words_of(path, "") for path in (out / "reports").glob("*.docx")}
    for line in truths(out):
        if line["kind"] != "report" and line["file"] in texts and line["text"]:
            assert line["before"] + line["text"] + line["after"] in texts[line["file"]], line


def test_every_kind_is_planted_twice_and_every_fault_has_a_near_miss(province) -> None:
    year, out = province
    kinds = Counter((line["kind"], line["finding"]) for line in truths(out) if line["kind"] in ("error", "near"))
    for kind in (*KINDS, *(("stale-unit",) if year == 2026 else ())):
        assert kinds["error", kind] >= 2, kind
        assert kinds["near", kind] >= 1, kind


def test_faults_and_near_misses_do_not_stand_on_the_same_words(province) -> None:
    _, out = province
    there = {(line["file"], line["finding"], line["text"]): line for line in truths(out) if line["kind"] == "error"}
    for line in truths(out):
        if line["kind"] == "near" and line["text"]:
            assert (line["file"], line["finding"], line["text"]) not in there


def test_members_are_never_more_than_those_who_could_join(province) -> None:
    _, out = province
    tables: dict[tuple[str, str], dict[str, int]] = defaultdict(dict)
    for line in truths(out):
        if line["kind"] == "figure" and line.get("table") and line["cell"] and line["indicator"]:
            tables[line["file"], line["cell"]][line["indicator"]] = line["value"]
    assert len(tables) > 60
    assert all(one["DV-01"] <= one["DV-02"] for one in tables.values())


def test_two_thirds_are_word_files_that_python_docx_opens(province) -> None:
    _, out = province
    word = list((out / "reports").glob("*.docx"))
    assert 0.55 < len(word) / (len(word) + len(list((out / "reports").glob("*.txt")))) < 0.8
    for path in word:
        assert len(docx.Document(str(path)).paragraphs) > 20


def test_the_round_asks_units_that_the_table_of_units_knows(province) -> None:
    year, out = province
    asked = yaml.safe_load((out / "reports" / "dot-bao-cao.yaml").read_text(encoding="utf-8"))["asked"]
    rows = (out / "reports" / "don-vi.tsv").read_text(encoding="utf-8").splitlines()
    known = {row.split("\t")[0] for row in rows[1:]}
    assert {one["unit"] for one in asked} <= known
    assert len(asked) == (28 if year == 2026 else 55)
    assert len(known) == 1 + 3 + 52 + 24


def test_who_reports_and_who_does_not(province) -> None:
    year, out = province
    status = Counter(line["status"] for line in truths(out) if line["kind"] == "report")
    silent = 3 if year == 2026 else 4
    assert status["counted"] == (24 - silent + 4 if year == 2026 else 52 - silent + 3)
    assert (status["duplicate"], status["other-directive"], status["unknown-unit"]) == (2, 1, 2)


def test_totals_are_the_sums_of_what_the_reports_say(province) -> None:
    _, out = province
    totals = json.loads((out / "truth" / "totals.json").read_text(encoding="utf-8"))["totals"]
    assert len(totals) > 40
    for total in totals:
        assert total["amount"] == pytest.approx(sum(total["units"].values()))
        assert total["reported"] == len(total["units"])
