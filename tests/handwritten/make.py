"""Set the hand-marked reports: their .txt or .docx without the marks, and the truth that the marks say, as JSON.

Run: ``python tests/handwritten/make.py``. Same marks, same bytes. No part of the library is used.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import yaml

sys.path.insert(0, str(Path(__file__).parent))
from make_word import write_word
from marks import Truth

HERE = Path(__file__).parent


def set_reports(folder: Path) -> None:
    """Set every marked report of ``folder``."""
    for path in sorted((folder / "marked").glob("*.txt")):
        _, front, body = path.read_text(encoding="utf-8").split("---\n", 2)
        head = yaml.safe_load(front)
        truth = Truth()
        target = folder / head["file"]
        tables = write_word(body, truth, target) if target.suffix == ".docx" else write_text(body, truth, target)
        write_truth(target.with_suffix(".json"), head, truth, tables)


def write_text(body: str, truth: Truth, target: Path) -> list[list[list[str]]]:
    """Write the plain text; gives its tables, rows of cells."""
    tables: list[list[list[str]]] = []
    lines: list[str] = []
    inside = False
    plain = truth.take(body)
    for line in plain.split("\n"):
        if line == "@@table":
            inside, rows = True, []
            tables.append(rows)
        elif line == "@@end":
            inside = False
        else:
            lines.append(line)
            if inside:
                rows.append(line.split("\t"))
    target.write_text("\n".join(lines), encoding="utf-8", newline="\n")
    return tables


def write_truth(path: Path, head: dict[str, Any], truth: Truth, tables: list[list[list[str]]]) -> None:
    """Write the truth of one report."""
    record = head | {
        "citations": truth.citations,
        "figures": truth.figures,
        "headings": truth.headings,
        "tables": tables,
        "errors": truth.errors,
        "near_misses": truth.near_misses,
    }
    path.write_text(json.dumps(record, ensure_ascii=False, indent=1) + "\n", encoding="utf-8", newline="\n")


if __name__ == "__main__":
    set_reports(HERE)
