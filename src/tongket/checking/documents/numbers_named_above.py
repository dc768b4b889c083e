"""Documents said to be named above under a number that no document above has: 'Tờ trình số 113/TTr-UBND nêu trên'.

A case of ``citation-conflict``, whose page stands in ``conflicts``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tongket.model.documents import Citation
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report
from tongket.vietnamese.unicode import key

_ABOVE = re.compile(r"[^.;:\n\d]{0,60}?(?<!\w)(?:nêu|nói|kể|dẫn) (?:ở )?trên(?!\w)")
_SYMBOL = re.compile(r"0*(?P<number>\d+)(?P<tail>[-/].+)$")
_ONE_OFF = 1


def check_numbers_named_above(report: Report) -> Iterator[Finding]:
    """Yield ``citation-conflict`` where a document 'nêu trên' has a number that was not cited before, and the number of
    the only document above of its type and office differs by one digit, by one, or by digits exchanged.

    Not flagged: another day than that of the document above; a number that the text cites later with more.
    """
    before: list[Citation] = []
    for one in sorted(report.citations, key=lambda citation: citation.start):
        if one.kind == "full" and one.symbol and _ABOVE.match(report.text, one.end):
            there = _meant(one, before)
            if there is not None:
                facts = {"here": one.symbol, "there": there.symbol or ""}
                place, related = Span(one.core_start, one.core_end), (Span(there.core_start, there.core_end),)
                yield Finding("citation-conflict", "warning", place, "symbol", facts, related)
        before.append(one)


def _meant(one: Citation, before: list[Citation]) -> Citation | None:
    """The only document above that a citation can mean, where none has its own number."""
    symbol = _SYMBOL.match(one.symbol or "")
    if symbol is None:
        return None
    same = {}
    for other in before:
        its = _SYMBOL.match(other.symbol or "")
        if its and key(other.type) == key(one.type) and its["tail"] == symbol["tail"]:
            same[its["number"]] = other
    if symbol["number"] in same or len(same) != 1:
        return None
    ((number, there),) = same.items()
    days_agree = not (one.date and there.date) or one.date == there.date
    return there if days_agree and _is_slip(symbol["number"], number) else None


def _is_slip(one: str, other: str) -> bool:
    if abs(int(one) - int(other)) == _ONE_OFF or sorted(one) == sorted(other):
        return True
    return len(one) == len(other) and sum(a != b for a, b in zip(one, other, strict=True)) == _ONE_OFF


CHECKS = (check_numbers_named_above,)
