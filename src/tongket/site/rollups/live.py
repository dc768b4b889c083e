"""Live rollups (số tổng hợp tức thời): the library's statements over the site's own table ``observations``.

A temporary table takes the observations that count in one statement, so all that follows sees one moment; what was
committed before it is in the number. A result is kept in memory until a submission of the round changes its state.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import Any

from django.db import connection
from django.db.models import Count, Max, Sum

from tongket.consolidating.engines import Engine, SumOverflowError
from tongket.consolidating.engines.sqlite import SQLite
from tongket.consolidating.inputs import Inputs, Question
from tongket.consolidating.pipeline import consolidate_table
from tongket.consolidating.rollup import written
from tongket.consolidating.tables import OBS
from tongket.messages import N_
from tongket.model.observations import Observation, Rollup
from tongket.site.people.models import Body
from tongket.site.people.units import registry
from tongket.site.rollups.asking import AS_REPORTED, Seen, question_of, with_parts
from tongket.site.rollups.earlier import looks_back, over_periods, period_key, rounds_before
from tongket.site.rollups.errors import RollupError
from tongket.site.rollups.observed import BLANK, observations_at
from tongket.site.rounds.models import Round, Submission
from tongket.site.rounds.programmes import programme_of
from tongket.vietnamese.unicode import sort_key

State = Submission.State
COUNTED = (State.SENT, State.RETURNED, State.APPROVED, State.LOCKED)  # what is returned counts as it was sent
MOST_KEPT = 64  # results in memory

Key = tuple[str, str, str]  # indicator, cell, unit


@dataclass(frozen=True, slots=True)
class Rolled:
    """The consolidated values of some indicators of a round, by indicator, cell and unit.

    ``top`` is the id of the round's unit; ``units`` those below it in order of their names, with these names;
    ``asked`` how many bodies were asked, ``answered`` how many of them are in the figures, ``returned`` how many of
    these were given their report back: as long as they have not sent it again, what they sent before counts.
    """

    top: str
    rollups: dict[Key, Rollup]
    units: tuple[tuple[str, str], ...]
    asked: int
    answered: int
    cells: dict[str, str]  # names of the values of dimensions
    returned: int = 0

    def cell_name(self, cell: str) -> str:
        """'Đoàn Thanh niên' of the cell 'dtn'."""
        return ", ".join(self.cells.get(one, one) for one in cell.split("+"))

    def at(self, indicator: str, cell: str, unit: str) -> Rollup | None:
        """The value of a unit, None where nobody answered."""
        return self.rollups.get((indicator, cell, unit))


Stamp = tuple[Any, ...]


def stamp_of(asked: Round) -> Stamp:
    """What changes whenever a state of the round's submissions does: one small statement over an index."""
    rows = Submission.objects.filter(round=asked)
    found = rows.aggregate(Count("pk"), Sum("edition"), Sum("revision"), Max("changed"))
    return asked.pk, asked.edition, *found.values()


_KEPT: OrderedDict[Any, Any] = OrderedDict()
_LOCK = threading.Lock()


def stamps_of(rounds: Sequence[Round]) -> Stamp:
    """``stamp_of`` of several rounds, in one statement."""
    if not rounds:
        return ()
    rows = Submission.objects.filter(round__in=rounds).values("round").order_by("round")
    return tuple(rows.values_list("round", Count("pk"), Sum("edition"), Sum("revision"), Max("changed")))


def rolled_up(asked: Round, codes: frozenset[str], seen: Seen = AS_REPORTED) -> Rolled:
    """The consolidated values of the indicators ``codes`` in a round, as they stand now.

    Raises:
        RollupError: a sum is too large to be exact.
    """
    before = earlier_of(asked, codes)
    key = (stamp_of(asked), stamps_of(before), codes, seen, id(registry()))
    return _kept(key, lambda: _rolled(asked, codes, seen, before))


def earlier_of(asked: Round, codes: frozenset[str]) -> list[Round]:
    """The rounds before ``asked`` that the formulas of ``codes`` need; mostly none."""
    programme = programme_of(asked.programme)
    needed = (programme.indicator(code) for code in with_parts(programme, codes))
    return rounds_before(asked) if looks_back(one for one in needed if one) else []


def _kept(key: Any, make: Callable[[], Any]) -> Any:
    """What is kept by ``key``, or is made and kept now."""
    with _LOCK:
        if key in _KEPT:
            _KEPT.move_to_end(key)
            return _KEPT[key]
    made = make()
    with _LOCK:
        _KEPT[key] = made
        while len(_KEPT) > MOST_KEPT:
            _KEPT.popitem(last=False)
    return made


def _rolled(asked: Round, codes: frozenset[str], seen: Seen, before: Sequence[Round]) -> Rolled:
    inputs, rollups = _consolidate(asked, codes, seen)
    part = inputs.question.programme
    if before:
        rollups = over_periods(part, asked, rollups, stated_before(before, codes, seen))
    found = the_shown(rollups)
    cells = {value.code: value.name for one in part.dimensions for value in one.values}
    states = list(Submission.objects.filter(round=asked, state__in=COUNTED).values_list("state", flat=True))
    top, asked_bodies = inputs.question.round.unit, len(inputs.question.round.asked)
    units = _units(inputs, found)
    return Rolled(top, found, units, asked_bodies, len(states), cells, states.count(State.RETURNED))


