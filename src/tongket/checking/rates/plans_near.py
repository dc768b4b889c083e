"""Numbers against plans and aims told farther off (vượt kế hoạch, phấn đấu thêm): what passes a plan, what an aim adds.

Cases of ``ratio-mismatch`` and ``sum-mismatch``, whose pages stand with the arithmetic.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import pairwise
from operator import attrgetter

from tongket.checking.evidence.mismatches import rate_mismatch
from tongket.checking.evidence.near_numbers import (
    amount,
    before,
    behind,
    chance_of,
    counts_alike,
    ends_between,
    is_pen_slip,
    prose_of,
)
from tongket.checking.evidence.numbers import fits, half_last_digit, shown, shown_as, single
from tongket.checking.evidence.same_matter import keys_of, lead_of
from tongket.checking.evidence.told import is_plain
from tongket.checking.rates.excused_rates import is_borne_out
from tongket.checking.rates.tied_rates import PARTS
from tongket.model.figures import Figure
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report

_BEYOND = re.compile(r"(?<!\w)[Vv]ượt(?:\s[^\W\d_]+){0,5}\s(?:là\s|tới\s|đến\s)?$")
_AIMED = re.compile(r"(?<!\w)(?:[Pp]hấn đấu|[Dd]ự kiến|sẽ)(?!\w)[^.;]*$")
_A_PLAN = re.compile(
    r"(?<!\w)(?:[Kk]ế hoạch|KH|[Cc]hỉ tiêu|[Dd]ự toán|[Gg]iao|[Mm]ục tiêu|[Pp]hấn đấu)(?!\w)"
    r"(?![^.;]*,\s(?:[^.;,]*\s)?(?:ước|đã|đạt|bằng)\s)[^.;]*$"  # behind a comma with a verb stands what was done
)
_NEAR, _FAR = 8, 500  # numbers and letters before a percentage
_SURE = 0.3  # chance that a slip is none: the words name the plan


def check_beyond_plans_near(report: Report) -> Iterator[Finding]:
    """Yield ``ratio-mismatch`` where a plan is not passed by the percentage told, but for a slip: 'Chỉ tiêu giao 420
    đoàn viên. Huyện đã kết nạp được 461 đoàn viên, vượt 19,8% chỉ tiêu'.

    Not flagged: percentages that a plan and a result near them make; slips that chance may have made.
    """
    text = report.text
    for rate in prose_of(report):
        stated = single(rate.value)
        if rate.unit != "%" or rate.change or not stated:
            continue
        told = _BEYOND.search(text, max(rate.start - 40, 0), rate.start)
        if told is None or _AIMED.search(text, max(rate.start - 90, 0), rate.start):
            continue
        near = [one for one in before(report, rate, _NEAR, _FAR) if is_plain(one) and amount(one)]
        later = [one for one in behind(report, rate, 1, 60) if is_plain(one) and amount(one)]
        plans = [one for one in (*near, *later) if one.target or _is_planned(text, one)]
        pairs = [(done, plan) for plan in plans for done in near if done not in plans and counts_alike(done, plan)]
        here = [pair for pair in pairs if not ends_between(report, min(one.end for one in pair), rate.start)]
        found = _slip(rate, here or pairs) if not _is_made(rate, pairs) else None
        if found is not None:
            true = round(100 * amount(found[0]) / amount(found[1]) - 100, max(rate.decimals, 1))
            facts = {"part": shown_as(amount(found[0]), found[0]), "whole": shown_as(amount(found[1]), found[1])}
            facts |= {"true_pct": f"100 + {shown(true)}", "pct": f"100 + {shown(stated)}"}
            related = tuple(Span(one.start, one.end) for one in found)
            yield Finding("ratio-mismatch", "error", Span(rate.start, rate.end), "", facts, related)


def _is_planned(text: str, one: Figure) -> bool:
    said = _A_PLAN.search(text, max(one.start - 50, 0), one.number_start)
    return said is not None and not any(letter.isdigit() for letter in said[0]) and not PARTS.search(said[0])


def _beyond(done: Figure, plan: Figure) -> Decimal:
    return 100 * amount(done) / amount(plan) - 100


def _is_made(rate: Figure, pairs: Sequence[tuple[Figure, Figure]]) -> bool:
    return any(fits(rate, _beyond(*pair), 2 * half_last_digit(rate.decimals)) for pair in pairs)


def _slip(rate: Figure, pairs: Sequence[tuple[Figure, Figure]]) -> tuple[Figure, Figure] | None:
    """The result and plan of which a percentage is a slip; None where chance may have made it."""
    stated = single(rate.value) or Decimal(0)
    for pair in pairs:
        one = _beyond(*pair)
        if one > 0 and is_pen_slip(stated, one, rate.decimals):
            return pair if chance_of(stated, len(pairs)) <= _SURE else None
    return None


_AHEAD, _SHARED = 320, 2  # letters in which a plan is told later, words that it shares with its result


def check_plans_told_later(report: Report) -> Iterator[Finding]:
    """Yield ``ratio-mismatch`` where the only plan is told behind its percentage, in the words of the result: 'giải
    quyết việc làm cho 420 người, đạt 105% kế hoạch ... Kế hoạch giao giải quyết việc làm cho 380 lao động'.

    Not flagged: percentages that another number near them makes; plans of another paragraph or matter.
    """
    text = report.text
    for done, rate in pairwise(prose_of(report)):
        stated = single(rate.value)
        if rate.unit != "%" or rate.change or rate.target or not stated or not is_plain(done) or not amount(done):
            continue
        reached = _HAS_REACHED.search(text, max(rate.start - 30, done.end), rate.start)
        if not reached or ends_between(report, done.end, rate.start) or not _OF_A_PLAN.match(text, rate.end):
            continue
        told = (*before(report, done, _NEAR, _FAR), *behind(report, rate, _NEAR, _AHEAD))
        plans = [one for one in told if counts_alike(one, done) and (one.target or _is_planned(text, one))]
        if len(plans) != 1 or plans[0].start < rate.end or "\n" in text[rate.end : plans[0].start]:
            continue
        true = 100 * amount(done) / amount(plans[0]) if amount(plans[0]) else Decimal(0)
        near = stated / _TIMES < true < stated * _TIMES
        if not near or abs(true - stated) <= 2 * half_last_digit(rate.decimals) or is_borne_out(report, rate):
            continue
        if len(_matter(report, done) & _matter(report, plans[0])) >= _SHARED:
            yield rate_mismatch(rate, done, plans[0], amount(plans[0]))


_TIMES = 3  # a rate that is further off is one of other things
_OF_PLANS = keys_of("kế hoạch chỉ tiêu dự toán giao mục tiêu năm đề ra người lao động hộ đồng triệu tỷ ha")


def _matter(report: Report, one: Figure) -> frozenset[str]:
    """The words that lead to a number, but for those of plans and units."""
    return keys_of(report.text[slice(*lead_of(report, one))]) - _OF_PLANS


_HAS_REACHED = re.compile(r"(?<!\w)(?:[Hh]oàn thành|[Đđ]ạt|[Bb]ằng)(?:\s[^\W\d_]+){0,2}\s$")
_OF_A_PLAN = re.compile(r"\s?(?:so (?:với )?)?(?:kế hoạch|chỉ tiêu|dự toán|KH|mục tiêu)(?!\w)(?! (?:tỉnh|năm)? ?\()")
_UNLIKELY = 0.12


def check_plans_reached(report: Report) -> Iterator[Finding]:
    """Yield ``ratio-mismatch`` where a plan told right before its percentage is not, but for a slip, reached so far:
    'giải quyết việc làm cho 21.840 lao động ... chỉ tiêu 20.000 lao động, như vậy hoàn thành 102,9% kế hoạch'.

    Not flagged: percentages that a plan and a number near them make; slips that chance may have made.
    """
    text = report.text
    figures = prose_of(report)
    for plan, rate in pairwise(figures):
        stated = single(rate.value)
        if rate.unit != "%" or rate.change or not stated or not amount(plan) or not is_plain(plan):
            continue
        if not (plan.target or _is_planned(text, plan)) or ends_between(report, plan.end, rate.start):
            continue
        if not _HAS_REACHED.search(text, max(rate.start - 30, 0), rate.start) or not _OF_A_PLAN.match(text, rate.end):
            continue
        near = [
            one for one in before(report, rate, _NEAR, 2 * _FAR) if one is not plan and is_plain(one) and amount(one)
        ]
        true = [(100 * amount(one) / amount(plan), one) for one in near if counts_alike(one, plan)]
        if any(fits(rate, value, half_last_digit(rate.decimals)) for value, _ in true):
            continue
        for value, done in true:
            if is_pen_slip(stated, value, rate.decimals) and chance_of(stated, len(true)) <= _UNLIKELY:
                facts = {"part": shown_as(amount(done), done), "whole": shown_as(amount(plan), plan)}
                facts |= {"true_pct": shown(round(value, max(rate.decimals, 1))), "pct": shown(stated)}
                related = (Span(done.start, done.end), Span(plan.start, plan.end))
                yield Finding("ratio-mismatch", "error", Span(rate.start, rate.end), "", facts, related)
                break


_MORE = re.compile(r"(?<!\w)(?:[Tt]hêm|mới|[Gg]iảm)(?:\s(?:được|ít nhất|tối thiểu|khoảng|từ))*\s$")
_LESS = re.compile(r"(?<!\w)[Gg]iảm(?: thêm)?(?:\s[^\W\d_]+)?\s$")
_REACHES = re.compile(
    r"[^.;\d\n]{0,60}(?:,|để|nhằm)\s(?:[^.;\d\n]{0,60}\s)?(?:lên|đạt|còn|hoàn thành chỉ tiêu"
    r"|đủ chỉ tiêu|có)\s(?:[^.;\d\n]{0,30}\s)?"
)
_BASES = 40  # numbers of the unit that are tried
_LIKELY = 0.3


def check_aims_added(report: Report) -> Iterator[Finding]:
    """Yield ``sum-mismatch`` where an aim is not, but for a slip, what there is with what is to be added: '5.348 đoàn
    viên ... Phấn đấu kết nạp thêm 450 đoàn viên, đưa tổng số lên 5.898 đoàn viên'.

    Not flagged: aims that any number of the unit makes with what is added; slips that chance may have made.
    """
    text = report.text
    held: dict[str, list[Figure]] = defaultdict(list)
    for one in report.figures:
        if is_plain(one) and not one.target and one.unit not in ("%", ""):
            held[one.unit].append(one)
    for more, total in pairwise(prose_of(report)):
        if not (more.target and total.target) or not counts_alike(more, total) or more.unit == "%":
            continue
        down = _LESS.search(text, max(more.start - 25, 0), more.number_start) is not None
        if not (down or _MORE.search(text, max(more.start - 25, 0), more.number_start)):
            continue
        if not _REACHES.fullmatch(text, more.end, total.start):
            continue
        yield from _check_aim(more, total, _bases(held, more, total), -1 if down else 1)


def _bases(held: Mapping[str, Sequence[Figure]], more: Figure, total: Figure) -> list[Figure]:
    """The last numbers before an aim, of those ``held`` by their units, that it may add to."""
    found: list[Figure] = []
    for unit in {more.unit, total.unit}:
        alike = held.get(unit, ())
        last = bisect_left(alike, more.start, key=attrgetter("start"))
        nearest = alike[max(last - _BASES, 0) : last]
        found += [one for one in nearest if unit == more.unit or counts_alike(one, more)]
    return sorted(found, key=attrgetter("start"))[-_BASES:]


def _check_aim(more: Figure, total: Figure, held: Sequence[Figure], way: int) -> Iterator[Finding]:
    stated = amount(total)
    made = {amount(one) + way * amount(more): one for one in held}
    if stated in made:
        return
    likely = {value: one for value, one in made.items() if value > 0 and 4 * stated <= 5 * value <= 6 * stated}
    for value, one in likely.items():
        if is_pen_slip(stated, value, total.decimals):
            if chance_of(stated, len(likely)) <= _LIKELY:
                sign = " + " if way > 0 else " - "
                facts = {"parts": f"{shown_as(amount(one), one)}{sign}{shown_as(amount(more), more)}"}
                facts |= {"sum": shown_as(value, total), "total": shown_as(stated, total)}
                related = tuple(Span(by.start, by.end) for by in (one, more))
                yield Finding("sum-mismatch", "error", Span(total.start, total.end), "", facts, related)
            return
