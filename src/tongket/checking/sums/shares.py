"""Percentages that a sentence ties to their part and whole (tỷ lệ của phần trên toàn thể), and parts above wholes.

Cases of ``ratio-mismatch``, whose page stands with the arithmetic.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise
from operator import attrgetter

from tongket.checking.evidence.mismatches import rate_told
from tongket.checking.evidence.near_numbers import behind, numbers_before, terms_of
from tongket.checking.evidence.numbers import (
    ABOUT,
    ABOVE,
    BELOW,
    fits,
    half_last_digit,
    is_hedged,
    rounding,
    shown,
    shown_as,
    single,
)
from tongket.checking.evidence.same_matter import keys_of, lead_of
from tongket.checking.evidence.slips_between import is_slip_between
from tongket.checking.evidence.stops import sentence_end
from tongket.checking.evidence.told import are_of_one_whole, is_measured, whole_range
from tongket.model.figures import Figure, FigureLink
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.quantities import Share
from tongket.model.reports import Report
from tongket.registry.unit_words import match_unit

_MOST_NEAR = 60  # numbers of a kind among which two may make a percentage
_BESIDE = 150  # characters between two fractions that are told in one way


def check_ratios(report: Report) -> Iterator[Finding]:
    """Yield ``ratio-mismatch`` where a percentage is not that of its part and whole, or a part exceeds its whole.

    Allowed: half a unit of the last printed digit, so '80%' covers 79,5 to 80,5; qualifiers give room to their side.
    """
    figures = report.figures
    for link in report.figure_links:
        if link.kind == "percentage":
            terms = _terms(figures, link)
            aimed = figures[link.of].target and len(link.by) > 1  # of a share that is aimed at, both terms are
            if terms and not aimed and not _is_then_and_now(report.text, figures, link):
                yield from _check_ratio(report, link, *terms)
    above = [
        one for one in figures if isinstance(one.value, Share) and not one.in_table and one.value.part > one.value.whole
    ]
    for one in above:
        beside = any(0 < abs(other.start - one.start) < _BESIDE for other in above)  # 'thụ lý và giải quyết 179/29 vụ'
        right = beside or _beats_a_plan(report.text, one) or _grew(report, one)
        if isinstance(one.value, Share) and not right:
            facts = {"part": shown(one.value.part), "whole": shown(one.value.whole)}
            yield Finding("ratio-mismatch", "error", Span(one.start, one.end), "over", facts)


def _grew(report: Report, one: Figure) -> bool:
    """Whether the number behind a share tells by how much its part is more: '132/104 vụ, tăng 28 vụ so với cùng kỳ'."""
    told, share = behind(report, one, 1, _BESIDE), one.base_value
    if not told or told[0].change != "up" or not isinstance(share, Share):
        return False
    return single(told[0].base_value) == share.part - share.whole


_OF_A_PLAN = re.compile(  # all of them, 100%, is not more than all
    r"[^.;\n]{0,60}?(?:kế hoạch|chỉ tiêu|KH\b|vượt|dự toán|giao|(?!100(?:,0+)?\s?%)[1-9]\d\d(?:[.,]\d+)?\s?%)"
)


_COMPARED_BEFORE = re.compile(
    r"(?:cùng kỳ|năm trước|so với)[^.;)]*\($|(?:[Tt]ăng|[Gg]iảm|ít hơn|nhiều hơn) \d[\d.,]* ?[^.;()\d]{1,20}\($"
)
_DAYS_BEFORE = re.compile(r"[Nn]gày(?:\s\d{1,2}/\d{1,2}(?:,|;| và|, và)){1,9}\s$")  # '12/3, 13/3 và 15/3'
_ABOVE_ITS_PLAN = re.compile(  # 'đạt 118,3% kế hoạch (71/60)'
    r"(?<![\d.,])[1-9]\d\d(?:[.,]\d+)?\s?%(?: so với| của)?(?: tổng)? (?:kế hoạch|chỉ tiêu|KH|dự toán|nghị quyết)(?!\w)"
    r"[^.;()\d\n]{0,25}(?:năm )?(?:\d{4})?\s?\($"
)


def _beats_a_plan(text: str, share: Figure) -> bool:
    """'505,7/500 ha, đạt 101%': result and plan side by side, of which the first may be larger; days in a list."""
    if _DAYS_BEFORE.search(text, max(share.start - 100, 0), share.start):
        return True
    if _COMPARED_BEFORE.search(text, max(share.start - 30, 0), share.start):
        return True  # 'tăng 02 vụ so với cùng kỳ (12/10 vụ)'
    if _ABOVE_ITS_PLAN.search(text, max(share.start - 60, 0), share.start):
        return True
    matched = match_unit(share.unit.split())
    return (matched is not None and matched[0].is_measure) or _OF_A_PLAN.match(text, share.end) is not None


_THEN = re.compile(
    r"(?<!\w)(?:[Đđ]ầu (?:năm|kỳ|nhiệm kỳ)(?: (?:19|20)\d\d)?|[Nn]ăm trước|[Cc]ùng kỳ)(?!\w)[^.;,\n\d]{0,40}$"
)
_NOW = re.compile(
    r"(?<!\w)(?:[Cc]uối (?:năm|kỳ|nhiệm kỳ)(?: (?:19|20)\d\d)?|[Đđ]ến nay|[Hh]iện)(?!\w)[^.;,\n\d]{0,40}$"
)
_AT_A_RATE = re.compile(r"(?: [^\W\d_]+){0,3},?\s\(?(?:chiếm |với )?(?:tỷ|tỉ) lệ\s?")


def _is_then_and_now(text: str, figures: tuple[Figure, ...], link: FigureLink) -> bool:
    """Whether part and whole are one thing at two times, each with its rate: 'đầu năm 538 hộ nghèo ..., cuối năm còn
    391 hộ, tỷ lệ 12,28%'.
    """
    if len(link.by) != 2 or not _AT_A_RATE.fullmatch(text, figures[link.by[0]].end, figures[link.of].start):
        return False
    now, then = (figures[index].start for index in link.by)
    return bool(_NOW.search(text, max(now - 60, 0), now) and _THEN.search(text, max(then - 60, 0), then))


def _terms(figures: tuple[Figure, ...], link: FigureLink) -> tuple[Decimal, Decimal, tuple[Figure, ...]] | None:
    """Part and whole of a percentage link, from one 'a/b' figure or from two figures; None where they are not exact."""
    by = tuple(figures[index] for index in link.by)
    if any(is_hedged(one) and (one.qualifier or "").lower() in ABOVE | BELOW | ABOUT for one in by):
        return None
    if len(by) == 1 and isinstance(by[0].value, Share):
        return by[0].value.part, by[0].value.whole, by
    if len(by) == 2:
        part, whole = single(by[0].base_value), single(by[1].base_value)
        if part is not None and whole is not None:
            return part, whole, by
    return None


_EACH_ATTAINS = re.compile(r"\s(?:đã |có )?(?:đạt|thực hiện|giải ngân|hoàn thành)(?: được)?(?: tỷ lệ)?\s")


def _is_of_what_brackets_divide(report: Report, rate: Figure, whole: Decimal, by: Sequence[Figure]) -> bool:
    """Whether a percentage behind brackets is that of what they divide, and not of the last part in them: '312 đảng
    viên (khiển trách 198, ..., khai trừ 29), chiếm 0,58%'.
    """
    between = report.text[by[0].end : rate.start]
    if between.find(")") < 0 or between.find("(", 0, between.find(")")) >= 0:
        return False
    opened = report.text.rfind("(", max(by[0].start - _BESIDE, 0), by[0].start)
    divided = next(reversed(numbers_before(report, rate, opened)), None) if opened >= 0 else None
    value = single(divided.base_value) if divided else None
    return value is not None and fits(rate, 100 * value / whole, half_last_digit(rate.decimals))


def _check_ratio(
    report: Report, link: FigureLink, part: Decimal, whole: Decimal, by: tuple[Figure, ...]
) -> Iterator[Finding]:
    printed = report.figures[link.of]
    if whole == 0 or single(printed.value) is None:
        return
    true = 100 * part / whole
    if len(by) == 2 and printed.qualifier and _EACH_ATTAINS.fullmatch(report.text, by[0].end, printed.start):
        return  # 'trong đó 14 chỉ tiêu đạt từ 50% trở lên': each of them
    if len(by) == 2 and printed.value == 100 and part < whole:
        return  # 'tiếp nhận 25 đơn; đã giải quyết 20 đơn, đạt 100%': of those that it may deal with
    if fits(printed, true, half_last_digit(printed.decimals) + _room(part, whole, by)):
        return
    if len(by) == 2 and _OF_TWO_CLASSES.search(report.text, max(printed.start - _LEAD_OF_CLASSES, 0), printed.start):
        return  # 'tỷ lệ thôn xếp loại khá, tốt đạt 93,75%': as the rates of classes together tell
    if len(by) == 2 and _A_GAP.search(report.text, max(by[0].start - _LEAD, 0), by[0].start):
        return  # 'đạt 17.340 thẻ, vượt 340 thẻ so với chỉ tiêu 17.000 thẻ, đạt 102%': of what it comes to
    if _is_of_another_whole(report, printed, part, by) or _have_rates(report, link, by):
        return
    if _are_of_their_own(report, link, by) or _is_of_what_brackets_divide(report, printed, whole, by):
        return
    if _attains_its_own_plan(report.text, printed, true, by):
        return
    if _is_of_two_wholes(report, printed, part, by) or _names_another(report, printed, true, by):
        return
    if (single(printed.value) or 0) > true and _OF_THOSE_DUE.match(report.text, printed.end):
        return
    shown_by = {
        "part": shown_as(part, by[0]) if len(by) > 1 else shown(part),
        "whole": shown_as(whole, by[-1]) if len(by) > 1 else shown(whole),
    }
    found = rate_told(printed, true, shown_by, by)
    other = _other_base(report, printed, by) if found.severity == "error" else {}
    yield replace(found, severity="warning", case="base", facts={**found.facts, **other}) if other else found


_CLASS = r"(?:(?:xếp )?(?:loại|hạng|mức) )?(?:xuất sắc|giỏi|tốt|khá|trung bình|mạnh)"
_OF_TWO_CLASSES = re.compile(
    rf"(?<!\w)[Tt][ỷỉ] lệ [^.;:()\d\n]{{0,50}}{_CLASS}(?:,? và|,) {_CLASS}(?: (?:đạt|là|chiếm))?\s$"
)
_LEAD_OF_CLASSES = 100
_A_GAP = re.compile(r"(?<!\w)(?:[Vv]ượt|[Tt]hiếu|[Hh]ụt)\s$")
_LEAD = 12  # letters before a number in which it is called a gap
_NAMED = re.compile(r"\s?(?:so với |trên |trong |của )?(?:tổng )?số (?P<name>[^\W\d_]+(?: [^\W\d_]+){0,6})")


def _names_another(report: Report, rate: Figure, true: Decimal, by: tuple[Figure, ...]) -> bool:
    """Whether a percentage far from that of its terms names a total that the whole is not told as: 'Xã có 1.850 hộ. Hộ
    nghèo dân tộc thiểu số 86 hộ, chiếm 91,5% tổng số hộ nghèo'.
    """
    named, stated = _NAMED.match(report.text, rate.end), single(rate.value)
    if named is None or len(by) != 2 or not stated or 1 / _TWICE <= stated / (true or Decimal("0.01")) <= _TWICE:
        return False
    low, high = lead_of(report, by[1])
    told = keys_of(f"{report.text[low:high]} {by[1].unit}")
    return not keys_of(named["name"]) <= told | _NO_NAMES


_OF_THOSE_DUE = re.compile(  # 'giải quyết 45/50 vụ, đạt 98% số vụ đến hạn': fewer than all
    r"\s?(?:so với |trên |trong )?(?:tổng )?(?:số )?(?:[^\W\d_]+ ){0,3}(?:(?:đến|đúng|tới|trong|trước) hạn|có điều kiện"
    r"|đủ điều kiện|thuộc thẩm quyền)(?!\w)"
)
_TWICE = 2
_NO_NAMES = keys_of("toàn trên địa bàn của trong đã được hiện có cả là các")
_WITHIN = re.compile(r"(?<!\w)[Tt]rong đó(?!\w)")
_ATTAINS = re.compile(r",?\s(?:đã |ước )?(?:đạt|bằng)(?: khoảng)?\s")
_FAR_OFF = Decimal("1.5")


def _attains_its_own_plan(text: str, rate: Figure, true: Decimal, by: tuple[Figure, ...]) -> bool:
    """Whether a measured part attains a rate far from its share of the whole, so of a plan or a time that nobody tells:
    'gieo 24.203 ha. Trong đó: lúa hè thu 8.769 ha, bằng 94,3%'.
    """
    stated = single(rate.value)
    if len(by) != 2 or not stated or not is_measured(by[0]):
        return False
    within = _WITHIN.search(text, by[1].end, by[0].start) and _ATTAINS.fullmatch(text, by[0].end, rate.start)
    return bool(within) and not 1 / _FAR_OFF <= stated / (true or Decimal("0.01")) <= _FAR_OFF


def _have_rates(report: Report, link: FigureLink, by: tuple[Figure, ...]) -> bool:
    """Whether what seems the whole has a percentage of its own, so that both are parts of one told elsewhere: 'trên đại
    học 392 người (78,56%); đại học 106 người (21,24%)'.
    """
    if len(by) != 2 or link.by[1] + 1 >= len(report.figures):
        return False
    if _has_rate_before(report, link):
        return True
    rate, its_rate = report.figures[link.of], report.figures[link.by[1] + 1]
    beside = its_rate.unit == "%" and not its_rate.change and single(its_rate.value)
    joint = report.text[by[1].end : its_rate.start]
    return bool(beside and _ITS_RATE.fullmatch(joint) and are_of_one_whole((by[0], rate), (by[1], its_rate)))


_SIBLINGS = 4  # numbers to either side among which a part of the same list stands with its rate


def _are_of_their_own(report: Report, link: FigureLink, by: tuple[Figure, ...]) -> bool:
    """Whether a part beside it has a rate too, of the whole neither, and both are more than all of it: '8.925 em đậu,
    chiếm 94,27%; cụm kia có 3.922 em đậu, chiếm 77,83%' are of those who sat there.
    """
    if len(by) != 2 or not single(by[1].base_value) or _OF_ITS_PLAN.match(report.text, report.figures[link.of].end):
        return False
    stated, low = single(report.figures[link.of].value) or Decimal(0), max(link.of - _SIBLINGS, 0)
    for part, rate in pairwise(report.figures[low : link.of + _SIBLINGS]):
        if part in by or rate.unit != "%" or part.start < by[1].end or part.base_unit != by[0].base_unit:
            continue
        its_part, its_own = single(part.base_value), single(rate.value)
        if its_part is None or its_own is None or not _ITS_RATE.fullmatch(report.text, part.end, rate.start):
            continue
        of_whole = _ALL * its_part / (single(by[1].base_value) or Decimal(1))
        if fits(rate, of_whole, half_last_digit(rate.decimals)):
            continue
        if stated + its_own > _ALL + 1 or _are_of_another(by, report.figures[link.of], (part, rate)):
            return True
    return False


def _are_of_another(by: Sequence[Figure], rate: Figure, beside: tuple[Figure, Figure]) -> bool:
    """Whether a part and one beside it are of one other whole, of which what seems theirs is no slip of the pen: of 128
    members '10 đồng chí, bằng 10,1%; 78 đồng chí, đạt 78,8%' are of the 99 who were judged.
    """
    return are_of_one_whole((by[0], rate), beside) and not is_slip_between(by[1], *whole_range(by[0], rate))


_ALL = 100
_OF_ITS_PLAN = re.compile(r"\s?(?:so (?:với )?)?(?:kế hoạch|chỉ tiêu|dự toán|KH|DT)(?!\w)")
_MAKES = re.compile(r",?\s\(?(?:tương (?:đương|ứng)|ứng)(?: với| khoảng)*\s")


def _has_rate_before(report: Report, link: FigureLink) -> bool:
    """Whether the whole is told as what a rate makes of a number that is not told, and the part's rate is less than
    that: 'tỷ lệ thất nghiệp 0,76%, tương đương với 6.014 người; nông thôn 1.639 người, chiếm tỷ lệ 0,33%'.
    """
    whole, rate = report.figures[link.by[1]], report.figures[link.of]
    if not link.by[1]:
        return False
    its_rate = report.figures[link.by[1] - 1]
    told, of = single(rate.value), single(its_rate.value)
    if its_rate.unit != "%" or told is None or of is None or told > of:
        return False
    return _MAKES.fullmatch(report.text, its_rate.end, whole.start) is not None


_ITS_RATE = re.compile(r"[^.;,()\d\n]{0,40}(?:,|\s?\()\s?(?:(?:chiếm|đạt|bằng|tỷ lệ|tỉ lệ)\s)*")


def _room(part: Decimal, whole: Decimal, by: tuple[Figure, ...]) -> Decimal:
    """What the rounding of part and whole adds to that of their percentage: 88,5 of 90 may be 98,39%."""
    if len(by) == 2:
        of_part, of_whole = (rounding(one.value, one.base_value) for one in by)
    else:
        value = by[0].value
        parts = (value.part, value.whole) if isinstance(value, Share) else (Decimal(0), Decimal(0))
        of_part, of_whole = (rounding(one, one) for one in parts)
    return 100 * (of_part / whole + part * of_whole / (whole * whole))


def _behind(report: Report, printed: Figure) -> Sequence[Figure]:
    """The next figures of the sentence of ``printed``."""
    low = bisect_left(report.figures, printed.end, key=attrgetter("start"))
    stop = sentence_end(report.text, printed.end, _NEXT_LETTERS)
    return [one for one in report.figures[low : low + _NEXT] if one.start < stop]


_NEXT, _NEXT_LETTERS = 3, 200  # numbers and letters behind a percentage in which its whole may stand


def _is_of_another_whole(report: Report, printed: Figure, part: Decimal, by: tuple[Figure, ...]) -> bool:
    """Whether the percentage is right of another number of the same unit, which the paragraph names before it or the
    sentence behind it.
    """
    if len(by) != 2:
        return False
    named = [*numbers_before(report, printed, by[0].start), *_behind(report, printed)]
    wholes = (one for one in named if one.base_unit == by[0].base_unit)
    plain = (one for one in wholes if not one.in_table and not one.qualifier and not one.change)
    amounts = {amount for one in plain for amount in terms_of(one) if amount and amount >= part}
    tolerance = half_last_digit(printed.decimals)
    return any(fits(printed, 100 * part / amount, tolerance) for amount in amounts)


_OF_SEVERAL = re.compile(r"[^.;\n]{0,60}?(?<!\w)(?:hai|ba|các|cả|mọi) (?:cấp|loại|khối|nhóm|bậc|ngành|nguồn|xã)(?!\w)")


def _is_of_two_wholes(report: Report, printed: Figure, part: Decimal, by: tuple[Figure, ...]) -> bool:
    """Whether the percentage is said to be of several together, and two numbers of the unit make that: 'chiếm 5,71%
    tổng số báo cáo viên hai cấp' of 247 and 86.
    """
    if not _OF_SEVERAL.match(report.text, printed.end):
        return False
    alike = {single(one.base_value) for one in report.figures if one.base_unit == by[-1].base_unit and not one.change}
    amounts = sorted(one for one in alike if one is not None and one > 0)[:_MOST_NEAR]
    tolerance = half_last_digit(printed.decimals)
    return any(fits(printed, 100 * part / (one + other), tolerance) for one in amounts for other in amounts)


def _other_base(report: Report, printed: Figure, by: tuple[Figure, ...]) -> dict[str, str]:
    """Another pair of figures of one unit in the same paragraph, of which the percentage is right; {} when none."""
    stated, room = single(printed.value) or Decimal(0), half_last_digit(printed.decimals)
    near = [
        (amount, one)
        for one in numbers_before(report, printed, printed.start)
        if not one.in_table and one.unit != by[0].unit and (amount := single(one.base_value)) is not None
    ]
    of_units: dict[str, list[Decimal]] = {}
    for term, one in near:
        of_units.setdefault(one.unit, []).append(term)
    for amounts in of_units.values():
        amounts.sort()
    for low, part in near:
        if stated >= 0 and _has_whole(of_units[part.unit], low, stated, room):
            for high, whole in near:
                fitting = whole.unit == part.unit and whole is not part and high and low <= high
                if fitting and abs(100 * low / high - stated) <= room:
                    return {"other_part": shown_as(low, part), "other_whole": shown_as(high, whole), "other": part.unit}
    return {}


def _has_whole(amounts: Sequence[Decimal], low: Decimal, stated: Decimal, room: Decimal) -> bool:
    """Whether ``low``, which is one of the sorted ``amounts``, is the stated per cent of another one of them."""
    if low < 0:
        return False
    at = bisect_left(amounts, max(low, 100 * low / (stated + room))) if low else bisect_right(amounts, 0)
    if low and abs(100 - stated) <= room:
        at += 1  # itself
    return at < len(amounts) and (stated - room) * amounts[at] <= 100 * low