def stated_before(before: Sequence[Round], codes: frozenset[str], seen: Seen) -> dict[str, tuple[Rollup, ...]]:
    """The rollups of earlier rounds by their periods, each consolidated once as long as nothing changes in it."""
    return {
        period_key(one): _kept(
            ("stated", stamp_of(one), codes, seen, id(registry())), lambda one=one: _consolidate(one, codes, seen)[1]
        )
        for one in before
    }


def _consolidate(asked: Round, codes: frozenset[str], seen: Seen) -> tuple[Inputs, tuple[Rollup, ...]]:
    question = question_of(asked, seen)
    chosen = with_parts(question.programme, codes)
    part = replace(
        question.programme, indicators=tuple(one for one in question.programme.indicators if one.code in chosen)
    )
    question = replace(question, programme=part)
    try:
        with live_engine() as engine:
            inputs = consolidated(engine, asked, question, chosen)
            # Totals against the sum of their cells are a matter of checks, and cost as much as all the rest.
            plain = replace(inputs, shape=replace(inputs.shape, folds=()))
            return inputs, tuple(written(engine, plain, _Needed(engine)).rollups)
    except SumOverflowError as error:
        raise RollupError(
            N_("A sum is larger than 9,223,372,036,854,775,807 and would not be exact."),
            N_("Look for a value with too many zeros among the reports."),
        ) from error


def the_shown(rollups: Iterable[Rollup]) -> dict[Key, Rollup]:
    """Of the values of a place the one that is shown."""
    found: dict[Key, Rollup] = {}
    for one in rollups:
        key = (one.indicator, one.cell, one.unit)
        if key not in found or _rank(one) > _rank(found[key]):
            found[key] = one
    return found


def _rank(one: Rollup) -> tuple[bool, int, bool]:
    """Own and area values are never added: the one that more bodies are in is shown, as in the written report."""
    return one.amount is not None, one.reported, one.extent == "area"


def _units(inputs: Inputs, found: dict[Key, Rollup]) -> tuple[tuple[str, str], ...]:
    """The units below the top that were asked or show a figure, by depth and name."""
    top, depths = inputs.question.round.unit, inputs.depths
    asked = {one.unit: one.body for one in inputs.question.round.asked}  # a unit that the table of units has lost
    shown = {unit for _, _, unit in found} | set(asked)
    if inputs.question.view != "reported":
        shown = {unit for _, _, unit in found}
    known, day = inputs.question.registry, inputs.question.as_of
    found_units = {unit: known.unit(unit, day) or known.unit(unit) for unit in shown if unit != top}
    lost = [unit for unit, row in found_units.items() if row is None]
    bodies = Body.objects.filter(unit__in=lost).exclude(unit_name="")
    own = dict(bodies.values_list("unit", "unit_name")) if lost else {}
    named = [
        (unit, row.full_name if row else own.get(unit, asked.get(unit, unit))) for unit, row in found_units.items()
    ]
    return tuple(sorted(named, key=lambda one: (depths.get(one[0], 99), sort_key(one[1]))))


def consolidated(engine: Engine, asked: Round, question: Question, codes: frozenset[str]) -> Inputs:
    """Consolidate the observations of ``asked`` that count into the tables of ``engine``."""
    engine.make(OBS.name, counting(asked, codes))
    return consolidate_table(engine, question)


def counting(asked: Round, codes: frozenset[str]) -> str:
    """The SELECT of the observations that count: the last sent revision of each submission, of these indicators."""
    states = ", ".join(f"'{state.value}'" for state in COUNTED)
    names = ", ".join("'" + code.replace("'", "''") + "'" for code in sorted(codes)) or "''"
    return f"""
        select o.id as n, o.indicator, o.cell, o.unit, o.extent, o.period_start, o.period_end, o.body, o.body_kind,
            cast(1 as bigint) as revision, o.amount, o.amount_high, o.qualifier, o.status
        from observations o join rounds_submission s on s.id = o.submission_id and s.revision = o.revision
        where s.round_id = {int(asked.pk)} and s.state in ({states}) and o.indicator in ({names})"""  # noqa: S608 - numbers, words of the code, and codes of the programme with quotes doubled


@contextmanager
def live_engine() -> Iterator[Engine]:
    """An engine over Django's own connection, which sees what is committed; its temporary tables go afterwards."""
    connection.ensure_connection()
    raw = connection.connection
    if connection.vendor == "postgresql":
        from tongket.site.rollups.postgresql import Analysing

        raw.execute("set jit = off")  # compiling costs more than these statements do
        try:
            yield Analysing(raw)
        finally:
            raw.execute("discard temp")
        return
    if not connection.in_atomic_block:
        raw.execute("pragma temp_store = memory")
    try:
        yield SQLite(raw)
    finally:
        _clear(raw)


def _clear(raw: Any) -> None:
    for kind in ("view", "table"):
        for (name,) in raw.execute("select name from sqlite_temp_master where type = ?", (kind,)).fetchall():
            raw.execute(f'drop {kind} temp."{name}"')


_SEVERAL = """
select answer.n from answer join (
    select slot, node, period, area from answer group by slot, node, period, area having count(*) > 1
) same on same.slot = answer.slot and same.node = answer.node and same.period = answer.period
    and same.area = answer.area"""


class _Needed(dict[int, Observation]):
    """The observations that words are made from (values in conflict, qualifiers), by the key of their row.

    All others are blank: a total needs none of their words.
    """

    def __init__(self, engine: Engine) -> None:
        told = engine.rows("select n from obs where qualifier <> ''")
        super().__init__(observations_at({n for (n,) in (*told, *engine.rows(_SEVERAL))}))

    def __missing__(self, n: int) -> Observation:
        return BLANK
