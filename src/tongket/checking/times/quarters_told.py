"""A quarter in the title above half a year in the text (tên ghi quý, nội dung là 6 tháng): 'Báo cáo quý II' whose
figures are all of '6 tháng đầu năm'.

A case of ``period-mismatch``, whose page stands with the dates.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tongket.checking.times.period_titles import title_period
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report

_QUARTER = re.compile(r"quý (?P<number>III?)(?!\w)", re.IGNORECASE)
_MONTHS = {
    "II": re.compile(r"(?<![\w/])(?:0?6|sáu) tháng(?: đầu năm)?(?! cuối)(?!\w)", re.IGNORECASE),
    "III": re.compile(r"(?<![\w/])(?:0?9|chín) tháng(?: đầu năm)?(?!\w)", re.IGNORECASE),
}
_LEAST = 3  # times that the months are told


def check_quarters_of_titles(report: Report) -> Iterator[Finding]:
    """Yield ``period-mismatch`` where the title is on a quarter, of which the text says nothing, and the text is on the
    months since the beginning of the year.

    Not flagged: titles that name months, too; texts that speak of the quarter or the months but once or twice.
    """
    title = title_period(report)
    quarter = _QUARTER.match(title[0]) if title else None
    if quarter is None:
        return
    at = report.letterhead.title_at
    number = quarter["number"].upper()
    named = re.compile(rf"quý\s+(?:{number}|{len(number)})(?!\w)", re.IGNORECASE)
    found = named.search(report.text, at.start if at else 0)
    end = at.end if at else report.text.find("\n", found.end()) if found else -1
    if found is None or end < found.end() or named.search(report.text, end):
        return
    told = [months.group() for months in _MONTHS[number].finditer(report.text, end)]
    if len(told) >= _LEAST:
        facts = {"title": found.group(), "period": max(told, key=len)}
        yield Finding("period-mismatch", "warning", Span(*found.span()), "quarter", facts)


CHECKS = (check_quarters_of_titles,)
