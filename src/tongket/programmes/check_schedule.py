"""The rules of a schedule. Decree 09/2019/NĐ-CP asks each regime for its closing date and, through several levels, for
a due date of each, with at least one working day between (articles 8 and 12).
"""

from __future__ import annotations

from tongket.messages import N_
from tongket.model.programmes import Programme, Schedule
from tongket.programmes.check_indicators import known_body
from tongket.programmes.choices import LEVELS, said
from tongket.programmes.deadlines import day_after, due_day, from_below, has_a_working_day
from tongket.programmes.entries import Mistakes
from tongket.programmes.levels import RANK
from tongket.registry.working_days import is_working_day, next_working_day


def check_schedule(programme: Programme, mistakes: Mistakes) -> None:
    """Note what is wrong with who is asked and by when."""
    _check_expected(programme, mistakes)
    schedule = programme.schedule
    if schedule is None:
        return
    _check_closing(programme, schedule, mistakes)
    _check_dues(programme, schedule, mistakes)
    _check_room(programme, schedule, mistakes)


def _check_expected(programme: Programme, mistakes: Mistakes) -> None:
    seen: set[tuple[str, str]] = set()
    for one in programme.expected:
        where = mistakes.at(one.file or programme.file, one.line)
        known_body(one.kind, where, mistakes)
        if (one.kind, one.level) in seen:
            mistakes.add(
                where,
                N_("'{kind}' of level '{level}' is asked twice."),
                N_("Delete one of the two entries."),
                kind=one.kind,
                level=said(LEVELS, (one.level,)),
            )
        seen.add((one.kind, one.level))


def _check_closing(programme: Programme, schedule: Schedule, mistakes: Mistakes) -> None:
    where = mistakes.at(programme.file, schedule.line, "closing")
    if schedule.cycle == "once" and not schedule.closing:
        mistakes.add(
            where,
            N_("A single request needs its closing date (Decree 09/2019/NĐ-CP, article 8)."),
            N_("Write 'closing: YEAR-MONTH-DAY': up to which day figures count."),
        )
    if schedule.cycle != "once" and schedule.closing:
        mistakes.add(
            where,
            N_("A request that comes again has a closing date in every period; '{date}' fits only one."),
            N_("Delete 'closing'; 'regime' gives the closing days: nd-09 or calendar."),
            date=schedule.closing,
        )
    if schedule.closing and schedule.closing < programme.period_start:
        mistakes.add(
            where,
            N_("Figures close on {closing}, before the period begins ({start})."),
            N_("Correct the closing date, or 'period_start' in the head."),
            closing=schedule.closing,
            start=programme.period_start,
        )


def _check_dues(programme: Programme, schedule: Schedule, mistakes: Mistakes) -> None:
    seen: set[str] = set()
    for due in schedule.dues:
        where = mistakes.at(programme.file, due.line)
        if due.level in seen:
            mistakes.add(
                where,
                N_("The level '{level}' has two due dates."),
                N_("Delete one of the two entries."),
                level=said(LEVELS, (due.level,)),
            )
        seen.add(due.level)
        if bool(due.date) == bool(due.days):
            mistakes.add(
                where,
                N_("A due date is a day, or working days after closing, and not both."),
                N_("Write 'date: YEAR-MONTH-DAY', or 'days: 2' (at least 1)."),
            )
        if due.date and schedule.cycle != "once":
            mistakes.add(
                where,
                N_("A request that comes again cannot be due on one day ({date})."),
                N_("Write 'days': how many working days after the closing date."),
                date=due.date,
            )
    for level in sorted({one.level for one in programme.expected} - seen, key=lambda level: RANK[level]):
        mistakes.add(
            mistakes.at(programme.file, schedule.line, "dues"),
            N_("The level '{level}' is asked but has no due date (Decree 09/2019/NĐ-CP, article 8)."),
            N_("Write one under 'dues'."),
            level=said(LEVELS, (level,)),
        )


def _check_room(programme: Programme, schedule: Schedule, mistakes: Mistakes) -> None:
    """At least one working day between closing and the first due date, and from each level to the next above it."""
    before, who = schedule.closing, ""
    fewest = 0
    for due in from_below(schedule):
        where = mistakes.at(programme.file, due.line, "date" if due.date else "days")
        day = due_day(due, schedule.closing)
        if day and before and not has_a_working_day(before, day):
            _no_room(where, due.level, day, before, who, mistakes)
        elif not day and due.days and due.days <= fewest:
            mistakes.add(
                where,
                N_("The level '{level}' is due {days} working days after closing, no later than the level below it."),
                N_("Give it at least {least}: there must be a working day between (Decree 09/2019/NĐ-CP, article 8)."),
                level=said(LEVELS, (due.level,)),
                days=due.days,
                least=fewest + 1,
            )
        if due.date and not is_working_day(due.date):
            mistakes.warn(
                where,
                N_("{date} is no working day."),
                N_("Take the next one: {next}."),
                date=due.date,
                next=next_working_day(due.date),
            )
        before, who = max(before, day), due.level
        fewest = max(fewest, due.days)


def _no_room(where: str, level: str, day: str, before: str, who: str, mistakes: Mistakes) -> None:
    mend = N_("Take {next} or later: there must be a working day between (Decree 09/2019/NĐ-CP, article 8).")
    facts = {"level": said(LEVELS, (level,)), "day": day, "before": before, "next": day_after(before, 1)}
    if who:
        what = N_("The level '{level}' is due on {day}, and the level '{below}' below it only on {before}.")
        mistakes.add(where, what, mend, below=said(LEVELS, (who,)), **facts)
    else:
        what = N_("The level '{level}' is due on {day}, with no working day after closing on {before}.")
        mistakes.add(where, what, mend, **facts)
