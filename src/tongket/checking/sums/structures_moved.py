"""The shares of a structure, from then to now, each of which make one hundred (chuyển dịch cơ cấu): 'nông nghiệp từ 45%
xuống 38%, công nghiệp từ 30% lên 35%, dịch vụ từ 25% lên 28%'.

A case of ``sum-mismatch``, whose page stands with the arithmetic. That the shares of the one time make all tells that
those of the other are to.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from tongket.checking.evidence.finds import finds
from tongket.checking.evidence.numbers import shown
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report
from tongket.vietnamese.numbers import parse_number

_RATE = r"\d{1,2}(?:,\d{1,2})?"
_MOVED = re.compile(
    rf"(?<!\w)từ (?P<then>{_RATE})\s?%(?: [^.;,%\d\n]{{0,30}}(?:\d{{4}} )?)? ?"
    rf"(?:xuống|lên|còn|đến|tới|sang|thành)(?: còn| đến)? (?P<now>{_RATE})\s?%"
)
_STRUCTURE = re.compile(r"(?<!\w)(?:[Cc]ơ cấu|[Tt]ỷ trọng)(?!\w)")
_BEFORE, _APART = 160, 110  # letters before the first share, and between two
_FEWEST = 3
_ALL, _ROOM, _NEAR = Decimal(100), Decimal("0.2"), Decimal(10)


def check_structures_moved(report: Report) -> Iterator[Finding]:
    """Yield ``sum-mismatch`` where the shares of one time make 100% and those of the other do not.

    Not flagged: structures of two parts; shares of which neither make all; those that are off by a rounding.
    """
    group: list[re.Match[str]] = []
    for found in finds(_MOVED, report.text):
        if group and (found.start() - group[-1].end() > _APART or "\n" in report.text[group[-1].end() : found.start()]):
            yield from _check(report.text, group)
            group = []
        group.append(found)
    yield from _check(report.text, group)


def _check(text: str, group: list[re.Match[str]]) -> Iterator[Finding]:
    if len(group) < _FEWEST or not _STRUCTURE.search(text, max(group[0].start() - _BEFORE, 0), group[0].start()):
        return
    for name, other in (("now", "then"), ("then", "now")):
        parts = [parse_number(one[name]) or Decimal(0) for one in group]
        made, borne = sum(parts, Decimal(0)), sum((parse_number(one[other]) or Decimal(0) for one in group), Decimal(0))
        if abs(borne - _ALL) <= _ROOM < abs(made - _ALL) <= _NEAR:
            facts = {"parts": " + ".join(f"{shown(one)}%" for one in parts), "sum": f"{shown(made)}%", "total": "100%"}
            first, *rest = (Span(*one.span(name)) for one in group)
            yield Finding("sum-mismatch", "warning", first, "", facts, tuple(rest))


CHECKS = (check_structures_moved,)
