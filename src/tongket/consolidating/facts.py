"""A folder of facts (kho số liệu): Parquet files, append-only, one file an import, named by the hash of its source.

    facts/observations/8c1f...-ct-06-tu-1.parquet    the observations of one report under one version of a programme

The same import twice writes nothing. Files appear whole or not at all.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tongket.consolidating.engines import duckdb_engine, insert_rows
from tongket.consolidating.rows import observation_of, observation_row
from tongket.model.observations import Observation
from tongket.model.tables import OBSERVATIONS, Table

if TYPE_CHECKING:
    import duckdb

_UNSAFE = re.compile(r"[^A-Za-z0-9.]+")


def write_observations(facts: Path, observations: Iterable[Observation]) -> tuple[Path, ...]:
    """Add ``observations`` to the folder ``facts``: one file for each source and programme version, in their order.

    Gives the paths of the files that were written; a source that the folder holds already writes none.
    """
    imports: dict[str, list[tuple[Any, ...]]] = defaultdict(list)
    for one in observations:
        imports[import_name(one.source_sha256, one.programme, one.version)].append(observation_row(one))
    return write_table(facts, OBSERVATIONS, imports)


def read_observations(facts: Path) -> tuple[Observation, ...]:
    """All observations of the folder ``facts``, by file name, in the order in which they were written."""
    return tuple(observation_of(row) for row in read_table(facts, OBSERVATIONS))


def write_table(facts: Path, table: Table, imports: Mapping[str, Sequence[Sequence[Any]]]) -> tuple[Path, ...]:
    """Write the rows of each import, by name, that ``table`` does not hold yet; give the paths written."""
    folder = facts / table.name
    new = {folder / f"{name}.parquet": rows for name, rows in imports.items() if rows}
    new = {path: rows for path, rows in new.items() if not path.exists()}
    if not new:
        return ()
    folder.mkdir(parents=True, exist_ok=True)
    with duckdb_engine() as engine:
        engine.execute("set threads = 1")  # one writer: the same rows give the same bytes
        for path, rows in new.items():
            _write_file(engine, table, path, rows)
    return tuple(new)


def _write_file(engine: duckdb.DuckDBPyConnection, table: Table, path: Path, rows: Sequence[Sequence[Any]]) -> None:
    unfinished = path.with_suffix(".part")
    engine.execute(table.create("duckdb"))
    insert_rows(engine, table.name, rows)
    engine.execute(f"copy {table.name} to ? (format parquet, compression zstd)", [str(unfinished)])
    engine.execute(f"drop table {table.name}")
    unfinished.replace(path)


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


def import_name(sha256: str, programme: str, version: int) -> str:
    """The file name of an import without its suffix: the source's hash, and what it was read for."""
    return f"{sha256[:32]}-{_UNSAFE.sub('-', programme)}-{version}"
