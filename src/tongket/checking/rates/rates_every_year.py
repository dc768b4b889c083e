"""Rates that are said of every year, against those of single years behind them (tỷ lệ hằng năm và từng năm): 'Hằng năm
trên 90% hộ đạt (năm 2020: 85,4%; năm 2021: 91,2%)'.

A case of ``ratio-mismatch``, whose page stands with the arithmetic.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tongket.checking.evidence.finds import finds
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report
from tongket.vietnamese.numbers import parse_number

_EVERY = re.compile(
    r"[Hh][ằà]ng năm(?P<lead>[^.;:()%\d\n]{0,80}?) (?P<bound>(?:trên|hơn|từ) (?P<least>\d{1,2}(?:,\d{1,2})?) ?%)"
    r"(?P<years>[^\n%]{2,120}?%[^\n]{0,160})"
)
_OF_A_YEAR = re.compile(r"(?P<year>[Nn]ăm (?:19|20)\d\d)(?: đạt| là| có|:)* (?P<rate>\d{1,3}(?:,\d{1,2})?) ?%")
_OTHER = re.compile(r"\.\s|(?<!\w)(?:riêng|tỷ lệ|trong khi|kế hoạch|chỉ tiêu|so với)(?!\w)")


def check_rates_every_year(report: Report) -> Iterator[Finding]:
    """Yield ``ratio-mismatch`` where a year that is named behind a rate of every year is below it.

    Not flagged: years of another sentence, or behind a rate of its own name.
    """
    for found in finds(_EVERY, report.text):
        least = parse_number(found["least"])
        for year in _OF_A_YEAR.finditer(report.text, *found.span("years")):
            rate = parse_number(year["rate"])
            if _OTHER.search(report.text, found.start("years"), year.start()):
                break
            if rate is not None and least is not None and rate < least:
                facts = {"label": year["year"], "amount": f"{year['rate']}%", "bound": found["bound"]}
                related = (Span(*found.span("bound")),)
                yield Finding("ratio-mismatch", "warning", Span(*year.span()), "bound", facts, related)


CHECKS = (check_rates_every_year,)
