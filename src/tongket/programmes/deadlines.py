"""By when each level answers: the due dates of a schedule as days of the calendar."""

from __future__ import annotations

from tongket.model.programmes import Due, Schedule
from tongket.programmes.levels import RANK
from tongket.registry.working_days import add_working_days, working_days_between


def due_day(due: Due, closing: str) -> str:
    """The day on which it is due, counted from ``closing`` where it is so many working days after it; "" unknown."""
    if due.date or not (closing and due.days):
        return due.date
    return day_after(closing, due.days)


def day_after(day: str, count: int) -> str:
    """The ``count``-th working day after ``day``; "" where the calendar ends before it."""
    try:
        return add_working_days(day, count)
    except OverflowError:
        return ""


def from_below(schedule: Schedule) -> tuple[Due, ...]:
    """The due dates from the lowest level up: who reports first stands first."""
    return tuple(sorted(schedule.dues, key=lambda due: RANK[due.level]))


def has_a_working_day(after: str, until: str) -> bool:
    """Whether one who begins on the day after ``after`` has a working day by the end of ``until``.

    Decree 09/2019/NĐ-CP, article 8, asks for at least one between the closing date and a due date, and so between the
    due dates of levels that report one to another.
    """
    return after < until and working_days_between(after, until) >= 1
