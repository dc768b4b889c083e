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
from tongket.exchange.plain_tables import safe_cell
from tongket.model.observations import Observation
from tongket.model.tables import OBSERVATIONS


def observations_csv(observations: Iterable[Observation]) -> bytes:
    """The whole file, in the order given."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(OBSERVATIONS.names)
    writer.writerows([safe_cell(value) for value in observation_row(one)] for one in observations)
    return text.getvalue().encode("utf-8-sig")


def write_observations_csv(path: Path, observations: Iterable[Observation]) -> None:
    """Write ``observations`` to ``path``."""
    path.write_bytes(observations_csv(observations))
