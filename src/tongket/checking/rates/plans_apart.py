"""Plans and results that stand in sentences of their own (kế hoạch, kết quả nêu ở hai câu): the rate, what is beyond,
what is missing.

Cases of ``ratio-mismatch`` and ``change-mismatch``, whose pages stand with the arithmetic.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from tongket.checking.evidence.near_numbers import amount, before, is_pen_slip, prose_of
from tongket.checking.evidence.numbers import half_last_digit, is_hedged, rounding, shown, shown_as, single
from tongket.checking.evidence.same_matter import are_of_two_years, keys_of, lead_of, names_new, told_before
from tongket.checking.evidence.slips_between import is_slip_between
from tongket.checking.evidence.stops import sentence_start
from tongket.checking.evidence.told import is_alike
from tongket.checking.rates.excused_rates import has_siblings, is_borne_out
from tongket.checking.rates.tied_rates import Told
from tongket.model.figures import Figure
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.quantities import Share
from tongket.model.reports import Report

_PLAN_WORD = r"(?:[Kk]ế hoạch|KH|[Cc]hỉ tiêu|[Dd]ự toán|DT|[Mm]ục tiêu|[Nn]ghị quyết)"
_PLANNED = re.compile(
    rf"(?<!\w)(?:{_PLAN_WORD}|(?<!đã )(?<!bàn )[Gg]iao|[Pp]hấn đấu|[Nn]hu cầu|[Đđ]ịnh mức)(?!\w)"
    r"(?:,\s(?=năm|trong))?(?![^;]*(?<!\w)(?:đạt|vượt)\s)[^;,()]*$"
)
_RATIO_WORD = r"[Tt](?:ỷ|ỉ) lệ(?:\s(?:hoàn thành|thực hiện|giải ngân|thu|chi|kế hoạch|chỉ tiêu|dự toán|vốn))*"
_ATTAINS = re.compile(
    rf"(?<!\w)(?:[Đđ]ạt|[Bb]ằng|[Hh]oàn thành|{_RATIO_WORD})(?:\s(?:được|là|đạt|tỷ lệ|tỉ lệ|với))*\s\(?$"
)
_A_RATIO = re.compile(r"(?<!\w)[Tt](?:ỷ|ỉ) lệ(?!\w)")
_OF_DONE = re.compile(rf"(?<!\w){_RATIO_WORD}(?:\s(?:được|là|đạt|bằng|ở mức))*\s\(?$")
_BEYOND = re.compile(r"(?<!\w)[Vv]ượt(?:\s(?:mức|thêm|tới|đến|là|chỉ tiêu|kế hoạch))*\s\(?$")
_MORE = re.compile(r"(?<!\w)(?:[Vv]ượt|[Tt]ăng thu|[Nn]hiều hơn)(?:\s(?:thêm|được|tới|là|mức))*\s\(?$")
_LESS = re.compile(r"(?<!\w)(?:[Tt]hiếu|[Hh]ụt|[Hh]ụt thu|[Ii]t hơn|[Cc]òn thiếu)(?:\s(?:hụt|là|tới))*\s\(?$")
_OTHER_MEASURE = re.compile(
    r"(?<!\w)(?:[Cc]ùng kỳ|[Nn]ăm (?:trước|ngoái)|đầu năm|bình quân|[Rr]iêng|[Tt]rong đó|[Ll]ũy kế|[Ll]uỹ kế"
    r"|tăng|giảm|hơn|kém|đúng hạn|hài lòng)(?!\w)"
)


def _is_aside(text: str, low: int, high: int) -> bool:
    """Whether a result is told of a part or of another time; 'lũy kế', what is done of a plan so far, is neither."""
    return any(not _SO_FAR.fullmatch(found[0]) for found in _OTHER_MEASURE.finditer(text, low, high))


_SO_FAR = re.compile(r"[Ll](?:ũy|uỹ) kế")
_SPAN = re.compile(r"(?<!\w)(?:nhiệm kỳ|giai đoạn|trung hạn|\d{1,2} năm|năm năm)(?!\w)")
_OF_PLAN = re.compile(rf"\s?\)?\s?(?:so (?:với )?)?(?:mức )?(?:{_PLAN_WORD}|số)(?!\w)")
_OF_MONTHS = re.compile(rf"\s?(?:so (?:với )?)?{_PLAN_WORD}\s(?:\d|quý|tháng|kỳ|đợt|giai đoạn)")
_ENDS = re.compile(r"\s?(?:[.;,)](?!\d)|\n|$)")
_KNOWN = keys_of(
    "đạt bằng hoàn thành vượt tỷ lệ tỉ so với kế hoạch chỉ tiêu dự toán mục tiêu nghị quyết giao được đề ra như vậy"
    " thực hiện tương ứng thiếu hụt mức kh dt tăng thu nhiều hơn số trên kết quả"
)
_MOST_ENDS = 2  # sentences that may end between a rate and its plan
_FAR = 300  # letters between a rate and what was done
_TIMES = 4  # a rate that is further off is one of other things
_ALL = 100


@dataclass(frozen=True, slots=True)
class _Pair:
    """What was planned, and what was done of it."""

    plan: Figure
    done: Figure

    @property
    def rate(self) -> Decimal:
        """The result in per cent of the plan."""
        return _ALL * amount(self.done) / amount(self.plan)


def check_rates_of_plans_apart(report: Report) -> Iterator[Finding]:
    """Yield ``ratio-mismatch`` where a rate is not that of the only result to the only plan told before it, and its
    clause names nothing that they do not: 'Chỉ tiêu giao 800 lao động. Đã đào tạo 865 lao động. Tỷ lệ đạt 125,4%'.

    Allowed: a unit of the last printed digit; 'đạt 100%' of what passes its plan. Not flagged: plans of another time,
    place or thing; rates that any two numbers near them make.
    """
    for rate in prose_of(report):
        stated = single(rate.value)
        if rate.unit != "%" or rate.change or rate.target or is_hedged(rate) or not stated:
            continue
        low, high = lead_of(report, rate)
        beyond = _BEYOND.search(report.text, low, high) is not None
        if not beyond and not _ATTAINS.search(report.text, low, high):
            continue
        if _A_RATIO.search(report.text, low, high) and not _OF_DONE.search(report.text, low, high):
            continue  # 'tỷ lệ lao động qua đào tạo đạt 62%'
        pair = (_share_beside(report, rate) if beyond else None) or _pair_of(report, rate, low)
        if pair is None or (stated == _ALL <= pair.rate and not beyond):
            continue
        if has_siblings(report, Told(rate, pair.done, ())):
            continue  # 'đạt 625 tỷ đồng, bằng 27,8% kế hoạch; giải ngân 214 tỷ đồng, bằng 9,53%': of a plan not told
        true = pair.rate - _ALL if beyond else pair.rate
        room = 2 * half_last_digit(rate.decimals) + _room(pair)
        likely = 0 < true <= _TIMES * stated <= _TIMES * _TIMES * true or is_pen_slip(stated, true, rate.decimals)
        likely = likely or _is_slip_of_terms(pair, *(_ALL * beyond + stated + way * room for way in (-1, 1)))
        if abs(true - stated) > room and likely and not is_borne_out(report, rate):
            yield _rate_finding(rate, pair, true, beyond=beyond)


def check_gaps_to_plans(report: Report) -> Iterator[Finding]:
    """Yield ``change-mismatch`` where what is said to be beyond a plan, or missing of it, is not the difference of the
    only plan and the only result told before: 'Chỉ tiêu giao 120 đảng viên. Đã kết nạp 132 đảng viên, vượt 22 đảng
    viên'.

    Not flagged: what names another plan, time or thing; differences that any two numbers of the unit near them have.
    """
    for gap in prose_of(report):
        if gap.unit == "%" or is_hedged(gap) or gap.target or not amount(gap) or "/" in gap.unit:
            continue
        low, high = lead_of(report, gap)
        more, less = _more(report.text, gap, low), _LESS.search(report.text, low, high)
        pair = (_share_beside(report, gap) if more else None) or (_pair_of(report, gap, low) if more or less else None)
        if pair is None or not is_alike(pair.plan, gap):
            continue
        true, stated = amount(pair.done) - amount(pair.plan), amount(gap)
        right_way = true > 0 if more else true < 0
        reached = amount(pair.plan) + (stated if more else -stated)
        right_way = right_way or is_slip_between(pair.done, reached, reached)
        room = sum((rounding(one.value, one.base_value) for one in (gap, pair.plan, pair.done)), Decimal(0))
        if right_way and abs(abs(true) - stated) > room and not _is_made(report, gap):
            yield _gap_finding(gap, pair, true)


def _is_slip_of_terms(pair: _Pair, low: Decimal, high: Decimal) -> bool:
    """Whether a result or a plan is a slip of the pen of what the other makes it, by a rate between two."""
    done, plan = amount(pair.done), amount(pair.plan)
    return is_slip_between(pair.done, low * plan / _ALL, high * plan / _ALL) or (
        low > 0 and is_slip_between(pair.plan, _ALL * done / high, _ALL * done / low)
    )


_BESIDE = re.compile(r"[^.;:()\d\n]{0,60}[,;(]\s?[^.;:()\d\n]{0,20}")


def _share_beside(report: Report, told: Figure) -> _Pair | None:
    """The result and the plan of a share right before what is said to be beyond a plan: 'tổ chức 56/45 cuộc kiểm tra,
    vượt 24,4% kế hoạch'.
    """
    last = before(report, told, 1, _FAR)
    if not last or not isinstance(last[0].value, Share) or not isinstance(last[0].base_value, Share):
        return None
    share, value, base = last[0], last[0].value, last[0].base_value
    beside = _BESIDE.fullmatch(report.text, share.end, told.number_start) is not None
    if (
        not beside
        or not value.whole
        or share.target
        or not (_ENDS.match(report.text, told.end) or _OF_PLAN.match(report.text, told.end))
    ):
        return None
    plan = replace(share, value=value.whole, base_value=base.whole)
    return _Pair(plan, replace(share, value=value.part, base_value=base.part))


def _more(text: str, gap: Figure, low: int) -> bool:
    """Whether a number is said to be beyond a plan: 'vượt 12 người', 'tăng 145 triệu đồng so với dự toán'."""
    if _MORE.search(text, low, gap.number_start):
        return True
    return _RISES.search(text, low, gap.number_start) is not None and _THAN_PLAN.match(text, gap.end) is not None


_RISES = re.compile(r"(?<!\w)[Tt]ăng(?:\sthêm)?\s$")
_THAN_PLAN = re.compile(rf"\s?so (?:với )?(?:mức )?{_PLAN_WORD}(?!\w)")


def _pair_of(report: Report, told: Figure, low: int) -> _Pair | None:
    """The only plan and the only result of the fewest sentences before a number that hold both; None where there are
    several, or where the clause of the number names anything that they do not.
    """
    text = report.text
    if _OTHER_MEASURE.search(text, low, told.number_start) and not _more(text, told, low):
        return None
    if not _ENDS.match(text, told.end) and not _OF_PLAN.match(text, told.end):
        return None
    last = before(report, told, 1, _FAR)
    if _OF_MONTHS.match(text, told.end):
        return None
    for ends in range(_MOST_ENDS + 1):
        near = [one for one in told_before(report, told, ends) if "/" not in one.unit and amount(one)]
        plans = [one for one in near if one.target or _PLANNED.search(text, *lead_of(report, one))]
        done = [one for one in near if one not in plans and any(is_alike(one, plan) for plan in plans)]
        if plans and done:
            break
    else:
        return None
    alone = len({amount(one) for one in plans}) == 1 and len({amount(one) for one in done}) == 1
    if not alone or last[-1] not in (plans[-1], done[-1]):
        return None
    if _OTHER_MEASURE.search(text, *lead_of(report, plans[-1])) or _is_aside(text, *lead_of(report, done[-1])):
        return None
    if are_of_two_years(report, plans[-1], done[-1]):
        return None
    spans = [_SPAN.search(text, *lead_of(report, one)) is not None for one in (plans[-1], done[-1])]
    if spans[0] and not spans[1]:
        return None  # the plan of a whole term, the result of one year
    first = sentence_start(text, min(plans[-1].start, done[-1].start))
    return None if names_new(report, told, first, _KNOWN) else _Pair(plans[-1], done[-1])


def _room(pair: _Pair) -> Decimal:
    terms = (rounding(one.value, one.base_value) for one in (pair.plan, pair.done))
    return 2 * _ALL * sum(terms, Decimal(0)) / amount(pair.plan)


def _is_made(report: Report, gap: Figure) -> bool:
    """Whether any two numbers of its unit near a difference have it."""
    near: Sequence[Figure] = [one for one in told_before(report, gap, 2 * _MOST_ENDS) if is_alike(one, gap)]
    return any(abs(amount(one) - amount(other)) == amount(gap) for one in near for other in near)


def _rate_finding(rate: Figure, pair: _Pair, true: Decimal, *, beyond: bool) -> Finding:
    sign = f"{_ALL} + " if beyond else ""
    facts = {"part": shown_as(amount(pair.done), pair.done), "whole": shown_as(amount(pair.plan), pair.plan)}
    facts |= {"true_pct": f"{sign}{shown(round(true, max(rate.decimals, 1)))}", "pct": f"{sign}{shown(rate.value)}"}
    related = tuple(Span(one.start, one.end) for one in (pair.done, pair.plan))
    return Finding("ratio-mismatch", "error", Span(rate.start, rate.end), "", facts, related)


def _gap_finding(gap: Figure, pair: _Pair, true: Decimal) -> Finding:
    facts = {"now": shown_as(amount(pair.done), pair.done), "before": shown_as(amount(pair.plan), pair.plan)}
    facts |= {"true": shown_as(abs(true), gap), "change": shown_as(amount(gap), gap)}
    related = tuple(Span(one.start, one.end) for one in (pair.done, pair.plan))
    return Finding("change-mismatch", "error", Span(gap.start, gap.end), "", facts, related)
