"""How long a 12-page report takes, by stage, side by side with peers in one run: medians and ratios.

The reports are those of the sample province, or of ``--reports``; one that is shorter than twelve pages is repeated
until it has them. Peers that are not installed are said so and left out (``make bench`` installs them). Figures
differ between machines; ratios differ little.
"""

from __future__ import annotations

import copy
import gc
import importlib.util
import shutil
import statistics
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
from lxml import etree

from benchmarks.measure import highest_memory
from benchmarks.truth import WrongError
from tongket import road
from tongket.checking.check import check_report
from tongket.files.open import open_source
from tongket.reading.citations.citations import read_citations
from tongket.reading.figures.figures import read_figures
from tongket.reading.read import read_source
from tongket.reading.running.flow import build_flow
from tongket.reading.running.scan import scan
from tongket.road.cores import cores
from tongket.road.many import read_many

ROOT = Path(__file__).resolve().parents[2]
PAGE = 2_600  # characters of a full page of an official report, 14 pt


def median_ms(work: Callable[[], object], rounds: int) -> float:
    """The median time of ``work`` in milliseconds, after one round to warm up."""
    work()
    times = []
    for _ in range(rounds):
        gc.collect()
        start = time.perf_counter()
        work()
        times.append((time.perf_counter() - start) * 1000)
    return statistics.median(times)


def twelve_pages(folder: Path, suffix: str, place: Path) -> Path:
    """A report of twelve pages: the longest of that format, its body repeated as often as it takes."""
    longest = max(folder.rglob(f"*{suffix}"), key=lambda path: len(open_source(path).text))
    times = max(1, round(12 * PAGE / len(open_source(longest).text)))
    path = place / f"twelve{suffix}"
    if suffix == ".txt":
        path.write_text("\n\n".join([open_source(longest).text] * times), encoding="utf-8", newline="")
        return path
    with zipfile.ZipFile(longest) as given, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as made:
        for name in given.namelist():
            data = given.read(name)
            made.writestr(name, _repeated(data, times) if name == "word/document.xml" else data)
    return path


def _repeated(document: bytes, times: int) -> bytes:
    root = etree.fromstring(document)
    body = root[-1]
    blocks = [one for one in body if not one.tag.endswith("}sectPr")]
    for _ in range(times - 1):
        for block in blocks:
            body.insert(len(body) - 1, copy.deepcopy(block))
    return etree.tostring(root)


def show(name: str, value: float, unit: str, aim: str = "") -> None:
    print(f"  {name:<44} {value:>9.1f} {unit:<6} {aim}")


def stages(path: Path, rounds: int) -> None:
    """Times of each stage for one report."""
    source = open_source(path)
    flow = build_flow(source)
    tokens = scan(flow.text)
    citations = read_citations(flow, tokens)
    report = read_source(source)
    print(f"{path.suffix} of {len(source.text) / PAGE:.1f} pages, {len(source.text):,} characters")
    opened = median_ms(lambda: open_source(path), rounds)
    show("open", opened, "ms", "aim: under 25 for .docx" if path.suffix == ".docx" else "")
    show("flow of clean text", median_ms(lambda: build_flow(source), rounds), "ms")
    show("scan", median_ms(lambda: scan(flow.text), rounds), "ms")
    show("citations", median_ms(lambda: read_citations(flow, tokens), rounds), "ms")
    show("figures", median_ms(lambda: read_figures(flow, tokens, citations), rounds), "ms")
    show("all of reading", median_ms(lambda: read_source(source), rounds), "ms")
    show("checks", median_ms(lambda: check_report(report), rounds), "ms")
    show("read and check", median_ms(lambda: check_report(read_source(source)), rounds), "ms", "aim: under 60")
    show("the whole, from the file", median_ms(lambda: road.check(road.read(path)), rounds), "ms")


