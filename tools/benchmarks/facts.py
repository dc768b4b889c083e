"""A facts folder of a million to a hundred million observations whose every value is known beforehand.

Real communes and provinces of today's map, 200 indicators, months, and cells of one dimension; an answer's value,
status and qualifier follow from its number alone, by a product modulo a prime. DuckDB writes them as SQL arithmetic;
``benchmarks.truth`` computes them again with numpy, and neither reads what the other wrote.
"""

# ruff: noqa: S608 - statements of the measurement's own numbers, names and paths
from __future__ import annotations

import hashlib
from calendar import monthrange
from dataclasses import dataclass
from pathlib import Path

from tongket.consolidating.engines import duckdb_engine
from tongket.consolidating.facts import import_name
from tongket.model.dimensions import Dimension, DimensionValue
from tongket.model.programmes import DirectiveRef, Indicator, Programme
from tongket.model.rounds import Asked, Round
from tongket.model.tables import OBSERVATIONS, SQL_TYPES
from tongket.registry.units import Registry, load_units

PROGRAMME = "quy-mo"
FIRST_DAY = "2025-07-01"  # communes of today's map report from this day on
FACTOR, PRIME = 2_654_435_761, 4_294_967_291  # their product with 2**31 stays within 64 bits
MODULUS = 10_007  # amounts are below it

# What ``mixed // MODULUS`` says of an answer, in this order; numbers are parts of a hundred thousand.
ABSENT = 3_000  # not answered at all: coverage is about 97 %
STATUSES = (
    ("none-occurred", 4_000),
    ("not-applicable", 1_000),
    ("pending", 500),
    ("missing", 500),
    ("estimated", 2_000),
)  # of those answered; the others are reported
QUALIFIERS = (("khoảng", 1_500), ("trên", 1_000), ("dưới", 500))  # ditto, of all that carry a number
REVISED = 50  # one of so many answers was sent again; the second value is one larger


@dataclass(frozen=True, slots=True)
class Size:
    """How many months, cells and indicators there are; communes are all 3,321 unless ``provinces`` says fewer."""

    name: str
    months: int
    cells: int
    indicators: int = 200
    provinces: int = 0  # 0: all

    def total(self, communes: int) -> int:
        """How many answers there would be if nobody left one out."""
        return communes * self.months * self.cells * self.indicators


SIZES = {
    "1": Size("1", months=1, cells=13, indicators=24),
    "10": Size("10", months=12, cells=13, indicators=20),
    "100": Size("100", months=12, cells=13),
}


def communes(size: Size, registry: Registry | None = None) -> list[tuple[str, str]]:
    """(commune, province) ids in the order of their numbers: the map of the first day, province by province."""
    known = registry or load_units()
    provinces = known.children("vn", FIRST_DAY)
    if size.provinces:
        provinces = provinces[: size.provinces]
    return [(one.id, top.id) for top in provinces for one in known.children(top.id, FIRST_DAY)]


