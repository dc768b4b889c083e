"""A folder of facts (kho số liệu): Parquet files, append-only, one file an import, named by the hash of its source.

    facts/observations/8c1f...-ct-06-tu-1.parquet    the observations of one report under one version of a programme

The same import twice writes nothing. Files appear whole or not at all.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args

from tongket.consolidating.engines import duckdb_engine, insert_rows
from tongket.consolidating.rows import observation_of, observation_row
from tongket.errors import ReadError
from tongket.messages import N_
from tongket.model.observations import Observation, Origin, Status
from tongket.model.places import ObservationKey
from tongket.model.tables import OBSERVATIONS, SQL_TYPES, Column, Table

if TYPE_CHECKING:
    import duckdb

Rows = Sequence[tuple[Any, ...]]
_UNSAFE = re.compile(r"[^A-Za-z0-9.]+")
_DAMAGED = N_("the file of facts is damaged, or its columns are not those of the table of facts.")
_MOST_BYTES = 200 << 20  # of one file; a province's report makes some ten thousand
# Columns whose words the sums depend on, with the words that they know.
_WORDS = {"extent": ("own", "area"), "status": get_args(Status), "origin": get_args(Origin)}


def write_observations(facts: Path, observations: Iterable[Observation]) -> tuple[Path, ...]:
    """Add ``observations`` to the folder ``facts``: one file for each source and programme version, in their order.

    Gives the paths of the files that were written; a source that the folder holds already writes none.
    """
    imports: dict[str, list[tuple[Any, ...]]] = defaultdict(list)
    for one in observations:
        imports[import_name(one.source_sha256, one.programme, one.version)].append(observation_row(one))
    return write_table(facts, OBSERVATIONS, imports)


def read_observations(facts: Path) -> tuple[Observation, ...]:
    """All observations of the folder ``facts``, by file name, in the order in which they were written.

    Raises:
        ReadError: one of its files is damaged, too large, or lacks what the table needs.
    """
    found: list[Observation] = []
    for _, values in read_fact_files(fact_files(facts)):
        if isinstance(values, ReadError):
            raise values
        found += values
    return tuple(found)


def fact_files(facts: Path) -> tuple[Path, ...]:
    """The files of observations in the folder ``facts``, by name."""
    return tuple(sorted((facts / OBSERVATIONS.name).glob("*.parquet")))


def read_fact_files(
    files: Iterable[Path], programme: str = ""
) -> Iterator[tuple[Path, tuple[Observation, ...] | ReadError]]:
    """The observations of each file (of ``programme`` alone, where one is named), in the order in which they were
    written; or why it cannot be used: it is damaged, too large, or lacks what the table needs.
    """
    for file, rows in read_rows(files, OBSERVATIONS, programme):
        yield file, rows if isinstance(rows, ReadError) else tuple(map(observation_of, rows))


def next_revisions(
    facts: Path, observations: Iterable[Observation], also: Sequence[Path] = ()
) -> tuple[Observation, ...]:
    """Those of ``observations`` that say something new to the folder ``facts``, numbered after the revisions it holds.

    An answer (key and programme, whatever the version) is new with revision 1, or the next revision; one that says the
    same as the latest, or that the same source has given before, is left out. Of several ``observations`` of one
    answer, the later revises the earlier. ``also`` are files of facts that will lie in the folder when these do.

    Raises:
        ReadError: a file of the folder is damaged.
    """
    given = list(observations)
    latest: dict[tuple[str, ObservationKey], Observation] = {}
    earlier: set[tuple[object, ...]] = set()
    for one in _held_of_units((*fact_files(facts), *also), {one.unit for one in given}):
        earlier.add((one.source_sha256, one.programme, one.key, says(one)))
        other = latest.setdefault((one.programme, one.key), one)
        if one.revision > other.revision:
            latest[one.programme, one.key] = one
    fresh: dict[tuple[str, ObservationKey, int], Observation] = {}
    for one in given:
        held = latest.get((one.programme, one.key))
        if (held and says(held) == says(one)) or (
            one.source_sha256 and (one.source_sha256, one.programme, one.key, says(one)) in earlier
        ):
            continue
        numbered = replace(one, revision=held.revision + 1 if held else 1)
        latest[one.programme, one.key] = fresh[one.programme, one.key, numbered.revision] = numbered
    return tuple(fresh.values())


def says(one: Observation) -> tuple[object, ...]:
    """What an answer says, whatever source, revision and scale it is written with."""
    ends = (None if end is None else Decimal(end).scaleb(-one.scale) for end in (one.amount, one.amount_high))
    return (*ends, one.qualifier, one.status, one.text)


def _held_of_units(files: Sequence[Path], units: Collection[str]) -> list[Observation]:
    if not files or not units:
        return []
    with duckdb_engine() as engine:
        observations_view(engine, files)
        columns = ", ".join(OBSERVATIONS.names)
        statement = f"select {columns} from observed where unit in (select unnest(?))"  # noqa: S608 - column names of model/tables.py
        return [observation_of(row) for row in engine.execute(statement, [sorted(units)]).fetchall()]


def checked_files(facts: Path) -> tuple[Path, ...]:
    """The files of observations in the folder ``facts``, each of them found to hold the table's columns.

    Raises:
        ReadError: there is no such folder, or one of its files is damaged or of other columns.
    """
    import duckdb

    if not facts.is_dir():
        raise ReadError(
            N_("there is no folder of facts here."),
            N_("Name the folder 'facts' that 'tongket facts import' or 'tongket consolidate' wrote."),
            where=str(facts),
        )
    files = fact_files(facts)
    names = {column.name for column in OBSERVATIONS.columns if not column.added}
    with duckdb_engine() as engine:
        for file in files:
            try:
                engine.execute("select * from read_parquet(?, hive_partitioning = false) limit 0", [str(file)])
            except duckdb.Error as error:
                raise _unusable(file, _DAMAGED) from error
            if not names <= {column[0] for column in engine.description or ()}:
                raise _unusable(file, _DAMAGED)
    return files


def observations_view(engine: duckdb.DuckDBPyConnection, files: Sequence[Path], name: str = "observed") -> None:
    """Make the view ``name``: the rows of ``files`` with the table's columns, and the column ``file``."""
    if not files:
        engine.execute(OBSERVATIONS.create("duckdb", f"{name}_none", temporary=True))
        engine.execute(f"create temporary view {name} as select *, '' as file from {name}_none")  # noqa: S608 - a name of the code
        return
    paths = ", ".join("'" + str(file).replace("'", "''") + "'" for file in files)
    source = f"read_parquet([{paths}], hive_partitioning = false, union_by_name = true, filename = true)"
    engine.execute(f"select * from {source} limit 0")  # noqa: S608 - paths are quoted above
    columns = columns_of(OBSERVATIONS, {column[0] for column in engine.description or ()})
    engine.execute(
        f"create temporary view {name} as select {columns}, filename as file"  # noqa: S608 - paths are quoted above
        f" from {source}"
    )


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


