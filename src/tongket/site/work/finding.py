"""Search (tìm): rounds, bodies and documents whose name holds the words, with or without Vietnamese marks."""

from __future__ import annotations

from dataclasses import dataclass, field

from django.db.models import Q

from tongket.site.documents.models import Document
from tongket.site.people.models import Body
from tongket.site.people.rights import Actor, seen
from tongket.site.rounds.models import Submission
from tongket.site.rounds.queries import told

MOST_LETTERS = 100
MOST = 20  # of each kind


@dataclass(slots=True)
class Found:
    """What was found, by kind."""

    submissions: list[Submission] = field(default_factory=list)
    bodies: list[Body] = field(default_factory=list)
    documents: list[Document] = field(default_factory=list)

    @property
    def nothing(self) -> bool:
        """Whether nothing was found."""
        return not (self.submissions or self.bodies or self.documents)


def found(actor: Actor, words: str) -> Found:
    """At most ``MOST`` of each kind that ``actor`` may see."""
    if not words:
        return Found()
    submissions = told().filter(seen(actor, "submission.see", over="reports_to"))
    documents = Document.objects.filter(seen(actor, "document.see"))
    return Found(
        list(submissions.filter(_holds("round__name", words)).select_related("round", "body")[:MOST]),
        list(Body.objects.filter(_holds("name", words), path__startswith=actor.body.path)[:MOST]),
        list(documents.filter(_holds("symbol", words) | _holds("subject", words))[:MOST]),
    )


def _holds(field_name: str, words: str) -> Q:
    """Every word occurs: as typed, in small letters and in capitals, as SQLite takes only ASCII ones for equal."""
    condition = Q()
    for word in words.split():
        forms = {word, word.lower(), word.upper(), word.capitalize()}
        one = Q()
        for form in sorted(forms):
            one |= Q(**{f"{field_name}__icontains": form})
        condition &= one
    return condition
