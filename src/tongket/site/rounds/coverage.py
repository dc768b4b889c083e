"""Coverage (độ phủ): which bodies reported in the last rounds of a programme, on time, late or not at all."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from django.db.models import Count, F, Q, QuerySet
from django.utils import timezone

from tongket.registry.working_days import WorkingCalendar
from tongket.site.interface.clock import today
from tongket.site.people.models import Body
from tongket.site.people.rights import Actor, seen
from tongket.site.rounds.calendar import days_overdue, office_calendar
from tongket.site.rounds.models import Round, Submission
from tongket.site.rounds.queries import told
from tongket.vietnamese.unicode import sort_key

COLUMNS = 12
State = Submission.State
ON, LATE, BACK, MISS, WAIT = "on", "late", "back", "miss", "wait"
MARKS = (ON, LATE, BACK, MISS, WAIT)

Period = tuple[dt.date, dt.date]


@dataclass(frozen=True, slots=True)
class Column:
    """A period that rounds asked for: its days, and how a narrow column is headed ('10/26')."""

    start: dt.date
    end: dt.date

    @property
    def label(self) -> str:
        """'10/26': the month of a month; 'I/26' of a quarter; '2026' of a year; else where it ends."""
        months = (self.end.year - self.start.year) * 12 + self.end.month - self.start.month + 1
        if months == 3 and self.end.month % 3 == 0:
            return f"{('I', 'II', 'III', 'IV')[self.end.month // 3 - 1]}/{self.end.year % 100:02}"
        return str(self.end.year) if months == 12 and self.end.month == 12 else f"{self.end:%m/%y}"

    @property
    def code(self) -> str:
        """As an address names it: '2026-10-01/2026-10-31'."""
        return f"{self.start}/{self.end}"

    @property
    def period(self) -> Period:
        """Its first and last day."""
        return self.start, self.end


@dataclass(frozen=True, slots=True)
class Cell:
    """A body in a period: its mark, days late or overdue, and the submission (0: of the bodies below it, added up)."""

    mark: str
    days: int = 0
    submission: int = 0
    round: int = 0
    reports_to: int = 0
    below: Mapping[str, int] = field(default_factory=dict)  # mark -> bodies, where it is added up
    lower: Mapping[str, int] = field(default_factory=dict)  # the same of those below a body that was asked itself

    @property
    def shown(self) -> str:
        """What stands in the cell."""
        if self.below:
            return f"{self.below[ON] + self.below[LATE]}/{sum(self.below.values())}"
        return {LATE: f"+{self.days}", BACK: "↩", MISS: str(self.days)}.get(self.mark, "")


@dataclass(slots=True)
class Row:
    """A body with its cells by period; ``deeper``: bodies below it are asked too."""

    body: int
    name: str
    level: str
    kind: str
    cells: dict[Period, Cell] = field(default_factory=dict)
    deeper: bool = False

    def count(self, mark: str) -> int:
        """How many of its own cells bear ``mark``."""
        return sum(1 for one in self.cells.values() if one.mark == mark and not one.below)

    @property
    def rate(self) -> int | None:
        """Per cent of what was due that came on time; None where nothing was due."""
        return share([one for one in self.cells.values() if not one.below])

    @property
    def worst(self) -> int:
        """Days late and overdue together."""
        return sum(one.days for one in self.cells.values())


@dataclass(slots=True)
class Coverage:
    """The map of one programme below one body: periods from the oldest, rows by level, kind and name."""

    columns: list[Column]
    rows: list[Row]


def share(cells: Iterable[Cell]) -> int | None:
    """Per cent on time of those whose day has come."""
    due = [one.mark for one in cells if one.mark != WAIT]
    return round(100 * due.count(ON) / len(due)) if due else None


def programmes_covered(actor: Actor) -> list[tuple[str, str]]:
    """Codes and titles of the programmes whose rounds reach what ``actor`` sees, the latest asked first."""
    rows = Round.objects.exclude(state=Round.State.DRAFT).filter(_rounds_near(actor.body))
    found: dict[str, str] = {}
    for code, title in rows.order_by("-period_end", "-pk").values_list("programme__code", "programme__title")[:2000]:
        found.setdefault(code, title)
    return list(found.items())


def columns_of(code: str, at: Body) -> list[Column]:
    """The last periods that rounds of the programme asked for, in or above the tree of ``at``: one statement."""
    rows = Round.objects.exclude(state=Round.State.DRAFT).filter(_rounds_near(at), programme__code=code)
    periods = rows.order_by("-period_end", "-period_start").values_list("period_start", "period_end").distinct()
    return [Column(*one) for one in periods[:COLUMNS]][::-1]


def coverage_of(actor: Actor, code: str, at: Body, *, whole: bool = False) -> Coverage:
    """The map: the bodies directly below ``at`` and those that report to it; ``whole``: all below it.

    Six statements whatever the size: periods, the office's calendar, cells, what lies deeper added up, its bodies.
    """
    columns = columns_of(code, at)
    if not columns:
        return Coverage([], [])
    rows = _asked(actor, code, at, columns)
    direct = rows if whole else rows.filter(Q(body__superior=at) | Q(reports_to=at) | Q(body=at))
    found = _rows(direct, office_calendar())
    if not whole:
        _add_deeper(found, rows, at)
    order = sorted(found.values(), key=lambda one: (one.body != at.pk, one.level, one.kind, sort_key(one.name)))
    return Coverage(columns, order)


def cells_below(actor: Actor, code: str, at: Body) -> int:
    """How many cells the map of all bodies below ``at`` has: two statements."""
    columns = columns_of(code, at)
    return _asked(actor, code, at, columns).count() if columns else 0


def _rounds_near(at: Body) -> Q:
    above = [int(part) for part in at.path.strip("/").split("/") if part]
    return (
        Q(body__path__startswith=at.path)
        | Q(body__in=above)
        | Q(pk__in=Submission.objects.filter(reports_to=at).values("round"))
    )


def _asked(actor: Actor, code: str, at: Body, columns: list[Column]) -> QuerySet[Submission]:
    first = columns[0].end
    seen_rows = told().filter(seen(actor, "submission.see", over="reports_to"))
    rows = seen_rows.filter(round__programme__code=code, round__period_end__gte=first)
    return rows.filter(Q(body__path__startswith=at.path) | Q(reports_to=at))


_FIELDS = (
    "pk", "round", "round__period_start", "round__period_end", "round__closed", "reports_to", "state", "due",
    "return_due", "first_sent", "days_late", "body", "body__name", "body__level", "body__kind",
)  # fmt: skip


def _rows(rows: QuerySet[Submission], calendar: WorkingCalendar) -> dict[int, Row]:
    found: dict[int, Row] = {}
    overdue: dict[tuple[dt.date, dt.date], int] = {}
    day = today()
    for one in rows.order_by("body__path", "due", "pk").values_list(*_FIELDS).iterator(chunk_size=5000):
        pk, asked, start, end, closed, to, state, due, back_due, first_sent, late, body, *named = one
        row = found.get(body)
        if row is None:
            row = found[body] = Row(body, *named)
        mark, days = ON, 0
        if state == State.RETURNED:
            mark = BACK
            due = back_due or due
        elif first_sent is None and state == State.OPEN:
            until = min(day, timezone.localtime(closed).date()) if closed else day
            if due < until:
                key = (due, until)
                if key not in overdue:
                    overdue[key] = days_overdue(due, calendar, until)
                mark, days = MISS, overdue[key]
            else:
                mark = WAIT
        elif late:
            mark, days = LATE, late
        row.cells[start, end] = Cell(mark, days, pk, asked, to)
    return found


def _add_deeper(found: dict[int, Row], rows: QuerySet[Submission], at: Body) -> None:
    """Add up what lies below the bodies directly below ``at``; shown where such a body was not asked itself."""
    deeper = rows.filter(body__path__startswith=at.path).exclude(Q(body__superior=at) | Q(body=at))
    grouped = (
        deeper.order_by()
        .values("round__period_start", "round__period_end", above=F("body__superior"))
        .annotate(
            late=Count("pk", filter=_SENT & Q(days_late__gt=0)),
            on=Count("pk", filter=_SENT & Q(days_late=0)),
            back=Count("pk", filter=Q(state=State.RETURNED)),
            miss=Count("pk", filter=_NOT_SENT & Q(due__lt=today())),
            wait=Count("pk", filter=_NOT_SENT & Q(due__gte=today())),
        )
    )
    sums = list(grouped)
    paths = dict(Body.objects.filter(pk__in={one["above"] for one in sums}).values_list("pk", "path"))
    added: dict[tuple[int, Period], dict[str, int]] = {}
    for one in sums:
        child = int(paths[one["above"]][len(at.path) :].partition("/")[0])
        below = added.setdefault(
            (child, (one["round__period_start"], one["round__period_end"])), dict.fromkeys(MARKS, 0)
        )
        for mark in MARKS:
            below[mark] += one[mark]
    for body in Body.objects.filter(pk__in={child for child, _ in added} - set(found)):
        found[body.pk] = Row(body.pk, body.name, body.level, body.kind)
    for (child, period), below in added.items():
        found[child].deeper = True
        own = found[child].cells.get(period)
        found[child].cells[period] = replace(own, lower=below) if own else _added(below)


_NOT_SENT = Q(state=State.OPEN, first_sent=None)
_SENT = ~Q(state=State.RETURNED) & ~_NOT_SENT


def _added(below: Mapping[str, int]) -> Cell:
    """The cell of a body whose inferiors were asked: the gravest mark among them."""
    return Cell(next((mark for mark in (MISS, BACK, LATE, WAIT) if below[mark]), ON), below=below)


def tally(rows: Iterable[Row], column: Column) -> dict[str, int]:
    """How many bodies bear each mark in a period; those below are counted where only they were asked."""
    counts = dict.fromkeys(MARKS, 0)
    for row in rows:
        cell = row.cells.get(column.period)
        if cell is not None:
            for mark, count in (cell.below or {cell.mark: 1}).items():
                counts[mark] += count
    return counts


def missing_in(rows: Iterable[Row], column: Column) -> Iterator[Cell]:
    """The cells of a period whose bodies are overdue or were given their report back."""
    for row in rows:
        cell = row.cells.get(column.period)
        if cell and cell.submission and cell.mark in (MISS, BACK):
            yield cell
