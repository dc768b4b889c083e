"""Classes of a measure between which something is left out, or that overlap (các mức, khoảng hở hoặc chồng nhau): 'từ 5
đến dưới 8 triệu đồng; từ 10 triệu đồng trở lên'.

A case of ``body-appendix-mismatch``, whose page stands with the text against tables.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from tongket.checking.evidence.clauses import told_otherwise
from tongket.checking.evidence.finds import finds
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report
from tongket.vietnamese.numbers import parse_number

_NUMBER = r"\d{1,3}(?:\.\d{3})*(?:,\d{1,2})?"
_UNIT = r"(?: ?(?P<{0}>%|(?:nghìn |triệu |tỷ )?(?!đến|trở|dưới)[^\W\d_]+))"
_CLASS = re.compile(
    rf"(?<!\w)(?:[Dd]ưới (?P<under>{_NUMBER}){_UNIT.format('unit_under')}"
    rf"|(?:[Tt]ừ|[Tt]rên) (?P<low>{_NUMBER}){_UNIT.format('unit_low')}?"
    rf"(?: (?:đến|tới)(?: dưới)? (?P<high>{_NUMBER}){_UNIT.format('unit')}|(?P<up> trở lên)?))(?![\d,.]\d)"
)
_FEWEST = 3
_NEAR = 60  # letters between two classes of one list
_BREAKS = re.compile(r"\n[^\S\n]*\n|(?<![\d.])\.\s(?! )(?=[^\W\d_])")
_STEP = 20  # that part of the end of a class by which the next may begin farther on, where both count whole things
_OF_OTHERS = re.compile(r"(?<!\w)(?:tăng|giảm|năm|tuổi|ngày|tháng|giờ|lần|điểm %)(?!\w)")


def check_classes_apart(report: Report) -> Iterator[Finding]:
    """Yield ``body-appendix-mismatch`` where a class of a list begins farther on than the one before it ends, or before
    that.

    Not flagged: lists of less than three classes, or in no order; whole numbers one after the other ('từ 1 đến 5',
    'từ 6 đến 10'); changes and ages; lists without a first or a last class that is open, as of fines.
    """
    run: list[re.Match[str]] = []
    if "trở lên" not in report.text and "ưới " not in report.text:
        return
    for found in finds(_CLASS, report.text):
        between = report.text[run[-1].end() : found.start()] if run else ""
        joined = len(between) <= _NEAR and not _BREAKS.search(between)
        if run and not (joined and _unit(found) == _unit(run[-1])):
            yield from _check(report.text, run)
            run = []
        run.append(found)
    yield from _check(report.text, run)


def _unit(found: re.Match[str]) -> str:
    return (found["unit"] or found["unit_low"] or found["unit_under"] or "").lower()


def _check(text: str, run: Sequence[re.Match[str]]) -> Iterator[Finding]:
    bounds = [_bounds(one) for one in run]
    lows = [low for low, _ in bounds]
    if len(run) < _FEWEST or _OF_OTHERS.fullmatch(_unit(run[0])) or not _unit(run[0]):
        return
    if lows == sorted(lows, reverse=True):
        run, bounds, lows = run[::-1], bounds[::-1], lows[::-1]
    if lows != sorted(lows) or len(set(lows)) < len(lows) or any(high is None for _, high in bounds[:-1]):
        return
    wrong = [at for at, (one, other) in enumerate(pairwise(bounds)) if _are_apart(one[1], other[0])]
    is_open = run[0]["under"] or bounds[-1][1] is None  # else these may be fines or prices, of which none goes on
    if len(wrong) == 1 and is_open:
        one, other = (Span(*run[at].span()) for at in (wrong[0], wrong[0] + 1))
        yield told_otherwise(text, other, one)


def _bounds(found: re.Match[str]) -> tuple[Decimal, Decimal | None]:
    """Where a class begins and ends; None for one that goes on."""
    if found["under"]:
        return Decimal(-1), parse_number(found["under"])
    return parse_number(found["low"]) or Decimal(0), parse_number(found["high"]) if found["high"] else None


def _are_apart(end: Decimal | None, begin: Decimal) -> bool:
    """Whether the next class does not begin where one ends, nor one step farther."""
    if end is None or end == begin:
        return False
    return begin < end or (begin - end > 1 and (begin - end) * _STEP > end)


CHECKS = (check_classes_apart,)
