"""Numbers as checks need them: printed precision, qualifiers that lean, Vietnamese text for messages."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from functools import lru_cache

from tongket.model.figures import Figure
from tongket.model.quantities import Pair, Quantity, Range, Share
from tongket.registry.unit_words import match_unit
from tongket.vietnamese.numbers import format_number

ABOVE = {"hơn", "trên", ">", "≥", ">=", "ít nhất", "tối thiểu", "không dưới", "từ", "trở lên", "từ ... trở lên"}
BELOW = {"dưới", "gần", "<", "≤", "<=", "không quá", "tối đa", "nhiều nhất", "trở xuống", "từ ... trở xuống"}
BELOW |= {"ngót", "chưa đến", "chưa tới", "chưa đầy"}
ABOUT = {"khoảng", "ước", "ước khoảng", "chừng", "xấp xỉ", "độ", "ước tính", "~", "≈"}


_MOST_DECIMALS = 6


def single(value: Quantity) -> Decimal | None:
    """The value as one number, or None for shares, pairs and ranges."""
    return value if isinstance(value, Decimal) else None


def shown(value: Quantity | Decimal | int, decimals: int | None = None) -> str:
    """``value`` as a Vietnamese reader writes it."""
    match value:
        case Share(part, whole):
            return f"{shown(part)}/{shown(whole)}"
        case Pair(first, second):
            return f"{shown(first)}/{shown(second)}"
        case Range(low, high):
            return f"{shown(low)}-{shown(high)}"
    number = Decimal(value)
    if decimals is None:
        exponent = number.normalize().as_tuple().exponent
        decimals = max(0, -exponent) if isinstance(exponent, int) else 0
    return format_number(number, decimals)


def with_unit(amount: Decimal, unit_word: str) -> str:
    """``amount`` and the word of its unit: '1.250.000 đồng', '96,5%'."""
    return f"{shown(amount)}%" if unit_word == "%" else f"{shown(amount)} {unit_word}".strip()


def shown_as(amount: Decimal, like: Figure, decimals: int | None = None) -> str:
    """``amount``, in the base unit of ``like``, as that figure is printed: '12,5 tỷ đồng' of 12500000000.

    The unit word stands where a bare number would say too little: with money, measures in a multiple of their base
    unit, and per cents. Counts stand alone ('488' of '488 hộ').
    """
    if like.unit == "%":
        return f"{shown(amount, decimals)}%"
    value, base = single(like.value), single(like.base_value)
    if value is None or base is None or not value or not base or value == base:
        return f"{shown(amount)} {like.base_unit}" if like.base_unit == "đồng" else shown(amount)
    printed = amount * value / base
    if printed * base != amount * value or abs(printed.normalize().as_tuple().exponent) > _MOST_DECIMALS:  # type: ignore[arg-type]  # a number, never NaN
        return f"{shown(amount)} {like.base_unit}".strip()
    return f"{shown(printed)} {like.unit}"


@lru_cache(maxsize=64)
def half_last_digit(decimals: int) -> Decimal:
    """Half a unit of the last printed digit: 0.5 for '80%', 0.005 for '80,25%'."""
    return Decimal(5).scaleb(-(decimals + 1))


def rounding(value: Quantity, base: Quantity) -> Decimal:
    """How far a printed ``value`` may be from the exact one, in the base unit: half its last digit where it has
    decimals; zero for whole numbers, which offices write when they are exact ('1 tỷ đồng').
    """
    printed, exact = single(value), single(base)
    if printed is None or exact is None or not printed or printed.same_quantum(_WHOLE):
        return _WHOLE
    exponent = printed.as_tuple().exponent
    places = -exponent if isinstance(exponent, int) and exponent < 0 else 0
    return abs(half_last_digit(places) * exact / printed) if places else _WHOLE


_WHOLE = Decimal(0)
_LEAST_ROUNDED = 100
_LEAST_MEASURED = 10_000  # hectares, tons: of such a sum nobody asks the last one


def room_of_whole(whole: Figure, parts: Sequence[Figure]) -> Decimal:
    """How far a large whole number may be from its parts, in the base unit: whoever adds up '182,2 ha' and '12.636 ha'
    leaves out what is less than one; areas, weights and the like that are told in whole units were rounded one by one.
    """
    value, base = single(whole.value), single(whole.base_value)
    if not value or base is None or abs(value) < _LEAST_ROUNDED or whole.decimals:
        return Decimal(0)
    if any(one.decimals for one in parts if one.unit == whole.unit):
        return abs(base / value) / 2
    measured = kind_of_measure(whole.base_unit) not in ("", "money") and abs(value) >= _LEAST_MEASURED
    return abs(base / value) if measured and len(parts) > 2 else Decimal(0)


@lru_cache(maxsize=1024)
def kind_of_measure(unit: str) -> str:
    """'money', 'area', 'weight' ... of a unit that measures; "" of one that counts, or is not known."""
    matched = match_unit(unit.split()) if unit else None
    return matched[0].kind if matched is not None and matched[0].is_measure else ""


_FROM = re.compile(r"\b[Tt]ừ (?:mức |khoảng |gần |hơn |trên )?$")
_TO = re.compile(r"[^.;\n]{0,40}?\b(?:lên|xuống|còn|đến)\b")


def is_earlier(text: str, figure: Figure) -> bool:
    """Whether the figure is the value before a change: 'tăng từ 72,1% năm 2021 lên 79,1%'."""
    return bool(_FROM.search(text[max(0, figure.start - 16) : figure.start]) and _TO.match(text, figure.end))


_ESTIMATED = ("ước", "ước tính", "ước khoảng")
_EXACT_DIGITS = 3


def is_hedged(one: Figure) -> bool:
    """Whether a number is told as one of about that size: not 'ước 22.660 triệu đồng', the expected outcome of a period
    that is not over, whose every digit is reckoned with.
    """
    if not one.qualifier:
        return False
    word = one.qualifier.lower()
    value = one.value.part if isinstance(one.value, Share) else single(one.value)
    return value is None or word not in _ESTIMATED or len(value.normalize().as_tuple().digits) < _EXACT_DIGITS


def fits(printed: Figure, true: Decimal, tolerance: Decimal) -> bool:
    """Whether a printed figure, with its qualifier, can stand for ``true``."""
    value = single(printed.value)
    if value is None:
        return True
    word = (printed.qualifier or "").lower()
    if word in ABOVE:
        return true >= value - tolerance
    if word in BELOW:
        return true <= value + tolerance
    if word in ABOUT:
        return abs(true - value) <= max(tolerance, abs(value) / 10)
    return abs(true - value) <= tolerance


def is_cut_off(printed: Figure, true: Decimal) -> bool:
    """Whether a percentage is right to its last digit, but for rounding up: '97,21%' of 97,2156."""
    off = true - (single(printed.value) or Decimal(0))
    return 0 <= off < 2 * half_last_digit(printed.decimals)


_TELLING_DIGITS = 3


def is_slip(one: Decimal, other: Decimal) -> bool:
    """Whether two numbers of three digits or more are one but for a slip of the pen: one digit is another, or two
    neighbours have changed places.
    """
    if one == other or (one.adjusted() != other.adjusted() and min(one, other) >= 1):
        return False  # of another length: to write both out takes ten times as long
    (whole, _, rest), (whole_of, _, rest_of) = f"{one:f}".partition("."), f"{other:f}".partition(".")
    places = max(len(rest), len(rest_of))
    digits, others = whole + rest.ljust(places, "0"), whole_of + rest_of.ljust(places, "0")
    if len(whole) != len(whole_of) or len(digits.strip("0")) < _TELLING_DIGITS:
        return False
    differing = [index for index, digit in enumerate(digits) if digit != others[index]]
    first, last = differing[0], differing[-1]
    swapped = last == first + 1 and digits[first] == others[last] and digits[last] == others[first]
    return first == last or swapped
