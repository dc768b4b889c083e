"""Values of years past (số liệu các kỳ trước) from a table, kept as if they had been sent: a closed round for each
period, a locked submission of each body, its values as a revision with their source, and a link of its chain.

The library reads and checks the rows (``tongket facts import``); here they are kept, some thousand in a transaction,
each far below the 200 ms that a writer may take. What is there already with these values is passed over: the same file
again writes nothing, and one that was stopped goes on.
"""

from __future__ import annotations

import datetime as dt
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Any

import duckdb
from django.conf import settings
from django.db import transaction

from tongket.messages import N_
from tongket.model.imports import Imported
from tongket.road.facts import import_facts
from tongket.site.again import again
from tongket.site.interface.clock import now
from tongket.site.people.models import Body
from tongket.site.people.rights import Actor, may
from tongket.site.records.services import record, record_many
from tongket.site.rounds.models import ProgrammeVersion, Round, Submission
from tongket.site.rounds.programmes import programme_of, programme_place
from tongket.site.submissions.models import Observation, Revision
from tongket.site.submissions.services.errors import SubmissionError
from tongket.site.submissions.services.rows import ANSWER_FIELDS, Row, insert_all, sent_values, update_all
from tongket.site.submissions.services.sending import revision_hash

MOST_VALUES = 1_000  # of one transaction, unless one body gives more
NO_BODY = N_("The site knows no body '{body}' of unit {unit} below yours.")
HELD = N_("The period {begins} to {ends} was asked for on the site itself; its reports count.")
_ROWS = """
select coalesce(nullif(period_start, ''), min(nullif(period_start, '')) over (partition by period_end),
    period_end[:4] || '-01-01') as begins, period_end as ends, unit, body, body_kind, {columns}
from read_parquet(?, union_by_name = true)
order by begins, ends, unit, body, body_kind, revision"""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Values that were not taken: how many, and why, a message id with its facts."""

    values: int
    why: str
    facts: dict[str, str]


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of a table: ``imported`` says it of its rows, as the library read them; of those read, ``values``
    were written into ``revisions``, and those of ``same`` revisions were there already.
    """

    imported: Imported
    values: int = 0
    revisions: int = 0
    same: int = 0
    left_out: tuple[LeftOut, ...] = ()


@dataclass(frozen=True, slots=True)
class _Group:
    """The values of one body at one period."""

    body: Body
    rows: list[Row]


def take_history(
    actor: Actor,
    version: ProgrammeVersion,
    file: Path,
    *,
    refused: Path | None = None,
) -> Taken:
    """Take the table ``file`` (CSV, TSV, XLSX, Parquet) in; rows that are refused go with their reasons to ``refused``.

    Raises:
        ReadError: the file cannot be read.
        SubmissionError: the actor opens no rounds.
    """
    if not may(actor, "round.write"):
        raise SubmissionError(
            N_("only those who open rounds of a body take in the values of its past years."),
            N_("Ask a consolidator of your body."),
        )
    with tempfile.TemporaryDirectory(dir=settings.DATA.waiting, prefix="history-") as name:
        folder = Path(name)
        imported = _checked(version, file, folder, refused)
        return _History(actor, version, file.name, imported).take(folder / "facts")


def _checked(version: ProgrammeVersion, file: Path, folder: Path, refused: Path | None) -> Imported:
    units = settings.DATA.units_file
    (imported,) = import_facts(
        [file],
        folder / "facts",
        programme_place(version),
        partial=True,
        refused=folder / "refused.csv",
        units_file=units if units.exists() else None,
    )
    if refused and imported.refused_file:
        shutil.copyfile(imported.refused_file, refused)
    return imported


class _History:
    """One import: whose, of which programme, from which file; what was written, and what was left out."""

    def __init__(self, actor: Actor, version: ProgrammeVersion, name: str, imported: Imported) -> None:
        self.actor, self.version, self.name, self.imported = actor, version, name, imported
        self.bodies: dict[str, list[Body]] = {}
        for body in Body.objects.filter(path__startswith=actor.body.path):
            self.bodies.setdefault(body.unit, []).append(body)
        self.left_out: list[LeftOut] = []
        self.values = self.revisions = self.same = 0

    def take(self, facts: Path) -> Taken:
        for (begins, ends), rows in groupby(_read(facts), key=lambda row: row[:2]):
            round_ = self._round(dt.date.fromisoformat(begins), dt.date.fromisoformat(ends))
            if round_ is None:
                count = sum(1 for _ in rows)
                self.left_out.append(LeftOut(count, HELD, {"begins": begins, "ends": ends}))
                continue
            for groups in _in_parts(self._groups(rows)):
                self._keep(round_, groups)
        return Taken(self.imported, self.values, self.revisions, self.same, tuple(self.left_out))

    def _groups(self, rows: Iterator[tuple[Any, ...]]) -> Iterator[_Group]:
        """The rows of one period by body; those of no body of the site are left out and counted."""
        for (unit, name, kind), several in groupby(rows, key=lambda row: row[2:5]):
            given = list(several)
            body = self._body(unit, name, kind)
            if body is None:
                self.left_out.append(LeftOut(len(given), NO_BODY, {"body": name or kind, "unit": unit}))
                continue
            latest = {row[5:8]: row for row in given}  # by indicator, cell, extent; a later revision comes after
            yield _Group(body, [Row._make((*row[5:], "", "")) for row in latest.values()])

    def _body(self, unit: str, name: str, kind: str) -> Body | None:
        here = self.bodies.get(unit, [])
        named = [body for body in here if body.name == name]
        alike = named or [body for body in here if body.kind == kind]
        return alike[0] if len(alike) == 1 else None

    def _round(self, begins: dt.date, ends: dt.date) -> Round | None:
        """The closed round of that period, made where there is none; None where a round was held on the site."""
        asked = Round.objects.filter(
            programme__code=self.version.code, body=self.actor.body, period_start=begins, period_end=ends
        ).exclude(state=Round.State.DRAFT)
        if asked.exclude(opened=None).exists():
            return None
        return asked.filter(programme=self.version).first() or _make_round(
            self.actor, self.version, begins, ends, self.name
        )

    def _keep(self, round_: Round, groups: Sequence[_Group]) -> None:
        values, revisions = _keep(self.actor, round_, groups, self.name)
        self.values += values
        self.revisions += revisions
        self.same += len(groups) - revisions


