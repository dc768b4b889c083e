"""Doing things at the moments of the past at which they happened."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Iterator
from contextlib import contextmanager

from django.utils import timezone


@contextmanager
def at(day: dt.date, hour: int) -> Iterator[dt.datetime]:
    """What is done inside is done on that day, and never later than now."""
    moment = min(timezone.make_aware(dt.datetime.combine(day, dt.time(hour, 7))), timezone.now())
    set_now(moment.isoformat())
    yield moment


def set_now(moment: str | None) -> None:
    """Fix the clock of the site; None lets it go."""
    if moment is None:
        os.environ.pop("TONGKET_NOW", None)
    else:
        os.environ["TONGKET_NOW"] = moment
