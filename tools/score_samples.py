"""Score Tổng kết on a province that make_samples.py wrote.

    python tools/score_samples.py OUT [--misses] [--no-consolidation]

Prints recall and precision of figures and citations, planted errors found and near misses flagged by kind, findings
that nobody planted, and how many consolidated totals agree with the truth (docs/samples.md).
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from samples.scoring import score, summary


def main() -> int:
    parser = argparse.ArgumentParser(description="Score Tổng kết on the samples.")
    parser.add_argument("out", type=Path, help="the folder that make_samples.py wrote")
    parser.add_argument("--misses", action="store_true", help="list every miss and every false alarm")
    parser.add_argument("--no-consolidation", action="store_true", help="read and check only")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as work:
        found = score(options.out, None if options.no_consolidation else Path(work) / "out")
    for line in summary(found, misses=options.misses):
        print(line)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
