"""Values of an imported table that are more than digits: as a person wrote them, or as a program did."""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation

from tongket.consolidating.imports.reasons import Reasons, quoted
from tongket.consolidating.shown_values import ValueRead
from tongket.consolidating.values import NOT_A_NUMBER, WRITE_NUMBER, Cell, read_value
from tongket.messages import N_
from tongket.model.mistakes import Mistake, mistake
from tongket.model.programmes import Indicator

TYPED, RANGE = "number", "range"  # how a value was given: a number with a point, or two of them with a space between
_AMBIGUOUS = re.compile(r"[1-9]\d{0,2}[.,]\d{3}")

REVERSED = N_("The range '{text}' ends before it begins.")
SMALLER_FIRST = N_("Write the smaller number first.")

Found = tuple[int | None, int | None, str, str, str, int]  # low, high, qualifier, status, text, reason


def read_odd(text: str, typed: str, word: str, indicator: Indicator, decimal: str, reasons: Reasons) -> Found:
    """What ``text`` answers to ``indicator``, or the number of the reason why it answers nothing.

    ``typed`` says how it was given. ``word`` is the unit that it is in, where that is not the indicator's own ('triệu
    đồng' of 'đồng'). ``decimal`` is the mark that the table writes before decimals, "" where unknown.
    """
    found = _read(text, typed, word, indicator, decimal)
    if isinstance(found, Mistake):
        facts = {name: quoted(text) for name, text in found.facts}
        return None, None, "", "", "", reasons.number(found.what, found.mend, **facts)
    return found.amount, found.amount_high, found.qualifier, found.status, found.text, 0


def _read(text: str, typed: str, word: str, indicator: Indicator, decimal: str) -> ValueRead | Mistake:
    if typed == RANGE:
        return _range(text, indicator)
    cell: Cell = text
    if typed and (number := _number(text)) is not None:
        cell = number
    elif indicator.scale and _AMBIGUOUS.fullmatch(text):
        if not decimal:
            return mistake(
                N_("'{text}' can be read in two ways: with a decimal mark, or with groups of thousands."),
                N_("Say which mark stands before decimals: 'decimal' in the mapping."),
                text=text,
            )
        cell = Decimal(text.replace("," if "," in text else ".", "." if decimal in text else ""))
    if word:
        cell = f"{cell:f} {word}".replace(".", ",") if isinstance(cell, Decimal) else f"{text} {word}"
    return read_value(cell, indicator)


def _range(text: str, indicator: Indicator) -> ValueRead | Mistake:
    """A range of the table of facts: each of its ends must be able to stand alone."""
    ends = [read_value(_number(part), indicator) for part in text.split(" ")]
    for end in ends:
        if isinstance(end, Mistake):
            return end
        if end.amount is None:
            return mistake(NOT_A_NUMBER, WRITE_NUMBER, text=text)
    low, high = (end.amount or 0 for end in ends if isinstance(end, ValueRead))
    if low > high:
        return mistake(REVERSED, SMALLER_FIRST, text=text.replace(" ", " - "))
    return ValueRead(low, "reported", high)


def _number(text: str) -> Decimal | None:
    try:
        number = Decimal(text)
    except InvalidOperation:
        return None
    return number if number.is_finite() else None