def file_to_text(path: Path, rounds: int) -> None:
    """Word file to text: this project, python-docx, markitdown."""
    print("file to text (.docx)")
    ours = median_ms(lambda: open_source(path).text, rounds)
    show("tongket", ours, "ms")
    plain = median_ms(lambda: "\n".join(one.text for one in docx.Document(str(path)).paragraphs), rounds)
    show("python-docx (no notes, no numbers, no tables)", plain, "ms", f"{plain / ours:.1f} times tongket")
    if importlib.util.find_spec("markitdown") is None:
        print("  markitdown is not installed; make bench installs it")
        return
    from markitdown import MarkItDown

    converter = MarkItDown()
    other = median_ms(lambda: converter.convert(str(path)).text_content, max(3, rounds // 3))
    show("markitdown", other, "ms", f"{other / ours:.1f} times tongket")


def text_to_citations(text: str, source_path: Path, rounds: int) -> None:
    """Text to citations, in megabytes a second of UTF-8."""
    print("text to citations")
    source = open_source(source_path)
    size = len(text.encode()) / 1e6

    def ours() -> object:
        flow = build_flow(source)
        return read_citations(flow, scan(flow.text))

    speed = size / (median_ms(ours, rounds) / 1000)
    show("tongket", speed, "MB/s", f"aim: at least 10; {len(ours()):,} citations")  # type: ignore[arg-type] # a tuple
    if importlib.util.find_spec("eyecite") is None:
        print("  eyecite is not installed; make bench installs it")
        return
    from eyecite import get_citations

    english = "The court in Smith v. Jones, 123 F.2d 456, 458 (9th Cir. 1990), held so. See 42 U.S.C. § 1983. " * 300
    peer = len(english.encode()) / 1e6 / (median_ms(lambda: get_citations(english), 3) / 1000)
    show("eyecite (on English text of its own kind)", peer, "MB/s", f"tongket is {speed / peer:.0f} times as fast")


def growth(text: str, place: Path, rounds: int) -> None:
    """Reading 1, 10 and 100 times the text: the time per character must not grow."""
    print("growth of reading (the same text 1, 10, 100 times over)")
    for times in (1, 10, 100):
        path = place / f"x{times}.txt"
        path.write_text("\n\n".join([text] * times), encoding="utf-8", newline="")
        source = open_source(path)
        taken = median_ms(lambda source=source: read_source(source), 1 if times == 100 else rounds)  # type: ignore[misc] # bound now
        show(f"{times} times ({len(source.text):,} characters)", taken / times, "ms", "per copy")


def many(folder: Path, place: Path, rounds: int) -> None:
    """A folder of reports into facts, with one process and with one for each core; both must leave the same bytes."""
    print(f"reading many ({cores()} cores)")
    reports = place / "many"
    for copy_ in range(rounds):
        for path in sorted(folder.rglob("*.txt")):
            target = reports / str(copy_) / path.name
            target.parent.mkdir(parents=True, exist_ok=True)
            text = f"{path.read_text(encoding='utf-8', errors='replace')}\n{copy_}\n"  # no two files are the same
            target.write_text(text, encoding="utf-8", newline="")
    given = next(folder.rglob("dot-bao-cao.yaml"))
    for one in (given, given.with_name("don-vi.tsv")):
        shutil.copy(one, reports)
    times = {}
    for workers in (1, cores()):
        start = time.perf_counter()
        done = read_many(reports, place / f"facts-{workers}", "ct-06-tu", workers=workers)
        times[workers] = time.perf_counter() - start
        files = done.written + len(done.left_out)
        show(f"{files} reports, {workers} process(es)", files / times[workers], "a s", f"{done.values:,} values")
    facts = [{path.name: path.read_bytes() for path in (place / f"facts-{n}").rglob("*.parquet")} for n in times]
    if len(facts[0]) < 2 or any(one != facts[0] for one in facts):
        raise WrongError("reading many: the processes left other facts behind than one alone")
    show("speed-up", times[1] / times[cores()], "times")


def run(reports: Path | None, rounds: int, scratch: Path) -> None:
    """All of it, over the reports of a folder, or of the sample province."""
    folder = reports or scratch / "samples"
    if reports is None:
        subprocess.run([sys.executable, str(ROOT / "tools" / "make_samples.py"), str(folder)], check=True)
    word = twelve_pages(folder, ".docx", scratch)
    plain = twelve_pages(folder, ".txt", scratch)
    stages(word, rounds)
    stages(plain, rounds)
    file_to_text(word, rounds)
    together = scratch / "together.txt"
    text = "\n\n".join(open_source(path).text for path in sorted(folder.rglob("*.txt")))
    together.write_text(text, encoding="utf-8", newline="")
    text_to_citations(text, together, max(3, rounds // 5))
    growth(open_source(plain).text, scratch, max(3, rounds // 5))
    if reports is None:
        many(folder, scratch, 40)
    print(f"memory at the highest: {highest_memory():.0f} MB (peers included where they ran)")
