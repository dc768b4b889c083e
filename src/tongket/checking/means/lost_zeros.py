"""Means that miss what they are the mean of by zeros or a comma alone (thừa, thiếu chữ số 0, sai dấu phẩy).

Cases of ``implausible-magnitude``, whose page stands with the magnitudes.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import chain
from operator import attrgetter

from tongket.checking.evidence.kept import of_last_report
from tongket.checking.evidence.near_numbers import amount, prose_of
from tongket.checking.evidence.numbers import rounding, shown, single
from tongket.checking.evidence.stops import sentence_end, sentence_start, sentences_between
from tongket.checking.evidence.told import blocks_of, is_off_by_zeros, is_people, is_plain, is_shifted
from tongket.checking.evidence.two_wholes import EACH
from tongket.checking.means.products_told import counts_things, per_of
from tongket.model.figures import Figure
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report

_A_YEAR = re.compile(r"(?:mỗi|một|hằng|hàng) năm(?: (?:bình quân|trung bình|là|được|có|đạt|cấp|bố trí|hỗ trợ))*\s*$")
_YEARS = re.compile(
    r"(?:[Tt]rong|[Qq]ua|[Ss]au|[Tt]ổng) (?P<count>\d{1,2}) năm"
    r"|(?P<first>20\d\d)\s?(?:[-–]|đến(?: năm)?)\s?(?P<last>20\d\d)"
)
_BACK = 50
_NEAR = 6  # numbers around a mean
_MOST = 60  # numbers of one thing in a report that are tried
_LEAST_DIGITS = 3  # of a total, or two of both: fewer fall together by chance


def check_lost_zeros(report: Report) -> Iterator[Finding]:
    """Yield ``implausible-magnitude`` where what each takes, times their number, is the total but for zeros or a comma:
    '6.690 lượt với 41.478 ngày, mỗi lượt trung bình 62 ngày', 'trong 05 năm 2.150 tỷ đồng, mỗi năm 430 triệu đồng'.

    Not flagged: hedged numbers; where some total and number agree; numbers of one or two digits, which meet by chance.
    """
    for block in blocks_of(report):
        for index, each in enumerate(block.figures):
            if not is_plain(each) or each.target or not single(each.base_value):
                continue
            yield from _check_mean(report, block.figures, index)
            if each.base_unit in _HANDED_OUT and _BY_MONTH.search(report.text, each.start, each.end + _REACH):
                yield from _check_months(report.text, block.figures, index)


_HANDED_OUT = frozenset(("đồng", "kg", "tấn", "lít"))
_REACH = 25  # letters behind a number in which its month is named
_BY_MONTH = re.compile(r"[\d.,]+ [^\d.,;:()\n]{1,25}/tháng(?!\w)")
_MONTHS = re.compile(r"(?<![\d/.,])(?P<months>0?[2-9]|1[0-2]) tháng(?! (?:\d|đầu|cuối|năm)|/)")


def _check_months(text: str, figures: Sequence[Figure], index: int) -> Iterator[Finding]:
    """A total against people, what each gets a month, and the months: '120 em, 15 kg gạo/tháng, hưởng 09 tháng'."""
    each = figures[index]
    low, high = sentence_start(text, each.start), sentence_end(text, each.end)
    months = {int(one["months"]) for one in _MONTHS.finditer(text, low, high)}
    near = [one for one in figures[max(index - 4, 0) : index + 5] if is_plain(one) and not one.target and amount(one)]
    people = [one for one in near if is_people(one) and low <= one.start < high]
    totals = [
        one
        for one in near
        if one.start > each.end
        and one.base_unit == each.base_unit
        and not _BY_MONTH.match(text, one.start, one.end + _REACH)
        and sentences_between(text, each.end, one.start) <= 1
    ]
    if len(months) != 1 or len(people) != 1:
        return
    count = months.pop() * amount(people[0])
    if any(_follows(total, count, each) for total in totals):
        return
    for total in totals:
        if is_shifted(amount(total), count * amount(each)) and _tells(amount(total), count):
            said = f"{people[0].text} x {shown(count / amount(people[0]))} tháng"
            facts = {"mean": each.text, "total": total.text, "count": said, "true": _true(total, count, each)}
            related = (Span(each.start, each.end), Span(people[0].start, people[0].end))
            yield Finding("implausible-magnitude", "warning", Span(total.start, total.end), "zeros", facts, related)


def _check_mean(report: Report, figures: Sequence[Figure], index: int) -> Iterator[Finding]:
    each = figures[index]
    per = per_of(report.text, figures, index)
    years = _years(report.text, each)
    if not per and not years:
        return
    totals = [one for one in _around(report.text, figures, index) if _may_be_total(report.text, one, each)]
    totals = [one for one in totals if not EACH.search(report.text, max(one.start - _BACK, 0), one.start)]
    counts: list[tuple[Decimal, str, tuple[Span, ...]]] = [(Decimal(count), str(count), ()) for count in years]
    if per:
        things = [one for one in _things(report, figures, index, per) if one not in totals]
        counts += [(amount(one), one.text, (Span(one.start, one.end),)) for one in things]
    pairs = [(total, *count) for total in totals for count in counts]
    if any(_follows(total, number, each) for total, number, _, _ in pairs):
        return
    for total, number, text, at in pairs:
        if is_off_by_zeros(amount(total), number * amount(each)) and (
            _tells(amount(total), number) or _are_told_together(report.text, each, total, at)
        ):
            facts = {"mean": each.text, "total": total.text, "count": text, "true": _true(total, number, each)}
            place, related = Span(each.start, each.end), (Span(total.start, total.end), *at)
            yield Finding("implausible-magnitude", "warning", place, "zeros", facts, related)
            return


def _years(text: str, each: Figure) -> list[int]:
    """How many years a yearly mean may be of, by what its paragraph says before it."""
    if not _A_YEAR.search(text, max(each.start - 50, 0), each.start):
        return []
    low = text.rfind("\n", max(each.start - 400, 0), each.start) + 1
    found = []
    for one in _YEARS.finditer(text, low, each.start):
        if one["count"]:
            found.append(int(one["count"]))
        else:
            found += [int(one["last"]) - int(one["first"]) + more for more in (0, 1)]
    return [count for count in found if 1 < count < 50]


def _around(text: str, figures: Sequence[Figure], index: int) -> list[Figure]:
    each = figures[index]
    near = [*figures[max(index - _NEAR, 0) : index], *figures[index + 1 : index + 3]]
    return [
        one
        for one in near
        if is_plain(one)
        and not one.target
        and amount(one)
        and sentences_between(text, min(one.end, each.end), max(one.start, each.start)) <= 1
    ]


def _may_be_total(text: str, one: Figure, each: Figure) -> bool:
    return (
        one.base_unit == each.base_unit
        and "/" not in one.unit
        and not _A_YEAR.search(text, max(one.start - 50, 0), one.start)
    )


def _things(report: Report, figures: Sequence[Figure], index: int, per: str) -> list[Figure]:
    """The numbers of what each of takes so much: those near it, else all of the report's prose."""
    near = [one for one in _around(report.text, figures, index) if _is_of(one, per, figures, index)]
    if near:
        return near
    counts = [held for held in _counts_by_unit(report).values() if _is_of(held[0], per, figures, index)]
    named = {per, *(("người", "nhân khẩu", "khẩu") if per.startswith(("người", "nhân khẩu")) else ())}
    fitting = [held for held in counts if not is_people(held[0]) or held[0].base_unit in named]  # no pupils for people
    return sorted(chain.from_iterable(fitting), key=attrgetter("start"))[:_MOST]


