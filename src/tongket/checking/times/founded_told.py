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


CHECKS = (check_founded,)
