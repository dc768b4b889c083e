"""Every figure that the office under load is asked for, each beside its aim; a quarter of an hour for both databases.

    python tools/bench.py aims

What ``bench.py site`` measures over an hour, in short: the rate of the last ten minutes with people who sign in, type
in batches and send; then submissions alone (200 values saved, checked and sent in one request) at a rising rate; the
total of the province; past years; maps; kills; the truth of it all.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from benchmarks.measure import Measured
from benchmarks.site import (
    BODIES,
    MOST_READING,
    MOST_SENDING,
    RATES,
    READING,
    SQLITE,
    WARMING,
    Office,
    Site,
    killed,
    office,
    one_rate,
    p95,
    run_it,
    running,
    seen_in_total,
    truth,
)
from benchmarks.site_load import Told

STEPS = {SQLITE: (20, 40, 60, 80, 100), "PostgreSQL": (40, 60, 80, 100, 130)}  # submissions a second
LEAST = {SQLITE: 60, "PostgreSQL": 100}
CALM, STEP = 45.0, 6.0  # seconds of the first rate, and of each that rises
KILL = 4.0  # seconds of a kill with the beginning after it
HISTORY, HISTORY_RATE, LONGEST = 60_000, 5_000, 0.2


@dataclass(frozen=True, slots=True)
class Figure:
    """What was found, and what was aimed at; ``holds`` is None where there is no aim."""

    what: str
    found: str
    aim: str = ""
    holds: bool | None = None


@dataclass(slots=True)
class Aims:
    """All figures of one database, with what was wrong."""

    database: str
    figures: list[Figure] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)

    def tell(self, what: str, found: str, aim: str = "", holds: bool | None = None) -> None:
        """Keep a figure, and show it at once."""
        self.figures.append(Figure(what, found, aim, holds))
        mark = {None: "", True: "holds", False: "FALLS SHORT"}[holds]
        print(f"  {self.database:10}  {what:58}  {found:>34}  {aim:>16}  {mark}", flush=True)

    def seconds(self, what: str, several: Sequence[float], most: float = 0.0) -> None:
        """Keep how long 95 in 100 took at the most."""
        if several:
            slow, aim = p95(several), f"< {1000 * most:.0f} ms" if most else ""
            self.tell(f"{what}, p95", f"{1000 * slow:.0f} ms of {len(several)}", aim, slow < most if most else None)

    def row(self, measured: Measured) -> None:
        """What a part of the measurement found wrong counts for all."""
        if measured.wrong:
            self.wrong.append(f"{measured.job}: {measured.wrong}")
            self.tell(measured.job, "WRONG", "nothing wrong", holds=False)


def measure(database: str, communes: int = BODIES, kills: int = 50) -> Aims:
    """All figures of one database."""
    aims, told = Aims(database), []
    with office(communes, database) as made, running(made) as site:
        bodies, at = made.told["bodies"], WARMING
        told.append(one_rate(database, site, bodies[:at], 1, WARMING, signs_in=True)[1])
        at += _calm(aims, site, bodies[at : at + int(RATES[0] * CALM)], told)
        kept_back = max(communes // 5, 1)
        _rising(aims, site, bodies[at : len(bodies) - kept_back - 1], told)
        _total(aims, site, bodies[-kept_back - 1])
        _history(aims, made)
        if kills:
            row, path = killed(database, site, bodies[-kept_back:], kills, KILL)
            told.append(path)
            aims.row(row)
            aims.tell(f"kill -9 of web, worker, all: {kills}", row.note.partition(";")[0], "50", kills >= 50)
        row = truth(database, made, told)
        aims.row(row)
        aims.tell("nothing lost, nothing double, the record holds", row.note[:34], "0 wrong", not row.wrong)
        _maps(aims, made)
    _password(aims)
    return aims


def _calm(aims: Aims, site: Site, bodies: list[dict[str, Any]], told: list[Path]) -> int:
    """The last ten minutes before the deadline: everybody signs in, opens the form, types, sends, looks."""
    row, path, _ = one_rate(aims.database, site, bodies, RATES[0], CALM, 8, signs_in=True)
    told.append(path)
    aims.row(row)
    found = Told(**json.loads(path.read_text(encoding="utf-8")))
    name = f"{RATES[0]:.1f} bodies a second"
    aims.tell(f"{name}: sent, with 50 readers", f"{len(found.sent)} of {len(bodies)}", "all", _all(found, bodies))
    aims.seconds(f"{name}: reading", [one for kind in READING for one in found.seconds.get(kind, [])], MOST_READING)
    aims.seconds(f"{name}: sending", found.seconds.get("send", []), MOST_SENDING)
    aims.seconds(f"{name}: saving 25 values", found.seconds.get("save", []))
    aims.seconds(f"{name}: signing in", found.seconds.get("sign-in", []))
    aims.tell(f"{name}: cores of the site; of the generator", _cores(row, found))
    return len(bodies)


def _rising(aims: Aims, site: Site, bodies: list[dict[str, Any]], told: list[Path]) -> None:
    """Submissions alone at a rising rate, until 95 in 100 no longer take less than a second, or they fall behind."""
    best = 0.0
    for rate in STEPS[aims.database]:
        several, bodies = bodies[: int(rate * STEP)], bodies[int(rate * STEP) :]
        if len(several) < rate * STEP / 2:
            break
        row, path, holds = one_rate(aims.database, site, several, rate, STEP, 0, pages=False)
        told.append(path)
        aims.row(row)
        found = Told(**json.loads(path.read_text(encoding="utf-8")))
        reached = len(found.sent) / found.clock
        holds = holds and _all(found, several) and found.clock < STEP * 1.2
        name = f"{rate} submissions a second"
        aims.tell(f"{name}: reached", f"{reached:.0f}, {_cores(row, found)}", "", None)
        aims.seconds(f"{name}: sending", found.seconds.get("send", []))
        aims.seconds(f"{name}: reading", [one for kind in READING for one in found.seconds.get(kind, [])])
        best = max(best, reached if holds else 0.0)
        if not holds:
            break
    least = LEAST[aims.database]
    aims.tell("highest rate that holds", f"{best:.0f} a second", f">= {least}", best >= 0.95 * least)


def _all(found: Told, bodies: list[dict[str, Any]]) -> bool:
    return len(found.sent) == len(bodies)


def _cores(row: Measured, found: Told) -> str:
    """How many cores the site's processes took, without the database server's, and the generator."""
    return f"site {row.cpu / max(found.clock, 0.1):.2f}, generator {found.cpu / max(found.clock, 0.1):.2f}"


def _total(aims: Aims, site: Site, body: dict[str, Any]) -> None:
    row = seen_in_total(aims.database, site, body)
    aims.tell("from sending to the total of the province", f"{row.seconds:.2f} s", "< 1 s", not row.wrong)


def _history(aims: Aims, made: Office) -> None:
    """Past years, from a process of its own while the site runs."""
    said = run_it([sys.executable, "-m", "benchmarks.site_history", str(HISTORY)], made.environment)
    found = json.loads(said.strip().splitlines()[-1])
    rate, longest = found["values"] / found["seconds"], found["longest"]
    aims.wrong += found["wrong"]
    holds = rate >= HISTORY_RATE and not found["wrong"]
    aims.tell(f"import of {found['values']:,} past values, with audit", f"{rate:,.0f} a second", ">= 5,000", holds)
    aims.tell("import: longest transaction", f"{1000 * longest:.0f} ms", "< 200 ms", longest < LONGEST)


def _maps(aims: Aims, made: Office) -> None:
    """Coverage of twelve periods."""
    said = run_it([sys.executable, "-m", "benchmarks.site_maps"], made.environment)
    found = json.loads(said.strip().splitlines()[-1])
    for key, what, most in (
        ("map_of_provinces", f"heat map of {found['provinces']} provinces x 12", 300),
        ("map_of_a_province", f"heat map of {found['communes']} communes x 12", 300),
        ("workbook", f"workbook of {found['bodies']:,} bodies x 12", 5_000),
    ):
        aims.tell(what, f"{found[key]:,.0f} ms", f"< {most:,} ms", found[key] < most)


def _password(aims: Aims) -> None:
    """What signing in costs by its hash alone."""
    from tongket.site.people.passwords import Argon2Hasher

    hasher = Argon2Hasher()
    kept = hasher.encode("mot-mat-khau", hasher.salt())
    start = time.process_time()
    hasher.verify("mot-mat-khau", kept)
    cost = time.process_time() - start
    name = f"one sign-in: Argon2id, {hasher.memory_cost // 1024} MiB, {hasher.time_cost} passes"
    aims.tell(name, f"{1000 * cost:.0f} ms of a core")


def run(databases: Sequence[str], communes: int, kills: int) -> bool:
    """Measure and show; whether nothing was wrong (a figure that falls short is told, and is no fault)."""
    start, is_right = time.perf_counter(), True
    for database in databases:
        print(f"\nthe office under load, {database}: each figure beside its aim", flush=True)
        aims = measure(database, communes, kills)
        for line in aims.wrong:
            print(f"  WRONG: {line}")
        is_right &= not aims.wrong
    print(f"\n{(time.perf_counter() - start) / 60:.1f} minutes")
    return is_right
