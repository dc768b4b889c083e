"""What ``tongket serve`` makes sure of before it serves."""

from __future__ import annotations

import datetime as dt
import os
import platform
import socket
import sqlite3
import threading
from contextlib import closing
from pathlib import Path, PurePosixPath

import pytest
from click.testing import CliRunner

from site_makers import TODAY, make_body
from tongket.cli import serve as serve_command
from tongket.cli.commands import cli
from tongket.site import begin, data_folder, processes, upgrade
from tongket.site.drives import kind_of_drive
from tongket.site.jobs import reaper
from tongket.site.jobs.models import Job
from tongket.site.jobs.reaper import MOST_TRIES, reap

MOUNTS = """\
/dev/vda / ext4 rw 0 0
server:/home /home nfs4 rw 0 0
/dev/sdb1 /home/here ext4 rw 0 0
//office/share /mnt/công\\040văn cifs rw 0 0
"""


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/var/tongket", "ext4"),
        ("/home/an/tongket-data", "nfs4"),
        ("/home/here/data", "ext4"),
        ("/mnt/công văn/dữ liệu", "cifs"),
    ],
)
def test_the_drive_of_a_path_is_that_of_the_longest_mount_point(path: str, kind: str) -> None:
    assert kind_of_drive(PurePosixPath(path), MOUNTS) == kind


