"""Freezing the figures of a round (chốt số liệu): which revisions count, and their values as a folder of facts."""

from __future__ import annotations

import shutil
import tempfile
from dataclasses import replace
from pathlib import Path

from django.conf import settings

from tongket.consolidating.facts import read_observations, write_observations
from tongket.model.observations import Observation
from tongket.site.rollups.asking import Seen, seen_by
from tongket.site.rollups.live import COUNTED
from tongket.site.rollups.models import Snapshot
from tongket.site.rollups.observed import observations_in
from tongket.site.rounds.models import Round, Submission
from tongket.site.submissions.models import Observation as Row

FORM = "biểu nhập"  # the source of what was typed, in the files of a report


def counted_revisions(asked: Round) -> list[tuple[int, int]]:
    """(submission, revision) of all that counts in a round now."""
    rows = Submission.objects.filter(round=asked, state__in=COUNTED, revision__gt=0).order_by("pk")
    return list(rows.values_list("pk", "revision"))


def snapshot_folder(snapshot: Snapshot) -> Path:
    """Where its facts lie."""
    return settings.DATA.made / snapshot.folder


def map_of(snapshot: Snapshot) -> Seen:
    """By which map its figures are seen."""
    return seen_by(snapshot.view, snapshot.as_of, snapshot.shared_by)


def frozen_observations(snapshot: Snapshot) -> tuple[Observation, ...]:
    """The values of a snapshot, in the order of its files; written down the first time.

    Revisions are immutable, so the same snapshot gives the same folder whenever it is written.
    """
    folder = snapshot_folder(snapshot)
    if not folder.exists():
        folder.parent.mkdir(parents=True, exist_ok=True)
        unfinished = Path(tempfile.mkdtemp(prefix=".snapshot-", dir=folder.parent))
        try:
            write_observations(unfinished, _values(snapshot))
            unfinished.chmod(0o755)
            unfinished.rename(folder)
        finally:
            shutil.rmtree(unfinished, ignore_errors=True)
    return read_observations(folder)


def _values(snapshot: Snapshot) -> list[Observation]:
    wanted = {int(submission): revision for submission, revision in snapshot.revisions.items()}
    rows = Row.objects.filter(submission__round=snapshot.round_id).order_by("submission", "pk")
    kept = rows.filter(revision__in=set(wanted.values()))
    return [
        replace(value, source=value.source or FORM, revision=1)
        for _, submission, value in observations_in(kept)
        if wanted.get(submission) == value.revision
    ]
