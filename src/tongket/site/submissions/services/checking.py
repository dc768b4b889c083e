"""Checks of the form's values: sums and rules between cells, and the last period beside them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.db.models import Q, QuerySet

from tongket.checking import catalogue
from tongket.checking.facts import check_facts
from tongket.consolidating.one_answer import compare_answer
from tongket.messages import N_
from tongket.model.findings import Finding
from tongket.model.observations import Observation as Answer
from tongket.model.places import Span
from tongket.model.programmes import Programme
from tongket.site.again import again
from tongket.site.interface.clock import now
from tongket.site.people.rights import Actor, seen
from tongket.site.people.units import registry
from tongket.site.prepared import Prepared, update
from tongket.site.records.services import record
from tongket.site.rounds.models import Round, Submission
from tongket.site.submissions.models import Observation, StoredFinding, Upload, Value
from tongket.site.submissions.services.errors import SubmissionError
from tongket.site.submissions.services.filling import check_open, programme_of_submission
from tongket.site.submissions.services.reading import stored
from tongket.site.submissions.services.rows import Row, sent_values, standing_of, values_of

MOST_EXPLANATION = 2000


@dataclass(frozen=True, slots=True)
class Checked:
    """The form as it stood when it was checked: its values, and what was found. ``standing``: None where it is locked,
    and stands.
    """

    standing: tuple[Any, ...] | None
    values: list[Row]
    findings: list[Finding]


def checked_form(submission: Submission, *, locked: bool = False) -> Checked:
    """Look the form through; nothing is written. ``locked``: nobody changes it meanwhile."""
    standing = None if locked else standing_of(submission)
    return Checked(standing, values := values_of(submission), findings_in(submission, values))


def findings_in(submission: Submission, values: list[Row]) -> list[Finding]:
    """What is found where ``values`` are all that the form holds."""
    programme = programme_of_submission(submission)
    before = _told_before(submission)
    rows = compare_answer(answers_of(_judged(values, before, programme), submission), before, programme)
    return list(check_facts(rows, programme, registry()))


def _judged(values: list[Row], before: list[Answer], programme: Programme) -> list[Row]:
    """Those that something can be found about; without rules, whose formulas may reach far, these are few."""
    if programme.rules:
        return values
    codes = {one.indicator for one in before}.union(*((rule.total, *rule.parts) for rule in programme.sums))
    return [one for one in values if one.indicator in codes]


@again
def check_values(submission: Submission) -> int:
    """Check the form anew and keep what is found; the number of errors that are neither mended nor explained.

    The findings of the uploaded report stay as they are: they are about its text. Who reads a finding reads the number
    that it was compared with, so the last period counts as far as the same body was told it. An explanation ends with
    the number that it was about.
    """
    checked = checked_form(submission)
    with transaction.atomic():
        Submission.objects.select_for_update().get(pk=submission.pk)  # of two at once each would keep what it found
        return keep_findings(submission, checked)


def keep_findings(submission: Submission, checked: Checked, *, first: bool = False) -> int:
    """Keep what was found in place of what was found before, with the explanations given; how many errors are open.

    Called with the submission's row locked. ``first``: it is known that nothing was found before.
    """
    kept = [] if first else list(_findings_of(submission.pk))
    explained = {one.mark: one for one in kept if one.upload_id is None}
    taken = {one.mark for one in kept if one.upload_id is not None}
    changed = {(one.indicator, one.cell, one.extent) for one in checked.values if explained and not one.explanation}
    fresh: dict[str, StoredFinding] = {}
    for order, finding in enumerate(checked.findings):
        row = stored(submission, finding, None, order)
        known = explained.get(row.mark)
        if known and tuple(row.place.get("value", ())) not in changed:
            row.explanation, row.explained_by = known.explanation, known.explained_by
        fresh.setdefault(row.mark, row)
    if explained:
        StoredFinding.objects.filter(submission=submission, upload=None).delete()
    if fresh:
        StoredFinding.objects.bulk_create(row for mark, row in fresh.items() if mark not in taken)
    stand = [one for one in kept if one.upload_id is not None] + [
        one for one in fresh.values() if one.mark not in taken
    ]
    unexplained = sum(1 for one in stand if one.severity == "error" and not one.explanation)
    errors = unexplained + sum(1 for one in checked.values if one.typed)
    if errors != submission.errors:
        submission.errors = errors
        update(submission, "errors")
    return errors


def findings_as_rows(submission: Submission) -> list[dict[str, Any]]:
    """All that was found and how it was explained, to be put back by ``restore_findings``."""
    return list(StoredFinding.objects.filter(submission=submission).values(*_FINDING, "upload"))


def restore_findings(submission: Submission, rows: list[dict[str, Any]] | None) -> None:
    """Let what is found be what ``rows`` say; None: what the checks find in the form as it stands.

    Called with the submission's row locked.
    """
    if rows is None:
        _find_again(submission)
        return
    StoredFinding.objects.filter(submission=submission).delete()
    there = set(Upload.objects.filter(pk__in={one["upload"] for one in rows}).values_list("pk", flat=True)) | {None}
    made = [
        StoredFinding(submission=submission, upload_id=one["upload"], **{name: one[name] for name in _FINDING})
        for one in rows
        if one["upload"] in there
    ]
    StoredFinding.objects.bulk_create(made)
    Submission.objects.filter(pk=submission.pk).update(errors=open_errors(submission))


def _find_again(submission: Submission) -> None:
    """What the checks find in the form as it stands, explained as its values are."""
    checked = checked_form(submission, locked=True)
    keep_findings(submission, checked)
    words = {(one.indicator, one.cell, one.extent): one.explanation for one in checked.values if one.explanation}
    for one in StoredFinding.objects.filter(submission=submission, upload=None, explanation=""):
        one.explanation = words.get(tuple(one.place.get("value", ())), "")
        one.save(update_fields=["explanation"])
    Submission.objects.filter(pk=submission.pk).update(errors=open_errors(submission))


_FINDING = ("mark", "kind", "severity", "place", "related", "facts", "order", "explanation", "explained_by")


def open_errors(submission: Submission) -> int:
    """How many errors are neither mended nor explained; a cell that holds no usable value is one."""
    unexplained = StoredFinding.objects.filter(submission=submission, severity="error", explanation="").count()
    return unexplained + Value.objects.filter(submission=submission).exclude(typed="").count()


@again
def explain(actor: Actor, submission: Submission, mark: str, text: str) -> StoredFinding:
    """Answer a finding in words; the words travel with the value that it is about.

    Raises:
        SubmissionError: the words are missing, the finding is no longer there, or the report was sent.
    """
    text = text.strip()
    if len(text) < 5:
        raise SubmissionError(
            N_("the explanation is empty or too short."), N_("Write in a sentence why the number is right.")
        )
    with transaction.atomic():
        check_open(Submission.objects.select_for_update(of=("self",)).select_related("round").get(pk=submission.pk))
        finding = StoredFinding.objects.select_for_update().filter(submission=submission, mark=mark).first()
        if finding is None:
            raise SubmissionError(N_("this finding is no longer there."), N_("Load the page again."))
        before, finding.explanation = finding.explanation, text[:MOST_EXPLANATION]
        finding.explained_by = actor.post
        finding.save(update_fields=["explanation", "explained_by"])
        if "value" in finding.place:
            indicator, cell, extent = finding.place["value"]
            Value.objects.filter(submission=submission, indicator=indicator, cell=cell, extent=extent).update(
                explanation=finding.explanation, changed=now()
            )
        Submission.objects.filter(pk=submission.pk).update(errors=open_errors(submission))
        facts = {"finding": finding.kind, "place": finding.place, "before": before, "after": finding.explanation}
        record(f"submission:{submission.pk}", "explain", actor, facts)
    return finding


def seen_by(actor: Actor) -> Q:
    """The submissions whose values ``actor`` may see: their own, and those that went to their body or below it."""
    return seen(actor, "submission.see", over="reports_to")


def said(finding: StoredFinding) -> tuple[str, str]:
    """What is wrong and how to mend it, in the reader's language."""
    kind, _, case = finding.kind.partition("/")
    whole = Finding(kind, "info", Span(0, 0), case, finding.facts)
    return catalogue.message(whole), catalogue.mend(whole)


