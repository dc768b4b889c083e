"""Works done before they were begun, where either time is told otherwise than the other (hoàn thành trước khi khởi
công): 'khởi công ngày 12/6/2023, dự kiến hoàn thành quý II/2022'.

A case of ``date-chronology``; what tells both by day, by month or by quarter, ``steps`` and ``turned_steps`` hold.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tongket.checking.evidence.finds import finds
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report

_TIME = (
    r"(?:ngày )?(?P<{0}d>\d{{1,2}})[/.](?P<{0}dm>\d{{1,2}})[/.](?P<{0}dy>20\d\d)"
    r"|tháng (?P<{0}m>\d{{1,2}})(?:/| năm )(?P<{0}my>20\d\d)|[Qq]uý (?P<{0}q>III|II|IV|I|[1-4])(?:/| ?năm )"
    r"(?P<{0}qy>20\d\d)|(?:cuối |đầu |giữa )?năm (?P<{0}y>20\d\d)"
)
_WORKS = re.compile(
    rf"(?<!\w)[Kk]hởi công(?: xây dựng)?(?: từ| vào| trong)* (?:{_TIME.format('a')})"
    r"(?:,|;| và)(?: (?:dự kiến|đã|đến nay đã|hiện đã|sẽ|phấn đấu|kế hoạch|được|cơ bản))*"
    r" (?:hoàn thành|khánh thành|nghiệm thu|bàn giao|đưa vào (?:sử dụng|khai thác|hoạt động)|thông xe|kết thúc)"
    rf"(?:,? (?:và )?đưa vào (?:sử dụng|khai thác|hoạt động))?(?: từ| vào| trong)* (?:{_TIME.format('b')})(?!\d)"
)
_QUARTERS = {"I": 1, "II": 2, "III": 3, "IV": 4}
_MONTHS = 3  # of a quarter
_LAST = 12


def check_works_turned(report: Report) -> Iterator[Finding]:
    """Yield ``date-chronology`` where the last month in which a work may be done is before the first in which it may
    have begun.

    Not flagged: two works; times told alike, which other checks hold.
    """
    for found in finds(_WORKS, report.text):
        begun, done = _months(found, "a"), _months(found, "b")
        if begun is None or done is None or begun[0] == done[0] != "y" or done[2] >= begun[1]:
            continue
        said = [" ".join(one.split()) for one in re.split(r"[,;]\s|\svà\s", found[0], maxsplit=1)]
        facts = {"last": said[-1], "date": _told(done), "first": said[0], "first_date": _told(begun)}
        yield Finding("date-chronology", "warning", Span(*found.span()), "steps", facts)


_Months = tuple[str, tuple[int, int], tuple[int, int]]


def _months(found: re.Match[str], of: str) -> _Months | None:
    """By what a time is told, and its first and last month with their year."""
    if found[f"{of}d"]:
        month = int(found[f"{of}dy"]), int(found[f"{of}dm"])
        return "d", month, month
    if found[f"{of}m"]:
        month = int(found[f"{of}my"]), int(found[f"{of}m"])
        return "m", month, month
    if found[f"{of}q"]:
        last = _MONTHS * (_QUARTERS.get(found[f"{of}q"]) or int(found[f"{of}q"]))
        year = int(found[f"{of}qy"])
        return "q", (year, last - _MONTHS + 1), (year, last)
    if found[f"{of}y"]:
        return "y", (int(found[f"{of}y"]), 1), (int(found[f"{of}y"]), _LAST)
    return None


def _told(time: _Months) -> str:
    kind, (year, first), (_, last) = time
    return str(year) if kind == "y" else f"{last}/{year}" if first == last else f"{first}-{last}/{year}"


CHECKS = (check_works_turned,)
