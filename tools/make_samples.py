"""Write the fictitious province of Mẫu Sơn: reports, round, units, and the truth about them.

    python tools/make_samples.py OUT [--year 2026|2024] [--programme ct-06-tu] [--seed N]

``OUT/reports`` holds the reports with ``dot-bao-cao.yaml`` and ``don-vi.tsv``, ``OUT/truth`` what is true of them
(docs/samples.md). Same seed, same bytes.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from samples.folder import write_folder


def main() -> int:
    parser = argparse.ArgumentParser(description="Write the fictitious province of Mẫu Sơn.")
    parser.add_argument("out", type=Path, help="folder to write; what an earlier run wrote there is replaced")
    parser.add_argument("--year", type=int, choices=(2026, 2024), default=2026)
    parser.add_argument("--programme", choices=("ct-06-tu",), default="ct-06-tu")
    parser.add_argument("--seed", type=int, default=2026)
    options = parser.parse_args()
    count = write_folder(options.out, year=options.year, programme=options.programme, seed=options.seed)
    print(f"{count} reports in {options.out / 'reports'}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
