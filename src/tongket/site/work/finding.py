"""Search (tìm): rounds, bodies, documents and indicators that hold the words, with or without Vietnamese marks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from urllib.parse import urlencode

from django.urls import reverse

from tongket.site.documents.models import Document
from tongket.site.documents.queries import documents_seen
from tongket.site.interface.searching import held, says
from tongket.site.people.models import Body
from tongket.site.people.rights import Actor, seen
from tongket.site.rollups.privacy import is_sensitive, sees_exact
from tongket.site.rounds.models import Round, Submission
from tongket.site.rounds.programmes import programme_of
from tongket.site.rounds.queries import told

MOST_LETTERS = 100
MOST = 20  # of each kind
ROUNDS = 60  # the latest, of whose programmes the indicators are searched


@dataclass(frozen=True, slots=True)
class FoundIndicator:
    """An indicator with the latest round that asks for it, and where its number stands."""

    code: str
    name: str
    round: str
    address: str


@dataclass(slots=True)
class Found:
    """What was found, by kind."""

    submissions: list[Submission] = field(default_factory=list)
    bodies: list[Body] = field(default_factory=list)
    documents: list[Document] = field(default_factory=list)
    indicators: list[FoundIndicator] = field(default_factory=list)

    @property
    def nothing(self) -> bool:
        """Whether nothing was found."""
        return not (self.submissions or self.bodies or self.documents or self.indicators)


def found(actor: Actor, words: str) -> Found:
    """At most ``MOST`` of each kind that ``actor`` may see."""
    if not words:
        return Found()
    submissions = told().filter(seen(actor, "submission.see", over="reports_to")).select_related("round", "body")
    submissions = held(submissions, words, "round__name", "body__name", "body__short_name")
    bodies = held(Body.objects.filter(path__startswith=actor.body.path), words, "name", "short_name")
    documents = held(documents_seen(actor), words, "symbol", "subject", "issuer")
    return Found(
        list(submissions.order_by("-round__period_end", "body__path")[:MOST]),
        list(bodies[:MOST]),
        list(documents.order_by("-date", "symbol")[:MOST]),
        list(_indicators(actor, words.split())),
    )


def _indicators(actor: Actor, words: list[str]) -> Iterator[FoundIndicator]:
    """The indicators of the programmes whose figures the actor may see, each in its latest round."""
    rows = Round.objects.filter(seen(actor, "rollup.see")).exclude(state=Round.State.DRAFT)
    latest: dict[str, Round] = {}
    for one in rows.select_related("programme").order_by("-period_end", "-pk")[:ROUNDS]:
        latest.setdefault(one.programme.code, one)
    count = 0
    for asked in latest.values():
        programme, exact = programme_of(asked.programme), sees_exact(actor, asked)
        for one in programme.indicators:
            if not exact and is_sensitive(programme, one.code):
                continue
            if count < MOST and says(f"{one.code} {one.name}", words):
                count += 1
                address = f"{reverse('rollups:number', args=[asked.pk])}?{urlencode({'indicator': one.code})}"
                yield FoundIndicator(one.code, one.name, asked.name, address)
