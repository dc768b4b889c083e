"""The type of a document against the type inside its symbol.

Cases of ``citation-conflict``, whose page stands in ``conflicts``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from tongket.model.findings import Finding, Severity
from tongket.model.places import Span
from tongket.model.reports import Report
from tongket.registry.marks import is_body
from tongket.registry.types import DOCUMENT_TYPES
from tongket.vietnamese.unicode import folded

# 'QĐ' of a Party body may be a Quyết định or a Quy định (36-HD/VPTW); 'QĐi' was used in 2018-2019 only.
_ANY_TYPE = {"văn bản"}  # said of any document
_LETTER = "công văn"
_NO_LETTERS = ("QĐ", "KH", "NQ", "CT", "HD", "TB", "BC", "KL")
"""Marks that no official letter bears at the place of the type (Decree 30/2020/NĐ-CP, Appendix III). There the body
stands that sends it, which may have one of these marks ('CT-TTHT' of a tax office), but never before another body.
"""
_ALSO = {"QĐ": ("Quy định",), "QC": ("Quy chế phối hợp",), "CTR": ("Chương trình hành động", "Chương trình phối hợp")}
_ALSO |= {f"CT{mark}": ("Chương trình",) for mark in ("", "PH", "HĐ", "LT", "LN", "CT")}


def check_types(report: Report) -> Iterator[Finding]:
    """Yield ``citation-conflict`` where the type word and the type inside the symbol differ.

    Not flagged: abbreviations of several types (QĐ: Quyết định, Quy định), joint symbols (QCPH), symbols without type.
    A programme of the Party under 'CT' is a note: its mark is 'CTr' (36-HD/VPTW), and some committees leave out the r.
    """
    for one in report.citations:
        inside = _type_in(one.symbol or "") if one.kind == "full" and one.core_start < one.core_end else None
        if inside is None:
            continue
        severity: Severity = "warning"
        apart = _TYPE_APART.search(report.text, max(one.core_start - _LONGEST_TYPE, 0), one.core_start)
        called = apart["type"] if apart else one.type
        if folded(called) == _LETTER and not _is_of_a_body(one.symbol or ""):
            continue
        by_symbol = _other_type(called, inside)
        if not by_symbol and inside == "QĐ" and folded(called) == "quy định" and _OF_STATE.match(one.symbol or ""):
            by_symbol = "Quyết định"
        if not by_symbol and inside == "CT" and _PARTY_PROGRAMME.match(one.symbol or "") and one.type in _PROGRAMMES:
            by_symbol, severity = "Chỉ thị", "info"
        if by_symbol:
            facts = {"type": called, "symbol": one.symbol or "", "by_symbol": by_symbol}
            yield Finding("citation-conflict", severity, Span(one.core_start, one.core_end), "type", facts)


_OF_STATE = re.compile(r"\d+[a-d]?/(?:\d{4}/)?QĐ-")  # a rule of the Party has the mark of a decision, of the State not


def _is_of_a_body(symbol: str) -> bool:
    """Whether a symbol ends with the mark of a body or department, or is of the Party, whose first mark is the type."""
    last = re.split(r"[-/]", symbol)[-1]
    named = _DEPARTMENT.fullmatch(last) or _ORGANISATION.fullmatch(last)
    return is_body(last) or named is not None or re.match(r"\d+[a-d]?-", symbol) is not None


# Of unions, societies and the Front, none of which has another body below it in its symbols.
_ORGANISATION = re.compile(r"LĐLĐ|CĐ(?:GD|N|CS)?|ĐTN|TĐTN|HND|HPN|(?:H|HL|L)HPN|(?:H)?CCB|MTTQ|UBMTTQ|MTTW|BHXH|BCĐ")
_DEPARTMENT = re.compile(r"S(?:[NTXYGKVCL]|LĐ)[A-ZĐ&]{0,6}")  # 'SNN', 'SXD': of a province


_TYPE_APART = re.compile(
    r"(?<!\w)(?P<type>Nghị quyết|Kế hoạch|Chỉ thị|Kết luận|Quyết định|Báo cáo|Chương trình)"
    r" (?:chuyên đề|chuyên đề riêng|hỏa tốc|cá biệt|liên tịch) $"
)  # the word between type and number belongs to no type
_LONGEST_TYPE = 32
_PARTY_PROGRAMME = re.compile(r"\d+[a-d]?-CT/")
_PROGRAMMES = ("Chương trình", "Chương trình hành động")


@lru_cache(maxsize=1024)
def _other_type(printed: str, inside: str) -> str:
    """The type that ``inside`` of a symbol stands for where it cannot be the ``printed`` one; else ""."""
    word = folded(printed)
    if word == _LETTER and inside not in _NO_LETTERS:
        return ""
    fitting = _types_of(inside) or _types_of(re.sub(r"P?H$", "", inside))
    if word in _ANY_TYPE or any(word.startswith(folded(name)) or folded(name).startswith(word) for name in fitting):
        return ""
    return fitting[0] if fitting else ""


def _types_of(abbreviation: str) -> tuple[str, ...]:
    """The types that an abbreviation in capitals stands for."""
    named = tuple(entry.name for entry in DOCUMENT_TYPES if entry.abbreviation.upper() == abbreviation)
    return named + _ALSO.get(abbreviation, ())


def _type_in(symbol: str) -> str | None:
    party = re.match(r"\d+[a-d]?-([A-ZĐÊa-z]+)/", symbol)
    state = re.match(r"\d+[a-d]?/(?:\d{4}/)?([A-ZĐÊa-z]+)-", symbol)
    found = party or state
    return found.group(1).upper() if found else None


CHECKS = (check_types,)
