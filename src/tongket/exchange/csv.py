"""``observations.csv``: the observations of a consolidation for any spreadsheet or program.

Columns are those of ``model.tables.OBSERVATIONS``. UTF-8 with a mark that Excel knows it by, commas between cells, a
point before decimals, CRLF at line ends (RFC 4180). An empty cell is an absent value, never a zero.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from pathlib import Path

from tongket.consolidating.rows import observation_row
from tongket.model.observations import Observation
from tongket.model.tables import OBSERVATIONS

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def observations_csv(observations: Iterable[Observation]) -> bytes:
    """The whole file, in the order given."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(OBSERVATIONS.names)
    writer.writerows([_cell(value) for value in observation_row(one)] for one in observations)
    return text.getvalue().encode("utf-8-sig")


def write_observations_csv(path: Path, observations: Iterable[Observation]) -> None:
    """Write ``observations`` to ``path``."""
    path.write_bytes(observations_csv(observations))


def _cell(value: object) -> object:
    # A spreadsheet runs a text cell that begins like a formula: list marks of real reports ('- Cấp xã') do.
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value
