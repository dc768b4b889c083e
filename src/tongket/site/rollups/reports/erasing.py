"""Erasing what frozen figures and reports hold of one submission, where a law demands it.

A frozen set of figures loses the values of that submission, and the reports that stand on it are composed anew from
what is left; what people wrote into them goes with it, for it may quote what was erased.
"""

from __future__ import annotations

import shutil
from pathlib import Path

from django.conf import settings
from django.db import transaction
from django.db.models import Q

from tongket.site.jobs.models import Job
from tongket.site.jobs.services import start
from tongket.site.records.models import Content
from tongket.site.records.services import record
from tongket.site.rollups.charts.drawing import KIND as DRAWING
from tongket.site.rollups.charts.drawing import drawing_path
from tongket.site.rollups.exporting import KIND as EXPORT
from tongket.site.rollups.exporting import workbook_path
from tongket.site.rollups.models import ReportDraft, Snapshot
from tongket.site.rollups.reports.snapshots import snapshot_folder
from tongket.site.rollups.reports.writing import KIND as WRITING


def erase_from_reports(submission_id: int, round_id: int, reason: str) -> tuple[int, list[ReportDraft]]:
    """Take a submission out of all frozen figures; how many, and the reports that are composed anew.

    Called inside the transaction of the erasing; files go once it is committed.
    """
    reports: list[ReportDraft] = []
    key, of_round = str(submission_id), str(round_id)
    beside = Q(earlier__has_key=of_round) | Q(series__has_key=of_round)
    known = Snapshot.objects.select_for_update().filter(Q(round=round_id, revisions__has_key=key) | beside)
    snapshots = [one for one in known if any(key in held for held in _held(one, of_round))]
    for one in snapshots:
        for held in _held(one, of_round):
            held.pop(key, None)
        one.reported = len(one.revisions)
        one.save(update_fields=["revisions", "earlier", "series", "reported"])
        _remove(snapshot_folder(one))
        reports += [_begun_anew(report, reason) for report in one.drafts.select_for_update()]
    _drop_exports(round_id)
    return len(snapshots), reports


def _held(one: Snapshot, of_round: str) -> tuple[dict[str, int], ...]:
    """{submission: revision} wherever a snapshot has a submission of that round."""
    return one.revisions, (one.earlier or {}).get(of_round, {}), (one.series or {}).get(of_round, {})


def _begun_anew(report: ReportDraft, reason: str) -> ReportDraft:
    # all files before the job is begun: what is done at the end of a transaction is done in this order
    _remove(settings.DATA.made / "reports" / str(report.pk), *_drawings_of(report))
    report.draft, report.edits, report.charts, report.files = {}, {}, [], {}
    report.state, report.edition = ReportDraft.State.MAKING, report.edition + 1
    report.job = start(WRITING, {"report": report.pk})
    report.save()
    written = Content.objects.filter(link__chain=f"report:{report.pk}", link__action="edit-report")
    written.update(data="", erased=reason)
    record(f"report:{report.pk}", "erase-from-report", None, {"reason": reason, "edition": report.edition})
    return report


def _drawings_of(report: ReportDraft) -> list[Path]:
    return [drawing_path(one["key"]) for one in report.charts if "key" in one]


def _drop_exports(round_id: int) -> None:
    """Workbooks and drawings that pages made of the round, or may have: they are made again when they are asked for."""
    exports = Job.objects.filter(kind=EXPORT, argument__round=round_id)
    kept = {path for report in ReportDraft.objects.only("charts") for path in _drawings_of(report)}
    jobs = Job.objects.filter(kind=DRAWING)
    drawn = {drawing_path(key) for argument in jobs.values_list("argument", flat=True) for key in argument["keys"]}
    _remove(*(workbook_path(one) for one in exports), *(drawn - kept))
    jobs.delete()
    exports.delete()


def _remove(*paths: Path) -> None:
    """Remove files and folders at the end of the transaction."""

    def remove() -> None:
        for path in paths:
            if path.is_dir():
                shutil.rmtree(path)
            else:
                path.unlink(missing_ok=True)

    transaction.on_commit(remove)
