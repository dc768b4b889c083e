"""On PostgreSQL what is erased is gone from the files of the tables too, or the command to run is said."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from conftest_postgresql import postgresql  # noqa: F401 - a fixture

WORD = "cau-can-xoa-theo-luat"
MAKE = f"""
import django; django.setup()
import datetime as dt, json
from django.db import connection, transaction
from tongket.site.people.models import Body
from tongket.site.rounds.models import ProgrammeVersion, Round, Submission
from tongket.site.records.services import record
from tongket.site.submissions.models import Narrative
from tongket.site.work.purging import purge
from tongket.site.work import purging

day = dt.date(2026, 11, 20)
body = Body.objects.create(code="a", name="A", kind="ubnd", unit="a", unit_name="A", level="commune", path="/1/")
version = ProgrammeVersion.objects.create(code="p", version=1, hash="h", title="P", files={{}})
asked = Round.objects.create(name="R", programme=version, body=body, period_start=day, period_end=day, due=day)

def one():
    other = Body.objects.create(code=f"b{{Body.objects.count()}}", name="B", kind="ubnd", unit="b", path="/2/")
    row = Submission.objects.create(round=asked, body=other, reports_to=body, due=day)
    with transaction.atomic():
        record(f"submission:{{row.pk}}", "typed", None, {{"word": "{WORD}"}})
    Narrative.objects.create(submission=row, section="A", html="{WORD}", user=None)
    return row.pk

def left(table):
    with connection.cursor() as cursor:
        cursor.execute("checkpoint")
        cursor.execute("select encode(pg_read_binary_file(pg_relation_filepath(%s)), 'escape')", [table])
        return "{WORD}" in cursor.fetchone()[0]

TABLES = ("submissions_narrative", "records_content")
first = one()
before = [left(table) for table in TABLES]
done = purge(first, "Quyết định số 12/QĐ-UBND")
told = {{"before": before, "after": [left(table) for table in TABLES], "unwritten": done.unwritten}}
second = one()
with connection.cursor() as cursor:
    cursor.execute("create role other; alter table submissions_narrative owner to other; create role plain")
    for table in purging._TOUCHED:
        cursor.execute(f"grant all on {{table}} to plain")
    cursor.execute("grant select, insert, update on all tables in schema public to plain")
    cursor.execute("grant usage on all sequences in schema public to plain; set role plain")
done = purge(second, "Quyết định số 12/QĐ-UBND")
told |= {{"others": done.unwritten == list(purging._TOUCHED), "command": done.command}}
print(json.dumps(told))
"""


@pytest.mark.slow
def test_no_page_of_a_table_holds_what_was_erased(postgresql: str, tmp_path: Path) -> None:  # noqa: F811
    host = dict(part.split("=") for part in postgresql.split())["host"]
    kept = {name: text for name, text in os.environ.items() if not name.startswith(("TONGKET_", "DJANGO_"))}
    environment = {**kept, "TONGKET_DATA": str(tmp_path), "DJANGO_SETTINGS_MODULE": "tongket.site.settings"}
    environment["DATABASE_URL"] = f"postgresql://tongket@/postgres?host={host}"

    def run(*command: str) -> str:
        done = subprocess.run(command, capture_output=True, text=True, check=False, env=environment, timeout=200)
        assert done.returncode == 0, done.stderr[-2000:]
        return done.stdout

    run(sys.executable, "-m", "django", "migrate", "--verbosity", "0")
    told = json.loads(run(sys.executable, "-c", MAKE).splitlines()[-1])
    assert told["before"] == [True, True]
    assert told["after"] == [False, False]
    assert told["unwritten"] == []
    assert told["others"]
    assert "VACUUM (FULL) submissions_narrative;" in told["command"]
