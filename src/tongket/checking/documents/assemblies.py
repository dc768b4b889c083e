"""The term of the National Assembly in a symbol against its year (khóa Quốc hội trong ký hiệu).

A case of ``citation-conflict``, whose page stands with the documents. Law 80/2015/QH13 and those before it: the symbols
of laws and resolutions end in QH or UBTVQH and the number of the term that passed them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from tongket.checking.evidence.days import is_whole
from tongket.checking.evidence.recognition import is_recognised
from tongket.model.documents import Citation
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report

_OPENED = {
    10: "1997-09-20",
    11: "2002-07-19",
    12: "2007-07-19",
    13: "2011-07-21",
    14: "2016-07-20",
    15: "2021-07-20",
    16: "2026-04-06",
    17: "2031-03-01",  # at the earliest
}
"""The day on which the first session of each term opened; the Assembly before it works until then."""
_SYMBOL = re.compile(r"\d+[a-zđ]?/(?:(?P<year>(?:19|20)\d\d)/)?(?:[^\W\d_]+[-/])?(?:UBTV)?QH\s?(?P<term>\d{1,2})$")


def check_terms_of_assemblies(report: Report) -> Iterator[Finding]:
    """Yield ``citation-conflict`` where a law or a resolution is of a term that the National Assembly had not, or no
    more, in the year of its symbol: '54/2019/QH13', which sat until 2016.

    In a year of two terms the day tells, where it is said. Not flagged: terms before the tenth; scans.
    """
    if is_recognised(report):
        return
    for one in report.citations:
        found = _SYMBOL.match(one.symbol or "")
        when = _when(one, found["year"] or "") if found and not one.misread else ""
        terms = _terms_of(when) if when else ()
        if found is None or not terms or int(found["term"]) in terms:
            continue
        facts = {"symbol": one.symbol or "", "year": when[:4], "term": " - ".join(str(term) for term in terms)}
        yield Finding("citation-conflict", "warning", Span(one.core_start, one.core_end), "assembly", facts)


def _when(one: Citation, year: str) -> str:
    """The year of a symbol, or the day of its document; "" where neither is said, or where they disagree."""
    date = one.date if is_whole(one.date) and "date" not in one.shared else ""
    if not year or not date:
        return year or date or ""
    return date if date.startswith(year) else ""


def _terms_of(when: str) -> tuple[int, ...]:
    """The terms of the Assembly that sat in a year, or on a day; none where they are not known."""
    low, high = (when, when) if is_whole(when) else (f"{when}-01-01", f"{when}-12-31")
    sat = pairwise(_OPENED.items())
    terms = tuple(term for (term, since), (_, until) in sat if since <= high and low < until)
    return terms if low >= _OPENED[min(_OPENED)] else ()
