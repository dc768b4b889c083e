"""What the pages of rounds read: each list starts from what the actor may see, in a fixed number of statements."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Count, Min, Q, QuerySet

from tongket.site.interface.clock import today
from tongket.site.people.models import Body
from tongket.site.people.rights import Actor, seen
from tongket.site.rounds.models import Round, Submission

State = Submission.State
SENT = (State.SENT, State.APPROVED, State.LOCKED)
FILTERS = ("open", "overdue", "sent", "returned", "approved")


@dataclass(frozen=True, slots=True)
class Counts:
    """How far a round, or what waits for one body in it, has come."""

    total: int = 0
    sent: int = 0  # approved and locked ones among them
    returned: int = 0
    overdue: int = 0
    approved: int = 0

    @property
    def waiting(self) -> int:
        """Neither sent nor overdue."""
        return self.total - self.sent - self.returned - self.overdue


def _counted() -> dict[str, Count]:
    late = Q(state=State.OPEN, due__lt=today())
    return {
        "total": Count("pk"),
        "sent": Count("pk", filter=Q(state__in=SENT)),
        "returned": Count("pk", filter=Q(state=State.RETURNED)),
        "overdue": Count("pk", filter=late),
        "approved": Count("pk", filter=Q(state__in=(State.APPROVED, State.LOCKED))),
    }


def told() -> QuerySet[Submission]:
    """The submissions that bodies are told of: not those of a round that is still being opened."""
    return Submission.objects.exclude(round__state=Round.State.DRAFT)


def rounds_seen(actor: Actor) -> QuerySet[Round]:
    """The rounds that ``actor`` may know of: those of their body and below, and those that ask their body."""
    own = seen(actor, "round.see")
    asked = Submission.objects.filter(seen(actor, "submission.see", over="reports_to")).values("round")
    return Round.objects.filter(own | (Q(pk__in=asked) & ~Q(state=Round.State.DRAFT)))


def submissions_seen(actor: Actor) -> QuerySet[Submission]:
    """The submissions whose state ``actor`` may see: of their own body, below it, reporting to it, or that it asked."""
    rows = seen(actor, "submission.see", over="reports_to")
    return Submission.objects.filter(rows | seen(actor, "round.see", body="round__body"))


def counts_of(rounds: Iterable[Round], actor: Actor) -> dict[int, Counts]:
    """For each round how far it is, of what ``actor`` may see: one statement."""
    rows = submissions_seen(actor).filter(round__in=[one.pk for one in rounds]).order_by().values("round")
    return {row.pop("round"): Counts(**row) for row in rows.annotate(**_counted())}


@dataclass(frozen=True, slots=True)
class Waits:
    """A body that waits for others in a round: by when, and how many have answered."""

    body: Body
    counts: Counts
    due: object


def waits_in(rounds: Iterable[int], actor: Actor) -> list[Waits]:
    """Who waits for whom: the bodies that others report to, in the order of the tree; two statements."""
    rows = submissions_seen(actor).filter(round__in=list(rounds)).order_by().values("reports_to")
    found = {row.pop("reports_to"): row for row in rows.annotate(due_first=Min("due"), **_counted())}
    bodies = Body.objects.filter(pk__in=found).order_by("path")
    return [
        Waits(
            body, Counts(**{k: v for k, v in found[body.pk].items() if k != "due_first"}), found[body.pk]["due_first"]
        )
        for body in bodies
    ]


def listed(actor: Actor, asked: Round, only: str, words: str) -> QuerySet[Submission]:
    """The submissions of a round, of one state and with ``words`` in the body's name."""
    rows = submissions_seen(actor).filter(round=asked).select_related("body", "reports_to").order_by("body__path")
    if only == "overdue":
        rows = rows.filter(state=State.OPEN, due__lt=today())
    elif only == "open":
        rows = rows.filter(state=State.OPEN, due__gte=today())
    elif only == "sent":
        rows = rows.filter(state=State.SENT)
    elif only == "returned":
        rows = rows.filter(state=State.RETURNED)
    elif only == "approved":
        rows = rows.filter(state__in=(State.APPROVED, State.LOCKED))
    for word in words.split():
        rows = rows.filter(_holds(word))
    return rows


def _holds(word: str) -> Q:
    """The body's name holds the word: as typed, small, in capitals; SQLite folds ASCII letters alone."""
    found = Q()
    for form in {word, word.lower(), word.upper(), word.capitalize()}:
        found |= Q(body__name__icontains=form)
    return found
