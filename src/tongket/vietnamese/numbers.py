"""Vietnamese numbers: read exactly from digits and words, written the Vietnamese way.

Dots part thousands and a comma begins the decimals ('1.234.567,8'); the foreign way ('1,234,567.8') is understood where
the number itself or the rest of the document shows it. A value is a ``Decimal``, never a float.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import MAX_EMAX, MAX_PREC, MIN_EMIN, ROUND_HALF_UP, Context, Decimal

SCALES = {
    "chục": Decimal(10),
    "trăm": Decimal(100),
    "nghìn": Decimal(1000),
    "ngàn": Decimal(1000),
    "vạn": Decimal(10_000),
    "triệu": Decimal(1_000_000),
    "tỷ": Decimal(1_000_000_000),
    "tỉ": Decimal(1_000_000_000),
}


@dataclass(frozen=True, slots=True)
class NumberStyle:
    """How a document writes numbers, where a number alone does not tell: '1.234' and '1,234' are ambiguous."""

    dot_is_decimal: bool = False  # '1.234' is one and a bit
    comma_groups: bool = False  # '1,234' is a thousand and more


VIETNAMESE = NumberStyle()

_LONGEST = 40  # digits and marks of a number, with those behind the comma that a spreadsheet computed
_MOST_DIGITS = 18  # before the comma: what a nation makes in a year has 17 in đồng
_PLAIN_DIGITS = re.compile(r"\d+")
_SPACED = re.compile(r"\d{1,3}(?:[ \u00a0\u202f\u2009]\d{3})+(?:[.,]\d+)?")
_DOT_GROUPS = re.compile(r"[1-9]\d{0,2}(?:\.\d{3})+(?:,\d+)?")
_COMMA_GROUPS = re.compile(r"[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?")
_MIXED_GROUPS = re.compile(r"[1-9]\d{0,2}(?:,\d{3})+\.000")
_COMMA_DECIMAL = re.compile(r"\d+,\d+")
_DOT_DECIMAL = re.compile(r"\d+\.\d+")
_AMBIGUOUS = re.compile(r"[1-9]\d{0,2}[.,]\d{3}")

_SURE_FOREIGN = re.compile(r"(?<![\d.,])\d{1,3}(?:(?:,\d{3}){2,}(?:\.\d+)?|(?:,\d{3})+\.\d+)(?![\d.,]\d)")
_SURE_DOT_GROUPS = re.compile(r"(?<![\d.,])\d{1,3}(?:(?:\.\d{3}){2,}(?:,\d+)?|(?:\.\d{3})+,\d+)(?![\d.,]\d)")
_SURE_COMMA_DECIMAL = re.compile(r"(?<![\d.,])\d+,\d{1,2}(?![\d.,]\d)(?!\d)\s*(?:%|[a-zđ])")
_SURE_DOT_DECIMAL = re.compile(r"(?<![\d.,/])\d+\.\d{1,2}\s?%")


def style_of(text: str) -> NumberStyle:
    """How ``text`` as a whole writes its numbers, from those that leave no doubt.

    Vietnamese evidence wins over foreign evidence: one spreadsheet number does not turn a document.
    """
    foreign = len(_SURE_FOREIGN.findall(text)) + len(_SURE_DOT_DECIMAL.findall(text))
    if not foreign:
        return VIETNAMESE
    native = len(_SURE_DOT_GROUPS.findall(text)) + len(_SURE_COMMA_DECIMAL.findall(text))
    return NumberStyle(True, True) if foreign > native else VIETNAMESE


def parse_number(text: str, style: NumberStyle = VIETNAMESE, *, whole: bool = False) -> Decimal | None:
    """The number that the whole of ``text`` is, in digits; None if it is none ('1.2.3', '12,34,5', '') or longer than
    any that a document tells, so that what is reckoned with it stays exact.

    ``whole`` says that what is counted has no fractions (people, meetings): '1,234 người' is then 1234.
    """
    if text.isdecimal():  # as most are
        return Decimal(text) if len(text) <= _MOST_DIGITS else None
    value = typed_number(text, style, whole=whole) if len(text) <= _LONGEST else None
    return value if value is None or value.adjusted() < _MOST_DIGITS else None


def typed_number(text: str, style: NumberStyle = VIETNAMESE, *, whole: bool = False) -> Decimal | None:
    """The number of any length that the whole of ``text`` is, as typed by somebody who is told if it is too large."""
    digits = text.strip()
    sign = 1
    if digits[:1] in ("-", "−", "–", "+"):
        sign = 1 if digits[0] == "+" else -1
        digits = digits[1:].lstrip()
    value = _unsigned(digits, style, whole)
    return None if value is None else sign * value


def _unsigned(digits: str, style: NumberStyle, whole: bool) -> Decimal | None:
    if _PLAIN_DIGITS.fullmatch(digits):
        return Decimal(digits)
    if _SPACED.fullmatch(digits):
        return Decimal(re.sub(r"[ \u00a0\u202f\u2009]", "", digits).replace(",", "."))
    if _AMBIGUOUS.fullmatch(digits):
        groups = whole or (style.comma_groups if "," in digits else not style.dot_is_decimal)
        return Decimal(re.sub("[.,]", "" if groups else ".", digits))
    if _DOT_GROUPS.fullmatch(digits):
        return Decimal(digits.replace(".", "").replace(",", "."))
    if _MIXED_GROUPS.fullmatch(digits) and not style.dot_is_decimal:
        return Decimal(digits.replace(",", "").replace(".", ""))  # '44,962.000 đ' in a Vietnamese text: a slip
    if _COMMA_GROUPS.fullmatch(digits):
        return Decimal(digits.replace(",", ""))
    if _COMMA_DECIMAL.fullmatch(digits):
        return Decimal(digits.replace(",", "."))
    if _DOT_DECIMAL.fullmatch(digits):
        return Decimal(digits)
    return None


def printed_decimals(text: str, value: Decimal) -> int:
    """How many digits of ``text``, which reads as ``value``, stand after the decimal mark ('69,90' -> 2)."""
    if "." not in text and "," not in text:
        return 0
    exponent = value.as_tuple().exponent
    return max(-exponent, 0) if isinstance(exponent, int) else 0


_EXACT = Context(prec=MAX_PREC, Emin=MIN_EMIN, Emax=MAX_EMAX)  # a damaged table may hold a number of any length


def format_number(value: Decimal | int, decimals: int | None = None) -> str:
    """``value`` the Vietnamese way: 1234567.5 -> '1.234.567,5'.

    ``decimals`` fixes the digits after the comma (half away from zero, as offices round); None prints what is there,
    without trailing zeros.
    """
    if isinstance(value, int) and decimals is None:
        return f"{value:,d}".replace(",", ".")
    exact = Decimal(value)
    if decimals is not None:
        exact = exact.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP, _EXACT)
    plain = f"{exact:f}"
    if decimals is None and "." in plain:
        plain = plain.rstrip("0").rstrip(".")
    sign, plain = ("-", plain[1:]) if plain.startswith("-") else ("", plain)
    if not plain.strip("0."):
        sign = ""
    integer, _, fraction = plain.partition(".")
    return sign + f"{Decimal(integer):,f}".replace(",", ".") + (f",{fraction}" if fraction else "")


_UNITS = {
    "không": 0, "một": 1, "hai": 2, "ba": 3, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "bẩy": 7, "tám": 8, "chín": 9,
}  # fmt: skip
_AFTER_TENS = {**_UNITS, "mốt": 1, "tư": 4, "lăm": 5, "nhăm": 5}
_GROUPS = (
    ("tỷ", 1_000_000_000),
    ("tỉ", 1_000_000_000),
    ("triệu", 1_000_000),
    ("vạn", 10_000),
    ("nghìn", 1000),
    ("ngàn", 1000),
)
NUMBER_WORDS = frozenset(_AFTER_TENS) | {
    "mười", "mươi", "chục", "trăm", "nghìn", "ngàn", "vạn", "triệu", "tỷ", "tỉ", "linh", "lẻ", "rưỡi", "rưởi",
}  # fmt: skip


def parse_words(text: str) -> Decimal | None:
    """The number that the whole of ``text`` spells ('một trăm linh năm' -> 105); None if it spells none.

    'hàng trăm', 'vài chục' and 'mấy nghìn' are no numbers; 'hai triệu rưỡi' is 2.500.000.
    """
    words = text.lower().split()
    if not words or any(word not in NUMBER_WORDS for word in words):
        return None
    half = words[-1] in ("rưỡi", "rưởi")
    value = _groups(words[:-1] if half else words)
    if value is None or not half:
        return None if value is None else Decimal(value)
    scale = SCALES.get(words[-2]) if len(words) > 2 else None
    return None if scale is None else Decimal(value) + scale / 2


_SHARE_AT_END = re.compile(r"(?:\s*\([^()]*\))?\s*(?<![\d.,])\d[\d.,]*\s?%\s*$")


def without_share(label: str) -> str:
    """A label of counts without the share that it ends with: 'Tốt (tỷ lệ so với tổng số) 40%', 'Khá 50%'."""
    return _SHARE_AT_END.sub("", label)


_OF_ORDINALS = {"nhất": "một", "nhì": "hai", "tư": "bốn"}
_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50}


def counted(said: str) -> int | None:
    """The count, place or turn that the whole of ``said`` tells: '07', 'sáu', 'mười tư', 'nhất', 'IV'; None where it
    tells none.
    """
    if said.isdecimal():
        return int(said)
    if said and _ROMAN.keys() >= set(said):
        return roman(said)
    value = parse_words(" ".join(_OF_ORDINALS.get(word, word) for word in said.lower().split()))
    return None if value is None else int(value)


def roman(digits: str) -> int:
    """The number that Roman digits up to L write: 'XIV' -> 14."""
    values = [_ROMAN[digit] for digit in digits]
    return sum(-one if one < after else one for one, after in zip(values, [*values[1:], 0], strict=True))


def _groups(words: Sequence[str]) -> int | None:
    """A spelled whole number, split at its highest group word; 'ba tỷ hai trăm triệu'."""
    for name, scale in _GROUPS:
        if name in words:
            at = len(words) - 1 - list(reversed(words)).index(name) if name in ("tỷ", "tỉ") else words.index(name)
            high = _groups(words[:at])
            rest = words[at + 1 :]
            low = _groups(rest) if rest else 0
            if high is None or low is None or high == 0 or low >= scale:
                return None
            return high * scale + low
    return _below_thousand(words)


def _below_thousand(words: Sequence[str]) -> int | None:
    """0 to 999: 'không trăm linh năm', 'hai trăm ba mươi mốt', 'mười lăm', 'năm chục'."""
    if "trăm" in words:
        at = words.index("trăm")
        hundreds = _UNITS.get(words[0]) if at == 1 else None
        rest = words[at + 1 :]
        if hundreds is None:
            return None
        if len(rest) == 2 and rest[0] in ("linh", "lẻ"):
            unit = _AFTER_TENS.get(rest[1])
            return None if not unit else hundreds * 100 + unit
        if list(rest) in (["rưỡi"], ["rưởi"]):
            return hundreds * 100 + 50  # 'một trăm rưỡi triệu'
        low = _below_hundred(rest) if rest else 0
        return None if low is None or (rest and low < 10) else hundreds * 100 + low
    if len(words) == 2 and words[0] in ("linh", "lẻ"):
        return _AFTER_TENS.get(words[1])
    return _below_hundred(words)


def _below_hundred(words: Sequence[str]) -> int | None:
    match list(words):
        case ["mười"]:
            return 10
        case ["mười", unit] if unit in _AFTER_TENS and unit not in ("không", "mốt", "tư", "năm"):
            return 10 + _AFTER_TENS[unit]
        case [tens, "mươi" | "chục"] if _UNITS.get(tens, 0) > 0:
            return _UNITS[tens] * 10
        case [tens, "mươi", unit] if _UNITS.get(tens, 0) > 1 and unit in _AFTER_TENS and unit != "không":
            return _UNITS[tens] * 10 + _AFTER_TENS[unit]
        case [tens, unit] if _UNITS.get(tens, 0) > 1 and unit in ("mốt", "tư", "lăm", "nhăm"):
            return _UNITS[tens] * 10 + _AFTER_TENS[unit]  # 'hai mốt', as spoken
        case [unit]:
            return _UNITS.get(unit)
        case _:
            return None
