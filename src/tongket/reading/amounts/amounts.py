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
from dataclasses import replace
from decimal import Decimal

from tongket.model.quantities import Pair, Quantity, Share
from tongket.reading.amounts.bare_numbers import labels_a_pair
from tongket.reading.amounts.durations import may_last, read_duration
from tongket.reading.amounts.fractions import PART_OF, RATE_IN_BRACKETS, is_clearly_a_share, may_be_a_day
from tongket.reading.amounts.hedges import hedge_before, stands_plainly
from tongket.reading.amounts.joined_amounts import joined, with_the_rest
from tongket.reading.amounts.listed_parts import has_parts, parts_in_brackets
from tongket.reading.amounts.look_alikes import is_scale_of_a_map, is_unfit, may_count
from tongket.reading.amounts.named_numbers import VERBS_TOO
from tongket.reading.amounts.paragraph_numbers import Numbers
from tongket.reading.amounts.printed_amounts import Amount
from tongket.reading.amounts.printed_units import ONE, Unit, any_noun, read_medal, read_unlisted
from tongket.reading.amounts.unitless_amounts import labelled, listed
from tongket.reading.running.scan import Token
from tongket.vietnamese.numbers import NumberStyle

_QUOTED = re.compile(r"“[^”\n]{1,160}”|\"[^\"\n]{1,160}\"")
_LABEL_PAIR = re.compile(
    r"[^\W\d_]+(?: [^\W\d_]+)*\s?/\s?(?!(?:năm|tháng|tuần|ngày|quý|lần|kỳ|giờ)\b)[^\W\d_]+(?: [^\W\d_]+)*"
)
_POWER = re.compile(r"(?:\d|nghìn|ngàn|triệu|tỷ)\s?m[23]/")
_POWER_ALONE = re.compile(r"(?:\d|nghìn|ngàn|triệu|tỷ)\s?m[23]/$")
_MINUS = re.compile(r"\((?:giảm )?([-–−]) ?$")
_AMONG = re.compile(r"\s+(?:trong (?:tổng )?số|(?:giảm |tăng )?(?:xuống|lên)(?: còn| tới| đến)?|giảm còn)\s+")
_LONGEST_LIST = 1500  # letters
_DAYS = 31  # of a month
_BEYOND_A_SHARE = 10_000  # times a sum


def number_tokens(tokens: Iterable[Token]) -> list[Token]:
    """The tokens that may be amounts."""
    return [token for token in tokens if token.kind in ("number", "fraction")]


def read_amounts(
    text: str, start: int, end: int, numbers: Sequence[Token], style: NumberStyle, taken: Sequence[tuple[int, int]]
) -> Iterator[Amount]:
    """The amounts of one paragraph ``text[start:end]``.

    ``numbers`` are its number and fraction tokens in order; ``taken`` are stretches that speak of time, sorted.
    """
    quoted = [found.span() for found in _QUOTED.finditer(text, start, end)]
    blocked = sorted([*taken, *quoted]) if quoted else taken
    free = [token for token in numbers if not _inside(token.start, blocked)] if blocked else numbers
    if any(text[token.start - 1] == "m" for token in free if token.start):
        free = [_behind_a_power(text, token) for token in free if not _is_a_power(text, token)]
    here = Numbers(text, start, end, style)
    whole: Amount | None = None
    last: Amount | None = None
    parts: dict[int, Amount] = {}  # what stands in brackets behind a whole, by where it begins
    index = 0
    while index < len(free):
        if free[index].start in parts:
            last = parts[free[index].start]
            yield last
            index += 1
            continue
        if not may_count(text, free[index], start, end):
            index += 1
            continue
        amount, used = _amount(here, free, index)
        if amount is None and whole is not None and used == 1 and free[index].start - whole.end < _LONGEST_LIST:
            amount = listed(here, free[index], whole)
        elif amount is not None and isinstance(amount.value, Decimal) and has_parts(amount.unit):
            whole = amount
            parts |= _divided(here, amount)
        if amount is None and used == 1:
            amount = labelled(here, free, index, last)
        if amount is not None:
            yield amount
            last = amount
        index += used


def _is_a_power(text: str, token: Token) -> bool:
    """Whether a number is the power of a unit before a slash: '21,5 triệu m3/31,2 triệu m3'."""
    return token.kind == "number" and _POWER_ALONE.search(text, max(token.start - 7, 0), token.end + 1) is not None


def _behind_a_power(text: str, token: Token) -> Token:
    """The number alone where the part of a fraction belongs to a unit: '3 hồ sơ/3.158,9m2/3 giấy'."""
    is_power = token.kind == "fraction" and _POWER.search(text, max(token.start - 7, 0), token.start + 2) is not None
    slash = text.index("/", token.start, token.end) if is_power else 0
    digits = token.end - len(text[slash + 1 : token.end].lstrip())
    return Token("number", digits, token.end) if is_power else token


