"""Coordination rules of the same parties for the same term under two numbers (quy chế phối hợp).

A case of ``citation-conflict``, whose page stands in ``conflicts``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations

from tongket.checking.documents.days_told import date_place
from tongket.model.documents import Citation
from tongket.model.findings import Finding
from tongket.model.reports import Report
from tongket.vietnamese.unicode import key

_TERM = re.compile(r"giai đoạn (\d{4})\s*[-–]\s*(\d{4})")
_SAME_BODIES = {"UBMT": "MTTQ", "UBMTTQVN": "MTTQ", "UBMTTQ": "MTTQ", "MTTQVN": "MTTQ", "UBMTTQVNX": "MTTQ"}


def check_twins(report: Report) -> Iterator[Finding]:
    """Yield ``citation-conflict`` where two coordination rules of the same parties for the same term differ in number.

    Not flagged: the same document cited twice, other parties, another term.
    """
    joint: list[tuple[Citation, frozenset[str], str]] = []
    for one in report.citations:
        parties = _parties(one.symbol or "")
        found = _TERM.search(report.text, one.end, one.end + 220)
        if len(parties) > 1 and found and "phối hợp" in report.text[one.start : found.start()]:
            joint.append((one, parties, found.group()))
    for (one, parties, term), (other, others, other_term) in combinations(joint, 2):
        same_kind = key(one.type).split()[:2] == key(other.type).split()[:2]
        if parties == others and _years(term) == _years(other_term) and same_kind and one.symbol != other.symbol:
            facts = {"here": other.symbol or "", "there": one.symbol or "", "type": one.type.lower(), "term": term}
            yield Finding("citation-conflict", "warning", date_place(other), "twin", facts, (date_place(one),))


def _parties(symbol: str) -> frozenset[str]:
    _, _, bodies = symbol.partition("-")
    return frozenset(_SAME_BODIES.get(body, body) for body in bodies.split("-") if body)


def _years(term: str) -> tuple[str, ...]:
    return tuple(re.findall(r"\d{4}", term))


CHECKS = (check_twins,)
