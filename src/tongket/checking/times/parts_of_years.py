"""Quarters and halves with their months beside them (quý, 6 tháng đầu năm): 'Quý III (từ tháng 7 đến tháng 10)'.

A case of ``period-mismatch``, whose page stands with the dates.
"""

from __future__ import annotations

import datetime
import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from tongket.checking.evidence.days import day_on
from tongket.checking.evidence.places import matches_near
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report
from tongket.vietnamese.numbers import counted

_YEAR = r"(?:(?:\s?/\s?|\snăm\s|\s?-\s?|\s)(?P<{0}>(?:19|20)\d\d))?"
_PART = re.compile(
    rf"(?:[Qq]uý\s(?P<quarter>IV|I{{1,3}}|[1-4])|(?P<count>\d{{1,2}}|[Ss]áu|[Cc]hín|[Bb]a)\stháng\s(?P<end>đầu|cuối)\snăm)"
    rf"(?![\w])(?!\s?[,và]+\s(?:quý\s)?[IV1-4]{{1,3}}(?!\w)){_YEAR.format('year')}(?!\d)"
)
_DAY = (
    r"(?:ngày\s)?(?P<{0}day>\d{{1,2}})(?:/|-|\.|\stháng\s)(?P<{0}month>\d{{1,2}})"
    r"(?:(?:/|-|\.|\snăm\s)(?P<{0}year>(?:19|20)\d\d))?"
)
_MONTH = r"tháng\s(?P<{0}month>\d{{1,2}})(?:(?:/|\snăm\s)(?P<{0}year>(?:19|20)\d\d))?"
_BESIDE = r"\s?(?:\(|[,:]\s)(?:tính\s|số liệu\s|kỳ\s|thời gian\s)?"
_TO = r"\s?(?:đến|tới|[-–])\s?(?:hết\s)?"
_RANGES = (
    re.compile(rf"{_BESIDE}từ\s{_DAY.format('from_')}{_TO}{_DAY.format('to_')}(?!\d)"),
    re.compile(rf"{_BESIDE}từ\s{_MONTH.format('from_')}{_TO}(?:{_MONTH.format('to_')})(?![\d/])"),
)
_LIST = re.compile(r"\s?\((?:gồm\s|các\s)?tháng\s(?P<months>\d{1,2}(?:(?:,|\svà)\s(?:tháng\s)?\d{1,2}){1,11})\)")
_UNTIL = re.compile(rf",\s(?:số liệu\s)?tính\sđến\s(?:hết\s)?{_DAY.format('to_')}(?!\d)")
_ANOTHER = re.compile(r"[Qq]uý\s(?:IV|I{1,3}|[1-4])(?:[/\s]\S{4,9}){0,2}(?:,|\s(?:và|đến|-))\s$")
_JOINT = 24  # letters of another quarter that is told with one
_FEW = 20  # days by which a time may be longer than it is called
_MONTHS = 12
_ANY_YEAR = 2001  # no leap year: for parts of years that are not named


@dataclass(frozen=True, slots=True)
class _Part:
    """A part of a year: its first and last month, its year where that is said."""

    first: int
    last: int
    year: int | None


def check_months_of_parts(report: Report) -> Iterator[Finding]:
    """Yield ``period-mismatch`` where the months or days beside a quarter or the first or last months of a year go
    beyond them: 'Quý III (từ tháng 7 đến tháng 10)', '6 tháng cuối năm (từ ngày 01/6 đến 31/12)'.

    Allowed: a time of that length that begins earlier, for quarters may close on the 14th (Thông tư 02/2021/TT-TTCP),
    and the years of courts, prosecutors and enforcement begin before January. Not flagged: a time within it; several
    quarters together.
    """
    for found in matches_near(_PART, report.text, "uý", "háng", before=len("Chín t")):
        part = _part(found)
        if part is None or _ANOTHER.search(report.text, max(found.start() - _JOINT, 0), found.start()):
            continue
        end = _end_of_wrong_months(report.text, found.end(), part)
        if end is not None:
            facts = {"period": found[0], "range": report.text[found.end() : end].strip(" (),:")}
            yield Finding("period-mismatch", "warning", Span(found.start(), end), "months-beside", facts)


def _part(found: re.Match[str]) -> _Part | None:
    year = int(found["year"]) if found["year"] else None
    if found["quarter"]:
        quarter = counted(found["quarter"]) or 0
        return _Part(3 * quarter - 2, 3 * quarter, year)
    count = counted(found["count"]) or 0
    if not 1 < count < _MONTHS:
        return None
    return _Part(1, count, year) if found["end"] == "đầu" else _Part(_MONTHS + 1 - count, _MONTHS, year)


def _end_of_wrong_months(text: str, at: int, part: _Part) -> int | None:
    """Where the months behind a part of a year end, if they go beyond it."""
    listed = _LIST.match(text, at)
    if listed is not None:
        months = [int(one) for one in re.findall(r"\d+", listed["months"])]
        return listed.end() if _are_others(months, part) else None
    for pattern in _RANGES:
        found = pattern.match(text, at)
        if found is not None:
            return found.end() if _goes_beyond(found, part) else None
    until = _UNTIL.match(text, at)
    if until is not None and part.first == 1 and _is_later(until, part):
        return until.end()
    return None


def _are_others(months: list[int], part: _Part) -> bool:
    """Whether a list names months that a part of a year has not: '9, 11, 12' for the last quarter."""
    in_turn = all(other == one % _MONTHS + 1 for one, other in pairwise(months))
    earlier = in_turn and len(months) == part.last - part.first + 1 and months[-1] <= part.last
    return not earlier and any(not part.first <= one <= part.last for one in months)


def _goes_beyond(found: re.Match[str], part: _Part) -> bool:
    """Whether a range ends behind a part of a year, or is longer; its year, where it is told, counted."""
    year = part.year or _year(found, "to_") or _ANY_YEAR
    first, last = _first_day(found, year), _last_day(found, year)
    if first is None or last is None or first > last:
        return False  # what runs backwards is told of elsewhere
    since, until = datetime.date(year, part.first, 1), _last_of(year, part.last)
    return last > until or (first < since and (last - first) - (until - since) > datetime.timedelta(days=_FEW))


def _is_later(found: re.Match[str], part: _Part) -> bool:
    """Whether a day up to which figures are counted lies more than a month behind a part of a year."""
    year = part.year or _year(found, "to_") or _ANY_YEAR
    last = _last_day(found, year)
    return last is not None and last > _last_of(year, part.last) + datetime.timedelta(days=31)


def _year(found: re.Match[str], end: str) -> int | None:
    said = found[f"{end}year"]
    return int(said) if said else None


def _first_day(found: re.Match[str], year: int) -> datetime.date | None:
    day = int(found.groupdict().get("from_day") or 1)
    month, last = int(found["from_month"]), int(found["to_month"])
    told = _year(found, "from_") or (year - 1 if month > last else year)  # '15/12 đến 14/3'
    return day_on(day, month, told)


def _last_day(found: re.Match[str], year: int) -> datetime.date | None:
    month, told = int(found["to_month"]), _year(found, "to_") or year
    if not 1 <= month <= _MONTHS:
        return None
    day = found.groupdict().get("to_day")
    return day_on(day, month, told) if day else _last_of(told, month)


def _last_of(year: int, month: int) -> datetime.date:
    return datetime.date(year, month, monthrange(year, month)[1])
