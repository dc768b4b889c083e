"""Entries in the folder of facts (kho số liệu): append-only, one file an import, revisions numbered as they come.

    facts/events/8c1f...-5d20c3a1.parquet      the events of one source
    facts/fields/8c1f...-5d20c3a1.parquet      what is written under their fields

The same import twice writes nothing. An entry that is imported again with other content gets the next revision, and the
earlier one stays.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from tongket.consolidating.entries import Rows, entries_of, entry_key, entry_rows
from tongket.consolidating.facts import read_rows, write_table
from tongket.errors import ReadError
from tongket.model.entries import Entry
from tongket.model.tables import DETAIL_TABLES, ENTRY_TABLES, KERNEL_TABLES

EntryName = tuple[str, str, str, str]  # register, unit, body, id


@dataclass(frozen=True, slots=True)
class Written:
    """What an import did: the files written, entries that were new, revised, and unchanged or imported before."""

    paths: tuple[Path, ...] = ()
    new: int = 0
    revised: int = 0
    unchanged: int = 0


def entry_name(entry: Entry) -> EntryName:
    """Which entry it is, whatever its revision."""
    return entry.register, entry.unit, entry.body, entry.id


def write_entries(facts: Path, entries: Iterable[Entry]) -> Written:
    """Add ``entries`` to the folder ``facts``; the revision of each is numbered after those that the folder holds.

    Where one import names an entry twice, the later one revises the earlier.

    Raises:
        ReadError: a file of the folder is damaged.
    """
    held = {name: list(revisions) for name, revisions in _by_name(read_entries(facts, all_revisions=True)).items()}
    sources: dict[str, list[Entry]] = defaultdict(list)
    counts = {"new": 0, "revised": 0, "unchanged": 0}
    for entry in entries:
        known = held.setdefault(entry_name(entry), [])
        if _is_known(entry, known):
            counts["unchanged"] += 1
            continue
        numbered = replace(entry, revision=len(known) + 1)
        counts["revised" if known else "new"] += 1
        known.append(numbered)
        sources[entry.source_sha256].append(numbered)
    imports = {_file_name(sha256, found): entry_rows(found) for sha256, found in sources.items()}
    return Written(_write(facts, imports), **counts)


def _is_known(entry: Entry, known: list[Entry]) -> bool:
    """Whether the latest revision says the same, or the same source was imported with it before."""
    bare = _content(entry)
    return any(
        _content(one) == bare and (one is known[-1] or (one.source_sha256 and one.source_sha256 == entry.source_sha256))
        for one in known
    )


def _content(entry: Entry) -> Entry:
    """The entry without where it came from."""
    return replace(entry, revision=1, source="", source_sha256="", place="", origin="form")


def _file_name(sha256: str, entries: Iterable[Entry]) -> str:
    digest = hashlib.sha256("".join(entry_key(one) for one in entries).encode()).hexdigest()
    return f"{sha256[:32] or digest[:32]}-{digest[:8]}"


def _write(facts: Path, imports: Mapping[str, Rows]) -> tuple[Path, ...]:
    # Details first: an entry's own row is what makes it one, so an import that breaks off leaves no entry half written.
    written: list[Path] = []
    for table in (*DETAIL_TABLES, *ENTRY_TABLES):
        written += write_table(facts, table, {name: rows.get(table.name, []) for name, rows in imports.items()})
    return tuple(written)


def kernel_files(facts: Path) -> dict[str, tuple[Path, ...]]:
    """The files of each kernel table in the folder ``facts``, by name."""
    return {table.name: tuple(sorted((facts / table.name).glob("*.parquet"))) for table in KERNEL_TABLES}


def read_entries(facts: Path, *, register: str = "", all_revisions: bool = False) -> tuple[Entry, ...]:
    """The entries of the folder ``facts`` in their latest revisions, in the order of register, unit, body and id.

    Raises:
        ReadError: a file of the folder is damaged, too large, or lacks what its table needs.
    """
    rows: dict[str, list[tuple[Any, ...]]] = {}
    for table in KERNEL_TABLES:
        rows[table.name] = []
        for _, found_rows in read_rows(kernel_files(facts)[table.name], table):
            if isinstance(found_rows, ReadError):
                raise found_rows
            rows[table.name] += found_rows
    found = [one for one in entries_of(rows) if register in ("", one.register)]
    found.sort(key=lambda one: (*entry_name(one), one.revision))
    return tuple(found) if all_revisions else latest(found)


def latest(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """The latest revision of each of ``entries``, in order of register, unit, body and id."""
    return tuple(max(revisions, key=lambda one: one.revision) for _, revisions in sorted(_by_name(entries).items()))


def _by_name(entries: Iterable[Entry]) -> dict[EntryName, list[Entry]]:
    found: dict[EntryName, list[Entry]] = defaultdict(list)
    for one in entries:
        found[entry_name(one)].append(one)
    return found