def months(size: Size) -> list[tuple[str, str]]:
    """(first, last day) of the months reported on, from July 2025."""
    counted = [(2025 + (6 + n) // 12, (6 + n) % 12 + 1) for n in range(size.months)]
    return [(f"{y}-{m:02}-01", f"{y}-{m:02}-{monthrange(y, m)[1]}") for y, m in counted]


def cell_codes(size: Size) -> list[str]:
    """The cells; a single one is the total."""
    return [""] if size.cells == 1 else [f"to-chuc-{n + 1:02}" for n in range(size.cells)]


def indicators(size: Size) -> tuple[Indicator, ...]:
    """Of twenty: fourteen flows, three stocks, one that takes the largest, one the smallest, one that counts units."""
    made = []
    for n in range(size.indicators):
        kind = n % 20
        over_units = {17: "max", 18: "min", 19: "count-units"}.get(kind, "sum")
        over_time = "latest" if kind >= 14 else "sum"
        made.append(
            Indicator(
                f"QM-{n + 1:03}",
                f"Chỉ tiêu quy mô số {n + 1}",
                "cuộc",
                over_units=over_units,  # type: ignore[arg-type] # words of Aggregation
                over_time=over_time,
                dimensions=("to-chuc",) if size.cells > 1 else (),
            )
        )
    return tuple(made)


def programme(size: Size, additive: bool = False) -> Programme:
    """The programme that the observations answer. ``additive``: the total over the cells is theirs added up."""
    values = tuple(DimensionValue(code, code) for code in cell_codes(size) if code)
    dimensions = (Dimension("to-chuc", "Tổ chức", values, additive),) if values else ()
    directive = DirectiveRef("Chỉ thị", "99-CT/TW", "2025-01-02", "Ban Bí thư", "về một việc không có thật")
    start, end = months(size)[0][0], months(size)[-1][1]
    return Programme(
        PROGRAMME,
        1,
        "Quy mô",
        "state",
        directive,
        "tổng kết",
        5,
        start,
        end,
        0.5,
        dimensions,
        indicators(size),
        (),
        (),
        (),
        (),
    )


def round_(size: Size, registry: Registry | None = None) -> Round:
    """A round in which every commune of the size was asked."""
    asked = tuple(Asked(unit, "", "ubnd") for unit, _ in communes(size, registry))
    return Round(PROGRAMME, "vn", "", "", months(size)[0][0], months(size)[-1][1], asked=asked)


def make_facts(size: Size, folder: Path) -> None:
    """Write the folder ``folder``/observations: a file for each province and month, and one of each province's
    revisions, as so many imports would have left them.
    """
    target = folder / OBSERVATIONS.name
    if (folder / "done").exists():
        return
    target.mkdir(parents=True, exist_ok=True)
    with duckdb_engine() as engine:
        engine.execute("create table commune (n bigint, unit varchar, province varchar)")
        engine.executemany(
            "insert into commune values (?, ?, ?)", [(n, *pair) for n, pair in enumerate(communes(size))]
        )
        engine.execute("create table indicator (i bigint, code varchar, flow boolean)")
        engine.executemany(
            "insert into indicator values (?, ?, ?)",
            [(n, one.code, one.over_time == "sum") for n, one in enumerate(indicators(size))],
        )
        engine.execute("create table cell (c bigint, cell varchar)")
        engine.executemany("insert into cell values (?, ?)", list(enumerate(cell_codes(size))))
        provinces = [row[0] for row in engine.execute("select distinct province from commune order by 1").fetchall()]
        for province in provinces:
            for month, (first, last) in enumerate(months(size)):
                source = f"{province}-{first[:7]}.csv"
                _copy(engine, target, _select(size, source, province, [(month, first, last)], 1))
            revisions = [(month, *days) for month, days in enumerate(months(size))]
            _copy(engine, target, _select(size, f"{province}-bo-sung.csv", province, revisions, 2))
    (folder / "done").touch()


def _copy(engine: object, target: Path, named: tuple[str, str]) -> None:
    name, statement = named
    path = target / f"{name}.parquet"
    engine.execute(f"copy ({statement}) to '{path}' (format parquet, compression zstd)")  # type: ignore[attr-defined] # a connection


def _cases(words: tuple[tuple[str, int], ...], of: str, otherwise: str) -> str:
    reached, cases = 0, ""
    for word, parts in words:
        reached += parts
        cases += f" when {of} < {reached} then '{word}'"
    return f"case{cases} else '{otherwise}' end"


def _select(
    size: Size, source: str, province: str, periods: list[tuple[int, str, str]], revision: int
) -> tuple[str, str]:
    """(file name without suffix, statement) of the answers of one province at ``periods`` (number, first, last)."""
    sha256 = hashlib.sha256(source.encode()).hexdigest()
    values = ", ".join(f"({n}, '{first}', '{last}')" for n, first, last in periods)
    number = f"((month * {len(communes_of(size))} + n) * {size.indicators} + i) * {size.cells} + c"
    columns = {
        "indicator": "code",
        "cell": "cell",
        "unit": "unit",
        "extent": "'area'",
        "period_start": "case when flow then first else '' end",
        "period_end": "last",
        "body": "'Ủy ban nhân dân xã'",
        "body_kind": "'ubnd'",
        "programme": f"'{PROGRAMME}'",
        "version": "1",
        "revision": str(revision),
        "amount": f"case when status in ('reported', 'estimated') then mixed % {MODULUS} + {revision - 1} end",
        "amount_high": "null",
        "scale": "0",
        "unit_word": "'cuộc'",
        "qualifier": "case when status in ('reported', 'estimated') then qualifier else '' end",
        "status": "status",
        "origin": "'workbook'",
        "confidence": "1.0",
        "source": f"'{source}'",
        "source_sha256": f"'{sha256}'",
        "span_start": "0",
        "span_end": "0",
        "passage": "'dòng ' || cast(c + i * 13 + 2 as varchar)",
        "confirmed": "''",
        "text": "''",
    }
    types = SQL_TYPES["duckdb"]
    listed = ", ".join(f"cast({columns[one.name]} as {types[one.type]}) as {one.name}" for one in OBSERVATIONS.columns)
    again = f"and (mixed // {MODULUS * 97}) % {REVISED} = 0" if revision > 1 else ""
    return (
        import_name(sha256, PROGRAMME, 1),
        f"""
select {listed}
from (
    select *, {_cases(STATUSES, "(mixed // 10007) * 31 % 100000", "reported")} as status,
        {_cases(QUALIFIERS, "(mixed // 10007) * 53 % 100000", "")} as qualifier
    from (
        select *, (({number}) * {FACTOR}) % {PRIME} as mixed
        from (values {values}) as period(month, first, last), commune, indicator, cell
        where province = '{province}'
    ) where (mixed // {MODULUS}) * 7 % 100000 >= {ABSENT} {again}
) order by month, n, i, c""",
    )


_LISTED: dict[int, list[tuple[str, str]]] = {}


def communes_of(size: Size) -> list[tuple[str, str]]:
    """``communes``, looked up once."""
    return _LISTED.setdefault(size.provinces, communes(size))
