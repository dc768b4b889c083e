"""The site under load: ``tongket serve`` on a made office, bodies that send at a rising rate beside readers; then the
same while its processes are killed. On SQLite and on PostgreSQL. Everything stays on 127.0.0.1.

The generator is a process of its own on the same cores; its share of them is told. Nothing is measured that is not
right: what was acknowledged must be there, once, with its chain (``site_truth``).
"""

from __future__ import annotations

import asyncio
import json
import os
import random
import signal
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from benchmarks.measure import TOOLS, Measured
from benchmarks.postgresql import server
from benchmarks.site_load import FORM, Browser, Plan, Told, value

SQLITE, POSTGRESQL = "SQLite", "PostgreSQL"
DATABASES = (SQLITE, POSTGRESQL)
BODIES = 3_321  # communes of the country
RATES = (BODIES / 2 / 600, 5, 10, 20, 40, 60, 100)  # the last ten minutes before the hour, then until it breaks
MOST_SENDING, MOST_READING = 1.0, 0.4  # seconds, of 95 in 100
READING = ("work", "form", "coverage", "totals", "sent", "sign-in page")
WARMING = 6  # bodies, a second each, before the first that counts
BEGIN_WITHIN = 120.0
KILLED = ("web", "worker", "all")


@dataclass(frozen=True, slots=True)
class Office:
    """A made office: its data folder, the environment of its processes, and who is in it."""

    folder: Path
    environment: dict[str, str]
    told: dict[str, Any]


@contextmanager
def office(communes: int, database: str) -> Iterator[Office]:
    """An office in a temporary folder, on a database of its own."""
    with tempfile.TemporaryDirectory(prefix="load-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        if database == SQLITE:
            yield _made(communes, folder, "")
            return
        (folder / "pg").mkdir()
        folder.chmod(0o755)  # the server's user passes through it
        with server(folder / "pg"):
            yield _made(communes, folder, f"postgresql://tongket@/postgres?host={folder / 'pg'}")


def _made(communes: int, folder: Path, address: str) -> Office:
    kept = {name: text for name, text in os.environ.items() if not name.startswith(("TONGKET_", "DJANGO_", "DATABASE"))}
    paths = os.pathsep.join(part for part in (str(TOOLS), os.environ.get("PYTHONPATH", "")) if part)
    environment = {**kept, "PYTHONPATH": paths, "TONGKET_DATA": str(folder / "data")}
    environment["DJANGO_SETTINGS_MODULE"] = "tongket.site.settings"
    if address:
        environment["DATABASE_URL"] = address
    told = folder / "office.json"
    run_it([sys.executable, "-m", "django", "migrate", "--verbosity", "0"], environment)
    run_it([sys.executable, "-m", "benchmarks.site_office", str(communes), str(told)], environment)
    return Office(folder, environment, json.loads(told.read_text(encoding="utf-8")))


def run_it(command: list[str], environment: dict[str, str]) -> str:
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=environment)
    if done.returncode:
        raise RuntimeError(f"{command[2]}: {done.stderr.strip()[-1000:]}")
    return done.stdout


class Site:
    """``tongket serve`` on an office; killed as a whole, it is begun again."""

    def __init__(self, made: Office) -> None:
        self.made = made
        with socket.socket() as one:
            one.bind(("127.0.0.1", 0))
            self.port: int = one.getsockname()[1]
        self.process = self._begin()

    def _begin(self) -> subprocess.Popen[bytes]:
        command = [sys.executable, "-m", "tongket", "serve", "--port", str(self.port)]
        with (self.made.folder / "site.log").open("ab") as log:
            return subprocess.Popen(command, stdout=log, stderr=log, env=self.made.environment, start_new_session=True)

    def children(self) -> dict[str, list[int]]:
        """Its processes by what they are."""
        found: dict[str, list[int]] = {"web": [], "worker": []}
        for folder in Path("/proc").glob("[0-9]*"):
            with suppress(OSError):
                status, words = (folder / "status").read_text(), (folder / "cmdline").read_bytes()
                if f"PPid:\t{self.process.pid}\n" in status and "State:\tZ" not in status:
                    found["worker" if b"tongket.site.worker" in words else "web"].append(int(folder.name))
        return found

    def ready(self) -> None:
        """Wait until it answers and its worker is there."""
        end = time.monotonic() + BEGIN_WITHIN
        while not (all(self.children().values()) and self._answers()):
            if time.monotonic() > end:
                log = (self.made.folder / "site.log").read_text(encoding="utf-8", errors="replace")
                raise RuntimeError(f"the site does not begin: {log[-1000:]}")
            time.sleep(0.1)

    def _answers(self) -> bool:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{self.port}/accounts/login/", timeout=10) as answer:
                return answer.status == 200
        except (urllib.error.URLError, OSError):
            return False

    def kill(self, what: str) -> None:
        """``kill -9`` one of its processes, or the first of them, and wait until all run again."""
        if what == "all":
            before = self.children()
            self.process.kill()
            self.process.wait()
            _gone([one for several in before.values() for one in several])
            self.process = self._begin()
        else:
            running = self.children()[what]
            if running:
                os.kill(random.choice(running), signal.SIGKILL)
        self.ready()

    def cpu(self) -> float:
        """Seconds of all cores that its processes took until now."""
        ticks = 0
        children = self.children()
        for process in (self.process.pid, *children["web"], *children["worker"]):
            with suppress(OSError):
                fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
                ticks += int(fields[11]) + int(fields[12])
        return ticks / os.sysconf("SC_CLK_TCK")

    def end(self) -> None:
        """End it as Ctrl-C does."""
        if self.process.poll() is None:
            self.process.terminate()
            self.process.wait(30)


