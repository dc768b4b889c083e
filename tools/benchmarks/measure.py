"""One job, one process: what it takes in time and memory, and whether its result is right."""

from __future__ import annotations

import json
import os
import re
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

TOOLS = Path(__file__).resolve().parents[1]
_ERROR = re.compile(r"[\w.]+(?:Error|Exception)\b")
MEMORY = "6GB"  # of a database inside the process; the process itself stays below 8 GiB


@dataclass(frozen=True, slots=True)
class Measured:
    """Seconds by the clock, seconds of all cores, and the highest memory in MB; ``wrong`` says why it is void."""

    job: str
    seconds: float
    cpu: float
    memory: float
    note: str = ""
    wrong: str = ""


def highest_memory() -> float:
    """The most memory that this process has held, in MB.

    Not ``ru_maxrss`` where the kernel tells its own: that begins with what the parent held when it started this one.
    """
    try:
        status = Path("/proc/self/status").read_text(encoding="ascii")
    except OSError:
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    kept = re.search(r"^VmHWM:\s*(\d+) kB", status, re.MULTILINE)
    return int(kept[1]) / 1024 if kept else resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


@dataclass(slots=True)
class Clock:
    """The time between the beginnings and ends of what is to be measured; what lies outside does not count."""

    seconds: float = 0.0
    cpu: float = 0.0
    memory: float = 0.0
    note: str = ""
    parts: dict[str, float] = field(default_factory=dict)

    @contextmanager
    def running(self, part: str = "") -> Iterator[None]:
        """Measure what happens within, and keep it under ``part`` as well."""
        start, used = time.perf_counter(), time.process_time()
        try:
            yield
        finally:
            taken = time.perf_counter() - start
            self.seconds += taken
            self.cpu += time.process_time() - used
            if part:
                self.parts[part] = self.parts.get(part, 0.0) + taken
            self.memory = max(self.memory, highest_memory())


def in_own_process(module: str, job: str, arguments: Sequence[str]) -> Measured:
    """What ``job`` of ``benchmarks.module`` took, in a process of its own."""
    command = [sys.executable, "-m", f"benchmarks.{module}", job, *arguments]
    paths = os.pathsep.join(part for part in (str(TOOLS), os.environ.get("PYTHONPATH", "")) if part)
    done = subprocess.run(command, capture_output=True, text=True, check=False, env={**os.environ, "PYTHONPATH": paths})
    lines = done.stdout.strip().splitlines()
    if done.returncode or not lines:
        return Measured(job, 0.0, 0.0, 0.0, wrong=_why(done.stderr) or f"it ended with {done.returncode}")
    return Measured(job, **json.loads(lines[-1]))


def _why(said: str) -> str:
    """The last line of a traceback that names the error; a traceback of Java stands below that of Python."""
    lines = [line.strip() for line in said.splitlines() if line.strip()]
    named = [line for line in lines if _ERROR.match(line)]
    return (named or lines or [""])[-1]


def answer(jobs: dict[str, Callable[..., Clock]], arguments: Sequence[str]) -> None:
    """Do the job that ``in_own_process`` asked for, and tell it."""
    clock = jobs[arguments[0]](*arguments[1:])
    note = clock.note or ", ".join(f"{part} {seconds:.1f}" for part, seconds in clock.parts.items())
    print(json.dumps({"seconds": clock.seconds, "cpu": clock.cpu, "memory": clock.memory, "note": note}))


def show_table(title: str, rows: Iterable[Measured], against: str = "") -> bool:
    """Print ``rows`` with their ratio to the job ``against``; False when the result of one is wrong."""
    rows = list(rows)
    base = next((row for row in rows if row.job == against and not row.wrong), None)
    print(f"\n{title}")
    print(f"  {'':<44} {'s':>8} {'cpu s':>8} {'MB':>7} {'ratio':>6} {'of cpu':>6}")
    for row in rows:
        if row.wrong:
            print(f"  {row.job:<44} VOID: {row.wrong}")
            continue
        ratio = _ratio(row.seconds, base and base.seconds)
        of_cpu = _ratio(row.cpu, base and base.cpu)
        print(f"  {row.job:<44} {row.seconds:8.2f} {row.cpu:8.2f} {row.memory:7.0f} {ratio:>6} {of_cpu:>6}  {row.note}")
    return not any(row.wrong for row in rows)


def _ratio(value: float, base: float | None) -> str:
    return f"{value / base:.2f}" if base and value else ""


def save(path: Path, title: str, rows: Iterable[Measured]) -> None:
    """Add ``rows`` to the table of results ``path``."""
    path.parent.mkdir(parents=True, exist_ok=True)
    is_new = not path.exists()
    with path.open("a", encoding="utf-8", newline="\n") as out:
        if is_new:
            out.write("table\tjob\tseconds\tcpu_seconds\tmemory_mb\tnote\twrong\n")
        for row in rows:
            cells = (title, row.job, f"{row.seconds:.3f}", f"{row.cpu:.3f}", f"{row.memory:.0f}", row.note, row.wrong)
            out.write("\t".join(" ".join(cell.split()) for cell in cells) + "\n")
