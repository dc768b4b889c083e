"""Years in which what is generally known cannot have been (năm chưa có sự việc): 'dịch COVID-19 năm 2018', 'Đại hội
XIII của Đảng năm 2016'.

A case of ``date-chronology``, whose page stands with the dates.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tongket.checking.evidence.finds import finds
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report
from tongket.registry.known_years import known_years

_NAMES = "|".join(map(re.escape, sorted(known_years(), key=len, reverse=True)))
_YEAR = r"(?P<year>(?:19|20)\d\d)(?![\d/.]\d|\d|-)"
_BEHIND = re.compile(
    rf"(?<!\w)(?P<name>{_NAMES})(?!\w)(?:,? (?:đã |bắt đầu |lần đầu |được |cấp |triển khai |ban hành )?"
    r"(?:bùng phát|xuất hiện|xảy ra|diễn ra|tổ chức|hoành hành|bùng nổ|vào)?"
    r"(?: trên địa bàn| ở nước ta| tại Việt Nam)?)?"
    rf"(?: (?:từ|vào|trong|tháng \d{{1,2}}|cuối|đầu|giữa|các|những)){{0,3}} ?\(?(?:năm |tháng \d{{1,2}}/){_YEAR}"
)
_BEFORE = re.compile(
    rf"(?<!\w)[Nn]ăm {_YEAR},? (?:do |vì )?(?:ảnh hưởng |tác động )?(?:của |bởi )?(?:đại )?"
    rf"(?:dịch bệnh |dịch |bệnh |cơn )*(?P<name>{_NAMES})(?!\w)"
)
_COMPARED = re.compile(r"(?<!\w)(?:[Ss]o với|trước)(?: (?:đại|dịch|bệnh|năm|khi|có)){0,3} ?$")


def check_known_years(report: Report) -> Iterator[Finding]:
    """Yield ``date-chronology`` where something is told of a year in which it cannot have been.

    Not flagged: later years, in which it goes on; years that something is compared with.
    """
    for found in (*finds(_BEHIND, report.text), *finds(_BEFORE, report.text)):
        first, year, place = known_years()[found["name"]], int(found["year"]), Span(*found.span())
        if first <= year:  # later ones too: what was decided at a congress is carried out then
            continue
        if _COMPARED.search(report.text, max(place.start - _LEAD, 0), place.start):
            continue
        facts = {"printed": " ".join(found[0].split()), "true": str(first)}
        yield Finding("date-chronology", "warning", place, "known-year", facts)


_LEAD = 20

CHECKS = (check_known_years,)
