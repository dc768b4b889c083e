"""Compare the values of a folder of facts with one another (đối chiếu số liệu): each with its history and its peers,
wholes with parts, owners with others, registers with what was declared, and the rules between indicators.

The statements are DuckDB's own (see ``compare_statements``). Memory is bounded: the tables lie in a file.
"""
# ruff: noqa: S608 - the statements are put together from numbers and quoted texts alone

from __future__ import annotations

import tempfile
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import astuple
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tongket.consolidating import compare_statements as statements
from tongket.consolidating.compare_rules import check_rules
from tongket.consolidating.engines import duckdb_engine, insert_rows
from tongket.consolidating.engines.duckdb import connect
from tongket.consolidating.facts import checked_files, observations_view
from tongket.consolidating.rows import observation_row
from tongket.errors import ReadError
from tongket.messages import N_
from tongket.model.comparisons import (
    Blank,
    Broken,
    Compared,
    Comparisons,
    Jump,
    Limits,
    Miscounted,
    Outlier,
    Parts,
    Rivals,
    Value,
)
from tongket.model.observations import Observation
from tongket.model.places import ObservationKey
from tongket.model.programmes import NUMERIC_KINDS, Programme, Sum
from tongket.model.tables import OBSERVATIONS
from tongket.registry.units import Registry
from tongket.vietnamese.unicode import key

if TYPE_CHECKING:
    import duckdb

MEMORY = "1200MB"
_ADDED = ("sum",)
_MOST_VALUES = 3_000_000  # that are compared over time at once


def compare_facts(
    facts: Path,
    programme: Programme,
    registry: Registry,
    limits: Limits = Limits(),  # noqa: B008 - a frozen value
    periods: Sequence[str] = (),
    counted: Sequence[Observation] = (),
) -> Comparisons:
    """What in the folder ``facts`` is at odds with other values of it; of ``periods`` ('start/end') alone, or of all.

    ``counted`` are values that were counted from registers just now; they stand for those that the folder holds.

    Raises:
        ReadError: there is no such folder, or one of its files is damaged.
    """
    import duckdb

    files = checked_files(facts)
    with tempfile.TemporaryDirectory(prefix="tongket-", ignore_cleanup_errors=True) as work:
        engine = connect(folder=Path(work), memory=MEMORY)
        try:
            engine.execute(f"attach '{_quote(str(Path(work) / 'compare.duckdb'))}' as work")
            engine.execute("use work")
            engine.execute("set preserve_insertion_order = false")
            job = _Comparing(engine, programme, registry, limits, periods)
            job.prepare(files, counted)
            rows = [row for compare in job.comparisons() for row in compare()]
            return Comparisons(tuple(rows), job.number("select count(*) from fact"), job.left_off.total())
        except duckdb.Error as error:
            raise ReadError(
                N_("the folder of facts could not be worked on ({reason})."),
                N_("Look whether the disk is full, and whether another program changes the folder."),
                where=str(facts),
                reason=type(error).__name__,
            ) from error
        finally:
            engine.close()


def declared_periods(facts: Path, programme: Programme) -> tuple[tuple[str, str], ...]:
    """First and last days of the periods at which the folder holds values of indicators that are counted.

    Raises:
        ReadError: there is no such folder, or one of its files is damaged.
    """
    codes = [one.code for one in programme.indicators if one.counted]
    if not codes:
        return ()
    with duckdb_engine() as engine:
        observations_view(engine, checked_files(facts))
        return tuple(
            engine.execute(
                "select distinct period_start, period_end from observed"
                f" where programme = '{_quote(programme.code)}' and origin <> 'counted'"
                " and indicator in (select unnest(?)) order by period_end, period_start",
                [codes],
            ).fetchall()
        )


def _quote(text: str) -> str:
    return text.replace("'", "''")


def _weight(row: Compared) -> tuple[float, tuple[str, ...]]:
    """The order of rows of one comparison: the farthest off first, then by key."""
    match row:
        case Outlier(value=value, z=z):
            return -z, astuple(value.key)
        case Jump(value=value, before=before):
            high, low = sorted((abs(value.amount), abs(before.amount)), reverse=True)
            return -float((high + 10) / (low + 10)), astuple(value.key)
        case Blank(key=key_):
            return 0.0, astuple(key_)
    raise AssertionError(row)


