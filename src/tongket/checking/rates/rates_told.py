"""Percentages against the numbers near them (đối chiếu tỷ lệ): of one list, in turn, by label, of a plan.

Cases of ``ratio-mismatch``, whose page stands with the arithmetic.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from tongket.checking.evidence.mismatches import rate_mismatch
from tongket.checking.evidence.near_numbers import is_second_of_pair
from tongket.checking.evidence.numbers import fits, half_last_digit, is_hedged, rounding, shown, single
from tongket.checking.evidence.told import (
    amount_of,
    are_of_one_whole,
    blocks_of,
    is_alike,
    is_compared_likewise,
    is_near_rate,
    is_plain,
)
from tongket.checking.rates.named_works import is_of_another_work
from tongket.checking.rates.tied_rates import HAS_REACHED, QUALITIES
from tongket.model.figures import Figure
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.quantities import Share
from tongket.model.reports import Report
from tongket.vietnamese.unicode import key

_MAKES = re.compile(
    r"(?![^.;\n]*(?<!\w)(?:vượt|tăng|giảm|hơn|kém|lãi suất)(?!\w))[^.;\d\n()]{0,60}?[,(]?\s?"
    r"(?:(?:(?:mới |chỉ |đã )?(?:chiếm|đạt|bằng|được)|tương ứng|tương đương|tỷ lệ|tỉ lệ|=)\s*)*"
    r"(?:tỷ lệ\s|tỉ lệ\s)?\(?"
)
_OF_OTHERS = re.compile(
    r"\s*(?:so với|so (?:cùng|năm|vụ|tháng|quý|kỳ|đầu|cuối)(?!\w)|kế hoạch|chỉ tiêu|dự toán|KH\b|mục tiêu"
    r"|nghị quyết|cùng kỳ|năm|vốn|bình quân|dân số|\(\s*\d)"
)
_OF_A_PLAN = re.compile(r"\s*(?:so (?:với )?)?(?:kế hoạch|chỉ tiêu|dự toán|KH\b|mục tiêu|chương trình|nghị quyết)")
_PLAN_BEFORE = re.compile(
    r"(?<!\w)(?:[Gg]iao|[Kk]ế hoạch|[Cc]hỉ tiêu|[Dd]ự toán|KH|[Mm]ục tiêu)"
    r"(?: (?:là|giao|cả năm|năm|đề ra|được giao))*\s*:?$"
)
_BACKWARD = 14  # numbers before a part among which its whole may stand
_SIBLINGS = 3  # pairs to either side that may be of the same list


@dataclass(frozen=True, slots=True)
class _Pair:
    """A part with its percentage, and where they stand in their block."""

    part: Figure
    rate: Figure
    index: int  # of the part

    @property
    def amount(self) -> Decimal:
        """How many the part are."""
        return amount_of(self.part) or Decimal(0)


def check_rates_of_lists(report: Report) -> Iterator[Finding]:
    """Yield ``ratio-mismatch`` where one percentage of a list is not of the whole that those beside it are of: '25 đại
    biểu; nữ 9 đại biểu, bằng 36%; dân tộc thiểu số 22 đại biểu, bằng 78%'; and where one is, but for a slip of the
    pen, of the only number that can be its whole.

    Not flagged: percentages that any number near them makes right; plans and comparisons.
    """
    for block in blocks_of(report):
        figures = block.figures
        pairs = list(_pairs(report.text, figures))
        for at, pair in enumerate(pairs):
            wholes = [one for one in _wholes(figures, pair) if not is_of_another_work(report.text, pair.rate, one)]
            if not wholes or pair.amount <= 0 or any(_is_of(pair, whole) for whole in wholes):
                continue
            behind = figures[pair.index + 2 : pair.index + 3]
            if behind and _OF.fullmatch(report.text, pair.rate.end, behind[0].start) and _is_of(pair, behind[0]):
                continue  # 'còn 4.263 hộ (26,85% của 15.877 hộ)'
            if pair.rate.value == _ALL and _IS_DONE.search(report.text, pair.part.end, pair.rate.start):
                continue  # '(đạt 100%)': of what it was to reach
            beside = [other for other in pairs[max(at - _SIBLINGS, 0) : at + _SIBLINGS + 1] if other is not pair]
            others = [one for one in beside if not any(_is_of(one, whole) for whole in wholes)]
            if any(are_of_one_whole((pair.part, pair.rate), (one.part, one.rate)) for one in others):
                continue  # of a whole that is not told: 'Khối 12: giỏi 88 học sinh, chiếm 26,3%; khá 193, chiếm 57,8%'
            if any(_are_of_their_own(pair, one) for one in others):
                continue
            whole = _of_siblings(report.text, pair, beside, wholes) or _only_whole(pair, wholes)
            if whole is not None:
                yield rate_mismatch(pair.rate, pair.part, whole, _whole_of(whole))


_ALL = 100
_OF = re.compile(r"\s(?:của|trong|trên)\s(?:tổng\s)?(?:số\s)?")
_IS_DONE = re.compile(r"(?<!\w)đạt(?: tỷ lệ| tỉ lệ)?\s$")


def _are_of_their_own(pair: _Pair, other: _Pair) -> bool:
    """Whether two parts of one list have rates that are more than all together, so each of what it had itself: 'cụm một
    có 892 em đậu, chiếm 94,27%; cụm hai có 392 em đậu, chiếm 77,83%'.
    """
    stated = (single(pair.rate.value) or Decimal(0)) + (single(other.rate.value) or Decimal(0))
    return stated > _ALL + 1 and is_alike(pair.part, other.part)


def _pairs(text: str, figures: Sequence[Figure]) -> Iterator[_Pair]:
    for index in range(len(figures) - 1):
        part, rate = figures[index], figures[index + 1]
        if rate.unit != "%" or rate.change or rate.target or is_hedged(rate) or single(rate.value) is None:
            continue
        last = figures[index - 1] if index else part
        if part.unit in QUALITIES and HAS_REACHED.fullmatch(text, last.end, part.start):
            if is_plain(last) and not last.target and _MAKES.fullmatch(text, part.end, rate.start):
                yield _Pair(last, rate, index - 1)  # '04 xã đạt từ 15 - 18 tiêu chí (22,2%)'
            continue
        if not is_plain(part) or part.base_unit in ("lần", "hạng", "điểm %") or part.target:
            continue
        if index and text[part.start - 1] == "/" and is_second_of_pair(text, figures[index - 1], part):
            continue
        of_whole = _MAKES.fullmatch(text, part.end, rate.start) and not _OF_OTHERS.match(text, rate.end)
        if of_whole and not is_compared_likewise(text, rate):
            yield _Pair(part, rate, index)


def _wholes(figures: Sequence[Figure], pair: _Pair) -> list[Figure]:
    """The numbers before a part that may be its whole, the nearest first."""
    found: list[Figure] = []
    for one in reversed(figures[max(pair.index - _BACKWARD, 0) : pair.index]):
        bare = not pair.part.base_unit and one.unit not in ("%", "lần")
        if one.change or not (bare or is_alike(one, pair.part)):
            continue
        amounts = [one.base_value.whole] if isinstance(one.base_value, Share) else []
        large = any(amount >= pair.amount for amount in (*amounts, amount_of(one) or Decimal(0)))
        if large and all(one.base_value != other.base_value for other in found):
            found.append(one)
    return found


def _is_of(pair: _Pair, whole: Figure) -> bool:
    """Whether the percentage is that of the part in ``whole``, within rounding; of a share, in either of its terms."""
    amounts = [amount_of(whole) or Decimal(0)]
    if isinstance(whole.base_value, Share):
        amounts.append(whole.base_value.whole)
    room = half_last_digit(pair.rate.decimals)
    for amount in amounts:
        if amount > 0:
            of_terms = 100 * rounding(pair.part.value, pair.part.base_value) / amount
            if fits(pair.rate, 100 * pair.amount / amount, room + of_terms):
                return True
    return False


def _whole_of(one: Figure) -> Decimal:
    """The amount that a number gives as a whole: of a share, that of its second term."""
    return one.base_value.whole if isinstance(one.base_value, Share) else amount_of(one) or Decimal(1)


def _of_siblings(text: str, pair: _Pair, beside: Sequence[_Pair], wholes: Sequence[Figure]) -> Figure | None:
    """The whole that the percentages beside one are of: two of them, or the next one where the other is a slip."""
    for whole in wholes:
        alike = [other for other in beside if _is_one_list(pair, other) and _is_of(other, whole)]
        next_to = [other for other in alike if abs(other.index - pair.index) <= _NEXT]
        if not alike or not next_to:
            continue
        true = 100 * pair.amount / (amount_of(whole) or Decimal(1))
        telling = any(_digits(other.rate) >= _TELLING for other in next_to) and _digits(pair.rate) >= _TELLING
        listed = any(_are_items(text, pair, other, whole) for other in next_to)
        if true <= 100 and (len(alike) > 1 or telling or listed or is_near_rate(pair.rate, true)):
            return whole
    return None


_IN_BRACKETS = re.compile(r"[^.;,:()\d\n]{0,40}\((?:chiếm |đạt |tỷ lệ )?")
_ITEM_AFTER = re.compile(r"\)(?:,|;| và|, và) [^.;,:()\d\n]{0,40}")


def _are_items(text: str, pair: _Pair, other: _Pair, whole: Figure) -> bool:
    """Whether two parts stand one behind the other, each with its rate in brackets right behind it, and are no more
    than their whole: '38 hộ đăng ký, 35 hộ đạt chuẩn (92,1%), 03 hộ không đạt (7,3%)'.
    """
    first, last = (pair, other) if pair.index < other.index else (other, pair)
    for one in (first, last):
        if not _IN_BRACKETS.fullmatch(text, one.part.end, one.rate.start) or not text.startswith(")", one.rate.end):
            return False
    one_list = _ITEM_AFTER.fullmatch(text, first.rate.end, last.part.start) is not None
    return one_list and first.amount + last.amount <= _whole_of(whole)


def _digits(rate: Figure) -> int:
    return len((single(rate.value) or Decimal(0)).as_tuple().digits)


_NEXT = 3  # places between a part and the part of the next pair


def _is_one_list(pair: _Pair, other: _Pair) -> bool:
    return is_alike(pair.part, other.part) or pair.part.base_unit == other.part.base_unit


def _only_whole(pair: _Pair, wholes: Sequence[Figure]) -> Figure | None:
    """The whole of a percentage that is a slip, where all numbers that may be its whole are one number."""
    amounts = {one.base_value.whole if isinstance(one.base_value, Share) else amount_of(one) for one in wholes}
    if len(amounts) != 1 or not pair.part.base_unit:
        return None
    true = 100 * pair.amount / (amounts.pop() or Decimal(1))
    telling = _digits(pair.rate) >= _TELLING or _is_shifted(pair.rate, true)
    return wholes[0] if true <= 100 and telling and is_near_rate(pair.rate, true) else None


_TELLING = 3  # digits of a percentage that is a slip of another by more than chance


def _is_shifted(rate: Figure, true: Decimal) -> bool:
    value, room = single(rate.value) or Decimal(0), half_last_digit(rate.decimals)
    return any(abs(value - true * times) <= room for times in (Decimal(10), Decimal(100), Decimal("0.1")))


_IN_TURN = re.compile(r"lần lượt(?: là| đạt| chiếm| bằng|:)*\s*$")
_COMMA = re.compile(r"\s*(?:[,;]|,? và)\s*(?:và )?")
_NUMBER = re.compile(r"(?<![\w/.,])\d{1,3}(?:\.\d{3})+(?![\w/]|[.,]\d)|(?<![\w/.,])\d+(?![\w/%]|[.,]\d)")
_CLAUSE = re.compile(r"[.:\n](?=\s|$)")


def check_rates_in_turn(report: Report) -> Iterator[Finding]:
    """Yield ``ratio-mismatch`` where one of several percentages given in turn is not of its number: 'xuất sắc 08, tốt
    31, hoàn thành 03 chi bộ; tỷ lệ lần lượt 19,05%; 73,81% và 9,14%'.

    Not flagged: fewer than three, of which all but one must be of one whole.
    """
    text, figures = report.text, report.figures
    for index, first in enumerate(figures):
        if first.unit != "%" or first.in_table or not _IN_TURN.search(text, max(first.start - 30, 0), first.start):
            continue
        rates = [first]
        for one in figures[index + 1 : index + 10]:
            if one.unit != "%" or not _COMMA.fullmatch(text, rates[-1].end, one.start):
                break
            rates.append(one)
        clause = _CLAUSE.split(text[max(first.start - 300, 0) : first.start])[-1]
        numbers = [Decimal(found.replace(".", "")) for found in _NUMBER.findall(clause)][-len(rates) :]
        if len(rates) >= _TELLING and len(numbers) == len(rates):
            near = [amount_of(one) for one in figures[max(index - _BACKWARD, 0) : index] if not one.in_table]
            yield from _check_in_turn(
                rates, numbers, [sum(numbers, Decimal(0)), *(amount for amount in near if amount)]
            )


def _check_in_turn(rates: Sequence[Figure], numbers: Sequence[Decimal], wholes: Sequence[Decimal]) -> Iterator[Finding]:
    for whole in wholes:
        if whole <= 0:
            continue
        true = [100 * number / whole for number in numbers]
        wrong = [at for at, one in enumerate(rates) if not fits(one, true[at], half_last_digit(one.decimals))]
        if not wrong:
            return
        if len(wrong) == 1:
            at = wrong[0]
            digits = max(rates[at].decimals, 2)
            facts = {"part": shown(numbers[at]), "whole": shown(whole), "pct": shown(rates[at].value)}
            facts["true_pct"] = shown(round(true[at], digits), digits)
            yield Finding("ratio-mismatch", "error", Span(rates[at].start, rates[at].end), "", facts)
            return


_WORDS = re.compile(r"[^\W\d_]+")
_LEADS = frozenset(
    key(word)
    for word in (
        *("gồm", "bao", "trong", "đó", "có", "là", "và", "với", "đạt", "được"),
        *("của", "cụ", "thể", "riêng", "số", "khoảng"),
    )
)
_BEGINS = re.compile(r"[,;:.(\n]")


def check_rates_by_label(report: Report) -> Iterator[Finding]:
    """Yield ``ratio-mismatch`` where numbers of two lists stand under one label each, and one percentage is not that of
    the second in the first: 'đường xã 96,5 km, đường thôn 148,3 km ... Đường xã cứng hóa 94,6 km (98%) ...'.

    Not flagged: labels that stand twice; lists of which not two other percentages, or one next to a slip, follow so.
    """
    text = report.text
    for block in blocks_of(report):
        figures = block.figures
        pairs = list(_pairs(text, figures))
        if len(pairs) < 2 or len(figures) < 2 * len(pairs) + 2:
            continue
        matched = [(pair, whole) for pair in pairs if (whole := _labelled(text, figures, pair)) is not None]
        right = [pair for pair, whole in matched if _is_of(pair, whole)]
        for pair, whole in matched:
            if pair in right or any(_is_of(pair, one) for one in _wholes(figures, pair)):
                continue
            true = 100 * pair.amount / (amount_of(whole) or Decimal(1))
            if len(right) > 1 or (right and is_near_rate(pair.rate, true)):
                yield rate_mismatch(pair.rate, pair.part, whole, _whole_of(whole))


_MOST_LABELLED = 40  # numbers before a part among which its namesake stands


def _labelled(text: str, figures: Sequence[Figure], pair: _Pair) -> Figure | None:
    """The number before whose label the label of the part repeats; None where there is none, or several."""
    mine = _label(text, figures, pair.index)
    found = []
    for index in range(pair.index - 1, max(pair.index - _MOST_LABELLED, 0) - 1, -1):
        one = figures[index]
        if is_plain(one) and is_alike(one, pair.part) and (amount_of(one) or 0) >= pair.amount:
            its = _label(text, figures, index)
            if its and (its <= mine or mine <= its) and mine:
                found.append(one)
    return found[0] if len(found) == 1 else None


def _label(text: str, figures: Sequence[Figure], index: int) -> frozenset[str]:
    """The words right before a number, without those that only lead to it."""
    start = max(figures[index - 1].end if index else 0, figures[index].start - 80)
    said = _BEGINS.split(text[start : figures[index].start])[-1]
    return frozenset(key(word) for word in _WORDS.findall(said)) - _LEADS


def check_rates_of_plans(report: Report) -> Iterator[Finding]:
    """Yield ``ratio-mismatch`` where a percentage of a plan is not that of the result beside the plan: '52,8 km, bằng
    88% so với chỉ tiêu 62 km', '17 cơ sở trong khi tỉnh giao 20, đạt 95% chỉ tiêu'.

    Not flagged: results and plans of other units, hedged ones.
    """
    linked = {report.figures[link.of].start for link in report.figure_links if link.kind == "percentage"}
    text = report.text
    for block in blocks_of(report):
        for before, done, rate, behind in zip(
            (None, *block.figures), block.figures, block.figures[1:], (*block.figures[2:], None), strict=False
        ):
            if rate.unit != "%" or rate.start in linked or rate.change or rate.target or done.change:
                continue
            if not _MAKES.fullmatch(text, done.end, rate.start) or single(rate.value) is None:
                continue
            if behind is not None and is_alike(done, behind) and is_plain(done) and not is_hedged(behind):
                joint = text[rate.end : behind.start]
                if _OF_A_PLAN.match(joint) and len(joint) < _SHORT and _PLAN_BEFORE.search(joint):
                    yield from _check_plan(rate, done, behind)
                    continue
            planned = _PLAN_BEFORE.search(text, max(done.start - 30, 0), done.start)
            if before is not None and planned and _OF_A_PLAN.match(text, rate.end) and is_plain(before):
                one_unit = is_alike(before, done) or (not done.base_unit and done.end == done.number_end)
                if one_unit and not _ENDS.search(text, before.end, done.start) and not is_hedged(done):
                    yield from _check_plan(rate, before, done)


_SHORT = 50  # letters between a percentage and the plan that it is of
_ENDS = re.compile(r"[.;\n](?=\s|$)")


def _check_plan(rate: Figure, done: Figure, plan: Figure) -> Iterator[Finding]:
    part, whole = amount_of(done), amount_of(plan)
    if part is None or not whole:
        return
    room = 100 * (rounding(done.value, done.base_value) + rounding(plan.value, plan.base_value)) / whole
    if not fits(rate, 100 * part / whole, half_last_digit(rate.decimals) + room):
        yield rate_mismatch(rate, done, plan, _whole_of(plan))


_AND_MAKES = re.compile(
    r"\s*[,;(]?\s*(?:ứng với|tương ứng(?: với)?|tương đương(?: với)?|tức(?: là)?|bằng|là|với số tiền(?: là)?|khoảng)\s+"
)


def check_amounts_of_rates(report: Report) -> Iterator[Finding]:
    """Yield ``ratio-mismatch`` where the amount behind a percentage is that of a number before it but for its
    zeros: 'dư nợ 412 tỷ đồng; nợ quá hạn chiếm 0,11%, ứng với 4,53 tỷ đồng'.

    Not flagged: amounts that are the percentage of any number near them.
    """
    for block in blocks_of(report):
        figures = block.figures
        for index in range(1, len(figures) - 1):
            rate, part = figures[index], figures[index + 1]
            if rate.unit != "%" or rate.change or rate.target or is_hedged(rate) or single(rate.value) is None:
                continue
            if not is_plain(part) or not _AND_MAKES.fullmatch(report.text, rate.end, part.start):
                continue
            pair = _Pair(part, rate, index)
            wholes = _wholes(figures, pair)
            if not wholes or pair.amount <= 0 or any(_is_of(pair, whole) for whole in wholes):
                continue
            for whole in wholes:
                if _is_shifted(rate, 100 * pair.amount / (amount_of(whole) or Decimal(1))):
                    yield rate_mismatch(rate, part, whole, _whole_of(whole))
                    break
