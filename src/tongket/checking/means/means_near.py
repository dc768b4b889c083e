"""Means, costs and rates of people whose terms stand farther off (bình quân, đơn giá nhân số lượng, trên vạn dân).

Cases of ``ratio-mismatch``, whose page stands with the arithmetic.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from tongket.checking.evidence.finds import finds
from tongket.checking.evidence.gifts import gifts_of
from tongket.checking.evidence.kept import of_last_report
from tongket.checking.evidence.near_numbers import (
    amount,
    before,
    behind,
    chance_of,
    counts_alike,
    is_pen_slip,
    prose_of,
    swapped,
)
from tongket.checking.evidence.numbers import half_last_digit, rounding, shown, shown_as, single
from tongket.checking.evidence.same_matter import adds_another
from tongket.checking.evidence.stops import line_end, line_start
from tongket.checking.evidence.told import amount_of, is_people, is_plain, population_of
from tongket.checking.means.yields_told import is_yield
from tongket.model.figures import Figure
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report
from tongket.registry.unit_words import match_unit

_MEAN = re.compile(r"(?<!\w)(?:[Bb]ình quân|[Tt]rung bình|[Tt]ính ra|[Mm]ỗi|[Mm]ột)(?!\w)[^.;\d\n]{0,60}$")
_PER_BEFORE = re.compile(r"(?<!\w)(?:[Mm]ỗi|[Mm]ột|[Tt]ừng)\s(?P<thing>[^.;:(),\d\n]{2,40})$")
_PER_BEHIND = re.compile(r"\s?(?:/|một|mỗi|trên một|trên mỗi)\s?(?P<thing>[^.;:(),\d\n]{2,25})")
_OF_TIME = re.compile(r"(?<!\w)(?:[Mm]ỗi|[Mm]ột|[Hh]ằng|[Hh]àng) (?:ngày|tuần|tháng|quý|năm)(?!\w)[^.;\d\n]{0,40}$")
_PLANNED = re.compile(
    r"(?<!\w)(?:[Pp]hấn đấu|[Đđ]ịnh mức|[Tt]ối đa|[Tt]ối thiểu|[Qq]uy định|cao nhất|thấp nhất|[Mm]ức)(?!\w)"
)
_NEAR, _FAR = 12, 900  # numbers and letters before a mean
_SURE = 0.12  # chance that a slip is none
_IN_ORDER = 0.2  # of the slips of a number by chance, those that change the order of its digits alone
_LIKE = Decimal("1.25")  # times: pairs that come so near are those that may be meant


@dataclass(frozen=True, slots=True)
class Pair:
    """A total and what it is divided by."""

    total: Figure
    count: Figure
    added: Figure | None = None  # a second part of the total

    @property
    def whole(self) -> Decimal:
        """The total, of two parts where it is told so."""
        return amount(self.total) + (amount(self.added) if self.added else Decimal(0))


def check_means_near(report: Report) -> Iterator[Finding]:
    """Yield ``ratio-mismatch`` where a mean is, but for a slip of the pen, that of two numbers told before it: '9.275
    lượt người bệnh, tổng số ngày điều trị 51.012 ngày, trung bình 5,05 ngày'.

    Not flagged: means that any two numbers near it make; those of a day, a month or a year, whose number is told
    otherwise; slips that chance may have made; norms.
    """
    text = report.text
    for mean in prose_of(report):
        if not is_plain(mean) or mean.target or not amount(mean):
            continue
        lead = text[max(mean.start - 70, 0) : mean.number_start]
        per = thing_of_mean(text, mean)
        if (not per and not _MEAN.search(lead)) or _PLANNED.search(lead):
            continue
        if not per and _OF_TIME.search(lead):
            continue
        if is_yield(mean) and any(one.base_unit == mean.base_unit for one in behind(report, mean, 1, _AHEAD)):
            continue  # 'năng suất 64,9 tạ/ha, sản lượng 1.418,7 tấn': of the harvest behind it, whatever stands before
        pairs = list(_pairs(report, mean, per))
        found = _slip(mean, pairs)
        if found is not None:
            yield mean_finding(mean, found)


def thing_of_mean(text: str, mean: Figure) -> str:
    """The unit of what a mean is taken of: behind its slash, behind 'mỗi', or behind it: 'em một lớp'."""
    if "/" in mean.unit:
        said = mean.unit.split("/")[1]
    else:
        found = _PER_BEFORE.search(text, max(mean.start - 60, 0), mean.number_start)
        found = found or _PER_BEHIND.match(text, mean.end, mean.end + 30)
        said = found["thing"] if found else ""
    matched = match_unit(said.split()[:4])
    return matched[0].base if matched is not None and matched[0].kind not in ("duration", "rate") else ""


def _pairs(report: Report, mean: Figure, per: str) -> Iterator[Pair]:
    near = [one for one in before(report, mean, _NEAR, _FAR) if is_plain(one) and "/" not in one.unit]
    totals = [one for one in near if _is_total(one, mean)]
    counts = [one for one in near if one not in totals and (one.base_unit == per if per else one in near[-3:])]
    counts += [one for one in behind(report, mean, 1, 6) if per and is_plain(one) and one.base_unit == per]
    if per and not counts:
        counts = [one for one in behind(report, mean, 2, _AHEAD) if is_plain(one) and one.base_unit == per]
    if per and not counts:
        told = _counted(report).get(per, {})
        counts = list(told.values()) if len(told) == 1 else []  # of several groups any may be meant
    for count in counts:
        if amount(count) > 1:
            near_by = [total for total in totals if _is_of_paragraph(report, mean, total, count)]
            yield from (Pair(total, count) for total in near_by if total is not count)
            yield from (
                Pair(one, count, other)
                for one, other in list(pairwise(totals))[-1:]
                if count not in (one, other) and _is_of_paragraph(report, mean, count)
            )


@of_last_report
def _counted(report: Report) -> Mapping[str, Mapping[Decimal, Figure]]:
    """The plain numbers of the prose by what they count and how many."""
    found: dict[str, dict[Decimal, Figure]] = {}
    for one in prose_of(report):
        if is_plain(one):
            found.setdefault(one.base_unit, {})[amount(one)] = one
    return found


_AHEAD = 90  # letters behind a mean in which its count may be told first


def _is_of_paragraph(report: Report, mean: Figure, *terms: Figure) -> bool:
    """Whether a mean stands in one paragraph with a total or a count that it may be of."""
    low, high = line_start(report.text, mean.start), line_end(report.text, mean.end)
    return any(low <= one.start < high for one in terms)


def _is_total(one: Figure, mean: Figure) -> bool:
    return amount(one) > amount(mean) and (
        one.base_unit in (mean.base_unit, f"lượt {mean.base_unit}")
        or (is_people(one) and is_people(mean))
        or counts_alike(one, mean)
    )


def _slip(mean: Figure, pairs: Sequence[Pair]) -> Pair | None:
    """The two numbers of which a mean is a slip; None where some pair makes it."""
    stated, base = single(mean.value) or Decimal(0), amount(mean)
    room = 2 * half_last_digit(mean.decimals) * base / stated if mean.decimals else Decimal(0)
    true = [pair.whole / amount(pair.count) for pair in pairs]
    if any(abs(one - base) <= max(room, base / 100) for one in true):
        return None
    tries = sum(1 for one in true if base <= one * _LIKE and one <= base * _LIKE)
    for pair, one in zip(pairs, true, strict=True):
        if not one * _FAR_OFF > base > one / _FAR_OFF:
            continue
        if is_pen_slip(stated, one * stated / base, mean.decimals) or _is_count_slip(mean, pair, base):
            order = swapped(stated, one * stated / base, mean.decimals)
            return pair if chance_of(stated, max(tries, 1)) * (_IN_ORDER if order else 1) <= _SURE else None
    return None


def _is_count_slip(mean: Figure, pair: Pair, base: Decimal) -> bool:
    """Whether the number in brackets right behind a mean is the slip: '36,7 em (117 lớp)'."""
    stated = single(pair.count.value) or Decimal(0)
    beside = pair.count.start > mean.start and pair.count.qualifier is None
    return beside and stated >= _TELLING and is_pen_slip(stated, pair.whole / base)


_TELLING = 100
_MOST_DIGITS = 5
_FAR_OFF = 12  # times: what is further off has lost more than a digit


def mean_finding(mean: Figure, pair: Pair) -> Finding:
    """That a mean is not that of a total and a count."""
    scale = (single(mean.value) or Decimal(1)) / amount(mean)
    part = f"{pair.total.text} + {pair.added.text}" if pair.added else pair.total.text
    true = pair.whole / amount(pair.count) * scale
    digits = next((one for one in range(max(mean.decimals, 1), _MOST_DIGITS) if round(true, one)), _MOST_DIGITS)
    facts = {"part": part, "whole": pair.count.text, "true": shown(round(true, digits)), "mean": mean.text}
    related = tuple(Span(one.start, one.end) for one in (pair.total, pair.count))
    return Finding("ratio-mismatch", "error", Span(mean.start, mean.end), "mean", facts, related)


_PRICE = re.compile(
    r"(?<!\w)(?:[Mm]ức(?! đầu tư)|[Đđ]ịnh mức|[Đđ]ơn giá|[Gg]iá(?! trị)|[Mm]ỗi|[Mm]ột)(?!\w)[^.;\d\n]{0,50}$"
)
_PAID = re.compile(
    r"(?<!\w)(?:[Tt]ổng|[Kk]inh phí|[Ss]ố tiền|hết|chi(?: trả)?|hỗ trợ|trị giá|thành tiền|cấp|giải ngân|[Cc]ả năm"
    r"|\d{1,2} tháng)(?!\w)[^.;\d\n]{0,50}$"
)
_MONTHS = re.compile(r"(?<![\d/.,])(\d{1,2}) tháng(?!\s\d)")
_YEAR = Decimal(12)
_LEAST_DIGITS = 2


def check_costs_near(report: Report) -> Iterator[Finding]:
    """Yield ``ratio-mismatch`` where a cost is, but for a slip of the pen, what one takes times how many there are (and
    months): '15 hộ, mỗi hộ 4 con giống, giá 1,2 triệu đồng/con. Kinh phí hết 62 triệu đồng'.

    Not flagged: costs that some of these make; sums of one digit; slips that chance may have made.
    """
    text = report.text
    summed = {found.total.start for found in gifts_of(report)}  # which are held against all their kinds
    for cost in prose_of(report):
        if cost.start in summed or cost.base_unit != "đồng" or not is_plain(cost) or "/" in cost.unit or cost.target:
            continue
        if not _PAID.search(text, max(cost.start - 70, 0), cost.start):
            continue
        paragraph = text.rfind("\n", max(cost.start - 420, 0), cost.start)
        near = [one for one in before(report, cost, 8, 420) if one.start > paragraph and is_plain(one) and amount(one)]
        prices = [one for one in near if one.base_unit == "đồng" and _is_price(text, one)]
        if not prices or cost in prices or any(adds_another(text, price, one) for price in prices for one in near):
            continue
        counts = [one for one in near if one.base_unit not in ("đồng", "%") and "/" not in one.unit]
        low = near[0].start if near else cost.start
        months = {Decimal(found) for found in _MONTHS.findall(text[low : cost.start])} | {Decimal(1)}
        months |= {_YEAR} if text.find("cả năm", low, cost.start) >= 0 else set()
        yield from _check_cost(text, cost, prices, counts, months)


def _is_price(text: str, one: Figure) -> bool:
    behind_it = _PER_BEHIND.match(text, one.end, one.end + 30)
    return (
        "/" in one.unit or behind_it is not None or _PRICE.search(text, max(one.start - 60, 0), one.start) is not None
    )


def _check_cost(
    text: str, cost: Figure, prices: Sequence[Figure], counts: Sequence[Figure], months: set[Decimal]
) -> Iterator[Finding]:
    made: list[tuple[Decimal, tuple[Figure, ...]]] = [
        (amount(price) * amount(count) * month, (price, count))
        for price in prices
        for count in counts
        for month in months
    ]
    made += [
        (amount(price) * amount(one) * amount(other), (price, one, other))
        for price in prices
        for one, other in pairwise(counts)
    ]
    if len(prices) > 1:
        made += [
            (amount(prices[0]) * amount(one) + amount(prices[1]) * amount(other), (*prices[:2], one, other))
            for one, other in pairwise(counts)
        ]
    stated, base = single(cost.value) or Decimal(0), amount(cost)
    room = rounding(cost.value, cost.base_value) + base / 100
    if not stated or any(abs(true - base) <= room for true, _ in made):
        return
    digits = len(stated.normalize().as_tuple().digits)
    zeros = [(true, by) for true, by in made if any(abs(base - true * by_many) <= room for by_many in _THOUSANDS)]
    if len(zeros) == 1 and cost.unit in _LARGE and not _is_of_its_count(text, zeros[0][1]):  # which lost zeros tell
        yield _cost_finding(cost, *zeros[0])
        return
    close = [(true, by) for true, by in made if base <= true * 2 and true <= base * 2]
    for true, by in close:
        scaled = true * stated / base
        if digits >= _LEAST_DIGITS and is_pen_slip(stated, scaled, max(cost.decimals, 0)):
            if chance_of(stated, len(close), digits) <= _SAID:
                yield _cost_finding(cost, true, by)
            return


def _is_of_its_count(text: str, by: Sequence[Figure]) -> bool:
    """Whether a price is of what is counted: 'mỗi suất' of '2.400 suất quà'."""
    thing = thing_of_mean(text, by[0])
    return bool(thing) and f"{by[1].base_unit} ".startswith(f"{thing} ")


_THOUSANDS = (Decimal(1000), Decimal("0.001"))  # a million for a billion
_LARGE = frozenset(("triệu đồng", "tỷ đồng"))


def _cost_finding(cost: Figure, true: Decimal, by: Sequence[Figure]) -> Finding:
    """That a cost is not what its prices make: what each would have taken of it, or of two what these make."""
    place, related = Span(cost.start, cost.end), tuple(Span(one.start, one.end) for one in by)
    if len(by) == _TWO_PRICES:
        first, second, one, other = (one.text for one in by)
        facts = {"parts": f"{one} × {first} + {other} × {second}", "sum": shown_as(true, cost), "total": cost.text}
        return Finding("sum-mismatch", "error", place, "", facts, related)
    price, *counts = by
    months = round(true / amount(price) / amount(counts[0])) if len(counts) == 1 else 1
    scale = (single(price.value) or Decimal(1)) / true
    whole = ", ".join((*(one.text for one in counts), *([f"{months} tháng"] if months > 1 else [])))
    facts = {"part": cost.text, "whole": whole, "mean": price.text}
    facts["true"] = f"{shown(round(amount(cost) * scale, max(price.decimals, 2)))} {price.unit.split('/')[0]}"
    return Finding("ratio-mismatch", "error", place, "mean", facts, related)


_TWO_PRICES = 4  # numbers: two prices, and how many of each
_SAID = 0.6  # the words say that the cost is of these

_MANY = re.compile(r"(?:vạn|10\.000)\s(?:người\s)?dân")
_PER_PEOPLE = re.compile(r"(?P<thing>[^\W\d_]+(?:\s[^\W\d_]+){0,2})\s?(?:/|trên)\s?(?:một\s|0?1\s)?$")


def check_rates_per_people(report: Report) -> Iterator[Finding]:
    """Yield ``ratio-mismatch`` where a rate per ten thousand inhabitants is not, but for a slip, that of the things in
    all inhabitants: '210 giường, đạt 32 giường bệnh/vạn dân' of 91.450 people.
    """
    population = population_of(report)
    people = amount_of(population) if population else None
    if population is None or not people:
        return
    for many in finds(_MANY, report.text):
        found = _PER_PEOPLE.search(report.text, max(many.start() - 45, 0), many.start())
        if found is None:
            continue
        rate = _rate_at(report, found.start(), many.end())
        count = _count_of(report.text, found["thing"]) if rate else None
        if rate is None or count is None:
            continue
        stated, true = single(rate.value) or Decimal(0), count * 10_000 / people
        room = half_last_digit(rate.decimals) * 2
        if abs(true - stated) > room and _is_rate_slip(stated, true, rate.decimals):
            facts = {"part": f"{shown(count)} {found['thing']}", "whole": population.text, "mean": rate.text}
            facts["true"] = shown(round(true, max(rate.decimals, 1)))
            related = (Span(population.start, population.end),)
            yield Finding("ratio-mismatch", "error", Span(rate.start, rate.end), "mean", facts, related)


def _is_rate_slip(stated: Decimal, true: Decimal, decimals: int) -> bool:
    return is_pen_slip(stated, true, decimals) or (true / 2 < stated < true * 2)


def _rate_at(report: Report, start: int, end: int) -> Figure | None:
    """The number of a rate: before its words, or the first behind them."""
    for one in prose_of(report):
        if one.number_end <= start <= one.number_end + 2 or one.number_start <= start < one.end:
            return one
        if end <= one.start <= end + 30 and report.text[end : one.start].count(".") == 0:
            return one
    return None


def _count_of(text: str, thing: str) -> Decimal | None:
    """How many of a thing the report counts, where it says one number only: '58 bác sĩ', 'bác sĩ 58'."""
    words = thing.split()
    for name in (" ".join(words[at:]) for at in range(len(words))):
        head = name.split()[0]
        said = re.findall(
            rf"(?<![\d.,])(\d[\d.]*) {re.escape(name)}(?!\w|/)|(?<!\w){re.escape(name)}:? (\d[\d.]*)(?![\d,]|\w)", text
        )
        said = said or re.findall(rf"(?<![\d.,])(\d[\d.]*) {re.escape(head)}(?!\w|/)(?! bệnh/)()", text)
        counts = {(one or other).replace(".", "") for one, other in said if len(name) > 3}
        if len(counts) == 1:
            return Decimal(counts.pop() or 0) or None
    return None
