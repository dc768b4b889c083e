"""Beginning a report from frozen figures, and changing it by hand: each change names the edition that was seen."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import transaction
from django.db.models import F

from tongket.messages import N_
from tongket.site.jobs.services import start
from tongket.site.people.rights import Actor
from tongket.site.records.services import canonical, record, sha256
from tongket.site.rollups.asking import Seen
from tongket.site.rollups.errors import RollupError, StaleReportError
from tongket.site.rollups.models import ReportDraft, Snapshot
from tongket.site.rollups.reports.charts import KINDS
from tongket.site.rollups.reports.snapshots import counted_before, counted_beside, counted_revisions
from tongket.site.rollups.reports.writing import KIND
from tongket.site.rounds.models import Round, Submission
from tongket.site.rounds.programmes import programme_of
from tongket.site.submissions.models import Revision

MOST_LETTERS = 10_000
MOST_CHARTS = 12


def freeze(actor: Actor, asked: Round, seen: Seen) -> ReportDraft:
    """Freeze what counts at this moment, and begin the report that is written from it.

    Raises:
        RollupError: nobody has sent anything yet.
    """
    if not counted_revisions(asked):
        raise RollupError(
            N_("no body has sent its report yet, so there is nothing to write about."),
            N_("Come back when the first report is in."),
        )
    series = counted_beside(asked)  # of many rounds: before nobody else may write
    with transaction.atomic():
        return _freeze(actor, asked, seen, series)


def _freeze(actor: Actor, asked: Round, seen: Seen, series: dict[str, dict[str, int]]) -> ReportDraft:
    counted, earlier = dict(counted_revisions(asked)), counted_before(asked)
    told = [
        asked.pk,
        asked.programme.hash,
        seen.view,
        seen.as_of,
        *([seen.shared_by] if seen.view == "apportioned" else []),
        _sent(counted),
        *(_sent(one) for one in earlier.values()),
    ]
    hash_ = sha256(canonical(told))
    snapshot = Snapshot.objects.create(
        round=asked,
        body=asked.body,
        unit=asked.body.unit,
        view=seen.view,
        as_of=seen.as_of,
        shared_by=seen.shared_by,
        post=actor.post,
        hash=hash_,
        folder=f"snapshots/{hash_}",
        revisions={str(submission): revision for submission, revision in counted.items()},
        earlier=earlier,
        series=series,
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


def _sent(counted: Iterable[int | str]) -> list[tuple[int, int, str]]:
    """(submission, revision, hash of what was sent) of the submissions that count."""
    sent = Revision.objects.filter(submission__in=counted, number=F("submission__revision")).order_by("submission")
    return list(sent.values_list("submission", "number", "sha256"))


@transaction.atomic
def edit_paragraph(actor: Actor, report: ReportDraft, edition: int, place: int, text: str | None) -> ReportDraft:
    """Put ``text`` in the place of a paragraph (None: as it was composed), and write the files again.

    Raises:
        StaleReportError: somebody changed the report since the page was loaded.
        RollupError: there is no such paragraph, or the text is too long.
    """
    locked = _locked(report, edition)
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
    _write_again(actor, locked, "edits")
    told = {"paragraph": place, "before": before, "after": locked.edits.get(key), "edition": locked.edition}
    record(f"report:{locked.pk}", "edit-report", actor, told)
    return locked


@transaction.atomic
def add_chart(actor: Actor, report: ReportDraft, edition: int, indicator: str, kind: str) -> ReportDraft:
    """Put a chart of an indicator into the appendix of charts; it is made and drawn with the files.

    Raises:
        StaleReportError: somebody changed the report since the page was loaded.
        RollupError: there is no such chart, it is there already, or there are too many.
    """
    locked = _locked(report, edition)
    if kind not in KINDS or programme_of(locked.snapshot.round.programme).indicator(indicator) is None:
        raise RollupError(N_("there is no such chart."), N_("Load the page again."))
    if any((one["indicator"], one["kind"]) == (indicator, kind) for one in locked.charts):
        raise RollupError(N_("this chart is in the report already."), N_("Choose another kind, or another number."))
    if len(locked.charts) >= MOST_CHARTS:
        raise RollupError(
            N_("the report has {most} charts, which is the most."), N_("Take one out first."), most=MOST_CHARTS
        )
    locked.charts.append({"indicator": indicator, "kind": kind})
    _write_again(actor, locked, "charts")
    told = {"chart-added": f"{indicator}/{kind}", "edition": locked.edition}
    record(f"report:{locked.pk}", "edit-report", actor, told)
    return locked


@transaction.atomic
def drop_chart(actor: Actor, report: ReportDraft, edition: int, place: int) -> ReportDraft:
    """Take the chart at ``place`` out.

    Raises:
        StaleReportError: somebody changed the report since the page was loaded.
        RollupError: there is no such chart.
    """
    locked = _locked(report, edition)
    if not 0 <= place < len(locked.charts):
        raise RollupError(N_("there is no such chart."), N_("Load the page again."))
    dropped = locked.charts.pop(place)
    _write_again(actor, locked, "charts")
    told = {"chart-dropped": f"{dropped['indicator']}/{dropped['kind']}", "edition": locked.edition}
    record(f"report:{locked.pk}", "edit-report", actor, told)
    return locked


def _locked(report: ReportDraft, edition: int) -> ReportDraft:
    rows = ReportDraft.objects.select_for_update(of=("self",)).select_related("snapshot__round__programme")
    locked = rows.get(pk=report.pk)
    if locked.edition != edition:
        raise StaleReportError(
            N_("somebody changed this report while the page was open; your text was not stored, it stands below."),
            N_("Load the page again, look at what changed, and put your text in."),
        )
    return locked


def _write_again(actor: Actor, locked: ReportDraft, column: str) -> None:
    """Store ``column`` as a new edition, and have the files written again."""
    locked.edition += 1
    locked.job = start(KIND, {"report": locked.pk}, actor)
    locked.save(update_fields=[column, "edition", "job"])
