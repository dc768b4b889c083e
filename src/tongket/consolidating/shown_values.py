"""One answer as an observation holds it (giá trị đã đọc), and how it is shown in forms and reports."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from tongket.model.observations import Status
from tongket.model.programmes import Indicator
from tongket.vietnamese.dates import printed_day
from tongket.vietnamese.numbers import format_number


class ValueRead(NamedTuple):
    """One answer as an observation holds it."""

    amount: int | None
    status: Status
    amount_high: int | None = None
    qualifier: str = ""
    text: str = ""


# Words of waiting, blanks and the like, as a form shows them again.
_SHOWN: dict[Status, str] = {
    "none-occurred": "không phát sinh",
    "not-applicable": "x",
    "pending": "chờ thẩm định",
    "missing": "",
}
AFTER = ("trở lên", "trở xuống")
"""Qualifiers that stand behind their number."""


def plain_number(amount: int, indicator: Indicator) -> str:
    """An amount at the scale of its indicator, the Vietnamese way: '1.234,5'."""
    return format_number(Decimal(amount).scaleb(-indicator.scale) if indicator.scale else amount)


def show_value(value: ValueRead, indicator: Indicator) -> str:
    """``value`` as a form shows it, the Vietnamese way: read again it is the same value.

    Numbers stand without their unit; what has no number in the words that forms use.
    """
    if value.status in _SHOWN:
        return _SHOWN[value.status]
    if value.amount is None:
        return value.text
    match indicator.kind:
        case "yes-no":
            return "Có" if value.amount else "Không"
        case "date":
            return shown_date(value.amount)
        case "rank":
            return value.text or str(value.amount)
        case "choice":
            return next((one.name for one in indicator.choices if one.code == value.text), value.text)
        case _:
            return _shown_number(value, indicator)


def words_of(amount: int, indicator: Indicator) -> str | None:
    """What an amount says where it is no number: a date, 'có' or 'không', the name of a choice.

    None for numbers; also where units are counted, of whatever kind.
    """
    if indicator.over_units.startswith("count"):
        return None
    match indicator.kind:
        case "yes-no":
            return "có" if amount else "không"
        case "date":
            return shown_date(amount)
        case "choice":
            return indicator.choices[amount - 1].name if 1 <= amount <= len(indicator.choices) else None
        case _:
            return None


def _shown_number(value: ValueRead, indicator: Indicator) -> str:
    if value.amount is not None and value.amount_high is None and not value.qualifier:  # as most are
        return plain_number(value.amount, indicator)
    ends = [end for end in (value.amount, value.amount_high) if end is not None]
    number = " - ".join(plain_number(end, indicator) for end in ends)
    if value.qualifier.startswith("từ ... "):
        return f"từ {number} {value.qualifier.removeprefix('từ ... ')}"
    if value.qualifier in AFTER:
        return f"{number} {value.qualifier}"
    return f"{value.qualifier} {number}".strip()


def shown_date(amount: int) -> str:
    """'27/4/2026', 'tháng 4/2026', 'năm 2026', as far as known."""
    year, month, day = amount // 10000, amount // 100 % 100, amount % 100
    if not month:
        return f"năm {year}"
    return printed_day(f"{year}-{month:02d}-{day:02d}") if day else f"tháng {month}/{year}"
