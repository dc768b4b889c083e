"""How quickly coverage is shown: provinces and communes by twelve periods, and all of it as a workbook.

    python -m benchmarks.site_maps        (TONGKET_DATA, DATABASE_URL: an office that ``site_office`` made)

A body above all provinces asks all communes twelve times more; then its desk, and that of the largest province, look.
Prints one line of JSON: milliseconds of each page (the median of five), how many bodies it showed.
"""

from __future__ import annotations

import datetime as dt
import json
import os
import statistics
import time
from typing import TYPE_CHECKING, Any

from benchmarks.site_office import VALUES, make_sessions, make_users

if TYPE_CHECKING:
    from django.test import Client

    from tongket.site.people.models import Body
    from tongket.site.rounds.models import Round

PERIODS = 12
TIMES = 5


def main() -> None:
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tongket.site.settings")
    django.setup()
    print(json.dumps(measure()))


def measure() -> dict[str, Any]:
    """Make the rounds, then look."""
    from django.db import transaction
    from django.db.models import Count

    from tongket.site.people.models import Body

    with transaction.atomic():
        top, desk = make_top()
        for number in range(PERIODS):
            ask_all(make_period(top, number))
    largest = Body.objects.filter(superior=top).annotate(below=Count("inferiors")).order_by("-below", "pk")[0]
    client = signed_in(desk)
    return {
        "provinces": Body.objects.filter(superior=top).count(),
        "communes": largest.below,
        "bodies": Body.objects.filter(level="commune").count(),
        "map_of_provinces": looked(client, "/rounds/coverage?programme=tai"),
        "map_of_a_province": looked(client, f"/rounds/coverage?programme=tai&at={largest.pk}"),
        "workbook": written(top),
    }


def written(top: Body) -> float:
    """Milliseconds of the workbook of all bodies, which the site writes in the background."""
    from tongket.site.people.models import User
    from tongket.site.people.rights import actor_of
    from tongket.site.rounds.coverage_export import workbook_bytes

    actor = actor_of(User.objects.filter(grants__body=top)[0], top.pk)
    start = time.perf_counter()
    workbook_bytes(actor, "tai", top)
    return 1000 * (time.perf_counter() - start)


def make_top() -> tuple[Body, str]:
    """The body above all, with the session of its desk."""
    from django.db.models import F, Value
    from django.db.models.functions import Concat

    from tongket.site.people.models import Body

    top = Body.objects.create(
        code="tw", name="Ban Bí thư", kind="ubnd", unit="vn", unit_name="Việt Nam", level="nation", path="/"
    )
    top.put_below(None)
    Body.objects.exclude(pk=top.pk).update(path=Concat(Value(top.path[:-1]), F("path")))
    Body.objects.filter(superior=None).exclude(pk=top.pk).update(superior=top)
    top.save()
    users = make_users([top], "consolidator")
    return top, make_sessions(users)[users[0].pk]


def make_period(top: Body, number: int) -> Round:
    """A closed round of one month."""
    from tongket.site.interface.clock import now, today
    from tongket.site.rounds.models import ProgrammeVersion, Round

    first = today().replace(day=1)
    for _ in range(number):
        first = (first - dt.timedelta(days=1)).replace(day=1)
    last = (first + dt.timedelta(days=31)).replace(day=1) - dt.timedelta(days=1)
    return Round.objects.create(
        name=f"Tháng {first:%m/%Y}",
        programme=ProgrammeVersion.objects.get(code="tai"),
        body=top,
        period_start=first,
        period_end=last,
        state=Round.State.CLOSED,
        due=last,
        opened=now(),
        closed=now(),
    )


def ask_all(round_: Round) -> None:
    """A submission of every commune: most in time, some late, some missing."""
    from tongket.site.interface.clock import now
    from tongket.site.people.models import Body
    from tongket.site.rounds.models import Submission

    rows = []
    for body in Body.objects.filter(level="commune"):
        turn = (body.pk * 7 + round_.pk) % 20
        row = Submission(round=round_, body=body, reports_to_id=body.superior_id, due=round_.due, asked=VALUES)
        if turn:
            row.state, row.sent, row.first_sent, row.revision = Submission.State.APPROVED, now(), now(), 1
            row.days_late = max(turn - 16, 0)
        rows.append(row)
    Submission.objects.bulk_create(rows, batch_size=500)


def signed_in(session: str) -> Client:
    """A browser of that session."""
    from django.conf import settings
    from django.test import Client

    client = Client()
    client.cookies[settings.SESSION_COOKIE_NAME] = session
    return client


def looked(client: Client, path: str, times: int = TIMES) -> float:
    """Milliseconds of the page, the median; the first, which loads the program, does not count."""
    several = []
    for number in range(times + 1):
        start = time.perf_counter()
        answer = client.get(path)
        taken = time.perf_counter() - start
        if answer.status_code != 200:
            raise RuntimeError(f"{path}: {answer.status_code}")
        if number:
            several.append(taken)
    return 1000 * statistics.median(several)


if __name__ == "__main__":
    main()
