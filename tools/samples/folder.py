"""The folder on disk: reports, round, units, truth."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from .bodies import BODIES
from .build import PERIODS, Written, write_province
from .codes import indicator_of
from .province import (
    PROVINCE,
    PROVINCE_ID,
    Place,
    communes_of_2024,
    communes_of_2026,
    districts,
    mergers,
)


def write_folder(out: Path, *, year: int, programme: str, seed: int) -> int:
    """Write everything under ``out`` and return the number of reports; the reports of an earlier run go."""
    reports, truth = out / "reports", out / "truth"
    for folder in (reports, truth):
        folder.mkdir(parents=True, exist_ok=True)
        for old in folder.iterdir():
            if old.suffix in (".docx", ".txt", ".yaml", ".tsv", ".json", ".jsonl"):
                old.unlink()
    written = list(write_province(year, seed))
    for one in written:
        (reports / one.file).write_bytes(one.data)
    _write(reports / "dot-bao-cao.yaml", round_yaml(year, programme))
    _write(reports / "don-vi.tsv", units_tsv())
    _write(truth / "truth.jsonl", "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in _lines(written)))
    _write(truth / "totals.json", json.dumps(totals(written, year), ensure_ascii=False, indent=1) + "\n")
    return len(written)


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8", newline="\n")


def _lines(written: Iterable[Written]) -> Iterable[dict[str, Any]]:
    """One line for each report and for each true thing in it."""
    for one in written:
        yield {
            "kind": "report",
            "file": one.file,
            "unit": one.unit,
            "body": one.body,
            "body_kind": one.kind,
            "extent": one.extent,
            "status": one.status,
            "encoding": one.encoding,
        }
        for truth in one.truths:
            line: dict[str, Any] = {"kind": truth.kind, "file": one.file, "text": truth.text, "where": truth.where}
            if truth.start is not None:
                line |= {"start": truth.start, "end": truth.end}
            line |= {"before": truth.before, "after": truth.after} | truth.data
            if truth.kind == "figure":
                line |= _answers(one, truth.data)
            yield line


def _answers(one: Written, data: dict[str, Any]) -> dict[str, Any]:
    answered = indicator_of(data["statement"], data["cell"])
    extent = data.get("extent", one.extent)
    return {"indicator": answered[0] if answered else None, "cell": answered[1] if answered else "", "extent": extent}


def totals(written: list[Written], year: int) -> dict[str, Any]:
    """For each indicator and cell: the sum over communes whose report counts, how many gave it, how many roughly.

    ``disputed`` lists units whose value a planted fault touches, or that reported twice.
    """
    counted = [one for one in written if one.status == "counted" and one.kind == "ubnd" and one.extent == "own"]
    twice = {one.unit for one in written if one.status == "duplicate"}
    sums: dict[tuple[str, str], dict[str, Any]] = defaultdict(
        lambda: {"amount": 0, "reported": 0, "approximate": 0, "disputed": [], "units": {}}
    )
    for one in counted:
        for key, (value, qualifier, faulty) in _values(one).items():
            total = sums[key]
            total["amount"] += value
            total["reported"] += 1
            total["approximate"] += bool(qualifier)
            total["units"][one.unit] = value
            if faulty or one.unit in twice:
                total["disputed"].append(one.unit)
    asked = len(communes_of_2026() if year == 2026 else communes_of_2024())
    return {
        "expected": asked,
        "totals": [
            {"indicator": code, "cell": cell, **total}
            for (code, cell), total in sorted(sums.items())
            if code != "DV-03"
        ],
    }


def _values(one: Written) -> dict[tuple[str, str], tuple[int | float, str, bool]]:
    """What the report says to each indicator: a cell of its table before its prose, the first before later ones."""
    faults = [truth for truth in one.truths if truth.kind == "error"]
    found: dict[tuple[str, str], tuple[int | float, str, bool]] = {}
    touched: set[tuple[str, str]] = set()  # by a fault, in the table or in the prose
    ordered = sorted(
        (truth for truth in one.truths if truth.kind == "figure"), key=lambda truth: truth.where != "table"
    )
    for truth in ordered:
        key = indicator_of(truth.data["statement"], truth.data["cell"])
        if key is None:
            continue
        value = truth.data.get("base", truth.data["value"])
        if isinstance(value, dict):
            if "part" not in value:
                continue
            found.setdefault(("NH-02", ""), (value["whole"], "", False))
            value = value["part"]
        touched |= {key} if any(truth.text in fault.text for fault in faults if fault.text) else set()
        found.setdefault(key, (value, truth.data["qualifier"], False))
    for key in touched:
        found[key] = (*found[key][:2], True)
    return found


def round_yaml(year: int, programme: str) -> str:
    """The round: who was asked, for which period."""
    start, end = PERIODS[year]
    lines = [
        f"programme: {programme}",
        f"unit: {PROVINCE_ID}",
        f"body: Ủy ban nhân dân tỉnh {PROVINCE}",
        f"place: {PROVINCE}",
        f"period: {{from: {start}, to: {end}}}",
        "review: sơ kết",
        f"years: {5 if year == 2026 else 3}",
        f"date: {'2026-11' if year == 2026 else '2024-11'}",
        "request: "
        + (
            "Công văn số 88-CV/BTGDVTU ngày 28-8-2026 của Ban Tuyên giáo và Dân vận Tỉnh ủy"
            if year == 2026
            else "Công văn số 61-CV/BDVTU ngày 29-7-2024 của Ban Dân vận Tỉnh ủy"
        ),
        "units_file: don-vi.tsv",
        f"due: {year}-10-15",
        "asked:",
    ]
    places: tuple[Place, ...] = communes_of_2026() if year == 2026 else (*communes_of_2024(), *districts())
    for place in places:
        lines += [f"  - unit: {place.id}", f"    body: Ủy ban nhân dân {place.full_name}"]
    if year == 2026:
        for body in BODIES:
            lines += [f"  - unit: {PROVINCE_ID}", f"    body: {body.name}", f"    kind: {body.kind}"]
    lines += [
        "recipients:",
        "  - Thường trực Tỉnh ủy (b/c)",
        "  - Thường trực HĐND tỉnh",
        "  - Chủ tịch, các Phó Chủ tịch UBND tỉnh",
        "  - Các sở, ban, ngành, đoàn thể tỉnh",
        f"  - UBND các {'xã, phường' if year == 2026 else 'huyện, thị xã'}",
        '  - "Lưu: VT, NC"',
    ]
    return "\n".join(lines) + "\n"


def units_tsv() -> str:
    """The province's units, old and new, in the columns of docs/units.md."""
    became = {one.predecessor: one.successor for one in mergers()}
    levels = {"tỉnh": "province", "huyện": "district", "thị xã": "district"}
    province = Place(PROVINCE_ID, "99", "tỉnh", PROVINCE, "vn")
    rows = ["id\tcode\tkind\tprefix\tname\tparent\tfrom\tto\tbecame\tact"]
    for place in (province, *districts(), *communes_of_2024(), *communes_of_2026()):
        successor = became.get(place.id, "")
        act = "1692/NQ-UBTVQH15" if successor else ""
        cells = (
            place.id,
            place.code,
            levels.get(place.kind, "commune"),
            place.kind,
            place.name,
            place.parent,
            place.valid_from,
            place.valid_to,
            successor,
            act,
        )
        rows.append("\t".join(cells))
    return "\n".join(rows) + "\n"
