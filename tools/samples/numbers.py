"""Numbers and dates as Vietnamese offices write them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal


@dataclass(frozen=True, slots=True)
class NumberStyle:
    """The habits of one writer."""

    leading_zero: bool = True  # 05 hội nghị
    grouped: bool = True  # 1.234; when False 1234
    decimals: int = 2  # of percentages
    money: str = "million"  # 'million' or 'dong'


def whole(value: int, style: NumberStyle) -> str:
    """1234 -> '1.234', 5 -> '05'."""
    if style.leading_zero and 0 < value < 10:
        return f"0{value}"
    return f"{value:,}".replace(",", ".") if style.grouped or value >= 10_000 else str(value)


def decimal(value: Decimal) -> str:
    """Decimal('1234.5') -> '1.234,5', no trailing zeros."""
    text = f"{value:,f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return text.replace(",", "~").replace(".", ",").replace("~", ".")


def percentage(part: int, base: int, decimals: int) -> Decimal:
    """Rounded half up, as an office does."""
    return (Decimal(100) * part / base).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)


def fixed(value: Decimal, decimals: int) -> str:
    """Decimal('86.4') -> '86,40' at two decimals."""
    return f"{value:.{decimals}f}".replace(".", ",")


def day(value: date, form: str) -> str:
    """'slash' 07/9/2021, 'dash' 07-9-2021, 'zero' 07/09/2021, 'long' ngày 07 tháng 9 năm 2021 (without 'ngày')."""
    month = f"{value.month:02}" if value.month < 3 or form == "zero" else str(value.month)
    if form == "long":
        return f"{value.day:02} tháng {month} năm {value.year}"
    mark = "-" if form == "dash" else "/"
    return f"{value.day:02}{mark}{month}{mark}{value.year}"
