"""A second writer stands in the way, a real one: the transaction is begun anew, and is done once."""

from __future__ import annotations

import os
import sqlite3
import tempfile
import threading
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from pathlib import Path
from types import SimpleNamespace

import pytest
from django.db import OperationalError, connections, transaction
from django.test import RequestFactory

from tongket.site import again as module
from tongket.site.again import again, in_the_way
from tongket.site.interface.middleware import FullDiskMiddleware

BESIDE = "beside"
TOOLS = Path(__file__).resolve().parents[2] / "tools"


@pytest.fixture
def beside(django_db_blocker) -> Iterator[Callable[..., None]]:
    """A second database of Django's, on a connection of its own."""

    def make(**settings: object) -> None:
        connections.databases[BESIDE] = connections.configure_settings({"default": {}, BESIDE: settings})[BESIDE]

    with django_db_blocker.unblock():
        yield make
    with suppress(KeyError):
        connections[BESIDE].close()
        del connections[BESIDE]
    connections.databases.pop(BESIDE, None)


@pytest.fixture
def file(beside, tmp_path: Path) -> Path:
    path = tmp_path / "beside.sqlite3"
    with closing(sqlite3.connect(path)) as made:
        made.executescript("pragma journal_mode=wal; create table kept (number integer)")
    beside(
        ENGINE="django.db.backends.sqlite3",
        NAME=str(path),
        OPTIONS={"timeout": 0.05, "transaction_mode": "IMMEDIATE"},
    )
    return path


def keep_one(tries: list[int]) -> None:
    tries.append(1)
    with transaction.atomic(using=BESIDE), connections[BESIDE].cursor() as cursor:
        cursor.execute("insert into kept values (1)")


def numbers(path: Path) -> list[tuple[int]]:
    with closing(sqlite3.connect(path)) as read:
        return read.execute("select number from kept").fetchall()


def test_what_waited_for_another_writer_is_done_once(file: Path) -> None:
    tries: list[int] = []
    with closing(sqlite3.connect(file, check_same_thread=False, isolation_level=None)) as writer:
        writer.execute("begin immediate")
        writer.execute("insert into kept values (0)")
        end = threading.Timer(0.12, writer.execute, ["commit"])
        end.start()
        again(keep_one)(tries)
        end.join()

    assert sorted(numbers(file)) == [(0,), (1,)]
    assert len(tries) > 1


def test_a_wait_has_an_end_and_leaves_nothing(file: Path, monkeypatch) -> None:
    monkeypatch.setattr(module, "TRIES", 3)
    tries: list[int] = []
    with closing(sqlite3.connect(file, isolation_level=None)) as writer:
        writer.execute("begin immediate")
        with pytest.raises(OperationalError) as refused:
            again(keep_one)(tries)
        writer.execute("rollback")

    assert (len(tries), numbers(file)) == (3, [])
    answer = FullDiskMiddleware(lambda _: None).process_exception(  # type: ignore[arg-type,return-value]
        RequestFactory().post("/", b"{}", content_type="application/json"), refused.value
    )
    assert answer is not None
    assert (answer.status_code, b'"again": true' in answer.content) == (503, True)


def test_other_faults_are_told_at_once(file: Path) -> None:
    tries: list[int] = []

    @again
    def broken() -> None:
        tries.append(1)
        with connections[BESIDE].cursor() as cursor:
            cursor.execute("insert into nowhere values (1)")

    with pytest.raises(OperationalError):
        broken()

    assert len(tries) == 1


def test_within_a_transaction_it_is_tried_once(file: Path, monkeypatch) -> None:
    monkeypatch.setattr(module, "connection", SimpleNamespace(in_atomic_block=True))
    tries: list[int] = []
    with closing(sqlite3.connect(file, isolation_level=None)) as writer:
        writer.execute("begin immediate")
        with pytest.raises(OperationalError) as refused:
            again(keep_one)(tries)

    assert len(tries) == 1
    assert in_the_way(refused.value)


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="the server of the test is started with the tools of POSIX")
def test_two_who_raise_one_number_on_postgresql_both_raise_it(beside, monkeypatch) -> None:
    psycopg = pytest.importorskip("psycopg", reason="psycopg 3 is not installed (the extra 'postgres')")
    monkeypatch.syspath_prepend(str(TOOLS))
    from benchmarks.postgresql import server, server_is_here

    if not server_is_here():
        pytest.skip("PostgreSQL's initdb and pg_ctl are not on the path")
    with (
        tempfile.TemporaryDirectory(prefix="again-", ignore_cleanup_errors=True) as name,
        server(_passable(Path(name))) as address,
        psycopg.connect(address, autocommit=True) as other,
    ):
        other.execute("create table kept (number integer)")
        other.execute("insert into kept values (0)")
        beside(
            ENGINE="django.db.backends.postgresql",
            NAME="postgres",
            USER="tongket",
            HOST=name,
            OPTIONS={"isolation_level": psycopg.IsolationLevel.SERIALIZABLE},
        )
        tries: list[int] = []

        @again
        def raise_it() -> None:
            tries.append(1)
            with transaction.atomic(using=BESIDE), connections[BESIDE].cursor() as cursor:
                cursor.execute("select number from kept")
                (number,) = cursor.fetchone()
                if len(tries) == 1:
                    other.execute("update kept set number = number + 1")
                cursor.execute("update kept set number = %s", [number + 1])

        raise_it()
        assert other.execute("select number from kept").fetchone() == (2,)
        connections[BESIDE].close()

    assert len(tries) == 2


def _passable(folder: Path) -> Path:
    """The folder, which the user of the server may enter."""
    folder.chmod(0o755)
    return folder
