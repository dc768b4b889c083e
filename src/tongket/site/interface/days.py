"""Days and deadlines in the words of an office: 'Còn 2 ngày', 'thứ Sáu 20/11/2026'."""

from __future__ import annotations

import datetime as dt

from tongket.messages import N_, say

_WEEKDAYS = (
    N_("Monday {day}"),
    N_("Tuesday {day}"),
    N_("Wednesday {day}"),
    N_("Thursday {day}"),
    N_("Friday {day}"),
    N_("Saturday {day}"),
    N_("Sunday {day}"),
)


def short_day(day: dt.date | None) -> str:
    """05/02/2026: a day below 10 and the months January and February carry a 0 (Nghị định 30/2020/NĐ-CP)."""
    if day is None:
        return ""
    month = f"{day.month:02}" if day.month < 3 else str(day.month)
    return f"{day.day:02}/{month}/{day.year}"


def long_day(day: dt.date | None) -> str:
    """The day with its weekday."""
    return "" if day is None else say(_WEEKDAYS[day.weekday()], day=short_day(day))


def due_words(due: dt.date, today: dt.date) -> str:
    """How far off a deadline is; the due day is whole, so that it is late from the next day on."""
    left = (due - today).days
    if left < 0:
        return say(N_("Overdue by {count} days"), count=-left)
    if left == 0:
        return say(N_("Due today"))
    if left == 1:
        return say(N_("Due tomorrow"))
    return say(N_("{count} days left"), count=left)
