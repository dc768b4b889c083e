"""What was already reported elsewhere (số đã báo cáo): same body, indicator and period, in another round.

An indicator is the same where both programmes give it one national code, or one code with one name and one unit.
Nothing is filled in unasked: the values are offered with their source, and taken by who fills in the form.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.db.models import F

from tongket.model.programmes import Indicator, Programme
from tongket.site.people.rights import Actor
from tongket.site.rounds.models import Round, Submission
from tongket.site.rounds.places import ValuePlace
from tongket.site.rounds.programmes import programme_of
from tongket.site.rounds.sheets import SheetCell, cells_of
from tongket.site.submissions.boxes import shown_answer
from tongket.site.submissions.models import Observation, Value
from tongket.site.submissions.services.filling import (
    Saved,
    Typed,
    open_places,
    period_of,
    place_of_value,
    programme_of_submission,
    save_values,
)
from tongket.site.submissions.services.workbook import names_of
from tongket.vietnamese.unicode import key

TAKEN = ("reported", "none-occurred", "estimated")
MOST_ROUNDS = 12


@dataclass(frozen=True, slots=True)
class Offer:
    """A value of another report that an empty cell could take."""

    place: ValuePlace
    name: str
    shown: str
    version: int
    elsewhere: Submission
    indicator: str  # its code there

    @property
    def source(self) -> str:
        """Where it comes from, as the value will keep it."""
        return f"{self.elsewhere.round.name} ({self.elsewhere.round.programme.code}/{self.indicator})"


def offers_of(submission: Submission) -> list[Offer]:
    """What other reports of the same body say where this form is empty and open, in the form's order."""
    places = open_places(submission)
    if places is None:
        return []
    others = _elsewhere(submission)
    if not others:
        return []
    programme, level = programme_of_submission(submission), submission.body.level
    cells = cells_of(programme, level)
    values = {place_of_value(one): one for one in Value.objects.filter(submission=submission)}
    empty = {
        place: cell
        for place, cell in cells.items()
        if not cell.closed and (not places or place in places) and _is_empty(values.get(place))
    }
    found: dict[ValuePlace, tuple[Observation, Submission]] = {}
    for other, rows in _rows(others):
        same = _same_indicators(programme, programme_of(other.round.programme))
        for place, row in _fitting(rows, same, empty, submission):
            found.setdefault(place, (row, other))
    names = names_of(programme, level)
    return [
        Offer(place, names[place], shown_answer(found[place][0], cell), _version(values.get(place)), found[place][1],
              found[place][0].indicator)
        for place, cell in empty.items()
        if place in found
    ]  # fmt: skip


def take_offers(actor: Actor, submission: Submission, chosen: Iterable[str]) -> list[Saved]:
    """Fill the chosen empty cells with what was reported elsewhere; each keeps its source."""
    wanted = set(chosen)
    typed = [
        Typed(one.place, one.shown, one.version, source=one.source, passage=f"{one.name}: {one.shown}")
        for one in offers_of(submission)
        if str(one.place) in wanted
    ]
    return save_values(actor, submission, typed)


def _elsewhere(submission: Submission) -> list[Submission]:
    """Sent reports of the same body whose period ends on the same day, the latest first."""
    rows = Submission.objects.filter(
        body=submission.body, revision__gt=0, round__period_end=submission.round.period_end
    ).exclude(pk=submission.pk)
    related = rows.exclude(round__state=Round.State.DRAFT).select_related("round__programme", "body")
    return list(related.order_by("-sent", "-pk")[:MOST_ROUNDS])


def _rows(others: list[Submission]) -> Iterator[tuple[Submission, list[Observation]]]:
    rows = Observation.objects.filter(
        submission__in=others, revision=F("submission__revision"), status__in=TAKEN
    ).order_by("pk")
    by_submission: dict[int, list[Observation]] = {}
    for row in rows:
        by_submission.setdefault(row.submission_id, []).append(row)
    for other in others:
        yield other, by_submission.get(other.pk, [])


def _fitting(
    rows: list[Observation],
    same: dict[str, list[Indicator]],
    empty: dict[ValuePlace, SheetCell],
    submission: Submission,
) -> Iterator[tuple[ValuePlace, Observation]]:
    for row in rows:
        for indicator in same.get(row.indicator, ()):
            place = ValuePlace(indicator.code, row.cell, row.extent)
            period = (row.period_start, row.period_end)
            if place in empty and row.scale == indicator.scale and period == period_of(submission, indicator):
                yield place, row


def _same_indicators(programme: Programme, other: Programme) -> dict[str, list[Indicator]]:
    """Code of an indicator of ``other`` -> those of ``programme`` that are the same."""
    found: dict[str, list[Indicator]] = {}
    for own in programme.indicators:
        for one in other.indicators:
            if one.unit_word == own.unit_word and one.kind == own.kind and _is_same(one, own):
                found.setdefault(one.code, []).append(own)
    return found


def _is_same(one: Indicator, own: Indicator) -> bool:
    if own.national_code and own.national_code == one.national_code:
        return True
    return own.code == one.code and key(own.name) == key(one.name)


def _is_empty(value: Value | None) -> bool:
    return value is None or (value.status == "missing" and not value.typed)


def _version(value: Value | None) -> int:
    return value.version if value else 0
