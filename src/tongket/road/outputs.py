"""The end of the road: the outputs, whole or not at all."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from tongket.consolidating.entry_facts import write_entries
from tongket.consolidating.facts import write_observations
from tongket.errors import ConsolidateError, why_not_written
from tongket.exchange.csv import write_observations_csv
from tongket.files.outputs import put_in_place
from tongket.messages import N_
from tongket.model.consolidations import Consolidation
from tongket.road.names import CSV_FILE, FACTS_FOLDER, FINDINGS_FILE, OUTPUTS, REPORT_FILE, WORKBOOK_FILE, Progress
from tongket.writing.compose import compose
from tongket.writing.docx import write_docx
from tongket.writing.findings_html import write_findings
from tongket.writing.workbook import write_workbook


def refuse_target(sources: Iterable[str | Path], target: Path) -> None:
    """Let the folder for the outputs pass, or say why nothing can be written there, before the reports are read."""
    if target.exists() and not target.is_dir():
        raise ConsolidateError(
            N_("the outputs need a folder, and this is a file."), N_("Name a folder with -o."), where=str(target)
        )
    if target.resolve() in {Path(source).resolve() for source in sources}:
        raise ConsolidateError(
            N_("the outputs would lie among the reports."),
            N_("Name another folder with -o, for instance 'ket-qua' inside this one."),
            where=str(target),
        )


def earlier_outputs(folder: Path) -> list[Path]:
    """The documents that earlier runs wrote into ``folder`` or below it: no report of a lower body."""
    wrote = [one.parent for one in folder.rglob(FINDINGS_FILE) if (one.parent / WORKBOOK_FILE).is_file()]
    return [place / name for place in wrote for name in OUTPUTS if name != FACTS_FOLDER]


@dataclass(frozen=True, slots=True)
class _Step:
    name: str
    write: Callable[[Path], object]


def write_outputs(consolidation: Consolidation, target: Path, progress: Progress) -> None:
    """Write all outputs beside ``target`` first, then put them in place: they appear whole or not at all."""
    steps = (
        _Step(REPORT_FILE, lambda path: write_docx(compose(consolidation), path)),
        _Step(WORKBOOK_FILE, lambda path: write_workbook(consolidation, path)),
        _Step(FINDINGS_FILE, lambda path: write_findings(consolidation, path)),
        _Step(CSV_FILE, lambda path: write_observations_csv(path, consolidation.observations)),
        _Step(FACTS_FOLDER, lambda path: _write_facts(consolidation, path)),
    )
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=".tongket-", dir=target.parent) as unfinished:
            for done, step in enumerate(steps, start=1):
                step.write(Path(unfinished) / step.name)
                progress("write", done, len(steps))
            put_in_place(Path(unfinished), target, OUTPUTS)
    except OSError as error:
        raise ConsolidateError(
            N_("the outputs cannot be written ({reason})."),
            N_("Close the files if they are open in Word or Excel, or choose another folder with -o."),
            where=str(target),
            reason=why_not_written(error),
        ) from error


def _write_facts(consolidation: Consolidation, facts: Path) -> None:
    write_observations(facts, consolidation.observations)
    if consolidation.entries:
        write_entries(facts, consolidation.entries)
