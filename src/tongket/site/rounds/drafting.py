"""A programme out of a request letter and its forms: read in the background, corrected by a person, then kept."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import F, Max

from tongket.messages import N_
from tongket.model.programmes import Programme
from tongket.programmes.drafting.decisions import Decision
from tongket.programmes.load import load_programme
from tongket.programmes.yaml_writing import write_programme
from tongket.road.drafting import new_programme
from tongket.site.jobs.models import Job
from tongket.site.jobs.services import start
from tongket.site.jobs.work import Progress, work
from tongket.site.people.rights import Actor, may
from tongket.site.records.services import record
from tongket.site.rounds.correcting import corrected
from tongket.site.rounds.errors import RoundError, StaleRoundError
from tongket.site.rounds.files import path_of
from tongket.site.rounds.models import ProgrammeDraft, ProgrammeVersion, RoundFile
from tongket.site.rounds.programmes import keep_programme


@transaction.atomic
def start_draft(actor: Actor, letter: RoundFile | None, forms: RoundFile | None) -> ProgrammeDraft:
    """Begin a draft; the letter and the forms are read in the background.

    Raises:
        RoundError: neither is given.
    """
    if not may(actor, "round.write"):
        raise PermissionDenied
    if letter is None and forms is None:
        raise RoundError(
            N_("Neither a letter nor forms were uploaded."),
            N_("Choose the request letter, the workbook of forms, or both."),
            field="letter",
        )
    names = ", ".join(one.name for one in (letter, forms) if one)
    draft = ProgrammeDraft.objects.create(body=actor.body, user=actor.user, letter=letter, forms=forms, title=names)
    draft.job = start("programme-draft", {"draft": draft.pk}, actor)
    draft.save(update_fields=["job"])
    files = [one.sha256 for one in (letter, forms) if one]
    record(f"body:{actor.body.pk}", "programme-drafted", actor, {"draft": draft.pk, "files": files})
    return draft


@work("programme-draft")
def read_draft(job: Job, progress: Progress) -> Mapping[str, Any]:
    """Read the letter and the forms into a folder of the draft's own; done again it gives the same."""
    draft = ProgrammeDraft.objects.select_related("letter", "forms").get(pk=job.argument["draft"])
    progress(0, 1)
    folder = f"drafts/{draft.pk}"
    out = settings.DATA.made / folder
    shutil.rmtree(out, ignore_errors=True)
    with tempfile.TemporaryDirectory(dir=settings.DATA.waiting) as place:
        answers = answers_of(draft)
        made = new_programme(_named(draft.letter, place), out, workbook=_named(draft.forms, place), answers=answers)
    decisions = [_decision(one) | {"answer": answers.get(one.key, "")} for one in made.decisions]
    kept = {one["key"] for one in decisions}
    decisions += [one for one in draft.decisions if one.get("answer") and one["key"] not in kept]
    ProgrammeDraft.objects.filter(pk=draft.pk).update(
        folder=folder, title=made.programme.title[:300], decisions=decisions
    )
    progress(1, 1)
    return {"indicators": len(made.programme.indicators), "forms": len(made.programme.forms)}


def _named(file: RoundFile | None, place: str) -> Path | None:
    """The file under the name that it came with: messages and the programme's code speak of that."""
    if file is None:
        return None
    found = Path(place) / str(file.pk) / file.name
    found.parent.mkdir()
    shutil.copyfile(path_of(file), found)
    return found


def _decision(one: Decision) -> dict[str, Any]:
    """A decision as JSON, from which its question is said in the reader's language."""
    return {
        "key": one.key,
        "question": one.question,
        "target": list(one.target),
        "default": one.default,
        "choices": list(one.choices),
        "why": one.why,
        "words": one.words,
        "sure": one.sure,
        "facts": dict(one.facts),
    }


def questions_of(draft: ProgrammeDraft) -> list[Decision]:
    """What a person should look at: the decisions that neither the form's own words nor an answer settles."""
    asked = [one for one in draft.decisions if not one["sure"] and not one.get("answer")]
    return [
        Decision(
            **{name: value for name, value in one.items() if name != "answer"}
            | {"target": tuple(one["target"]), "choices": tuple(one["choices"])}
        )
        for one in asked
    ]


def answers_of(draft: ProgrammeDraft) -> dict[str, str]:
    """What a person has decided, by the keys of the decisions."""
    return {one["key"]: one["answer"] for one in draft.decisions if one.get("answer")}


@transaction.atomic
def answer_draft(actor: Actor, draft: ProgrammeDraft, edition: int, answers: Mapping[str, str]) -> None:
    """Read the letter again with ``answers`` by the keys of decisions.

    Raises:
        StaleRoundError: somebody else changed it since ``edition``.
    """
    if not may(actor, "round.write", draft):
        raise PermissionDenied
    decisions = [
        one | {"answer": answers.get(one["key"], "").strip() or one.get("answer", "")} for one in draft.decisions
    ]
    _set(draft, edition, decisions=decisions, folder="")
    job = start("programme-draft", {"draft": draft.pk}, actor)
    ProgrammeDraft.objects.filter(pk=draft.pk).update(job=job)
    given = {key: words for key, words in answers.items() if words.strip()}
    record(f"body:{actor.body.pk}", "programme-answered", actor, {"draft": draft.pk, "answers": given})


def _set(draft: ProgrammeDraft, edition: int, **columns: Any) -> None:
    """Compare and set: not kept yet, and as it was at ``edition``."""
    rows = ProgrammeDraft.objects.filter(pk=draft.pk, edition=edition, kept=None)
    if not rows.update(edition=F("edition") + 1, **columns):
        raise StaleRoundError(
            N_("The draft was changed or kept by somebody else in the meantime."),
            N_("Load the page again; nothing of theirs was overwritten."),
        )


def drafted(draft: ProgrammeDraft) -> Programme:
    """The programme as it was read.

    Raises:
        ProgrammeError: its folder is gone.
    """
    return load_programme(settings.DATA.made / draft.folder)


def keep_draft(
    actor: Actor, draft: ProgrammeDraft, edition: int, title: str, changes: Mapping[str, Mapping[str, Any]]
) -> ProgrammeVersion:
    """Keep the draft with the corrected indicators as a version of a programme, from which rounds are made.

    Raises:
        RoundError: nothing is left of it.
        StaleRoundError: somebody else changed it since ``edition``.
        ProgrammeError: what was corrected breaks a rule of programmes.
    """
    if not may(actor, "round.write", draft):
        raise PermissionDenied
    programme = replace(corrected(drafted(draft), changes), title=title.strip() or draft.title)
    latest = ProgrammeVersion.objects.filter(code=programme.code).aggregate(most=Max("version"))["most"] or 0
    programme = replace(programme, version=max(programme.version, latest + 1))
    with tempfile.TemporaryDirectory(dir=settings.DATA.waiting) as place:
        folder = Path(place) / "programme"
        write_programme(programme, folder)
        with transaction.atomic():
            _set(draft, edition, changes=changes, title=programme.title[:300])
            kept = keep_programme(folder)
            ProgrammeDraft.objects.filter(pk=draft.pk).update(kept=kept)
            content = {"draft": draft.pk, "programme": kept.hash, "code": kept.code, "version": kept.version}
            record(f"body:{actor.body.pk}", "programme-kept", actor, content)
    return kept
