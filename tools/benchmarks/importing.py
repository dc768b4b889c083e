"""A million values from one CSV into a folder of facts with every check, and again; outliers among 16 million."""

# ruff: noqa: S608 - statements of the measurement's own numbers, names and paths
from __future__ import annotations

import sys
import tempfile
from pathlib import Path

import duckdb

from benchmarks.facts import MODULUS, Size, cell_codes, communes, indicators, months, programme
from benchmarks.measure import Clock, Measured, answer, in_own_process
from benchmarks.truth import WrongError, answers_of
from tongket.model.tables import OBSERVATIONS, SQL_TYPES
from tongket.programmes.yaml_writing import write_programme
from tongket.road.facts import check_facts, import_facts

TAKEN, CHECKED = "import 1 million values, and again", "look for outliers among 16 million"
SIZE = Size("import", months=1, cells=13, indicators=26)
HISTORY = Size("history", months=24, cells=1)
_PLANTED = 40
_FAR = 10  # a planted error is so many times its value


def measure(scratch: Path) -> list[Measured]:
    """Each in a process of its own, over files made for it."""
    return [in_own_process("importing", job, [str(scratch)]) for job in (TAKEN, CHECKED)]


def imported(scratch: str) -> Clock:
    """The import, then the same file again; what was taken must be what was written."""
    clock = Clock()
    with tempfile.TemporaryDirectory(dir=scratch) as name:
        folder = Path(name)
        write_programme(programme(SIZE), folder / "programme")
        one = answers_of(SIZE, 0)
        rows = _write_csv(folder)
        with clock.running("first"):
            (first,) = import_facts([folder / "values.csv"], folder / "facts", folder / "programme")
        with clock.running("again"):
            (again,) = import_facts([folder / "values.csv"], folder / "facts", folder / "programme")
        if (first.new, first.refused, again.written) != (rows, 0, ""):
            raise WrongError(f"{first.new:,} of {rows:,} rows taken, {first.refused} refused: {first.refusals[:1]}")
        source = f"read_parquet('{folder}/facts/observations/*.parquet')"
        found = duckdb.execute(f"select count(*), cast(sum(amount) as bigint) from {source}").fetchone()
        true = (rows, int(one.amount[one.numbered].sum()))
        if found != true:
            raise WrongError(f"{found} rows and amounts instead of {true}")
    speed = rows / clock.parts["first"]
    clock.note = f"{rows:,} rows, {speed:,.0f} a second; again {clock.parts['again']:.1f} s"
    clock.seconds = clock.parts["first"]
    return clock


def _write_csv(folder: Path) -> int:
    """The numbers of one month as a table; gives the number of rows."""
    one = answers_of(SIZE, 0)
    first, last = months(SIZE)[0]
    units, codes, cells = communes(SIZE), indicators(SIZE), cell_codes(SIZE)
    count = 0
    with (folder / "values.csv").open("w", encoding="utf-8", newline="") as out:
        out.write("mã chỉ tiêu,đơn vị,kỳ,to-chuc,giá trị\n")
        for u, (unit, _) in enumerate(units):
            for i, indicator in enumerate(codes):
                period = f"{first}/{last}" if indicator.over_time == "sum" else last
                given = one.numbered[u, i].nonzero()[0]
                out.writelines(f"{indicator.code},{unit},{period},{cells[c]},{one.amount[u, i, c]}\n" for c in given)
                count += len(given)
    return count


def checked(scratch: str) -> Clock:
    """Two years of months without cells, where what a unit says strays by a few hundredths; forty values are ten times
    too large. They must be found, and nothing else.
    """
    clock = Clock()
    with tempfile.TemporaryDirectory(dir=scratch) as name:
        folder = Path(name)
        write_programme(programme(HISTORY), folder / "programme")
        rows, planted = _write_history(folder / "facts")
        with clock.running():
            done = check_facts(folder / "facts", folder / "programme")
        found = {
            (one.place.indicator, one.place.unit, one.place.period[-10:])  # type: ignore[union-attr] # an observation's key
            for one in done.findings
            if one.kind == "history-outlier"
        }
        if found != planted:
            lost, more = len(planted - found), len(found - planted)
            raise WrongError(f"{lost} of {len(planted)} planted errors not found, {more} other values flagged")
    clock.note = f"{rows:,} values, {len(planted)} planted errors, all found, nothing else flagged"
    return clock


def _write_history(facts: Path) -> tuple[int, set[tuple[str, str, str]]]:
    """Write the folder ``facts``; gives the number of values, and which are planted."""
    target = facts / OBSERVATIONS.name
    target.mkdir(parents=True)
    units, codes, days = communes(HISTORY), indicators(HISTORY), months(HISTORY)
    engine = duckdb.connect(config={"threads": 2, "memory_limit": "4GB"})
    engine.execute("create table commune (n bigint, unit varchar)")
    engine.executemany("insert into commune values (?, ?)", [(n, unit) for n, (unit, _) in enumerate(units)])
    engine.execute("create table indicator (i bigint, code varchar, flow boolean)")
    engine.executemany(
        "insert into indicator values (?, ?, ?)", [(n, one.code, one.over_time == "sum") for n, one in enumerate(codes)]
    )
    planted = {((k * 83) % len(units), (k * 31) % len(codes), 8 + k % 16) for k in range(_PLANTED)}
    engine.execute("create table planted (n bigint, i bigint, month bigint)")
    engine.executemany("insert into planted values (?, ?, ?)", sorted(planted))
    rows = 0
    for month, (first, last) in enumerate(days):
        values = {
            "indicator": "code", "unit": "unit", "extent": "'area'", "period_end": f"'{last}'", "body": "'UBND'",
            "period_start": f"case when flow then '{first}' else '' end", "body_kind": "'ubnd'",
            "programme": "'quy-mo'", "version": "1", "revision": "1", "amount": "amount", "amount_high": "null",
            "scale": "0", "unit_word": "'cuộc'", "status": "'reported'", "origin": "'workbook'", "confidence": "1.0",
            "source": f"'{last}.csv'", "source_sha256": f"'{month:064x}'", "span_start": "0", "span_end": "0",
        }  # fmt: skip
        columns = ", ".join(
            f"cast({values.get(one.name, repr(''))} as {SQL_TYPES['duckdb'][one.type]}) as {one.name}"
            for one in OBSERVATIONS.columns
        )
        # A level of its own for each unit and indicator, and up to three hundredths around it.
        level = f"(1000 + (n * 7919 + i * 104729) % {MODULUS})"
        stray = f"{level} * ((n * 31 + i * 17 + {month} * 7919) % 7 - 3) // 100"
        times = f"case when is_planted then {_FAR} else 1 end"
        engine.execute(f"""copy (
            select {columns} from (
                select unit, code, flow, ({level} + {stray}) * {times} as amount
                from commune cross join indicator
                left join (select n, i, true as is_planted from planted where month = {month}) using (n, i)
            )) to '{target}/{month:032x}-quy-mo-1.parquet' (format parquet, compression zstd)""")
        rows += len(units) * len(codes)
    return rows, {(codes[i].code, units[n][0], days[month][1]) for n, i, month in planted}


if __name__ == "__main__":
    answer({TAKEN: imported, CHECKED: checked}, sys.argv[1:])
