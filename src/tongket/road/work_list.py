"""What a long run over many files is done with: a table that grows line by line, and survives whatever ends the run."""

from __future__ import annotations

import os
from dataclasses import astuple, dataclass, fields
from pathlib import Path
from types import TracebackType
from typing import Literal, TextIO, get_args

State = Literal["written", "nothing", "left-out"]


@dataclass(frozen=True, slots=True)
class Line:
    """One file: the hash of its content, its name in the folder, and what became of it.

    ``state``: "written" when ``values`` of it are in the facts, "nothing" when it was read and gives none, "left-out"
    with its ``reason``. ``doubtful`` counts what a person should look at.
    """

    sha256: str
    file: str
    state: State
    values: int = 0
    doubtful: int = 0
    reason: str = ""


_HEADER = tuple(field.name for field in fields(Line))


class WorkList:
    """The lines of the file ``path``, and the place where new ones go. ``done`` are those not to be read again."""

    def __init__(self, path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        whole = _whole_lines(path)
        self.done = {line.sha256: line for line in map(_line, whole[1:]) if line and line.state != "left-out"}
        self._out: TextIO = path.open("a", encoding="utf-8", newline="\n")
        if not whole:
            self._write(_HEADER)

    def __enter__(self) -> WorkList:
        return self

    def __exit__(
        self, _kind: type[BaseException] | None, _error: BaseException | None, _at: TracebackType | None
    ) -> None:
        self._out.close()

    def add(self, line: Line) -> None:
        """Keep ``line`` for good: it is with the system when this returns."""
        self._write(tuple(" ".join(str(cell).split()) for cell in astuple(line)))
        if line.state != "left-out":
            self.done[line.sha256] = line

    def _write(self, cells: tuple[str, ...]) -> None:
        self._out.write("\t".join(cells) + "\n")
        self._out.flush()


def _whole_lines(path: Path) -> list[str]:
    """The lines of ``path``; what a run that was killed left of a last one is taken off the file."""
    if not path.exists():
        return []
    data = path.read_bytes()
    whole = data[: data.rfind(b"\n") + 1]
    if len(whole) < len(data):
        os.truncate(path, len(whole))
    return whole.decode(errors="replace").splitlines()


def _line(text: str) -> Line | None:
    cells = text.split("\t")
    if len(cells) != len(_HEADER) or not (cells[3].isdigit() and cells[4].isdigit()):
        return None
    sha256, file, state, values, doubtful, reason = cells
    known = next((one for one in get_args(State) if one == state), None)
    return Line(sha256, file, known, int(values), int(doubtful), reason) if known else None
