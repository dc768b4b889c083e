"""Plenums of the Party's Central Committee (hội nghị Trung ương), by term and number."""

from __future__ import annotations

import datetime as dt
from functools import cache
from pathlib import Path

DATA = Path(__file__).parent / "data" / "plenums.tsv"


@cache
def plenums() -> dict[tuple[str, int], dt.date]:
    """The day on which each opened, by term and number: ('XII', 6) is of 04/10/2017."""
    rows = (row.split("\t") for row in DATA.read_text(encoding="utf-8").splitlines()[1:])
    return {(term, int(number)): dt.date.fromisoformat(opened) for term, number, opened in rows}
