"""The page of figures (docs/accuracy.md), and what it was made from (docs/accuracy.json), for the next run."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from accuracy.sets import Measured
from accuracy.tally import Tally

_AIMS = {
    "citations: symbol": "0.97 (text of OCR: 0.90)",
    "figures: value": "0.96",
    "sections": "0.97",
    "findings: by rule": "recall 0.90, precision 0.90",
    "findings: by judgement": "recall 0.70, precision 0.75",
    "findings: spelling": "recall 0.60, precision 0.85",
}
Kept = dict[str, dict[str, dict[str, Any]]]  # set, measure, counts and passages


def kept(measured: Sequence[Measured]) -> Kept:
    """The figures and the passages that are not right, without the words of real reports."""
    return {
        f"{one.name} · {one.kind}": {
            measure: {
                "right": tally.right,
                "wanted": tally.wanted,
                "found": tally.found,
                "missed": sorted(tally.missed),
                "wrong": sorted(tally.wrong),
            }
            for measure, tally in sorted(one.tallies.items())
        }
        for one in measured
    }


def differences(before: Kept, now: Sequence[Measured]) -> tuple[list[str], list[str]]:
    """Gains and losses passage by passage, and the figures that fell."""
    told: list[str] = []
    fell: list[str] = []
    for one in now:
        name = f"{one.name} · {one.kind}"
        for measure, tally in sorted(one.tallies.items()):
            old = before.get(name, {}).get(measure)
            if old is None:
                continue
            told += _passages(name, measure, old, tally)
            was = _f1(old)
            if tally.f1 < was - 1e-9:
                fell.append(f"{name}: {measure} fell from {was:.4f} to {tally.f1:.4f}")
    return told, fell


def _f1(old: Mapping[str, Any]) -> float:
    both = old["wanted"] + old["found"]
    return float(2 * old["right"] / both) if both else 1.0


def _passages(name: str, measure: str, old: Mapping[str, Any], tally: Tally) -> Iterator[str]:
    for part, now, what in (("missed", tally.missed, "missed"), ("wrong", tally.wrong, "wrongly found")):
        for key in sorted(set(now) - set(old[part])):
            yield f"- LOSS {name}: {measure}: {what}: {key} {now[key]}".rstrip()
        for key in sorted(set(old[part]) - set(now)):
            yield f"+ gain {name}: {measure}: no longer {what}: {key}"


def write(measured: Sequence[Measured], page: Path, data: Path, notes: str) -> None:
    """Write both files; ``notes`` are the known weaknesses, told by people."""
    data.write_text(json.dumps(kept(measured), ensure_ascii=False, indent=1) + "\n", encoding="utf-8", newline="\n")
    page.write_text("\n".join(_lines(measured, notes)) + "\n", encoding="utf-8", newline="\n")


def _lines(measured: Sequence[Measured], notes: str) -> Iterator[str]:
    yield "# How right the reading is"
    yield ""
    yield "Written by `make accuracy` alone, never by hand: it fails when a figure falls, and lists each passage gained"
    yield "or lost since the last run. Counts are passages: recall is right of labelled, precision right of found, f1"
    yield "the mean of both."
    yield ""
    for one in measured:
        yield f"## {one.name[:1].upper()}{one.name[1:]}: {one.kind}"
        yield ""
        yield f"{one.files} files; {one.about}."
        yield ""
        if one.tallies:
            yield "| measure | f1 | recall | precision | right | labelled | found | aim |"
            yield "|---|---|---|---|---|---|---|---|"
        for measure, tally in sorted(one.tallies.items()):
            counts = f"{tally.right} | {tally.wanted} | {tally.found}"
            aim = _AIMS.get(measure, "")
            yield f"| {measure} | {tally.f1:.3f} | {tally.recall:.3f} | {tally.precision:.3f} | {counts} | {aim} |"
        yield ""
        for why in one.unread:
            yield f"- not read: {why}"
        if one.unread:
            yield ""
    yield notes.strip()