class _Comparing:
    """The tables of one folder, and the rows that each comparison gives."""

    def __init__(
        self,
        engine: duckdb.DuckDBPyConnection,
        programme: Programme,
        registry: Registry,
        limits: Limits,
        periods: Sequence[str],
    ) -> None:
        self.engine, self.programme, self.registry, self.limits = engine, programme, registry, limits
        self.chosen = tuple(periods)
        self.left_off: Counter[str] = Counter()
        self.codes = [one.code for one in programme.indicators]
        self.scales = [one.scale for one in programme.indicators]

    def prepare(self, files: Sequence[Path], counted: Sequence[Observation]) -> None:
        """Make the tables that the comparisons share."""
        run = self.engine.execute
        observations_view(self.engine, files)
        run(OBSERVATIONS.create("duckdb", "counted_now"))
        insert_rows(self.engine, "counted_now", [observation_row(one) for one in counted])
        columns = ", ".join(OBSERVATIONS.names)
        kept = "and origin <> 'counted'" if counted else ""
        run(
            f"create temporary view mine as select {columns} from observed"
            f" where programme = '{_quote(self.programme.code)}' {kept} union all select {columns} from counted_now"
        )
        for statement in statements.KNOWN:
            run(statement)
        insert_rows(
            self.engine,
            "known_indicator",
            [
                (n, one.code, one.scale, one.owner, one.over_units in _ADDED, one.kind in NUMERIC_KINDS)
                for n, one in enumerate(self.programme.indicators)
            ],
        )
        self._know_bodies()
        run(statements.FACT)
        is_counted = self.number("select count(*) from (select 1 from fact where is_counted limit 1)")
        run(statements.DECLARED if is_counted else statements.ALL_DECLARED)
        self.is_counted = bool(is_counted)
        self.units = [row[0] for row in run("select unit from known_unit order by u").fetchall()]
        self.bodies = dict(run("select b, body from known_body").fetchall())
        self.cells = [row[0] for row in run("select cell from known_cell order by c").fetchall()]
        self.periods = run("select period_start, period_end from known_period order by p").fetchall()
        self.numbers = [n for n, one in enumerate(self.periods, start=1) if "/".join(one) in self.chosen]
        self._know_kinds()

    def _know_bodies(self) -> None:
        """Number bodies by name without case and spelling: reports print them in capitals, tables do not."""
        numbers: dict[tuple[str, str], int] = {}
        shown: list[tuple[int, str, str]] = []
        spelled: list[tuple[str, str, int]] = []
        rows = self.engine.execute("select distinct body, body_kind from mine order by body desc, body_kind").fetchall()
        for body, kind in rows:
            number = numbers.setdefault((key(body), kind), len(numbers) + 1)
            if number > len(shown):
                shown.append((number, body, kind))
            spelled.append((body, kind, number))
        insert_rows(self.engine, "known_body", shown)
        insert_rows(self.engine, "spelled_body", spelled)

    def _know_kinds(self) -> None:
        self.engine.execute("create table kind_of_unit (u integer, kind varchar)")
        known = ((n, self.registry.unit(unit)) for n, unit in enumerate(self.units, start=1))
        insert_rows(self.engine, "kind_of_unit", [(n, unit.kind if unit else "") for n, unit in known])
        self.engine.execute(
            "update known_unit set kind = kind_of_unit.kind from kind_of_unit where kind_of_unit.u = known_unit.u"
        )

    def comparisons(self) -> tuple[Callable[[], Iterator[Compared]], ...]:
        """All comparisons, in the order in which their rows are given."""
        return self._sums, self._rules, self._parts, self._rivals, self._miscounted, self._over_time

    def _over_time(self) -> Iterator[Compared]:
        """The comparisons of each answer with its other periods: some indicators at a time."""
        self.engine.execute(statements.OF_BODY)
        many = 1 + self.number("select count(*) from declared") // _MOST_VALUES
        rows: dict[int, list[Compared]] = {}
        for first in range(many):
            indicators = ", ".join(map(str, range(first, len(self.codes), many))) or "-1"
            self.engine.execute(statements.SERIES.format(indicators=indicators))
            self.engine.execute(statements.JUDGED.format(points=self.limits.points))
            self.engine.execute(statements.USUAL)
            self.engine.execute(statements.STEPS.format(points=self.limits.points))
            for place, compare in enumerate((self._history, self._jumps, self._peers, self._blanks)):
                rows.setdefault(place, []).extend(compare())
        for found in rows.values():
            self.left_off["over time"] += max(0, len(found) - self.limits.most)
            yield from sorted(found, key=_weight)[: self.limits.most]

    def _history(self) -> Iterator[Compared]:
        for i, c, u, x, b, p, v, median, z, points in self._rows(statements.HISTORY):
            value = Value(self._key(i, c, u, x, b, p), self._exact(i, v))
            yield Outlier(value, "history", self._exact(i, median), z, points)

    def _jumps(self) -> Iterator[Compared]:
        for i, c, u, x, b, p, v, q, before in self._rows(statements.JUMPS):
            earlier = Value(self._key(i, c, u, x, b, q), self._exact(i, before))
            yield Jump(Value(self._key(i, c, u, x, b, p), self._exact(i, v)), earlier)

    def _peers(self) -> Iterator[Compared]:
        for i, c, u, x, b, p, v, median, z, points in self._rows(statements.PEERS):
            value = Value(self._key(i, c, u, x, b, p), self._exact(i, v))
            yield Outlier(value, "peers", self._exact(i, median), z, points)

    def _blanks(self) -> Iterator[Compared]:
        for i, c, u, x, b, p, q, before in self._rows(statements.BLANKS, "last"):
            earlier = Value(self._key(i, c, u, x, b, q), self._exact(i, before))
            yield Blank(self._key(i, c, u, x, b, p), earlier)

    def _rivals(self) -> Iterator[Compared]:
        for i, c, u, x, b, p, low, other, other_low, is_owner in self._rows(statements.RIVALS, "one.p"):
            value = Value(self._key(i, c, u, x, b, p), self._amount(i, low))
            yield Rivals(value, Value(self._key(i, c, u, x, other, p), self._amount(i, other_low)), is_owner)

    def _miscounted(self) -> Iterator[Compared]:
        for i, c, u, x, b, p, low, keeper, found in self._rows(statements.MISCOUNTED) if self.is_counted else ():
            declared = Value(self._key(i, c, u, x, b, p), self._amount(i, low))
            yield Miscounted(declared, Value(self._key(i, c, u, x, keeper, p), self._amount(i, found)))

    def _parts(self) -> Iterator[Compared]:
        self._know_parents()
        for i, c, u, b, p, low, total, own, reported, expected in self._rows(statements.PARTS, "best.p"):
            whole = Value(self._key(i, c, u, False, b, p), self._amount(i, low))
            kept = None if own is None else self._amount(i, own)
            yield Parts(whole, self._amount(i, total), kept, reported, expected)

    def _know_parents(self) -> None:
        """Who stands above whom on the map of each period's last day, and how many units stand below each."""
        self.engine.execute("create table known_parent (u integer, p integer, above integer)")
        self.engine.execute("create table known_children (u integer, p integer, children integer)")
        numbers = {unit: n for n, unit in enumerate(self.units, start=1)}
        days: dict[str, list[int]] = {}
        for p, (_, last) in enumerate(self.periods, start=1):
            days.setdefault(last, []).append(p)
        for day, of_day in days.items():
            parents = self.registry.parents(day)
            children = Counter(parents.values())
            links = [(u, numbers[parents[unit]]) for unit, u in numbers.items() if parents.get(unit) in numbers]
            above = {upper for _, upper in links}
            insert_rows(self.engine, "known_parent", [(u, p, upper) for p in of_day for u, upper in links])
            insert_rows(
                self.engine,
                "known_children",
                [(u, p, children[self.units[u - 1]]) for p in of_day for u in sorted(above)],
            )

    def _sums(self) -> Iterator[Compared]:
        places = {code: n for n, code in enumerate(self.codes)}
        for n, rule in enumerate(self.programme.sums):
            if rule.total in places and all(part in places for part in rule.parts):
                yield from self._sum(n, rule, places)

    def _sum(self, n: int, rule: Sum, places: dict[str, int]) -> Iterator[Compared]:
        parts = [places[part] for part in rule.parts]
        statement = statements.SUM.format(
            total=places[rule.total],
            all=", ".join(map(str, (places[rule.total], *parts))),
            relation=rule.relation,
            count=len(parts),
            chosen="{chosen}",
        )
        for i, c, u, x, b, p, total, added, given in self._rows(statement):
            left = Value(self._key(i, c, u, x, b, p), Decimal(total).scaleb(-6).normalize())
            related = tuple(self._key(part, c, u, x, b, p) for part in parts)
            right = Decimal(added).scaleb(-6).normalize()
            yield Broken(n, "sums", left, rule.relation, right, related, given == len(parts))

    def _rules(self) -> Iterator[Compared]:
        return check_rules(self.engine, self.programme, self._key, self.cells, self.periods, set(self.numbers))

    def _rows(self, statement: str, period: str = "p") -> list[tuple[Any, ...]]:
        """The rows of a comparison: no more than ``Limits.most``; of the rest, their number is kept."""
        chosen = ""
        if self.chosen:
            chosen = f"and {period} in ({', '.join(map(str, self.numbers or [0]))})"
        limits = self.limits
        select = statement.format(
            chosen=chosen, z=limits.z, floor=limits.floor, points=limits.points, peers=limits.peers, jump=limits.jump,
            jump_floor=limits.jump_floor,
        )  # fmt: skip
        rows = self.engine.execute(select).fetchmany(limits.most + 1)
        if len(rows) > limits.most:
            self.left_off[statement] += self.number(f"select count(*) from ({select})") - limits.most
        return rows[: limits.most]

    def number(self, select: str) -> int:
        """The one number that ``select`` gives."""
        found = self.engine.execute(select).fetchone()
        assert found is not None
        return int(found[0])

    def _key(self, i: int, c: int, u: int, x: bool, b: int, p: int) -> ObservationKey:
        period = "/".join(self.periods[p - 1])
        extent = "own" if x else "area"
        return ObservationKey(self.codes[i], self.cells[c - 1], self.units[u - 1], extent, period, self.bodies[b])

    def _amount(self, i: int, low: int) -> Decimal:
        return Decimal(low).scaleb(-self.scales[i])

    def _exact(self, i: int, number: float) -> Decimal:
        """A number of a series, which the engine holds as a float, at the indicator's scale."""
        return Decimal(f"{number:.{self.scales[i]}f}")
