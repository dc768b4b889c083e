"""Answers in words (trả lời bằng lời): they are in no sum, and stand by body beside the numbers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.db.models import Count, F, QuerySet

from tongket.model.programmes import Indicator
from tongket.site.people.rights import Actor, seen
from tongket.site.rollups.live import COUNTED
from tongket.site.rounds.models import Round, Submission
from tongket.site.submissions.models import Observation

MOST = 500  # answers on the page of one indicator


@dataclass(frozen=True, slots=True)
class Answer:
    """What a body said in words; ``submission`` 0 and ``text`` "": the reader may not see it, only that it is there."""

    body: str
    text: str
    submission: int


@dataclass(frozen=True, slots=True)
class Counted:
    """How many answers in words there are, by indicator, cell and unit; at ``top`` stand all of them."""

    counts: Mapping[tuple[str, str, str], int]
    top: str

    def at(self, indicator: str, cell: str, unit: str) -> int:
        """How many there are of an indicator at a unit."""
        if unit != self.top:
            return self.counts.get((indicator, cell, unit), 0)
        return sum(count for (code, of, _), count in self.counts.items() if (code, of) == (indicator, cell))


def in_words(indicator: Indicator) -> bool:
    """Whether an indicator is answered in words."""
    return indicator.kind == "text"


def counted_answers(asked: Round, indicators: Iterable[Indicator]) -> Counted:
    """The answers in words to ``indicators`` that count in a round; no statement where none asks for words."""
    codes = [one.code for one in indicators if in_words(one)]
    if not codes:
        return Counted({}, asked.body.unit)
    rows = _counting(asked).filter(indicator__in=codes).values_list("indicator", "cell", "unit")
    found = rows.annotate(count=Count("pk")).order_by()
    return Counted({(code, cell, unit): count for code, cell, unit, count in found}, asked.body.unit)


def answers_of(actor: Actor, asked: Round, indicator: Indicator, cell: str, unit: str) -> list[Answer]:
    """The answers to one indicator, by body; at one ``unit``, or of the whole round at its own."""
    if not in_words(indicator):
        return []
    rows = _counting(asked).filter(indicator=indicator.code, cell=cell)
    if unit and unit != asked.body.unit:
        rows = rows.filter(unit=unit)
    allowed = seen(actor, "submission.see", over="reports_to")
    may_see = set(Submission.objects.filter(allowed, round=asked).values_list("pk", flat=True))
    told = rows.order_by("submission__body__path").values_list("submission", "submission__body__name", "text")[:MOST]
    return [Answer(body, text, pk) if pk in may_see else Answer(body, "", 0) for pk, body, text in told]


def _counting(asked: Round) -> QuerySet[Observation]:
    counted = Observation.objects.filter(submission__round=asked, submission__state__in=COUNTED)
    return counted.filter(revision=F("submission__revision")).exclude(text="")
