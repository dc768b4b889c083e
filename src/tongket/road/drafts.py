"""The drafts that a change of a programme touches: earlier outputs and folders of facts that hold its values."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

from tongket.consolidating.engines import duckdb_engine
from tongket.consolidating.facts import fact_files, observations_view
from tongket.errors import ReadError
from tongket.files.workbooks import open_workbook
from tongket.messages import N_
from tongket.model.tables import OBSERVATIONS
from tongket.writing.workbook_columns import KEY_MARK

WORKBOOK = "so-lieu.xlsx"
_PARTS = 8  # of the hidden name of a value: its key, its file and its place


@dataclass(frozen=True, slots=True)
class Touched:
    """How many values of an indicator a body's answers hold in one place. ``version`` 0: the place does not say."""

    place: Path
    unit: str
    body: str
    indicator: str
    count: int
    version: int = 0


def touched_drafts(folder: Path, programme: str, codes: Collection[str]) -> tuple[Touched, ...]:
    """The values of the indicators ``codes`` in every folder of facts and every so-lieu.xlsx below ``folder``.

    Raises:
        ReadError: there is no such folder, or a file of facts is damaged.
    """
    if not folder.is_dir():
        raise ReadError(N_("There is no such folder."), N_("Check the name and the folder."), where=str(folder))
    if not codes:
        return ()
    found = [*_in_facts(folder, programme, codes)]
    # A folder of outputs holds the same values twice, as facts and as a workbook: they are counted once.
    told = {one.place.parent for one in found}
    for workbook in sorted(folder.rglob(WORKBOOK)):
        if workbook.parent not in told:
            found += _in_workbook(workbook, codes)
    return tuple(found)


def _in_facts(folder: Path, programme: str, codes: Collection[str]) -> Iterator[Touched]:
    below = (one.parent for one in folder.rglob(OBSERVATIONS.name) if one.is_dir())
    for facts in sorted({*below, *([folder.parent] if folder.name == OBSERVATIONS.name else [])}):
        files = fact_files(facts)
        if not files:
            continue
        marks = ", ".join("?" for _ in codes)
        with duckdb_engine() as engine:
            observations_view(engine, files)
            rows = engine.execute(
                f"select unit, body, indicator, count(*), version from observed where programme = ?"  # noqa: S608 - marks only
                f" and indicator in ({marks}) group by all order by all",
                [programme, *codes],
            ).fetchall()
        yield from (Touched(facts, unit, body, code, count, version) for unit, body, code, count, version in rows)


def _in_workbook(workbook: Path, codes: Collection[str]) -> Iterator[Touched]:
    held = Counter(one for one in _values_held(workbook) if one[2] in codes)
    for (unit, body, code), count in sorted(held.items()):
        yield Touched(workbook, unit, body, code, count)


def _values_held(workbook: Path) -> Iterator[tuple[str, str, str]]:
    """Unit, body and indicator of every value of a workbook, by the hidden names of its rows; none of another file."""
    try:
        book = open_workbook(workbook.read_bytes(), file=workbook.name)
    except (ReadError, OSError):
        return
    for name in book.sheet_names:
        rows = book.get_sheet_by_name(name).to_python(skip_empty_area=False)
        if rows and rows[0] and rows[0][0] == KEY_MARK:
            keys = (str(row[0]).split("|") for row in rows[1:] if row)
            yield from ((key[2], key[5], key[0]) for key in keys if len(key) == _PARTS)
