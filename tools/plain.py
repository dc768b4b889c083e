"""Make plain passages of a family and say which choices are missed: ``python tools/plain.py sums --count 300``.

Prints, for each choice, how many of the wrong passages are told aloud and how many right ones are called wrong;
``--show`` prints the passages themselves. Another ``--seed`` makes others.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

TESTS = Path(__file__).resolve().parents[1] / "tests"
sys.path.insert(0, str(TESTS))

from plain.families import FAMILIES  # noqa: E402  # lies beside the tests
from plain.passage import Passage, passages, told_aloud  # noqa: E402


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*", help="families whose names begin so; all of them where none is given")
    parser.add_argument("--count", type=int, default=200, help="passages of each family (200)")
    parser.add_argument("--seed", default="1", help="which passages (1)")
    parser.add_argument("--show", action="store_true", help="print what is missed and what is called wrong")
    given = parser.parse_args()
    chosen = [name for name in FAMILIES if not given.names or name.startswith(tuple(given.names))]
    with ProcessPoolExecutor(os.cpu_count()) as workers:
        for name in chosen:
            made = passages(FAMILIES[name], given.count, given.seed)
            print_family(name, made, list(workers.map(measured, made, chunksize=8)), show=given.show)
    return 0


def measured(one: Passage) -> tuple[bool, bool]:
    """Whether the wrong passage is told, and whether the right one is called wrong."""
    return bool(told_aloud(one.wrong)), bool(told_aloud(one.right))


def print_family(name: str, made: list[Passage], results: list[tuple[bool, bool]], *, show: bool) -> None:
    told = sum(hit for hit, _ in results)
    print(f"{name}: {told}/{len(made)} told, {sum(false for _, false in results)} called wrong")
    of, hits = Counter[tuple[str, str]](), Counter[tuple[str, str]]()
    for one, (hit, _) in zip(made, results, strict=True):
        of.update(one.choices.items())
        hits.update(one.choices.items() if hit else ())
    for choice in sorted(of, key=lambda one: hits[one] / of[one]):
        if hits[choice] < of[choice]:
            print(f"    {hits[choice]:4}/{of[choice]:<4} {choice[0]}: {choice[1]}")
    for one, (hit, false) in zip(made, results, strict=True) if show else ():
        if not hit:
            print(f"  missed: {one.wrong}")
        if false:
            print(f"  called wrong: {one.right}")


if __name__ == "__main__":
    sys.exit(main())
