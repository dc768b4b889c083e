"""A review against the day of the document that it reviews (thời gian thực hiện văn bản được sơ kết, tổng kết).

A case of ``date-chronology``, whose page stands with the dates.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from tongket.checking.evidence.days import day_of
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report
from tongket.vietnamese.dates import printed_day

_YEARS = re.compile(r"(?<![\d/])(?P<years>\d{1,2}) năm (?:triển khai |tổ chức )?(?:thực hiện|triển khai|thi hành)\s$")
_A_YEAR = 365.25  # days
_SHORT_OF = 0.9  # of a year: a review of ten years may be held some months before they are over


def check_years_of_review(report: Report) -> Iterator[Finding]:
    """Yield ``date-chronology`` where a document is said to have been carried out for more years than it is old: '03
    năm thực hiện Kế hoạch số 47-KH/HU ngày 18/01/2022' in a report of February 2024.

    Said once of each day; a day that stands elsewhere in the report counts, where all say the same. Not flagged:
    reviews held some months early; documents and reports without a whole day (of a report, the month).
    """
    printed = report.letterhead.date or ""
    written = day_of(printed) or day_of(f"{printed}-28")
    if written is None or "date" in report.letterhead.inferred:
        return
    told: set[str | None] = set()
    elsewhere: dict[str, set[str]] = defaultdict(set)
    for one in report.citations:
        if one.symbol and day_of(one.date) and "date" not in one.shared:
            elsewhere[one.symbol].add(one.date or "")
    for one in report.citations:
        only = elsewhere.get(one.symbol or "", set()) if one.date is None else {one.date}
        date = next(iter(only)) if len(only) == 1 and "date" not in one.shared else None
        since = day_of(date)
        said = _YEARS.search(report.text, max(one.core_start - 40, 0), one.core_start) if since else None
        if since is None or said is None or since > written or date in told:
            continue
        years = int(said["years"])
        if years - (written - since).days / _A_YEAR >= _SHORT_OF:
            told.add(date)
            facts = {
                "years": said["years"],
                "document": one.symbol or one.type,
                "date": printed_day(date or ""),
                "report_date": printed_day(printed),
            }
            yield Finding("date-chronology", "warning", Span(said.start(), one.end), "too-early", facts)