def _divided(here: Numbers, whole: Amount) -> dict[int, Amount]:
    """The parts that brackets behind a count divide it into, in its unit: '8 đồng chí (7 chính thức, 1 dự khuyết)'."""
    if not whole.unit.whole or whole.unit.kind == "score":
        return {}
    number = (whole.number_start, whole.number_end)
    return {
        at: Amount(at, end, at, end, Decimal(here.text[at:end]), 0, replace(whole.unit, start=end, end=end))
        for at, end in parts_in_brackets(here.text, number, whole.end, here.end)
    }


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


def _amount(here: Numbers, tokens: Sequence[Token], index: int) -> tuple[Amount | None, int]:
    """The amount that begins with token ``index``, and how many tokens it uses (at least one)."""
    token = tokens[index]
    if token.kind == "fraction":
        return _fraction(here, token), 1
    end, used = here.grouped(tokens, index)
    unit = read_medal(here.text, token.start, token.end, here.start, here.end) or here.unit(end)
    if used == 1 and index + 1 < len(tokens):
        pair = joined(here, token, unit, tokens[index + 1])
        if pair is not None:
            return with_the_rest(here, pair, tokens, index + 2)
        unit = unit or _unit_of_the_whole(here, token, tokens[index + 1])
    return _single(here, token.start, end, unit), used


def _unit_of_the_whole(here: Numbers, part: Token, whole: Token) -> Unit | None:
    """The unit that '21 trong tổng số 34 doanh nghiệp' and 'từ 268 xuống 241 hộ' print once, behind the second."""
    if whole.kind != "number" or not _AMONG.fullmatch(here.text, part.end, whole.start):
        return None
    unit = here.unit(whole.end)
    return replace(unit, start=part.end, end=part.end) if unit else None


def _single(here: Numbers, start: int, end: int, unit: Unit | None) -> Amount | None:
    if unit is None and not here.has_words(start, end):
        return None
    digits = here.text[start:end]
    padded = digits[0] == "0" and len(digits) > 1 and digits.isdigit()
    begin, qualifier = start, None
    plain = stands_plainly(here.text, start, here.start)
    if not plain:
        begin, qualifier = hedge_before(here.text, start, here.start, exact=padded)
        ranked = None if padded and unit is not None else here.ranked(start, end, begin, end)
        if ranked is not None:  # no 'đề nghị xếp hạng 05 di tích'
            return ranked
    if unit is None and may_last(here.text, here.start, begin, (start, end), here.end):
        unit = read_duration(here.text, end, here.end)
    if unit is None:
        unit = read_unlisted(here.text, (start, end), here.start, here.end, qualifier)
    if unit is None or here.named(begin, unit, padded, grouped="." in digits and len(digits) > 4):
        return None
    value = here.number(start, end, unit)
    if value is None or is_unfit(here.text, start, digits, value, unit, (here.start, here.end)):
        return None
    if not plain and (minus := _MINUS.search(here.text, max(start - 4, here.start), start)):
        begin, start, value = minus.start(1), minus.start(1), -value
    return here.finish(begin, start, end, value, unit, qualifier, plain=plain)


def _fraction(here: Numbers, token: Token) -> Amount | None:
    """'93/93 thôn', '618/874', 'xếp thứ 3/12'."""
    slash = here.text.index("/", token.start, token.end)
    unit = here.unit(token.end)
    part, whole = here.number(token.start, slash, unit), here.number(slash + 1, token.end, unit)
    if part is None or whole is None or (unit is None and part == 24 and whole in (7, 24)):
        return None  # '24/24 giờ'
    if part == 1 and is_scale_of_a_map(here.text, token.start, here.start, whole):
        return None
    begin, qualifier = hedge_before(here.text, token.start, here.start, exact=True)
    ranked = here.ranked(token.start, slash, begin, token.end)
    if ranked is not None:
        return replace(ranked, value=Share(part, whole))
    if unit is None and part < whole <= 10 and (of := PART_OF.match(here.text, token.end, here.end)):
        return Amount(begin, of.end(), token.start, token.end, Share(part, whole), 0, _bare(of.end()), qualifier)
    if unit is None:
        unit = _beyond_its_rate(here, token.end)
    if unit is None:
        pair = part != whole and labels_a_pair(here.text, token.start, here.start)
        larger_first = pair and whole > 0 and part > whole and part > _DAYS  # no day and month
        if not larger_first and not is_clearly_a_share(here.text, token, (here.start, here.end), part, whole):
            return None
        unit = any_noun(here.text, token.end, here.end, whole=False) or _bare(token.end)
        if pair:
            return Amount(begin, token.end, token.start, token.end, Pair(part, whole), 0, unit, qualifier)
    if may_be_a_day(here.text, token, here.start, part, whole) and (not unit.kind or unit.text in VERBS_TOO):
        return None
    if unit.kind in ("power", "energy") or here.named(begin, unit if unit.text else None, True, counted=True):
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


def _beyond_its_rate(here: Numbers, end: int) -> Unit | None:
    """The unit behind the bracket that holds a share's rate: '15/20 (75%) thôn'."""
    rate = RATE_IN_BRACKETS.match(here.text, end, here.end)
    unit = here.unit(rate.end()) if rate else None
    return replace(unit, start=end, end=end) if unit else None
