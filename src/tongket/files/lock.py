"""One writer at a time in a folder: a lock that the system takes back when the program ends, however it ends."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from tongket.errors import ReadError, why_not_written
from tongket.messages import N_

LOCK = ".lock"


@contextmanager
def only_writer(folder: Path) -> Iterator[None]:
    """Hold the folder's lock; the folder is made if it is not there.

    Raises:
        ReadError: another program writes there now, or nothing can be written there.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        file = (folder / LOCK).open("ab")
    except OSError as error:
        raise ReadError(
            N_("nothing can be written into this folder ({reason})."),
            N_("Choose another folder, or ask for the right to write there."),
            where=str(folder),
            reason=why_not_written(error),
        ) from error
    with file:
        try:
            _lock(file)
        except OSError as error:
            raise ReadError(
                N_("another import is writing into this folder now."),
                N_("Wait until it has ended, and start again."),
                where=str(folder),
            ) from error
        yield


if sys.platform == "win32":
    import msvcrt

    def _lock(file: BinaryIO) -> None:
        file.seek(0)
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _lock(file: BinaryIO) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
