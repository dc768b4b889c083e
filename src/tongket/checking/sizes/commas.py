"""Whole things counted with a decimal comma (dấu phẩy thay dấu chấm ngăn hàng nghìn): '68,457 trạm'.

A case of ``implausible-magnitude``, whose page stands with the magnitudes. In Vietnamese a comma parts decimals, and a
dot the thousands; nothing that is counted in whole things has decimals.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report
from tongket.registry.unit_words import match_unit

_WITH_COMMA = re.compile(r"[1-9]\d{0,2}(?:,\d{3})+")
_WITH_DOT = re.compile(r"[1-9]\d{0,2}(?:\.\d{3})+")


def check_commas_of_counts(report: Report) -> Iterator[Finding]:
    """Yield ``implausible-magnitude`` for a count of whole things with a comma before its last three digits, where the
    text has dots there.

    Not flagged: measures and money, which have decimals; cells of tables; texts that part thousands by commas.
    """
    if not re.search(r"\d,\d{3}(?!\d)", report.text):
        return
    prose = [(one, report.text[one.number_start : one.number_end]) for one in report.figures if not one.in_table]
    dotted = sum(_WITH_DOT.fullmatch(digits) is not None for _, digits in prose)
    found = [(one, digits) for one, digits in prose if _WITH_COMMA.fullmatch(digits) and _counts(one.unit)]
    if dotted <= len(found):
        return
    for one, digits in found:
        facts = {"here": one.text, "right": digits.replace(",", ".")}
        yield Finding("implausible-magnitude", "warning", Span(one.start, one.end), "comma", facts)


def _counts(unit: str) -> bool:
    """Whether a unit counts whole things: 'trạm', 'hộ', 'giấy chứng nhận'."""
    matched = match_unit(unit.split()) if unit else None
    return matched is not None and not matched[0].is_measure and "/" not in unit and matched[0].base != "đồng"


CHECKS = (check_commas_of_counts,)
