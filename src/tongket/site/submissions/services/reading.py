"""The Word report fills the form: read, checked, matched; each value with the sentence that it came from."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.db.models import F

from tongket.consolidating.observe import observe
from tongket.errors import TongketError
from tongket.messages import N_
from tongket.model.consolidations import LeftOut, ReportRead
from tongket.model.findings import Finding
from tongket.model.matches import Match
from tongket.model.observations import Observation
from tongket.model.places import Span
from tongket.model.reports import Report
from tongket.model.rounds import Round as AskedRound
from tongket.model.units import Unit
from tongket.programmes.match import match_report
from tongket.road.folder import read_one
from tongket.road.reading import read
from tongket.site.interface.clock import now
from tongket.site.jobs.models import Job
from tongket.site.jobs.services import start
from tongket.site.jobs.work import Progress, work
from tongket.site.people.rights import Actor, actor_of
from tongket.site.people.units import registry
from tongket.site.records.services import record
from tongket.site.rounds.models import Submission
from tongket.site.rounds.places import ValuePlace
from tongket.site.rounds.sheets import cells_of
from tongket.site.submissions.models import StoredFinding, Upload, Value
from tongket.site.submissions.services.errors import SubmissionError, answers_another
from tongket.site.submissions.services.filling import (
    check_open,
    open_places,
    period_of,
    place_of_value,
    programme_of_submission,
)
from tongket.site.submissions.services.kept_reports import as_kept
from tongket.site.submissions.services.uploading import gone, keep, path_of, receive, refuse

READ = "read-report"
LEFT_TO_SIGNING = ("number", "date", "signature", "signer")


def upload_report(actor: Actor, submission: Submission, file: UploadedFile) -> Upload:
    """Take the Word report in; it is read in the background, and the form fills itself.

    Raises:
        SubmissionError: the report was sent, or the file is too large, empty or of a kind that no report has.
    """
    check_open(submission)
    with transaction.atomic():
        upload = receive(actor, file, Upload.Kind.REPORT, submission)
        start(READ, {"upload": upload.pk, "revision": submission.revision}, actor)
    return upload


@work(READ)
def read_report(job: Job, progress: Progress) -> Mapping[str, Any]:
    """Read the upload ``job.argument['upload']`` into its submission. Run again it gives the same."""
    upload = Upload.objects.select_related("submission__round__programme", "submission__body").get(
        pk=job.argument["upload"]
    )
    actor = actor_of(job.user, job.body_id) if job.user else None
    try:
        found = take_report(actor, upload, after=job.argument.get("revision"))
    except TongketError as error:
        if upload.state == Upload.State.WAITING:
            refuse(actor, upload, error)
        raise
    start("take-citations", {"upload": upload.pk}, actor)  # known by name: documents stand above submissions
    progress(1, 1)
    return found


def take_report(actor: Actor | None, upload: Upload, after: int | None = None) -> dict[str, int]:
    """Fill the form of the upload's submission from the report; counts of values filled, left doubtful, and findings.

    What somebody typed or confirmed stays; what an earlier upload filled in is filled in anew. ``after`` is the
    revision that had been sent when the file came: a file that is read after the next one belongs to neither.

    Raises:
        ReadError: the file cannot be read (SecretError: it carries a secrecy mark; it is wiped).
        SubmissionError: it reports for another unit, the form is not open any more, or was sent meanwhile.
    """
    submission = upload.submission
    assert submission is not None
    _check_current(submission, after)
    programme, known = programme_of_submission(submission), registry()
    unit = known.unit(submission.body.unit, submission.round.period_end.isoformat()) or known.unit(submission.body.unit)
    report = read(path_of(upload), name=upload.name)
    taken = read_one(upload.name, lambda: report, programme, known, None)
    matches, findings = (), ()
    if isinstance(taken, ReportRead):
        _check_unit(taken, unit, upload.name)
        matches, findings = match_report(report, programme, submission.body.level), taken.findings
    elif isinstance(taken, LeftOut):
        raise answers_another(taken, N_("Upload the report that this round asks for."), upload.name)
    values = observations_in(report, matches, submission, programme, unit, upload)
    if upload.state == Upload.State.WAITING:
        keep(upload)
    upload.report = as_kept(report, findings)
    with transaction.atomic():
        counts = _fill(submission, upload, after, *values)
        if not Upload.objects.filter(pk=upload.pk, state=Upload.State.KEPT).exists():
            raise gone(upload)
        upload.save(update_fields=["report"])
        _keep_findings(submission, upload, findings)
        counts["findings"] = len(findings)
        record(f"submission:{submission.pk}", "read", actor, {"upload": upload.pk, **counts})
    return counts


def _check_unit(taken: ReportRead, unit: Unit | None, name: str) -> None:
    if taken.unit is not None and unit is not None and taken.unit.id != unit.id:
        raise SubmissionError(
            N_("this is the report of {other}, and the form is that of {own}."),
            N_("Upload the report of your own unit; if the head of the report is wrong, mend it first."),
            where=name,
            other=taken.unit.full_name,
            own=unit.full_name,
        )


def observations_in(
    report: Report, matches: Iterable[Match], submission: Submission, programme: Any, unit: Unit | None, upload: Upload
) -> tuple[tuple[Observation, ...], tuple[Match, ...]]:
    """What the report answers for the submission's round, and the matches that a person must look at."""
    if unit is None:
        return (), tuple(matches)
    round_ = submission.round
    asked = AskedRound(
        programme=programme.code,
        unit=unit.id,
        body=submission.body.name,
        place=submission.body.place,
        period_start=round_.period_start.isoformat(),
        period_end=round_.period_end.isoformat(),
    )
    return observe(report, matches, programme, unit, submission.body.name, asked, file=upload.name)


