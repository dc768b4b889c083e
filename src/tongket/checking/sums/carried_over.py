"""Cases that a period took over, took in, dealt with and hands on (án, đơn, vụ việc kỳ trước chuyển sang, kỳ sau).

Unlike members and households, which come and go, they are dealt with; what was taken over makes that more may be dealt
with than came in. A case of ``sum-mismatch``, whose page stands with the arithmetic.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import groupby

from tongket.checking.evidence.accounts import may_be_taken_over, step_of
from tongket.checking.evidence.near_numbers import amount, counts_alike, prose_of
from tongket.checking.evidence.numbers import rounding, shown_as
from tongket.checking.evidence.places import line_of
from tongket.checking.evidence.stops import line_start
from tongket.checking.evidence.told import is_plain
from tongket.model.figures import Figure
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report

_OF_WHICH = re.compile(r"(?<!\w)(?:trong đó|bao gồm|gồm)(?!\w)|\(|^[^;,.()]{0,40}:", re.IGNORECASE)
_ENDS = re.compile(r"[;.](?=\s)|\n|\)")
_LEAD = 70  # letters before a number that say what it is of
_ORDER = ("was", "came", "went", "left")
_FAR = 180  # letters between two numbers of one account


@dataclass(slots=True)
class _Account:
    """The steps of an account in the order in which they are told, each with its numbers."""

    steps: dict[str, list[Figure]] = field(default_factory=dict)
    last: int = 0  # where the last of its numbers ends
    inside: bool = False  # among the parts of a step


def check_carried_over(report: Report) -> Iterator[Finding]:
    """Yield ``sum-mismatch`` where what is handed on is not what was taken over and came in, less what was dealt with:
    'kỳ trước chuyển sang 38 vụ việc, thụ lý mới 127 vụ việc; giải quyết 131 vụ việc, chuyển kỳ sau 36 vụ việc'.

    Not flagged: accounts that tell their steps in another order or leave one out; parts of a step; hedges. What goes
    out in several ways may be told so, or as parts of the first.
    """
    paragraphs = groupby(prose_of(report), key=lambda one: line_of(report, one.start))
    for figures in [list(figures) for _, figures in paragraphs]:
        if may_be_taken_over(report.text, figures[0], figures[-1]):
            yield from _check_paragraph(report.text, figures)


def _check_paragraph(text: str, figures: Sequence[Figure]) -> Iterator[Finding]:
    account = _Account()
    for at, one in enumerate(figures):
        before = figures[at - 1].end if at else line_start(text, one.start, _LEAD)
        step = step_of(text, one, before, figures[at + 1].start if at + 1 < len(figures) else len(text))
        held = next(iter(account.steps.values()), None)
        if held is None or one.start - account.last > _FAR:
            account = _Account({step: [one]}, one.end) if step == "was" and is_plain(one) else _Account()
            continue
        if one.unit == "%" or not counts_alike(one, held[0]):
            continue
        joint = text[account.last : one.start]
        opened = max((found.end() for found in _OF_WHICH.finditer(joint)), default=0)
        closed = max((found.end() for found in _ENDS.finditer(joint)), default=0)
        account.inside = opened > closed or (account.inside and not closed)
        account.last = one.end
        if step == "all" or (account.inside and (step != "came" or "came" in account.steps)):
            if step == "left" and account.inside:
                account = _Account()  # of what was dealt with, or of all
            continue
        told = list(account.steps)
        again = step == "went" and told[-1] == "went"
        if not is_plain(one) or not (again or (step,) == _ORDER[len(told) : len(told) + 1]):
            account = _Account()
            continue
        account.steps.setdefault(step, []).append(one)
        if step == "left":
            if not _is_left_in_parts(text, figures, at):
                yield from _check(account.steps)
            account = _Account()


def _is_left_in_parts(text: str, figures: Sequence[Figure], at: int) -> bool:
    """Whether another number of the clause tells more of what is left: 'còn 02 đơn chưa xong, 05 đơn đang xử lý'."""
    if at + 1 >= len(figures):
        return False
    one, other = figures[at], figures[at + 1]
    apart = _ENDS.search(text, one.end, other.start) or not counts_alike(one, other)
    return not apart and step_of(text, other, one.end, len(text)) == "left"


def _check(steps: dict[str, list[Figure]]) -> Iterator[Finding]:
    (was,), (came,), went, (left,) = steps.values()
    held = amount(was) + amount(came)
    out = sum(map(amount, went), Decimal(0))
    room = sum((rounding(one.value, one.base_value) for one in (was, came, *went, left)), Decimal(0))
    if any(abs(held - gone - amount(left)) <= room for gone in (out, amount(went[0]))) or held < out:
        return
    by = (was, came, *went)
    signs = ("", " + ", *(" - " for _ in went))
    facts = {
        "parts": "".join(sign + shown_as(amount(one), one) for sign, one in zip(signs, by, strict=True)),
        "sum": shown_as(held - out, left),
        "total": shown_as(amount(left), left),
    }
    related = tuple(Span(one.start, one.end) for one in by)
    yield Finding("sum-mismatch", "error", Span(left.start, left.end), "", facts, related)
