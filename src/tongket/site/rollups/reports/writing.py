"""The job that writes a report: snapshot, sums, sentences, files, and a check of what was written."""

from __future__ import annotations

import subprocess
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from django.conf import settings
from django.utils.timezone import localtime

from tongket.checking.check import check_report
from tongket.consolidating.coverage import coverage_lines
from tongket.consolidating.rollup import roll_up
from tongket.errors import ConsolidateError
from tongket.files.open import open_source
from tongket.files.parts import LIBREOFFICE, find
from tongket.files.parts import run as run_part
from tongket.messages import N_, use_language
from tongket.model.consolidations import Consolidation, CoverageLine
from tongket.model.drafts import Draft
from tongket.model.findings import Finding
from tongket.model.observations import Observation, Rollup
from tongket.model.places import Span
from tongket.model.programmes import Programme
from tongket.reading.read import read_source
from tongket.site.jobs.models import Job
from tongket.site.jobs.work import Progress, work
from tongket.site.people.units import registry
from tongket.site.rollups.asking import question_of, with_parts
from tongket.site.rollups.charts.drawing import keep_drawing, picture
from tongket.site.rollups.earlier import looks_back, over_periods
from tongket.site.rollups.live import earlier_of, stated_before
from tongket.site.rollups.models import ReportDraft, Snapshot
from tongket.site.rollups.reports.charts import (
    Kept,
    drawable,
    first_choice,
    frozen_figures,
    made_ready,
    with_charts,
)
from tongket.site.rollups.reports.keeping import edited, from_json, to_json
from tongket.site.rollups.reports.snapshots import frozen_before, frozen_observations, map_of
from tongket.site.rollups.reports.words import NO_WORDS, Words, asking_for_words, words_of
from tongket.site.rounds.programmes import programme_of
from tongket.site.submissions.models import Revision
from tongket.writing.compose import compose
from tongket.writing.docx import write_docx
from tongket.writing.workbook import write_workbook

KIND = "write-report"
STEPS = 5
_PDF_SECONDS = 120
_ARITHMETIC = frozenset(("ratio-mismatch", "sum-mismatch", "table-total-mismatch", "body-appendix-mismatch"))
_COMMITTEE = "UBND "


@work(KIND)
def write_report(job: Job, progress: Progress) -> Mapping[str, Any]:
    """Write a report from its snapshot, or its files again after a person's changes; run again, it gives the same."""
    report = ReportDraft.objects.select_related("snapshot__round__programme", "snapshot__round__body").get(
        pk=job.argument["report"]
    )
    use_language("vi")  # whatever language the work before was done in
    try:
        return _write(report, progress)
    except Exception:  # whatever it is, the page says that the writing failed; the job says why
        ReportDraft.objects.filter(pk=report.pk, state=ReportDraft.State.MAKING).update(state=ReportDraft.State.FAILED)
        raise


def _write(report: ReportDraft, progress: Progress) -> Mapping[str, Any]:
    progress(0, STEPS)
    folder = settings.DATA.made / "reports" / str(report.pk)
    folder.mkdir(parents=True, exist_ok=True)
    files: dict[str, Any] = dict(report.files)
    draft, charts = _composed(report, folder, files, progress)
    for one in drawable(charts):
        keep_drawing(one["key"], one["spec"], f"report-{report.pk}")
    progress(3, STEPS)
    name = f"bao-cao-{report.edition}"
    word = folder / f"{name}.docx"
    pictures = [picture(one["spec"]) for one in drawable(charts)]
    write_docx(edited(with_charts(draft, charts, report.edits), report.edits), word, pictures)
    files |= {"docx": f"reports/{report.pk}/{name}.docx", "edition": report.edition}
    source = open_source(word)
    found = check_report(read_source(source), registry())
    by_hand = [text for text in report.edits.values() if text]
    files["findings"] = [_as_json(one) for one in found if _is_to_look_at(one, source.text, by_hand)]
    progress(4, STEPS)
    files.pop("pdf", None)
    if _write_pdf(word):
        files["pdf"] = f"reports/{report.pk}/{name}.pdf"
    written = ReportDraft.objects.filter(pk=report.pk, edition=report.edition)
    if not written.update(files=files, charts=charts, state=ReportDraft.State.READY):
        word.unlink()  # of an edition that is over, and that may hold what was erased meanwhile
        word.with_suffix(".pdf").unlink(missing_ok=True)
    progress(STEPS, STEPS)
    return {"files": sorted(files)}


