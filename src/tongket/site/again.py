"""A transaction that another one stood in the way of is begun anew: it left nothing behind, so nothing is doubled."""

from __future__ import annotations

import functools
import logging
import random
import sqlite3
import time
from collections.abc import Callable
from typing import ParamSpec, TypeVar

from django.db import OperationalError, connection

log = logging.getLogger(__name__)
TRIES = 5
LONGEST = 15.0  # seconds after which it is given up: who waited as long as the database waits (20) is told so at once
FIRST_PAUSE = 0.02
# PostgreSQL: serialization failure, deadlock, lock not available. Each says that the whole was rolled back.
STATES = frozenset({"40001", "40P01", "55P03"})

Given = ParamSpec("Given")
Answer = TypeVar("Answer")


def again(work: Callable[Given, Answer]) -> Callable[Given, Answer]:
    """Try ``work``, which is one transaction, up to ``TRIES`` times while another stands in its way.

    Within a transaction that is open already it is tried once: that one has to be begun anew as a whole. A connection
    that breaks is never tried again, as nobody knows whether its last transaction was kept.
    """

    @functools.wraps(work)
    def tried(*given: Given.args, **named: Given.kwargs) -> Answer:
        end, pause = time.monotonic() + LONGEST, FIRST_PAUSE
        for left in reversed(range(TRIES)):
            try:
                return work(*given, **named)
            except OperationalError as error:
                if not left or connection.in_atomic_block or time.monotonic() > end or not in_the_way(error):
                    raise
                log.info("%s is tried again: %s", work.__name__, error)
            time.sleep(random.uniform(pause / 2, pause))  # noqa: S311 - so that two do not meet again
            pause *= 2
        raise AssertionError

    return tried


def in_the_way(error: BaseException) -> bool:
    """Whether ``error`` says that another transaction held what this one needed, and that nothing of this was kept."""
    cause = error.__cause__
    if isinstance(cause, sqlite3.OperationalError):
        code = getattr(cause, "sqlite_errorcode", 0) & 0xFF
        return code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)
    return getattr(cause, "sqlstate", None) in STATES
