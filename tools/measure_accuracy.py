"""Measure how right the reading is: ``make accuracy``.

Reads every labelled set that is here, writes docs/accuracy.md and docs/accuracy.json, and exits 1 when a figure of a
set fell since the last run; then nothing is written, unless ``--accept`` says that the fall is known and right.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from accuracy.page import differences, write
from accuracy.sets import ROOT, measure_all

PAGE, DATA, NOTES = (ROOT / "docs" / name for name in ("accuracy.md", "accuracy.json", "accuracy-notes.md"))


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--accept", action="store_true", help="write the figures even where one fell")
    accept = parser.parse_args().accept
    measured = []
    for one in measure_all():
        measured.append(one)
        found = ", ".join(f"{name} {tally.f1:.3f}" for name, tally in sorted(one.tallies.items()))
        print(f"{one.name} · {one.kind} ({one.files} files): {found}", flush=True)
    before = json.loads(DATA.read_text("utf-8")) if DATA.exists() else {}
    told, fell = differences(before, measured)
    for line in (*told, *fell):
        print(line)
    gone = sorted(set(before) - {f"{one.name} · {one.kind}" for one in measured})
    for name in gone:
        print(f"not measured here: {name}")
    if gone or (fell and not accept):
        print("docs/accuracy.md was not written" + (": a figure fell" if fell else ""))
        return 1 if fell else 0
    write(measured, PAGE, DATA, NOTES.read_text("utf-8") if NOTES.exists() else "")
    return 0


if __name__ == "__main__":
    sys.exit(main())
