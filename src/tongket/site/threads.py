"""A thread's connection to the database ends with the thread.

The server of the web ends threads that had nothing to do for a while, and begins others. Django keeps a connection by
thread and closes it at the thread's next request, which never comes; the connection refers to itself, so that it stays
open until a search for garbage, which is rare here. On a server of databases each of them is a place that is taken.
"""

from __future__ import annotations

import logging
import sys
import threading
from collections.abc import Callable
from typing import Any

from django.db import Error
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.signals import connection_created

log = logging.getLogger(__name__)
_here = threading.local()


class _Closing:
    """Closes its connection when the thread that it belongs to is gone."""

    def __init__(self, connection: BaseDatabaseWrapper) -> None:
        self._connection = connection

    def __del__(self, has_ended: Callable[[], bool] = sys.is_finalizing) -> None:
        if has_ended():  # the process closes all that it has
            return
        self._connection.inc_thread_sharing()  # nobody else has it, and the thread may no longer have its name
        try:
            self._connection.close()
        except Error as error:
            log.info("a connection was not closed in order: %s", error)


def close_with_threads() -> None:
    """From now on the connections of every thread are closed when it ends."""
    connection_created.connect(_keep, dispatch_uid="tongket.site.threads")


def _keep(connection: BaseDatabaseWrapper, **_told: Any) -> None:
    kept = _here.__dict__.setdefault("kept", {})
    if connection.alias not in kept:
        kept[connection.alias] = _Closing(connection)
