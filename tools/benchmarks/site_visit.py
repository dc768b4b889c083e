"""What one visit of the site costs, request by request, in seconds of the processor: in one process, without the server
around it, so that figures repeat on a machine that others use too.

    python -m benchmarks.site_visit [--database PostgreSQL] [--visits 100] [--profile send]

A visit is what ``bench.py aims`` counts as a submission: 200 values saved in one request, checked and sent in a second.
The pages that its readers open are measured beside it. On PostgreSQL the server's own work is told apart.
"""

from __future__ import annotations

import argparse
import cProfile
import io
import json
import os
import pstats
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from benchmarks.site import DATABASES, SQLITE, office, run_it
from benchmarks.site_load import FORM, TOKEN, value

KINDS = ("save", "send", "work", "form", "sent", "coverage", "totals")
VISIT = ("save", "send")
FIRST = 10  # visits before the first that counts
Ask = Callable[..., tuple[int, bytes]]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--database", choices=DATABASES, default=SQLITE)
    parser.add_argument("--visits", type=int, default=100)
    parser.add_argument("--profile", choices=KINDS, default="", help="show where the time of this request goes")
    parser.add_argument("--told", type=Path, help="the office that is made already (used by itself)")
    given = parser.parse_args()
    if given.told:
        inside(json.loads(given.told.read_text(encoding="utf-8")), given.visits, given.profile)
        return
    with office(given.visits + FIRST + 1, given.database) as made:
        command = [sys.executable, "-m", "benchmarks.site_visit", "--visits", str(given.visits)]
        command += ["--told", str(made.folder / "office.json")]
        print(run_it([*command, *(["--profile", given.profile] if given.profile else [])], made.environment))


def inside(told: dict[str, Any], visits: int, profiled: str) -> None:
    """Visit, within the process of the site; print what each request cost."""
    from django.db import connection

    from tongket.site.application import application

    taken: dict[str, list[tuple[float, float]]] = {kind: [] for kind in KINDS}
    profile = cProfile.Profile(time.process_time)
    asked = _asking(application)
    for number, body in enumerate(told["bodies"][: visits + FIRST]):
        desk = next(one for one in told["provinces"] if one["round"] == body["round"])
        for kind, request in _requests(told["codes"], body, desk):
            before = time.process_time(), _server(connection)
            if kind == profiled and number >= FIRST:
                profile.enable()
            status, answer = asked(**request)
            profile.disable()
            after = time.process_time(), _server(connection)
            if status != (302 if kind == "send" else 200):
                raise SystemExit(f"{kind}: {status} {answer[:300]!r}")
            if number >= FIRST:
                taken[kind].append((after[0] - before[0], after[1] - before[1]))
    _show(taken)
    if profiled:
        text = io.StringIO()
        pstats.Stats(profile, stream=text).sort_stats("tottime").print_stats(45)
        pstats.Stats(profile, stream=text).sort_stats("cumtime").print_stats(90)
        print(text.getvalue())


def _show(taken: dict[str, list[tuple[float, float]]]) -> None:
    """On average, and what nine in ten take more than: on a machine that others use, the steadier of the two."""
    parts = {kind: list(zip(*several, strict=True)) for kind, several in taken.items()}
    rows = {kind: [how(part) for how in (statistics.fmean, _low) for part in two] for kind, two in parts.items()}
    rows["VISIT"] = [sum(several) for several in zip(*(rows[kind] for kind in VISIT), strict=True)]
    print(f"  {'ms of the processor':<20} {'site':>8} {'database':>9} {'site, low':>10} {'database':>9}")
    for kind, several in rows.items():
        print(f"  {kind:<20}", *(f"{1000 * one:{width}.2f}" for one, width in zip(several, (8, 9, 10, 9), strict=True)))


def _low(several: Sequence[float]) -> float:
    return sorted(several)[len(several) // 10]


def _requests(codes: list[str], body: dict[str, Any], desk: dict[str, Any]) -> list[tuple[str, dict[str, Any]]]:
    key, clerk, chief = body["submission"], body["session"], desk["session"]
    typed = [{"place": f"value:{code}/@area", "text": str(value(key, i)), "version": 0} for i, code in enumerate(codes)]
    cells = json.dumps({"cells": typed}).encode()
    return [
        ("work", {"path": "/", "session": clerk}),
        ("save", {"path": f"/submissions/{key}/values", "session": clerk, "body": cells, "media": "application/json"}),
        ("form", {"path": f"/submissions/{key}/", "session": clerk}),
        ("send", {"path": f"/submissions/{key}/send", "session": clerk, "body": b"edition=1", "media": FORM}),
        ("sent", {"path": f"/submissions/{key}/sent", "session": clerk}),
        ("coverage", {"path": "/rounds/coverage", "session": chief}),
        ("totals", {"path": f"/rollups/{body['round']}/", "session": chief}),
    ]


def _asking(application: Callable[..., Any]) -> Ask:
    """Ask as the server does: by WSGI."""

    def ask(path: str, session: str, body: bytes = b"", media: str = "") -> tuple[int, bytes]:
        told: list[str] = []
        environ = {
            "REQUEST_METHOD": "POST" if media else "GET",
            "SCRIPT_NAME": "",
            "PATH_INFO": path,
            "QUERY_STRING": "",
            "SERVER_NAME": "127.0.0.1",
            "SERVER_PORT": "80",
            "SERVER_PROTOCOL": "HTTP/1.1",
            "REMOTE_ADDR": "127.0.0.1",
            "HTTP_HOST": "127.0.0.1",
            "HTTP_COOKIE": f"sessionid={session}; csrftoken={TOKEN}",
            "HTTP_X_CSRFTOKEN": TOKEN,
            "CONTENT_TYPE": media,
            "CONTENT_LENGTH": str(len(body)),
            "wsgi.input": io.BytesIO(body),
            "wsgi.errors": sys.stderr,
            "wsgi.url_scheme": "http",
            "wsgi.version": (1, 0),
            "wsgi.multithread": True,
            "wsgi.multiprocess": True,
            "wsgi.run_once": False,
        }
        parts = application(environ, lambda status, _fields, _error=None: told.append(status))
        answer = b"".join(parts)
        getattr(parts, "close", lambda: None)()
        return int(told[0].split()[0]), answer

    return ask


def _server(connection: Any) -> float:
    """Seconds of the processor that the database server's process for this connection has taken; 0 of SQLite."""
    if connection.vendor != "postgresql" or connection.connection is None:
        return 0.0
    process = connection.connection.info.backend_pid
    return int(Path(f"/proc/{process}/schedstat").read_text().split()[0]) / 1e9


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tongket.site.settings")
    main()
