"""Names of laws, codes and ordinances (tên luật, bộ luật, pháp lệnh) as they were promulgated."""

from __future__ import annotations

from functools import cache
from pathlib import Path

DATA = Path(__file__).parent / "data" / "laws.tsv"


@cache
def names_of_laws() -> tuple[tuple[str, str], ...]:
    """Type and name of each: ('Luật', 'Cán bộ, công chức')."""
    rows = (row.split("\t") for row in DATA.read_text(encoding="utf-8").splitlines()[1:])
    return tuple((row[0], row[1]) for row in rows if len(row) > 1)
