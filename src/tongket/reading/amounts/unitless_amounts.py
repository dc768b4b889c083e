"""Numbers without a unit of their own that are amounts all the same: parts in a list, and what a label explains."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from tongket.reading.amounts.bare_numbers import (
    COUNTED_TOGETHER,
    bare_unit,
    ends_an_item,
    goes_on,
    goes_on_with_a_label,
    is_in_order,
    is_series,
)
from tongket.reading.amounts.fractions import WORD_BEFORE
from tongket.reading.amounts.hedges import hedge_before
from tongket.reading.amounts.listed_parts import (
    LIST_ITEM_END,
    NUMBERED_LABEL,
    OPENS_A_LIST,
    is_numbered_part,
    may_name_a_place,
    of_body,
    tells_how_many_where,
)
from tongket.reading.amounts.named_numbers import is_name, words_before
from tongket.reading.amounts.paragraph_numbers import Numbers
from tongket.reading.amounts.printed_amounts import Amount
from tongket.reading.amounts.printed_units import Unit
from tongket.reading.running.scan import Token
from tongket.vietnamese.years import IS_YEAR

_SENTENCE = re.compile(r"[.!?]\s|\n")
_OTHER_PERSONS = re.compile(r"(?:đảng viên|đoàn viên|hội viên|học sinh|giáo viên|cán bộ)[^,;.:()\d]{0,20} là $")
_COMPARED = re.compile(r"(?<!\w)(?:so với|so|cùng kỳ) $")
_LABEL = 40  # letters before a number that are asked what it counts
_MOST_ITEMS = 8  # of a list that prints its unit once
_FAR = 600  # letters after an amount in which its list may go on


def listed(here: Numbers, token: Token, whole: Amount) -> Amount | None:
    """A bare number in a list of the parts of ``whole``, in its unit: '12 cuộc, trong đó: xã 7, thôn 5'."""
    text, at = here.text, token.start
    opened = OPENS_A_LIST.search(text[whole.end : at])
    if token.kind != "number" or opened is None:
        return None
    before = text[max(here.start, at - _LABEL) : at]
    if not (WORD_BEFORE.search(before) or NUMBERED_LABEL.search(before)) or not LIST_ITEM_END.match(
        text, token.end, here.end
    ):
        return None
    words = words_before(text, at, here.start)
    if is_name(words, unit=whole.unit.text, padded=True, capital_after=False):
        return None
    if not words or " ".join(words).endswith(whole.unit.text):
        return None  # '04 chỉ tiêu chưa đạt (chỉ tiêu 3, 7)'
    if _COMPARED.search(before) and IS_YEAR.fullmatch(text, at, token.end):
        return None  # '101.400 tỷ đồng (tăng 42,29% so với 2024)'
    if _OTHER_PERSONS.search(before) and whole.unit.kind != "person":
        return None  # 'ở 47 chi bộ; trong đó, đảng viên dự bị là 44'
    of_a_name = words[-1][0].isupper() and token.end - at == 1 and text[at - 2 : at] != ": "
    if of_a_name and "(" in opened.group() and not tells_how_many_where(text, at, here.end, whole.value):
        return None  # '12 cuộc ở các xã (Hòa Phong 2, Hòa Phong 3)'
    if may_name_a_place(text, (at, token.end), words, here.start) and ":" not in opened.group():
        return None  # '5 thôn (thôn 1, thôn 2 ...)'
    value = here.number(at, token.end, whole.unit)
    if value is None or not isinstance(whole.value, Decimal) or value > whole.value:
        return None
    unit = of_body(replace(whole.unit, start=token.end, end=token.end), words)
    return Amount(at, token.end, at, token.end, value, 0, unit)


def labelled(here: Numbers, tokens: Sequence[Token], index: int, last: Amount | None) -> Amount | None:
    """A number that only its label explains: 'chết 0, bị thương 4', 'lần lượt là 12, 15 và 20'."""
    token = tokens[index]
    at, end = token.start, token.end
    if last is not None and at - last.end < _FAR and is_numbered_part(here.text, (at, end), here.start, here.end):
        count, counted = here.number(at, end, last.unit), replace(last.unit, start=end, end=end)
        return here.finish(at, at, end, count, counted, None) if count is not None else None
    if last is not None and (planned := _plan_of(here, token, last)):
        return planned
    in_series = last is not None and is_series(here.text, last.end, at)
    if token.kind != "number" or not (in_series or here.has_words(at, end)):
        return None
    if last is not None and not here.text[last.end : at].strip(" \u00a0"):
        return None  # '101,82 ha 3': a page's number
    begin, qualifier = hedge_before(here.text, at, here.start, exact=False)
    near = last is not None and at - last.end < _FAR and not _SENTENCE.search(here.text, last.end, at)
    behind = _unit_behind_the_list(here, tokens, index)
    unit: Unit | None
    if last is not None and near and goes_on(here.text, last.end, at, here.start):
        unit = last.unit
    elif is_in_order(here.text, begin, here.start) and (shared := _unit_of_the_last(here, tokens, index)):
        unit = shared
    else:
        unit = bare_unit(here.text, (begin, end), here.start, here.end, in_list=near or behind is not None)
        if unit is not None and not unit.text and behind is not None:
            unit = behind
    value = here.number(at, end, unit) if unit else None
    if unit is None or value is None:
        return None
    return here.finish(begin, at, end, value, replace(unit, start=end, end=end), qualifier)


_TO_A_PLAN = re.compile(
    r"(?:\s?/\s?|\s(?:so với|trên)\s)(?:tổng số|(?:mức )?(?:kế hoạch|KH|[Cc]hỉ tiêu|[Dd]ự toán|DT|mục tiêu))"
    r"(?:\s(?:vốn|được|giao|năm|đề ra|cả năm|là|nghị quyết|[Tt]ỉnh|huyện|xã|phường|cấp trên|thành phố|HĐND)){0,5}:?\s"
)


def _plan_of(here: Numbers, token: Token, last: Amount) -> Amount | None:
    """The plan right behind its result, without a unit: '512 lao động/kế hoạch 480', 'vượt 340 tài khoản so với chỉ
    tiêu 17.000'.
    """
    at, end = token.start, token.end
    counted = last.unit.kind not in ("rate", "rank", "score") and last.unit.text
    if token.kind != "number" or not counted or not _TO_A_PLAN.fullmatch(here.text, last.end, at):
        return None
    if IS_YEAR.fullmatch(here.text, at, end) or not ends_an_item(here.text, end, here.end):
        return None
    unit = replace(last.unit, start=end, end=end)
    value = here.number(at, end, unit)
    return None if value is None else here.finish(at, at, end, value, unit, None, plain=True)


def _unit_of_the_last(here: Numbers, tokens: Sequence[Token], index: int) -> Unit | None:
    """The unit that stands once, behind the last of several numbers: '12, 15 và 20 hội nghị'."""
    for one, other in pairwise(tokens[index : index + 12]):
        if other.kind != "number" or not is_series(here.text, one.end, other.start):
            return None
        if unit := here.unit(other.end):
            return unit
    return None


def _unit_behind_the_list(here: Numbers, tokens: Sequence[Token], index: int) -> Unit | None:
    """The unit that a list prints once, behind its last number: 'kết nạp 18, chuyển đến 12, chuyển đi 15 đảng
    viên'. Of things that are counted alone, and not where a label speaks of people's fate by itself ('chết 02').
    """
    for one, other in pairwise(tokens[index : index + _MOST_ITEMS]):
        if other.kind != "number" or not goes_on_with_a_label(here.text, one.start, one.end, other.start):
            return None
        if unit := here.unit(other.end):
            return unit if unit.kind in COUNTED_TOGETHER else None
    return None
