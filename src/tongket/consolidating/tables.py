"""The tables that the statements start from, beside the observations: small, and made anew for every consolidation.

Codes become integers once, so that a hundred million rows are grouped by numbers and not by words.
"""

from __future__ import annotations

from tongket.model.tables import Column, Table

OBS = Table(
    "obs",
    (
        Column("n", "integer", "place among the observations"),
        Column("indicator", "text", "code of the indicator"),
        Column("cell", "text", "dimension values"),
        Column("unit", "text", "id of the unit that reports"),
        Column("extent", "text", "own or area"),
        Column("period_start", "text", "first day"),
        Column("period_end", "text", "last day"),
        Column("body", "text", "name of the body"),
        Column("body_kind", "text", "code of its kind"),
        Column("revision", "integer", "revision of the answer"),
        Column("amount", "integer", "value at the scale", True),
        Column("amount_high", "integer", "high end of a range", True),
        Column("qualifier", "text", "as printed"),
        Column("status", "text", "kind of answer"),
    ),
)
SLOT = Table(
    "slot",
    (
        Column("slot", "integer", "one indicator and cell"),
        Column("indicator", "text", "code of the indicator"),
        Column("cell", "text", "dimension values"),
        Column("code", "integer", "the indicator, whatever the cell"),
        Column("way", "integer", "how it adds up over units: one of the numbers in statements.py"),
        Column("timing", "integer", "how it adds up over time: likewise"),
        Column("owner", "integer", "kind of body that answers for the indicator; -1: none"),
        Column("cell_owner", "integer", "without such an owner, the kind that the cell is named after; -1: none"),
        Column("asking", "integer", "which bodies are asked for it"),
    ),
)
TELLER = Table(
    "teller",
    (
        Column("teller", "integer", "one body at one unit"),
        Column("unit_id", "text", "id of the unit"),
        Column("body", "text", "name of the body"),
        Column("body_kind", "text", "code of its kind"),
        Column("era", "integer", "from when to when the unit stood at this node"),
        Column("unit", "integer", "the unit"),
        Column("node", "integer", "the unit at its place in the tree"),
        Column("parent", "integer", "node above; -1 at the top"),
        Column("depth", "integer", "0 at the top"),
        Column("leaf", "integer", "1: nothing stands below"),
        Column("crowded", "integer", "1: the unit has several bodies, or answers of both extents"),
        Column("kind", "integer", "kind of the body"),
        Column("unasked", "integer", "1: nobody there was asked for some indicator"),
    ),
)
SPAN = Table(
    "span",
    (
        Column("span", "integer", "period of an observation"),
        Column("period_start", "text", "first day"),
        Column("period_end", "text", "last day"),
        Column("era", "integer", "the tree of its last day"),
        Column("period", "integer", "the period asked for that holds it"),
        Column("late", "integer", "order by last day, then first"),
    ),
)
NODE = Table(
    "node",
    (
        Column("node", "integer", "a unit at its place in the tree"),
        Column("unit", "integer", "the unit"),
        Column("parent", "integer", "node above; -1 at the top"),
        Column("depth", "integer", "0 at the top"),
    ),
)
ASK = Table(
    "ask",
    (
        Column("asking", "integer", "which bodies are asked"),
        Column("node", "integer", "a node"),
        Column("expected", "integer", "answers expected of its whole while nobody there has answered"),
        Column("beneath", "integer", "of these, from the nodes below"),
    ),
)
FOLD = Table(
    "fold",
    (
        Column("part", "integer", "slot of a cell"),
        Column("slot", "integer", "slot of a total over one dimension of it"),
        Column("step", "integer", "number of dimensions that the total still has"),
        Column("choice", "integer", "place of the dimension that is added over, in the indicator's order"),
        Column("members", "integer", "number of values that the dimension has"),
    ),
)
ROLE = Table(
    "role",
    (
        Column("part", "integer", "slot of a numerator or denominator, of a value or its weight"),
        Column("slot", "integer", "slot of the ratio or weighted mean"),
        Column("side", "integer", "0: above the line; 1: below"),
        Column("weighted", "integer", "1: what is above counts times what is below"),
    ),
)
OVERLAP = Table(
    "overlap",
    (
        Column("period", "integer", "a period asked for"),
        Column("one", "integer", "span within it"),
        Column("another", "integer", "span within it that shares a day with the first"),
    ),
)
HEIR = Table(
    "heir",
    (
        Column("unit", "integer", "a unit that is gone"),
        Column("heir", "integer", "a unit that reports and has taken its place, or holds one that has"),
        Column("above", "integer", "1: it holds one; only what it states of its whole area counts"),
    ),
)
SEAT = Table(
    "seat",
    (
        Column("node", "integer", "a node that is not simply shown as its own unit"),
        Column("target", "integer", "a unit that its whole is shown in; -1: in none"),
        Column("own", "integer", "1: its own work is shown there, too"),
        Column("beside", "integer", "1: a sum of what is shown elsewhere anyway, unless the unit states it"),
    ),
)
INPUTS = (SLOT, TELLER, SPAN, NODE, ASK, FOLD, ROLE, OVERLAP, HEIR, SEAT)
