"""Freezing the figures of a round (chốt số liệu): which revisions count, and their values as a folder of facts.

Where formulas look back, the revisions that count in the rounds before are frozen with it.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from django.conf import settings

from tongket.consolidating.facts import read_observations, write_observations
from tongket.consolidating.rollup import roll_up
from tongket.model.observations import Observation, Rollup
from tongket.model.programmes import Programme
from tongket.site.rollups.asking import Seen, question_of, seen_by, with_parts
from tongket.site.rollups.earlier import looks_back, over_periods, period_key, rounds_before
from tongket.site.rollups.live import COUNTED, earlier_of
from tongket.site.rollups.models import Snapshot
from tongket.site.rollups.observed import observations_in
from tongket.site.rollups.pivot import rounds_beside
from tongket.site.rounds.models import Round, Submission
from tongket.site.rounds.programmes import programme_of
from tongket.site.submissions.models import Observation as Row

FORM = "biểu nhập"  # the source of what was typed, in the files of a report


def counted_revisions(asked: Round) -> list[tuple[int, int]]:
    """(submission, revision) of all that counts in a round now."""
    rows = Submission.objects.filter(round=asked, state__in=COUNTED, revision__gt=0).order_by("pk")
    return list(rows.values_list("pk", "revision"))


def counted_before(asked: Round) -> dict[str, dict[str, int]]:
    """{round: {submission: revision}} of all that counts now in the rounds before that formulas of this one reach."""
    codes = frozenset(one.code for one in programme_of(asked.programme).indicators)
    return {
        str(one.pk): {str(submission): revision for submission, revision in counted_revisions(one)}
        for one in earlier_of(asked, codes)
    }


def counted_beside(asked: Round) -> dict[str, dict[str, int]]:
    """The same of the rounds that charts show beside this one: a chart that is added later shows what was frozen."""
    return {
        str(one.pk): {str(submission): revision for submission, revision in counted_revisions(one)}
        for one in rounds_beside(asked)
        if one.pk != asked.pk
    }


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


def frozen_before(snapshot: Snapshot, codes: frozenset[str]) -> dict[str, tuple[Rollup, ...]]:
    """What the indicators ``codes`` add up to in the frozen rounds before, by their periods, on the snapshot's map."""
    frozen = snapshot.earlier or {}
    rounds = Round.objects.select_related("programme", "body").in_bulk([int(one) for one in frozen])
    return {period_key(one): _rolled_up(one, map_of(snapshot), frozen[str(pk)], codes) for pk, one in rounds.items()}


def frozen_beside(snapshot: Snapshot, codes: frozenset[str]) -> list[tuple[Round, tuple[Rollup, ...]]] | None:
    """The rounds that charts show beside, the oldest first, with what ``codes`` add up to in their frozen revisions;
    None in a snapshot of an earlier version.
    """
    if snapshot.series is None:
        return None
    frozen, seen = {**(snapshot.earlier or {}), **snapshot.series}, map_of(snapshot)
    rounds = Round.objects.select_related("programme", "body").in_bulk([int(one) for one in frozen])
    stated = {pk: _rolled_up(one, seen, frozen[str(pk)], codes) for pk, one in rounds.items()}
    shown = sorted(
        (one for pk, one in rounds.items() if str(pk) in snapshot.series),
        key=lambda one: (one.period_end, one.period_start),
    )
    return [(one, _looking_back(one, codes, stated)) for one in shown]


def _looking_back(asked: Round, codes: frozenset[str], stated: Mapping[int, tuple[Rollup, ...]]) -> tuple[Rollup, ...]:
    """What a frozen round says with formulas over the frozen rounds before it."""
    own, programme = stated[asked.pk], _part(programme_of(asked.programme), codes)
    if not looks_back(programme.indicators):
        return own
    before = {period_key(one): stated[one.pk] for one in rounds_before(asked) if one.pk in stated}
    return over_periods(programme, asked, own, before)


def _part(programme: Programme, codes: frozenset[str]) -> Programme:
    """The programme with the indicators ``codes`` and those that they are computed from."""
    chosen = with_parts(programme, codes)
    return replace(programme, indicators=tuple(one for one in programme.indicators if one.code in chosen))


def _rolled_up(asked: Round, seen: Seen, revisions: Mapping[str, int], codes: frozenset[str]) -> tuple[Rollup, ...]:
    question = question_of(asked, seen)
    programme = _part(question.programme, codes)
    chosen = {one.code for one in programme.indicators}
    values = _revised(asked.pk, revisions, indicator__in=chosen)
    view = {"view": question.view, "as_of": question.as_of, "shared_by": question.shared_by}
    return tuple(roll_up(values, programme, question.round, question.registry, **view).rollups)


def _values(snapshot: Snapshot) -> list[Observation]:
    return _revised(snapshot.round_id, snapshot.revisions)


def _revised(round_id: int, revisions: Mapping[str, int], **only: Any) -> list[Observation]:
    """The values of these revisions of submissions of a round."""
    wanted = {int(submission): revision for submission, revision in revisions.items()}
    rows = Row.objects.filter(submission__round=round_id).order_by("submission", "pk")
    kept = rows.filter(revision__in=set(wanted.values()), **only)
    return [
        replace(value, source=value.source or FORM, revision=1)
        for _, submission, value in observations_in(kept)
        if wanted.get(submission) == value.revision
    ]
