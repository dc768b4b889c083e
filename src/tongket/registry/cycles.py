"""Reporting periods (kỳ báo cáo) in order: their days, what comes before and after, and what may be added.

Two regimes (Decree 09/2019/NĐ-CP, article 12; docs/periods.md). Under 'nd-09' a period ends on the 14th of its last
month and begins on the 15th of the month before its first: quarter I/2026 is 15/12/2025 to 14/3/2026. Under 'calendar'
it begins on the first and ends on the last day of a month. Spans of years and terms of office belong to neither.
"""

from __future__ import annotations

import datetime as dt
from calendar import monthrange
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Literal

from tongket.messages import N_, say
from tongket.model.mistakes import Mistake, mistake
from tongket.model.periods import Cycle, Period
from tongket.vietnamese.dates import printed_day

Regime = Literal["nd-09", "calendar"]
ROMAN = ("I", "II", "III", "IV")
OVERLAP = N_("'{first}' and '{second}' share days, from {start} to {end}: what happened then would count twice.")
MIXED = N_("'{first}' closes by Decree 09 (15th to 14th) and '{second}' by the calendar: they cannot be added.")
_CYCLES: dict[int, Cycle] = {1: "month", 3: "quarter", 6: "half", 9: "nine-months", 12: "year"}


def months_of(year: int, first: int, last: int, regime: Regime, label: str = "") -> Period:
    """The period of the months ``first`` to ``last`` of ``year`` (1 to 12; more or less reach into other years)."""
    if regime == "nd-09":
        start, end = f"{_month(year, first - 1)}-15", f"{_month(year, last)}-14"
    else:
        ending = _month(year, last)
        start = f"{_month(year, first)}-01"
        end = f"{ending}-{monthrange(int(ending[:4]), int(ending[5:]))[1]:02d}"
    found = Period(start, end, _cycle(first, last), regime, label)
    return found if label else replace(found, label=label_of(found, "vi"))


def _month(year: int, month: int) -> str:
    """'2025-12' for month 0 of 2026."""
    years, index = divmod(month - 1, 12)
    return f"{year + years:04d}-{index + 1:02d}"


def _cycle(first: int, last: int) -> Cycle:
    """What the months are, of a year that they lie in: every cycle begins where it can be counted from January."""
    count = last - first + 1
    cycle = _CYCLES.get(count, "span")
    begins = (first - 1) % 12
    fits = {"quarter": begins % 3 == 0, "half": begins % 6 == 0, "nine-months": begins == 0, "year": begins == 0}
    return cycle if fits.get(cycle, True) else "span"


def month(year: int, number: int, regime: Regime) -> Period:
    """Month ``number`` of ``year``."""
    return months_of(year, number, number, regime)


def quarter(year: int, number: int, regime: Regime) -> Period:
    """Quarter ``number`` (1 to 4) of ``year``."""
    return months_of(year, 3 * number - 2, 3 * number, regime)


def half(year: int, number: int, regime: Regime) -> Period:
    """The first or second half of ``year``."""
    return months_of(year, 6 * number - 5, 6 * number, regime)


def nine_months(year: int, regime: Regime) -> Period:
    """The first nine months of ``year``."""
    return months_of(year, 1, 9, regime)


def year_of(year: int, regime: Regime) -> Period:
    """The year as a reporting period."""
    return months_of(year, 1, 12, regime)


