"""Works done before they were begun, by months, quarters or years (hoàn thành trước khi khởi công): 'khởi công tháng
6/2024, dự kiến hoàn thành quý II/2023'.

A case of ``date-chronology``; what tells both by day, ``steps`` hold.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tongket.checking.evidence.finds import finds
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report
from tongket.vietnamese.numbers import counted

_TIME = (
    r"(?:(?:ngày )?(?P<{0}d>\d{{1,2}})[/.](?P<{0}dm>\d{{1,2}})[/.](?P<{0}dy>20\d\d)"
    r"|tháng (?P<{0}m>\d{{1,2}})(?:/| năm )(?P<{0}my>20\d\d)|[Qq]uý (?P<{0}q>III|II|IV|I|[1-4])(?:/| ?năm )"
    r"(?P<{0}qy>20\d\d)|(?:cuối |đầu |giữa )?năm (?P<{0}y>20\d\d))"
)
_DONE = (
    r"(?:hoàn thành|khánh thành|nghiệm thu|bàn giao|đưa vào (?:sử dụng|khai thác|hoạt động)|thông xe|kết thúc)"
    r"(?:,? (?:và )?đưa vào (?:sử dụng|khai thác|hoạt động))?"
)
_NOW = r"(?: (?:dự kiến|đã|đến nay|hiện|sẽ|phấn đấu|kế hoạch|được|cơ bản|thì|mới))*"
_WORKS = re.compile(
    rf"(?<!\w)(?:[Kk]hởi công|[Bb]ắt đầu thi công)(?: xây dựng)?(?: từ| vào| trong)* {_TIME.format('a')}(?:,|;| và)"
    rf"(?:{_NOW} {_DONE}(?: từ| vào| trong)* {_TIME.format('b')}(?!\d)| đến {_TIME.format('c')}{_NOW} {_DONE})"
)
_QUARTER, _YEAR = 3, 12  # months


def check_works_turned(report: Report) -> Iterator[Finding]:
    """Yield ``date-chronology`` where the last month in which a work may be done is before the first in which it may
    have begun.

    Not flagged: two works; days, which another check holds.
    """
    for found in finds(_WORKS, report.text):
        begun, done = _months(found, "a"), _months(found, "b") or _months(found, "c")
        if begun is None or done is None or done[1] >= begun[0] or (found["ad"] and (found["bd"] or found["cd"])):
            continue
        said = [" ".join(one.split()) for one in re.split(r"[,;]\s|\svà\s", found[0], maxsplit=1)]
        facts = {"last": said[-1], "date": _told(done), "first": said[0], "first_date": _told(begun)}
        yield Finding("date-chronology", "warning", Span(*found.span()), "steps", facts)


_Months = tuple[tuple[int, int], tuple[int, int]]


def _months(found: re.Match[str], of: str) -> _Months | None:
    """The first and the last month of a time, each behind its year."""
    if found[f"{of}d"]:
        month = int(found[f"{of}dy"]), int(found[f"{of}dm"])
        return month, month
    if found[f"{of}m"]:
        month = int(found[f"{of}my"]), int(found[f"{of}m"])
        return month, month
    if found[f"{of}q"]:
        year, last = int(found[f"{of}qy"]), _QUARTER * (counted(found[f"{of}q"]) or 0)
        return (year, last - _QUARTER + 1), (year, last)
    if found[f"{of}y"]:
        return (int(found[f"{of}y"]), 1), (int(found[f"{of}y"]), _YEAR)
    return None


def _told(time: _Months) -> str:
    (year, first), (_, last) = time
    return str(year) if last - first == _YEAR - 1 else f"{last}/{year}" if first == last else f"{first}-{last}/{year}"


CHECKS = (check_works_turned,)
