"""Rates of what was dealt with, of what was taken in (tỷ lệ giải quyết trên số thụ lý), whatever is told of either in
between: 'thụ lý 586 vụ với 1.024 bị cáo (sơ thẩm 498 vụ với 882 bị cáo; phúc thẩm 88 vụ với 142 bị cáo); đã giải quyết
568 vụ với 985 bị cáo, đạt 96,9% về số vụ và 96,2% về số bị cáo'.

A case of ``ratio-mismatch``, whose page stands with the arithmetic.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from tongket.checking.evidence.asides import main_line, without_asides
from tongket.checking.evidence.mismatches import rate_mismatch
from tongket.checking.evidence.near_numbers import amount, behind, counts_alike, prose_of
from tongket.checking.evidence.numbers import fits, half_last_digit, single
from tongket.checking.evidence.told import is_plain
from tongket.checking.evidence.two_wholes import is_mean
from tongket.model.figures import Figure
from tongket.model.findings import Finding
from tongket.model.reports import Report

_BY_UNIT = re.compile(r"\s?%?\s(?:về|trên)\s(?:số\s|tổng số\s)?(?P<unit>[^\W\d_]+(?:\s[^\W\d_]+){0,2})")
_REACHED = re.compile(r"[^.;()\d\n]{0,30}(?:[,;]| và)? \(?(?:đạt|chiếm|bằng)(?: tỷ lệ| tỉ lệ)?(?: là)? $")
_REACHED_ENDS = ("đạt ", "chiếm ", "bằng ", " lệ ", " là ", ")", ") ")  # or what an aside ends with
_DEALT_WITH = re.compile(
    r"(?<!\w)(?:giải quyết|xét xử|xử lý|giải ngân|thi hành xong|hoàn thành|thực hiện|thanh toán|khám phá"
    r"|điều tra)(?!\w)"
)
_TAKEN_IN = re.compile(
    r"(?<!\w)(?:[Tt]hụ lý|[Tt]iếp nhận|[Pp]hải (?:thi hành|giải quyết|thực hiện)|[Tt]ổng số|[Kk]hởi tố|[Xx]ảy ra"
    r"|[Gg]iao|[Kk]ế hoạch|[Dd]ự toán|[Bb]ố trí|[Pp]hân bổ|được cấp)(?!\w)[^.;\n]{0,60}$"
)
_PLAN = re.compile(r"(?<!\w)(?:[Kk]ế hoạch|[Dd]ự toán|[Cc]hỉ tiêu|giao)(?!\w)[^.;\n]{0,60}$")
_OF_PLAN = re.compile(r"\s?(?:so (?:với )?)?(?:kế hoạch|dự toán|chỉ tiêu|KH)(?!\w)")
_OF_OTHERS = re.compile(
    r"\s?(?:so (?:với )?|của )?(?:cùng kỳ|năm|kỳ|toàn|trên|trong|số|tổng|vốn giao|yêu cầu|đúng|trước|sớm|quá|đến)(?!\w)"
)
_ALL = 100
_OTHERWISE = re.compile(
    r"(?<!\w)(?:trong (?:số )?đó|riêng|cùng kỳ|năm (?:trước|\d{4})|so với|kỳ trước|chuyển|bình quân|gồm|có điều kiện)"
    r"(?!\w)|%"
)


def check_rates_past_asides(report: Report) -> Iterator[Finding]:
    """Yield ``ratio-mismatch`` where the rate of what was dealt with is not that of the only number of its unit that
    was taken in or planned, the asides of its sentence left out.

    Not flagged: all of those that may be dealt with (100%); rates of another time; wholes with a rate of their own;
    sentences that tell of several such numbers; hedged numbers.
    """
    text = report.text
    for rate in prose_of(report):
        if rate.unit != "%" or rate.change or rate.target or rate.qualifier or single(rate.value) is None:
            continue
        named = _BY_UNIT.match(text, rate.end)
        if named is None and not text.endswith(_REACHED_ENDS, 0, rate.start):
            continue
        told = [one for one in main_line(report, rate) if not is_mean(text, one)]
        part = _named(told, named["unit"]) if named else _right_before(text, told, rate)
        plan = _plan_behind(report, rate, part) if part is not None and named is None else None
        if part is not None and plan is not None:
            if not fits(rate, 100 * amount(part) / amount(plan), 2 * half_last_digit(rate.decimals)):
                yield rate_mismatch(rate, part, plan, amount(plan))
            continue
        whole = _whole_of(text, told, part) if part is not None else None
        if part is None or whole is None:
            continue
        if named is None and (_OF_OTHERS.match(text, rate.end) or not _is_of_its_kind(text, rate, whole)):
            continue
        if single(rate.value) == _ALL and amount(part) < amount(whole):
            continue
        if not fits(rate, 100 * amount(part) / amount(whole), 2 * half_last_digit(rate.decimals)):
            yield rate_mismatch(rate, part, whole, amount(whole))


def _named(told: Sequence[Figure], unit: str) -> Figure | None:
    """The last number that counts what the words behind a rate name."""
    alike = (one for one in reversed(told) if one.unit and f"{unit} ".startswith(f"{one.unit} "))
    part = next(alike, None)
    return part if part is not None and is_plain(part) else None


def _right_before(text: str, told: Sequence[Figure], rate: Figure) -> Figure | None:
    """The number that a rate follows at once."""
    part = told[-1] if told else None
    if part is None or not is_plain(part) or not part.unit or "/" in part.unit:
        return None
    return part if _REACHED.fullmatch(without_asides(text, part.end, rate.start)) else None


def _plan_behind(report: Report, rate: Figure, part: Figure) -> Figure | None:
    """The plan in brackets behind a rate: 'việc làm cho 135 người (trong tỉnh 78 người, ...), đạt 108% kế hoạch (125
    người)'.
    """
    later = behind(report, rate, 1, _PLAN_LETTERS)
    if not later or not _PLAN_IN_BRACKETS.fullmatch(report.text, rate.end, later[0].start):
        return None
    plan = later[0]
    single_one = isinstance(plan.base_value, Decimal) and not plan.change and not plan.qualifier and bool(plan.unit)
    return plan if single_one and counts_alike(plan, part) and amount(plan) else None


_PLAN_LETTERS = 70
_PLAN_IN_BRACKETS = re.compile(
    r"\s?(?:so (?:với )?)?(?:kế hoạch|chỉ tiêu|dự toán|KH|nghị quyết)(?!\w)[^.;()\d\n]{0,40}\((?:[^()\d]{0,20} )?"
)


def _whole_of(text: str, told: Sequence[Figure], part: Figure) -> Figure | None:
    """The only number of its unit before a part that was dealt with, where it was taken in."""
    wholes = [one for one in told if one.end <= part.start and counts_alike(one, part) and "/" not in one.unit]
    if len(wholes) != 1 or not is_plain(wholes[0]) or not wholes[0].unit or amount(wholes[0]) < amount(part):
        return None
    whole = wholes[0]
    between = _MEANS.sub("", without_asides(text, whole.end, part.start))
    dealt = _DEALT_WITH.search(between) is not None and not _OTHERWISE.search(between)
    return whole if dealt and _TAKEN_IN.search(text, max(whole.start - 90, 0), whole.start) else None


_MEANS = re.compile(r",\s(?:bình quân|trung bình)\s[^,;.\n]{0,60}(?=[,;])")


def _is_of_its_kind(text: str, rate: Figure, whole: Figure) -> bool:
    """Whether a rate of a plan is held against a plan."""
    if _OF_PLAN.match(text, rate.end) is None:
        return True
    return whole.target or _PLAN.search(text, max(whole.start - 90, 0), whole.start) is not None


CHECKS = (check_rates_past_asides,)
