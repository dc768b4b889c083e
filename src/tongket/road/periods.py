"""The period that somebody names, by the closing days of a programme."""

from __future__ import annotations

from tongket.errors import ReadError
from tongket.model.mistakes import Mistake
from tongket.model.periods import Period
from tongket.model.programmes import Programme
from tongket.registry.periods import period


def period_named(text: str, programme: Programme) -> Period:
    """The period that ``text`` names: 'quý I/2026', or 'start/end'.

    Raises:
        ReadError: it names none.
    """
    found = period(text, programme.schedule.regime if programme.schedule else "nd-09")
    if isinstance(found, Mistake):
        raise ReadError(found.what, found.mend, **dict(found.facts))
    return found
