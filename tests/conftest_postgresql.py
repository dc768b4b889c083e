"""A PostgreSQL server of the tests' own, for one session: in a temporary folder, on a socket there, gone afterwards."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

_OFF = ("fsync=off", "synchronous_commit=off", "full_page_writes=off", "listen_addresses=", "max_connections=20")


@pytest.fixture(scope="session")
def postgresql() -> Iterator[str]:
    """The address of a server; tests that need it are skipped where PostgreSQL or psycopg is not installed."""
    pytest.importorskip("psycopg", reason="psycopg 3 is not installed (the extra 'postgres')")
    found = [shutil.which(name) for name in ("initdb", "pg_ctl")]
    if not all(found):
        pytest.skip("PostgreSQL's initdb and pg_ctl are not on the path")
    initdb, pg_ctl = map(str, found)
    with tempfile.TemporaryDirectory(prefix="pg") as name:
        folder = Path(name)
        run = _as_server_user(folder)
        run([initdb, "-D", f"{folder}/data", "-A", "trust", "-U", "tongket", "-E", "UTF8", "--no-sync"])
        options = " ".join(f"-c {one}" for one in (*_OFF, f"unix_socket_directories={folder}"))
        run([pg_ctl, "-D", f"{folder}/data", "-l", f"{folder}/log", "-w", "-o", options, "start"])
        try:
            yield f"host={folder} user=tongket dbname=postgres"
        finally:
            run([pg_ctl, "-D", f"{folder}/data", "-m", "immediate", "stop"])


class _Run:
    """Runs a command as a user that may own a server: PostgreSQL refuses to be started by root."""

    def __init__(self, before: list[str]) -> None:
        self.before = before

    def __call__(self, command: list[str]) -> None:
        done = subprocess.run([*self.before, *command], capture_output=True, text=True, check=False, cwd="/")
        if done.returncode:
            pytest.skip(f"PostgreSQL does not start here: {done.stderr.strip()[-300:]}")


def _as_server_user(folder: Path) -> _Run:
    if not hasattr(os, "geteuid") or os.geteuid() != 0:
        return _Run([])
    runuser = shutil.which("runuser")
    try:
        shutil.chown(folder, "postgres")
    except LookupError:
        runuser = None
    if not runuser:
        pytest.skip("PostgreSQL is not started by root, and there is no user 'postgres' to start it as")
    return _Run([runuser, "-u", "postgres", "--"])
