"""Sums, percentages and changes that a report states and that its own numbers contradict."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cached_property
from itertools import accumulate, pairwise
from operator import attrgetter

from tongket.checking.evidence.near_numbers import chance_of_sum, numbers_before, terms_of
from tongket.checking.evidence.numbers import (
    ABOUT,
    ABOVE,
    BELOW,
    fits,
    half_last_digit,
    is_hedged,
    is_slip,
    rounding,
    shown,
    shown_as,
    single,
)
from tongket.checking.evidence.overlapping import may_overlap
from tongket.checking.evidence.told import are_of_one_whole, is_alike
from tongket.checking.kinds import Case, Kind
from tongket.messages import N_
from tongket.model.figures import Figure, FigureLink
from tongket.model.findings import Finding, Severity
from tongket.model.places import Span
from tongket.model.quantities import Share
from tongket.model.reports import Report
from tongket.registry.unit_words import match_unit

_MOST_NEAR = 60  # numbers of a kind among which two may make a percentage

RATIO_MISMATCH = Kind(
    name="ratio-mismatch",
    title=N_("Percentage does not follow"),
    meaning=N_("A printed percentage or mean is not that of the numbers which the sentence names."),
    example="Toàn xã có 946 hộ, trong đó hộ nghèo 488 hộ, chiếm 55,1%.",
    not_flagged=N_(
        "Rounding to the digits printed ('71%' for 70,7%), qualifiers ('trên 99%'), percentages whose base the report "
        "does not give, targets, two counts under one label ('đoàn viên/hội viên')."
    ),
    severities=("error", "warning"),
    cases={
        "": Case(
            N_("{part}/{whole} is {true_pct}%, the report says {pct}%."),
            N_("Correct the percentage, or check part and whole."),
        ),
        "base": Case(
            N_("{part}/{whole} is {true_pct}%; the {pct}% printed is that of {other_part}/{other_whole} ({other})."),
            N_("Write {true_pct}%, or name the base that was meant ({other})."),
        ),
        "mean": Case(
            N_("{part} by {whole} makes {true}; the report says {mean}."),
            N_("Correct the mean, or check both numbers."),
        ),
        "over": Case(N_("The part ({part}) is larger than the whole ({whole})."), N_("Check both numbers.")),
    },
)
SUM_MISMATCH = Kind(
    name="sum-mismatch",
    title=N_("Sum does not follow"),
    meaning=N_("The parts that the report lists do not add up to the total that it states."),
    example="Toàn xã có 49 mô hình, gồm: 05 mô hình kinh tế, 20 mô hình văn hóa, 21 mô hình an ninh.",
    not_flagged=N_(
        "'Trong đó' with parts that do not claim to be all; totals and parts with a qualifier that leaves room; "
        "rows of other levels left blank; overlapping groups ('trong đó nữ ...')."
    ),
    severities=("error", "warning"),
    cases={
        "": Case(
            N_("The parts {parts} add up to {sum}; the report states {total}."),
            N_("Correct the total or the parts, or add the part that is missing."),
        ),
        "more": Case(
            N_("The parts {parts} add up to {sum}, more than the whole of {total}."),
            N_("Check the numbers; where the groups overlap, say so."),
        ),
        "named": Case(
            N_("The text announces {total} and names {named}."),
            N_("Name what is missing, or correct the number."),
        ),
        "rows": Case(
            N_("The rows below add up to {sum} ({parts}); '{label}' states {total}."),
            N_("Correct the total or the rows."),
        ),
        "short": Case(
            N_("Only {sum} of {total} are accounted for in the rows below ({label})."),
            N_("Fill in the blank rows, or correct the total."),
        ),
    },
)
CHANGE_MISMATCH = Kind(
    name="change-mismatch",
    title=N_("Increase or decrease does not follow"),
    meaning=N_("A stated increase or decrease is not the difference between the two values that the report gives."),
    example="Có 57 mô hình, tăng 12 mô hình so với năm 2023 (40 mô hình).",
    not_flagged=N_("Changes of which only one value is printed; qualifiers; percentages of growth within rounding."),
    severities=("error", "warning"),
    cases={
        "": Case(
            N_("From {before} to {now} is a change of {true}; the report says {change}."),
            N_("Correct the change, or check both values."),
        ),
        "direction": Case(
            N_("From {before} to {now} is {true_way}; the report says {way}."), N_("Correct the word or the values.")
        ),
        "none": Case(
            N_("'{none}': from none there is no percentage of growth; the report says {change}."),
            N_("Give the change as a number."),
        ),
    },
)
KINDS = (RATIO_MISMATCH, SUM_MISMATCH, CHANGE_MISMATCH)


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
        if isinstance(one.value, Share) and not beside and not _beats_a_plan(report.text, one):
            facts = {"part": shown(one.value.part), "whole": shown(one.value.whole)}
            yield Finding("ratio-mismatch", "error", Span(one.start, one.end), "over", facts)


_OF_A_PLAN = re.compile(r"[^.;\n]{0,60}?(?:kế hoạch|chỉ tiêu|KH\b|vượt|dự toán|giao|[1-9]\d\d(?:[.,]\d+)?\s?%)")


_COMPARED_BEFORE = re.compile(r"(?:cùng kỳ|năm trước|so với)[^.;)]*\($")


def _beats_a_plan(text: str, share: Figure) -> bool:
    """'505,7/500 ha, đạt 101%': result and plan side by side, of which the first may be larger."""
    if _COMPARED_BEFORE.search(text, max(share.start - 30, 0), share.start):
        return True  # 'tăng 02 vụ so với cùng kỳ (12/10 vụ)'
    matched = match_unit(share.unit.split())
    return (matched is not None and matched[0].is_measure) or _OF_A_PLAN.match(text, share.end) is not None


_THEN = re.compile(r"(?<!\w)(?:[Đđ]ầu (?:năm|kỳ|nhiệm kỳ)|[Nn]ăm trước|[Cc]ùng kỳ)(?!\w)[^.;,\n\d]{0,40}$")
_NOW = re.compile(r"(?<!\w)(?:[Cc]uối (?:năm|kỳ|nhiệm kỳ)|[Đđ]ến nay|[Hh]iện)(?!\w)[^.;,\n\d]{0,40}$")
_AT_A_RATE = re.compile(r",?\s\(?(?:chiếm |với )?(?:tỷ|tỉ) lệ\s?")


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


def _check_ratio(
    report: Report, link: FigureLink, part: Decimal, whole: Decimal, by: tuple[Figure, ...]
) -> Iterator[Finding]:
    printed = report.figures[link.of]
    if whole == 0 or single(printed.value) is None:
        return
    true = 100 * part / whole
    if len(by) == 2 and printed.value == 100 and part < whole:
        return  # 'tiếp nhận 25 đơn; đã giải quyết 20 đơn, đạt 100%': of those that it may deal with
    if fits(printed, true, half_last_digit(printed.decimals) + _room(part, whole, by)):
        return
    if _is_cut_off(printed, true) or _is_of_another_whole(report, printed, part, by) or _have_rates(report, link, by):
        return
    if _is_of_two_wholes(report, printed, part, by):
        return
    digits = max(printed.decimals, 2)
    facts = {
        "part": shown_as(part, by[0]),
        "whole": shown_as(whole, by[-1]),
        "true_pct": shown(round(true, digits), digits),
        "pct": shown(printed.value),
    }
    place = Span(printed.start, printed.end)
    related = tuple(Span(one.start, one.end) for one in by)
    other = _other_base(report, printed, by)
    if other:
        facts.update(other)
        yield Finding("ratio-mismatch", "warning", place, "base", facts, related)
    else:
        yield Finding("ratio-mismatch", "error", place, "", facts, related)


_LEAST_CUT = 2  # decimals of a percentage whose further digits may be cut off


def _is_cut_off(printed: Figure, true: Decimal) -> bool:
    """Whether a percentage is right to its last digit, but for rounding up: '97,21%' of 97,2156."""
    off = true - (single(printed.value) or Decimal(0))
    return printed.decimals >= _LEAST_CUT and 0 <= off < 2 * half_last_digit(printed.decimals)


def _have_rates(report: Report, link: FigureLink, by: tuple[Figure, ...]) -> bool:
    """Whether what seems the whole has a percentage of its own, so that both are parts of one told elsewhere: 'trên đại
    học 392 người (78,56%); đại học 106 người (21,24%)'.
    """
    if len(by) != 2 or link.by[1] + 1 >= len(report.figures):
        return False
    rate, its_rate = report.figures[link.of], report.figures[link.by[1] + 1]
    beside = its_rate.unit == "%" and not its_rate.change and single(its_rate.value)
    joint = report.text[by[1].end : its_rate.start]
    return bool(beside and _ITS_RATE.fullmatch(joint) and are_of_one_whole((by[0], rate), (by[1], its_rate)))


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
    end = _SENTENCE_END.search(report.text, printed.end, printed.end + _NEXT_LETTERS)
    stop = end.start() if end else printed.end + _NEXT_LETTERS
    return [one for one in report.figures[low : low + _NEXT] if one.start < stop]


_SENTENCE_END = re.compile(r"[.!?](?=\s)|\n")
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


def check_sums(report: Report) -> Iterator[Finding]:
    """Yield ``sum-mismatch`` where listed parts do not add up to their whole.

    An exhaustive list must equal it; any list may not exceed it. Not flagged: qualifiers that leave room; a list whose
    line breaks off after a comma, for the rest may stand on the next page.
    """
    stated = _Stated(report.figures)
    made = {link.by for link in report.figure_links if link.kind == "parts" and stated.is_made(link)}
    for link in report.figure_links:
        if link.kind == "parts" and link.by not in made:
            yield from _check_sum(report, stated, link)


class _Stated:
    """Figures as terms of sums, by their number: one may be a part of many wholes, and is looked at once."""

    def __init__(self, figures: tuple[Figure, ...]) -> None:
        self._figures = figures
        self.amounts = [single(one.base_value) for one in figures]  # in the base unit

    def is_made(self, link: FigureLink) -> bool:
        """Whether the parts of a link are all there and make its whole."""
        parts = [value for index in link.by if (value := self.amounts[index]) is not None]
        return len(parts) == len(link.by) and sum(parts, Decimal(0)) == self.amounts[link.of]

    @cached_property
    def rooms(self) -> list[Decimal]:
        """How far each may be from the exact value."""
        return [rounding(one.value, one.base_value) for one in self._figures]

    @cached_property
    def words(self) -> list[str]:
        """Each as a message says it."""
        told = zip(self.amounts, self._figures, strict=True)
        return ["" if amount is None else shown_as(amount, one) for amount, one in told]

    @cached_property
    def spans(self) -> list[Span]:
        """Where each stands."""
        return [Span(one.start, one.end) for one in self._figures]


def _check_sum(report: Report, stated: _Stated, link: FigureLink) -> Iterator[Finding]:
    figures, whole, by = report.figures, report.figures[link.of], link.by
    total = stated.amounts[link.of]
    if total is None or _is_aside(report.text, whole, figures[by[0]]):
        return
    if _are_of_two_wholes(report, whole, [figures[index] for index in by]):
        return
    values = [value for index in by if (value := stated.amounts[index]) is not None]
    # What makes a complete list too long may be another matter after its semicolon
    if not link.exhaustive or sum(values) > total:
        by = _of_one_list(report.text, figures, by)
        values = [value for index in by if (value := stated.amounts[index]) is not None]
    added = sum(values, Decimal(0))
    if not link.exhaustive and _is_made_before(report.text, [figures[index] for index in by], values, total):
        return
    slipped = not link.exhaustive and (
        _closes(report.text, [figures[index] for index in by], added, total)
        or _is_but_a_slip(total, values)
        or chance_of_sum(whole, total, [figures[index] for index in by]) <= _RARE
    )
    if len(values) < max(len(by), 2) or added == total or (added < total and not link.exhaustive and not slipped):
        return
    rooms = stated.rooms
    if abs(added - total) <= sum([rooms[index] for index in by], rooms[link.of]):
        return
    if _leaves_room(whole, [figures[index] for index in by], added, total):
        return
    if added < total and _GOES_ON.match(report.text, max(figures[index].end for index in by)):
        return
    words, spans = stated.words, stated.spans
    facts = {
        "parts": " + ".join([words[index] for index in by]),
        "sum": shown_as(added, whole),
        "total": words[link.of],
    }
    related = tuple([spans[index] for index in by])
    if link.exhaustive or slipped:
        severity: Severity = "error" if link.exhaustive else "warning"
        yield Finding("sum-mismatch", severity, spans[link.of], "", facts, related)
    elif not may_overlap(report.text, [figures[index] for index in by]):
        yield Finding("sum-mismatch", "warning", spans[link.of], "more", facts, related)


def _are_of_two_wholes(report: Report, whole: Figure, parts: Sequence[Figure]) -> bool:
    """Whether each part is of a whole of its own: '16 sở và 37 xã đã gửi. Trong đó: 15 sở và 20 xã đăng ký'."""
    other = next(reversed(numbers_before(report, whole, whole.start)), None)
    if other is None or not _BESIDE_A_WHOLE.fullmatch(report.text, other.end, whole.start) or is_alike(other, whole):
        return False
    return any(is_alike(other, one) for one in parts) and any(is_alike(whole, one) for one in parts)


_BESIDE_A_WHOLE = re.compile(r"[^.;:()\d\n]{0,40}(?:\svà|\s?&)\s")
_FROM_BEFORE = re.compile(r"(?<!\w)(?:(?:kỳ|tháng|quý|năm|tuần)\s*trước|chuyển\s(?:sang|qua|từ|tiếp)|tồn)(?!\w)")


def _is_made_before(text: str, parts: Sequence[Figure], values: Sequence[Decimal], total: Decimal) -> bool:
    """Whether the first parts make the whole, and what stands behind them is left over from the time before: 'trong kỳ
    364 hồ sơ, trong đó 363 trực tuyến, 01 trực tiếp, kỳ trước chuyển sang 26'.
    """
    for count, added in list(enumerate(accumulate(values), 1))[1:-1]:
        if added == total:
            return _FROM_BEFORE.search(text, parts[count - 1].end, parts[count].start) is not None
    return False


def _is_aside(text: str, whole: Figure, first: Figure) -> bool:
    """Whether the whole stands in brackets behind another number, and the parts on lines below it: these are parts of
    what the brackets explain ('98 hồ sơ (trực tiếp: 84; trực tuyến: 14), trong đó:').
    """
    between = text[whole.end : first.start]
    return "\n" in between and between.count(")") > between.count("(")


_RARE = 0.004  # chance that numbers of five digits miss a whole by a slip and only pick some out
_NEARLY_ALL = Decimal("0.97")


def _is_but_a_slip(total: Decimal, parts: Sequence[Decimal]) -> bool:
    """Whether parts picked out of a whole make all of it but for one digit, and are stated more finely than what would
    be left: 3.460 = 2.115 + 1.245 + 100 reads as 3.360 miswritten.
    """
    added = sum(parts, Decimal(0))
    if not total * _NEARLY_ALL <= added < total or not is_slip(total, added):
        return False
    left = total - added
    return any(one % left for one in parts) and all(one > left for one in parts)


def _of_one_list(text: str, figures: Sequence[Figure], by: tuple[int, ...]) -> tuple[int, ...]:
    """The parts up to a semicolon, where those before it are parted by commas: what follows is another matter."""
    if text.find(";", figures[by[0]].end, figures[by[-1]].start) < 0:
        return by
    for count, (one, other) in enumerate(pairwise(by), 1):
        if text.find(";", figures[one].end, figures[other].start) >= 0:
            return by if count == 1 else by[:count]
    return by


_GOES_ON = re.compile(
    r"[^\n.;]*,[ \t]*\n"  # the list is cut by the end of a page
    r"|[^\d.;:()\n]{0,40}?(?:,|(?<!\w)và)\s(?:một số|nhiều|vài)(?!\w)"  # 'và một số trường'
)


_THE_REST = re.compile(r"(?<!\w)(?:(?:các|những) [^.;,\d\n]{2,25} (?:còn lại|khác)|số còn lại)\s$")


def _closes(text: str, parts: Sequence[Figure], added: Decimal, total: Decimal) -> bool:
    """Whether the last part is all the rest: 'trồng trọt 74 lớp, chăn nuôi 62 lớp, các lĩnh vực còn lại 40 lớp'."""
    if len(parts) < _LEAST_BEFORE_REST or abs(added - total) * 8 > total:
        return False
    return _THE_REST.search(text, max(parts[-2].end, parts[-1].start - 45), parts[-1].start) is not None


_LEAST_BEFORE_REST = 3


def _leaves_room(whole: Figure, parts: list[Figure], added: Decimal, total: Decimal) -> bool:
    """Whether qualifiers allow the difference: 'trên 200' of parts that add up to 212; parts with 'hơn'."""
    words = {part.qualifier.lower() for part in parts if part.qualifier}
    own = (whole.qualifier or "").lower()
    if own in ABOUT or words & ABOUT:
        return abs(added - total) <= total / 5
    if own in ABOVE:
        return added >= total
    if own in BELOW:
        return added <= total
    return (bool(words & ABOVE) and added < total) or (bool(words & BELOW) and added > total)
