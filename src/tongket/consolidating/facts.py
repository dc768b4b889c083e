"""A folder of facts (kho số liệu): Parquet files, append-only, one file an import, named by the hash of its source.

    facts/observations/8c1f...-ct06-2.parquet    the observations of one report under one version of a programme
    facts/documents/8c1f...-ct06-2.parquet       the documents that it cites as issued under the directive

The same import twice writes nothing. Files appear whole or not at all.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from tongket.consolidating.engines import duckdb_engine, insert_rows
from tongket.consolidating.rows import observation_of, observation_row
from tongket.model.observations import Observation
from tongket.model.tables import OBSERVATIONS, Table

_UNSAFE = re.compile(r"[^A-Za-z0-9.]+")


def write_observations(facts: Path, observations: Iterable[Observation]) -> tuple[Path, ...]:
    """Add ``observations`` to the folder ``facts``: one file for each source and programme version, in their order.

    Gives the paths of the files that were written; a source that the folder holds already writes none.
    """
    imports: dict[str, list[tuple[Any, ...]]] = defaultdict(list)
    for one in observations:
        imports[_import_name(one.source_sha256, one.programme, one.version)].append(observation_row(one))
    return tuple(path for name, rows in imports.items() for path in write_table(facts, OBSERVATIONS, name, rows))


def read_observations(facts: Path) -> tuple[Observation, ...]:
    """All observations of the folder ``facts``, by file name, in the order in which they were written."""
    return tuple(observation_of(row) for row in read_table(facts, OBSERVATIONS))


def write_table(facts: Path, table: Table, name: str, rows: Sequence[Sequence[Any]]) -> tuple[Path, ...]:
    """Write ``rows`` as the import ``name`` of ``table``; () when it is there already or there is nothing to write."""
    path = facts / table.name / f"{name}.parquet"
    if path.exists() or not rows:
        return ()
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_suffix(".part")
    with duckdb_engine() as engine:
        engine.execute("set threads = 1")  # one writer: the same rows give the same bytes
        engine.execute(table.create("duckdb"))
        insert_rows(engine, table.name, rows)
        engine.execute(f"copy {table.name} to ? (format parquet, compression zstd)", [str(unfinished)])
    unfinished.replace(path)
    return (path,)


def read_table(facts: Path, table: Table) -> list[tuple[Any, ...]]:
    """All rows of ``table``, by file name, in the order in which they were written."""
    files = sorted((facts / table.name).glob("*.parquet"))
    if not files:
        return []
    columns = ", ".join(table.names)
    rows: list[tuple[Any, ...]] = []
    with duckdb_engine() as engine:
        engine.execute("set threads = 1")
        for file in files:
            rows += engine.execute(f"select {columns} from read_parquet(?)", [str(file)]).fetchall()  # noqa: S608 - column names of model/tables.py
    return rows


def _import_name(sha256: str, programme: str, version: int) -> str:
    return f"{sha256[:32]}-{_UNSAFE.sub('-', programme)}-{version}"
