"""What a typed or printed cell becomes for each kind of indicator.

How kinds travel in an observation (docs/formulas.md): numbers as amounts at the indicator's scale; yes and no as 1 and
0; a date as the number 20260427, with zeros where it is cut (20260400, 20260000); a rank as its number, with '7/12' as
text where it says of how many; a choice as its place among the choices, from 1, with its code as text, which is what
counts; a text as text, without an amount.
"""

from __future__ import annotations

import datetime as dt
import difflib
import math
import re
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from tongket.consolidating.shown_values import AFTER, ValueRead, plain_number, shown_date
from tongket.messages import N_
from tongket.model.dimensions import DimensionValue
from tongket.model.mistakes import Mistake, mistake
from tongket.model.observations import LARGEST, Status
from tongket.model.programmes import Indicator, IndicatorKind
from tongket.programmes.values import is_small_change, said_by_words, step_of
from tongket.registry.unit_words import match_unit
from tongket.vietnamese.dates import parse_date, printed_day
from tongket.vietnamese.numbers import SCALES, parse_words, typed_number
from tongket.vietnamese.unicode import fold_marks, key, plain

_SAFE = 15  # digits that are below the largest
MOST_CHARACTERS = 2000
_MOST_SHARE = Decimal(2)  # a plan may be more than fulfilled, but no share is many times its whole
_PARTS = {"%": Decimal(100), "phần trăm": Decimal(100), "‰": Decimal(1000)}  # of a whole, by unit word
Cell = str | int | float | Decimal | bool | dt.date | None
"""What a cell of a form, a table or a spreadsheet holds."""
NOT_A_NUMBER = N_("'{text}' is not a number.")
NOT_WHOLE = N_("'{text}' has decimals, and what is counted is whole.")
TOO_EXACT = N_("'{text}' has more decimals than the {scale} that the indicator takes.")
TOO_LARGE = N_("'{text}' is larger than any value that a report can mean.")
NEGATIVE = N_("'{text}' is below zero.")
BELOW = N_("'{text}' is less than {bound}, the least that this indicator can be.")
ABOVE = N_("'{text}' is more than {bound}, the most that this indicator can be.")
OTHER_UNIT = N_("'{text}' is in {found}, and the indicator counts {wanted}.")
NO_STEP = N_("'{text}' đồng is too little for an amount of money.")
TWO_NUMBERS = N_("'{text}' holds two numbers where one belongs.")
NOT_YES_NO = N_("'{text}' is neither yes nor no.")
NOT_A_DATE = N_("'{text}' is not a date.")
NOT_A_RANK = N_("'{text}' is not a rank.")
NOT_A_CHOICE = N_("'{text}' is none of the choices.")
TOO_LONG = N_("The text has {count} characters; {most} is the most.")
A_DAY = N_("The cell holds the day {day}: a spreadsheet takes what looks like one, such as 5-10, for a day.")
WRITE_RANGE = N_("Write the number; of a range write 'từ 5 đến 10'.")
WRITE_NUMBER = N_("Write digits: 1.234,5 with '.' between thousands and ',' before decimals.")
_YES = frozenset(key(word) for word in ("có", "x", "đã", "rồi", "đạt", "đúng", "yes", "true", "1", "✓", "✔", "v"))
_NO = frozenset(
    key(word) for word in ("không", "chưa", "không có", "chưa có", "không đạt", "chưa đạt", "sai", "no", "false", "0")
)
_QUALIFIERS = (
    "không dưới", "không quá", "chưa đến", "chưa tới", "chưa đầy", "ít nhất", "tối thiểu", "tối đa", "xấp xỉ",
    "ước đạt", "ước tính", "ước khoảng", "ước", "khoảng", "hơn", "trên", "dưới", "gần", ">=", "<=", "≥", "≤", ">", "<",
    "~", "≈",
)  # fmt: skip
_NUMBER = r"[-−–+]?\s?\d[\d.,]*(?:[ \u00a0\u202f]\d{3})*(?:,\d+)?"
_NUMBERS = re.compile(
    rf"(?P<low>{_NUMBER})(?:\s*(?:-|đến|tới)\s*(?P<high>\d[\d.,]*))?(?P<second>\s*/\s*\d[\d.,]*)?(?P<rest>[\s(]*[^\d].*)?"
)
_RANK = re.compile(
    r"(?:(?:xếp )?(?:thứ hạng|thứ|hạng)\s+)?(?P<rank>\d{1,6})(?:\s*(?:/|trên|trong)\s*(?P<among>\d{1,6}))?"
)


