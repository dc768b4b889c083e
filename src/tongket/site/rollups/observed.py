"""Rows of the site's table as the library's values (số liệu đã gửi)."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import Any

from tongket.consolidating.rows import observation_of
from tongket.model.observations import Observation
from tongket.model.tables import OBSERVATIONS
from tongket.site.submissions.models import Observation as Row

_AT_ONCE = 900
_FIELDS = tuple("programme_version" if name == "version" else name for name in OBSERVATIONS.names)
BLANK = Observation(
    "", "", "", "area", "/", "", "", 1, 1, None, None, 0, "", "", "reported", "form", 1.0, "", "", 0, 0, ""
)


def observations_in(rows: Any) -> Iterator[tuple[int, int, Observation]]:
    """(key, submission, value) of each row of a query over ``Row``."""
    for key, submission, *values in rows.values_list("pk", "submission_id", *_FIELDS).iterator(chunk_size=5000):
        yield key, submission, observation_of(values)


def observations_at(keys: Collection[int]) -> Iterable[tuple[int, Observation]]:
    """The values of rows by key."""
    wanted = sorted(keys)
    for start in range(0, len(wanted), _AT_ONCE):
        for key, _, value in observations_in(Row.objects.filter(pk__in=wanted[start : start + _AT_ONCE])):
            yield key, value
