"""The processes of ``tongket serve``: each that is killed is started again, and all end together."""

from __future__ import annotations

import os
import re
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

pytestmark = [pytest.mark.slow, pytest.mark.skipif(os.name == "nt", reason="signals are those of POSIX")]


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


class Served:
    """A running site."""

    def __init__(self, data: Path) -> None:
        self.port, self.log = free_port(), data.with_suffix(".log")
        command = [sys.executable, "-m", "tongket", "serve", "--data", str(data), "--port", str(self.port)]
        left_out = ("TONGKET_DATA", "DATABASE_URL", "DJANGO_SETTINGS_MODULE", "TONGKET_NOW")
        environment = {name: value for name, value in os.environ.items() if name not in left_out}
        with self.log.open("w") as log:
            self.process = subprocess.Popen(
                [*command, "--lang", "en"], stdout=log, stderr=log, env=environment, start_new_session=True
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
        if one.process.poll() is None:
            one.process.terminate()
            one.process.wait(30)


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


def alive(process: int) -> bool:
    status = Path(f"/proc/{process}/status")
    return status.exists() and "State:\tZ" not in status.read_text()