@of_last_report
def _counts_by_unit(report: Report) -> dict[tuple[str, str], list[Figure]]:
    """The first plain numbers of the report's prose by their unit: each mean asks for those of the things it is of."""
    by_unit: dict[tuple[str, str], list[Figure]] = defaultdict(list)
    for one in prose_of(report):
        held = by_unit[one.unit, one.base_unit]
        if len(held) < _MOST and is_plain(one) and not one.target and amount(one):
            held.append(one)
    return {unit: held for unit, held in by_unit.items() if held}


def _is_of(one: Figure, per: str, figures: Sequence[Figure], index: int) -> bool:
    """Whether a number counts the things; attendances ('lượt người') count no people."""
    attended = one.base_unit.startswith("lượt ") and not per.startswith("lượt")
    return not attended and counts_things(one, per, figures, index)


def _follows(total: Figure, number: Decimal, each: Figure) -> bool:
    made = number * amount(each)
    room = number * rounding(each.value, each.base_value) + rounding(total.value, total.base_value)
    return abs(amount(total) - made) <= room + made / 50


def _tells(total: Decimal, number: Decimal) -> bool:
    digits = [len(one.normalize().as_tuple().digits) for one in (total, number)]
    return digits[0] >= _LEAST_DIGITS or min(digits) >= _LEAST_DIGITS - 1


def _are_told_together(text: str, each: Figure, total: Figure, at: Sequence[Span]) -> bool:
    """Whether one sentence tells all three: there, round numbers too belong to one another."""
    places = [Span(each.start, each.end), Span(total.start, total.end), *at]
    first, last = min(one.start for one in places), max(one.end for one in places)
    return bool(at) and ";" not in text[first:last] and not sentences_between(text, first, last)


def _true(total: Figure, number: Decimal, each: Figure) -> str:
    scale = (single(each.value) or Decimal(1)) / amount(each)
    return shown(round(amount(total) / number * scale, max(each.decimals, 2)))