def _gone(processes: list[int]) -> None:
    end = time.monotonic() + 20
    while any(_runs(one) for one in processes) and time.monotonic() < end:
        time.sleep(0.05)


def _runs(process: int) -> bool:
    try:
        return "State:\tZ" not in Path(f"/proc/{process}/status").read_text()
    except OSError:
        return False


@contextmanager
def running(made: Office) -> Iterator[Site]:
    """The site on that office."""
    site = Site(made)
    try:
        site.ready()
        yield site
    finally:
        site.end()


def generate(made: Office, plan: Plan, name: str) -> tuple[subprocess.Popen[bytes], Path]:
    """The generator, started; and where it will tell."""
    asked, told = made.folder / f"{name}.plan.json", made.folder / f"{name}.told.json"
    asked.write_text(json.dumps(asdict(plan)), encoding="utf-8")
    command = [sys.executable, "-m", "benchmarks.site_load", str(asked), str(told)]
    return subprocess.Popen(command, env=made.environment), told


def measure(
    database: str,
    communes: int = BODIES,
    rates: Sequence[float] = RATES,
    seconds: float = 60,
    kills: int = 50,
    batches: int = 8,
) -> list[Measured]:
    """Rising rates, a value seen in the total, then kills under load: a row of each."""
    rows, told = [], []
    with office(communes, database) as made, running(made) as site:
        bodies, free = made.told["bodies"], WARMING
        told.append(one_rate(database, site, bodies[:free], 1, WARMING)[1])  # the first pages load the program
        kept_back = kills and max(communes // 4, 1)
        for rate in rates:
            several = bodies[free : min(free + int(rate * seconds) + 1, len(bodies) - kept_back - 1)]
            if len(several) < rate * seconds / 2:
                break
            free += len(several)
            row, path, holds = one_rate(database, site, several, rate, seconds, batches)
            rows.append(row)
            told.append(path)
            if not holds:
                break
        rows.append(seen_in_total(database, site, bodies[free]))
        if kills:
            row, path = killed(database, site, bodies[free + 1 :], kills)
            rows.append(row)
            told.append(path)
        rows.append(truth(database, made, told))
    return rows


def one_rate(
    database: str,
    site: Site,
    bodies: list[dict[str, Any]],
    rate: float,
    seconds: float,
    batches: int = 8,
    *,
    signs_in: bool = False,
    pages: bool = True,
) -> tuple[Measured, Path, bool]:
    """One rate: its row, what the generator told, and whether the times hold."""
    made = site.made
    plan = Plan(
        site.port,
        rate,
        seconds,
        bodies,
        made.told["provinces"],
        made.told["codes"],
        batches,
        signs_in=signs_in,
        pages=pages,
    )
    used = site.cpu()
    process, path = generate(made, plan, f"{rate:.1f}-{bodies[0]['submission']}")
    process.wait(seconds + 150)
    used = site.cpu() - used
    told = Told(**json.loads(path.read_text(encoding="utf-8")))
    note, reading, sending = times(told)
    note += f"; generator {100 * told.cpu / told.clock:.0f} % of a core"
    row = Measured(f"{database}, {rate:.1f} bodies a second", told.clock, used, 0.0, note, "; ".join(told.wrong[:3]))
    return row, path, reading <= 2 * MOST_SENDING and sending <= MOST_SENDING


def times(told: Told) -> tuple[str, float, float]:
    """In words, 95 in 100 of reading pages, and of sending."""
    reading = [one for kind in READING for one in told.seconds.get(kind, [])]
    sending, saving = told.seconds.get("send", []), told.seconds.get("save", [])
    parts = [
        f"{name} {len(several)}: p50 {1000 * statistics.median(several):.0f} ms, p95 {1000 * p95(several):.0f} ms"
        for name, several in (
            ("pages", reading),
            ("sign-ins", told.seconds.get("sign-in", [])),
            ("savings", saving),
            ("sendings", sending),
        )
        if several
    ]
    return "; ".join(parts), p95(reading), p95(sending)


def p95(several: list[float]) -> float:
    return sorted(several)[int(0.95 * (len(several) - 1))] if several else 0.0


def seen_in_total(database: str, site: Site, body: dict[str, Any], most: float = 1.0) -> Measured:
    """How long after sending its value stands in the total of its province."""
    seconds = asyncio.run(_seen(site, body))
    wrong = "" if 0 <= seconds <= most else f"not within {most:g} s: {seconds:.2f} s"
    return Measured(f"{database}, from sending to the province's total", seconds, 0.0, 0.0, wrong=wrong)


async def _seen(site: Site, body: dict[str, Any]) -> float:
    until, told, key = time.monotonic() + 120, Told(), body["submission"]
    desk = next(one for one in site.made.told["provinces"] if one["round"] == body["round"])
    chief, clerk = (Browser(site.port, one["session"], told, until) for one in (desk, body))
    code, page = site.made.told["codes"][0], f"/rollups/{body['round']}/"
    before = _total((await chief.get("totals", page))[1], code)
    cells = [{"place": f"value:{code}/@area", "text": str(value(key, 0) + 1), "version": 0}]
    await clerk.post("save", f"/submissions/{key}/values", json.dumps({"cells": cells}).encode())
    await clerk.post("send", f"/submissions/{key}/send", b"edition=1", FORM)
    start = time.perf_counter()
    while time.monotonic() < until:
        if _total((await chief.get("totals", page))[1], code) == before + value(key, 0) + 1:
            return time.perf_counter() - start
    return -1.0


def _total(page: bytes, code: str) -> int:
    """The figure of an indicator on the page of totals; 0 where none stands."""
    row = page.decode().partition(f'data-code="{code}"')[2].partition("</tr>")[0]
    cell = row.partition('<td class="num">')[2].partition("</td>")[0]
    digits = "".join(one for one in _plain(cell) if one.isdigit())
    return int(digits or 0)


def _plain(markup: str) -> str:
    """The text of markup before its first mark of coverage."""
    text, inside = "", False
    for letter in markup.partition('<span class="part"')[0]:
        inside = letter == "<" or (inside and letter != ">")
        text += letter if not inside and letter != ">" else ""
    return text


def killed(
    database: str, site: Site, bodies: list[dict[str, Any]], kills: int, each: float = 6.0
) -> tuple[Measured, Path]:
    """Kill the web process, the worker, or all, in turn, under load; ``each`` takes so many seconds."""
    made = site.made
    rate = min(RATES[0], len(bodies) / (kills * each))
    plan = Plan(
        site.port, rate, kills * each, bodies, made.told["provinces"], made.told["codes"], think=2.0, exports=True
    )
    process, path = generate(made, plan, "kills")
    under_load, start = 0, time.perf_counter()
    for number in range(kills):
        time.sleep(random.uniform(0.2, 1.5))
        under_load += process.poll() is None
        site.kill(KILLED[number % len(KILLED)])
    process.wait(kills * each + 200)
    told = json.loads(path.read_text(encoding="utf-8"))
    note = (
        f"{kills} kills, {under_load} of them under load; {len(told['sent'])} sent, {told['exports']} jobs begun, "
        f"{told['again']} requests without answer"
    )
    wrong = "; ".join(told["wrong"][:3])
    return Measured(f"{database}, killed", time.perf_counter() - start, 0.0, 0.0, note, wrong), path


def truth(database: str, made: Office, told: list[Path]) -> Measured:
    """Whether everything that was acknowledged is there, once, and the record holds."""
    start = time.perf_counter()
    said = run_it([sys.executable, "-m", "benchmarks.site_truth", *map(str, told)], made.environment)
    found = json.loads(said.strip().splitlines()[-1])
    wrong = "; ".join(found.pop("first")) if found["wrong"] else ""
    note = ", ".join(f"{name} {number}" for name, number in found.items() if name != "first")
    return Measured(f"{database}, nothing lost or double", time.perf_counter() - start, 0.0, 0.0, note, wrong)
