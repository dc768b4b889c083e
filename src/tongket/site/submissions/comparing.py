"""The values of a revision beside those of another one and of the last period."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Q

from tongket.site.rounds.models import Submission
from tongket.site.rounds.places import ValuePlace
from tongket.site.rounds.sheets import SheetCell, sheets_of
from tongket.site.submissions.boxes import shown_answer
from tongket.site.submissions.models import Answer, Observation, Return, Value
from tongket.site.submissions.services.checking import last_period
from tongket.site.submissions.services.filling import programme_of_submission

Kept = Mapping[tuple[str, str, str], Answer]


@dataclass(frozen=True, slots=True)
class Compared:
    """A value of the revision: now, then, what changed (None where that cannot be said), and the last period's."""

    place: str
    key: tuple[str, str, str]
    name: str
    unit: str
    now: str
    then: str
    before: str
    change: Decimal | None
    changed: bool
    returned: str  # why, "" where it is not
    explanation: str
    passage: str
    span: tuple[int, int]


@dataclass(frozen=True, slots=True)
class ComparedSheet:
    """A table of the form with the values that are there."""

    title: str
    rows: tuple[Compared, ...]


def compared_sheets(submission: Submission, against: int, told: Q) -> list[ComparedSheet]:
    """The values of the latest revision (of the form, where none was sent) against revision ``against`` (0: none).

    ``told``: as of ``last_period``.
    """
    programme = programme_of_submission(submission)
    now = _sent(submission, submission.revision) if submission.revision else _form(submission)
    then = _sent(submission, against) if against else {}
    before = {(one.indicator, one.cell, one.extent): one for one in last_period(submission, told)}
    rows = Return.objects.filter(submission=submission, answered=None)
    returned = dict(rows.values_list("place", "reason"))
    seen: set[ValuePlace] = set()
    found = []
    for sheet in sheets_of(programme, submission.body.level):
        rows = []
        for row in sheet.rows:
            for title, group in zip(sheet.columns, row.cells, strict=True):
                for cell in group:
                    key = (cell.place.indicator, cell.place.cell, cell.place.extent)
                    if cell.place in seen or not (key in now or key in then):
                        continue
                    seen.add(cell.place)
                    name = row.label if len(sheet.columns) == 1 else f"{row.label}, {title}"
                    rows.append(_compared(cell, key, name, now, then, before, returned, against))
        if rows:
            found.append(ComparedSheet(sheet.title, tuple(rows)))
    return found


def _sent(submission: Submission, revision: int) -> Kept:
    rows = Observation.objects.filter(submission=submission, revision=revision)
    return {(one.indicator, one.cell, one.extent): one for one in rows}


def _form(submission: Submission) -> Kept:
    rows = Value.objects.filter(submission=submission).exclude(status="missing")
    return {(one.indicator, one.cell, one.extent): one for one in rows}


def _compared(
    cell: SheetCell,
    key: tuple[str, str, str],
    name: str,
    now: Kept,
    then: Kept,
    before: Mapping[tuple[str, str, str], object],
    returned: Mapping[str, str],
    against: int,
) -> Compared:
    is_now, was = now.get(key), then.get(key)
    shown_now, shown_then = shown_answer(is_now, cell), shown_answer(was, cell)
    return Compared(
        place=str(cell.place),
        key=key,
        name=name,
        unit=cell.indicator.unit_word if cell.indicator.unit_word not in name else "",
        now=shown_now,
        then=shown_then,
        before=shown_answer(before.get(key), cell),
        change=_change(is_now, was, cell.step) if against else None,
        changed=bool(against) and shown_now != shown_then,
        returned=returned.get(str(cell.place), ""),
        explanation=getattr(is_now, "explanation", ""),
        passage=is_now.passage if is_now else "",
        span=(is_now.span_start, is_now.span_end) if is_now else (0, 0),
    )


def _change(now: Answer | None, was: Answer | None, step: int) -> Decimal | None:
    if now is None or was is None or now.amount is None or was.amount is None:
        return None
    return Decimal(now.amount).scaleb(-now.scale - step) - Decimal(was.amount).scaleb(-was.scale - step)