def _check_current(submission: Submission, after: int | None) -> None:
    """Raises SubmissionError where the form is not open, or was sent since the file came."""
    check_open(submission)
    if after is not None and submission.revision != after:
        raise SubmissionError(
            N_("the report was sent before this file was read; nothing was taken from it."),
            N_("Upload it again if what it says is to stand in the form."),
        )


def _fill(
    submission: Submission,
    upload: Upload,
    after: int | None,
    observations: Iterable[Observation],
    left: Iterable[Match],
) -> dict[str, int]:
    """Write the observations into the cells that are open, and that nobody typed or confirmed."""
    locked = Submission.objects.select_for_update(of=("self",)).select_related("round").get(pk=submission.pk)
    _check_current(locked, after)  # it may have been sent while its report was read
    opened = open_places(locked)
    cells = cells_of(programme_of_submission(submission), submission.body.level)
    kept = {place_of_value(value): value for value in Value.objects.filter(submission=submission)}
    stale = {place for place, value in kept.items() if value.origin == "read" and (not opened or place in opened)}
    taken = {
        place for place, value in kept.items() if place not in stale and (value.typed or value.status != "missing")
    }
    made: dict[ValuePlace, Value] = {}
    for one in observations:
        place = ValuePlace(one.indicator, one.cell, one.extent)
        cell = cells.get(place) or cells.get(place := ValuePlace(one.indicator, one.cell, _other(one.extent)))
        if cell is None or cell.closed or place in taken or place in made or (opened and place not in opened):
            continue
        begins, ends = period_of(submission, cell.indicator)
        made[place] = Value(
            submission=submission, indicator=place.indicator, cell=place.cell, extent=place.extent,
            period_start=begins, period_end=ends, amount=one.amount, amount_high=one.amount_high, scale=one.scale,
            qualifier=one.qualifier, status=one.status, text=one.text, origin="read", confidence=one.confidence,
            source=upload.name, source_sha256=upload.sha256, span_start=one.start, span_end=one.end,
            passage=one.passage.replace("\0", "")[:4000],
            version=kept[place].version + 1 if place in kept else 1,
        )  # fmt: skip
    Value.objects.filter(pk__in=[kept[place].pk for place in made if place in kept]).delete()
    _empty([kept[place].pk for place in stale if place not in made])
    Value.objects.bulk_create(made.values())
    filled = Value.objects.filter(submission=submission).exclude(status="missing").count()
    Submission.objects.filter(pk=submission.pk).update(filled=filled)
    return {"filled": len(made), "kept": len(taken), "doubtful": len(list(left))}


def _empty(values: Sequence[int]) -> None:
    """What an earlier report said and this one does not: the rows stay, so that each change raises their version."""
    Value.objects.filter(pk__in=values).update(
        amount=None, amount_high=None, qualifier="", status="missing", text="", origin="form", confidence=1.0,
        source="", source_sha256="", span_start=0, span_end=0, passage="", explanation="", changed=now(),
        version=F("version") + 1,
    )  # fmt: skip


def _other(extent: str) -> str:
    return "own" if extent == "area" else "area"


def _keep_findings(submission: Submission, upload: Upload, findings: Iterable[Finding]) -> None:
    """The report's findings in place of those of an earlier upload; what was explained stays explained."""
    explained = {one.mark: one for one in StoredFinding.objects.filter(submission=submission).exclude(upload=None)}
    StoredFinding.objects.filter(pk__in=[one.pk for one in explained.values()]).delete()
    rows = {}
    for order, finding in enumerate(map(before_signing, findings)):
        row = stored(submission, finding, upload, order)
        before = explained.get(row.mark)
        if before:
            row.explanation, row.explained_by = before.explanation, before.explained_by
        rows[row.mark] = row
    StoredFinding.objects.filter(submission=submission, mark__in=rows).delete()  # the form said the same
    StoredFinding.objects.bulk_create(rows.values())


def before_signing(finding: Finding) -> Finding:
    """Sending is not signing: what the records officer and the signatory add later is worth knowing, and no error."""
    later = finding.kind == "missing-part" and finding.case in LEFT_TO_SIGNING
    return replace(finding, severity="info") if later else finding


def stored(submission: Submission, finding: Finding, upload: Upload | None, order: int) -> StoredFinding:
    """A finding as it is kept: without its words, and marked by kind, facts and the cell that it is about.

    Where it stands in a text is no part of the mark: that moves with every word that is mended before it.
    """
    place, related = as_place(finding.place), [as_place(one) for one in finding.related]
    facts = dict(finding.facts)
    told = repr((finding.kind, finding.case, sorted(facts.items()), place.get("value")))
    return StoredFinding(
        submission=submission,
        upload=upload,
        mark=hashlib.sha256(told.encode()).hexdigest(),
        kind=f"{finding.kind}/{finding.case}" if finding.case else finding.kind,
        severity=finding.severity,
        place=place,
        related=related,
        facts=facts,
        order=order,
    )


def as_place(place: Any) -> dict[str, Any]:
    """A place as JSON: {span: [start, end]} of the report, {value: [indicator, cell, extent]} of the form."""
    if isinstance(place, Span):
        return {"span": [place.start, place.end]}
    return {"value": [place.indicator, place.cell, place.extent]}
