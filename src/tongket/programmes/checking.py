"""The whole check of a programme: its mistakes and what is doubtful in it, each with place and mend."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from tongket.errors import ProgrammeError
from tongket.model.programmes import Programme
from tongket.programmes.advice import advise
from tongket.programmes.load import read_programme

_LINE = re.compile(r"(.*)(?::|![A-Z]+)(\d+)")


@dataclass(frozen=True, slots=True)
class Checked:
    """A programme, as far as it could be read, with its mistakes and warnings in reading order."""

    programme: Programme
    errors: tuple[ProgrammeError, ...]
    warnings: tuple[ProgrammeError, ...]


def checked(name: str | Path) -> Checked:
    """The check of the programme of that code, or of that folder, file or workbook.

    Raises:
        ProgrammeError: there is no such programme, or a file of it cannot be read at all.
    """
    programme, mistakes = read_programme(name)
    doubts = mistakes.beside()
    if not mistakes.errors:
        advise(programme, doubts)
    warnings = (*mistakes.warnings, *doubts.warnings)
    return Checked(programme, tuple(sorted(mistakes.errors, key=_place)), tuple(sorted(warnings, key=_place)))


def _place(error: ProgrammeError) -> tuple[str, int]:
    """File or sheet, and line or row, so that a reader goes down each of them once."""
    found = _LINE.fullmatch(error.where)
    return (found[1], int(found[2])) if found else (error.where, 0)
