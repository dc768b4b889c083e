"""Gold, silver and bronze against all medals (huy chương vàng, bạc, đồng): 'đoạt 31 huy chương (8 vàng, 11 bạc, 14
đồng)'. 'Đồng' is no money here, and 'vàng', 'bạc' are counted by no noun of their own.

A case of ``sum-mismatch``, whose page stands with the arithmetic.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tongket.checking.evidence.finds import finds
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report

_METALS = (("gold", "vàng|HCV"), ("silver", "bạc|HCB"), ("bronze", "đồng|HCĐ"))
_EACH = r"(?:,|;| và|, và)\s".join(
    rf"(?P<{name}>\d{{1,3}})\s(?:(?:huy chương|HC)\s?)?(?:{metal})(?!\w)" for name, metal in _METALS
)
_MEDALS = re.compile(
    r"(?P<told>(?P<all>\d(?<![\d.,/]\d)\d{0,2})\s(?:huy chương|HC))(?: các loại)?(?!\w)(?! (?:vàng|bạc|đồng))"
    rf"[^.;()\d\n]{{0,90}}?(?:\(|:|,|\s)\s?(?:(?:trong đó|gồm|cụ thể)(?: có)?:?\s)?{_EACH}"
)


def check_medals(report: Report) -> Iterator[Finding]:
    """Yield ``sum-mismatch`` where the medals of the three kinds do not make all medals.

    Not flagged: lists that lack a kind, or go on with others ('và 3 giải khuyến khích').
    """
    for found in finds(_MEDALS, report.text):
        kinds = [found[name] for name, _ in _METALS]
        made = sum(map(int, kinds))
        if made != int(found["all"]):
            facts = {"parts": " + ".join(str(int(one)) for one in kinds), "sum": str(made), "total": found["all"]}
            related = tuple(Span(*found.span(name)) for name, _ in _METALS)
            yield Finding("sum-mismatch", "error", Span(*found.span("told")), "", facts, related)


CHECKS = (check_medals,)
