"""From a table of observations to a table of rollups, in any engine."""

from __future__ import annotations

from tongket.consolidating.answer_statements import HEAVIEST
from tongket.consolidating.engines import Engine, SumOverflowError
from tongket.consolidating.inputs import Inputs, Question, prepare
from tongket.consolidating.statements import steps

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


def _weigh(engine: Engine) -> None:
    """Raise where a value times its weight may leave 64 bits: not every engine does."""
    value, weight = engine.rows(HEAVIEST)[0]
    if value is not None and weight is not None and value * weight > LARGEST:
        raise SumOverflowError
