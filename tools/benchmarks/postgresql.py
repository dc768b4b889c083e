"""A PostgreSQL server of one's own for a measurement: in a temporary folder, on a socket there, gone afterwards."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_SETTINGS = (  # those of a small server with two cores; durability as it comes
    "listen_addresses=", "max_connections=20", "shared_buffers=1GB", "work_mem=256MB", "maintenance_work_mem=512MB",
    "max_wal_size=8GB", "max_parallel_workers_per_gather=1", "effective_cache_size=4GB",
)  # fmt: skip


def server_is_here() -> bool:
    """Whether PostgreSQL is installed and its programs are on the path."""
    return all(shutil.which(name) for name in ("initdb", "pg_ctl"))


@contextmanager
def server(folder: Path) -> Iterator[str]:
    """The address of a server whose files lie in ``folder``. PostgreSQL refuses to be started by root: then the user
    'postgres' starts it.

    Raises:
        RuntimeError: PostgreSQL is not installed, or does not start.
    """
    found = [shutil.which(name) for name in ("initdb", "pg_ctl")]
    if not all(found):
        raise RuntimeError("PostgreSQL's initdb and pg_ctl are not on the path")
    before: list[str] = []
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        shutil.chown(folder, "postgres")
        before = ["runuser", "-u", "postgres", "--"]
    initdb, pg_ctl = map(str, found)
    data = f"{folder}/data"
    options = " ".join(f"-c {one}" for one in (*_SETTINGS, f"unix_socket_directories={folder}"))
    _run([*before, initdb, "-D", data, "-A", "trust", "-U", "tongket", "-E", "UTF8", "--locale=C", "--no-sync"])
    _run([*before, pg_ctl, "-D", data, "-l", f"{folder}/log", "-w", "-o", options, "start"])
    try:
        yield f"host={folder} user=tongket dbname=postgres"
    finally:
        _run([*before, pg_ctl, "-D", data, "-m", "immediate", "stop"])


def _run(command: list[str]) -> None:
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd="/")
    if done.returncode:
        raise RuntimeError(f"PostgreSQL does not start here: {done.stderr.strip()[-300:]}")


def memory(folder: Path) -> float:
    """What all processes of the server take now, in MB; what they share is counted once."""
    import psutil

    first = int((folder / "data" / "postmaster.pid").read_text(encoding="utf-8").split()[0])
    whole = psutil.Process(first)
    return sum(one.memory_full_info().pss for one in (whole, *whole.children(recursive=True))) / (1 << 20)
