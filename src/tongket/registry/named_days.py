"""Days of the year that have a name (ngày kỷ niệm): 'ngày Thương binh - Liệt sĩ' is 27/7.

Sources: ``docs/data-sources.md``.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

DATA = Path(__file__).parent / "data" / "named_days.tsv"


@cache
def named_days() -> dict[str, tuple[int, int]]:
    """The day and the month of each name, as it stands behind 'ngày'."""
    rows = (line.split("\t") for line in DATA.read_text(encoding="utf-8").splitlines()[1:] if line)
    return {
        name: (int(at.partition("-")[2]), int(at.partition("-")[0]))
        for at, names, _ in rows
        for name in names.split("|")
    }
