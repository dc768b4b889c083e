"""The records of registers and scorecards."""

from __future__ import annotations

from tongket.messages import N_
from tongket.model.dimensions import DimensionValue
from tongket.model.registers import Band, Criterion, Field, Register, Scorecard
from tongket.programmes import choices as words
from tongket.programmes.records import ALIASES, CODE, NAME, Key, Record

CHOICE = Record("choices", N_("Choices of fields"), DimensionValue, (CODE, NAME, ALIASES))
FIELD = Record(
    "fields",
    N_("Fields of registers"),
    Field,
    (
        CODE,
        NAME,
        Key("kind", N_("Kind"), "choice", choices=words.FIELD_KINDS, width=18),
        Key("unit", N_("Unit of measure"), attribute="unit_word"),
        Key("scale", N_("Decimals"), "integer", high=6, width=9),
        Key("dimension", N_("Dimension"), note=N_("The choices are the values of that dimension.")),
        Key("required", N_("Required"), "flag"),
        Key("note", N_("How to fill it in"), width=30),
        Key("choices", N_("Choices"), "entries", record=CHOICE),
    ),
)
REGISTER = Record(
    "registers",
    N_("Registers"),
    Register,
    (
        CODE,
        NAME,
        Key("kind", N_("Kind"), "choice", required=True, choices=words.REGISTER_KINDS, width=16),
        Key("owner", N_("Kept by")),
        Key("scorecard", N_("Scorecard")),
        Key("yearly", N_("Confirmed yearly"), "flag"),
        Key("definition", N_("Definition"), width=36),
        Key("fields", N_("Fields of registers"), "entries", record=FIELD),
    ),
)
CRITERION = Record(
    "criteria",
    N_("Criteria"),
    Criterion,
    (
        CODE,
        Key("name", N_("Name"), required=True, width=60),
        Key("most", N_("At most"), "amount", required=True),
        Key("depth", N_("Depth"), "integer", high=9, width=7),
    ),
)
BAND = Record("bands", N_("Classes"), Band, (CODE, NAME, Key("at_least", N_("At least"), "amount", required=True)))
SCORECARD = Record(
    "scorecards",
    N_("Scorecards"),
    Scorecard,
    (
        CODE,
        Key("version", N_("Version"), required=True),
        NAME,
        Key("scale", N_("Decimals"), "integer", high=6, width=9),
        Key("criteria", N_("Criteria"), "entries", record=CRITERION),
        Key("bands", N_("Classes"), "entries", record=BAND),
    ),
)
