"""The data folder (thư mục dữ liệu): everything that the site keeps, in one place that an office can copy away."""

from __future__ import annotations

import os
import secrets
from dataclasses import dataclass
from pathlib import Path

from tongket.errors import TongketError
from tongket.messages import N_
from tongket.site.drives import lies_elsewhere

LAYOUT = 1  # raised when an older program could no longer use the folder
ENVIRONMENT = "TONGKET_DATA"


class DataFolderError(TongketError):
    """The data folder cannot be used."""


@dataclass(frozen=True, slots=True)
class DataFolder:
    """Where each kind of thing lies below ``home``."""

    home: Path

    @property
    def database(self) -> Path:
        """The embedded database; absent where ``DATABASE_URL`` names a server."""
        return self.home / "tongket.sqlite3"

    @property
    def waiting(self) -> Path:
        """Uploads before the check for secrecy marks: readable by nobody but the site, wiped or moved to ``files``."""
        return self.home / "waiting"

    @property
    def files(self) -> Path:
        """Uploads that are kept, by SHA-256: ``files/ab/abcdef…``."""
        return self.home / "files"

    @property
    def made(self) -> Path:
        """What the site wrote itself: reports, workbooks, snapshots."""
        return self.home / "made"

    @property
    def programmes(self) -> Path:
        """Programmes that rounds pin, each a folder named by its hash."""
        return self.home / "programmes"

    @property
    def backups(self) -> Path:
        """Copies made before an upgrade and by ``tongket backup``."""
        return self.home / "backups"

    @property
    def units_file(self) -> Path:
        """The office's own units, in the format of docs/units.md; may be absent."""
        return self.home / "units.tsv"

    @property
    def begin_code(self) -> Path:
        """The code that ``tongket serve`` prints while there is no user: who knows it becomes the first one."""
        return self.home / "begin.code"

    @property
    def sealing_key(self) -> Path:
        """The private key that signs sealed files; made when it is first used."""
        return self.home / "sealing.key"

    @property
    def mark(self) -> Path:
        """By which layout the folder was written; the first thing in it."""
        return self.home / "layout"

    @property
    def secret_key(self) -> str:
        """The key that signs sessions: made once, readable by the owner only."""
        path = self.home / "secret.key"
        if not path.exists():
            path.write_text(secrets.token_urlsafe(48), encoding="ascii")
            path.chmod(0o600)
        return path.read_text(encoding="ascii").strip()


def open_data_folder(home: str | Path = "", *, make: bool = True) -> DataFolder:
    """The data folder at ``home`` ("" = ``TONGKET_DATA``, else ``tongket-data`` below the user's home), made if absent.

    With ``make`` off it must be there: a process that joins a running site would begin an empty one where the disk of
    the folder was taken away, below the place where that disk is attached again later.

    Raises:
        DataFolderError: it lies where it cannot be made or on another computer's drive, a newer program has written
            it, or it is gone.
    """
    folder = DataFolder(Path(home or os.environ.get(ENVIRONMENT) or Path.home() / "tongket-data").absolute())
    _check_drive(folder)
    if not make and identity(folder) is None:
        raise gone(folder)
    try:
        for path in (folder.home, folder.waiting, folder.files, folder.made, folder.programmes, folder.backups):
            path.mkdir(parents=True, exist_ok=True)
        folder.waiting.chmod(0o700)
        _check_layout(folder)
    except OSError as error:
        raise DataFolderError(
            N_("The data folder cannot be made or written."),
            N_("Choose a folder of your own with --data, on a disk of this computer that has room."),
            where=str(folder.home),
        ) from error
    return folder


def identity(folder: DataFolder) -> tuple[int, int] | None:
    """What tells the folder from another one at its place, None where it is gone.

    Of an embedded database it is the file itself: where another was put in its place, the site would go on writing
    into the one that was taken away.
    """
    embedded = not os.environ.get("DATABASE_URL")
    try:
        mark = folder.mark.stat()
        kept = folder.database.stat() if embedded else mark
    except OSError:
        return None
    return (kept.st_dev, kept.st_ino) if embedded else (0, 0)


def gone(folder: DataFolder) -> DataFolderError:
    """What is said where the folder of a running site is no longer there."""
    return DataFolderError(
        N_(
            "The data folder is gone or was replaced while the site ran: it was deleted, moved, or its disk was taken "
            "away. The site has ended, since nothing more could be kept."
        ),
        N_(
            "Attach the disk again or put the folder back (`tongket restore FILE` puts back a backup), then start the "
            "site again."
        ),
        where=str(folder.home),
    )


def _check_drive(folder: DataFolder) -> None:
    """An embedded database needs locks that a drive of another computer does not keep; a database server does not."""
    if not os.environ.get("DATABASE_URL") and lies_elsewhere(folder.home):
        raise DataFolderError(
            N_("The data folder lies on a network drive, where the database could be damaged."),
            N_("Name a folder on a disk of this computer with --data, or use PostgreSQL (DATABASE_URL)."),
            where=str(folder.home),
        )


def _check_layout(folder: DataFolder) -> None:
    if not folder.mark.exists():
        folder.mark.write_text(f"{LAYOUT}\n", encoding="ascii")
    written = folder.mark.read_text(encoding="ascii").strip()
    if not written.isdigit() or int(written) > LAYOUT:
        raise DataFolderError(
            N_("The data folder was written by a newer version of the program (layout {written}, known {known})."),
            N_("Install the newer version, or restore a backup that this version made."),
            where=str(folder.home),
            written=written,
            known=LAYOUT,
        )
