"""The processes of ``tongket serve``: each that is killed is started again, and all end together."""

from __future__ import annotations

import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tongket.messages import say
from tongket.site.data_folder import DataFolder, gone
from tongket.site.processes import AGAIN

pytestmark = [pytest.mark.slow, pytest.mark.skipif(os.name == "nt", reason="signals are those of POSIX")]


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


class Served:
    """A running site."""

    def __init__(self, data: Path, lang: str = "en", **environment: str) -> None:
        self.data, self.port, self.log = data, free_port(), data.with_suffix(".log")
        command = [sys.executable, "-m", "tongket", "serve", "--data", str(data), "--port", str(self.port)]
        left_out = ("TONGKET_DATA", "DATABASE_URL", "DJANGO_SETTINGS_MODULE", "TONGKET_NOW")
        environment = {name: value for name, value in os.environ.items() if name not in left_out} | environment
        with self.log.open("w") as log:
            self.process = subprocess.Popen(
                [*command, "--lang", lang], stdout=log, stderr=log, env=environment, start_new_session=True
            )

    @property
    def processes(self) -> dict[str, int]:
        """The children by what they are."""
        found = {}
        for folder in Path("/proc").glob("[0-9]*"):
            try:
                status = (folder / "status").read_text()
                words = (folder / "cmdline").read_bytes().decode()
            except OSError:
                continue
            if f"PPid:\t{self.process.pid}\n" in status and "State:\tZ" not in status:
                found["worker" if "tongket.site.worker" in words else "web"] = int(folder.name)
        return found

    def answers(self) -> bool:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{self.port}/", timeout=10) as answer:  # follows to a page
                return answer.status == 200
        except (urllib.error.URLError, OSError):
            return False

    def running(self) -> bool:
        return set(self.processes) == {"web", "worker"} and self.answers()

    def end(self) -> None:
        if self.process.poll() is None:
            self.process.terminate()
            self.process.wait(30)


def wait_until(true: Callable[[], bool], seconds: float = 60) -> None:
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end, "it did not come about"
        time.sleep(0.2)


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Served]:
    one = Served(tmp_path / "data")
    try:
        wait_until(one.running, 120)
        yield one
    finally:
        one.end()


def test_what_is_killed_runs_again_and_all_end_together(served: Served) -> None:
    for kind in ("worker", "web"):
        kill(served, kind)
    assert re.search(r"type this code: [A-Z0-9]{5}-[A-Z0-9]{5}", served.log.read_text())

    children = served.processes
    served.process.send_signal(signal.SIGINT)
    assert served.process.wait(30) == 0
    assert not any(Path(f"/proc/{child}").exists() for child in children.values())


def kill(served: Served, kind: str) -> None:
    before = served.processes[kind]
    os.kill(before, signal.SIGKILL)
    wait_until(lambda: served.processes.get(kind) not in (None, before))
    wait_until(served.running)


def test_nothing_is_left_of_a_server_that_was_killed(served: Served) -> None:
    children = served.processes
    served.process.kill()
    served.process.wait()

    wait_until(lambda: not any(alive(child) for child in children.values()), 20)


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_a_site_whose_data_folder_was_deleted_ends_and_says_so(tmp_path: Path, lang: str) -> None:
    served = Served(tmp_path / "data", lang)
    try:
        wait_until(served.running, 120)
        delete(served.data)
        assert served.process.wait(30) == 2
    finally:
        served.end()

    assert gone(DataFolder(served.data)).message(lang) in served.log.read_text()
    assert "Traceback" not in served.log.read_text()
    assert not served.data.exists()  # nothing begins an empty one in its place


def delete(data: Path) -> None:
    """Delete a folder into which processes write: what is deleted file by file may get a new file meanwhile."""
    away = data.with_name("deleted")
    data.rename(away)
    shutil.rmtree(away)


def test_a_site_whose_database_was_put_in_place_of_another_ends(served: Served) -> None:
    database = served.data / "tongket.sqlite3"
    shutil.copy(database, served.data / "copy")
    (served.data / "copy").replace(database)

    assert served.process.wait(30) == 2
    assert "was replaced while the site ran" in served.log.read_text()


def test_pages_work_while_the_worker_dies_at_once_again_and_again_and_that_is_said_once(tmp_path: Path) -> None:
    begun = tmp_path / "begun"
    (tmp_path / "sitecustomize.py").write_text(
        "import os, sys\n"
        "if 'tongket.site.worker' in sys.orig_argv:\n"
        f"    print('.', end='', file=open({str(begun)!r}, 'a'), flush=True)\n"
        "    os._exit(7)\n"
    )
    served = Served(tmp_path / "data", "vi", PYTHONPATH=str(tmp_path))
    try:
        wait_until(begun.exists, 120)
        wait_until(lambda: len(begun.read_text()) >= 3, 60)  # begun at 0, 3 and 9 seconds on an idle machine
        assert served.answers()
    finally:
        served.end()

    assert served.log.read_text().count(say(AGAIN, "vi", code=7)) == 1


def alive(process: int) -> bool:
    status = Path(f"/proc/{process}/status")
    return status.exists() and "State:\tZ" not in status.read_text()
