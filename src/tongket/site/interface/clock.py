"""The clock of the site: Asia/Ho_Chi_Minh for every date and deadline; a test may set it."""

from __future__ import annotations

import datetime as dt
import os

from django.utils import timezone


def now() -> dt.datetime:
    """The present moment, with its zone; ``TONGKET_NOW`` (ISO) fixes it for demonstrations and tests."""
    fixed = os.environ.get("TONGKET_NOW")
    if fixed:
        moment = dt.datetime.fromisoformat(fixed)
        return moment if moment.tzinfo else timezone.make_aware(moment)
    return timezone.now()


def today() -> dt.date:
    """The day in Vietnam."""
    return timezone.localtime(now()).date()
