"""How quickly the values of a past period are taken into the site, with the record: tables of whole provinces.

    python -m benchmarks.site_history VALUES        (TONGKET_DATA, DATABASE_URL: an office that ``site_office`` made)

Prints one line of JSON: values, seconds of clock and of processor, the longest transaction, and what is wrong.
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from benchmarks.site_office import CODES

BEGINS, ENDS = "2025-07-01", "2025-12-31"


def main() -> None:
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tongket.site.settings")
    django.setup()
    print(json.dumps(measure(int(sys.argv[1]))))


def amount(body: int, cell: int) -> int:
    """What a body said then."""
    return (body * 7_907 + cell * 104_711) % 10_009


def measure(most: int) -> dict[str, Any]:
    """Take the tables of as many provinces in as give so many values, each as its desk; look at what is kept."""
    from tongket.site.people.models import User
    from tongket.site.records.verifying import verify
    from tongket.site.rounds.models import ProgrammeVersion
    from tongket.site.submissions.services import history

    longest = _timed(history)
    version = ProgrammeVersion.objects.get(code="tai")
    values, clock, processor, tables = 0, 0.0, 0.0, 0
    with tempfile.TemporaryDirectory() as name:
        for desk in User.objects.filter(username__startswith="consolidator.").order_by("pk"):
            if values >= most:
                break
            actor, file = _actor(desk), Path(name) / f"{desk.pk}.csv"
            _write(file, actor.body, (most - values) // len(CODES))
            start, used = time.perf_counter(), time.process_time()
            values += history.take_history(actor, version, file).values
            clock += time.perf_counter() - start
            processor += time.process_time() - used
            tables += 1
    wrong = [one.words for one in verify().breaks[:3]] + _kept_wrong(values)
    told = {"values": values, "tables": tables, "seconds": clock, "cpu": processor, "longest": max(longest)}
    return told | {"wrong": wrong}


def _actor(user: Any) -> Any:
    from tongket.site.people.rights import actor_of

    return actor_of(user)


def _timed(history: Any) -> list[float]:
    """The seconds of each transaction, as they are done."""
    keep, longest = history._keep, [0.0]

    def timed(*given: Any) -> Any:
        start = time.perf_counter()
        answer = keep(*given)
        longest.append(time.perf_counter() - start)
        return answer

    history._keep = timed
    return longest


def _write(file: Path, province: Any, most_bodies: int) -> None:
    from tongket.site.people.models import Body

    with file.open("w", encoding="utf-8", newline="") as out:
        out.write("mã chỉ tiêu,đơn vị,kỳ,cơ quan,giá trị\n")
        for body in Body.objects.filter(superior=province).order_by("pk")[: max(most_bodies, 1)]:
            for cell, code in enumerate(CODES):
                out.write(f"{code},{body.unit},{BEGINS}/{ENDS},{body.name},{amount(body.pk, cell)}\n")


def _kept_wrong(values: int) -> list[str]:
    """Values that are not there as they were written, each once."""
    from tongket.site.submissions.models import Observation

    places = {code: number for number, code in enumerate(CODES)}
    rows = Observation.objects.filter(period_end=ENDS).values_list("submission__body", "indicator", "amount")
    found = list(rows)
    bad = sum(1 for body, indicator, said in found if said != amount(body, places[indicator]))
    return [f"{len(found)} values are kept of {values}, {bad} of them otherwise"] if bad or len(found) != values else []


if __name__ == "__main__":
    main()
