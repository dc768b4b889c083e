"""Beginning a report from frozen figures, and changing it by hand: each change names the edition that was seen."""

from __future__ import annotations

from django.db import transaction
from django.db.models import F

from tongket.messages import N_
from tongket.site.jobs.services import start
from tongket.site.people.rights import Actor
from tongket.site.records.services import canonical, record, sha256
from tongket.site.rollups.asking import Seen
from tongket.site.rollups.errors import RollupError, StaleReportError
from tongket.site.rollups.models import ReportDraft, Snapshot
from tongket.site.rollups.reports.snapshots import counted_revisions
from tongket.site.rollups.reports.writing import KIND
from tongket.site.rounds.models import Round, Submission
from tongket.site.submissions.models import Revision

MOST_LETTERS = 10_000


@transaction.atomic
def freeze(actor: Actor, asked: Round, seen: Seen) -> ReportDraft:
    """Freeze what counts at this moment, and begin the report that is written from it.

    Raises:
        RollupError: nobody has sent anything yet.
    """
    counted = dict(counted_revisions(asked))
    if not counted:
        raise RollupError(
            N_("no body has sent its report yet, so there is nothing to write about."),
            N_("Come back when the first report is in."),
        )
    sent = Revision.objects.filter(submission__in=counted, number=F("submission__revision")).order_by("submission")
    told = [
        asked.pk,
        asked.programme.hash,
        seen.view,
        seen.as_of,
        list(sent.values_list("submission", "number", "sha256")),
    ]
    hash_ = sha256(canonical(told))
    snapshot = Snapshot.objects.create(
        round=asked,
        body=asked.body,
        unit=asked.body.unit,
        view=seen.view,
        as_of=seen.as_of,
        post=actor.post,
        hash=hash_,
        folder=f"snapshots/{hash_}",
        revisions={str(submission): revision for submission, revision in counted.items()},
        reported=len(counted),
        expected=Submission.objects.filter(round=asked).count(),
    )
    report = ReportDraft.objects.create(snapshot=snapshot, title=asked.name)
    report.job = start(KIND, {"report": report.pk}, actor)
    report.save(update_fields=["job"])
    record(
        f"report:{report.pk}", "freeze-figures", actor, {"round": asked.pk, "snapshot": hash_, "reported": len(counted)}
    )
    return report


@transaction.atomic
def edit_paragraph(actor: Actor, report: ReportDraft, edition: int, place: int, text: str | None) -> ReportDraft:
    """Put ``text`` in the place of a paragraph (None: as it was composed), and write the files again.

    Raises:
        StaleReportError: somebody changed the report since the page was loaded.
        RollupError: there is no such paragraph, or the text is too long.
    """
    locked = ReportDraft.objects.select_for_update(of=("self",)).get(pk=report.pk)
    if locked.edition != edition:
        raise StaleReportError(
            N_("somebody changed this report while the page was open; your text was not stored, it stands below."),
            N_("Load the page again, look at what changed, and put your text in."),
        )
    if not 0 <= place < len(locked.draft.get("paragraphs", ())):
        raise RollupError(N_("this paragraph is not in the report."), N_("Load the page again."))
    if text is not None and len(text) > MOST_LETTERS:
        raise RollupError(
            N_("the paragraph is longer than {most} letters."), N_("Divide it into several."), most=MOST_LETTERS
        )
    key = str(place)
    before = locked.edits.get(key)
    if text is None:
        locked.edits.pop(key, None)
    else:
        locked.edits[key] = " ".join(text.split())
    locked.edition += 1
    locked.job = start(KIND, {"report": locked.pk}, actor)
    locked.save(update_fields=["edits", "edition", "job"])
    told = {"paragraph": place, "before": before, "after": locked.edits.get(key), "edition": locked.edition}
    record(f"report:{locked.pk}", "edit-report", actor, told)
    return locked