def cycle_on(day: str, cycle: Cycle, regime: Regime) -> Period:
    """The month, quarter, half or year in which ``day`` lies; the nine months of that year."""
    year, number = int(day[:4]), int(day[5:7])
    if regime == "nd-09" and int(day[8:]) >= 15:
        number += 1
    years, index = divmod(number - 1, 12)
    year += years
    match cycle:
        case "month":
            return month(year, index + 1, regime)
        case "quarter":
            return quarter(year, index // 3 + 1, regime)
        case "half":
            return half(year, index // 6 + 1, regime)
        case "nine-months":
            return nine_months(year, regime)
        case _:
            return year_of(year, regime)


def recognised(start: str, end: str, label: str = "") -> Period:
    """The period from ``start`` to ``end``: a cycle of the regime whose days these are, or a free span."""
    counted = _counted_months(start, end)
    if counted is None:
        found = Period(start, end, "span", "", label)
        return found if label else replace(found, label=label_of(found, "vi"))
    regime, year, first, count = counted
    return months_of(year, first, first + count - 1, regime, label)


def _counted_months(start: str, end: str) -> tuple[Regime, int, int, int] | None:
    """(regime, year, first month, how many) where the span is whole months of a regime, up to a year."""
    if len(start) != 10 or len(end) != 10 or start > end:
        return None
    first, last = dt.date.fromisoformat(start), dt.date.fromisoformat(end)
    if first.day == 15 and last.day == 14:
        begin, regime = first.year * 12 + first.month, "nd-09"
    elif first.day == 1 and last.day == monthrange(last.year, last.month)[1]:
        begin, regime = first.year * 12 + first.month - 1, "calendar"
    else:
        return None
    count = last.year * 12 + last.month - begin
    if not 1 <= count <= 12:
        return None
    return ("nd-09" if regime == "nd-09" else "calendar"), begin // 12, begin % 12 + 1, count


def shifted(period: Period, steps: int) -> Period:
    """The period ``steps`` periods of the same kind later, or earlier below zero.

    Months move by months and years by years, so that lengths of months do not matter; other spans by their days. Terms
    of whole years share the year in which one ends and the next begins: before 2021-2026 comes 2016-2021.
    """
    counted = _counted_months(period.start, period.end)
    if counted is not None:
        regime, year, first, count = counted
        step = steps * (
            12 if period.cycle == "nine-months" or _cycle(first, first + count - 1) == "nine-months" else count
        )
        return months_of(year, first + step, first + step + count - 1, regime)
    start, after = dt.date.fromisoformat(period.start), dt.date.fromisoformat(period.end) + dt.timedelta(1)
    whole = (after.year - start.year) * 12 + after.month - start.month
    if period.cycle == "term" and whole > 12 and (start.month, after.month, start.day, after.day) == (1, 1, 1, 1):
        moved = Period(
            f"{start.year + steps * (whole // 12 - 1)}-01-01",
            f"{after.year - 1 + steps * (whole // 12 - 1)}-12-31",
            "term",
        )
        return replace(moved, label=label_of(moved, "vi"))
    if start.day == after.day and start.day <= 28:
        begin, end = _add_months(start, steps * whole), _add_months(after, steps * whole)
    else:
        begin, end = start + steps * (after - start), after + steps * (after - start)
    moved = Period(begin.isoformat(), (end - dt.timedelta(1)).isoformat(), period.cycle, period.regime)
    return replace(moved, label=label_of(moved, "vi"))


def _add_months(day: dt.date, count: int) -> dt.date:
    years, index = divmod(day.month - 1 + count, 12)
    return dt.date(day.year + years, index + 1, day.day)


def period_before(key: str, steps: int = 1) -> str:
    """'start/end' of the period ``steps`` before that of 'start/end'; "" where none can be counted (a stock's day)."""
    start, _, end = key.partition("/")
    if len(start) != 10 or len(end) != 10:
        return ""
    try:
        return shifted(recognised(start, end), -steps).key
    except (ValueError, OverflowError):  # not days, or before the first year
        return ""


def parts(period: Period) -> tuple[Period, ...]:
    """The shorter periods that make it up under its regime: a year, a half and nine months their quarters, a quarter
    its months, a span of calendar years its years; () where there are none.
    """
    counted = _counted_months(period.start, period.end)
    if counted is not None:
        regime, year, first, count = counted
        if count == 1:
            return ()
        step = 3 if _cycle(first, first + count - 1) in ("year", "half", "nine-months") else 1
        return tuple(months_of(year, at, at + step - 1, regime) for at in range(first, first + count, step))
    if period.start.endswith("-01-01") and period.end.endswith("-12-31"):
        return tuple(year_of(year, "calendar") for year in range(int(period.start[:4]), int(period.end[:4]) + 1))
    return ()


def months(period: Period) -> tuple[Period, ...]:
    """The months of its regime that make it up; () of a span that is not whole months."""
    counted = _counted_months(period.start, period.end)
    if counted is None:
        return tuple(one for year in parts(period) for one in months(year))
    regime, year, first, count = counted
    return tuple(month(year, at, regime) for at in range(first, first + count))


def same_regime(periods: Iterable[Period]) -> bool:
    """Whether all that have a regime have one; spans without a regime go with any."""
    return len({one.regime for one in periods if one.regime}) <= 1


def overlapping(periods: Iterable[Period]) -> tuple[tuple[Period, Period], ...]:
    """The pairs that share days, by their first day; days of a stock (without a first day) share none."""
    ordered = sorted(one for one in periods if one.start)
    found: list[tuple[Period, Period]] = []
    open_: list[Period] = []
    for one in ordered:
        open_ = [earlier for earlier in open_ if earlier.end >= one.start]
        found += [(earlier, one) for earlier in open_]
        open_.append(one)
    return tuple(found)


def not_addable(periods: Sequence[Period]) -> Mistake | None:
    """Why the values of ``periods`` may not be added: days shared, or closing days of two regimes; None: they may."""
    kept = sorted(one for one in periods if one.start)
    reach: Period | None = None
    for one in kept:
        if reach is not None and reach.end >= one.start:
            first, second = label_of(reach, "vi"), label_of(one, "vi")
            if reach.regime and one.regime and reach.regime != one.regime:
                by_decree, other = (first, second) if reach.regime == "nd-09" else (second, first)
                return mistake(MIXED, N_("Take both by the same closing days."), first=by_decree, second=other)
            return mistake(
                OVERLAP,
                N_("Keep the longer period, or the shorter ones that make it up."),
                first=first,
                second=second,
                start=printed_day(one.start),
                end=printed_day(min(reach.end, one.end)),
            )
        if reach is None or one.end > reach.end:
            reach = one
    regimes = {one.regime: one for one in kept if one.regime}
    if len(regimes) < 2:
        return None
    return mistake(
        MIXED,
        N_("Take both by the same closing days."),
        first=label_of(regimes["nd-09"], "vi"),
        second=label_of(regimes["calendar"], "vi"),
    )


def label_of(period: Period, lang: str | None = None) -> str:
    """The name as people write it: 'quý I/2026', '6 tháng đầu năm 2026', 'giai đoạn 2021-2025'; in ``lang``."""
    counted = _counted_months(period.start, period.end)
    if counted is None:
        return _span_label(period, lang)
    _, year, first, count = counted
    match _cycle(first, first + count - 1):
        case "month":
            return say(N_("month {month}/{year}"), lang, month=first, year=year)
        case "quarter":
            return say(N_("quarter {quarter}/{year}"), lang, quarter=ROMAN[first // 3], year=year)
        case "half" if first == 1:
            return say(N_("first 6 months of {year}"), lang, year=year)
        case "half":
            return say(N_("last 6 months of {year}"), lang, year=year)
        case "nine-months":
            return say(N_("9 months of {year}"), lang, year=year)
        case "year":
            return say(N_("year {year}"), lang, year=year)
        case _ if first == 1:
            return say(N_("first {count} months of {year}"), lang, count=count, year=year)
        case _:
            return _span_label(period, lang)


def _span_label(period: Period, lang: str | None) -> str:
    if not period.start:
        return say(N_("on {day}"), lang, day=printed_day(period.end))
    if period.start.endswith("-01-01") and period.end.endswith("-12-31"):
        years = {"first": period.start[:4], "last": period.end[:4]}
        return say(N_("term {first}-{last}") if period.cycle == "term" else N_("period {first}-{last}"), lang, **years)
    return say(N_("from {first} to {last}"), lang, first=printed_day(period.start), last=printed_day(period.end))


def days_of(period: Period) -> Iterator[str]:
    """Its days, ISO 8601, first to last."""
    day, last = dt.date.fromisoformat(period.start), dt.date.fromisoformat(period.end)
    while day <= last:
        yield day.isoformat()
        day += dt.timedelta(1)
