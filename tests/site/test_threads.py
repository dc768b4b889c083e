"""A connection to the database is closed with the thread that it belongs to."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from django.db import DEFAULT_DB_ALIAS, connections
from django.db.backends.signals import connection_created

from tongket.site.embedded.base import DatabaseWrapper
from tongket.site.threads import _keep, close_with_threads


@pytest.fixture
def closing():
    close_with_threads()
    yield
    connection_created.disconnect(_keep, dispatch_uid="tongket.site.threads")


def own_connection(path: Path) -> DatabaseWrapper:
    """A connection of the calling thread to a database of its own."""
    given = {"ENGINE": "tongket.site.embedded", "NAME": str(path)}
    told = connections.configure_settings({"default": given})[DEFAULT_DB_ALIAS]
    return DatabaseWrapper(told, DEFAULT_DB_ALIAS)


@pytest.mark.usefixtures("closing")
def test_what_a_thread_has_opened_is_closed_when_it_ends(tmp_path: Path, django_db_blocker) -> None:
    seen = []

    def work() -> None:
        seen.append(own_connection(tmp_path / "one.sqlite3"))
        seen[0].ensure_connection()
        assert seen[0].connection is not None

    with django_db_blocker.unblock():
        thread = threading.Thread(target=work)
        thread.start()
        thread.join()
    assert seen[0].connection is None


@pytest.mark.usefixtures("closing")
def test_the_connections_of_other_threads_stay_open(tmp_path: Path, django_db_blocker) -> None:
    with django_db_blocker.unblock():
        mine = own_connection(tmp_path / "one.sqlite3")
        mine.ensure_connection()
        thread = threading.Thread(target=lambda: own_connection(tmp_path / "two.sqlite3").ensure_connection())
        thread.start()
        thread.join()
        assert mine.connection is not None
        mine.close()
