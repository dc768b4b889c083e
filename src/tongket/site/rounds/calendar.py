"""The office's calendar: working days as the package knows them, changed by the holidays that the office enters."""

from __future__ import annotations

import datetime as dt
from types import MappingProxyType

from django.utils import timezone

from tongket.registry.working_days import SpecialDay, WorkingCalendar, working_calendar, working_days_between
from tongket.registry.working_days import days_late as late_by
from tongket.site.interface.clock import today
from tongket.site.rounds.models import Holiday


def office_calendar() -> WorkingCalendar:
    """The calendar with the office's own days: one statement."""
    days = dict(working_calendar().days)
    for one in Holiday.objects.all():
        day = one.day.isoformat()
        days[day] = SpecialDay(day, "work" if one.works else "off", one.name)
    return WorkingCalendar(MappingProxyType(days))


def days_late(due: dt.date, moment: dt.datetime, calendar: WorkingCalendar | None = None) -> int:
    """Working days after ``due`` at which something came; the due day is whole."""
    if calendar is None and timezone.localtime(moment).date() <= due:
        return 0  # without asking for the office's days
    return late_by(due.isoformat(), moment, calendar or office_calendar())


def days_overdue(due: dt.date, calendar: WorkingCalendar | None = None, on: dt.date | None = None) -> int:
    """Working days after ``due`` up to ``on`` (today): at least 1 once the due day is over, 0 before."""
    day = on or today()
    if day <= due:
        return 0
    return max(1, working_days_between(due.isoformat(), day.isoformat(), calendar or office_calendar()))
