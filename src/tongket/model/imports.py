"""Tables of values on their way into a folder of facts (nhập số liệu): what was taken, what was refused and why."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from tongket.messages import say
from tongket.model.observations import Observation

# What a column of a table may hold; beside these, one column for each dimension of the programme, by its code.
Field = Literal[
    "indicator", "unit", "unit_date", "period", "period_start", "period_end", "body", "body_kind", "value", "amount",
    "amount_high", "scale", "answer", "qualifier", "unit_word", "extent", "status", "revision", "note", "cell",
    "programme",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a row was refused: its number as a spreadsheet shows it, the column ("" = the row as a whole), and words.

    ``what`` and ``mend`` are message ids whose placeholders are filled from ``facts``.
    """

    row: int
    column: str
    what: str
    mend: str
    facts: Mapping[str, str] = field(default_factory=dict)

    def message(self, lang: str | None = None) -> str:
        """The whole sentence in ``lang``."""
        return " ".join(
            part for part in (say(self.what, lang, **self.facts), say(self.mend, lang, **self.facts)) if part
        )


@dataclass(frozen=True, slots=True)
class Notice:
    """What a person should know of an import that was done: a message id and what fills it."""

    what: str
    facts: Mapping[str, str] = field(default_factory=dict)

    def message(self, lang: str | None = None) -> str:
        """The whole sentence in ``lang``."""
        return say(self.what, lang, **self.facts)


@dataclass(frozen=True, slots=True)
class Imported:
    """What became of the rows of one table.

    ``new`` answers were written first, ``revised`` ones as the next revision of a known answer; ``same`` were known
    with that value (or stand twice in the table), ``blank`` rows hold no value. ``refused`` counts rows; ``refusals``
    are the first of their reasons; ``reasons`` holds each different reason with its first row and the number of rows.
    ``written`` is the file of facts, "" when nothing was written. ``columns`` says what each column was taken for, ""
    for those passed over.
    """

    file: str
    rows: int = 0
    new: int = 0
    revised: int = 0
    same: int = 0
    blank: int = 0
    refused: int = 0
    refusals: tuple[Refusal, ...] = ()
    reasons: tuple[tuple[Refusal, int], ...] = ()
    notices: tuple[Notice, ...] = ()
    columns: tuple[tuple[str, str], ...] = ()
    written: str = ""
    refused_file: str = ""
    first: tuple[Observation, ...] = ()
    imported_before: bool = False
    entries: int = 0  # of registers, from a template
