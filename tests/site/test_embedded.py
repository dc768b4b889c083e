"""Writers of the embedded database stand in line: each has its turn, none sleeps while nobody writes."""

from __future__ import annotations

import threading
import time
from pathlib import Path

import pytest
from django.db import connections, transaction

BESIDE = "beside"
pytest.importorskip("fcntl", reason="the line is a lock of POSIX")


@pytest.fixture
def line(django_db_blocker, tmp_path: Path):
    """A database file of its own, which lets no writer wait in its own way."""
    given = {
        "ENGINE": "tongket.site.embedded",
        "NAME": str(tmp_path / "line.sqlite3"),
        "OPTIONS": {"timeout": 0, "transaction_mode": "IMMEDIATE", "init_command": "pragma journal_mode=wal"},
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
