"""Balances whose steps stand on lines or in sentences of their own (thu, chi, tồn nêu thành từng dòng): 'Số dư năm
trước chuyển sang: ... Tổng thu: ... Tổng chi: ... Số dư cuối kỳ: ...', lists of what came in and went out between them.

A case of ``sum-mismatch``, whose page stands with the arithmetic. What stands in one paragraph without such labels,
``remainders`` holds.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from tongket.checking.evidence.near_numbers import amount, is_pen_slip, prose_of
from tongket.checking.evidence.numbers import is_hedged, rounding, shown_as, single
from tongket.checking.evidence.told import is_off_by_zeros
from tongket.model.figures import Figure
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report

_BEGINS = r"(?:^|[.;]\s|\n\s*(?:[-+*•–]\s?|\d{1,2}[.)]\s?|[a-zđ]\)\s?)?)"
_TAIL = r"[^.;:,\d\n]{0,30}(?:năm \d{4}[^.;:,\d\n]{0,20})?(?::|là|đạt|được)?\s?$"
_STEPS = (
    (
        "stock",
        r"(?:[Ss]ố dư|[Tt]ồn(?: quỹ)?|[Kk]ết dư|[Dd]ư)[^.;:,\d\n]{0,20}"
        r"(?:đầu (?:kỳ|năm)|năm trước|kỳ trước|năm \d{4}(?= (?:chuyển|mang)))(?: (?:chuyển|mang) sang)?",
    ),
    ("in", r"(?:[Tt]ổng (?:số )?(?:tiền )?thu|[Tt]hu trong (?:năm|kỳ))(?! nhập| hồi)"),
    ("out", r"(?:[Tt]ổng (?:số )?(?:tiền )?chi|[Cc]hi trong (?:năm|kỳ))(?! bộ| hội| nhánh| đoàn| phí)"),
    (
        "left",
        r"(?:[Ss]ố dư|[Tt]ồn(?: quỹ)?|[Kk]ết dư|[Dd]ư)[^.;:,\d\n]{0,20}(?:cuối (?:kỳ|năm)|đến nay|hiện nay|chuyển sang)"
        r"|[Cc]òn (?:lại|tồn|dư)|[Tt]ồn quỹ|[Ss]ố dư",
    ),
)
_LABELS = tuple((step, re.compile(rf"{_BEGINS}(?:{words})(?!\w){_TAIL}")) for step, words in _STEPS)
_LEAD, _FAR = 100, 2500  # letters of a label, and of an account


def check_balances_of_lines(report: Report) -> Iterator[Finding]:
    """Yield ``sum-mismatch`` where what is left is not what there was with all that came in and without all that went
    out.

    Without what there was: slips of the pen alone. Not flagged: accounts that tell a step twice or leave one out;
    hedged numbers; what is left of what came in alone.
    """
    steps: dict[str, Figure] = {}
    for one in prose_of(report):
        if one.base_unit != "đồng" or "/" in one.unit or one.change:
            continue
        lead = report.text[max(one.start - _LEAD, 0) : one.number_start]
        step = next((name for name, label in _LABELS if label.search(lead)), "")
        if not step:
            continue
        if steps and one.start - next(iter(steps.values())).start > _FAR:
            steps = {}
        if step in steps or is_hedged(one):
            steps = {}
        steps[step] = one
        if step == "left":
            yield from _check(steps)
            steps = {}


def _check(steps: dict[str, Figure]) -> Iterator[Finding]:
    if not {"in", "out"} <= set(steps):
        return
    left, came, went = (steps[name] for name in ("left", "in", "out"))
    stock = steps.get("stock")
    alone = amount(came) - amount(went)
    true = alone + (amount(stock) if stock else Decimal(0))
    room = sum((rounding(one.value, one.base_value) for one in steps.values()), Decimal(0))
    if true <= 0 or any(abs(made - amount(left)) <= room for made in (true, alone)):
        return
    if stock is None and not _is_slip(left, true):
        return  # some of what is left was there before
    signs = ([stock] if stock else []) + [came]
    facts = {
        "parts": f"{' + '.join(shown_as(amount(one), one) for one in signs)} - {shown_as(amount(went), went)}",
        "sum": shown_as(true, came),
        "total": left.text,
    }
    related = tuple(Span(one.start, one.end) for one in (*signs, went))
    yield Finding("sum-mismatch", "error", Span(left.start, left.end), "", facts, related)


def _is_slip(one: Figure, meant: Decimal) -> bool:
    value, base = single(one.value) or Decimal(0), amount(one)
    return is_pen_slip(value, meant * value / base, one.decimals) or is_off_by_zeros(base, meant)


CHECKS = (check_balances_of_lines,)
