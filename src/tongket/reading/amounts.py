"""Amounts in running text: a number with its unit, hedge and shape (share, range), by one grammar.

    amount   = [hedge] number unit
             | ["từ"] number [unit] ("-" | "đến") number unit         a range
             | number "/" number unit | number unit "/" number unit   a share, when both count the same
             | number "tỷ" number "triệu đồng"                       one sum of money
             | rank number                                            'hạng 7', 'xếp thứ 3/12'
             | number                                                 in a list of parts: 'trong đó: xã 7, thôn 5'

Numbers come from the scan; what a citation, a date or a quoted name holds is no amount.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from itertools import pairwise
from typing import Literal

from tongket.model.quantities import Pair, Quantity, Range, Share
from tongket.reading.bare_numbers import (
    COUNTED_TOGETHER,
    bare_unit,
    goes_on,
    goes_on_with_a_label,
    is_in_order,
    is_series,
    labels_a_pair,
)
from tongket.reading.durations import is_shortened, may_last, read_duration
from tongket.reading.fractions import PART_OF, RATE_IN_BRACKETS, WORD_BEFORE, is_clearly_a_share, may_be_a_day
from tongket.reading.hedges import (
    change_before,
    from_before,
    hedge_before,
    onward_after,
    rank_before,
    stands_plainly,
)
from tongket.reading.listed_parts import (
    LIST_ITEM_END,
    MEASURED,
    NUMBERED_LABEL,
    OPENS_A_LIST,
    has_parts,
    is_numbered_part,
    may_name_a_place,
    of_body,
)
from tongket.reading.look_alikes import AGE, is_unfit, may_count
from tongket.reading.named_numbers import VERBS_TOO, is_name, names_a_place, names_a_thing, words_before
from tongket.reading.printed_units import ONE, Unit, any_noun, read_medal, read_unit, read_unlisted
from tongket.reading.scan import Token
from tongket.vietnamese.numbers import SCALES, NumberStyle, parse_number, printed_decimals


@dataclass(frozen=True, slots=True)
class Amount:
    """A number as printed in the flow, hedge and unit included in ``start``..``end``."""

    start: int
    end: int
    number_start: int
    number_end: int
    value: Quantity
    decimals: int
    unit: Unit
    qualifier: str | None = None
    change: Literal["up", "down"] | None = None


_QUOTED = re.compile(r"“[^”\n]{1,160}”|\"[^\"\n]{1,160}\"")
_LABEL_PAIR = re.compile(
    r"[^\W\d_]+(?: [^\W\d_]+)*\s?/\s?(?!(?:năm|tháng|tuần|ngày|quý|lần|kỳ|giờ)\b)[^\W\d_]+(?: [^\W\d_]+)*"
)
_MINUS = re.compile(r"\((?:giảm )?([-–−]) ?$")
_SENTENCE = re.compile(r"[.!?]\s|\n")
_GROUP_HEAD = re.compile(r"[1-9]\d{0,2}(?:\.\d{3})*")
_GROUP_GAP = re.compile(r"[ \u00a0\u202f]|\.\s")  # '49. 109 triệu đồng': a slip inside a number
_GROUP = re.compile(r"\d{3}(?!\d)")
_SLIP = re.compile(r"\.\s")
_MOST_GROUPS = 7  # thousands of a number that spaces part; a row of numbers is none
_RANGE_JOINT = re.compile(r"\s?[-–÷]\s?|\s+(?:đến|tới)\s+(?:dưới\s+)?")
_OUT_OF = re.compile(r"\s+trên\s+tổng(?:\s+số)?\s+")
_PAIRED = re.compile(rf"\s*/?\s*|{_RANGE_JOINT.pattern}|{_OUT_OF.pattern}")  # what may make one amount of two numbers
_AMONG = re.compile(r"\s+(?:trong (?:tổng )?số|(?:giảm |tăng )?(?:xuống|lên)(?: còn| tới| đến)?|giảm còn)\s+")
_NUMBER_NEXT = re.compile(r"\s\d{1,2}(?![\d.,/])")
_OTHER_PERSONS = re.compile(r"(?:đảng viên|đoàn viên|hội viên|học sinh|giáo viên|cán bộ)[^,;.:()\d]{0,20} là $")
_LABEL = 40  # letters before a number that are asked what it counts
_SIGNS = frozenset("<>≥≤~≈=")
_LONGEST_LIST = 1500  # letters
_DAYS = 31  # of a month
_BEYOND_A_SHARE = 10_000  # times a sum
_MOST_ITEMS = 8  # of a list that prints its unit once
_FAR = 600  # letters after an amount in which its list may go on


def number_tokens(tokens: Iterable[Token]) -> list[Token]:
    """The tokens that may be amounts."""
    return [token for token in tokens if token.kind in ("number", "fraction")]


def base_value(value: Quantity, scale: Decimal) -> Quantity:
    """``value`` in the base unit: 4,5 of a milliard is 4.500.000.000."""
    if scale == 1:
        return value
    if isinstance(value, Decimal):
        return _plain(value * scale)
    if isinstance(value, Share):
        return Share(_plain(value.part * scale), _plain(value.whole * scale))
    if isinstance(value, Pair):
        return Pair(_plain(value.first * scale), _plain(value.second * scale))
    return Range(_plain(value.low * scale), _plain(value.high * scale))


def _plain(value: Decimal) -> Decimal:
    """Without an exponent or needless zeros: Decimal('4500000000'), not 4.5E+9."""
    return Decimal(int(value)) if value == value.to_integral_value() else value.normalize()


def read_amounts(
    text: str, start: int, end: int, numbers: Sequence[Token], style: NumberStyle, taken: Sequence[tuple[int, int]]
) -> Iterator[Amount]:
    """The amounts of one paragraph ``text[start:end]``.

    ``numbers`` are its number and fraction tokens in order; ``taken`` are stretches that speak of time, sorted.
    """
    quoted = [found.span() for found in _QUOTED.finditer(text, start, end)]
    blocked = sorted([*taken, *quoted]) if quoted else taken
    free = [token for token in numbers if not _inside(token.start, blocked)] if blocked else numbers
    paragraph = _Paragraph(text, start, end, style)
    whole: Amount | None = None
    last: Amount | None = None
    index = 0
    while index < len(free):
        if not may_count(text, free[index], start, end):
            index += 1
            continue
        amount, used = paragraph.amount(free, index)
        if amount is None and whole is not None and used == 1 and free[index].start - whole.end < _LONGEST_LIST:
            amount = paragraph.listed(free[index], whole)
        elif amount is not None and isinstance(amount.value, Decimal) and has_parts(amount.unit):
            whole = amount
        if amount is None and used == 1:
            amount = paragraph.bare(free, index, last)
        if amount is not None:
            yield amount
            last = amount
        index += used


def _inside(at: int, spans: Sequence[tuple[int, int]]) -> bool:
    index = bisect_right(spans, (at, 1 << 60)) - 1
    # nested spans are few; a look at the last three is enough for a date inside quotes
    for earlier in range(index, max(index - 3, -1), -1):
        low, high = spans[earlier]
        if low <= at < high:
            return True
    return False


def _bare(at: int) -> Unit:
    """No unit at all."""
    return Unit(at, at, "", ONE, "", "", whole=True)


@dataclass(frozen=True, slots=True)
class _Paragraph:
    """What the grammar of one paragraph looks at."""

    text: str
    start: int
    end: int
    style: NumberStyle
    units: dict[int, Unit | None] = field(default_factory=dict)  # read so far, by where they may begin

    def amount(self, tokens: Sequence[Token], index: int) -> tuple[Amount | None, int]:
        """The amount that begins with token ``index``, and how many tokens it uses (at least one)."""
        token = tokens[index]
        if token.kind == "fraction":
            return self._fraction(token), 1
        end, used = self._grouped(tokens, index)
        unit = read_medal(self.text, token.start, token.end, self.start, self.end) or self._unit(end)
        if used == 1 and index + 1 < len(tokens):
            pair = self._pair(token, unit, tokens[index + 1])
            if pair is not None:
                return self._with_the_rest(pair, tokens, index + 2)
            unit = unit or self._unit_of_the_whole(token, tokens[index + 1])
        return self._single(token.start, end, unit), used

    def _unit_of_the_whole(self, part: Token, whole: Token) -> Unit | None:
        """The unit that '21 trong tổng số 34 doanh nghiệp' and 'từ 268 xuống 241 hộ' print once, behind the second."""
        if whole.kind != "number" or not _AMONG.fullmatch(self.text, part.end, whole.start):
            return None
        unit = self._unit(whole.end)
        return replace(unit, start=part.end, end=part.end) if unit else None

    def listed(self, token: Token, whole: Amount) -> Amount | None:
        """A bare number in a list of the parts of ``whole``, in its unit: '12 cuộc, trong đó: xã 7, thôn 5'."""
        text, at = self.text, token.start
        opened = OPENS_A_LIST.search(text[whole.end : at])
        if token.kind != "number" or opened is None:
            return None
        before = text[max(self.start, at - _LABEL) : at]
        if not (WORD_BEFORE.search(before) or NUMBERED_LABEL.search(before)) or not LIST_ITEM_END.match(
            text, token.end, self.end
        ):
            return None
        words = words_before(text, at, self.start)
        if is_name(words, unit=whole.unit.text, padded=True, capital_after=False):
            return None
        if not words or " ".join(words).endswith(whole.unit.text):
            return None  # '04 chỉ tiêu chưa đạt (chỉ tiêu 3, 7)'
        if _OTHER_PERSONS.search(before) and whole.unit.kind != "person":
            return None  # 'ở 47 chi bộ; trong đó, đảng viên dự bị là 44'
        if words[-1][0].isupper() and token.end - at == 1 and "(" in opened.group() and text[at - 2 : at] != ": ":
            return None  # '12 cuộc ở các xã (Hòa Phong 2, Hòa Phong 3)'
        if may_name_a_place(text, (at, token.end), words, self.start) and ":" not in opened.group():
            return None  # '5 thôn (thôn 1, thôn 2 ...)'
        value = self._number(at, token.end, whole.unit)
        if value is None or not isinstance(whole.value, Decimal) or value > whole.value:
            return None
        unit = of_body(replace(whole.unit, start=token.end, end=token.end), words)
        return Amount(at, token.end, at, token.end, value, 0, unit)

    def bare(self, tokens: Sequence[Token], index: int, last: Amount | None) -> Amount | None:
        """A number that only its label explains: 'chết 0, bị thương 4', 'lần lượt là 12, 15 và 20'."""
        token = tokens[index]
        at, end = token.start, token.end
        if last is not None and at - last.end < _FAR and is_numbered_part(self.text, (at, end), self.start, self.end):
            count, counted = self._number(at, end, last.unit), replace(last.unit, start=end, end=end)
            return self._finish(at, at, end, count, counted, None) if count is not None else None
        in_series = last is not None and is_series(self.text, last.end, at)
        if token.kind != "number" or not (in_series or self._has_words(at, end)):
            return None
        if last is not None and not self.text[last.end : at].strip(" \u00a0"):
            return None  # '101,82 ha 3': a page's number
        begin, qualifier = hedge_before(self.text, at, self.start, exact=False)
        near = last is not None and at - last.end < _FAR and not _SENTENCE.search(self.text, last.end, at)
        behind = self._unit_behind_the_list(tokens, index)
        unit: Unit | None
        if last is not None and near and goes_on(self.text, last.end, at, self.start):
            unit = last.unit
        elif is_in_order(self.text, begin, self.start) and (shared := self._unit_of_the_last(tokens, index)):
            unit = shared
        else:
            unit = bare_unit(self.text, (begin, end), self.start, self.end, in_list=near or behind is not None)
            if unit is not None and not unit.text and behind is not None:
                unit = behind
        value = self._number(at, end, unit) if unit else None
        if unit is None or value is None:
            return None
        return self._finish(begin, at, end, value, replace(unit, start=end, end=end), qualifier)

    def _unit_of_the_last(self, tokens: Sequence[Token], index: int) -> Unit | None:
        """The unit that stands once, behind the last of several numbers: '12, 15 và 20 hội nghị'."""
        for one, other in pairwise(tokens[index : index + 12]):
            if other.kind != "number" or not is_series(self.text, one.end, other.start):
                return None
            if unit := self._unit(other.end):
                return unit
        return None

    def _unit_behind_the_list(self, tokens: Sequence[Token], index: int) -> Unit | None:
        """The unit that a list prints once, behind its last number: 'kết nạp 18, chuyển đến 12, chuyển đi 15 đảng
        viên'. Of things that are counted alone, and not where a label speaks of people's fate by itself ('chết 02').
        """
        for one, other in pairwise(tokens[index : index + _MOST_ITEMS]):
            if other.kind != "number" or not goes_on_with_a_label(self.text, one.start, one.end, other.start):
                return None
            if unit := self._unit(other.end):
                return unit if unit.kind in COUNTED_TOGETHER else None
        return None

    def _grouped(self, tokens: Sequence[Token], index: int) -> tuple[int, int]:
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
        if used > 1 and (names_a_place(words_before(text, token.start, self.start)) or self._unit(end) is None):
            return token.end, 1  # 'thôn 7 250 hộ'
        return end, used

    def _number(self, start: int, end: int, unit: Unit | None) -> Decimal | None:
        digits = self.text[start:end]
        if not digits.isdecimal():
            digits = _SLIP.sub(".", digits)
        return parse_number(digits, self.style, whole=unit is not None and unit.whole)

    def _unit(self, at: int) -> Unit | None:
        if at not in self.units:
            self.units[at] = read_unit(self.text, at, self.start, self.end)
        return self.units[at]

    def _single(self, start: int, end: int, unit: Unit | None) -> Amount | None:
        if unit is None and not self._has_words(start, end):
            return None
        digits = self.text[start:end]
        padded = digits[0] == "0" and len(digits) > 1 and digits.isdigit()
        begin, qualifier = start, None
        plain = stands_plainly(self.text, start, self.start)
        if not plain:
            begin, qualifier = hedge_before(self.text, start, self.start, exact=padded)
            ranked = None if padded and unit is not None else self._ranked(start, end, begin, end)
            if ranked is not None:  # no 'đề nghị xếp hạng 05 di tích'
                return ranked
        if unit is None and may_last(self.text, self.start, begin, (start, end), self.end):
            unit = read_duration(self.text, end, self.end)
        if unit is None:
            unit = read_unlisted(self.text, (start, end), self.start, self.end, qualifier)
        if unit is None or self._named(begin, unit, padded, grouped="." in digits and len(digits) > 4):
            return None
        value = self._number(start, end, unit)
        if value is None or is_unfit(self.text, start, digits, value, unit, (self.start, self.end)):
            return None
        if not plain and (minus := _MINUS.search(self.text, max(start - 4, self.start), start)):
            begin, start, value = minus.start(1), minus.start(1), -value
        return self._finish(begin, start, end, value, unit, qualifier, plain=plain)

    def _has_words(self, start: int, end: int) -> bool:
        """Whether a word or a sign stands right beside a number: without one it is mere digits in a row of digits."""
        if self.text[max(start - 2, self.start) : start] == ": ":
            return True
        before = self.text[max(start - 3, self.start) : start].rstrip(" \u00a0(:-–+=")
        after = self.text[end : min(end + 3, self.end)].lstrip()
        return before[-1:].isalpha() or after[:1].isalpha() or before[-1:] in _SIGNS

    def _finish(
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

    def _named(
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

    def _ranked(self, start: int, end: int, begin: int, stop: int) -> Amount | None:
        """'Hạng 7', 'xếp thứ 3'; the number itself ends at ``end``, the amount at ``stop``."""
        at = rank_before(self.text, begin, self.start)
        value = parse_number(self.text[start:end], self.style) if at is not None else None
        if at is None or value is None or value != value.to_integral_value():
            return None
        return Amount(at, stop, start, stop, value, 0, Unit(at, begin, "hạng", ONE, "hạng", "rank", True))

    def _fraction(self, token: Token) -> Amount | None:
        """'93/93 thôn', '618/874', 'xếp thứ 3/12'."""
        slash = self.text.index("/", token.start, token.end)
        unit = self._unit(token.end)
        part, whole = self._number(token.start, slash, unit), self._number(slash + 1, token.end, unit)
        if part is None or whole is None or (unit is None and part == 24 and whole in (7, 24)):
            return None  # '24/24 giờ'
        begin, qualifier = hedge_before(self.text, token.start, self.start, exact=True)
        ranked = self._ranked(token.start, slash, begin, token.end)
        if ranked is not None:
            return replace(ranked, value=Share(part, whole))
        if unit is None and part < whole <= 10 and (of := PART_OF.match(self.text, token.end, self.end)):
            return Amount(begin, of.end(), token.start, token.end, Share(part, whole), 0, _bare(of.end()), qualifier)
        if unit is None:
            unit = self._beyond_its_rate(token.end)
        if unit is None:
            pair = part != whole and labels_a_pair(self.text, token.start, self.start)
            larger_first = pair and whole > 0 and part > whole and part > _DAYS  # no day and month
            if not larger_first and not is_clearly_a_share(self.text, token, (self.start, self.end), part, whole):
                return None
            unit = any_noun(self.text, token.end, self.end, whole=False) or _bare(token.end)
            if pair:
                return Amount(begin, token.end, token.start, token.end, Pair(part, whole), 0, unit, qualifier)
        if may_be_a_day(self.text, token, self.start, part, whole) and (not unit.kind or unit.text in VERBS_TOO):
            return None
        if unit.kind in ("power", "energy") or self._named(begin, unit if unit.text else None, True, counted=True):
            return None  # 'trạm 110/22 kV', 'Điều 5/7'
        value: Quantity = Share(part, whole)
        if (
            "/" in unit.text
            and unit.text != "đ/c"
            and _LABEL_PAIR.fullmatch(unit.text)
            and unit.kind not in ("rate", "money", "score")
        ):
            value = Pair(part, whole)  # '15/75 tổ/thành viên'
        if unit.kind == "money" and part * _BEYOND_A_SHARE < whole:
            value = Pair(part, whole)  # '154/570.421.000 đồng': so many, and what they got
        return Amount(begin, max(unit.end, token.end), token.start, token.end, value, 0, unit, qualifier)

    def _beyond_its_rate(self, end: int) -> Unit | None:
        """The unit behind the bracket that holds a share's rate: '15/20 (75%) thôn'."""
        rate = RATE_IN_BRACKETS.match(self.text, end, self.end)
        unit = self._unit(rate.end()) if rate else None
        return replace(unit, start=end, end=end) if unit else None

    def _pair(self, token: Token, unit: Unit | None, following: Token) -> Amount | None:
        """A range or a share made of two number tokens."""
        between = self.text[unit.end if unit else token.end : following.start]
        if following.kind != "number" or len(between) > 16 or not _PAIRED.fullmatch(between):
            return None
        last = self._unit(following.end)
        if last is None and unit is None and is_shortened(self.text, self.start, token.start):
            last = read_duration(self.text, following.end, self.end)
        if last is None:
            return None
        divided = between.strip() == "/" and (unit is None or unit.text == last.text)
        if divided or (unit is None and _OUT_OF.fullmatch(between)):
            return self._share(token, following, last)
        if unit is not None and unit.text in SCALES and last.kind == "money" and not between.strip():
            return self._sum(token, following, unit, last)
        if not _RANGE_JOINT.fullmatch(between) or (unit is not None and unit.base != last.base):
            return None
        return self._range(token, following, last, unit)

    def _share(self, token: Token, following: Token, unit: Unit) -> Amount | None:
        part = self._number(token.start, token.end, unit)
        whole = self._number(following.start, following.end, unit)
        begin, qualifier = hedge_before(self.text, token.start, self.start, exact=True)
        if part is None or whole is None or self._named(begin, unit, padded=True):
            return None
        value = Share(part, whole)
        decimals = printed_decimals(self.text[token.start : token.end], part)
        return Amount(begin, unit.end, token.start, following.end, value, decimals, unit, qualifier)

    def _sum(self, token: Token, following: Token, high: Unit, low: Unit) -> Amount | None:
        """'5 tỷ 200 triệu đồng': one amount, in the smaller unit."""
        first, rest = self._number(token.start, token.end, high), self._number(following.start, following.end, low)
        if first is None or rest is None or rest * low.scale >= high.scale:
            return None
        begin, qualifier = hedge_before(self.text, token.start, self.start, exact=False)
        value = _plain(first * high.scale / low.scale + rest)
        return replace(self._finish(begin, token.start, following.end, value, low, qualifier), decimals=0)

    def _with_the_rest(self, amount: Amount, tokens: Sequence[Token], index: int) -> tuple[Amount, int]:
        """'1.088 tỷ 473 triệu 419 nghìn đồng': what a sum goes on with, and how many tokens it uses in all."""
        used = 2
        for token in tokens[index:]:
            unit = self._unit(token.end) if token.kind == "number" and amount.unit.text in SCALES else None
            if unit is None or unit.kind != "money" or self.text[amount.end : token.start].strip():
                break
            high, rest = amount.value, self._number(token.start, token.end, unit)
            if not isinstance(high, Decimal) or rest is None or rest * unit.scale >= amount.unit.scale:
                break
            value = _plain(high * amount.unit.scale / unit.scale + rest)
            amount = replace(amount, end=unit.end, number_end=token.end, value=value, unit=unit)
            used += 1
        return amount, used

    def _range(self, token: Token, following: Token, unit: Unit, first: Unit | None) -> Amount | None:
        """'từ 15-20 người', 'từ 5 triệu đồng đến 10 triệu đồng', '150 m - 200 m'; never 'từ 5% lên 10%'."""
        low = self._number(token.start, token.end, unit)
        high = self._number(following.start, following.end, unit)
        if low is None or high is None:
            return None
        if first is not None and first.scale != unit.scale:
            low = low * first.scale / unit.scale
        begin, qualifier = hedge_before(self.text, token.start, self.start, exact=False)
        since = from_before(self.text, begin, self.start)
        if unit.kind == "age" and not AGE.search(self.text[max(self.start, token.start - 40) : token.start]):
            return None  # 'nam giới từ 18 đến 45 tuổi'
        if low >= high or (first is not None and first.whole and since == begin):
            return None
        if since != begin:
            begin, qualifier = since, "từ-đến"
        if self._named(begin, unit, padded=False):
            return None
        return self._finish(begin, token.start, following.end, Range(low, high), unit, qualifier)
