"""Erasing a submission wherever the site holds it (xóa theo luật), and naming what still does.

The submission itself, frozen figures and the reports on them, notices, what jobs kept of its files, and the pages of
the embedded database that were written over. Backups are not touched: they are named, to be made anew and deleted.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import DatabaseError, connection, transaction

from tongket.site.documents.models import Mention
from tongket.site.jobs.models import Job
from tongket.site.people.models import Notice
from tongket.site.records.models import Content
from tongket.site.rollups.models import ReportDraft, Snapshot
from tongket.site.rollups.reports.erasing import erase_from_reports
from tongket.site.rounds.models import Submission
from tongket.site.rounds.services import submission_url
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
from tongket.site.submissions.services import purging
from tongket.site.submissions.services.replies import LOOK, TAKE

log = logging.getLogger(__name__)
_PATIENCE = 20  # seconds that a table may be in use before it is left to its owner
_VACUUM = "VACUUM (FULL) {}"
_OWN = "SELECT relname FROM pg_class WHERE relname = ANY(%s) AND relkind = 'r' AND pg_has_role(relowner, 'USAGE')"
_TOUCHED = tuple(
    sorted(
        model._meta.db_table
        for model in (
            Comment, Content, Job, Mention, Narrative, Notice, Observation, ReportDraft, Reopening, Return, Revision,
            SignedCopy, Snapshot, StoredFinding, Submission, Upload, Value,
        )
    )
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Purged:
    """What was erased: counts; the reports that are composed anew; the backups that still hold all of it; the tables
    of PostgreSQL whose free pages still hold it, as nobody could write them anew.
    """

    counts: dict[str, int]
    reports: list[str] = field(default_factory=list)
    backups: list[Path] = field(default_factory=list)
    unwritten: list[str] = field(default_factory=list)

    @property
    def command(self) -> str:
        """What the owner of the database runs for the tables that are left; "" where none is."""
        return " ".join(f"{_VACUUM.format(one)};" for one in self.unwritten)


def purge(submission_id: int, reason: str) -> Purged:
    """Erase a submission from the site.

    Raises:
        SubmissionError: there is no such submission, or the reason is missing.
    """
    with _written_over(), transaction.atomic():
        uploads = list(Upload.objects.filter(submission=submission_id).values_list("pk", flat=True))
        counts = purging.purge(submission_id, reason)
        row = Submission.objects.get(pk=submission_id)
        snapshots, reports = erase_from_reports(row.pk, row.round_id, reason.strip()[: purging.MOST_REASON])
        notices, _ = Notice.objects.filter(url__startswith=submission_url(row)).delete()
        Job.objects.filter(argument__upload__in=uploads).update(error={}, result={})
        _forget_replies(row)
    counts |= {"snapshots": snapshots, "notices": notices}
    return Purged(counts, [one.title for one in reports], backups(), _write_anew())


def backups() -> list[Path]:
    """What lies in the folder of backups, the newest first: each may hold what is not there any more."""
    found = [path for path in settings.DATA.backups.iterdir() if path.suffix in (".zip", ".sqlite3")]
    return sorted(found, key=lambda path: path.stat().st_mtime, reverse=True)


def _forget_replies(row: Submission) -> None:
    """What was read of a reply of this body to the round, in the results of the jobs that looked at all of them."""
    for job in Job.objects.filter(argument__round=row.round_id, kind__in=(LOOK, TAKE)):
        job.result["rows"] = [one for one in job.result.get("rows", ()) if one.get("submission") != row.pk]
        job.save(update_fields=["result"])


@contextmanager
def _written_over() -> Iterator[None]:
    """In the embedded database what is deleted is overwritten, and the journal that still holds it is emptied."""
    embedded = connection.vendor == "sqlite"
    if embedded:
        _pragma("secure_delete=ON")
    try:
        yield
    finally:
        if embedded:
            _pragma("secure_delete=OFF")
    if embedded and not connection.in_atomic_block:
        _pragma("wal_checkpoint(TRUNCATE)")


def _write_anew() -> list[str]:
    """Have PostgreSQL write the touched tables anew, so that no free page holds what was erased; those it could not:
    of another owner, or in use for longer than a purge waits.
    """
    if connection.vendor != "postgresql" or connection.in_atomic_block:
        return []
    with connection.cursor() as cursor:
        cursor.execute(_OWN, [list(_TOUCHED)])
        own = {name for (name,) in cursor.fetchall()}
        cursor.execute(f"SET lock_timeout = '{_PATIENCE}s'")
        try:
            return [one for one in _TOUCHED if one not in own or not _vacuumed(cursor, one)]
        finally:
            cursor.execute("RESET lock_timeout")


def _vacuumed(cursor: Any, table: str) -> bool:
    try:
        cursor.execute(_VACUUM.format(connection.ops.quote_name(table)))
    except DatabaseError as error:
        log.warning("the table %s was not written anew: %s", table, error)
        return False
    return True


def _pragma(words: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(f"PRAGMA {words}")
