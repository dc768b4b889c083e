"""Rates of a plan that another section tells (kế hoạch nêu ở mục khác): 'Kế hoạch xác định 22 cuộc giám sát trong năm',
and under the results 'đã thực hiện 14 cuộc giám sát, đạt 60,87% kế hoạch năm', which is of 23.

A case of ``ratio-mismatch``, whose page stands with the arithmetic.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import islice

from tongket.checking.evidence.mismatches import rate_mismatch
from tongket.checking.evidence.near_numbers import amount, is_pen_slip, prose_of
from tongket.checking.evidence.numbers import fits, half_last_digit, is_hedged, rounding, single
from tongket.checking.evidence.stops import sentence_start
from tongket.checking.evidence.told import is_plain
from tongket.model.figures import Figure
from tongket.model.findings import Finding
from tongket.model.quantities import Share
from tongket.model.reports import Report
from tongket.vietnamese.unicode import folded

_PLANNED = re.compile(
    r"(?<!\w)(?:[Kk]ế hoạch|[Cc]hỉ tiêu|xác định|đề ra|đăng ký|giao)(?!\w)"
    r"(?P<said>(?:(?!kế hoạch|chỉ tiêu|xác định|đề ra|giao)[^.;\n]){0,110})$"
)
_NOT_PLANNED = re.compile(
    r"(?<!\w)(?:đạt|vượt|đã|thực hiện được|hoàn thành|bằng|so với|cùng kỳ|quý|tháng|trong đó)(?!\w)"
)
_OF_PLAN = re.compile(r" (?:so với |của )?(?:kế hoạch|chỉ tiêu)(?: (?:năm|cả năm|đề ra|được giao))?(?= ?[.,;)\n]|$)")
_ATTAINED = re.compile(r"(?:[^.;()\n%]{0,90}|[^.;()\n%]{0,40}\([^()\n%]{1,140}\))(?:,| và)? (?:đạt|bằng)(?: tỷ lệ)? $")
_NOUN = re.compile(r" ?(?P<noun>[^\W\d_]+ [^\W\d_]+)")
_BACK, _MOST, _FAR = 160, 6, 260  # letters of a sentence, numbers before a rate, letters to its result
_ALL = 100
_OFF = Decimal("0.2")  # of the plan, by which the one that the rate tells may be off


def check_plans_in_sections(report: Report) -> Iterator[Finding]:
    """Yield ``ratio-mismatch`` where a rate of the plan is not that of its result in the only number that the report
    tells as planned of the same thing, and the rate is right of a number that is nearly the plan.

    Not flagged: plans of months; things of which two plans are told; results whose plan stands beside them.
    """
    figures = prose_of(report)
    rates = [at for at, one in enumerate(figures) if one.unit == "%" and _OF_PLAN.match(report.text, one.end)]
    if not rates:
        return
    plans: dict[tuple[str, str], dict[Decimal, Figure]] = defaultdict(dict)
    for one in figures:
        if _is_planned(report.text, one):
            plans[one.base_unit, _noun(report.text, one)].setdefault(amount(one), one)
    for at in rates:
        part = _result(report.text, figures, at)
        if part is None or is_hedged(figures[at]) or figures[at].change:
            continue
        noun = _noun(report.text, part)
        of = list(plans.get((part.base_unit, noun), {}).values()) if noun else []
        if len(of) == 1 and _is_another(figures[at], part, of[0]):
            yield rate_mismatch(figures[at], part, of[0], amount(of[0]))


def _is_planned(text: str, one: Figure) -> bool:
    if not is_plain(one) or not one.unit or one.unit == "%" or isinstance(one.value, Share):
        return False
    said = _PLANNED.search(text, sentence_start(text, one.start, _BACK), one.number_start)
    return said is not None and not _NOT_PLANNED.search(said["said"])


def _result(text: str, figures: Sequence[Figure], at: int) -> Figure | None:
    """The number that the words before a rate say was reached."""
    for one in islice(reversed(figures[max(at - _MOST, 0) : at]), _MOST):
        if figures[at].start - one.end > _FAR:
            return None
        if is_plain(one) and one.unit and _ATTAINED.fullmatch(text, one.end, figures[at].start):
            return one
    return None


def _noun(text: str, one: Figure) -> str:
    """The first words of what a number counts: 'cuộc giám sát'."""
    said = _NOUN.match(text, one.number_end)
    return folded(said["noun"]) if said else ""


def _is_another(rate: Figure, part: Figure, plan: Figure) -> bool:
    """Whether a rate is of a whole number that is nearly the plan, and not of the plan."""
    stated, of = single(rate.value) or Decimal(0), amount(plan)
    if stated <= 0 or of <= 0 or not rate.decimals:
        return False
    room = rounding(part.value, part.base_value)
    if fits(rate, _ALL * amount(part) / of, half_last_digit(rate.decimals) + _ALL * room / of):
        return False
    meant = round(_ALL * amount(part) / stated)
    near = abs(meant - of) <= max(of * _OFF, Decimal(1)) or is_pen_slip(Decimal(meant), of)
    return near and fits(rate, _ALL * amount(part) / meant, half_last_digit(rate.decimals))


CHECKS = (check_plans_in_sections,)
