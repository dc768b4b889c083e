"""From a table of observations to a table of rollups, in any engine."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from tongket.consolidating.answer_statements import HEAVIEST
from tongket.consolidating.engines import Engine, SumOverflowError
from tongket.consolidating.facts import checked_files, observations_view
from tongket.consolidating.inputs import Inputs, Question, prepare
from tongket.consolidating.statements import steps
from tongket.consolidating.tables import OBS
from tongket.errors import ConsolidateError
from tongket.messages import N_
from tongket.model.programmes import Programme

if TYPE_CHECKING:
    from tongket.consolidating.engines.duckdb import DuckDB

LARGEST = 2**63 - 1


def consolidate_table(engine: Engine, question: Question) -> Inputs:
    """Consolidate the table or view ``obs`` of ``engine`` (columns: ``tables.OBS``) into the table ``rollup``.

    Rows of ``rollup`` are of ``added`` 1 (the whole of a unit with units below it) or 0 (what a unit said itself), by
    slot, node and period as the result numbers them. ``obs`` may be a view over Parquet; it holds observations of the
    question's programme at the programme's scales, each revision of an answer once if the question says ``unique``.

    Raises:
        SumOverflowError: a sum does not fit 64 bits.
    """
    inputs = prepare(engine, question)
    for step in steps(inputs.shape):
        if step.name == "pairs":
            _weigh(engine)
        engine.make(step.name, step.select, view=step.view or (step.large and engine.lazy))
    return inputs


def open_facts(engine: DuckDB, facts: Path, programme: Programme) -> None:
    """Make ``obs`` a view over the observations of ``programme`` in a facts folder; nothing is copied.

    The folder keeps each revision of an answer once: ask with ``Question(unique=True)``. Amounts of a coarser scale
    are taken to the programme's.

    Raises:
        ReadError: there is no such folder, or one of its files is damaged.
        ConsolidateError: values are kept at a finer scale than the programme's.
    """
    observations_view(engine.connection, checked_files(facts))
    code = programme.code.replace("'", "''")
    scales = engine.rows(f"select distinct indicator, scale from observed where programme = '{code}'")  # noqa: S608 - quoted
    wanted = {one.code: one.scale for one in programme.indicators}
    digits = {name: wanted.get(name, scale) - scale for name, scale in scales}
    for name, more in digits.items():
        if more < 0:
            raise too_exact(name, str(facts))
    coarser = [f"when '{name}' then {10**more}" for name, more in digits.items() if more]
    times = f" * case indicator {' '.join(coarser)} else 1 end" if coarser else ""
    engine.make(
        OBS.name,
        f"select 0 as n, indicator, cell, unit, extent, period_start, period_end, body, body_kind, revision,"  # noqa: S608 - numbers, and codes of the programme
        f" amount{times} as amount, amount_high{times} as amount_high, qualifier, status"
        f" from observed where programme = '{code}'",
        view=True,
    )


def too_exact(indicator: str, where: str) -> ConsolidateError:
    """The error of a value that would lose digits at the programme's scale."""
    return ConsolidateError(
        N_("the value of {indicator} has more decimals than the programme takes."),
        N_("Take the facts of that version of the programme out of the folder, or correct the value."),
        where=where,
        indicator=indicator,
    )


def _weigh(engine: Engine) -> None:
    """Raise where a value times its weight may leave 64 bits: not every engine does."""
    value, weight = engine.rows(HEAVIEST)[0]
    if value is not None and weight is not None and value * weight > LARGEST:
        raise SumOverflowError
