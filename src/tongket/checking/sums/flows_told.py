"""What there was, what came and went, and what there is (biến động trong kỳ): members, pupils, households, codes.

Cases of ``sum-mismatch``, whose page stands with the arithmetic.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from tongket.checking.evidence.flows import Flow, flows_of
from tongket.checking.evidence.near_numbers import (
    amount,
    before,
    chance_of,
    counts_alike,
    ends_between,
    is_pen_slip,
    prose_of,
)
from tongket.checking.evidence.numbers import rounding, shown_as
from tongket.checking.evidence.stops import sentence_end
from tongket.checking.evidence.told import is_plain
from tongket.model.figures import Figure
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report

_MOST = 7  # numbers of brackets
_FAR = 130  # letters of them
_SURE = 0.5  # chance that a slip is none: the words already say that the numbers belong together


def check_flows_told(report: Report) -> Iterator[Finding]:
    """Yield ``sum-mismatch`` where what there is at the end is, but for a slip, not what there was with what came and
    without what went: 'đầu kỳ 968 chị; phát triển mới 54 chị, chuyển đi 17 chị. Đến nay có 1.015 hội viên'.

    Not flagged: accounts that leave a step unnamed, or name one twice; differences that are no slip.
    """
    for flow in flows_of(report):
        yield from _check(flow)
        yield from _check_from_now(report, flow)


_THERE_ARE = re.compile(
    r"(?<!\w)(?:[Hh]iện (?:nay )?(?:có|còn)|[Đđ]ến nay (?:có|còn)|[Tt]ổng số)(?: [^\W\d_]+){0,3}:?\s$"
)
_BACK = 60  # letters before a number that say that so many there are


def _check_from_now(report: Report, flow: Flow) -> Iterator[Finding]:
    """An account that begins with what there is: 'Chi bộ hiện có 25 đảng viên, sinh hoạt ở 03 tổ. Đầu năm có 23 đảng
    viên; kết nạp 02, chuyển đến 03, chuyển đi 02, từ trần 01'.
    """
    steps, then = flow.steps, flow.figures[0]
    if steps[0] != "was" or steps.count("was") > 1 or {"came", "went"} != set(steps[1:]):
        return
    near = before(report, then, _MOST, _FAR)
    now = next((one for one in reversed(near) if is_plain(one) and one.unit and counts_alike(one, then)), None)
    if now is None or not _THERE_ARE.search(report.text, max(now.start - _BACK, 0), now.start):
        return
    last = flow.figures[-1].end
    if _DIGIT.search(report.text, last, sentence_end(report.text, last, _FAR)):
        return  # of a step that was not read as one
    if len(ends_between(report, now.end, then.start)) > 1 or _OTHER_TIME.search(report.text, now.end, then.start):
        return
    moves = ["came", *steps[1:]]
    yield from _compare(now, _moved(flow.figures, moves), flow.figures, steps)


_DIGIT = re.compile(r"\d")
_OTHER_TIME = re.compile(r"(?<!\w)(?:năm trước|cùng kỳ|nhiệm kỳ trước|trong đó|gồm)(?!\w)")


_LEFT = re.compile(
    r"(?<!\w)(?:[Cc]òn(?: lại)?|[Cc]uối (?:năm|kỳ|quý)|[Tt]ồn(?: cuối kỳ)?|[Dd]ư|[Kk]ết dư|[Hh]iện (?:có|còn)"
    r"|(?P<short>[Bb]ội chi|[Tt]hâm hụt|[Ââ]m))"
    r"(?: [^\W\d_]+){0,4}\s$"
)
_OPENS = re.compile(r"[^.;,()\d\n]{0,40}\(\s?")
_IN_BRACKETS = tuple(
    (step, re.compile(rf"(?<!\w)(?:{words})(?!\w)"))
    for step, words in (
        ("was", "tồn|dư|đầu (?:kỳ|năm|quý|tháng)|(?:kỳ|năm|tháng) trước|chuyển sang|số cũ"),
        (
            "went",
            "(?:đã )?(?:giải quyết|xử lý|xuất|trả|chi|thanh lý)|giảm|chuyển đi|thoát (?:cận )?nghèo|ra khỏi|qua đời",
        ),
        ("came", "phát sinh|tiếp nhận|thụ lý|nhận|nhập|thu|tăng|kết nạp|bổ sung|mới|chuyển đến"),
    )
)


def check_accounts_in_brackets(report: Report) -> Iterator[Finding]:
    """Yield ``sum-mismatch`` where what is left is not what the brackets behind it make: 'còn 12 đơn (tồn đầu kỳ 07
    đơn, phát sinh 46 đơn, đã giải quyết 44 đơn)', 'bội chi 24 triệu đồng (thu 186 triệu đồng, chi 220 triệu đồng)'.

    Not flagged: brackets that hold a number of another thing, leave a step unnamed, or name one twice.
    """
    figures = prose_of(report)
    for at, left in enumerate(figures):
        opened = _OPENS.match(report.text, left.end) if is_plain(left) and left.unit else None
        said = _LEFT.search(report.text, max(left.start - 60, 0), left.number_start) if opened else None
        if opened is None or said is None:
            continue
        closed = report.text.find(")", opened.end(), opened.end() + _FAR)
        group = [one for one in figures[at + 1 : at + _MOST] if one.end <= closed]
        ends = [opened.end(), *(one.end for one in group)]
        steps = [_step_inside(report.text[low : one.start]) for low, one in zip(ends, group, strict=False)]
        whole = all(is_plain(one) and counts_alike(one, left) for one in group) and len(set(steps)) == len(steps) > 1
        if not whole or not {"came", "went"} <= set(steps) or "" in steps:
            continue
        made = sum(
            (-amount(one) if step == "went" else amount(one) for one, step in zip(group, steps, strict=True)),
            Decimal(0),
        )
        true = -made if said["short"] else made
        room = sum((rounding(one.value, one.base_value) for one in (left, *group)), Decimal(0))
        if true > 0 and abs(true - amount(left)) > room:
            yield _account(left, true, group, steps)


def _step_inside(lead: str) -> str:
    return next((step for step, cue in _IN_BRACKETS if cue.search(lead.lower())), "")


def _account(end: Figure, true: Decimal, by: Sequence[Figure], steps: Sequence[str]) -> Finding:
    signs = ["" if at == 0 else " - " if step == "went" else " + " for at, step in enumerate(steps)]
    parts = "".join(sign + shown_as(amount(one), one) for sign, one in zip(signs, by, strict=True))
    facts = {"parts": parts, "sum": shown_as(true, end), "total": shown_as(amount(end), end)}
    related = tuple(Span(one.start, one.end) for one in by)
    return Finding("sum-mismatch", "error", Span(end.start, end.end), "", facts, related)


def _check(flow: Flow) -> Iterator[Finding]:
    count, figures, steps = flow.account, flow.figures, flow.steps
    if count:
        end = steps.index("is")
        by = [at for at in range(count) if at != end]
        moves = [(figures[at], "came" if steps[at] == "was" else steps[at]) for at in by]
        true = _moved([one for one, _ in moves], [step for _, step in moves])
        yield from _compare(figures[end], true, [one for one, _ in moves], [steps[at] for at in by])
    elif steps[0] == "was":
        return
    elif "net" in steps:
        end = steps.index("net")
        if end > 1 and all(step in ("came", "went") for step in steps[:end]):
            yield from _compare(figures[end], abs(_moved(figures[:end], steps[:end])), figures[:end], steps[:end])
    elif {"came", "went"} <= set(steps[:-1]) and figures[-1].change and all(steps[:-1]) and flow.compared:
        moves_of_all = steps[:-1]
        if set(moves_of_all) == {"came", "went"}:
            true = abs(_moved(figures[:-1], moves_of_all))
            yield from _compare(figures[-1], true, figures[:-1], moves_of_all, surely=_ANY)
    elif list(steps[:3]) == ["came", "is", "was"]:
        came, now, then = figures[:3]
        yield from _compare(then, amount(now) - amount(came), (now, came), ("came", "went"))


def _moved(group: Sequence[Figure], steps: Sequence[str]) -> Decimal:
    moves = (amount(one) if step == "came" else -amount(one) for one, step in zip(group, steps, strict=True))
    return sum(moves, Decimal(0))


def _is_slip(one: Figure, step: str, missing: Decimal, surely: float) -> bool:
    """Whether a step of an account is a slip of the pen of what would make the account right."""
    meant = amount(one) - missing if step == "went" else amount(one) + missing
    return meant > 0 and is_pen_slip(amount(one), meant, one.decimals) and chance_of(amount(one), 2) <= surely


def _is_other_digit(one: Figure, missing: Decimal) -> bool:
    """Whether a step of one digit would make the account right with another digit."""
    return amount(one) < _TEN and any(0 < amount(one) + way * missing < _TEN for way in (1, -1))


_TEN = 10
_SURELY = 0.08  # chance that a slip of a step is none
_ANY = 2.0  # where what came, what went and the difference are told in a row


def _compare(
    end: Figure, true: Decimal, by: Sequence[Figure], steps: Sequence[str], surely: float = 0
) -> Iterator[Finding]:
    stated = amount(end)
    omitted = {abs(true - amount(one)) for one in by} | {true + amount(one) for one in by}
    full = {"was", "came", "went"} <= set(steps)  # an account that tells every step
    surely = surely or (_ANY if full else _SURELY)
    slip = is_pen_slip(stated, true, end.decimals) and chance_of(stated, 1) <= (_ANY if full else _SURE)
    slip = slip or any(_is_slip(one, step, stated - true, surely) for one, step in zip(by, steps, strict=True))
    slip = slip or (full and any(_is_other_digit(one, stated - true) for one in by))
    if stated == true or true <= 0 or not (slip or stated in omitted):
        return
    yield _account(end, true, by, steps)