def read_value(cell: Cell, indicator: Indicator, *, heading: str = "") -> ValueRead | Mistake:
    """What ``cell`` answers for ``indicator``; a mistake where it cannot be one.

    ``heading`` are the label and title of the cell, for the step of money that stands there ('(triệu đồng)').
    A blank is missing, a dash or 'không phát sinh' none occurred, a cross not applicable; of a yes-no they mean
    missing, none occurred and yes.
    """
    if isinstance(cell, float) and not math.isfinite(cell):
        return mistake(NOT_A_NUMBER, WRITE_NUMBER, text=cell)
    if cell is None:
        return ValueRead(None, "missing")
    text = fold_marks(cell).strip() if isinstance(cell, str) else _written(cell)
    if indicator.kind not in _READERS:
        if not isinstance(cell, str):
            if isinstance(cell, dt.date):
                return mistake(A_DAY, WRITE_RANGE, day=printed_day(text))
            if isinstance(cell, bool):
                return mistake(NOT_A_NUMBER, WRITE_NUMBER, text=str(cell).upper())
            return _numbers(indicator, text, "", (_exact(cell),), Decimal(1), step_of(heading))
        if text.isdecimal() and text.isascii():  # as most are: neither words nor a qualifier to look for
            return _read_digits(text, indicator, heading)
        said = said_by_words(text)
        return ValueRead(None, said.status) if said is not None else _read_number(text, indicator, heading)
    return _READERS[indicator.kind](cell, text, indicator)


def _written(cell: Cell) -> str:
    match cell:
        case bool():
            return "1" if cell else "0"
        case dt.date():
            return f"{cell:%Y-%m-%d}"
        case int() | float() | Decimal():
            return f"{_exact(cell):f}".replace(".", ",")
        case _:
            return ""


def _exact(cell: int | float | Decimal) -> Decimal:
    """The number of a spreadsheet's cell: of a float the 15 digits that spreadsheets keep, without its noise."""
    if isinstance(cell, float):
        return Decimal(f"{cell:.15g}")
    return Decimal(cell)


def _read_digits(text: str, indicator: Indicator, heading: str) -> ValueRead | Mistake:
    if indicator.kind == "integer" and not indicator.scale and len(text) <= _SAFE:
        amount, low, high = int(text), indicator.low, indicator.high
        if (low is None or low <= amount) and (high is None or amount <= high):
            return ValueRead(amount, "reported")
    number = typed_number(text)
    if number is None:
        return mistake(NOT_A_NUMBER, WRITE_NUMBER, text=text)
    return _numbers(indicator, text, "", (number,), Decimal(1), step_of(heading))


def _read_number(text: str, indicator: Indicator, heading: str) -> ValueRead | Mistake:
    bare, qualifier = _qualified(text)
    found = _NUMBERS.fullmatch(bare)
    if found is None:
        spelled = parse_words(bare)
        if spelled is None:
            return mistake(NOT_A_NUMBER, WRITE_NUMBER, text=text)
        return _numbers(indicator, text, qualifier, (spelled,), Decimal(1), Decimal(1))
    unit = (found["rest"] or "").strip(" ().")
    if unit[:1].isdigit():  # '1.6 79': a number in pieces, and no unit
        return mistake(NOT_A_NUMBER, WRITE_NUMBER, text=text)
    if found["second"]:
        return _of_most(text, found, indicator)
    factor = _factor(unit, indicator) if unit else None
    if isinstance(factor, _Other):
        return mistake(
            OTHER_UNIT,
            N_("Write the value in {wanted}; what is counted in another word is another indicator."),
            text=text,
            found=factor.word,
            wanted=indicator.unit_word,
        )
    whole = indicator.kind == "integer" or (indicator.kind == "money" and factor in (None, 1))
    ends = [typed_number(found[name], whole=whole) for name in ("low", "high") if found[name]]
    if None in ends:
        return mistake(NOT_A_NUMBER, WRITE_NUMBER, text=text)
    step = step_of(heading) if factor is None else Decimal(1)
    return _numbers(
        indicator, text, qualifier, tuple(end for end in ends if end is not None), factor or Decimal(1), step
    )


