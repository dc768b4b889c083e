"""Why rows of an imported table are refused (lý do từ chối khi nhập): each reason once, with its wording."""

from __future__ import annotations

from dataclasses import dataclass, field

from tongket.messages import N_
from tongket.model.imports import Refusal

_SHOWN = 60  # characters of a cell that a message quotes


@dataclass(frozen=True, slots=True)
class Reason:
    """A message id, how to mend it, and what fills both."""

    what: str
    mend: str
    facts: tuple[tuple[str, str], ...] = ()


@dataclass(slots=True)
class Reasons:
    """The reasons of one import, each once, by number from 1."""

    found: list[Reason] = field(default_factory=list)
    _numbers: dict[Reason, int] = field(default_factory=dict)

    def number(self, what: str, mend: str, **facts: object) -> int:
        """The number of a reason."""
        reason = Reason(what, mend, tuple((name, str(value)) for name, value in facts.items()))
        if reason not in self._numbers:
            self.found.append(reason)
            self._numbers[reason] = len(self.found)
        return self._numbers[reason]

    def refusal(self, row: int, column: str, number: int, other: int | None) -> Refusal:
        """The refusal of a row for a reason; ``other`` is the row that it speaks of."""
        reason = self.found[number - 1]
        facts = dict(reason.facts) | ({"other": str(other)} if other else {})
        return Refusal(row, column, reason.what, reason.mend, facts)


def quoted(text: str) -> str:
    """A cell's text as a message quotes it: one line, not long."""
    line = " ".join(text.split())
    return line if len(line) <= _SHOWN else line[: _SHOWN - 3] + "..."


ENDED = N_(
    "{count} values are of units that ended within their period; consolidating places them on the map of its day."
)
"""What is said of values that are taken all the same."""
MESSAGES = {
    "no-start": (
        N_("the value adds up over time, and the row gives only the last day of its period."),
        N_("Write the whole period: 'quý I/2026', or its first and last day."),
    ),
    "low": (N_("the value is below the least that the programme allows."), N_("Check the value.")),
    "share": (
        N_("a share of a whole cannot be more than 100%."),
        N_("Check the value; where it may be more, the programme must say so ('high')."),
    ),
    "high": (N_("the value is above the most that the programme allows."), N_("Check the value.")),
    "large": (
        N_("the number is larger than any that a report can mean."),
        N_("Look for zeros too many, or for a value in another unit."),
    ),
    "revision": (N_("the revision is no whole number from 1 on."), N_("Correct it, or leave the cell empty.")),
    "no-value": (
        N_("the row says 'reported' and holds no value."),
        N_("Fill in the value, or say 'không phát sinh', 'chờ thẩm định' ..."),
    ),
    "both": (
        N_("the row holds a value, and its status says that there is none."),
        N_("Take out the one that is wrong."),
    ),
    "programme": (
        N_("the row is of another programme than '{programme}'."),
        N_("Import it with --programme of its own."),
    ),
    "ragged": (
        N_("the row has more cells than the header names."),
        N_("Look for a separator inside a cell; put quotation marks around such a cell."),
    ),
    "personal": (
        N_("the text holds data of a person (an identity number, a telephone number, a birth date ...)."),
        N_("Take it out: facts hold numbers of people, not people's numbers."),
    ),
    "twice": (
        N_("row {other} gives another value for the same indicator, unit, period and body."),
        N_("Leave the one that is right, or number the revisions in a column 'revision'."),
    ),
    "taken": (
        N_("this revision is held with another value; revisions are never changed."),
        N_("Give it the next number, or leave the column 'revision' empty."),
    ),
    "crossing": (
        N_("the period crosses another one of the same indicator, unit and body; their values cannot be added."),
        N_("Give periods that follow one another, or of which one holds the other."),
    ),
}
"""The wordings of the problems that ``import_statements`` finds, and how to mend them."""
