"""Writers of the embedded database stand in line: each has its turn, none sleeps while nobody writes."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from django.db import OperationalError, connections, transaction

from tongket.site.again import again, in_the_way
from tongket.site.embedded.base import LONG_LOG
from tongket.site.embedded.line import Line

BESIDE = "beside"
fcntl = pytest.importorskip("fcntl", reason="the line is a lock of POSIX")
PATIENCE = 0.3  # seconds
WITHOUT_WAITING = "pragma journal_mode=wal; pragma busy_timeout=0"  # in SQLite's own way


@pytest.fixture
def patient(line, tmp_path: Path) -> Path:
    """The same database, whose writers wait for a while; the file of its line."""
    connections[BESIDE].settings_dict["OPTIONS"]["timeout"] = PATIENCE
    connections.databases[BESIDE]["OPTIONS"]["timeout"] = PATIENCE
    return tmp_path / "line.sqlite3-line"


@contextmanager
def stuck(path: Path) -> Iterator[None]:
    """A writer that has its turn and does not go on."""
    with path.open("ab") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


def lines() -> int:
    return sum(one.name == "line" for one in threading.enumerate())


@pytest.fixture
def line(django_db_blocker, tmp_path: Path):
    """A database file of its own, which lets no writer wait in its own way."""
    given = {
        "ENGINE": "tongket.site.embedded",
        "NAME": str(tmp_path / "line.sqlite3"),
        "OPTIONS": {"timeout": 10, "transaction_mode": "IMMEDIATE", "init_command": WITHOUT_WAITING},
    }
    connections.databases[BESIDE] = connections.configure_settings({"default": {}, BESIDE: given})[BESIDE]
    with django_db_blocker.unblock():
        with connections[BESIDE].cursor() as cursor:
            cursor.execute("create table kept (number integer)")
        yield
        connections[BESIDE].close()
    del connections[BESIDE]
    del connections.databases[BESIDE]


def keep(number: int, pause: float = 0.0) -> None:
    with transaction.atomic(using=BESIDE), connections[BESIDE].cursor() as cursor:
        cursor.execute("insert into kept values (%s)", [number])
        time.sleep(pause)


def kept() -> list[int]:
    with connections[BESIDE].cursor() as cursor:
        cursor.execute("select number from kept order by number")
        return [number for (number,) in cursor.fetchall()]


def at_once(*works) -> list[BaseException]:
    """Do them in threads of their own; what they raised."""
    faults: list[BaseException] = []

    def done(work) -> None:
        try:
            work()
        except BaseException as error:
            faults.append(error)
        finally:
            connections[BESIDE].close()

    threads = [threading.Thread(target=done, args=(work,)) for work in works]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(20)
    return faults


def test_many_writers_at_once_are_all_kept_without_waiting_in_sqlite(line) -> None:
    faults = at_once(*(lambda number=number: keep(number, 0.01) for number in range(12)))

    assert faults == []
    assert kept() == list(range(12))


def test_who_fails_leaves_the_line(line) -> None:
    def fails() -> None:
        with transaction.atomic(using=BESIDE), connections[BESIDE].cursor() as cursor:
            cursor.execute("insert into kept values (1)")
            cursor.execute("insert into nowhere values (1)")

    (fault,) = at_once(fails)
    keep(2)

    assert "nowhere" in str(fault)
    assert kept() == [2]


def test_a_transaction_within_another_stands_in_line_once(line) -> None:
    with transaction.atomic(using=BESIDE):
        keep(1)
        keep(2)
    keep(3)

    assert kept() == [1, 2, 3]


def test_a_connection_that_is_closed_leaves_the_line(line) -> None:
    def closes() -> None:
        transaction.get_connection(BESIDE).set_autocommit(False, force_begin_transaction_with_broken_autocommit=True)
        connections[BESIDE].close()

    assert at_once(closes) == []
    keep(1)

    assert kept() == [1]


def test_the_wait_for_a_stuck_writer_ends_with_the_word_of_a_busy_database(patient: Path) -> None:
    begun = time.monotonic()
    with stuck(patient):
        faults = at_once(lambda: keep(1), lambda: again(keep)(2))
    lasted = time.monotonic() - begun
    keep(3)

    assert [in_the_way(fault) for fault in faults] == [True, True]
    assert all(isinstance(fault, OperationalError) for fault in faults)
    assert PATIENCE <= lasted < 10
    assert kept() == [3]


def test_who_gave_up_holds_up_nobody(patient: Path) -> None:
    with stuck(patient):
        with pytest.raises(OperationalError):
            keep(1)
        with pytest.raises(OperationalError):
            keep(2)
        assert lines() == 1  # the one of this connection, which kept its place
    time.sleep(0.1)

    assert at_once(*(lambda number=number: keep(number) for number in range(3, 6))) == []
    keep(6)
    assert kept() == [3, 4, 5, 6]


def test_a_place_that_was_kept_is_taken_again(patient: Path) -> None:
    with stuck(patient), pytest.raises(OperationalError):
        keep(1)
    keep(2)

    assert kept() == [2]


def test_a_connection_that_gave_up_leaves_no_thread_behind(patient: Path) -> None:
    with stuck(patient):
        (fault,) = at_once(lambda: keep(1))
        assert lines() == 1  # it waits in the system, for nobody
    end = time.monotonic() + 5
    while lines() and time.monotonic() < end:
        time.sleep(0.01)

    assert in_the_way(fault)
    assert lines() == 0
    keep(2)
    assert kept() == [2]


def test_first_come_is_first_served(tmp_path: Path) -> None:
    path, served = tmp_path / "order", []

    def stand(number: int) -> None:
        one = Line(str(path))
        assert one.enter(10)
        served.append(number)
        one.leave()
        one.close()

    threads = [threading.Thread(target=stand, args=(number,)) for number in range(6)]
    path.touch()
    with stuck(path):
        for thread in threads:
            thread.start()
            time.sleep(0.05)
    for thread in threads:
        thread.join(10)

    assert served == sorted(served)


def fill_the_log() -> None:
    """More than the pages at which it begins anew."""
    with connections[BESIDE].cursor() as cursor:
        cursor.execute("pragma wal_autocheckpoint=0")
    with transaction.atomic(using=BESIDE), connections[BESIDE].cursor() as cursor:  # each commit waits for the disk
        cursor.execute("create table long (text text)")
        cursor.executemany("insert into long values (%s)", [("x" * 3_000,)] * (LONG_LOG + 100))


def test_the_log_is_written_back_in_a_turn_of_its_own(patient: Path) -> None:
    fill_the_log()
    database = patient.with_name(patient.name.removesuffix("-line"))
    before = database.stat().st_size
    connections[BESIDE].write_back()

    assert database.stat().st_size > before + LONG_LOG * 4096
    with connections[BESIDE].cursor() as cursor:
        assert cursor.execute("pragma busy_timeout").fetchone() == (0,)
    with transaction.atomic(using=BESIDE), connections[BESIDE].cursor() as cursor:
        cursor.execute("insert into kept values (1)")


def test_who_writes_the_log_back_stands_in_line(patient: Path) -> None:
    fill_the_log()
    with stuck(patient), pytest.raises(OperationalError) as told:
        connections[BESIDE].write_back()
    assert in_the_way(told.value)