def _of_most(text: str, found: re.Match[str], indicator: Indicator) -> ValueRead | Mistake:
    """'85/100' of a score whose most is 100; two numbers of anything else."""
    most = typed_number(found["second"].strip(" /"))
    part = typed_number(found["low"])
    if (
        indicator.kind == "score"
        and most is not None
        and part is not None
        and indicator.high == most.scaleb(indicator.scale)
    ):
        return _numbers(indicator, text, "", (part,), Decimal(1), Decimal(1))
    return mistake(TWO_NUMBERS, N_("Write the one number that answers."), text=text)


def _qualified(text: str) -> tuple[str, str]:
    """``text`` without the qualifier before or after its number, and the qualifier."""
    lower = text[:1].lower() + text[1:]
    for word in AFTER:
        if lower.endswith(f" {word}"):
            return lower.removesuffix(word).removeprefix("từ ").strip(), word
    for word in _QUALIFIERS:
        rest = lower.removeprefix(word)
        if rest != lower and (not word[-1].isalpha() or rest[:1].isspace()):
            inner, second = _qualified(rest.strip().removeprefix("là "))
            first = "ước" if word.startswith("ước") else word
            return inner, f"{first} {second}".strip()
    if lower.startswith("từ ") and re.search(r"\d\s*(?:-|đến|tới)\s*\d", lower):
        return lower.removeprefix("từ ").strip(), ""
    return lower, ""


@dataclass(frozen=True, slots=True)
class _Other:
    """A unit that is not the indicator's."""

    word: str


def _factor(unit: str, indicator: Indicator) -> Decimal | _Other:
    """How many of the indicator's units one ``unit`` is."""
    factor, base = _measure(unit)
    own_factor, own_base = _measure(indicator.unit_word)
    if not own_base or not base or base == own_base:
        return factor / own_factor
    return _Other(unit)


def _measure(words: str) -> tuple[Decimal, str]:
    """(how many base units, key of the base unit) of a unit with scale words before it: 'triệu đồng', 'nghìn lượt'."""
    parts, factor = words.split(), Decimal(1)
    while parts and parts[0].lower() in SCALES:
        factor *= SCALES[parts.pop(0).lower()]
    match = match_unit(parts)  # the longest unit word: 'lượt người' is no 'người', 'người tham gia' is
    if match is not None:
        return factor * match[0].factor, key(match[0].base)
    return factor, key(" ".join(parts))


def _numbers(
    indicator: Indicator, text: str, qualifier: str, ends: tuple[Decimal, ...], factor: Decimal, step: Decimal
) -> ValueRead | Mistake:
    """The amount, or both ends of a range, checked against what the indicator can be."""
    amounts: list[int] = []
    for end in ends:
        made = _amount(end * factor * (step if indicator.kind == "money" else 1), text, indicator)
        if isinstance(made, Mistake):
            return made
        amounts.append(made)
    if len(amounts) == 2 and amounts[0] > amounts[1]:
        return mistake(
            N_("The range '{text}' ends before it begins."), N_("Write the smaller number first."), text=text
        )
    status: Status = "estimated" if qualifier.startswith("ước") else "reported"
    high = amounts[1] if len(amounts) == 2 and amounts[1] != amounts[0] else None
    return ValueRead(amounts[0], status, high, qualifier)


def _amount(value: Decimal, text: str, indicator: Indicator) -> int | Mistake:
    """``value`` at the indicator's scale, or why it cannot be."""
    if abs(value) > LARGEST:
        return mistake(TOO_LARGE, N_("Look for zeros too many."), text=text)
    scaled = value.scaleb(indicator.scale)
    if abs(scaled) > LARGEST:
        return mistake(TOO_LARGE, N_("Look for zeros too many."), text=text)
    if value != value.to_integral_value() and indicator.kind in ("integer", "rank"):
        return mistake(NOT_WHOLE, N_("Write a whole number; '.' only between thousands."), text=text)
    if scaled != scaled.to_integral_value():
        mend = N_("Round it, or give the indicator a larger scale.")
        return mistake(TOO_EXACT, mend, text=text, scale=indicator.scale)
    amount = int(scaled)
    if amount < 0 and (indicator.low is None or indicator.low >= 0):
        mend = N_("Write what there was; a fall is not a negative count.")
        return mistake(NEGATIVE, mend, text=text)
    if indicator.low is not None and amount < indicator.low:
        return mistake(
            BELOW, N_("Check the number and its unit."), text=text, bound=plain_number(indicator.low, indicator)
        )
    high = indicator.high
    if high is None and indicator.kind == "share":
        high = int((_MOST_SHARE * _PARTS.get(indicator.unit_word, 1)).scaleb(indicator.scale))
    if high is not None and amount > high:
        return mistake(ABOVE, N_("Check the number and its unit."), text=text, bound=plain_number(high, indicator))
    if indicator.kind == "money" and _is_dong(indicator) and is_small_change(value):
        return mistake(NO_STEP, N_("Write the whole amount, or its step: 12 triệu đồng."), text=text)
    return amount


