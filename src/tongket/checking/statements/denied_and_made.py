"""What was not made in the time of the report, and is spoken of as made in it (nói chưa làm được, chỗ khác nói đã làm).

    'chưa thành lập được tổ hợp tác nào', then 'củng cố 02 tổ hợp tác thành lập đầu năm'.

Cases of ``body-appendix-mismatch``, whose page stands with the text against tables. That it was made in the time of the
report is said beside the number, so that it counts among the tasks, too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from tongket.checking.evidence.clauses import is_of_part, told_otherwise
from tongket.checking.evidence.finds import finds
from tongket.checking.evidence.stops import clause_start
from tongket.checking.evidence.tasks import tasks_of
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report

_VERBS = "thành lập|xây dựng|ra mắt|tổ chức|mở|ban hành|công nhận|kết nạp|khởi công|phát triển"
_NOT_ONE = re.compile(
    rf"(?:chưa(?<!\w.{{4}})|không(?<!\w.{{5}})) (?P<verb>{_VERBS})(?: mới)?(?: được)?(?: mới)?"
    r" (?P<what>[^\W\d_]+(?: [^\W\d_]+){0,4}?) nào(?!\w)"
)
_NOW = (
    r"(?:(?:vào |từ |hồi |trong |ngay )*(?:đầu năm|đầu kỳ|trong năm|trong kỳ|năm nay|quý vừa qua"
    r"|(?:[369]|sáu|chín) tháng(?: đầu năm)?))"
)
_OWN_MONTHS = re.compile(r"(?:0?[369]|sáu|chín) tháng(?: đầu năm)?")
_MOST = 50  # denials


def check_denied_and_made(report: Report) -> Iterator[Finding]:
    """Yield ``body-appendix-mismatch`` where none of a thing is said to have been made, and a number of them is spoken
    of as made early in the year or within it.

    Not flagged: denials of a part; things that are older, or of which nothing says when they were made.
    """
    text, tasks = report.text, tasks_of(report)
    for denial in islice(finds(_NOT_ONE, text), _MOST):
        place = Span(*denial.span())
        before = _OWN_MONTHS.sub("", text[clause_start(text, place.start) : place.start])
        if tasks.touch(place) or is_of_part(report, before):
            continue
        made = re.compile(
            rf"\d(?<![\d.,/]\d)\d{{0,2}} {re.escape(denial['what'])}(?: mới)?(?: (?:được|đã|vừa))* {denial['verb']}"
            rf"(?: mới)? {_NOW}(?!\w)",
            re.IGNORECASE,
        )
        found = next((one for one in made.finditer(text) if not place.touches(Span(*one.span()))), None)
        if found is not None and found[0].lstrip("0")[:1] != " ":
            yield told_otherwise(text, place, Span(*found.span()))


CHECKS = (check_denied_and_made,)
