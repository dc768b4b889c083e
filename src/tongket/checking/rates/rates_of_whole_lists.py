"""Lists whose percentages make a hundred, and one whose number is of another whole than the others (một mục có số và tỷ
lệ không cùng tổng): 'Giỏi 47 em (16,5%); Khá 122 em (39,3%); Trung bình 117 em (41,1%); Yếu 9 em (3,2%)' of 285.

Cases of ``ratio-mismatch``, whose page stands with the arithmetic.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import ROUND_HALF_UP, Decimal

from tongket.checking.evidence.numbers import shown
from tongket.checking.evidence.rated_lists import Rated, runs_of
from tongket.model.figures import Figure
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report

_ALL = 100
_FEWEST = 3  # items of a list
_NARROW = 50  # times by which the whole is less open than large


def check_rates_of_whole_lists(report: Report) -> Iterator[Finding]:
    """Yield ``ratio-mismatch`` where the numbers and percentages of a list are of one whole, but for one item, and the
    percentages make a hundred.

    Not flagged: lists of fewer than three; wholes that the other items leave open; percentages that make no hundred.
    """
    read = {one.number_start: one for one in report.figures}
    for run in runs_of(report):
        if len(run) < _FEWEST or any(not one.count or not one.rate for one in run):
            continue
        room = sum((_step(one) for one in run), Decimal(0)) / 2
        if abs(sum((one.rate for one in run), Decimal(-_ALL))) > room:
            continue
        odd = [found for at in range(len(run)) if (found := _apart(run, at)) is not None]
        if len(odd) == 1:
            yield _finding(read, *odd[0])


def _step(one: Rated) -> Decimal:
    return Decimal(1).scaleb(-one.decimals)


def _range(one: Rated) -> tuple[Decimal, Decimal]:
    """Between what the whole of an item lies, however its percentage is rounded."""
    step = _step(one)
    return _ALL * one.count / (one.rate + step), _ALL * one.count / max(one.rate - step, step / 10)


def _apart(run: Sequence[Rated], at: int) -> tuple[Rated, Decimal] | None:
    """An item of another whole than all others have, with that whole; None where they have none or leave it open."""
    ranges = [_range(one) for index, one in enumerate(run) if index != at]
    low, high = max(first for first, _ in ranges), min(last for _, last in ranges)
    if low > high or (high - low) * _NARROW > low:
        return None
    least, most = _range(run[at])
    if least <= high and low <= most:
        return None
    return run[at], ((low + high) / 2).quantize(Decimal(1), ROUND_HALF_UP)


def _finding(read: dict[int, Figure], one: Rated, whole: Decimal) -> Finding:
    count, rate = read.get(one.at), read.get(one.rate_at)
    place = Span(rate.start, rate.end) if rate else Span(one.rate_at, one.rate_at + len(f"{one.rate}") + 1)
    related = Span(count.start, count.end) if count else Span(one.at, one.at + len(shown(one.count)))
    true = round(_ALL * one.count / whole, max(one.decimals, 2))
    facts = {"part": shown(one.count), "whole": shown(whole), "true_pct": shown(true), "pct": shown(one.rate)}
    return Finding("ratio-mismatch", "error", place, "", facts, (related,))


CHECKS = (check_rates_of_whole_lists,)
