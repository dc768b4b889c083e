"""Answering at once: cells are saved and the form is sent as it then stands, in one transaction.

A page sends what it has not saved yet along with the sending, a program a whole form. What each of the two does alone
(``filling``, ``sending``) stays as it is; together they take half of the work: nothing that was just written is read
back, and the disk is waited for once.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from django.db import connection, transaction

from tongket.messages import N_
from tongket.site.again import again
from tongket.site.people.rights import Actor
from tongket.site.records.services import record
from tongket.site.rounds.models import Submission
from tongket.site.submissions.models import Revision
from tongket.site.submissions.services.checking import Checked, checked_form, findings_in, keep_findings
from tongket.site.submissions.services.errors import SubmissionError
from tongket.site.submissions.services.filling import Filling, Saved, Typed, check_count
from tongket.site.submissions.services.rows import count_filled, rows_of, there_of
from tongket.site.submissions.services.sending import Answers, answers_in, keep_sent, locked_at, refusal

NOTHING = (0,)  # the standing of a form in which nothing was filled in yet


class Answered(NamedTuple):
    """What became of it: of each cell, and the revision, or why nothing was sent."""

    saved: list[Saved]
    revision: Revision | None
    refused: SubmissionError | None


class _Laid(NamedTuple):
    """Cells laid out, with the form as it stands with them."""

    filling: Filling
    checked: Checked
    answers: Answers


@again
def answer(actor: Actor, submission: Submission, edition: int, typed: Sequence[Typed], note: str = "") -> Answered:
    """Save cells of the form and send it. Where it is not sent, what was saved stays saved, and what was found is kept.

    Raises:
        StaleError: its state was changed since the page was loaded; nothing was saved.
        SubmissionError: too many cells at once.
    """
    check_count(typed)
    laid = None  # as a saving is: before the lock only where all who write wait for it
    if connection.vendor != "postgresql" and not there_of(submission).values:
        laid = _first(actor, submission, typed)
    with transaction.atomic():
        locked = locked_at(submission, edition)
        there = there_of(locked)
        if there.values:
            laid = _further(Filling(actor, locked, typed), locked)
        elif laid is None or not laid.filling.stands_in(locked):
            laid = _first(actor, locked, typed)
        filling, checked, answers = laid
        errors = keep_findings(locked, checked, first=not there.findings)
        refused = _not_taken(filling.saved) or refusal(locked, errors, checked, there)
        if refused is None:
            revision = keep_sent(actor, locked, note, answers, there, filling)
            return Answered(filling.saved, revision, None)
        _keep_unsent(filling, locked, written=there.values)
    return Answered(filling.saved, None, refused)


def _first(actor: Actor, submission: Submission, typed: Sequence[Typed]) -> _Laid:
    """Cells of a form that holds nothing yet: all that it will hold is here."""
    filling = Filling(actor, submission, typed, NOTHING)
    values = rows_of(filling.made)
    checked = Checked(None, values, findings_in(submission, values))
    return _Laid(filling, checked, answers_in(values))


def _further(filling: Filling, locked: Submission) -> _Laid:
    """Cells of a form that holds some: they are written, and the whole is read."""
    filling.write_values()
    checked = checked_form(locked, locked=True)
    return _Laid(filling, checked, answers_in(checked.values))


def _keep_unsent(filling: Filling, locked: Submission, *, written: bool) -> None:
    """Keep the cells, with their link, though the form is not sent."""
    if not written:
        filling.write_values()
    if filling.said:
        count_filled(locked, filling.moment)
        record(f"submission:{locked.pk}", "fill", filling.actor, filling.said)


def _not_taken(saved: Sequence[Saved]) -> SubmissionError | None:
    """Why nothing is sent where somebody else was faster in a cell, or a cell is not open."""
    count = sum(1 for one in saved if one.state in ("conflict", "locked"))
    if not count:
        return None
    return SubmissionError(
        N_("{count} cells were not taken; nothing was sent."),
        N_("Look at what stands in them now, and send again."),
        count=count,
    )
