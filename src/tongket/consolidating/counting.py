"""Indicators counted from the entries of registers (chỉ tiêu đếm từ sổ): entries in, observations out.

An event that serves several directives counts once under each, and once in what is counted of all. What an entry's own
unit and day were stays: where the figures belong on another map is for who adds them up.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from contextlib import nullcontext
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from itertools import combinations, product
from pathlib import Path
from typing import Any

from tongket.consolidating import counting_statements as statements
from tongket.consolidating.engines import Engine, SumOverflowError
from tongket.consolidating.entries import entry_rows
from tongket.consolidating.entry_facts import kernel_files
from tongket.errors import ConsolidateError
from tongket.messages import N_
from tongket.model.entries import Entry
from tongket.model.observations import Observation, Status
from tongket.model.programmes import ADDED_KINDS, Condition, Counted, Indicator, Programme
from tongket.model.registers import Register
from tongket.model.rounds import Round
from tongket.model.tables import ENTRY_TABLES, KERNEL_TABLES, SQL_TYPES, Table
from tongket.programmes.registers import built_in_fields
from tongket.programmes.scoring import leaf_criteria
from tongket.programmes.standing import year_needed
from tongket.registry.units import Registry
from tongket.registry.working_days import working_days_between

_NAMED = 12  # entries that a passage names
_BODIES = 5  # bodies that an observation of several names
_LAST_DAY = "9999-12-31"


def counted_observations(
    facts: Path, programme: Programme, round_: Round, registry: Registry
) -> tuple[Observation, ...]:
    """What ``programme`` counts from the registers of the folder ``facts`` for the units of ``round_``, in its period.

    One observation for each indicator, cell and unit (and body, where the indicator has an owner), of extent 'own' and
    origin 'counted'; its passage names the first entries. A unit that keeps the register and has nothing to count
    answers zero; one that does not keep it answers nothing. A score that waits for the appraiser is 'pending'.

    Raises:
        ConsolidateError: a sum is too large to be exact.
        ReadError: a file of the folder is damaged.
    """
    files = kernel_files(facts)
    if not any(one.counted for one in programme.indicators) or not any(files.values()):
        return ()
    from tongket.consolidating.engines.duckdb import engine

    with engine() as database:
        for table in KERNEL_TABLES:
            _open_table(database, table, files[table.name])
        return run_counting(database, programme, round_, registry)


def count_entries(
    entries: Iterable[Entry], programme: Programme, round_: Round, registry: Registry, engine: Engine | None = None
) -> tuple[Observation, ...]:
    """``counted_observations`` of these entries, in ``engine`` (None: DuckDB, in memory)."""
    from tongket.consolidating.engines.duckdb import engine as duckdb

    rows = entry_rows(entries)
    with nullcontext(engine) if engine else duckdb() as database:
        for table in KERNEL_TABLES:
            database.fill(table, rows.get(table.name, []))
        return run_counting(database, programme, round_, registry)


def _open_table(engine: Engine, table: Table, files: Sequence[Path]) -> None:
    if not files:
        engine.fill(table, [])
        return
    types = SQL_TYPES["duckdb"]
    columns = ", ".join(f"cast({column.name} as {types[column.type]}) as {column.name}" for column in table.columns)
    names = ", ".join("'" + str(file).replace("'", "''") + "'" for file in files)
    source = f"read_parquet([{names}], union_by_name = true, hive_partitioning = false)"
    engine.make(table.name, f"select {columns} from {source}", view=True)  # noqa: S608 - names of model/tables.py, quoted files


@dataclass(frozen=True, slots=True)
class _Answer:
    indicator: str
    cell: str
    unit: str
    body: str
    entries: int
    amount: int | None
    text: str | None


def run_counting(engine: Engine, programme: Programme, round_: Round, registry: Registry) -> tuple[Observation, ...]:
    """What is counted from the kernel's tables, which ``engine`` holds.

    Raises:
        ConsolidateError: a sum is too large to be exact.
    """
    period = period_of(programme, round_)
    try:
        _make_tables(engine, programme, period, round_, registry)
        answers = [_Answer(*row) for row in engine.rows(statements.READ_ANSWERED)]
    except SumOverflowError as error:
        raise ConsolidateError(
            N_("A sum is larger than 9,223,372,036,854,775,807 and would not be exact."),
            N_("Look for a value with too many zeros among the entries of the registers."),
        ) from error
    keepers: dict[tuple[str, str], list[tuple[str, str]]] = defaultdict(list)
    for indicator, unit, body, kind in engine.rows(statements.READ_KEEPERS):
        keepers[indicator, unit].append((body, kind))
    named: dict[tuple[Any, ...], list[str]] = defaultdict(list)
    for *key, name in engine.rows(statements.READ_NAMED.format(most=_NAMED)):
        named[tuple(key)].append(name)
    return tuple(_written(programme, period, answers, keepers, named))


def _make_tables(
    engine: Engine, programme: Programme, period: tuple[str, str], round_: Round, registry: Registry
) -> None:
    first, last = period
    rows = _input_rows(programme)
    units = " union ".join(f"select unit from {table.name}" for table in ENTRY_TABLES)  # noqa: S608 - names of model/tables.py
    rows["node"] = _nodes((unit for (unit,) in engine.rows(units)), round_, registry, last)
    for table in statements.INPUT:
        engine.fill(table, rows[table.name])
    for name, select in statements.FIRST:
        engine.make(name, select)
    calendar = calendar_rows([last, *(day for (day,) in engine.rows(statements.DAYS))])
    engine.fill(statements.CALENDAR, calendar)
    here = next((ordinal, working) for day, ordinal, working in calendar if day == last)
    engine.fill(statements.DAY, [(first, last, int(first[:4]), int(last[:4]), year_needed(last), *here)])
    for name, select in statements.THEN:
        engine.make(name, select)


def period_of(programme: Programme, round_: Round) -> tuple[str, str]:
    """First and last day of what is counted: the round's, or the programme's; an open end is the report's day."""
    first = round_.period_start or programme.period_start or "0001-01-01"
    last = round_.period_end or programme.period_end or round_.date
    if len(last) == 7:
        after = date(int(last[:4]) + int(last[5:]) // 12, int(last[5:]) % 12 + 1, 1)
        last = (after - timedelta(days=1)).isoformat()
    return first, (f"{last}-12-31" if len(last) == 4 else last or _LAST_DAY)


def calendar_rows(days: Iterable[str]) -> list[tuple[str, int, int]]:
    """Each of ``days`` that is a date, with how many days, and working days, there were up to it since one before."""
    dates = sorted({day for day in days if len(day) == 10})
    return [(day, date.fromisoformat(day).toordinal(), working_days_between(dates[0], day)) for day in dates]


def _nodes(units: Iterable[str], round_: Round, registry: Registry, last: str) -> list[tuple[str, str, int]]:
    """The units whose entries count: those of the round, those below its unit, and those that nobody else claims."""
    asked = {round_.unit, *(one.unit for one in round_.asked)}
    found: list[tuple[str, str, int]] = []
    for unit in sorted(units):
        state = registry.unit(unit, last) or registry.unit(unit)
        if unit in asked or state is None or _belongs(unit, round_.unit, registry, last):
            found.append((unit, state.kind if state else "", int(state is None or registry.alive(unit, last))))
    return found


def _belongs(unit: str, top: str, registry: Registry, last: str) -> bool:
    """Whether the unit, or what became of it, stands below ``top`` on the day ``last``."""
    if registry.unit(top) is None or not registry.alive(top, last):
        return True
    target = registry.place(unit, last).target
    return top in (target, *(one.id for one in registry.above(target, last)))


def _input_rows(programme: Programme) -> dict[str, list[tuple[Any, ...]]]:
    rows: dict[str, list[tuple[Any, ...]]] = defaultdict(list)
    rows["directive"].append((programme.directive.symbol, programme.directive.date))
    for register in programme.registers:
        rows["book"].append((register.code, register.kind, int(register.yearly)))
        for card in programme.scorecards:
            if card.code == register.scorecard:
                leaves = leaf_criteria(card)
                rows["sheet"].append((register.code, card.version, len(leaves)))
                rows["criterion"] += [(register.code, card.version, one.code) for one in leaves]
                rows["band_from"] += [(register.code, card.version, one.code, one.at_least) for one in card.bands]
    for indicator in programme.indicators:
        counted = indicator.counted
        register_ = programme.register(counted.register) if counted else None
        if counted and register_:
            for table, added in _wanted_rows(programme, indicator, counted, register_).items():
                rows[table] += added
    return rows


def _wanted_rows(
    programme: Programme, indicator: Indicator, counted: Counted, register: Register
) -> dict[str, list[tuple[Any, ...]]]:
    rows: dict[str, list[tuple[Any, ...]]] = defaultdict(list)
    code = indicator.code
    needed = sum(one.comparison != "<>" for one in counted.where)
    states = any(one.field in ("state", "standing") for one in counted.where)
    whole_time = int(counted.when == "at-end")
    rows["wanted"].append(
        (
            code,
            counted.register,
            counted.what,
            counted.field,
            whole_time,
            int(indicator.owner != ""),
            int(states),
            needed,
        )
    )
    for number, condition in enumerate(counted.where, 1):
        rows["wanted_value"] += [_value_row(code, number, condition, value, register) for value in condition.values]
    fields = dict(counted.cells)
    slots = [(name, fields[name]) for name in indicator.dimensions if name in fields]
    codes = {name: [one.code for one in _values(programme, name)] for name, _ in slots}
    for name, field in slots:
        for value in _values(programme, name):
            rows["wanted_code"] += [(code, field, text, value.code) for text in sorted({value.code, *value.aliases})]
    for size in range(len(slots) + 1):
        for chosen in combinations(slots, size):
            names = [field for _, field in chosen]
            rows["wanted_slot"].append((code, *names, *[""] * (3 - size), size))
            cells = product(*(codes[name] for name, _ in chosen))
            rows["wanted_cell"] += [(code, "+".join(cell)) for cell in cells]
    return rows


def _values(programme: Programme, dimension: str) -> Sequence[Any]:
    found = programme.dimension(dimension)
    return found.values if found else ()


def _value_row(code: str, number: int, condition: Condition, value: str, register: Register) -> tuple[Any, ...]:
    """A condition's value as text, or as a number at the scale of the field."""
    field = register.field(condition.field)
    kind = field.kind if field else built_in_fields(register.kind).get(condition.field, "text")
    if kind not in ADDED_KINDS:
        return code, condition.field, condition.comparison, value, number, None, 0
    scale = field.scale if field else 0
    amount = int(Decimal(value.replace(",", ".")).scaleb(scale))
    return code, condition.field, condition.comparison, "", number, amount, 1


def _written(
    programme: Programme,
    period: tuple[str, str],
    answers: Iterable[_Answer],
    keepers: dict[tuple[str, str], list[tuple[str, str]]],
    named: dict[tuple[Any, ...], list[str]],
) -> Iterator[Observation]:
    indicators = {one.code: one for one in programme.indicators}
    for one in answers:
        indicator = indicators[one.indicator]
        counted = indicator.counted
        assert counted is not None
        register = programme.register(counted.register)
        assert register is not None
        status = _status(one, indicator, register)
        if status is None:
            continue
        bodies = [pair for pair in keepers[one.indicator, one.unit] if one.body in ("", pair[0])]
        yield Observation(
            indicator=one.indicator,
            cell=one.cell,
            unit=one.unit,
            extent="own",
            period=f"{period[0] if counted.when == 'during' else ''}/{period[1]}",
            body=_joined([body for body, _ in bodies]),
            programme=programme.code,
            version=programme.version,
            revision=1,
            amount=_amount(one, indicator) if status == "reported" else None,
            amount_high=None,
            scale=indicator.scale,
            unit_word=indicator.unit_word,
            qualifier="",
            status=status,
            origin="counted",
            confidence=1.0,
            source=register.code,
            source_sha256="",
            start=0,
            end=0,
            passage=_passage(register, one, named[one.indicator, one.cell, one.unit, one.body]),
            body_kind=bodies[0][1] if len({kind for _, kind in bodies}) == 1 else "",
            text=one.text or "" if status == "reported" and indicator.kind in ("choice", "rank", "text") else "",
        )


def _status(one: _Answer, indicator: Indicator, register: Register) -> Status | None:
    """None: there is nothing to say; a sheet without the points that are asked for waits for its appraiser."""
    if one.amount is not None or (indicator.kind in ("choice", "text") and one.text):
        return "reported"
    return "pending" if register.kind == "score-sheet" and one.entries else None


def _amount(one: _Answer, indicator: Indicator) -> int | None:
    """The number that is kept: of a choice its place among the choices, from 1."""
    if indicator.kind == "choice":
        return next((place for place, choice in enumerate(indicator.choices, 1) if choice.code == one.text), None)
    return one.amount


def _joined(bodies: Sequence[str]) -> str:
    return "; ".join(bodies[:_BODIES]) + ("; ..." if len(bodies) > _BODIES else "")


def _passage(register: Register, one: _Answer, names: Sequence[str]) -> str:
    """'Sổ quán triệt (S03-QT): 01, 02, 05 ... +31': the entries that were counted, the first by name."""
    more = f" ... +{one.entries - len(names)}" if one.entries > len(names) else ""
    return f"{register.name} ({register.code}): {', '.join(names) or '0'}{more}"
