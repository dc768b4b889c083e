"""Coordination rules of the same parties for the same term under two numbers (quy chế phối hợp).

A case of ``citation-conflict``, whose page stands in ``conflicts``.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import islice

from tongket.checking.documents.days_told import date_place
from tongket.model.documents import Citation
from tongket.model.findings import Finding
from tongket.model.reports import Report
from tongket.vietnamese.unicode import key

_TERM = re.compile(r"giai đoạn (\d{4})\s*[-–]\s*(\d{4})")
_SAME_BODIES = {"UBMT": "MTTQ", "UBMTTQVN": "MTTQ", "UBMTTQ": "MTTQ", "MTTQVN": "MTTQ", "UBMTTQVNX": "MTTQ"}

_Kind = tuple[frozenset[str], tuple[str, ...], tuple[str, ...]]  # of rules: the parties, the years, the type


def check_twins(report: Report) -> Iterator[Finding]:
    """Yield ``citation-conflict`` where two coordination rules of the same parties for the same term differ in number.

    Not flagged: the same document cited twice, other parties, another term.
    """
    rules: dict[_Kind, dict[str | None, tuple[Citation, str]]] = defaultdict(dict)  # by symbols the first, its term
    for one in report.citations:
        parties = _parties(one.symbol or "")
        term = _TERM.search(report.text, one.end, one.end + 220) if len(parties) > 1 else None
        if term is None or "phối hợp" not in report.text[one.start : term.start()]:
            continue
        alike = rules[parties, _years(term[0]), tuple(key(one.type).split()[:2])]
        for other, told in islice((known for symbol, known in alike.items() if symbol != one.symbol), 1):
            facts = {"here": one.symbol or "", "there": other.symbol or "", "type": other.type.lower(), "term": told}
            yield Finding("citation-conflict", "warning", date_place(one), "twin", facts, (date_place(other),))
        alike.setdefault(one.symbol, (one, term[0]))


def _parties(symbol: str) -> frozenset[str]:
    _, _, bodies = symbol.partition("-")
    return frozenset(_SAME_BODIES.get(body, body) for body in bodies.split("-") if body)


def _years(term: str) -> tuple[str, ...]:
    return tuple(re.findall(r"\d{4}", term))


CHECKS = (check_twins,)