def read_rows(files: Iterable[Path], table: Table, programme: str = "") -> Iterator[tuple[Path, Rows | ReadError]]:
    """The rows of each of ``files`` in their order (of ``programme`` alone, where one is named), or what is wrong with
    the file.
    """
    files = tuple(files)
    if not files:  # of most registers a folder holds only some tables: no engine is started for the others
        return
    with duckdb_engine() as engine:
        engine.execute("set threads = 1")
        for file in files:
            try:
                rows = _rows_of(engine, file, table, programme)
                _check_rows(file, table, rows)
            except ReadError as error:
                yield file, error
            else:
                yield file, rows


def _rows_of(engine: duckdb.DuckDBPyConnection, file: Path, table: Table, programme: str) -> Rows:
    import duckdb

    if file.stat().st_size > _MOST_BYTES:
        raise _unusable(file, N_("the file of facts is larger than {limit} MB."), limit=_MOST_BYTES >> 20)
    try:
        engine.execute("select * from read_parquet(?, hive_partitioning = false) limit 0", [str(file)])
        columns = columns_of(table, {column[0] for column in engine.description or ()})
        statement = f"select {columns} from read_parquet(?, hive_partitioning = false)"  # noqa: S608 - column names of model/tables.py
        if programme:
            return engine.execute(f"{statement} where programme = ?", [str(file), programme]).fetchall()
        return engine.execute(statement, [str(file)]).fetchall()
    except duckdb.Error as error:
        raise _unusable(file, _DAMAGED) from error


def _check_rows(file: Path, table: Table, rows: Rows) -> None:
    told = [(place, column.name) for place, column in enumerate(table.columns) if column.name in _WORDS]
    for row in rows:
        wrong = next(((name, row[place]) for place, name in told if row[place] not in _WORDS[name]), None)
        if wrong is None and None in row:
            blank = (column.name for column, cell in zip(table.columns, row, strict=True) if _is_missing(column, cell))
            wrong = next(((name, "") for name in blank), None)
        if wrong:
            raise _unusable(
                file,
                N_("the file of facts holds '{value}' under '{column}', which the table of facts does not know."),
                value="" if wrong[1] is None else wrong[1],
                column=wrong[0],
            )


def _is_missing(column: Column, cell: object) -> bool:
    return cell is None and not column.nullable


def columns_of(table: Table, present: Collection[str]) -> str:
    """What to select for the columns of ``table`` from files with the columns ``present``: one that was added to the
    table after a file was written reads as "" (of several files, where it is null in the rows of the older ones).
    """
    return ", ".join(_column(column, present) for column in table.columns)


def _column(column: Column, present: Collection[str]) -> str:
    if column.added:
        return f"coalesce({column.name}, '') as {column.name}" if column.name in present else f"'' as {column.name}"
    return f"cast({column.name} as {SQL_TYPES['duckdb'][column.type]}) as {column.name}"


def _unusable(file: Path, what: str, **facts: object) -> ReadError:
    mend = N_("Copy the folder 'facts' again from the outputs of the run that wrote it, or take this file out of it.")
    return ReadError(what, mend, where=f"{file.parent.parent.name}/{file.parent.name}/{file.name}", **facts)


def import_name(sha256: str, programme: str, version: int) -> str:
    """The file name of an import without its suffix: the source's hash, and what it was read for."""
    return f"{sha256[:32]}-{_UNSAFE.sub('-', programme)}-{version}"
