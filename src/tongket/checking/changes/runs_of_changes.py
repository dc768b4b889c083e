"""Changes of several things told in a row (mức tăng, giảm của nhiều nội dung): what there is now of each, by how much
each rose or fell, and in brackets what there was of each: '16 vụ, 07 người chết; so với cùng kỳ tăng 02 vụ, giảm 01
người chết (cùng kỳ 14 vụ, 08 người chết)'.

A case of ``change-mismatch``, whose page stands with the arithmetic.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile

from tongket.checking.evidence.expressions import WAY_OF_RISE
from tongket.checking.evidence.near_numbers import amount, counts_alike, ends_between, prose_of
from tongket.checking.evidence.numbers import shown_as, single
from tongket.checking.evidence.told import is_plain
from tongket.model.figures import Figure
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report

_THAN = re.compile(r"(?<!\w)so (?:với )?(?:cùng kỳ|năm|tháng|quý|kỳ|đầu)(?!\w)")
_WAS = re.compile(
    r"[^.;()\d\n]{0,40}\((?:[^()\d\n]{0,30}(?:cùng kỳ|năm|tháng|quý|kỳ)(?: (?:trước|\d{4}))?)[^()\d\n]{0,20}"
)
_JOINT = re.compile(r"[^.;()\d\n]{0,40}(?:,|;| và) [^.;()\d\n]{0,30}")
_SHUT = re.compile(r"[^.;()\d\n]{0,30}\)")
_FEWEST, _MOST = 2, 6  # things of which a row tells
_FAR = 160  # letters between what there is and the first change

Row = tuple[Figure, Figure, Figure]  # what there is, the change, what there was


def check_runs_of_changes(report: Report) -> Iterator[Finding]:
    """Yield ``change-mismatch`` where one of the changes of a row is not that from what there was to what there is.

    Not flagged: rows whose three lists do not name the same things in the same order; rows of which more are wrong
    than right.
    """
    figures = prose_of(report)
    for index, first in enumerate(figures):
        if not first.change or (index and figures[index - 1].change):
            continue
        row = _row(report, figures, index)
        wrong = [one for one in row if not _is_right(one)]
        if len(wrong) == 1 or (wrong and 2 * len(wrong) < len(row)):
            yield from map(_finding, wrong)


def _row(report: Report, figures: Sequence[Figure], at: int) -> list[Row]:
    """The things of a row, where all three lists are complete; else none."""
    text = report.text
    changes = [*takewhile(lambda one: one.change and one.unit != "%", figures[at : at + _MOST])]
    many = len(changes)
    now, was = figures[max(at - many, 0) : at], figures[at + many : at + 2 * many]
    if many < _FEWEST or len(now) < many or len(was) < many:
        return []
    if not _WAS.fullmatch(text, changes[-1].end, was[0].start) or not _SHUT.match(text, was[-1].end):
        return []
    if not _THAN.search(text, now[-1].end, changes[0].start) or changes[0].start - now[-1].end > _FAR:
        return []
    if len(ends_between(report, now[0].end, was[-1].start)) > 1:
        return []
    lists = (now, changes, was)
    if not all(_JOINT.fullmatch(text, one.end, other.start) for held in lists for one, other in pairwise(held)):
        return []
    row = list(zip(now, changes, was, strict=True))
    return row if all(_is_one(*one) for one in row) else []


def _is_one(now: Figure, change: Figure, was: Figure) -> bool:
    plain = is_plain(now) and is_plain(was) and single(change.base_value) is not None and not change.qualifier
    return plain and bool(now.unit) and counts_alike(now, change) and counts_alike(now, was)


def _is_right(one: Row) -> bool:
    now, change, was = one
    moved = amount(now) - amount(was)
    return moved == (abs(amount(change)) if change.change == "up" else -abs(amount(change)))


def _finding(one: Row) -> Finding:
    now, change, was = one
    moved = amount(now) - amount(was)
    facts = {"now": shown_as(amount(now), now), "before": shown_as(amount(was), was)}
    place, related = Span(change.start, change.end), (Span(now.start, now.end), Span(was.start, was.end))
    if moved and (moved > 0) != (change.change == "up"):
        facts |= {"true_way": WAY_OF_RISE[moved > 0], "way": WAY_OF_RISE[change.change == "up"]}
        return Finding("change-mismatch", "error", place, "direction", facts, related)
    facts |= {"true": shown_as(abs(moved), change), "change": shown_as(abs(amount(change)), change)}
    return Finding("change-mismatch", "error", place, "", facts, related)


CHECKS = (check_runs_of_changes,)
