"""Review: freeze, return with reason and day, approve, lock; asked and granted reopening."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db import transaction

from tongket.messages import N_
from tongket.site.again import again
from tongket.site.interface.clock import now, today
from tongket.site.people.rights import Actor
from tongket.site.people.telling import tell
from tongket.site.records.models import Link
from tongket.site.records.services import record
from tongket.site.rounds.models import Round, Submission
from tongket.site.rounds.places import SectionPlace, ValuePlace, place_of
from tongket.site.rounds.services import submission_url
from tongket.site.rounds.sheets import cells_of
from tongket.site.submissions.models import (
    Comment,
    Narrative,
    Observation,
    Reopening,
    Return,
    Revision,
    SignedCopy,
    StoredFinding,
    Upload,
    Value,
)
from tongket.site.submissions.services.attachments import attach_as_sent
from tongket.site.submissions.services.checking import findings_as_rows, restore_findings
from tongket.site.submissions.services.errors import SubmissionError
from tongket.site.submissions.services.filling import has_lapsed, programme_of_submission
from tongket.site.submissions.services.rows import ANSWER_FIELDS
from tongket.site.submissions.services.sending import locked_at, set_state

State = Submission.State
MOST_TEXT = 4000
MOST_TOLD = 300  # of a reason in a notice
REOPENED = (State.SENT, State.APPROVED, State.LOCKED)  # from which a report is reopened, and to which it goes back


@dataclass(frozen=True, slots=True)
class Returned:
    """A place that is returned, "" for the whole, and why."""

    place: str
    reason: str


@again
def freeze(actor: Actor, submission: Submission, edition: int) -> None:
    """Hold the report still while it is reviewed: nothing about it is reopened or signed meanwhile.

    Raises:
        StaleError: its state was changed since the page was loaded.
        SubmissionError: it is not there to be reviewed.
    """
    with transaction.atomic():
        locked = _in_state(submission, edition, State.SENT)
        set_state(locked, locked.state, frozen=now(), frozen_by=actor.user.pk)
        record(f"submission:{locked.pk}", "freeze", actor, {"revision": locked.revision})


@again
def unfreeze(actor: Actor, submission: Submission, edition: int) -> None:
    """Let go of it again. Raises: as ``freeze``."""
    with transaction.atomic():
        locked = _in_state(submission, edition, State.SENT)
        set_state(locked, locked.state, frozen=None, frozen_by=None)
        record(f"submission:{locked.pk}", "unfreeze", actor, {"revision": locked.revision})


@again
def return_places(
    actor: Actor, submission: Submission, edition: int, places: Sequence[Returned], due: dt.date
) -> list[Return]:
    """Return the whole or single places; the body sees exactly these, with reason and day.

    Raises:
        StaleError: its state was changed since the page was loaded.
        SubmissionError: a reason is missing, the day is past, or there is nothing to return.
    """
    if not places or any(len(one.reason.strip()) < 5 for one in places):
        raise SubmissionError(
            N_("each returned place needs a reason."), N_("Write in a sentence what is to be mended, and how.")
        )
    if due < today():
        raise SubmissionError(N_("the day by which it is to be mended is past."), N_("Choose today or a later day."))
    _check_places(submission, [one.place for one in places])
    with transaction.atomic():
        locked = _in_state(submission, edition, State.SENT)
        moment = now()
        rows = [
            Return(
                submission=locked,
                revision=locked.revision,
                place=one.place,
                reason=one.reason.strip()[:MOST_TEXT],
                due=due,
                user=actor.user,
                post=actor.post,
                moment=moment,
            )
            for one in places
        ]
        Return.objects.bulk_create(rows)
        set_state(locked, State.RETURNED, return_due=due, frozen=None, frozen_by=None)
        told = [{"place": one.place, "reason": one.reason} for one in places]
        record(f"submission:{locked.pk}", "return", actor, {"revision": locked.revision, "due": due, "places": told})
        _tell_body(actor, locked, RETURNED, reason=rows[0].reason[:MOST_TOLD])
    return rows


@again
def approve(actor: Actor, submission: Submission, edition: int) -> None:
    """Approve the revision that was sent.

    Raises:
        StaleError: its state was changed since the page was loaded.
        SubmissionError: it is not there to be approved, or the round asks for a signed copy that is not there.
    """
    with transaction.atomic():
        locked = _in_state(submission, edition, State.SENT)
        needs_copy = locked.round.signed == Round.Signed.REQUIRED
        if needs_copy and not SignedCopy.objects.filter(submission=locked, revision=locked.revision).exists():
            raise SubmissionError(
                N_("this round asks for the signed copy, and it is not there yet."),
                N_("Ask the records officer of the body for number, date and the signed PDF."),
            )
        set_state(locked, State.APPROVED, approved=now(), frozen=None, frozen_by=None)
        record(f"submission:{locked.pk}", "approve", actor, {"revision": locked.revision})
        _tell_body(actor, locked, APPROVED)


@again
def lock(actor: Actor, submission: Submission, edition: int) -> None:
    """Lock an approved report: from now on only a granted reopening changes it. Raises: as ``approve``."""
    with transaction.atomic():
        locked = _in_state(submission, edition, State.APPROVED)
        set_state(locked, State.LOCKED)
        record(f"submission:{locked.pk}", "lock", actor, {"revision": locked.revision})


@again
def ask_reopen(actor: Actor, submission: Submission, reason: str, places: Sequence[str]) -> Reopening:
    """A body asks to mend what it has sent: why, and which places ([]: the whole).

    Raises:
        SubmissionError: the reason is missing, or the report is open already.
    """
    if len(reason.strip()) < 5:
        raise SubmissionError(N_("the reason is missing."), N_("Write in a sentence what is to be mended, and why."))
    _check_places(submission, places)
    with transaction.atomic():
        locked = Submission.objects.select_for_update().get(pk=submission.pk)
        if locked.state not in REOPENED:
            raise SubmissionError(N_("this report is open already."), N_("Mend it in the form, then send it."))
        asked = Reopening.objects.create(
            submission=locked, reason=reason.strip()[:MOST_TEXT], places=list(places), asked_by=actor.post
        )
        told = {"reopening": asked.pk, "reason": asked.reason, "places": asked.places}
        record(f"submission:{locked.pk}", "ask-reopen", actor, told)
        facts = {"asker": actor.body.called, "round": locked.round.name, "reason": asked.reason[:MOST_TOLD]}
        tell(locked.reports_to, ASKED, url=f"{submission_url(locked)}review", **facts)
    return asked


@again
def decide_reopen(
    actor: Actor, reopening: Reopening, edition: int, *, granted: bool, until: dt.datetime | None, answer: str = ""
) -> None:
    """Grant or refuse a reopening; granted, the named places are open until a moment.

    Raises:
        StaleError: the state of the report was changed since the page was loaded.
        SubmissionError: it was decided already, the report is open, or the moment is missing or past.
    """
    if granted and (until is None or until <= now()):
        raise SubmissionError(N_("the moment until which it is open is missing or past."), N_("Choose a later moment."))
    with transaction.atomic():
        locked = locked_at(reopening.submission, edition)
        row = Reopening.objects.select_for_update().get(pk=reopening.pk)
        if row.granted is not None:
            raise SubmissionError(N_("this was decided already."), N_("Load the page again."))
        if granted and locked.state not in REOPENED:
            raise SubmissionError(
                N_("this report is open already."), N_("Refuse the request: what it asks for is open.")
            )
        row.granted, row.decided, row.decided_by = granted, now(), actor.post
        row.answer, row.until = answer[:MOST_TEXT], until if granted else None
        row.save()
        if granted and until is not None:
            _reopen(actor, locked, row, until)
        told = {"reopening": row.pk, "granted": granted, "until": until, "answer": row.answer}
        record(f"submission:{locked.pk}", "reopen" if granted else "refuse-reopen", actor, told)
        _tell_body(actor, locked, GRANTED if granted else REFUSED)


RETURNED = N_("{asker} returned “{round}”: {reason}")
APPROVED = N_("{asker} approved “{round}”.")
ASKED = N_("{asker} asks to reopen “{round}”: {reason}")
GRANTED = N_("{asker} opened “{round}” again, as you asked.")
REFUSED = N_("{asker} does not open “{round}” again.")


def _tell_body(actor: Actor, submission: Submission, message: str, **more: str) -> None:
    """A notice before the body whose report it is."""
    facts = {"asker": actor.body.called, "round": submission.round.name, **more}
    tell(submission.body, message, url=submission_url(submission), **facts)


def _reopen(actor: Actor, submission: Submission, row: Reopening, until: dt.datetime) -> None:
    """The places stand as returned ones: open in the form, with the body's own reason."""
    for place in row.places or [""]:
        Return.objects.create(
            submission=submission,
            revision=submission.revision,
            place=place,
            reason=row.reason,
            due=until.date(),
            user=actor.user,
            post=actor.post,
            moment=now(),
        )
    Reopening.objects.filter(pk=row.pk).update(findings=findings_as_rows(submission))
    changes = {"return_due": until.date(), "reopened_until": until, "frozen": None, "frozen_by": None}
    set_state(submission, State.RETURNED, **changes)


