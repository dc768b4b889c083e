"""Days and deadlines in the words of an office: 'Còn 2 ngày', 'thứ Sáu 20/11/2026'."""

from __future__ import annotations

import datetime as dt
import re

from tongket.messages import N_, say
from tongket.vietnamese.dates import parse_date

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


def typed_day(text: str) -> dt.date | None:
    """The day that a person typed: 1/7/2026, 01-07-2026, 1.7.2026, 01072026 or 2026-07-01; None where it is none.

    The day comes before the month whatever the language, as it is written in Vietnam.
    """
    plain = text.strip()[:40]
    if run := re.fullmatch(r"([0-9]{2})([0-9]{2})([0-9]{4})", plain):
        plain = "/".join(run.groups())
    try:
        return dt.date.fromisoformat(parse_date(plain) or plain)
    except ValueError:
        return None


def shown_day(value: dt.date | str | None) -> str:
    """A day as it stands in a field: 05/02/2026; what is typed and is no day stays as it was typed."""
    day = typed_day(value) if isinstance(value, str) else value
    return short_day(day) or str(value or "")


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
