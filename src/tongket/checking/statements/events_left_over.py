"""The event of a plan called by the kind of another ('ngày hội' in the plan of a festival): left over from a model.

Plans of festivals and contests are written from those of the last event. A case of ``body-appendix-mismatch``, whose
page stands with the text against tables.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tongket.checking.evidence.clauses import told_otherwise
from tongket.checking.evidence.finds import finds
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report
from tongket.vietnamese.unicode import folded

_KIND = (
    r"festival|lễ hội|ngày hội|hội thi|hội thao|hội diễn|hội chợ|hội trại|hội xuân|liên hoan|cuộc thi|tuần lễ|giải đấu"
    r"|giải chạy|giải bóng đá|đại hội"
)
_TITLE = re.compile(
    rf"(?<!\w)(?:tổ chức|phục vụ|tham gia|tham dự|hưởng ứng)\s[“\"]?(?P<kind>{_KIND})(?!\w)", re.IGNORECASE
)
_EVENT = re.compile(rf"(?<!\w)(?P<kind>(?i:{_KIND}))(?!\w)")
_THE_EVENT = re.compile(  # words before a kind that mean the event of the plan
    r"(?:trong\s(?:và\s)?sau(?:\sthời\sgian)?(?:\s(?:diễn\sra|tổ\schức))?|trong\sthời\sgian(?:\s(?:diễn\sra|tổ\schức))?"
    r"|[Bb]an\s[Tt]ổ\schức|thành\scông\scủa|phục\svụ|diễn\sra|khai\smạc|bế\smạc|kết\sthúc)\s$"
)
_BARE = re.compile(r"\s?(?:[.,;:)]|\n|\s(?:và|theo|đảm bảo|bảo đảm|được|phải|để)(?!\w)|$)")  # no name behind it
_TYPES = frozenset(("Kế hoạch", "Quyết định", "Công văn", "Thông báo", "Hướng dẫn", "Chỉ thị"))
_LEAST, _MOST = 4, 3  # times that the plan names its own event, and another as if it were that
_REACH = 50


def check_events_left_over(report: Report) -> Iterator[Finding]:
    """Yield ``body-appendix-mismatch`` where the plan of an event speaks of it as an event of another kind: 'trong và
    sau Ngày hội' in the plan of a festival.

    Not flagged: events of another kind that have a name of their own or are told of more than in passing; several
    ('các hội thi').
    """
    head = report.letterhead
    titled = _TITLE.search(head.title or "") if head.doc_type in _TYPES else None
    if titled is None:
        return
    own = folded(titled["kind"])
    events = [(folded(found["kind"]), found) for found in finds(_EVENT, report.text)]
    mine = [found for kind, found in events if kind == own]
    others = {kind for kind, _ in events} - {own}
    for kind in sorted(others) if len(mine) >= _LEAST else ():
        named = [found for one, found in events if one == kind]
        if len(named) <= _MOST and all(_is_the_event(report.text, found) for found in named):
            for found in named:
                yield told_otherwise(report.text, Span(*found.span()), Span(*mine[0].span()))


def _is_the_event(text: str, found: re.Match[str]) -> bool:
    """Whether a kind without a name is spoken of as the event of the plan."""
    before = _THE_EVENT.search(text, max(found.start() - _REACH, 0), found.start())
    return before is not None and _BARE.match(text, found.end()) is not None


CHECKS = (check_events_left_over,)
