"""Years since something was founded against the year of its founding (thành lập năm …, kỷ niệm n năm): 'Trường thành
lập năm 1998. Năm 2026, nhà trường kỷ niệm 25 năm ngày thành lập'.

A case of ``period-mismatch``, whose page stands with the dates.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tongket.checking.evidence.finds import finds
from tongket.checking.evidence.stops import clause_start
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report
from tongket.vietnamese.numbers import counted

_FOUNDED = re.compile(
    r"(?<!\w)(?:thành lập|ra đời)(?: từ)?(?: vào)?(?: năm| tháng \d{1,2}(?:/| năm )|"
    r" ngày \d{1,2}(?:/\d{1,2}/| tháng \d{1,2} năm ))? ?(?P<year>(?:19|20)\d\d)(?![\d./-]\d)"
)
_SINCE = re.compile(
    r"(?<!\w)(?:[Kk]ỷ niệm (?P<a>\d{1,2}) năm (?:ngày )?thành lập(?: trường| đơn vị)?(?= ?[.,;()\n]|$)"
    r"|[Đđ]ến nay,?(?: [^\W\d_]+){0,5}? (?P<b>\d{1,2}) năm(?= (?:hoạt động|thành lập)(?!\w)| ?[.,;])"
    r"|[Qq]ua (?P<d>\d{1,2}) năm (?:đi vào )?hoạt động(?!\w)(?![^.;\n]{0,60}(?<!\d)20\d\d)"
    r"|(?<!\d)(?P<c>\d{1,2}) năm (?:xây dựng và (?:trưởng thành|phát triển)|hình thành và phát triển))"
)
_THEN = re.compile(r"[Nn]ăm (?P<year>20\d\d),?(?: [^\W\d_]+){0,5} $")
_AGAIN = re.compile(r"(?<!\w)(?:tái lập|sáp nhập|chia tách|tách (?:từ|ra)|đổi tên|nâng cấp|chuyển đổi|kiện toàn)(?!\w)")
_FAR = 200  # letters from a founding to the years since
_BACK = 60  # letters before these in which the year stands to which they lead
_BEFORE = 80  # letters before a founding that say what was founded
_SLACK = 1


def check_founded(report: Report) -> Iterator[Finding]:
    """Yield ``period-mismatch`` for another number of years since the founding that is told before in the paragraph.

    Not flagged: one year more or less; what was merged, split or renamed; foundings in brackets, which are of others.
    """
    text, own = report.text, int((report.letterhead.date or "0")[:4])
    for found in finds(_FOUNDED, text) if own else ():
        line = text.find("\n", found.end(), found.end() + _FAR)
        since = _SINCE.search(text, found.end(), line if line >= 0 else found.end() + _FAR)
        if since is None or _FOUNDED.search(text, found.end(), since.start()):
            continue
        start = clause_start(text, found.start(), _BEFORE)
        if _AGAIN.search(text, start, since.end()) or text.startswith("(", found.start() - 1):
            continue
        then = _THEN.search(text, max(since.start() - _BACK, found.end()), since.start())
        said, year = int(since["a"] or since["b"] or since["c"] or since["d"]), int(then["year"]) if then else own
        if abs(said - (year - int(found["year"]))) > _SLACK and year >= int(found["year"]):
            facts = {"years": str(said), "range": f"{found['year']} - {year}"}
            related = (Span(*found.span("year")),)
            yield Finding("period-mismatch", "warning", Span(*since.span()), "length", facts, related)


_NEW_UNIT = re.compile(
    r"(?<![\d./,-])(?P<years>\d{1,2}|hai|ba|bốn|sáu|bảy) năm(?: qua)?,?"
    r" (?:(?:kể từ khi|từ khi|sau khi|đi vào|triển khai|thực hiện|tổ chức|bộ máy|kết quả|của) ){0,3}"
    r"(?:vận hành|hoạt động|sáp nhập|hợp nhất|sắp xếp|thành lập)(?:,? [^\W\d_]+){0,6}?"
    r" (?P<what>(?:xã|phường|đặc khu|đơn vị hành chính)(?: [^\W\d_]+){0,3}? mới"
    r"|(?:mô hình )?chính quyền(?: địa phương)? (?:02|hai|2) cấp)(?!\w)"
)
_BEGAN = re.compile(
    r"(?<!\w)(?:thành lập|đi vào hoạt động|vận hành|sáp nhập|hợp nhất|sắp xếp)(?: [^\W\d_]+){0,8}?"
    r" (?:từ |kể từ |vào )?ngày (?P<day>0?1/0?7/2025|01 tháng 7 năm 2025)(?!\d)"
)
_TWO_LEVELS = 2025  # local government of two levels since 01/7/2025 (Luật 72/2025/QH15)


def check_new_units(report: Report) -> Iterator[Finding]:
    """Yield ``period-mismatch`` for more years of a new commune, or of local government of two levels, than there have
    been since 01/7/2025: '03 năm vận hành phường mới' in a report of 2026.

    Not flagged: communes of which the report does not say that they began on that day; years that are planned.
    """
    year = int((report.letterhead.date or "0")[:4])
    for found in finds(_NEW_UNIT, report.text) if year >= _TWO_LEVELS else ():
        said = counted(found["years"]) or 0
        of_model = "chính quyền" in found["what"]
        began = None if of_model else _BEGAN.search(report.text)
        start = clause_start(report.text, found.start(), _BEFORE)
        if said <= year - _TWO_LEVELS + 1 or _PLANNED.search(report.text, start, found.start()):
            continue
        if of_model or began is not None:
            facts = {"years": str(said), "range": f"01/7/2025 - {year}"}
            related = (Span(*began.span("day")),) if began else ()
            yield Finding("period-mismatch", "warning", Span(*found.span()), "length", facts, related)


_PLANNED = re.compile(r"(?<!\w)(?:đến|phấn đấu|kế hoạch|lộ trình|trong vòng)(?: [^\W\d_]+){0,2} $", re.IGNORECASE)

CHECKS = (check_founded, check_new_units)
