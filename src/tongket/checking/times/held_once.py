"""Meetings that a body holds once a year, told with two days of one year (một đại hội ghi hai ngày): 'Nghị quyết Đại
hội thường niên ngày 28/02/2026', then 'Đại hội thường niên ngày 25/02/2026 đã kiến nghị'.

A case of ``body-appendix-mismatch``, whose page stands with the text against tables.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tongket.checking.evidence.clauses import told_otherwise, words_of
from tongket.checking.evidence.days import DAY, day_on
from tongket.checking.evidence.finds import finds
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report

_WHO = r"(?:cán bộ|công chức|viên chức|người lao động|nhà giáo)"
_HELD = re.compile(
    r"(?P<name>(?:[Đđ]ại hội(?: (?:thành viên|đại biểu thành viên|xã viên|cổ đông|hội viên|toàn thể))?"
    r" (?:thường niên|thường kỳ)"
    rf"|[Hh]ội nghị (?:đại biểu )?{_WHO}(?:,? (?:và )?{_WHO})+|[Ll]ễ khai giảng)(?: năm(?: học)? [\d –-]{{4,11}})?)"
    r"(?P<between>[^.;:\n\d]{0,40}?)(?:vào )?(?:sáng |chiều )?ngày " + DAY + r"(?![\d/])"
)
_RANGE = re.compile(r"(?<!\w)(?:từ|đến|trước|sau|cấp|các|tại|của)(?!\w)")
_GOES_ON = re.compile(r"\s?(?:đến|-|–)\s?(?:ngày )?\d|,? (?:tại|ở|của|lớp|đối với|cho) ")  # to a day, at a place
_A_YEAR = 270  # days from which two meetings of one year are those of two


def check_meetings_held_once(report: Report) -> Iterator[Finding]:
    """Yield ``body-appendix-mismatch`` where a meeting of which a body has one a year is told with two days.

    Not flagged: ranges of days; meetings of several bodies, at several places or of other members.
    """
    held: list[tuple[frozenset[str], int, int, Span]] = []
    for found in finds(_HELD, report.text):
        day = day_on(*found.groups()[-3:]) if found.groups()[-1] else None
        if day is None or _RANGE.search(found["between"]) or _GOES_ON.match(report.text, found.end()):
            continue
        words, place = words_of(found["name"]), Span(*found.span())
        for others, year, ordinal, first in held:
            alike = words <= others or others <= words
            if alike and year == day.year and 0 < abs(ordinal - day.toordinal()) < _A_YEAR:
                yield told_otherwise(report.text, place, first)
                break
        else:
            held.append((words, day.year, day.toordinal(), place))


CHECKS = (check_meetings_held_once,)
