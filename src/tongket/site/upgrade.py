"""Making the database and the static files fit for this version, with a copy of what was there before."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import django
from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from tongket import __version__
from tongket.messages import N_
from tongket.site.data_folder import DataFolderError
from tongket.site.interface.clock import now

STAMP = "version"  # beside the static files: by which version they were collected
KEPT = 10  # copies made before upgrades


def set_up() -> None:
    """Make Django ready in this process."""
    django.setup()


def upgrade() -> Path | None:
    """Bring the database to this version; the copy that was made of it before, None where there was nothing to do.

    Raises:
        DataFolderError: a newer version has changed the database.
    """
    executor = MigrationExecutor(connection)
    executor.loader.check_consistent_history(connection)
    _check_not_newer(executor)
    pending = executor.migration_plan(executor.loader.graph.leaf_nodes())
    if not pending:
        return None
    filled = bool(executor.loader.applied_migrations)
    copy = copy_database(settings.DATA.backups) if filled and connection.vendor == "sqlite" else None
    call_command("migrate", interactive=False, verbosity=0)
    return copy


def check_version() -> None:
    """Whether the database is of this version: what only reads or mends it does not bring it there by the way.

    Raises:
        DataFolderError: an older version wrote it, or a newer one.
    """
    executor = MigrationExecutor(connection)
    _check_not_newer(executor)
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        raise DataFolderError(
            N_("The database is still that of an older version of the program."),
            N_("Start the site once with `tongket serve`: it copies the database and brings it to this version."),
            where=str(settings.DATABASES["default"]["NAME"]),
        )


def _check_not_newer(executor: MigrationExecutor) -> None:
    ours = {app for app, _name in executor.loader.disk_migrations}
    unknown = [key for key in executor.loader.applied_migrations if key[0] in ours]
    unknown = [
        key for key in unknown if key not in executor.loader.disk_migrations and key not in executor.loader.replacements
    ]
    if unknown:
        raise DataFolderError(
            N_("The database was changed by a newer version of the program ({change})."),
            N_("Install the newer version, or restore a backup that this version made."),
            where=str(settings.DATABASES["default"]["NAME"]),
            change=".".join(unknown[0]),
        )


def copy_database(folder: Path) -> Path:
    """A whole copy of the embedded database in ``folder``, made while it is in use; of old ones ``KEPT`` stay."""
    copy = folder / f"before-{__version__}-{now():%Y%m%d-%H%M%S}.sqlite3"
    unfinished = copy.with_suffix(".part")
    with closing(sqlite3.connect(settings.DATA.database)) as one, closing(sqlite3.connect(unfinished)) as other:
        one.backup(other)
    unfinished.chmod(0o600)
    unfinished.replace(copy)
    for old in sorted(folder.glob("before-*.sqlite3"), key=lambda path: path.stat().st_mtime)[:-KEPT]:
        old.unlink()
    return copy


def collect_static() -> None:
    """Put the static files where the server takes them from, compressed beside the plain ones; once a version."""
    root = Path(settings.STATIC_ROOT)
    stamp, wanted = root / STAMP, f"{__version__} {_newest_source()}"
    if stamp.exists() and stamp.read_text("utf-8") == wanted:
        return
    call_command("collectstatic", interactive=False, verbosity=0, clear=True)
    stamp.write_text(wanted, encoding="utf-8")


def _newest_source() -> int:
    """When our own static files changed last; that of installed packages changes with the version."""
    here = Path(__file__).parent
    return max(path.stat().st_mtime_ns for path in here.glob("*/static/**/*") if path.is_file())
