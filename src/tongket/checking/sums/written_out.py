"""Calculations that a report writes out (phép tính ghi trong văn bản): '231 cháu x 160.000 đồng x 9 tháng = 332.640.000
đồng', '24.000.000 + 50 x 300.000 = 39.000.000 đồng'.

Cases of ``sum-mismatch`` and ``ratio-mismatch``, whose pages stand with the arithmetic.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from tongket.checking.evidence.near_numbers import is_pen_slip
from tongket.checking.evidence.numbers import half_last_digit, shown
from tongket.checking.evidence.places import places_of
from tongket.model.findings import Finding, Severity
from tongket.model.places import Span
from tongket.model.reports import Report
from tongket.vietnamese.numbers import parse_number, printed_decimals

_REACH = 160  # letters of a calculation before its result
_UNIT_WORDS = 5
_LONGEST = 15  # digits and marks of a number
_NEAR = Decimal("0.5")  # of the right result: what is further off may mean something else
_DIGITS = 2  # of a right result, where the printed one has none
_ROUNDED = Decimal("0.01")  # of a product of numbers that were rounded
_POWERS = range(-9, 10)  # of ten, for units that the result leaves out or changes ('tạ', 'tấn')
_TOKEN = re.compile(r"\d[\d.,]*(?<=\d)|[^\W\d_]+|\s+|\S")
_RESULT = re.compile(
    r"\s?(?P<number>\d[\d.,]*(?<=\d))(?P<unit>\s?%|\s(?:nghìn|ngàn|triệu|tỷ|tỉ)(?!\w))?(?!\s?[-+*×/x:]\s?\d)"
)
_MAGNITUDES = {"nghìn": 3, "ngàn": 3, "triệu": 6, "tỷ": 9, "tỉ": 9}
_SIGNS = {"+": "+", "*": "*", "×": "*", "x": "*", "X": "*", "-": "-", "–": "-", "/": "/", ":": "/"}
_APART = frozenset("-–:")  # signs of other things where no blank stands on both sides


@dataclass(slots=True)
class _Calculation:
    """What stands before a result: numbers, signs and brackets, from ``start`` on."""

    start: int
    items: list[Decimal | str]
    decimals: bool = False
    words: int = 0


def check_written_out(report: Report) -> Iterator[Finding]:
    """Yield ``sum-mismatch``, or ``ratio-mismatch`` where something is multiplied or divided, where a calculation that
    the text writes out does not make its result.

    Not flagged: results right but for a power of ten, of which the unit may account; rounded ones; chains of
    calculations; signs between what are no numbers.
    """
    text = report.text
    for at in places_of(text, "="):
        result = _RESULT.match(text, at + 1)
        found = _before(text, at) if result else None
        if result is None or found is None or len(result["number"]) > _LONGEST:
            continue
        true, stated = _value(found.items), parse_number(result["number"])
        if true is None or stated is None or true <= 0 or not stated:
            continue
        power, digits = _MAGNITUDES.get((result["unit"] or "").strip(), 0), printed_decimals(result["number"], stated)
        scaled, room = stated.scaleb(power), half_last_digit(digits).scaleb(power)
        room += abs(scaled) * _ROUNDED if found.decimals else 0
        nearest = min((true.scaleb(power) for power in _POWERS), key=lambda one: abs(one - scaled))
        if abs(nearest - scaled) <= room:
            continue
        of_factor = _is_slip_of_factor(found.items, true, scaled)
        nearest = true if of_factor else nearest
        right = f"{shown(round(nearest.scaleb(-power), digits or _DIGITS))}{result['unit'] or ''}"
        sure = of_factor or is_pen_slip(scaled, nearest) or abs(nearest - scaled) <= nearest * _NEAR
        place = Span(result.start("number"), result.end())
        yield _finding(text, found, place, right, "error" if sure else "info")


def _is_slip_of_factor(items: Sequence[Decimal | str], true: Decimal, stated: Decimal) -> bool:
    """Whether one of the numbers of a product is a slip of the pen of what makes the result that is stated."""
    factors = [one for one in items if isinstance(one, Decimal)]
    if {one for one in items if isinstance(one, str)} != {"*"}:
        return False
    return any(is_pen_slip(one.normalize(), (stated * one / true).normalize()) for one in factors)


def _finding(text: str, found: _Calculation, place: Span, right: str, severity: Severity) -> Finding:
    multiplied = "*" in found.items or "/" in found.items
    said = " ".join(text[found.start : place.start].split()).removesuffix("=").rstrip()
    facts = {"said": said, "true": right, "total": text[place.start : place.end].strip()}
    kind = "ratio-mismatch" if multiplied else "sum-mismatch"
    return Finding(kind, severity, place, "written", facts)


def _before(text: str, at: int) -> _Calculation | None:
    """The calculation that ends at the sign of equality ``at``; None where there is none."""
    low = max(at - _REACH, 0)
    low = max(text.rfind("\n", low, at) + 1, text.rfind("=", low, at) + 1, low)
    found: _Calculation | None = None
    for token in _TOKEN.finditer(text, low, at):
        if not token[0].isspace():
            found = _taken(text, token, found)
    if found is None:
        return None
    while found.items and found.items[0] == "(" and found.items.count("(") > found.items.count(")"):
        found.items.pop(0)
    numbers = sum(isinstance(one, Decimal) for one in found.items)
    return found if numbers > 1 and found.items[-1] not in _SIGNS.values() else None


def _taken(text: str, token: re.Match[str], found: _Calculation | None) -> _Calculation | None:
    """A calculation with one more token; a new one, or None, where the token is none of it."""
    said, start, end = token[0], *token.span()
    last = found.items[-1] if found else None
    if said[0].isdigit():
        value = parse_number(said) if len(said) <= _LONGEST else None
        if value is None or isinstance(last, Decimal) or last == ")":
            found = None
        if value is None:
            return None
        found = found or _Calculation(start, [])
        found.items.append(value)
        found.decimals |= printed_decimals(said, value) > 0
        found.words = 0
        return found
    if said == "(":
        return _with(found, said) if found and not isinstance(last, Decimal) else _Calculation(start, ["("])
    if found is None or last is None:
        return None
    if said == ")":
        return _with(found, said) if found.items.count("(") > found.items.count(")") else None
    if said in _SIGNS and (isinstance(last, Decimal) or last == ")"):
        apart = text[start - 1].isspace() and text[end : end + 1].isspace()
        if said == "/" and found.words:
            return found  # 'đồng/người'
        if said in _APART or (said in "xX" and found.words):
            return _with(found, _SIGNS[said]) if apart else None
        return _with(found, _SIGNS[said])
    return _with_unit(said, found) if isinstance(last, Decimal) else None


def _with(found: _Calculation, item: str) -> _Calculation:
    found.items.append(item)
    found.words = 0
    return found


def _with_unit(said: str, found: _Calculation) -> _Calculation | None:
    """A calculation of which the last number has one more word of its unit."""
    value = found.items[-1]
    if isinstance(value, str) or found.words >= _UNIT_WORDS:
        return None
    if said == "%" and not found.words:
        found.items[-1] = value.scaleb(-2)
    elif not said[0].isalpha():
        return None
    elif not found.words and said.lower() in _MAGNITUDES:
        found.items[-1] = value.scaleb(_MAGNITUDES[said.lower()])
    found.words += 1
    return found


def _value(items: Sequence[Decimal | str]) -> Decimal | None:
    """What a calculation makes; None where it is none, or divides by nothing."""
    rest = list(items)
    value = _sum(rest)
    return value if not rest else None


def _sum(rest: list[Decimal | str]) -> Decimal | None:
    value = _product(rest)
    while value is not None and rest and rest[0] in ("+", "-"):
        sign = rest.pop(0)
        term = _product(rest)
        value = None if term is None else value + (term if sign == "+" else -term)
    return value


def _product(rest: list[Decimal | str]) -> Decimal | None:
    value = _term(rest)
    while value is not None and rest and rest[0] in ("*", "/"):
        sign = rest.pop(0)
        term = _term(rest)
        if term is None or (sign == "/" and not term):
            return None
        value = value * term if sign == "*" else value / term
    return value


def _term(rest: list[Decimal | str]) -> Decimal | None:
    if not rest:
        return None
    first = rest.pop(0)
    if isinstance(first, Decimal):
        return first
    if first != "(":
        return None
    value = _sum(rest)
    return value if rest and rest.pop(0) == ")" else None


CHECKS = (check_written_out,)