def _is_dong(indicator: Indicator) -> bool:
    return _measure(indicator.unit_word or "đồng") == (Decimal(1), key("đồng"))


def _read_yes_no(_cell: Cell, text: str, _indicator: Indicator) -> ValueRead | Mistake:
    bare = key(text.strip(".;, "))
    if bare in _YES or bare in _NO:
        return ValueRead(int(bare in _YES), "reported")
    return _without_number(text) or mistake(NOT_YES_NO, N_("Write 'có' or 'không'."), text=text)


def _without_number(text: str) -> ValueRead | None:
    said = said_by_words(text)
    return None if said is None else ValueRead(None, said.status)


def _read_date(cell: Cell, text: str, indicator: Indicator) -> ValueRead | Mistake:
    date = None if isinstance(cell, bool | int | float | Decimal) else parse_date(text)
    if date is None:
        said = _without_number(text) if isinstance(cell, str) else None
        return said or mistake(NOT_A_DATE, N_("Write day, month and year: 27/4/2026."), text=text)
    amount = int((date.replace("-", "") + "0000")[:8])
    if indicator.low is not None and amount < indicator.low:
        return mistake(BELOW, N_("Check the date."), text=text, bound=shown_date(indicator.low))
    if indicator.high is not None and amount > indicator.high:
        return mistake(ABOVE, N_("Check the date."), text=text, bound=shown_date(indicator.high))
    return ValueRead(amount, "reported")


def _read_rank(_cell: Cell, text: str, indicator: Indicator) -> ValueRead | Mistake:
    found = _RANK.fullmatch(key(text)) or _RANK.fullmatch(text.lower())
    if found is None:
        return _without_number(text) or mistake(NOT_A_RANK, N_("Write the rank, and of how many: 7/12."), text=text)
    rank, among = int(found["rank"]), int(found["among"]) if found["among"] else None
    if rank < 1 or (among is not None and rank > among):
        return mistake(NOT_A_RANK, N_("Write the rank, and of how many: 7/12."), text=text)
    made = _amount(Decimal(rank), text, indicator)
    if isinstance(made, Mistake):
        return made
    return ValueRead(made, "reported", text=f"{rank}/{among}" if among else "")


def _read_choice(_cell: Cell, text: str, indicator: Indicator) -> ValueRead | Mistake:
    found = choice_of(text, indicator)
    if found is not None:
        return ValueRead(indicator.choices.index(found) + 1, "reported", text=found.code)
    said = _without_number(text)
    if said is not None:
        return said
    near = difflib.get_close_matches(key(text), [key(one.name) for one in indicator.choices], 1, 0.6)
    name = next((one.name for one in indicator.choices if near and key(one.name) == near[0]), "")
    return mistake(
        NOT_A_CHOICE,
        N_("Did you mean '{near}'? Write one of: {known}.") if name else N_("Write one of: {known}."),
        text=text,
        near=name,
        known="; ".join(one.name for one in indicator.choices),
    )


def choice_of(text: str, indicator: Indicator) -> DimensionValue | None:
    """The choice that ``text`` names by code, name or alias; without accents where only one is meant."""
    for fold in (key, plain):
        found = [one for one in indicator.choices if fold(text) in map(fold, (one.code, one.name, *one.aliases))]
        if len(found) == 1:
            return found[0]
    return None


def _read_text(_cell: Cell, text: str, _indicator: Indicator) -> ValueRead | Mistake:
    said = said_by_words(text)
    if said is not None and said.status in ("missing", "none-occurred") and key(text) != key("không"):
        return ValueRead(None, said.status)
    if len(text) > MOST_CHARACTERS:
        mend = N_("Write what matters, and leave the rest in the report.")
        return mistake(TOO_LONG, mend, count=len(text), most=MOST_CHARACTERS)
    return ValueRead(None, "reported", text=text)


_READERS: dict[IndicatorKind, Callable[[Cell, str, Indicator], ValueRead | Mistake]] = {
    "yes-no": _read_yes_no,
    "date": _read_date,
    "rank": _read_rank,
    "choice": _read_choice,
    "text": _read_text,
}
