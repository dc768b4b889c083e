"""People at sessions of which each takes a few (số lượt công dân mỗi buổi tiếp, học viên mỗi lớp).

Cases of ``implausible-magnitude``, whose page stands with the magnitudes. Of one session how many there can be is a
table of the registry; meetings of all kinds, where any number may come, are no such session.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from tongket.checking.evidence.near_numbers import prose_of
from tongket.checking.evidence.numbers import shown, single
from tongket.model.figures import Figure
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report
from tongket.registry.bounds import Bounds, session_bounds

_LINK = re.compile(
    r"(?:[^.;:\d\n]{0,40}?[\s,(])?(?:với|cho|có|gồm|được|thu hút)(?: (?:tổng số|tổng cộng|hơn|trên|gần|khoảng|tổng"
    r"|số))*\s+"
)
_PEOPLE = frozenset(
    (
        *("lượt", "người", "lượt người", "công dân", "lượt công dân", "học viên", "lao động", "hội viên", "nông dân"),
        *("lượt học viên", "lượt hội viên", "cán bộ", "phụ nữ", "đoàn viên"),
    )
)
_BACK = 90  # letters before the sessions in which they are named
_AND_MORE = re.compile(r"(?<!\w)(?:tuyên truyền|thường xuyên|hằng ngày|hàng ngày|lũy kế|và)(?!\w)", re.IGNORECASE)
_FROM_AFAR = re.compile(r"(?<!\w)(?:trực tuyến|điểm cầu|từ xa|nền tảng|qua mạng|phần mềm)(?!\w)", re.IGNORECASE)


def check_sessions(report: Report) -> Iterator[Finding]:
    """Yield ``implausible-magnitude`` for many more people than so many sessions of a kind can take: 'tiếp công dân 24
    buổi với 9.800 lượt người', '02 lớp dạy nghề cho 3.150 học viên'.

    Not flagged: sessions of other kinds, and on the net; what was told of them together with the work of every day.
    """
    for held, people in pairwise(prose_of(report)):
        if people.change or people.unit == "%" or held.change or held.qualifier or "/" in people.unit:
            continue
        bounds = _bounds_of(report.text, held, people)
        count, amount = single(held.value), single(people.value)
        if bounds is None or not count or amount is None or amount <= count * bounds.most:
            continue
        if _FROM_AFAR.search(report.text, max(held.start - _BACK, 0), people.end + _BACK):
            continue
        if _LINK.fullmatch(report.text, held.end, people.start) and not _AND_MORE.search(
            report.text, held.end, people.start
        ):
            facts = {"people": people.text, "meetings": held.text, "mean": shown(round(amount / count, 1))}
            place, related = Span(people.start, people.end), (Span(held.start, held.end),)
            yield Finding("implausible-magnitude", "warning", place, "attendance", facts, related)


def _bounds_of(text: str, held: Figure, people: Figure) -> Bounds | None:
    """How many one of the sessions can take of those whom a number counts; None for other sessions."""
    low = max(held.clause_start, held.start - _BACK)
    said = f"{text[low : held.start]}|{text[held.end : people.start]}".lower()
    for (session, matter), bounds in session_bounds().items():
        if held.base_unit == session and matter in said and people.base_unit in _PEOPLE:
            return bounds
    return None


CHECKS = (check_sessions,)
