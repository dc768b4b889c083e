"""Years in which what is generally known began (dịch bệnh, chương trình, đại hội).

Sources: ``docs/data-sources.md``.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

DATA = Path(__file__).parent / "data" / "known_years.tsv"


@cache
def known_years() -> dict[str, int]:
    """The first year of each name."""
    rows = (line.split("\t") for line in DATA.read_text(encoding="utf-8").splitlines()[1:] if line)
    return {name: int(first) for first, names, _ in rows for name in names.split("|")}
