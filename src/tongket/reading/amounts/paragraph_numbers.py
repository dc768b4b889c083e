"""The numbers of one paragraph, with what stands around each: the ground on which the grammar of amounts stands."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from tongket.model.quantities import Pair, Quantity, Range, Share
from tongket.reading.amounts.hedges import (
    change_before,
    onward_after,
    rank_before,
)
from tongket.reading.amounts.listed_parts import MEASURED
from tongket.reading.amounts.named_numbers import is_name, names_a_place, names_a_thing, words_before
from tongket.reading.amounts.printed_amounts import Amount
from tongket.reading.amounts.printed_units import ONE, Unit, read_unit
from tongket.reading.running.scan import Token
from tongket.vietnamese.numbers import NumberStyle, parse_number, printed_decimals

_GROUP_HEAD = re.compile(r"[1-9]\d{0,2}(?:\.\d{3})*")
_GROUP_GAP = re.compile(r"[ \u00a0\u202f]|\.\s")  # '49. 109 triệu đồng': a slip inside a number
_GROUP = re.compile(r"\d{3}(?!\d)")
_SLIP = re.compile(r"\.\s")
_MOST_GROUPS = 7  # thousands of a number that spaces part; a row of numbers is none
_NUMBER_NEXT = re.compile(r"\s\d{1,2}(?![\d.,/])")
_MOST = Decimal(10) ** 18  # in units: more than a nation has of anything, in đồng
_SIGNS = frozenset("<>≥≤~≈=")


@dataclass(frozen=True, slots=True)
class Numbers:
    """The paragraph ``text[start:end]``, whose numbers are written in ``style``."""

    text: str
    start: int
    end: int
    style: NumberStyle
    units: dict[int, Unit | None] = field(default_factory=dict)  # read so far, by where they may begin

    def number(self, start: int, end: int, unit: Unit | None) -> Decimal | None:
        """The value of the digits ``start``..``end``, as counts of ``unit`` are written."""
        digits = self.text[start:end]
        if not digits.isdecimal():
            digits = _SLIP.sub(".", digits)
        value = parse_number(digits, self.style, whole=unit is not None and unit.whole)
        return value if value is None or unit is None or value * unit.scale < _MOST else None

    def unit(self, at: int) -> Unit | None:
        """The unit that is printed at ``at``."""
        if at not in self.units:
            self.units[at] = read_unit(self.text, at, self.start, self.end)
        return self.units[at]

    def grouped(self, tokens: Sequence[Token], index: int) -> tuple[int, int]:
        """Where a number with spaces between its thousands ends, and how many tokens it is."""
        text, token = self.text, tokens[index]
        end, used = token.end, 1
        if index + 1 == len(tokens) or tokens[index + 1].start - end > 2:
            return end, used
        if not _GROUP_HEAD.fullmatch(text, token.start, end):
            return end, used
        while index + used < len(tokens) and used < _MOST_GROUPS:
            part = tokens[index + used]
            if part.start - end > 2 or not _GROUP_GAP.fullmatch(text, end, part.start):
                break
            if part.kind != "number" or not _GROUP.match(text, part.start, part.end):
                break
            end, used = part.end, used + 1
        if used > 1 and (names_a_place(words_before(text, token.start, self.start)) or self.unit(end) is None):
            return token.end, 1  # 'thôn 7 250 hộ'
        return end, used

    def has_words(self, start: int, end: int) -> bool:
        """Whether a word or a sign stands right beside a number: without one it is mere digits in a row of digits."""
        if self.text[max(start - 2, self.start) : start] == ": ":
            return True
        before = self.text[max(start - 3, self.start) : start].rstrip(" \u00a0(:-–+=")
        after = self.text[end : min(end + 3, self.end)].lstrip()
        return before[-1:].isalpha() or after[:1].isalpha() or before[-1:] in _SIGNS

    def named(
        self, begin: int, unit: Unit | None, padded: bool, *, grouped: bool = False, counted: bool = False
    ) -> bool:
        """Whether the number before ``unit`` is a name; a noun that is not listed speaks for no count. ``counted``: it
        is a fraction, which no document has for a number ('Kết luận 21/24 đảng viên có vi phạm').
        """
        after = self.text[unit.end + 1 : unit.end + 2] if unit else ""
        if unit is not None and self.text.endswith(": ", self.start, begin):
            return names_a_thing(words_before(self.text, begin, self.start), colon=True)  # 'Số điểm trường: 03 điểm'
        words = words_before(self.text, begin, self.start)
        listed = unit.text if unit and unit.kind else None
        if unit and unit.whole and _NUMBER_NEXT.match(self.text, unit.end, self.end):
            listed = None  # 'tiểu dự án 2 dự án 3': the word names the next number
        measured = unit is not None and (unit.kind in MEASURED or (counted and unit.kind != ""))
        capital = after.isupper()
        return is_name(words, unit=listed, padded=padded, capital_after=capital, grouped=grouped, measured=measured)

    def ranked(self, start: int, end: int, begin: int, stop: int) -> Amount | None:
        """'Hạng 7', 'xếp thứ 3'; the number itself ends at ``end``, the amount at ``stop``."""
        at = rank_before(self.text, begin, self.start)
        value = parse_number(self.text[start:end], self.style) if at is not None else None
        if at is None or value is None or value != value.to_integral_value():
            return None
        return Amount(at, stop, start, stop, value, 0, Unit(at, begin, "hạng", ONE, "hạng", "rank", True))

    def finish(
        self,
        begin: int,
        start: int,
        end: int,
        value: Quantity,
        unit: Unit,
        qualifier: str | None,
        *,
        plain: bool = False,
    ) -> Amount:
        """The amount; ``plain`` where the word before it is known to tell of no change."""
        stop = max(unit.end, end)
        if onward := onward_after(self.text, begin, stop, self.start, self.end):
            begin, stop, qualifier = onward
        change = None if plain or isinstance(value, Share | Pair) else change_before(self.text, begin, self.start)
        shown = value if isinstance(value, Decimal) else value.high if isinstance(value, Range) else Decimal(0)
        decimals = printed_decimals(self.text[start:end], shown)
        return Amount(begin, stop, start, end, value, decimals, unit, qualifier, change)