def _composed(report: ReportDraft, folder: Path, files: dict[str, Any], progress: Progress) -> tuple[Draft, list[Kept]]:
    """The draft and its charts: composed the first time, with the workbook; then as they are kept."""
    if report.draft and all("spec" in one or one.get("empty") for one in report.charts):
        return from_json(report.draft), report.charts
    snapshot = report.snapshot
    words = (
        words_of(
            {int(one): number for one, number in snapshot.revisions.items()},
            programme_of(snapshot.round.programme),
            lambda done, of: progress(done, of + STEPS),
        )
        if not report.draft
        else NO_WORDS
    )
    consolidation = consolidation_of(snapshot, localtime(report.created).date().isoformat(), words)
    figures = frozen_figures(snapshot, consolidation)
    if report.draft:
        return from_json(report.draft), made_ready(report.charts, snapshot, figures, consolidation)
    files["words"] = dict(words.submissions)
    progress(1, STEPS)
    draft = compose(consolidation)
    progress(2, STEPS)
    write_workbook(consolidation, folder / "so-lieu.xlsx")
    files["xlsx"] = f"reports/{report.pk}/so-lieu.xlsx"
    charts = first_choice(draft, snapshot, figures, consolidation)
    fresh = ReportDraft.objects.filter(pk=report.pk, edition=report.edition)  # else it was begun anew meanwhile
    fresh.update(draft=to_json(draft), charts=charts, files=files, title=draft.title[:300])
    return draft, charts


def consolidation_of(snapshot: Snapshot, day: str, words: Words = NO_WORDS) -> Consolidation:
    """What a snapshot adds up to, and what its bodies say in ``words``; dated with the month of ``day``.

    Raises:
        ConsolidateError: a sum would not be exact, or the body's unit is not known.
    """
    asked, known = snapshot.round, registry()
    question = question_of(asked, map_of(snapshot))
    whole = replace(
        question.round,
        body=_written(question.round.body),
        date=day[:7],
        view=question.view,
        as_of=question.as_of,
        shared_by=question.shared_by,
    )
    programme = asking_for_words(question.programme, words.reports)
    observations = _from_files(frozen_observations(snapshot), words)
    rolled = roll_up(
        observations,
        programme,
        whole,
        known,
        view=question.view,
        as_of=question.as_of,
        shared_by=question.shared_by,
    )
    rollups = _over_periods(snapshot, programme, rolled.rollups)
    top = known.unit(whole.unit, whole.as_of) or known.unit(whole.unit)
    if top is None:
        raise ConsolidateError(
            N_("the unit '{unit}' of the body is in no table of units."),
            N_("Correct the unit of the body, or add it to the office's own units."),
            unit=whole.unit,
        )
    named = {one.unit for one in observations} | {one.unit for one in whole.asked}
    named |= {one.unit for one in rollups}
    units = [known.unit(one, whole.as_of) or known.unit(one) for one in sorted(named)]
    return Consolidation(
        programme=programme,
        round=whole,
        unit=top,
        date=whole.date,
        reports=words.reports,
        left_out=words.left_out,
        observations=observations,
        rollups=rollups,
        coverage=_dated(coverage_lines(whole, words.reports, observations, programme), snapshot),
        units=tuple(one for one in units if one),
    )


