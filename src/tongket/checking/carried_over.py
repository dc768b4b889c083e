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

from tongket.checking.near_numbers import amount, counts_alike, prose_of
from tongket.checking.numbers import rounding, shown_as
from tongket.checking.places import line_of
from tongket.checking.told import is_plain
from tongket.model.figures import Figure
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report

_A_TIME = r"(?:kỳ|quý|tháng|năm|tuần|nhiệm kỳ)"
_STEPS = tuple(
    (step, re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE))
    for step, words in (
        ("", r"so với|cùng kỳ|bình quân|chỉ tiêu|kế hoạch|lũy kế|luỹ kế|tăng|giảm"),
        (
            "left",
            rf"(?:chuyển|mang|gối) (?:(?:sang|qua) )?{_A_TIME} sau|tồn cuối {_A_TIME}|cuối {_A_TIME}(?: chỉ)? còn"
            r"|tồn chuyển sau|(?<!chưa )chuyển tiếp sau",
        ),
        (
            "was",
            rf"{_A_TIME} trước|{_A_TIME} (?:cũ|trước) (?:chuyển|để lại)|chuyển (?:sang|qua)|đầu {_A_TIME}|số cũ|cũ\s*$"
            r"|(?:tồn|từ) trước|tồn đọng từ",
        ),
        ("all", r"tổng(?: số| cộng)?|phải (?:giải quyết|xử lý|thi hành)"),
        (
            "left",
            r"còn(?: lại)?|hiện có|đang|chưa",
        ),
        ("came", r"thụ lý|tiếp nhận|nhận|phát sinh|mới|nhập(?! khẩu| ngũ| học)|vào viện|bổ sung"),
        (
            "went",
            r"giải quyết|xử lý|thi hành xong|tất toán|xét xử|trả lời|trả kết quả|hoàn thành|thu hồi|thanh lý|ra viện"
            r"|xuất(?! sắc| khẩu| hiện| bản)|hết (?:thời )?hạn|chuyển|rút đơn|đình chỉ|trả lại|hướng dẫn|tử vong",
        ),
    )
)
_CAME_THEN = re.compile("|".join(cue.pattern for step, cue in _STEPS if step in ("came", "went")), re.IGNORECASE)
_KEPT = re.compile(r"(?<!\w)(?:chuyển|để lại|tồn|còn|mang|gối|cũ)(?!\w)", re.IGNORECASE)  # not 'năm trước tiếp nhận'
_OF_WHICH = re.compile(r"(?<!\w)(?:trong đó|bao gồm|gồm)(?!\w)|\(|^[^;,.()]{0,40}:", re.IGNORECASE)
_ENDS = re.compile(r"[;.](?=\s)|\n|\)")
_CLAUSE = re.compile(r"[,;.()]\s?")
_ORDER = ("was", "came", "went", "left")
_FAR = 180  # letters between two numbers of one account
_LEAD, _TAIL = 70, 45


@dataclass(slots=True)
class _Account:
    """The steps of an account in the order in which they are told, each with its numbers."""

    steps: dict[str, list[Figure]] = field(default_factory=dict)
    last: int = 0  # where the last of its numbers ends
    inside: bool = False  # among the parts of a step


def is_taken_over(text: str, one: Figure) -> bool:
    """Whether the words by a number say that it was there before the period."""
    return _step(text, one, max(one.start - _LEAD, 0), one.end + _TAIL) == "was"


def check_carried_over(report: Report) -> Iterator[Finding]:
    """Yield ``sum-mismatch`` where what is handed on is not what was taken over and came in, less what was dealt with:
    'kỳ trước chuyển sang 38 vụ việc, thụ lý mới 127 vụ việc; giải quyết 131 vụ việc, chuyển kỳ sau 36 vụ việc'.

    Not flagged: accounts that tell their steps in another order or leave one out; parts of a step; hedges. What goes
    out in several ways may be told so, or as parts of the first.
    """
    paragraphs = groupby(prose_of(report), key=lambda one: line_of(report, one.start))
    for _, figures in paragraphs:
        yield from _check_paragraph(report.text, list(figures))


def _check_paragraph(text: str, figures: Sequence[Figure]) -> Iterator[Finding]:
    account = _Account()
    for at, one in enumerate(figures):
        before = figures[at - 1].end if at else max(text.rfind("\n", 0, one.start) + 1, one.start - _LEAD)
        step = _step(text, one, before, figures[at + 1].start if at + 1 < len(figures) else len(text))
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
    return not apart and _step(text, other, one.end, len(text)) == "left"


def _step(text: str, one: Figure, before: int, behind: int) -> str:
    """Which step of an account the words by a number name, those before it first; "" where none."""
    lead = _CLAUSE.split(text[before : one.start])[-1]
    tail = _CLAUSE.split(text[one.end : min(one.end + _TAIL, behind)])[0]
    for said in (lead, tail):
        for step, cue in _STEPS:
            if cue.search(said):
                return "" if step == "was" and _CAME_THEN.search(said) and not _KEPT.search(said) else step
    return ""


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
