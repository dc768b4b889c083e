"""Working days (ngày làm việc) of offices: Monday to Friday, without public holidays, with swapped Saturdays.

``data/holidays.tsv`` lists the days of 2015 to 2027: holidays with the days off given for them (Labour Code 2019,
articles 111 and 112), and the working days that were exchanged for weekends by a decision of the year. ``basis`` says
how sure a line is: law, act (a decision of that year), reported (in the press only), computed (by the law's rule; the
year's decision was not seen). An office adds or removes days by a table of its own (docs/periods.md). Outside of those
years only weekends are known.

Days are those of Asia/Ho_Chi_Minh, ISO 8601; a due date includes its whole day.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Literal, cast, get_args

from tongket.errors import ProgrammeError, ProgrammeErrors
from tongket.messages import N_

DATA = Path(__file__).parent / "data" / "holidays.tsv"
ZONE = dt.timezone(dt.timedelta(hours=7), "Asia/Ho_Chi_Minh")
"""Indochina time: no summer time since 1975, so a fixed offset needs no table of time zones (Windows has none)."""

DayKind = Literal["off", "work"]
_COLUMNS = ("date", "kind", "name", "basis")
_KINDS = (*get_args(DayKind), "usual")
_FAR = 4000  # working days that may be counted on: some sixteen years


@dataclass(frozen=True, slots=True)
class SpecialDay:
    """A day that is not as its weekday says: off, or worked. ``basis``: law, act, reported, computed, office."""

    day: str
    kind: DayKind
    name: str
    basis: str = "office"


@dataclass(frozen=True, slots=True)
class WorkingCalendar:
    """The special days by date, and the years that they cover."""

    days: Mapping[str, SpecialDay]

    def is_working_day(self, day: str) -> bool:
        """Whether offices work on ``day`` (ISO)."""
        special = self.days.get(day)
        return special.kind == "work" if special else dt.date.fromisoformat(day).weekday() < 5

    def covers(self, day: str) -> bool:
        """Whether the holidays of that year are known; otherwise only its weekends are."""
        return day[:4] in {one[:4] for one in self.days}


def working_calendar(office: Path | None = None) -> WorkingCalendar:
    """The calendar that comes with the package, changed by the lines of the table ``office``.

    Raises:
        ProgrammeError: a line of ``office`` that is no day (ProgrammeErrors: several).
    """
    if office is None:
        return _standard_calendar()
    days = dict(_standard_calendar().days)
    for one in read_days(office):
        if isinstance(one, SpecialDay):
            days[one.day] = one
        else:
            days.pop(one, None)
    return WorkingCalendar(MappingProxyType(days))


@cache
def _standard_calendar() -> WorkingCalendar:
    days = (one for one in read_days(DATA) if isinstance(one, SpecialDay))
    return WorkingCalendar(MappingProxyType({one.day: one for one in days}))


def read_days(path: Path) -> tuple[SpecialDay | str, ...]:
    """The lines of a table of days: special days, and dates alone where the line says 'usual' (as its weekday says).

    Raises:
        ProgrammeError: a line that is no day (ProgrammeErrors: several); or a day that stands there twice.
    """
    found: dict[str, SpecialDay | str] = {}
    errors: list[ProgrammeError] = []
    lines = path.read_text(encoding="utf-8-sig").splitlines()
    for number, line in enumerate(lines, 1):
        cells = [cell.strip() for cell in line.split("\t")]
        if not line.strip() or line.startswith("#") or cells[0] == _COLUMNS[0]:
            continue
        day = _iso_day(cells[0])
        kind = cells[1] if len(cells) > 1 else ""
        where = f"{path.name}:{number}"
        if not day or kind not in _KINDS or len(cells) > len(_COLUMNS):
            errors.append(
                ProgrammeError(
                    N_("'{line}' is not a line of days off and days worked."),
                    N_(
                        "Write, parted by tabs: the day (2026-04-27 or 27/4/2026), 'off', 'work' or 'usual', its name, "
                        "the decision."
                    ),
                    where=where,
                    line=line.replace("\t", " ")[:80],
                )
            )
        elif day in found:
            errors.append(
                ProgrammeError(
                    N_("The day {day} stands there twice."), N_("Keep one of the two lines."), where=where, day=day
                )
            )
        else:
            name, basis = (*cells[2:], "", "")[:2]
            found[day] = day if kind == "usual" else SpecialDay(day, cast("DayKind", kind), name, basis or "office")
    if errors:
        raise errors[0] if len(errors) == 1 else ProgrammeErrors(tuple(errors))
    return tuple(found.values())


def _iso_day(text: str) -> str:
    """'2026-04-27' or '27/4/2026' as ISO; "" for what is no day."""
    parts = text.split("/")
    try:
        if len(parts) == 3:
            return dt.date(int(parts[2]), int(parts[1]), int(parts[0])).isoformat()
        return dt.date.fromisoformat(text).isoformat()
    except ValueError:
        return ""


def is_working_day(day: str, calendar: WorkingCalendar | None = None) -> bool:
    """Whether offices work on ``day``."""
    return (calendar or working_calendar()).is_working_day(day)


def next_working_day(day: str, calendar: WorkingCalendar | None = None) -> str:
    """``day`` itself where offices work on it, else the first day after it on which they do: where a due date moves."""
    known = calendar or working_calendar()
    while not known.is_working_day(day):
        day = _step(day, 1)
    return day


def add_working_days(day: str, count: int, calendar: WorkingCalendar | None = None) -> str:
    """The ``count``-th working day after ``day`` (before it, below zero); 0: the day itself, or the next working day.

    'Two working days after the closing date of Friday 14' is Tuesday 18: the day itself does not count.

    Raises:
        ValueError: ``count`` is beyond 4.000.
    """
    if abs(count) > _FAR:
        raise ValueError(f"{count} working days are more than {_FAR}")
    known = calendar or working_calendar()
    if not count:
        return next_working_day(day, known)
    step = 1 if count > 0 else -1
    left = abs(count)
    while left:
        day = _step(day, step)
        left -= known.is_working_day(day)
    return day


def working_days_between(start: str, end: str, calendar: WorkingCalendar | None = None) -> int:
    """How many working days lie after ``start`` up to and with ``end``; below zero where ``end`` comes first.

    An answer of Monday 17 that was due on Friday 14 is 1 working day late.
    """
    if end < start:
        return -working_days_between(end, start, calendar)
    known = calendar or working_calendar()
    first, last = dt.date.fromisoformat(start), dt.date.fromisoformat(end)
    weeks, rest = divmod((last - first).days, 7)
    usual = weeks * 5 + sum((first + dt.timedelta(days)).weekday() < 5 for days in range(1, rest + 1))
    return usual + sum(_changes(one) for day, one in known.days.items() if start < day <= end)


def _changes(special: SpecialDay) -> int:
    """What a special day adds to the count of the weekdays: -1, 0 or 1."""
    is_weekday = dt.date.fromisoformat(special.day).weekday() < 5
    return int(special.kind == "work") - int(is_weekday)


def day_of(moment: dt.datetime) -> str:
    """The day in Vietnam of a moment; one without a zone is taken as UTC, as it is stored."""
    aware = moment if moment.tzinfo else moment.replace(tzinfo=dt.UTC)
    return aware.astimezone(ZONE).date().isoformat()


def days_late(due: str, moment: dt.datetime, calendar: WorkingCalendar | None = None) -> int:
    """Working days after the due day on which something came: 0 until the due day's midnight in Vietnam."""
    came = day_of(moment)
    return max(0, working_days_between(due, came, calendar)) if came > due else 0


def _step(day: str, days: int) -> str:
    return (dt.date.fromisoformat(day) + dt.timedelta(days)).isoformat()
