"""The statements that consolidate, in the SQL that DuckDB, SQLite, PostgreSQL and Spark agree on.

They add, count and pick; they never divide. ``steps`` names them in order; each is one SELECT over the tables of
``tables.py`` and the results before it, in this order::

    said       the observations with codes as numbers, and what each means as a number
    revised    answers given more than once: which revision counts
    answer     one row for each answer that counts
    clashing   values to be added whose periods overlap
    timed      one value for each body and period
    crowd      indicators and units with several bodies, or with both extents
    settled    one value for each unit and extent: the owner's; without one, what all its bodies agree on
    filled     with the totals over dimensions that a unit did not state
    part       what each unit puts into the sums above it
    below_N    what the units below put into each unit at depth N
    climb_N    the whole of each unit at depth N
    whole      the whole of every unit that has units below it, or a choice between both extents
    rollup     all of it: wholes, and what each unit said itself (said_of_units), by node
    viewed     the figures of units that are shown elsewhere than where they reported
    shown      all of it by unit, as the view that is asked for shows it

Every key is a number: slot (indicator and cell), node (a unit at its place), period. ``low``/``high`` are the ends of
a range, equal for a single value; null: answered, but without a number. A sum that leaves 64 bits is an error in every
engine. No window runs over all rows: who has one body, one revision and one extent, as nearly all have, passes by.
"""

# ruff: noqa: S608 - the statements are put together from the columns and numbers of this package alone
from __future__ import annotations

from collections.abc import Iterator

from tongket.consolidating import answer_statements, level_statements
from tongket.consolidating.shape import Shape, Step


def steps(shape: Shape) -> Iterator[Step]:
    """All statements between input and reading, in order."""
    yield Step("said", answer_statements.SAID, view=True)
    revised = (
        {"where": "where revision > 1", "having": ""}
        if shape.unique
        else {"where": "", "having": "having count(*) > 1"}
    )
    yield Step("revised", answer_statements.REVISED.format(**revised))
    yield Step("answer", answer_statements.ANSWER, large=True)
    yield from answer_statements.timed(shape)
    yield from answer_statements.settled(shape)
    yield from answer_statements.filled(shape)
    yield from answer_statements.parts(shape)
    for depth in range(shape.deepest, -1, -1):
        yield from level_statements.level(depth, shape)
    wholes = " union all ".join(f"select * from climb_{depth}" for depth in range(shape.deepest, -1, -1))
    yield Step("whole", wholes, view=True)
    yield Step(
        "said_of_units",
        level_statements.SAID_OF_UNITS.format(
            whole_areas="" if shape.plain else level_statements.WHOLE_AREAS,
            ratios=level_statements.RATIOS if shape.made else "",
        ),
        view=True,
    )
    yield Step("rollup", level_statements.ROLLUP, view=True)
    if shape.moved:
        yield Step("seated", level_statements.SEATED.format(known=int(shape.known)), view=True)
        yield from level_statements.viewed(shape)
    yield Step("shown", level_statements.SHOWN + (level_statements.SHOWN_ELSEWHERE if shape.moved else ""), view=True)
