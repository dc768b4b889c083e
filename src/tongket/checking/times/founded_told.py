"""Years since something was founded against the year of its founding (thành lập năm …, kỷ niệm n năm).

    'Trường thành lập năm 1998. Năm 2026, nhà trường kỷ niệm 25 năm ngày thành lập'.

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
    r"(?<!\w)(?:thành lập|ra đời)(?: từ)?(?: vào)?(?: ngày \d{1,2}/\d{1,2}/|"
    r" tháng \d{1,2}/"
    r"| tháng \d{1,2} năm| ngày \d{1,2} tháng \d{1,2} năm| năm)? ?(?P<year>(?:19|20)\d\d)(?![\d./-]\d)"
)
_SINCE = re.compile(
    r"(?<!\w)(?:[Kk]ỷ niệm (?P<a>\d{1,2}) năm (?:ngày )?thành lập(?: trường| hội| hợp tác xã| đơn vị)?(?= ?[.,;()\n]|$)"
    r"|(?:qua|trải qua|sau|đã hoạt động được|hoạt động được|đã có|đã trải qua|tròn)(?: hơn| gần)? (?P<b>\d{1,2}) năm"
    r"(?: hoạt động| xây dựng| thành lập| hình thành|(?= ?[.,;]))"
    r"|(?<!\d)(?P<c>\d{1,2}) năm (?:xây dựng và (?:trưởng thành|phát triển)|hình thành và phát triển))"
)
_THEN = re.compile(r"[Nn]ăm (?P<year>20\d\d),?(?: [^\W\d_]+){0,5} $")
_AGAIN = re.compile(r"(?<!\w)(?:tái lập|sáp nhập|chia tách|tách (?:từ|ra)|đổi tên|nâng cấp|chuyển đổi|kiện toàn)(?!\w)")
_OF_ANOTHER = re.compile(r"\([^()]{0,40}$")  # 'tách từ Trường A (thành lập năm 1972)'
_FAR = 200
_SLACK = 1


def check_founded(report: Report) -> Iterator[Finding]:
    """Yield ``period-mismatch`` for another number of years since the founding that is told right before.

    Not flagged: one year more or less; things that were merged, split or renamed; sentences farther off.
    """
    own = int((report.letterhead.date or "0")[:4])
    text = report.text
    for found in finds(_FOUNDED, text) if own else ():
        end = min(found.end() + _FAR, len(text))
        since = _SINCE.search(text, found.end(), end)
        if (
            since is None
            or "\n\n" in text[found.end() : since.start()]
            or _AGAIN.search(text, clause_start(text, found.start(), _BEFORE), since.end())
        ):
            continue
        if _FOUNDED.search(text, found.end(), since.start()) or _OF_ANOTHER.search(
            text, max(found.start() - 1, 0), found.end("year")
        ):
            continue
        said = int(since["a"] or since["b"] or since["c"])
        then = _THEN.search(text, max(since.start() - _BACK, found.end()), since.start())
        year = int(then["year"]) if then else own
        true = year - int(found["year"])
        if abs(said - true) > _SLACK and year >= int(found["year"]):
            facts = {"years": str(said), "range": f"{found['year']} - {year}"}
            related = (Span(found.start("year"), found.end("year")),)
            yield Finding("period-mismatch", "warning", Span(*since.span()), "length", facts, related)


_BACK = 60  # letters before the years in which the year stands that they lead to
_BEFORE = 80  # letters before a founding that say what was founded

CHECKS = (check_founded,)
