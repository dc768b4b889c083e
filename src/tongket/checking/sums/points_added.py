"""Points of criteria of which each tells the most that can be had, and their total (điểm các nhóm tiêu chí và tổng
điểm): 'đạt 28/30, 37/40, 17/20, 9/10; tổng 93 điểm'.

A case of ``sum-mismatch``, whose page stands with the arithmetic.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from tongket.checking.evidence.numbers import shown
from tongket.checking.evidence.stops import line_end, line_start
from tongket.checking.evidence.totals_of_points import TotalOfPoints, amount_of, totals_of_points
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report

_SHARE = re.compile(r"(?P<points>\d(?<![\w.,/-]\d)\d{0,2}(?:,\d{1,2})?)\s?/\s?(?P<most>\d{1,3})(?![\d/]|,\d|\s?%)")
_ITEM = re.compile(r"\s*(?:[-+*•–]|\d{1,2}[.)]|[a-zđ]\))\s*\S")
_FEWEST, _MOST = 2, 30
_LONGEST = 1200  # letters of a line, and of all lines of a list
_ROUND = (Decimal(10), Decimal(20), Decimal(50), Decimal(100), Decimal(200), Decimal(500), Decimal(1000))


def check_points_added(report: Report) -> Iterator[Finding]:
    """Yield ``sum-mismatch`` where the points of several criteria do not make the total that is told beside them.

    Not flagged: criteria of which the most points do not make those of the total, or no round number.
    """
    for total in totals_of_points(report):
        for shares in _lists(report.text, total):
            most = sum((Decimal(one["most"]) for one in shares), Decimal(0))
            if len(shares) < _FEWEST or (most != total.most if total.most else most not in _ROUND):
                continue
            parts = [amount_of(one["points"]) for one in shares]
            added = sum(parts, Decimal(0))
            if added != total.points:
                facts = {"parts": " + ".join(map(shown, parts)), "sum": shown(added), "total": shown(total.points)}
                related = (Span(shares[0].start(), shares[-1].end()),)
                yield Finding("sum-mismatch", "error", total.place, "", facts, related)
            break


def _lists(text: str, total: TotalOfPoints) -> Iterator[Sequence[re.Match[str]]]:
    """What may be the criteria of a total: those of its line, or one on each of the lines above or below it."""
    low, high = line_start(text, total.place.start, _LONGEST), line_end(text, total.place.end, _LONGEST)
    yield [one for one in _SHARE.finditer(text, low, high) if one.start() != total.place.start]
    yield _on_lines(text[max(low - _LONGEST, 0) : low].split("\n")[::-1], text, max(low - _LONGEST, 0), back=True)
    yield _on_lines(text[high : high + _LONGEST].split("\n"), text, high, back=False)


def _on_lines(lines: Sequence[str], text: str, low: int, *, back: bool) -> Sequence[re.Match[str]]:
    """The one share of each line of a list, from the nearest line on."""
    found: list[re.Match[str]] = []
    at = low + sum(map(len, lines)) + len(lines) - 1 if back else low
    for line in lines:
        start = at - len(line) if back else at
        at = start - 1 if back else start + len(line) + 1
        if not line.strip() and not found:
            continue
        shares = list(_SHARE.finditer(text, start, start + len(line)))
        if len(shares) != 1 or not _ITEM.match(line) or len(found) == _MOST:
            break
        found.append(shares[0])
    return found[::-1] if back else found


CHECKS = (check_points_added,)
