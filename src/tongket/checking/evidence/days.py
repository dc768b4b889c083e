"""Days as citations and the letterhead give them (ISO 8601, cut where unknown) and as the prose prints them."""

from __future__ import annotations

import datetime
import re
from bisect import bisect_left
from typing import TypeGuard

from tongket.checking.evidence.kept import of_last_report
from tongket.model.reports import Report

DAY = r"(\d{1,2})(?:[/.-]|\stháng\s)(\d{1,2})(?:(?:[/.-]|\snăm\s)((?:19|20)\d\d))?(?![\d/])"
"""A day as printed, with its year or without: three groups."""
WHOLE_DAY = re.compile(
    r"([0-9][0-9]?)(?:[/.-]|\stháng\s)(\d{1,2})(?:[/.-]|\snăm\s)((?:19|20)\d\d)(?![\d/])"
)  # a digit first, so that the search leaps to the digits


def is_whole(date: str | None) -> TypeGuard[str]:
    """Whether a date is known to the day: no bare year or month."""
    return date is not None and len(date) == len("2024-03-12")


def day_of(date: str | None) -> datetime.date | None:
    """The day of an ISO date, None where it is not a whole one."""
    try:
        return datetime.date.fromisoformat(date or "")
    except ValueError:
        return None


def day_on(day: str | int, month: str | int, year: str | int) -> datetime.date | None:
    """The day with these numbers as printed, None where no calendar has it."""
    try:
        return datetime.date(int(year), int(month), int(day))
    except ValueError:
        return None


def date_of(found: re.Match[str]) -> datetime.date | None:
    """The day whose day, month and year are the first groups of a match."""
    return day_on(found[1], found[2], found[3])


@of_last_report
def whole_days(report: Report) -> list[re.Match[str]]:
    """The days of the text that are written with their year, in order."""
    return list(WHOLE_DAY.finditer(report.text))


def days_between(report: Report, low: int, high: int) -> list[re.Match[str]]:
    """Those that begin in a part of the text."""
    days = whole_days(report)
    return days[bisect_left(days, low, key=_start) : bisect_left(days, high, key=_start)]


def _start(found: re.Match[str]) -> int:
    return found.start()
