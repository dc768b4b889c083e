"""How sure it is that numbers are wrong (độ chắc chắn của phát hiện số liệu): what several checks of arithmetic tell,
weighed in one place before it is told aloud.

The checks do not know each other, and each holds numbers together for reasons of its own. Whichever it was: parts that
miss their whole by much, and by no slip of the pen, are mostly parts of another whole; a number left out among them
that makes up what is missing is one of them; and percentages that are right of what their list makes are right.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from functools import lru_cache
from itertools import accumulate, pairwise
from operator import attrgetter

from tongket.checking.evidence.borne_out import (
    TOLD,
    amounts_of,
    figures_at,
    is_borne_out,
    places_of_lists,
    starts_of,
)
from tongket.checking.evidence.near_numbers import amount, ends_between, is_pen_slip, terms_of
from tongket.checking.evidence.numbers import half_last_digit, single
from tongket.checking.evidence.slips_between import is_slip_in_rate
from tongket.checking.evidence.spans import Spans
from tongket.checking.evidence.told import is_off_by_zeros
from tongket.model.figures import Figure
from tongket.model.findings import Finding
from tongket.model.places import Place, Span
from tongket.model.quantities import Share
from tongket.model.reports import Report

_FAR = {"sum-mismatch": Decimal("0.15"), "ratio-mismatch": Decimal("0.2"), "change-mismatch": Decimal("0.2")}
_TIMES = 12  # by so much a part may be more than its whole and mean it: one zero too many
_FEW = 2  # by so many a count may always be wrong
_MOST_WEIGHED = 10_000  # findings of a text: nobody reads more, and the rest are hints


def weighed(report: Report, findings: Iterable[Finding]) -> Iterator[Finding]:
    """The findings, those of numbers that are right after all left out, those that are not sure made hints."""
    tables = Spans(Span(one.start, one.end) for one in report.tables)
    left = _MOST_WEIGHED
    for one in findings:
        if one.kind not in TOLD or one.severity == "info" or not isinstance(one.place, Span) or tables.touch(one.place):
            yield one
            continue
        left -= 1
        if left < 0:
            yield replace(one, severity="info")
            continue
        related = [place for place in one.related if isinstance(place, Span)]
        if is_borne_out(report, one, related):
            continue
        doubtful = (
            _is_far_off(report, one, related)
            or _is_of_another_list(report, one, related)
            or _do_the_first_make_it(report, one, related)
        )
        yield replace(one, severity="info") if doubtful else one


def _is_of_another_list(report: Report, told: Finding, parts: Sequence[Span]) -> bool:
    """Whether parts whose percentages are of what they make are held against a total of another sentence, and of no
    list that 'Trong đó' opens behind a slip of the pen of it.
    """
    starts = {part.start for part in parts}
    if told.kind != "sum-mismatch" or not isinstance(told.place, Span) or not starts:
        return False
    own = starts <= {item.at for item in places_of_lists(report).get(min(starts), ())}
    ends = ends_between(report, told.place.end, min(starts))
    if not own or not ends:
        return False
    goes_on = len(ends) == 1 and _OF_THE_LAST.match(report.text, ends[0]) is not None
    total = figures_at(report).get(told.place.start)
    may_be_it = goes_on or (total is not None and amount(total) >= _LEAST)
    return not (may_be_it and _is_pen_slip(told))


def _is_pen_slip(told: Finding) -> bool:
    """Whether what is printed is what is true but for a slip of the pen."""
    printed, true = amounts_of(told) or (Decimal(0), Decimal(0))
    return is_pen_slip(printed, true)


_OF_THE_LAST = re.compile(r"\s*(?:Trong (?:số )?đó|Cụ thể|Bao gồm|Gồm|Chia ra)(?!\w)")
_LEAST = 100  # what is less, some numbers make by chance


def _do_the_first_make_it(report: Report, told: Finding, parts: Sequence[Span]) -> bool:
    """Whether the first parts make the total exactly, and the last tells of something else: 'dư nợ 38.412 tỷ đồng,
    trong đó ngắn hạn 21.510, dài hạn 16.902; nợ xấu 412 tỷ đồng'. What 'và' ends the list with is one of it.
    """
    if told.kind != "sum-mismatch" or not isinstance(told.place, Span):
        return False
    at = figures_at(report)
    total, amounts = at.get(told.place.start), [amount(at[one.start]) for one in parts if one.start in at]
    if total is None or amount(total) < _LEAST or amount(total) not in list(accumulate(amounts))[1:-1]:
        return False
    before, last = sorted(parts, key=attrgetter("start"))[-2:]
    return _AND.search(report.text, before.end, last.start) is None


_AND = re.compile(r"(?<!\w)và(?!\w)")


def _is_far_off(report: Report, told: Finding, parts: Sequence[Span]) -> bool:
    """Whether what is printed is far from what is true, and no slip of the pen of it."""
    amounts = amounts_of(told)
    if amounts is None:
        return False
    printed, true = amounts
    off, most = abs(printed - true), max(printed, true)
    if told.kind == "implausible-magnitude":
        return told.case == "part" and printed > _TIMES * true
    if off <= _FAR[told.kind] * most or (told.kind == "sum-mismatch" and off <= _FEW):
        return False
    exponent = printed.as_tuple().exponent
    if is_pen_slip(printed, true, -exponent if isinstance(exponent, int) and exponent < 0 else 0):
        return False
    if told.case == "mean" and is_pen_slip(printed, true // 1):
        return False  # '345 hội viên, 12 chi hội, bình quân 38': of 28,75, which many cut to 28
    if told.kind == "change-mismatch" and _is_of_the_later(told, printed, true):
        return False
    if told.kind == "change-mismatch" and printed in _DIGITS and true in _DIGITS:
        return False
    if _is_slip_of_another(report, told, parts) or _is_whole_of_others(report, told, parts):
        return False
    if told.kind == "sum-mismatch":
        return not _is_rest_of_two(report, told, parts)
    plain = _names_its_whole(report.text, told.place) or _stands_behind_its_base(report, told, parts)
    return not plain and not _are_neighbours(report, told, parts)


_POINT = Decimal("0.06")


def _is_of_the_later(told: Finding, printed: Decimal, true: Decimal) -> bool:
    """Whether a growth is told in per cent of what there is now, where that of what there was is meant."""
    return str(told.facts.get("change", "")).endswith("%") and abs(100 * true / (100 + true) - printed) <= _POINT


_BASE_AHEAD = re.compile(r"(?<!\w)[Ss]o (?:với )?[^.;()\n]{2,60}\($")
_CHANGED = re.compile(r"\)(?:,? bằng \d[\d.,]* ?%)?,?\s(?:đã |thì |là )?(?:tăng|giảm)(?: thêm| được)? ?$")


def _stands_behind_its_base(report: Report, told: Finding, parts: Sequence[Span]) -> bool:
    """Whether a change stands right behind the brackets that tell what it is reckoned from: 'thu 21,4 tỷ đồng, đạt 77%
    dự toán, so với cùng kỳ (19,4 tỷ đồng) tăng 13%'.
    """
    if told.kind != "change-mismatch" or not isinstance(told.place, Span) or len(parts) != _PAIR:
        return False
    base = max(parts, key=attrgetter("start"))
    led = _BASE_AHEAD.search(report.text, max(base.start - 90, 0), base.start)
    number = figures_at(report).get(told.place.start)
    if led is None or number is None or _CHANGED.fullmatch(report.text, base.end, number.number_start) is None:
        return False
    return not ends_between(report, min(one.end for one in parts), base.start)


_SAID_LEFT = re.compile(r"(?<!\w)còn(?: lại| thiếu| nợ| tồn)?(?: là| có)? ?$")
_OF_TWO = 2  # numbers that say what is left: all, and what is done


def _is_rest_of_two(report: Report, told: Finding, parts: Sequence[Span]) -> bool:
    """Whether a number is told as what all and what is done leave, and the three are all that their sentence holds so
    far: 'phát hiện 18 vấn đề, đã giải quyết 15 vấn đề, còn 07 vấn đề'.
    """
    if not isinstance(told.place, Span) or len(parts) != _OF_TWO:
        return False
    place, last = told.place, max(part.end for part in parts)
    if last > place.start or ends_between(report, min(part.start for part in parts), place.start):
        return False
    return _SAID_LEFT.search(report.text, max(last, place.start - 40), place.start) is not None


def _is_slip_of_another(report: Report, told: Finding, parts: Sequence[Span]) -> bool:
    """Whether one of the numbers of a sentence that are held together is a slip of the pen of what makes them right."""
    at = figures_at(report)
    places = (told.place, *parts) if isinstance(told.place, Span) else ()
    if not all(one.start in at for one in places):
        return False
    first, *others = (at[one.start] for one in places)
    if told.kind == "sum-mismatch" and _is_slip_in_rest(told, first, others):
        return True
    low, high = min(one.start for one in places), max(one.end for one in places)
    if not others:
        return False
    ends = ends_between(report, low, high)
    if told.kind == "ratio-mismatch" and told.case != "mean" and first.unit == "%" and len(others) == _PAIR:
        part, whole = others
        return len(ends) <= _MOST_ENDS and is_slip_in_rate(first, part, whole, amount(whole))
    apart = len(ends) > _MOST_ENDS or any(not _GOES_ON.match(report.text, end) for end in ends)
    if apart and not _are_on_lines(report.text, others):
        return False
    asked = {(one.text, one.unit, meant): one for one, meant in _meant(told, first, others)}  # of like ones, one
    return any(_is_slip_of(one, meant) for (_, _, meant), one in asked.items())


def _is_slip_in_rest(told: Finding, left: Figure, others: Sequence[Figure]) -> bool:
    """Whether a finding stands at what is left of a whole, and that, the whole or what is done is a slip of the pen."""
    amounts, value = amounts_of(told), single(left.value)
    if amounts is None or not value or amounts[0] == value:
        return False
    off = amounts[0] - amounts[1]  # what the parts lack, in the unit of what is left
    scale = value / amount(left)
    told_of = [term * scale for one in (left, *others) for term in terms_of(one)]
    meant = [(one, one - off if one == amounts[0] else one + off) for one in told_of]
    return any(is_pen_slip(one, other, left.decimals) for one, other in meant)


_FEWEST_LINES = 3


def _are_on_lines(text: str, parts: Sequence[Figure]) -> bool:
    """Whether each part, of three or more, stands on the line below that of the one before it: a list, item by item."""
    joints = (text[one.end : other.start] for one, other in pairwise(parts))
    return len(parts) >= _FEWEST_LINES and all(joint.count("\n") == 1 for joint in joints)


def _is_slip_of(one: Figure, meant: Decimal) -> bool:
    """Whether a number, as it is printed, is a slip of the pen of an amount of its base unit."""
    return _slips(single(one.value), single(one.base_value), amount(one), one.decimals, meant)


@lru_cache(maxsize=4096)
def _slips(value: Decimal | None, base: Decimal | None, of_base: Decimal, decimals: int, meant: Decimal) -> bool:
    """As ``_is_slip_of``; kept, for the numbers of one sentence are asked of each of its findings."""
    scale = value / base if value and base else Decimal(1)
    printed = of_base if value is None else value
    if is_pen_slip(printed, meant * scale, decimals) or is_off_by_zeros(of_base, meant):
        return True
    digit = round(meant * scale)
    near = abs(meant * scale - digit) < _NEARLY
    return printed in _DIGITS and digit in _DIGITS and near  # '05 vụ' for '01 vụ'


def _meant(told: Finding, first: Figure, others: Sequence[Figure]) -> Iterator[tuple[Figure, Decimal]]:
    """Each of the other numbers with what it would be if the rest are right: of a sum its parts, of a percentage or a
    mean part and whole, of a change what there is and what there was.
    """
    if told.kind == "sum-mismatch":
        total = first.base_value.whole if isinstance(first.base_value, Share) else amount(first)
        lacking = total - sum(map(amount, others))
        yield from ((one, amount(one) + lacking) for one in others)
        printed, made = amounts_of(told) or (total, total)
        if printed and printed == single(first.value):
            printed, made = total, made * total / printed  # 'triệu đồng'
        if printed == total and lacking != total - made:  # an account: what went is taken away
            yield from ((one, amount(one) + way * (total - made)) for one in others for way in (1, -1))
    elif len(others) == _PAIR and amount(first):
        one, other = others
        if told.kind == "ratio-mismatch":
            rate = amount(first) / (1 if told.case == "mean" else 100)
            yield one, amount(other) * rate
            yield other, amount(one) / rate
        elif first.unit != "%":
            yield from ((one, amount(other) + way * amount(first)) for way in (1, -1))
            yield from ((other, amount(one) + way * amount(first)) for way in (1, -1))
        elif other.change:
            rate = abs(amount(first)) / 100 * (1 if other.change == "up" else -1)
            if rate > -1:
                yield other, abs(amount(one) * rate / (1 + rate))
                yield one, abs(amount(other) / rate) * (1 + rate)
        else:
            for times in (1 + way * abs(amount(first)) / 100 for way in (1, -1)):
                yield one, amount(other) * times
                yield other, amount(one) / (times or 1)


_DIGITS = frozenset(range(1, 10))
_NEARLY = Decimal("0.1")  # of a thing, by which what a percentage makes may be off
_PAIR = 2
_MOST_ENDS = 2  # 'So với cùng kỳ ... Trong đó ...'
_NEAR = 300  # letters to either side of a percentage in which others of its whole stand
_BESIDE = 40  # letters between a number and its percentage


def _is_whole_of_others(report: Report, told: Finding, parts: Sequence[Span]) -> bool:
    """Whether other numbers near a percentage have theirs right of the whole that it is held against."""
    at, starts = figures_at(report), starts_of(report)
    if told.kind != "ratio-mismatch" or told.case or not isinstance(told.place, Span) or len(parts) != _PAIR:
        return False
    part, whole = (at.get(one.start) for one in parts)
    if part is None or whole is None or not amount(whole):
        return False
    low, high = bisect_left(starts, told.place.start - _NEAR), bisect_left(starts, told.place.start + _NEAR)
    near = [at[one] for one in starts[low:high]]
    return any(
        rate.unit == "%"
        and not rate.change
        and one not in (part, whole)
        and one.base_unit == part.base_unit
        and rate.start - one.end < _BESIDE
        and abs(100 * amount(one) / amount(whole) - amount(rate)) <= half_last_digit(rate.decimals)
        for one, rate in pairwise(near)
    )


_GOES_ON = re.compile(r"\s*(?:Trong (?:số )?đó|So với (?:cùng kỳ|cùng thời điểm|năm|kỳ|tháng|quý|vụ))(?!\w)")
_OF_ALL = re.compile(r"\s(?:trên |so với |trong )?(?:tổng )?số\s")


def _names_its_whole(text: str, place: Place) -> bool:
    """Whether words behind a percentage say what it is of: 'chiếm 49,2% số đảng viên có vi phạm'."""
    return isinstance(place, Span) and _OF_ALL.match(text, place.end) is not None


def _are_neighbours(report: Report, told: Finding, parts: Sequence[Span]) -> bool:
    """Whether numbers that are held together are of one sentence, with no other one between but percentages."""
    if not isinstance(told.place, Span):
        return False
    places = sorted((told.place, *parts), key=attrgetter("start"))
    if ends_between(report, places[0].end, places[-1].start):
        return False
    taken, starts = Spans(places), starts_of(report)
    among = starts[bisect_left(starts, places[0].end) : bisect_left(starts, places[-1].start)]
    figures = (figures_at(report)[one] for one in among)
    changed = figures_at(report).get(told.place.start) if told.kind == "change-mismatch" else None
    may_part = changed is None or changed.unit == "%"  # a percentage parts percentages
    asides = [found.span() for found in _ASIDE.finditer(report.text, places[0].end, places[-1].start)]
    return all(
        (one.unit == "%" and not may_part)
        or taken.touch(Span(one.start, one.end))
        or any(low < one.start < high for low, high in asides)
        for one in figures
    )


_ASIDE = re.compile(r"\([^()\n]{1,300}\)")  # 'nhận 07 đơn (05 đơn kiến nghị, 02 đơn khiếu nại), giảm 03 đơn'