def _over_periods(snapshot: Snapshot, programme: Programme, own: Sequence[Rollup]) -> tuple[Rollup, ...]:
    """With formulas over earlier periods, which are as the rounds before said when the figures were frozen.

    A snapshot of an earlier version froze them not: there they are as these rounds say now.
    """
    if snapshot.earlier == {}:
        return tuple(own)
    needed = with_parts(programme, frozenset(one.code for one in programme.indicators if looks_back([one])))
    if snapshot.earlier is not None:
        return over_periods(programme, snapshot.round, own, frozen_before(snapshot, needed))
    before = earlier_of(snapshot.round, frozenset(one.code for one in programme.indicators))
    return over_periods(programme, snapshot.round, own, stated_before(before, needed, map_of(snapshot)))


def _from_files(observations: Iterable[Observation], words: Words) -> tuple[Observation, ...]:
    """What was read from a report that is here names it as it is called here."""
    files = {(one.unit.id, one.body, one.report.source.sha256): one.file for one in words.reports if one.unit}
    return tuple(
        replace(one, source=files.get((one.unit, one.body, one.source_sha256), one.source)) for one in observations
    )


def _dated(lines: Iterable[CoverageLine], snapshot: Snapshot) -> tuple[CoverageLine, ...]:
    """Who filled in the form has reported on the day of sending."""
    sent = Revision.objects.filter(submission__in=list(snapshot.revisions)).select_related("submission__body")
    days = {
        (one.submission.body.unit, one.submission.body.name): localtime(one.moment).date().isoformat()
        for one in sent
        if snapshot.revisions[str(one.submission_id)] == one.number
    }
    return tuple(one if one.date else replace(one, date=days.get((one.unit, one.body), "")) for one in lines)


def _written(body: str) -> str:
    """A body as the head of a report has it: 'Ủy ban nhân dân tỉnh Mẫu Sơn'."""
    return f"Ủy ban nhân dân {body.removeprefix(_COMMITTEE)}" if body.startswith(_COMMITTEE) else body


def _is_to_look_at(one: Finding, text: str, by_hand: Sequence[str]) -> bool:
    """Whether a finding says something. Composed sentences and tables hold numbers that were computed, each with its
    own coverage: what does not add up in them as they are read is no slip of a pen, as it is where a person wrote.
    """
    if one.kind not in _ARITHMETIC:
        return True
    if not isinstance(one.place, Span):
        return False
    start = text.rfind("\n", 0, one.place.start) + 1
    end = text.find("\n", one.place.end)
    line = " ".join(text[start : end if end >= 0 else len(text)].split())
    return any(words in line for words in by_hand)


def _as_json(one: Finding) -> dict[str, Any]:
    place = [one.place.start, one.place.end] if isinstance(one.place, Span) else []
    facts = {name: value if isinstance(value, int | float) else str(value) for name, value in one.facts.items()}
    return {"kind": one.kind, "case": one.case, "severity": one.severity, "place": place, "facts": facts}


def _write_pdf(word: Path) -> bool:
    """Whether LibreOffice is here and made the PDF beside the Word file."""
    program = find(LIBREOFFICE)
    if program is None:
        return False
    with tempfile.TemporaryDirectory(prefix="tongket-", ignore_cleanup_errors=True) as held:
        profile = (Path(held) / "profile").as_uri()
        command: list[str | Path] = [program, "--headless", "--norestore", f"-env:UserInstallation={profile}"]
        command += ["--convert-to", "pdf", "--outdir", held, word]
        try:
            run_part(command, timeout=_PDF_SECONDS, cwd=Path(held), env={"SAL_USE_VCLPLUGIN": "svp", "TMPDIR": held})
        except (OSError, subprocess.TimeoutExpired):
            return False
        made = Path(held) / f"{word.stem}.pdf"
        if not made.exists():
            return False
        word.with_suffix(".pdf").write_bytes(made.read_bytes())
        return True
