"""Shares of one whole by classes, the last of which is the rest (cơ cấu theo nhóm, nhóm cuối là 'khác'): 'Đại học
16/29; trung cấp 05/29; khác 07/29' leaves one of 29 out.

A case of ``sum-mismatch``, whose page stands with the arithmetic.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from tongket.checking.evidence.near_numbers import prose_of
from tongket.checking.evidence.numbers import is_hedged, shown
from tongket.model.figures import Figure
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.quantities import Share
from tongket.model.reports import Report

_REST = re.compile(r"(?<!\w)(?:khác|còn lại)(?!\w)[^\n;%]{0,60}$", re.IGNORECASE)
_NEXT = re.compile(r"[^\n;]{0,60}[;\n][\s;+*•–-]*[^\n;:]{1,60}:?\s*")  # its rate, then the label of another class
_FEWEST = 3
_MOST_OFF = Decimal("0.2")  # of the whole: classes that miss more are not all


def check_shares_of_classes(report: Report) -> Iterator[Finding]:
    """Yield ``sum-mismatch`` where classes that end with the rest, each a share of one whole, do not make it up.

    Not flagged: hedged shares; classes that miss the whole by much, of which some stand elsewhere.
    """
    for classes in _runs(report):
        *_, last = classes
        if len(classes) < _FEWEST or not _REST.search(report.text, max(last.start - 90, 0), last.start):
            continue
        whole = _share(last).whole
        parts = [_share(one).part for one in classes]
        added = sum(parts, Decimal(0))
        if added != whole and abs(added - whole) <= _MOST_OFF * whole:
            facts = {"parts": " + ".join(map(shown, parts)), "sum": shown(added), "total": shown(whole)}
            related = tuple(Span(one.start, one.end) for one in classes[:-1])
            yield Finding("sum-mismatch", "warning", Span(last.start, last.end), "", facts, related)


def _share(one: Figure) -> Share:
    assert isinstance(one.value, Share)
    return one.value


def _runs(report: Report) -> Iterator[Sequence[Figure]]:
    """Shares of one whole that follow one another in a list, each behind its own label."""
    run: list[Figure] = []
    for one in prose_of(report):
        if not isinstance(one.value, Share):
            continue
        goes_on = run and _share(run[-1]).whole == one.value.whole and run[-1].unit == one.unit
        if run and not (goes_on and _NEXT.fullmatch(report.text, run[-1].end, one.start)):
            yield run
            run = []
        if not is_hedged(one):
            run.append(one)
    if run:
        yield run


CHECKS = (check_shares_of_classes,)
