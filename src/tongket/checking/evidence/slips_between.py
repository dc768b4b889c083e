"""Whether a number is a slip of the pen of one that others leave open within a range (chép sai một chữ số): of what a
rounded percentage makes of a part or a whole, which it tells to some digits alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from tongket.checking.evidence.near_numbers import amount, is_pen_slip
from tongket.checking.evidence.numbers import half_last_digit, single
from tongket.model.figures import Figure
from tongket.model.quantities import Share

_MOST_DIGITS = 12
_ALL = 100


def is_slip_in_rate(rate: Figure, part: Figure, whole: Figure, of: Decimal) -> bool:
    """Whether a percentage, its part or its whole is one slip of the pen away from what the other two make it; ``of``:
    the amount of the whole, or of a share's term.
    """
    stated, count = single(rate.value) or Decimal(0), amount(part)
    if stated <= 0 or of <= 0:
        return False
    room = half_last_digit(rate.decimals)
    low, high = max(stated - room, room / 10), stated + room
    return (
        is_pen_slip(stated, _ALL * count / of, rate.decimals)
        or is_slip_between(part, low * of / _ALL, high * of / _ALL)
        or (whole is not part and is_slip_between(whole, _ALL * count / high, _ALL * count / low))
    )


def is_slip_between(one: Figure, low: Decimal, high: Decimal) -> bool:
    """Whether a number, as it is printed, is but for one slip an amount between two of its base unit: a digit that is
    another one, two neighbours turned, a digit or a zero too many or too few, the comma elsewhere.
    """
    value, base = single(one.value), amount(one)
    if isinstance(one.value, Share):
        value, base = one.value.part, base
    if value is None or not value or not base or low <= 0:
        return False
    scale, step = value / base, Decimal(1).scaleb(-one.decimals)
    half = step / 2
    return any(low * scale - half <= meant <= high * scale + half for meant in _slips_of(value, one.decimals))


def _slips_of(value: Decimal, decimals: int) -> Iterator[Decimal]:
    """What a number may mean but for one slip."""
    digits = f"{abs(value):.{decimals}f}".replace(".", "")
    if len(digits) > _MOST_DIGITS:
        return
    for at, digit in enumerate(digits):
        yield from (_number(digits[:at] + str(other) + digits[at + 1 :], decimals) for other in range(10))
        if at and digits[at - 1] != digit:
            yield _number(digits[: at - 1] + digit + digits[at - 1] + digits[at + 1 :], decimals)
        if len(digits) > _FEWEST:
            yield _number(digits[:at] + digits[at + 1 :], decimals)
    yield from (value * 10, value / 10)


_FEWEST = 2  # digits of a number that may have one too many


def _number(digits: str, decimals: int) -> Decimal:
    return Decimal(digits or "0").scaleb(-decimals)
