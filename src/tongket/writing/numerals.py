"""Numbers and dates as official reports print them: '1.234,5', '08', '1,25 tỷ', '15/9/2026'."""

from __future__ import annotations

from decimal import Decimal

from tongket.model.observations import Rollup
from tongket.vietnamese.numbers import format_number

_MONEY = {"đồng": 1, "nghìn đồng": 10**3, "ngàn đồng": 10**3, "triệu đồng": 10**6, "tỷ đồng": 10**9, "tỉ đồng": 10**9}
_STEPS = ((10**9, "tỷ"), (10**6, "triệu"))


def number_text(amount: int, scale: int = 0) -> str:
    """``amount`` at ``scale`` decimal digits: 12345 at 1 -> '1.234,5'. Zeros after the comma are left out."""
    return format_number(Decimal(amount).scaleb(-scale))


def count_text(amount: int, scale: int = 0) -> str:
    """A number in a sentence: a count below ten is written with two digits ('08'), zero stays '0'."""
    if scale == 0 and 0 < amount < 10:
        return f"0{amount}"
    return number_text(amount, scale)


def lead_words(rollup: Rollup) -> str:
    """What stands before a consolidated number: 'trên', 'khoảng'; 'ước', 'ước trên' where a part of it is estimated."""
    return " ".join(filter(None, ("ước" if "estimated" in rollup.marks else "", rollup.qualifier)))


def is_money(unit_word: str) -> bool:
    """Whether ``unit_word`` is an amount of đồng."""
    return unit_word in _MONEY


def money_text(amount: int, scale: int, unit_word: str) -> tuple[str, bool]:
    """Money in readable words without 'đồng' ('1,25 tỷ'), and whether something was cut off.

    At most three digits after the comma; what is cut is never rounded up, so 'hơn' before it is true.
    """
    dong = amount * _MONEY[unit_word]
    for step, word in _STEPS:
        if abs(dong) >= step * 10**scale:
            thousandths, rest = divmod(abs(dong) * 1000, step * 10**scale)
            sign = "-" if dong < 0 else ""
            return f"{sign}{number_text(thousandths, 3)} {word}", rest != 0
    return number_text(dong, scale), False


def date_line(iso: str) -> str:
    """The line after the place, its day left to fill in: 'ngày      tháng 11 năm 2026'."""
    parts = iso.split("-") if iso else []
    year = parts[0] if parts else "      "
    month = (parts[1] if int(parts[1]) < 3 else str(int(parts[1]))) if len(parts) > 1 else "     "
    return f"ngày      tháng {month} năm {year}"


def roman(number: int) -> str:
    """A Roman numeral, 1 to 3999."""
    steps = [(1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL")]
    steps += [(10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")]
    text = ""
    for value, letters in steps:
        while number >= value:
            text += letters
            number -= value
    return text


_LETTERS = "abcdđeghiklmnopqrstuvxy"


def letter(number: int) -> str:
    """The letter of a point (điểm), in Vietnamese order: 1 'a', 5 'đ'."""
    return _LETTERS[(number - 1) % len(_LETTERS)]
