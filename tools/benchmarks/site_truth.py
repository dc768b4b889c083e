"""Whether the site kept what it said that it kept: after the load, from its database alone.

    python -m benchmarks.site_truth TOLD.json ...        (TONGKET_DATA, DATABASE_URL)

Prints one line of JSON: how much was looked at, and what is wrong.
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from benchmarks.site_load import value
from benchmarks.site_office import CODES

JOBS_WITHIN = 120.0  # seconds in which the worker ends what waits
SHOWN = 5


def main() -> None:
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tongket.site.settings")
    django.setup()
    told = [json.loads(Path(name).read_text(encoding="utf-8")) for name in sys.argv[1:]]
    print(json.dumps(look(told)))


def look(told: list[dict[str, Any]]) -> dict[str, Any]:
    """What stands there against what the site acknowledged."""
    from tongket.site.jobs.models import Job
    from tongket.site.records.models import Link
    from tongket.site.submissions.models import Observation, Revision

    sent = [key for one in told for key in one["sent"]]
    saved = {int(key): cells for one in told for key, cells in one["saved"].items()}
    wrong = [fault for one in told for fault in one["wrong"]]
    for check in (lost(sent), doubled(), half_saved(saved), broken_record(), open_jobs()):
        wrong += check
    return {
        "acknowledged": len(sent),
        "revisions": Revision.objects.count(),
        "observations": Observation.objects.count(),
        "links": Link.objects.count(),
        "jobs": dict(Counter(Job.objects.values_list("state", flat=True))),
        "wrong": len(wrong),
        "first": wrong[:SHOWN],
    }


def lost(sent: list[int]) -> Iterator[str]:
    """Submissions that were acknowledged and are not there, or are there otherwise than they were typed."""
    from tongket.site.submissions.models import Observation, Revision

    states = dict(Revision.objects.values_list("submission", "submission__state"))
    for key in sent:
        if states.get(key) != "sent":
            yield f"submission {key} was acknowledged and is {states.get(key)}"
            continue
        amounts = dict(Observation.objects.filter(submission=key).values_list("indicator", "amount"))
        if amounts != {code: value(key, number) for number, code in enumerate(CODES)}:
            yield f"submission {key} holds other values than were typed ({len(amounts)})"


def doubled() -> Iterator[str]:
    """Submissions with more revisions than one, revisions with other values than one of each cell."""
    from django.db.models import Count

    from tongket.site.submissions.models import Observation, Revision

    for key, number in Revision.objects.values_list("submission").annotate(n=Count("pk")).filter(n__gt=1):
        yield f"submission {key} has {number} revisions"
    counts = dict(Observation.objects.values_list("submission").annotate(n=Count("pk")))
    told = dict(Revision.objects.values_list("submission", "values"))
    for key in counts.keys() | told.keys():
        if counts.get(key) != told.get(key):
            yield f"submission {key} has {counts.get(key)} values, its revision says {told.get(key)}"


def half_saved(saved: dict[int, int]) -> Iterator[str]:
    """Cells that were said to be saved and are not, in forms that may not have been sent."""
    from tongket.site.submissions.models import Value

    for key, cells in saved.items():
        amounts = dict(Value.objects.filter(submission=key).values_list("indicator", "amount"))
        if any(amounts.get(CODES[number]) != value(key, number) for number in range(cells)):
            yield f"submission {key} lacks a cell that was saved"


def broken_record() -> Iterator[str]:
    """Links and seals that do not hold, as ``tongket audit verify`` finds them."""
    from tongket.site.records.verifying import verify

    for broken in verify().breaks:
        yield f"chain {broken.chain} breaks at {broken.number}: {broken.words}"


def open_jobs() -> Iterator[str]:
    """Jobs that are neither done nor failed, after the worker had time."""
    from tongket.site.jobs.models import Job

    end = time.monotonic() + JOBS_WITHIN
    waiting = Job.objects.filter(state__in=("waiting", "running"))
    while waiting.exists() and time.monotonic() < end:
        time.sleep(0.5)
    for job in waiting:
        yield f"job {job.pk} ({job.kind}) is {job.state}, tried {job.tries} times"


if __name__ == "__main__":
    main()
