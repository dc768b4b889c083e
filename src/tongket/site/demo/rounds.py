"""The quarters of the demonstration: those of two years until now, each asked, answered, late, returned or approved."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

QUARTERS = 8
ROMAN = ("I", "II", "III", "IV")
AHEAD = 45  # days before its end at which a quarter is asked for
LEFT = 3  # days until the newest is due


@dataclass(frozen=True, slots=True)
class Quarter:
    """A quarter that was reported on, and the day by which communes answered."""

    number: int  # since the year 0: the figures of one grow from one to the next
    start: dt.date
    end: dt.date
    due: dt.date
    newest: bool

    @property
    def name(self) -> str:
        """'quý III/2026'."""
        return f"quý {ROMAN[self.number % 4]}/{self.number // 4}"

    @property
    def opened(self) -> dt.date:
        """The day on which it was asked for."""
        return self.due - dt.timedelta(days=18)


def quarters(today: dt.date) -> list[Quarter]:
    """The last ``QUARTERS`` of them, the oldest first; the newest is due in a few days."""
    last = today.year * 4 + (today.month - 1) // 3
    if (_start(last + 1) - today).days > AHEAD:
        last -= 1
    found = []
    for number in range(last - QUARTERS + 1, last + 1):
        end = _start(number + 1) - dt.timedelta(days=1)
        newest = number == last
        due = today + dt.timedelta(days=LEFT) if newest else min(end + dt.timedelta(days=5), today)
        found.append(Quarter(number, _start(number), end, due, newest))
    return found


def _start(number: int) -> dt.date:
    return dt.date(number // 4, number % 4 * 3 + 1, 1)