def end_reopenings() -> int:
    """Close what was reopened until a moment that is past: it stands again as it was sent; how many."""
    over = Submission.objects.filter(state=State.RETURNED, reopened_until__lte=now())
    return sum(_end_reopening(pk) for pk in over.values_list("pk", flat=True))


@again
@transaction.atomic
def _end_reopening(pk: int) -> bool:
    locked = Submission.objects.select_for_update(of=("self",)).select_related("round").get(pk=pk)
    if locked.state != State.RETURNED or not has_lapsed(locked):
        return False
    links = Link.objects.filter(chain=f"submission:{pk}", action__in=("send", "receive-sealed", "approve", "lock"))
    last = links.order_by("-number").values_list("action", flat=True).first()
    state = {"approve": State.APPROVED, "lock": State.LOCKED}.get(last or "", State.SENT)
    Return.objects.filter(submission=locked, answered=None).update(answered=locked.revision)
    taken_back = _as_sent(locked)
    revision = locked.revisions.get(number=locked.revision)
    _words_as_sent(locked, revision)
    _report_as_sent(locked, revision)
    attach_as_sent(locked, revision)
    granted = locked.reopenings.filter(granted=True).order_by("-decided", "-pk").first()
    restore_findings(locked, granted.findings if granted else None)
    set_state(locked, state, reopened_until=None, return_due=None)
    record(f"submission:{pk}", "end-reopen", None, {"revision": locked.revision, "values": taken_back})
    return True


