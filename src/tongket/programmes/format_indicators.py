"""The records of indicators and of what breaks them down, finds them in prose and counts them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from tongket.messages import N_
from tongket.model import programmes as model
from tongket.model.dimensions import Dimension, DimensionValue
from tongket.programmes import choices as words
from tongket.programmes.kinds import ALLOWED
from tongket.programmes.records import ALIASES, CODE, NAME, Key, Record
from tongket.programmes.registers import WHATS


def _pair(dimension: str, field: str) -> tuple[str, str]:
    return dimension, field


_RATIO = {"kind": "share", "scale": 2, "over_units": "ratio", "over_time": "ratio", "factor": 100}


def _indicator_defaults(given: Mapping[str, Any]) -> Mapping[str, Any]:
    """A ratio of two indicators is a per cent with two decimals, unless it says otherwise; any other indicator adds up
    as is usual for its kind.
    """
    if given.get("numerator") or given.get("denominator"):
        return _RATIO
    allowed = ALLOWED[given.get("kind", "integer")]
    return {"over_units": allowed.over_units[0], "over_time": allowed.over_time[0]}


VALUE = Record("values", N_("Values of dimensions"), DimensionValue, (CODE, NAME, ALIASES))
CHOICE = Record("choices", N_("Choices of indicators"), DimensionValue, (CODE, NAME, ALIASES))
DIMENSION = Record(
    "dimensions",
    N_("Dimensions"),
    Dimension,
    (
        CODE,
        NAME,
        Key("additive", N_("Cells add up"), "flag", note=N_("'no' where the cells do not add up to the whole.")),
        Key("values", N_("Values"), "entries", record=VALUE),
    ),
)
PHRASE = Record(
    "phrases",
    N_("Phrases"),
    model.Phrase,
    (
        Key(
            "units", N_("Unit words"), "texts", required=True, note=N_("The figure's unit, or how it begins."), width=24
        ),
        Key("any", N_("One of these in the sentence"), "texts", width=28),
        Key("near", N_("One of these beside the figure"), "texts", width=28),
        Key("words", N_("All of these in the sentence"), "texts", width=24),
        Key("without", N_("None of these beside the figure"), "texts", width=28),
        Key("part", N_("Which number"), "choice", choices=words.PARTS),
    ),
)
TARGET = Record(
    "targets",
    N_("Targets"),
    model.Target,
    (
        Key("amount", N_("Target"), "amount", required=True),
        Key("direction", N_("Direction"), "choice", choices=words.DIRECTIONS),
        Key("by", N_("By the day"), "date", note=N_("Empty: the end of the programme's period.")),
        Key("level", N_("For each unit of level"), "choice", choices=words.LEVELS, note=N_("Empty: for the whole.")),
    ),
)
CONDITION = Record(
    "where",
    N_("Conditions"),
    model.Condition,
    (
        Key("field", N_("Field"), required=True),
        Key("comparison", N_("Comparison"), "choice", choices=words.COMPARISONS),
        Key("is", N_("Values"), "texts", required=True, attribute="values", width=28),
    ),
)
CELL = Record(
    "cells",
    N_("Cells counted"),
    _pair,
    (Key("dimension", N_("Dimension"), required=True), Key("field", N_("Field"))),
    lambda given: {"field": given["dimension"]},
    ("dimension",),
)
COUNTED = Record(
    "counted",
    N_("Counted from registers"),
    model.Counted,
    (
        Key("register", N_("Register"), required=True),
        Key("what", N_("Counted"), "choice", choices={code: words.COUNTED_WHATS[code] for code in WHATS}, width=24),
        Key("field", N_("Field")),
        Key("when", N_("Which entries"), "choice", choices=words.COUNTED_WHENS, width=22),
        Key("where", N_("Conditions"), "entries", record=CONDITION),
        Key("cells", N_("Cells counted"), "entries", record=CELL),
    ),
)
INDICATOR = Record(
    "indicators",
    N_("Indicators"),
    model.Indicator,
    (
        Key("code", N_("Code of the entry"), required=True, note=N_("Never used again for anything else."), width=10),
        NAME,
        Key(
            "unit", N_("Unit of measure"), required=True, attribute="unit_word", note=N_("'lượt người' is not 'người'.")
        ),
        Key("kind", N_("Kind"), "choice", choices=words.KINDS, width=18),
        Key("scale", N_("Decimals"), "integer", high=6, width=9),
        Key("over_units", N_("Over units"), "choice", choices=words.AGGREGATIONS, width=20),
        Key(
            "over_time",
            N_("Over time"),
            "choice",
            choices=words.AGGREGATIONS,
            note=N_("A stock takes the latest; a flow is added up."),
            width=20,
        ),
        Key("numerator", N_("Numerator"), note=N_("Code of the indicator above the line of a ratio.")),
        Key("denominator", N_("Denominator"), note=N_("Code of the indicator below the line of a ratio.")),
        Key(
            "factor",
            N_("Times"),
            "integer",
            low=1,
            note=N_("By what a ratio is multiplied; 100 for per cent."),
            width=8,
        ),
        Key("weight", N_("Weighted by"), note=N_("Code of the indicator whose values weigh this one.")),
        Key("formula", N_("Formula"), "formula", note=N_("Computed from other indicators."), width=30),
        Key("dimensions", N_("Dimensions"), "texts", note=N_("Codes of the dimensions that break it into cells.")),
        Key("owner", N_("Owner"), note=N_("Code of the kind of body that answers for it; empty: any.")),
        Key("levels", N_("Levels asked"), "choices", choices=words.LEVELS),
        Key(
            "extent",
            N_("Extent"),
            "choice",
            choices=words.EXTENTS,
            note=N_("Of a value whose report does not say."),
            width=20,
        ),
        Key(
            "sensitivity",
            N_("Sensitivity"),
            "choice",
            choices=words.SENSITIVITIES,
            note=N_("Counts of 1 to 4 of a sensitive one are hidden from others."),
        ),
        Key("low", N_("At least"), "amount"),
        Key("high", N_("At most"), "amount"),
        Key("aliases", N_("Also written"), "texts", note=N_("Other labels under which forms write it."), width=36),
        Key("definition", N_("Definition"), width=36),
        Key("basis", N_("Legal basis"), note=N_("The document, and its article, by which it is collected."), width=24),
        Key("national_code", N_("National code")),
        Key("replaces", N_("Replaces"), note=N_("Code of the retired indicator whose place it takes.")),
        Key(
            "conversion",
            N_("Conversion"),
            "formula",
            note=N_("From the values of the replaced one; empty: the series breaks."),
            width=24,
        ),
        Key("choices", N_("Choices"), "entries", record=CHOICE),
        Key("targets", N_("Targets"), "entries", record=TARGET),
        Key("phrases", N_("Phrases"), "entries", record=PHRASE),
        Key("counted", N_("Counted from registers"), "entry", record=COUNTED),
    ),
    _indicator_defaults,
    ("numerator", "denominator", "kind"),
)
