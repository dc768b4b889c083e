"""Standings that are years old (số liệu hiện trạng của nhiều năm trước): '4.650 khẩu (tính đến tháng 12 năm 2014)' in a
plan of 2021, copied from the plan before.

A case of ``period-mismatch``, whose page stands with the dates.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tongket.checking.evidence.days import day_of
from tongket.checking.evidence.places import places_of
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report
from tongket.vietnamese.dates import printed_day

_STANDING = re.compile(
    r"\((?:số liệu )?tính (?:đến|tới)(?: (?:hết|thời điểm|ngày))*"
    r" (?P<as_of>(?:(?:cuối|đầu|tháng|năm|quý) )*(?:\d{1,2}(?:/| tháng )){0,2}(?:\d{1,2} )?(?:năm )?"
    r"(?P<year>(?:19|20)\d\d))\)",
    re.IGNORECASE,
)
_YEARS = 3  # that a standing may be old: surveys are made every two
_TYPES = ("Báo cáo", "Kế hoạch", "Tờ trình", "Đề án", "Phương án")


def check_old_standings(report: Report) -> Iterator[Finding]:
    """Yield ``period-mismatch`` where a standing in brackets is three years older than the report, or more.

    Not flagged: reviews whose title names a year as early; documents without a date, rules.
    """
    written = day_of(report.letterhead.date)
    if written is None or "date" in report.letterhead.inferred or report.letterhead.doc_type not in _TYPES:
        return
    title = report.letterhead.title or ""
    first = min((int(year) for year in re.findall(r"(?<!\d)(?:19|20)\d\d(?!\d)", title)), default=written.year)
    for at in places_of(report.text, "(tính ", "(Tính ", "(số liệu tính ", "(Số liệu tính "):
        found = _STANDING.match(report.text, at)
        if found is not None and int(found["year"]) <= min(written.year - _YEARS, first - 1):
            facts = {"as_of": " ".join(found["as_of"].split()), "date": printed_day(written.isoformat())}
            yield Finding("period-mismatch", "warning", Span(*found.span()), "stale", facts)


CHECKS = (check_old_standings,)
