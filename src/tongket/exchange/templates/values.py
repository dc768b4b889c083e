"""What a cell of a form answers to an indicator: as ``consolidating.values`` reads it, free of personal data."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from tongket.consolidating.values import read_value
from tongket.exchange.templates.cells import CellMistake, cell_text, read_text
from tongket.messages import N_
from tongket.model.mistakes import Mistake
from tongket.model.observations import Status
from tongket.model.programmes import Indicator
from tongket.programmes.values import said_by_words


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer at the indicator's scale; ``status`` 'missing' where the cell says nothing."""

    amount: int | None = None
    amount_high: int | None = None
    qualifier: str = ""
    status: Status = "reported"
    text: str = ""


def read_answer(cell: object, indicator: Indicator, heading: str = "") -> Answer:
    """What ``cell`` answers to ``indicator``; ``heading`` are its label and title, which may hold a step of money.

    Raises:
        CellMistake: it is no answer to it.
    """
    typed = cell if isinstance(cell, str | bool | int | float | Decimal | date) else cell_text(cell)
    value = read_value(read_text(cell) if indicator.kind == "text" else typed, indicator, heading=heading)
    if isinstance(value, Mistake):
        raise CellMistake(value.what, value.mend, **dict(value.facts))
    return Answer(value.amount, value.amount_high, value.qualifier, value.status, value.text)


def read_pair(cell: object, indicators: tuple[Indicator, ...], heading: str = "") -> tuple[Answer, ...]:
    """The answers of a cell that asks for two numbers, 'a/b'; ``heading`` as for ``read_answer``.

    Raises:
        CellMistake: it holds one number, or no numbers.
    """
    text = cell_text(cell)
    said = said_by_words(text)
    if said is not None:
        return tuple(Answer(status=said.status) for _ in indicators)
    parts = text.split("/")
    if len(parts) != len(indicators):
        raise CellMistake(
            N_("'{text}' is not {count} numbers with '/' between them."),
            N_("Write them in the order in which the row names them, such as 12/345."),
            text=text,
            count=len(indicators),
        )
    return tuple(read_answer(part.strip(), one, heading) for part, one in zip(parts, indicators, strict=True))
