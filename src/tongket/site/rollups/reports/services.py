"""Changing a report by hand: each change names the edition that the writer saw."""

from __future__ import annotations

from django.db import transaction

from tongket.messages import N_
from tongket.site.jobs.services import start
from tongket.site.people.rights import Actor
from tongket.site.records.services import record
from tongket.site.rollups.errors import RollupError, StaleReportError
from tongket.site.rollups.models import ReportDraft
from tongket.site.rollups.reports.snapshots import KIND

MOST_LETTERS = 10_000


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
