"""The years that a report is about (năm của báo cáo)."""

from __future__ import annotations

import re

from tongket.checking.evidence.kept import of_last_report
from tongket.model.reports import Report

_IN_TITLE = re.compile(r"(?<![\d/])(?:19|20)\d\d(?![\d/])")  # not of the day or the symbol of a document
OPEN_MONTHS = ("01", "02", "03")
"""Months in which reports on the year before are still written."""


@of_last_report
def own_years(report: Report) -> frozenset[str]:
    """The years of its title and of its date; without a title that names one, until March also the year before."""
    head = report.letterhead
    titled = _IN_TITLE.findall(report.text, head.title_at.start, head.title_at.end) if head.title_at else []
    year, _, rest = (head.date or "").partition("-")
    before = {str(int(year) - 1)} if not titled and rest[:2] in OPEN_MONTHS else set()
    return frozenset((*titled, *before, *([year] if year else ())))
