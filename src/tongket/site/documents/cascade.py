"""The cascade of a directive (triển khai): which body issued which implementing document when, and who has none."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from django.db.models import Q

from tongket.site.documents.models import Document, Relation
from tongket.site.documents.words import IMPLEMENTING
from tongket.site.interface.clock import today
from tongket.site.people.models import Body
from tongket.site.people.rights import Actor

DEEPEST = 6  # a plan implements a plan that implements ...
_LAST_YEAR = 9000  # days after it may not be counted on from
LEFT, RIGHT = 2.0, 96.0  # of the line of time, in percent


@dataclass(frozen=True, slots=True)
class Row:
    """A body with the document by which it implements the directive; None: it has none. ``x`` is in percent."""

    body: Body
    depth: int
    document: Document | None = None
    confirmed: bool = False
    days: int | None = None  # after the directive
    is_late: bool = False
    x: float = 0.0


@dataclass(frozen=True, slots=True)
class Cascade:
    """The rows, and what they add up to."""

    rows: tuple[Row, ...]
    issued: int
    median: int | None
    months: tuple[tuple[float, dt.date], ...] = ()
    due_x: float = 0.0

    @property
    def missing(self) -> int:
        """How many bodies have none."""
        return len(self.rows) - self.issued


def implementing(directive: Document) -> dict[int, bool]:
    """The ids of the documents that implement it, straight or through others: whether each tie is confirmed."""
    found, layer = {directive.pk: True}, {directive.pk}
    for _ in range(DEEPEST):
        rows = Relation.objects.filter(to__in=layer, kind__in=IMPLEMENTING).values_list("document", "to", "confirmed")
        new = {}
        for document, to, confirmed in rows:
            if document not in found:
                new[document] = new.get(document, False) or (confirmed and found[to])
        if not new:
            break
        found |= new
        layer = set(new)
    del found[directive.pk]
    return found


def cascade_of(actor: Actor, directive: Document, level: str = "", due: dt.date | None = None) -> Cascade:
    """The bodies of the actor's tree, in its order, each with its first implementing document."""
    ties = implementing(directive)
    documents = Document.objects.filter(pk__in=ties).exclude(issuer_body=None).order_by("date")
    first: dict[int, Document] = {}
    for document in documents:
        first.setdefault(document.issuer_body_id or 0, document)
    bodies = Body.objects.filter(path__startswith=actor.body.path).filter(Q(valid_to=None) | Q(valid_to__gte=today()))
    if level:
        bodies = bodies.filter(level=level)
    bodies = bodies.exclude(pk=directive.issuer_body_id or 0).order_by("path")
    start, end = _span(directive, list(first.values()), due)
    base = actor.body.path.count("/")
    rows = tuple(_row(body, body.path.count("/") - base, first.get(body.pk), ties, start, end, due) for body in bodies)
    days = sorted(row.days for row in rows if row.days is not None)
    return Cascade(
        rows,
        sum(1 for row in rows if row.document),
        days[len(days) // 2] if days else None,
        _months(start, end),
        _x(due, start, end) if due and start else 0.0,
    )


def _row(
    body: Body,
    depth: int,
    document: Document | None,
    ties: dict[int, bool],
    start: dt.date | None,
    end: dt.date,
    due: dt.date | None,
) -> Row:
    day = _day(document.date) if document else None
    return Row(
        body,
        min(max(depth, 0), 2),
        document,
        bool(document and ties[document.pk] and document.confirmed),
        (day - start).days if day and start else None,
        bool(day and due and day > due),
        _x(day, start, end) if day and start else 0.0,
    )


def _span(directive: Document, documents: list[Document], due: dt.date | None) -> tuple[dt.date | None, dt.date]:
    start = _day(directive.date)
    days = [day for one in documents if (day := _day(one.date))]
    ends = [*days, *([due] if due else []), *([start + dt.timedelta(days=90)] if start else [])]
    return start, max(ends) if ends else today()


def _day(text: str) -> dt.date | None:
    """The whole day of a document; None of a cut one, and of one beyond any line of time."""
    try:
        day = dt.date.fromisoformat(text)
    except ValueError:
        return None
    return day if day.year < _LAST_YEAR else None


def _x(day: dt.date, start: dt.date | None, end: dt.date) -> float:
    if start is None or end <= start:
        return LEFT
    share = min(1.0, max(0.0, (day - start).days / (end - start).days))
    return round(LEFT + share * (RIGHT - LEFT), 2)


def _months(start: dt.date | None, end: dt.date) -> tuple[tuple[float, dt.date], ...]:
    """The first days of at most eight months between, evenly picked."""
    if start is None:
        return ()
    first, found = start.replace(day=1), []
    while (first := (first + dt.timedelta(days=32)).replace(day=1)) <= end and len(found) < 600:
        found.append((_x(first, start, end), first))
    step = -(-len(found) // 8) or 1
    return tuple(found[::step])
