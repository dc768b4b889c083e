"""Times of day that no clock shows (giờ không có trên đồng hồ: 25 giờ 30, 08h75).

A case of ``implausible-magnitude``, whose page stands with the magnitudes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tongket.checking.evidence.finds import finds
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report

_LAST_HOUR, _MINUTES = 24, 60
_CLOCK = (  # digits first, for they are found faster than what must not stand before them
    re.compile(r"(?P<hour>\d(?<![\w/.,]\d)\d?) ?[hH] ?(?P<minute>\d\d)(?![\w/.,%]\d|\d)"),  # '08h75'
    re.compile(  # a length of time needs no word before it, a time of day does
        r"(?:úc|ào hồi|ắt đầu từ|hai mạc|ời gian: ?(?:[Tt]ừ |[Vv]ào |[Ll]úc |[Hh]ồi )?) ?"
        r"(?P<hour>\d{1,2}) ?(?:giờ|h|g)(?: ?(?P<minute>\d\d)(?!\d))?(?!\w)"
    ),
    re.compile(
        r"giờ(?: \d\d(?: phút)?)? (?:đến|tới) (?P<hour>\d\d) (?:giờ|h)(?: (?P<minute>\d\d)(?: phút)?)?"
        r"(?= (?:hằng|hàng|mỗi|các|trong|cùng) (?:ngày|đêm|tối)(?!\w))"
    ),
    re.compile(r"(?P<hour>\d(?<![\w/.,]\d)\d?) giờ ?(?P<minute>[6-9]\d)(?= phút|, ngày| ngày)"),
)


def check_hours(report: Report) -> Iterator[Finding]:
    """Yield ``implausible-magnitude`` for a time of day that no clock shows: 'lúc 25 giờ 30 phút', '08h75'.

    Not flagged: lengths of time ('trực 36 giờ', 'bồi dưỡng 40 giờ'), '24/24h', 24 o'clock sharp.
    """
    told: set[int] = set()
    for pattern in _CLOCK:
        for found in finds(pattern, report.text):
            hour, minute = int(found["hour"]), int(found["minute"] or 0)
            if minute < _MINUTES and (hour < _LAST_HOUR or (hour == _LAST_HOUR and not minute)):
                continue
            if found.start("hour") not in told:
                told.add(found.start("hour"))
                place = Span(found.start("hour"), found.end())
                facts = {"printed": report.text[place.start : place.end]}
                yield Finding("implausible-magnitude", "warning", place, "clock", facts)


CHECKS = (check_hours,)