def _read(facts: Path) -> Iterator[tuple[Any, ...]]:
    """The rows of a folder of facts by period and body."""
    if not any(facts.glob("observations/*.parquet")):
        return
    with duckdb.connect() as engine:
        statement = _ROWS.format(columns=", ".join(ANSWER_FIELDS))
        found = engine.execute(statement, [str(facts / "observations" / "*.parquet")])
        while rows := found.fetchmany(10_000):
            yield from rows


def _in_parts(groups: Iterator[_Group]) -> Iterator[list[_Group]]:
    part: list[_Group] = []
    for group in groups:
        if part and sum(len(one.rows) for one in part) + len(group.rows) > MOST_VALUES:
            yield part
            part = []
        part.append(group)
    if part:
        yield part


@again
@transaction.atomic
def _make_round(actor: Actor, version: ProgrammeVersion, begins: dt.date, ends: dt.date, name: str) -> Round:
    made = Round.objects.create(
        name=f"{version.title[:150]} ({begins:%d/%m/%Y} - {ends:%d/%m/%Y})",
        programme=version,
        body=actor.body,
        period_start=begins,
        period_end=ends,
        state=Round.State.CLOSED,
        due=ends,
        closed=now(),
        signed=Round.Signed.NONE,
    )
    record(f"round:{made.pk}", "history", actor, {"file": name, "period": [begins.isoformat(), ends.isoformat()]})
    return made


@again
@transaction.atomic
def _keep(actor: Actor, round_: Round, groups: Sequence[_Group], name: str) -> tuple[int, int]:
    """Keep the values of some bodies in one transaction; how many values, in how many revisions."""
    submissions = _submissions(actor, round_, [group.body for group in groups])
    known = dict(
        Revision.objects.filter(submission__in=submissions.values())
        .order_by("number")
        .values_list("submission", "sha256")
    )
    words = {one.code: one.unit_word for one in programme_of(round_.programme).indicators}
    moment = now()
    observations, revisions, changed, told = [], [], [], {}
    for group in groups:
        submission = submissions[group.body.pk]
        rows = _with_earlier(submission, group.rows)
        hash_ = revision_hash([one.told for one in rows], [], {}, "", [])
        if known.get(submission.pk) == hash_:
            continue
        submission.revision += 1
        submission.sent, submission.first_sent = moment, submission.first_sent or moment
        submission.filled = submission.asked = len(rows)
        submission.changed = moment
        changed.append(submission)
        revisions.append(_revision(actor, submission, rows, hash_, name))
        observations += _observations(round_, submission, rows, words)
        told[f"submission:{submission.pk}"] = {
            "file": name,
            "revision": submission.revision,
            "values": len(rows),
            "sha256": hash_,
        }
    insert_all(observations)
    insert_all(revisions)
    update_all(changed, ("revision", "sent", "first_sent", "filled", "asked", "changed"))
    record_many(told, "history", actor)
    return len(observations), len(revisions)


def _submissions(actor: Actor, round_: Round, bodies: Sequence[Body]) -> dict[int, Submission]:
    """The locked submissions of these bodies by body, their rows locked; those that are missing are made."""
    made = [
        Submission(round=round_, body=body, reports_to=actor.body, due=round_.due, state=Submission.State.LOCKED)
        for body in bodies
    ]
    Submission.objects.bulk_create(made, ignore_conflicts=True)
    found = Submission.objects.select_for_update(of=("self",)).filter(round=round_, body__in=bodies).order_by("pk")
    return {one.body_id: one for one in found.select_related("body")}


def _with_earlier(submission: Submission, rows: list[Row]) -> list[Row]:
    """The rows, with those that an earlier file gave for other cells: a revision is the whole."""
    if not submission.revision:
        return rows
    whole = {(one.indicator, one.cell, one.extent): one for one in sent_values(submission, submission.revision)}
    whole |= {(one.indicator, one.cell, one.extent): one for one in rows}
    return list(whole.values())


def _revision(actor: Actor, submission: Submission, rows: list[Row], hash_: str, name: str) -> Revision:
    return Revision(
        submission=submission,
        number=submission.revision,
        moment=submission.sent,
        user=actor.user,
        post=actor.post,
        values=len(rows),
        sha256=hash_,
        note=name[:200],
    )


def _observations(
    round_: Round, submission: Submission, rows: Sequence[Row], words: dict[str, str]
) -> Iterator[Observation]:
    body, programme = submission.body, round_.programme
    for row in rows:
        yield Observation(
            submission=submission,
            unit=body.unit,
            body=body.name,
            body_kind=body.kind,
            programme=programme.code,
            programme_version=programme.version,
            revision=submission.revision,
            unit_word=words.get(row.indicator, ""),
            **row.told,
        )