def _as_sent(submission: Submission) -> int:
    """Let the form hold what was sent again, so that what was left unsent goes with no later revision; how many."""
    rows = Observation.objects.filter(submission=submission, revision=submission.revision)
    kept = {(one.indicator, one.cell, one.extent): one for one in rows}
    values = [
        value
        for value in Value.objects.filter(submission=submission)
        if _differs(value, kept.get((value.indicator, value.cell, value.extent)))
    ]
    for value in values:
        sent = kept.get((value.indicator, value.cell, value.extent))
        if sent is None:
            value.status, value.amount, value.amount_high, value.text, value.qualifier = "missing", None, None, "", ""
        else:
            for name in (*ANSWER_FIELDS, "explanation"):
                setattr(value, name, getattr(sent, name))
        value.typed, value.problem, value.version, value.changed = "", {}, value.version + 1, now()
    Value.objects.bulk_update(values, [*ANSWER_FIELDS, "explanation", "typed", "problem", "version", "changed"])
    filled = Value.objects.filter(submission=submission).exclude(status="missing").count()
    Submission.objects.filter(pk=submission.pk).update(filled=filled)
    return len(values)


def _words_as_sent(submission: Submission, revision: Revision) -> None:
    changed = []
    for one in Narrative.objects.filter(submission=submission):
        sent = revision.narrative.get(one.section, "")
        if one.html != sent:
            one.html, one.source, one.version, one.changed = sent, "", one.version + 1, now()
            changed.append(one)
    Narrative.objects.bulk_update(changed, ["html", "source", "version", "changed"])


def _report_as_sent(submission: Submission, revision: Revision) -> None:
    """A report that was uploaded and not sent goes with no later revision; what was found in it is about no text."""
    rows = Upload.objects.filter(submission=submission, kind=Upload.Kind.REPORT, removed=None)
    unsent = rows.filter(pk__gt=revision.upload_id or 0)
    StoredFinding.objects.filter(upload__in=unsent).delete()
    unsent.update(removed=now())


def _differs(value: Value, sent: Observation | None) -> bool:
    if sent is None:
        return bool(value.typed) or value.status != "missing"
    told = (*ANSWER_FIELDS, "explanation")
    return bool(value.typed) or any(getattr(value, name) != getattr(sent, name) for name in told)


@again
def comment(actor: Actor, submission: Submission, place: str, text: str) -> Comment:
    """A word about a cell, a section, a passage or the whole.

    Raises:
        SubmissionError: it is empty.
    """
    if not text.strip():
        raise SubmissionError(N_("the comment is empty."), N_("Write what you want to say."))
    place_of(place)
    with transaction.atomic():
        made = Comment.objects.create(
            submission=submission,
            place=place,
            text=text.strip()[:MOST_TEXT],
            user=actor.user,
            post=actor.post,
            body=actor.body,
        )
        record(f"submission:{submission.pk}", "comment", actor, {"place": place, "text": made.text})
    return made


def _check_places(submission: Submission, places: Iterable[str]) -> None:
    """Raises: ValueError: one of them is no place, or a cell or section that is not asked."""
    programme = programme_of_submission(submission)
    cells, sections = cells_of(programme, submission.body.level), {item.code for item in programme.outline}
    for text in places:
        place = place_of(text)
        unknown = isinstance(place, ValuePlace) and place not in cells
        if unknown or (isinstance(place, SectionPlace) and place.code not in sections):
            raise ValueError(text)


def _in_state(submission: Submission, edition: int, wanted: str) -> Submission:
    locked = locked_at(submission, edition)
    if locked.state != wanted:
        raise SubmissionError(
            N_("this cannot be done with the report as it stands now."),
            N_("Load the page again and look at its state."),
        )
    return locked
