"""The format of a programme, once: its records and their keys. YAML is read and written by this table, the workbook has
its sheets and columns from it, and so has the JSON Schema for editors.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from tongket.messages import N_
from tongket.model import programmes as model
from tongket.programmes import choices as words
from tongket.programmes.format_indicators import DIMENSION, INDICATOR
from tongket.programmes.format_registers import REGISTER, SCORECARD
from tongket.programmes.records import CODE, Key, Record


def _cell_of_level(given: Mapping[str, Any]) -> Mapping[str, Any]:
    """A row or column of a level is the cell of that name."""
    return {"cell": given.get("level", "")}


COLUMN = Record(
    "columns",
    N_("Columns of forms"),
    model.FormColumn,
    (
        Key("title", N_("Heading"), required=True, width=40),
        Key("role", N_("Role"), "choice", choices=words.ROLES),
        Key("level", N_("Level"), "choice", choices=words.LEVELS),
        Key("cell", N_("Cell"), note=N_("Codes of dimension values, with '+' between.")),
        Key("indicator", N_("Indicator")),
    ),
    lambda given: {"role": "value", **_cell_of_level(given)},
    ("level",),
)
ROW = Record(
    "rows",
    N_("Rows of forms"),
    model.FormRow,
    (
        Key("number", N_("Number"), width=9),
        Key("label", N_("Label"), required=True, width=56),
        Key("depth", N_("Depth"), "integer", high=9, width=7),
        Key("indicators", N_("Indicators"), "texts", note=N_("Two where the label asks for 'a/b'; none in a heading.")),
        Key("cell", N_("Cell"), note=N_("Codes of dimension values, with '+' between.")),
        Key("level", N_("Level"), "choice", choices=words.LEVELS),
    ),
    _cell_of_level,
    ("level",),
)
FORM = Record(
    "forms",
    N_("Forms"),
    model.Form,
    (
        CODE,
        Key("appendix", N_("Appendix")),
        Key("heading", N_("Title of the appendix"), width=36),
        Key("title", N_("Title"), required=True, width=44),
        Key("caption", N_("Line below the title"), width=30),
        Key("columns", N_("Columns of forms"), "entries", record=COLUMN),
        Key("rows", N_("Rows of forms"), "entries", record=ROW),
    ),
)
SUM = Record(
    "sums",
    N_("Sums"),
    model.Sum,
    (
        Key("total", N_("Total"), required=True),
        Key("relation", N_("Relation"), "choice", choices=words.RELATIONS),
        Key("parts", N_("Parts"), "texts", required=True, width=24),
    ),
)
RULE = Record(
    "rules",
    N_("Rules"),
    model.Rule,
    (
        CODE,
        Key("name", N_("What it says"), width=44),
        Key("left", N_("Left side"), "formula", required=True, width=24),
        Key("operator", N_("Comparison"), "choice", required=True, choices=words.COMPARISONS),
        Key("right", N_("Right side"), "formula", required=True, width=24),
        Key("severity", N_("Severity"), "choice", choices=words.SEVERITIES),
    ),
)
OUTLINE = Record(
    "outline",
    N_("Outline"),
    model.OutlineItem,
    (
        CODE,
        Key("title", N_("Title"), required=True, width=48),
        Key("depth", N_("Depth"), "integer", high=9, width=7),
        Key("required", N_("Required"), "flag", note=N_("A report without this section has a gap.")),
        Key("titles", N_("Also written"), "texts", width=36),
        Key(
            "passages",
            N_("Gathers"),
            "choices",
            choices=words.PASSAGES,
            note=N_("Whose sentences of the lower bodies stand here."),
            width=18,
        ),
        Key("documents", N_("Lists documents"), "flag"),
        Key("forms", N_("Forms"), "texts"),
        Key("module", N_("Module"), note=N_("Takes the sentences of that module."), width=9),
        Key("sentences", N_("Sentences"), "lined"),
    ),
)
DUE = Record(
    "dues",
    N_("Due dates"),
    model.Due,
    (
        Key("level", N_("Level"), "choice", required=True, choices=words.LEVELS),
        Key("date", N_("Due date"), "date", width=12),
        Key("days", N_("Working days after closing"), "integer", high=250, width=12),
    ),
)
SCHEDULE = Record(
    "schedule",
    N_("Schedule"),
    model.Schedule,
    (
        Key("cycle", N_("How often"), "choice", choices=words.CYCLES, width=18),
        Key("regime", N_("Periods by"), "choice", choices=words.PERIOD_REGIMES, width=26),
        Key("closing", N_("Closing date"), "date", note=N_("Of a single request; a cycle has its own."), width=12),
        Key("dues", N_("Due dates"), "entries", record=DUE),
    ),
)
EXPECTED = Record(
    "expected",
    N_("Who is asked"),
    model.Expected,
    (
        Key("kind", N_("Kind of body"), required=True),
        Key("level", N_("Level"), "choice", required=True, choices=words.LEVELS),
    ),
)
DIRECTIVE = Record(
    "directive",
    N_("Directive"),
    model.DirectiveRef,
    (
        Key("type", N_("Type"), required=True),
        Key("symbol", N_("Symbol"), required=True),
        Key("date", N_("Date"), "date", required=True),
        Key("issuer", N_("Issuer"), required=True),
        Key("subject", N_("Subject"), required=True),
    ),
)
# The head of a programme, and then the lists, which may stand in any of its files.
PROGRAMME = Record(
    "programme",
    N_("Programme"),
    model.Programme,
    (
        Key("code", N_("Code of the entry"), required=True, note=N_("Small letters and dashes.")),
        Key("version", N_("Version"), "integer", required=True, low=1),
        Key("title", N_("Title"), required=True),
        Key("regime", N_("Who writes"), "choice", required=True, choices=words.REGIMES),
        Key("directive", N_("Directive"), "entry", required=True, record=DIRECTIVE),
        Key("review", N_("Review"), "choice", required=True, choices=words.REVIEWS),
        Key("years", N_("Years reviewed"), "integer", required=True, low=1, high=99),
        Key("period_start", N_("Period from"), "date", required=True),
        Key("period_end", N_("Period to"), "date", note=N_("Empty: still open.")),
        Key("threshold", N_("Threshold"), "fraction", note=N_("A match below it is listed for a person and not used.")),
        Key("recipients", N_("Recipients"), "texts"),
        Key("retired", N_("Retired codes"), "texts", note=N_("Codes of indicators of earlier versions.")),
        Key("modules", N_("Modules"), "modules"),
        Key("schedule", N_("Schedule"), "entry", record=SCHEDULE),
        Key("expected", N_("Who is asked"), "entries", record=EXPECTED),
        Key("dimensions", N_("Dimensions"), "entries", record=DIMENSION),
        Key("registers", N_("Registers"), "entries", record=REGISTER),
        Key("scorecards", N_("Scorecards"), "entries", record=SCORECARD),
        Key("indicators", N_("Indicators"), "entries", record=INDICATOR),
        Key("forms", N_("Forms"), "entries", record=FORM),
        Key("sums", N_("Sums"), "entries", record=SUM),
        Key("rules", N_("Rules"), "entries", record=RULE),
        Key("outline", N_("Outline"), "entries", record=OUTLINE),
    ),
    lambda _given: {"threshold": 0.75},
)
LISTS = tuple(one for one in PROGRAMME.keys if one.kind == "entries")
HEAD = tuple(one for one in PROGRAMME.keys if one.kind != "entries")
