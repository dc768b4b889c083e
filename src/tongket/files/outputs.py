"""Outputs of a run: several files and folders that appear in their folder together, or not at all."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Sequence
from pathlib import Path


def put_in_place(unfinished: Path, target: Path, names: Sequence[str]) -> None:
    """Move ``names`` from ``unfinished`` into ``target``, in place of those of an earlier run.

    ``unfinished`` lies on the same disk. Where one cannot be moved (Windows: it is open in Word), ``target`` is as it
    was before; what could not even be put back stays in the folder '.tongket-...' beside it, and is never deleted.

    Raises:
        OSError: something could not be moved.
    """
    target.mkdir(exist_ok=True)
    aside = Path(tempfile.mkdtemp(prefix=".tongket-", dir=target.parent))
    moved: list[tuple[Path, Path]] = []
    try:
        for name in names:
            if (target / name).exists():
                _move(target / name, aside / name, moved)
        for name in names:
            if (unfinished / name).exists():
                _move(unfinished / name, target / name, moved)
    except OSError:
        for came_from, went_to in reversed(moved):
            went_to.replace(came_from)
        aside.rmdir()
        raise
    shutil.rmtree(aside, ignore_errors=True)


def _move(came_from: Path, went_to: Path, moved: list[tuple[Path, Path]]) -> None:
    came_from.replace(went_to)
    moved.append((came_from, went_to))
