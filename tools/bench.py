"""Measure beside peers, in one run on this machine; print tables with ratios, and keep them in build/bench.tsv.

    python tools/bench.py [PART ...] [--size 1 10] [--peers-size 1]
    make bench SIZE=100

Sizes are millions of observations (1, 10, 100). Every job runs in a process of its own, and its result is held against
what is known beforehand; where one is wrong its time is void and this ends with 1. Figures differ between machines,
ratios little; ratios of the time that the cores worked (of cpu) differ least where others use the machine, too.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from benchmarks import (
    consolidating,
    folder,
    formats,
    hostile,
    importing,
    peers,
    province,
    reading,
    scans,
    site,
    site_aims,
    spark,
)
from benchmarks.facts import SIZES, make_facts
from benchmarks.measure import Measured, save, show_table
from benchmarks.truth import WrongError
from tongket.files.open import open_source

ROOT = Path(__file__).resolve().parents[1]
PARTS = ("reading", "formats", "scans", "folder", "consolidating", "importing")
MORE_PARTS = ("hostile", "site", "aims")  # run where they are named: an hour; "aims" a quarter of one


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument(
        "parts", nargs="*", metavar="PART", help=f"of {', '.join(PARTS)} (default: these), {', '.join(MORE_PARTS)}"
    )
    parser.add_argument("--size", nargs="+", choices=SIZES, default=["1", "10"])
    parser.add_argument("--peers-size", nargs="*", choices=SIZES, default=["1"], help="for pandas and PostgreSQL")
    parser.add_argument("--reports", type=Path, help="reports of one's own, for reading")
    parser.add_argument("--files", type=int, default=2000, help="in the mixed folder")
    parser.add_argument("--rounds", type=int, default=15)
    parser.add_argument("--bodies", type=int, default=site.BODIES, help="that send, for site")
    parser.add_argument("--seconds", type=float, default=60, help="of each rate, for site")
    parser.add_argument("--batches", type=int, default=8, help="in which a body saves its values, for site")
    parser.add_argument("--kills", type=int, default=50, help="of the site's processes, for site")
    parser.add_argument("--databases", nargs="+", choices=site.DATABASES, default=site.DATABASES, help="for aims")
    parser.add_argument("--folder", type=Path, help="where facts are made and kept (default: a temporary folder)")
    arguments = parser.parse_args()
    if wrong := set(arguments.parts) - {*PARTS, *MORE_PARTS}:
        parser.error(f"no such part: {', '.join(sorted(wrong))}")
    with tempfile.TemporaryDirectory(prefix="bench-") as scratch:
        is_right = _measure(arguments, arguments.folder or Path(scratch), Path(scratch))
    sys.exit(0 if is_right else 1)


def _measure(arguments: argparse.Namespace, folder: Path, scratch: Path) -> bool:
    parts = arguments.parts or PARTS
    is_right = True
    if "reading" in parts:
        try:
            reading.run(arguments.reports, arguments.rounds, scratch)
        except WrongError as error:
            print(f"  VOID: {error}")
            is_right = False
    if {"formats", "scans", "folder"} & set(parts):
        is_right &= _measure_files(parts, _samples(scratch), scratch, arguments.files)
    if "consolidating" in parts:
        for size in arguments.size:
            facts = _made(size, folder)
            title = f"consolidating {size} million observations"
            is_right &= _show(title, consolidating.measure(size, facts), consolidating.BASELINE)
            if size in arguments.peers_size:
                title = f"what an office would write, {size} million"
                is_right &= _show(title, peers.measure(size, facts), peers.OURS)
        is_right &= _show("one province, one round", province.measure(province.ENGINES), province.PLAIN)
        is_right &= _show("the same over a merger", province.measure(province.VIEWS), province.VIEWS[0])
        is_right &= _show("Spark, two executors of their own", spark.measure("1", _made("1", folder)), spark.HERE)
    if "importing" in parts:
        is_right &= _show("importing and checking", importing.measure(scratch), "")
    if "site" in parts:
        for database in site.DATABASES:
            given = {name: getattr(arguments, name) for name in ("seconds", "kills", "batches")}
            rows = site.measure(database, arguments.bodies, **given)
            is_right &= _show(f"the site under load, {database}", rows, "")
    if "aims" in parts:
        is_right &= site_aims.run(arguments.databases, arguments.bodies, arguments.kills)
    if "hostile" in parts:
        print("\nhostile texts, seconds of CPU")
        is_right &= hostile.run(list(hostile.LINES), [1, 4.9])
    return is_right


def _measure_files(parts: Sequence[str], samples: Path, scratch: Path, files: int) -> bool:
    """Kinds of file: each by itself, scans, and a folder of all."""
    is_right = True
    if "formats" in parts:
        report = reading.twelve_pages(samples, ".docx", scratch)
        title = f"one report of {len(open_source(report).text) / reading.PAGE:.0f} pages in every format"
        is_right &= _show(title, formats.measure(report, scratch / "formats"), formats.OURS)
    if "scans" in parts:
        reports = [path for path in sorted(samples.rglob("*.docx")) if not scans.has_changes(path)][:2]
        print("\nscans")
        scans.show(scans.measure(reports, pages=3))
    if "folder" in parts:
        try:
            folder.measure(samples, scratch, files)
        except WrongError as error:
            print(f"  VOID: {error}")
            is_right = False
    return is_right


def _samples(scratch: Path) -> Path:
    made = scratch / "samples"
    if not made.exists():
        subprocess.run([sys.executable, str(ROOT / "tools" / "make_samples.py"), str(made)], check=True)
    return made


def _made(size: str, folder: Path) -> Path:
    facts = folder / size
    free = shutil.disk_usage(folder if folder.exists() else folder.parent).free >> 30
    if free < {"1": 1, "10": 4, "100": 25}[size]:
        raise SystemExit(f"{size} million observations need more room than the {free} GB that are free in {folder}")
    make_facts(SIZES[size], facts)
    return facts


def _show(title: str, rows: list[Measured], against: str) -> bool:
    save(ROOT / "build" / "bench.tsv", title, rows)
    return show_table(title, rows, against)


if __name__ == "__main__":
    main()
