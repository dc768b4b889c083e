"""The columns of the workbook's sheets, in order: heads, widths, and how their cells look."""

from __future__ import annotations

from dataclasses import dataclass

from tongket.messages import N_

KEY_MARK = "tongket-key"  # head of the hidden column; the same in every language


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its head (message id, or a fixed mark), width in characters, and how its cells look."""

    head: str
    width: float
    look: str = "text"  # text, wrap, number, share, centre, edit, editnumber
    hidden: bool = False


VALUE_COLUMNS = (
    Column(KEY_MARK, 4, hidden=True),
    Column("tongket-scale", 4, hidden=True),
    Column("tongket-written", 4, hidden=True),
    Column(N_("Unit"), 24),
    Column(N_("Body"), 30, "wrap"),
    Column(N_("Code"), 10),
    Column(N_("Indicator"), 42, "wrap"),
    Column(N_("Breakdown"), 18),
    Column(N_("Qualifier"), 10, "edit"),
    Column(N_("Value"), 16, "editnumber"),
    Column(N_("Up to"), 12, "editnumber"),
    Column(N_("Counted in"), 12),
    Column(N_("Confirmed"), 11, "edit"),
    Column(N_("Confidence"), 10, "share"),
    Column(N_("Status"), 15),
    Column(N_("Extent"), 13),
    Column(N_("Period"), 22),
    Column(N_("File"), 26),
    Column(N_("Place (characters)"), 14, "centre"),
    Column(N_("Sentence or cell"), 70, "wrap"),
)
UNUSED_COLUMNS = (
    Column(KEY_MARK, 4, hidden=True),
    Column("tongket-scale", 4, hidden=True),
    Column("tongket-written", 4, hidden=True),
    Column(N_("Unit"), 24),
    Column(N_("Body"), 30, "wrap"),
    Column(N_("Code"), 10),
    Column(N_("Indicator"), 42, "wrap"),
    Column(N_("Breakdown"), 18),
    Column(N_("Qualifier"), 10, "edit"),
    Column(N_("Value"), 16, "editnumber"),
    Column(N_("Up to"), 12, "editnumber"),
    Column(N_("Counted in"), 12),
    Column(N_("Confirmed"), 11, "edit"),
    Column(N_("Confidence"), 10, "share"),
    Column(N_("Why it was not used"), 40, "wrap"),
    Column(N_("File"), 26),
    Column(N_("Place (characters)"), 14, "centre"),
    Column(N_("Sentence or cell"), 70, "wrap"),
)
ROLLUP_COLUMNS = (
    Column(N_("Unit"), 24),
    Column(N_("Code"), 10),
    Column(N_("Indicator"), 46, "wrap"),
    Column(N_("Breakdown"), 20),
    Column(N_("Qualifier"), 10),
    Column(N_("Value"), 18, "number"),
    Column(N_("Up to"), 12, "number"),
    Column(N_("Counted in"), 14),
    Column(N_("Bodies with a value"), 12, "number"),
    Column(N_("Bodies asked"), 12, "number"),
    Column(N_("Extent"), 13),
    Column(N_("Remarks"), 48, "wrap"),
)
COVERAGE_COLUMNS = (
    Column(N_("Unit"), 26),
    Column(N_("Body"), 40, "wrap"),
    Column(N_("State"), 16),
    Column(N_("Due"), 12, "centre"),
    Column(N_("Date of report"), 14, "centre"),
    Column(N_("Indicators with a value"), 14, "number"),
    Column(N_("Indicators asked"), 14, "number"),
    Column(N_("File"), 40, "wrap"),
)
FINDING_COLUMNS = (
    Column(N_("Severity"), 11),
    Column(N_("Kind"), 26, "wrap"),
    Column(N_("Body"), 30, "wrap"),
    Column(N_("File"), 28),
    Column(N_("Place"), 26, "wrap"),
    Column(N_("What"), 70, "wrap"),
    Column(N_("How to mend"), 60, "wrap"),
    Column(N_("Passage"), 60, "wrap"),
)
WORD_COLUMNS = (
    Column(N_("Part"), 20),
    Column(N_("Bodies that say so"), 10, "number"),
    Column(N_("Statement that stands for the group"), 60, "wrap"),
    Column(N_("Body"), 30, "wrap"),
    Column(N_("As written there"), 70, "wrap"),
    Column(N_("File"), 28),
    Column(N_("Place (characters)"), 16, "centre"),
)