def answer_of(value: Value | Observation | Row, submission: Submission) -> Answer:
    """A value of the form as an observation of the library, revision 0."""
    return answers_of([value], submission)[0]


def answers_of(values: Iterable[Value | Observation | Row], submission: Submission) -> list[Answer]:
    """Values of one form as observations of the library, revision 0."""
    body, programme = submission.body, submission.round.programme
    unit, name, kind, code, version = body.unit, body.name, body.kind, programme.code, programme.version
    return [
        Answer(
            indicator=value.indicator,
            cell=value.cell,
            unit=unit,
            extent="own" if value.extent == "own" else "area",
            period=f"{value.period_start}/{value.period_end}",
            body=name,
            programme=code,
            version=version,
            revision=0,
            amount=value.amount,
            amount_high=value.amount_high,
            scale=value.scale,
            unit_word="",
            qualifier=value.qualifier,
            status=value.status,
            origin="form",
            confidence=value.confidence,
            source=value.source,
            source_sha256=value.source_sha256,
            start=value.span_start,
            end=value.span_end,
            passage=value.passage,
            confirmed=value.confirmed,
            body_kind=kind,
            text=value.text,
        )
        for value in values
    ]


def last_period(submission: Submission, told: Q) -> list[Answer]:
    """What the same body sent in the round before, of the same programme; [] where there is none.

    ``told`` keeps the submissions whose values may be shown: one body's history may have gone to several askers.
    """
    round_ = submission.round
    return _sent_in(_before(submission.body_id, round_.programme.code, round_.period_end).filter(told).first())


def _told_before(submission: Submission) -> list[Answer]:
    """What the same body sent to the same one in the round before: what it was told it knows."""
    round_ = submission.round
    return _sent_in(_told.first(submission.body_id, round_.programme.code, round_.period_end, submission.reports_to_id))


def _sent_in(earlier: Submission | None) -> list[Answer]:
    return answers_of(sent_values(earlier, earlier.revision), earlier) if earlier else []


def _before(body: Any, programme: Any, end: Any) -> QuerySet[Submission]:
    """What ``body`` sent in earlier rounds of a programme, the latest first."""
    sent = Submission.objects.filter(
        body=body, round__programme__code=programme, round__period_end__lt=end, revision__gt=0
    ).exclude(round__state=Round.State.DRAFT)
    sent = sent.select_related("round__programme", "body").defer("round__programme__files", "round__plan")
    return sent.order_by("-round__period_end", "-pk")


_told = Prepared(4, lambda body, programme, end, to: _before(body, programme, end).filter(reports_to=to)[:1])
_findings_of = Prepared(1, lambda submission: StoredFinding.objects.filter(submission=submission))