def test_a_network_drive_is_refused_unless_the_database_is_a_server(tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setattr(data_folder, "lies_elsewhere", lambda path: True)
    monkeypatch.delenv("DATABASE_URL", raising=False)
    with pytest.raises(data_folder.DataFolderError, match="DATABASE_URL"):
        data_folder.open_data_folder(tmp_path / "data")
    assert not (tmp_path / "data").exists()

    monkeypatch.setenv("DATABASE_URL", "postgresql://server/tongket")
    data_folder.open_data_folder(tmp_path / "data")


def test_missing_packages_are_named_with_the_command(monkeypatch) -> None:
    monkeypatch.setattr(serve_command, "find_spec", lambda name: None if name == "granian" else object())
    answer = CliRunner().invoke(cli, ["serve", "--lang", "en"])

    assert answer.exit_code == 2
    assert "missing: granian" in answer.stderr
    assert 'pip install "tongket[site]"' in answer.stderr


def test_a_port_in_use_is_said() -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        answer = CliRunner().invoke(cli, ["serve", "--port", str(other.getsockname()[1]), "--lang", "en"])

    assert answer.exit_code == 2
    assert "--port" in answer.stderr


@pytest.mark.django_db(transaction=True)
def test_a_database_in_use_is_copied_whole(tmp_path: Path, settings) -> None:
    database = tmp_path / "site.sqlite3"
    with closing(sqlite3.connect(database)) as one:
        one.execute("create table kept (word text)")
        one.execute("insert into kept values ('giữ')")
        one.commit()
    settings.DATA = type("Folder", (), {"database": database})
    copy = upgrade.copy_database(tmp_path)

    with closing(sqlite3.connect(copy)) as other:
        assert other.execute("select word from kept").fetchall() == [("giữ",)]
    assert copy.stat().st_mode & 0o077 == 0 or os.name == "nt"


def test_a_database_of_this_version_is_left_alone(db: None) -> None:
    assert upgrade.upgrade() is None


def test_a_database_of_a_newer_version_is_refused(db: None) -> None:
    from django.db.migrations.recorder import MigrationRecorder

    MigrationRecorder.Migration.objects.create(app="people", name="9999_of_tomorrow")
    with pytest.raises(data_folder.DataFolderError, match=r"people\.9999_of_tomorrow"):
        upgrade.upgrade()


def test_the_code_of_the_first_run_is_there_while_there_is_no_user(db: None) -> None:
    code = begin.begin_code()
    assert begin.is_begin_code(code.lower().replace("-", " "))
    assert not begin.is_begin_code("")
    assert not begin.is_begin_code("AAAAA-AAAAA")

    from site_makers import make_user

    make_user("ai-do", make_body("a", "A"))
    assert begin.begin_code() == ""
    assert not begin.is_begin_code(code)


@pytest.fixture
def queued(monkeypatch) -> list[int]:
    """The jobs that were queued, by number; none of them is done."""
    found: list[int] = []

    class Queue:
        @staticmethod
        def enqueue(job: int) -> bool:
            found.append(job)
            return True

    monkeypatch.setattr(reaper, "run_job", Queue)
    return found


def old_job(**more: object) -> Job:
    silent_since = dt.datetime.combine(TODAY, dt.time(8), dt.UTC) - dt.timedelta(hours=9)
    return Job.objects.create(
        **{"kind": "read", "state": "running", "worker": "máy:1", "tries": 1, "heartbeat": silent_since, **more}
    )


def test_a_silent_job_is_done_again_and_failed_the_third_time(db: None, queued) -> None:
    again, last = old_job(), old_job(tries=MOST_TRIES)
    busy = old_job(heartbeat=dt.datetime.fromisoformat(f"{TODAY}T08:59:50+07:00"))
    assert reap() == 2

    states = dict(Job.objects.values_list("pk", "state"))
    assert states == {again.pk: "waiting", last.pk: "failed", busy.pk: "running"}
    assert Job.objects.get(pk=last.pk).error["facts"] == {"tries": 3}
    assert queued == [again.pk]


def test_the_jobs_of_a_dead_worker_are_taken_back_at_once(db: None, queued) -> None:
    job = old_job(heartbeat=dt.datetime.fromisoformat(f"{TODAY}T08:59:59+07:00"))
    assert reap(("máy:2",)) == 0
    assert reap(("máy:1",)) == 1
    assert Job.objects.get(pk=job.pk).state == "waiting"
    assert queued == [job.pk]


def test_a_job_that_never_reached_the_queue_is_queued(db: None, queued) -> None:
    lost = old_job(state="waiting", heartbeat=None)
    Job.objects.update(created=dt.datetime.fromisoformat(f"{TODAY}T08:00:00+07:00"))
    assert reap() == 1
    assert queued == [lost.pk]


def test_the_watch_takes_back_what_a_dead_worker_of_this_computer_left(db: None, queued, monkeypatch) -> None:
    here, now = platform.node()[:40], dt.datetime.fromisoformat(f"{TODAY}T08:59:59+07:00")
    dead = old_job(worker=f"{here}:11", heartbeat=now)
    old_job(worker=f"{here}:12", heartbeat=now)
    old_job(worker="another-computer:11", heartbeat=now)
    monkeypatch.setattr(processes, "is_alive", lambda process: process == 12)
    processes.take_back()

    assert queued == [dead.pk]


def test_a_worker_that_dies_young_is_begun_again_after_pauses_that_double_up_to_a_minute() -> None:
    assert [processes.pause_after(deaths) for deaths in range(8)] == [0, 3, 6, 12, 24, 48, 60, 60]


def test_a_process_that_joins_a_site_does_not_begin_an_empty_folder(tmp_path: Path) -> None:
    with pytest.raises(data_folder.DataFolderError) as told:
        data_folder.open_data_folder(tmp_path / "data", make=False)
    assert "gone or was replaced" in told.value.message("en")
    assert not (tmp_path / "data").exists()


def test_a_site_is_said_to_run_only_once_it_takes_connections() -> None:
    said, ended = threading.Event(), threading.Event()
    with socket.socket() as server:
        server.bind(("127.0.0.1", 0))
        port = server.getsockname()[1]
        waiting = threading.Thread(target=processes.once_it_answers, args=("0.0.0.0", port, said.set, ended))
        waiting.start()
        assert not said.wait(1.5)

        server.listen()
        assert said.wait(5)
        waiting.join(5)


def test_a_site_that_ends_before_it_runs_is_not_said_to_run() -> None:
    said, ended = threading.Event(), threading.Event()
    ended.set()
    with socket.socket() as server:
        server.bind(("127.0.0.1", 0))
        server.listen()
        processes.once_it_answers("127.0.0.1", server.getsockname()[1], said.set, ended)

    assert not said.is_set()


def test_a_second_signal_does_not_meet_the_first_inside_its_lock() -> None:
    lock, ended = threading.Lock(), []

    def end(*told: object) -> None:
        assert lock.acquire(blocking=False)
        if not ended:
            ended.append(told)
            handler(15, None)  # as it comes to the same thread, while this one runs

    handler = processes.once(end)
    handler(2, None)
    handler(15, None)

    assert ended == [(2, None)]


class Dying:
    """A server of which a process died just before it is asked to end, or by itself: it ends with an error."""

    def __init__(self, *, asked: bool) -> None:
        self._asked = asked

    def __call__(self, *_target: object, **_settings: object) -> Dying:
        return self

    def on_startup(self, _work: object) -> None: ...

    def signal_handler_interrupt(self, *_told: object) -> None: ...

    def serve(self) -> None:
        if self._asked:
            self.signal_handler_interrupt()
        raise SystemExit(1)


@pytest.fixture
def served_by(monkeypatch):
    """Serve by a server that stands in for Granian."""
    granian = pytest.importorskip("granian", reason="the packages of the site are not installed")
    monkeypatch.setattr(processes.Watch, "stop", lambda _watch: None)
    for name in (processes.PARENT, processes.LANGUAGE):  # which serving sets
        monkeypatch.setenv(name, "")

    def run(server: Dying) -> None:
        monkeypatch.setattr(granian, "Granian", server)
        processes.run_server("127.0.0.1", 9, workers=1, ready=lambda: None)

    return run


def test_a_site_that_was_asked_to_end_ends_well_though_a_process_died_just_before(served_by) -> None:
    served_by(Dying(asked=True))


def test_a_site_that_ends_by_itself_says_so(served_by) -> None:
    with pytest.raises(SystemExit):
        served_by(Dying(asked=False))
