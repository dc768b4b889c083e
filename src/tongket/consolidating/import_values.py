"""Values of an imported table that are more than digits: as a person wrote them, or as a program did."""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation

from tongket.consolidating.import_lookups import Reasons, quoted
from tongket.messages import N_
from tongket.model.programmes import Indicator
from tongket.vietnamese.numbers import parse_number

TYPED, RANGE = "number", "range"  # how a value was given: a number with a point, or two of them with a space between
_LARGEST = 10**30  # what is larger is refused here, for it does not even fit the engine's whole numbers
_AMBIGUOUS = re.compile(r"[1-9]\d{0,2}[.,]\d{3}")

Found = tuple[int | None, int | None, str, str, str, int]  # low, high, qualifier, status, text, reason


def read_odd(text: str, typed: str, indicator: Indicator, decimal: str, reasons: Reasons) -> Found:
    """What ``text`` answers to ``indicator``, or the number of the reason why it answers nothing.

    ``typed`` says how it was given; ``decimal`` is the mark that the table writes before decimals, "" where unknown.
    """
    if typed:
        try:
            ends = [Decimal(part) for part in text.split(" ")]
        except InvalidOperation:
            return _refused(_no_number(text, reasons))
        return _scaled(text, ends, indicator, reasons)
    if _AMBIGUOUS.fullmatch(text) and indicator.scale:
        if not decimal:
            return _refused(
                reasons.number(
                    N_("'{text}' can be read in two ways: with a decimal mark, or with groups of thousands."),
                    N_("Say which mark stands before decimals: 'decimal' in the mapping."),
                    text=text,
                )
            )
        mark = "." if "." in text else ","
        return _scaled(text, [Decimal(text.replace(mark, "." if mark == decimal else ""))], indicator, reasons)
    number = parse_number(text, whole=not indicator.scale)
    if number is None:
        return _refused(_no_number(text, reasons))
    return _scaled(text, [number], indicator, reasons)


def _refused(reason: int) -> Found:
    return None, None, "", "", "", reason


def _no_number(text: str, reasons: Reasons) -> int:
    return reasons.number(
        N_("'{text}' is not a number."),
        N_("Write '.' between groups of thousands and ',' before decimals: 1.234,5."),
        text=quoted(text),
    )


def _scaled(text: str, ends: list[Decimal], indicator: Indicator, reasons: Reasons) -> Found:
    scaled = [end.scaleb(indicator.scale) for end in ends]
    if any(not end.is_finite() or abs(end) > _LARGEST for end in scaled):
        return _refused(
            reasons.number(
                N_("the number is larger than any that a report can mean."),
                N_("Look for zeros too many, or for a value in another unit."),
            )
        )
    if any(end != end.to_integral_value() for end in scaled):
        return _refused(
            reasons.number(
                N_("'{text}' has more decimals than {indicator} takes ({scale})."),
                N_("Round it to {scale} decimals."),
                text=quoted(text),
                indicator=indicator.code,
                scale=indicator.scale,
            )
        )
    return int(scaled[0]), int(scaled[1]) if len(scaled) > 1 else None, "", "", "", 0
