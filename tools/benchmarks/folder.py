"""A folder of many mixed files into facts, with all cores: files a second, memory, what is read again, what dies.

The files are the sample province's reports in all formats, each content once; some are damaged, some are packed in
archives. One worker is killed in the middle, as a system does that runs out of memory.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import threading
import time
import zipfile
from dataclasses import dataclass
from pathlib import Path

import psutil

from benchmarks.truth import WrongError
from tongket.road.cores import cores
from tongket.road.many import ManyRead, read_many

_PROGRAMME = "ct-06-tu"
# Of a hundred files: most are Word files of today, one in five an old one; scans are few and slow.
_SHARES = {".docx": 45, ".doc": 18, ".pdf": 20, ".txt": 8, ".rtf": 4, ".html": 3, ".scan.pdf": 1, ".bad.docx": 1}


@dataclass(frozen=True, slots=True)
class Run:
    """One run over the folder: seconds, and the highest memory of all its processes together in the two halves."""

    done: ManyRead
    seconds: float
    first_half: float
    second_half: float


def make(samples: Path, folder: Path, files: int) -> Path:
    """``files`` files in ``folder``, no two the same, made from the Word files of ``samples``."""
    originals = sorted(samples.rglob("*.docx"))[:10]
    made = _all_formats(originals, folder.parent / "originals")
    folder.mkdir(parents=True)
    number = 0
    for ending, share in _SHARES.items():
        for copy in range(files * share // 100):
            source = made[ending][copy % len(made[ending])]
            target = folder / f"{copy % 10}" / f"{number:05d} báo cáo{ending.removeprefix('.bad').replace('.scan', '')}"
            target.parent.mkdir(exist_ok=True)
            target.write_bytes(_told_apart(source.read_bytes(), ending, number))
            number += 1
    for given in samples.rglob("dot-bao-cao.yaml"):
        shutil.copy(given, folder)
        shutil.copy(given.with_name("don-vi.tsv"), folder)
    return folder


def _all_formats(originals: list[Path], folder: Path) -> dict[str, list[Path]]:
    folder.mkdir(parents=True)
    made: dict[str, list[Path]] = {".docx": originals, ".bad.docx": originals}
    for ending in (".doc", ".rtf", ".pdf", ".html"):
        kind = {".html": "html:XHTML Writer File"}.get(ending, ending[1:])
        profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        command = ["soffice", "--headless", profile, "--convert-to", kind, "--outdir", str(folder)]
        subprocess.run([*command, *map(str, originals)], check=True, capture_output=True, timeout=600)
        made[ending] = [folder / f"{path.stem}{ending}" for path in originals]
    from tongket.files.open import open_source

    made[".txt"] = []
    for path in originals:
        text = folder / f"{path.stem}.txt"
        text.write_text(open_source(path).text, encoding="utf-8", newline="")
        made[".txt"].append(text)
    made[".scan.pdf"] = [_scanned(path, folder) for path in made[".pdf"][:2]]
    return made


def _scanned(path: Path, folder: Path) -> Path:
    """The first two pages of a PDF as pictures of 200 dots an inch."""
    import pypdfium2

    with pypdfium2.PdfDocument(path) as document:
        pages = [document[number].render(scale=200 / 72).to_pil().convert("L") for number in range(2)]
    target = folder / f"{path.stem}.scan.pdf"
    pages[0].save(target, save_all=True, append_images=pages[1:], resolution=200)
    return target


def _told_apart(data: bytes, ending: str, number: int) -> bytes:
    """``data`` with a mark that changes its hash and not its text."""
    mark = f"{number:08d}".encode()
    if ending == ".bad.docx":
        return data[: len(data) // 2] + mark
    if ending == ".docx":
        return _with_comment(data, mark)
    if ending == ".txt":
        return data + b"\n" + b" " * (number + 1)
    if ending == ".html":
        return data + b"<!--" + mark + b"-->"
    if ending == ".rtf":
        return data.rstrip() + b"\n" * (number + 1)
    return data + (b"\n%" + mark + b"\n" if ending.endswith(".pdf") else mark)


def _with_comment(data: bytes, mark: bytes) -> bytes:
    import io

    held = io.BytesIO(data)
    with zipfile.ZipFile(held, "a") as archive:
        archive.comment = mark
    return held.getvalue()


def run(folder: Path, facts: Path, *, kill: bool = False) -> Run:
    """Read the folder once; ``kill`` ends one worker after a while."""
    samples: list[float] = []
    over = threading.Event()
    watch = threading.Thread(target=_watch, args=(samples, over, kill), daemon=True)
    watch.start()
    start = time.perf_counter()
    done = read_many(folder, facts, _PROGRAMME)
    seconds = time.perf_counter() - start
    over.set()
    watch.join()
    half = len(samples) // 2
    return Run(done, seconds, max(samples[:half], default=0.0), max(samples[half:], default=0.0))


def _watch(samples: list[float], over: threading.Event, kill: bool) -> None:
    here = psutil.Process(os.getpid())
    began = time.monotonic()
    while not over.wait(0.5):
        memory = 0.0
        for one in here.children(recursive=True):
            try:
                memory += one.memory_info().rss
            except psutil.Error:
                continue
        samples.append(memory / (1 << 20))
        if kill and time.monotonic() - began > 10:
            workers = [one for one in here.children() if "spawn_main" in " ".join(one.cmdline())]
            if workers:
                workers[0].kill()
                kill = False


def measure(samples: Path, scratch: Path, files: int = 2000) -> None:
    """Make the folder, read it twice, and print what it took."""
    folder = make(samples, scratch / "mixed", files)
    print(f"\na folder of {files:,} mixed files ({cores()} cores)")
    first = run(folder, scratch / "mixed-facts", kill=True)
    count = first.done.written + len(first.done.left_out)
    print(f"  {'read':<30} {count / first.seconds:8.1f} files a second, {first.seconds:.0f} s")
    print(
        f"  {'memory of all processes':<30} {first.first_half:8.0f} MB, in the second half {first.second_half:.0f} MB"
    )
    for one in first.done.left_out[:2] + first.done.left_out[-2:]:
        print(f"  left out: {one.reason[:150]}")
    again = run(folder, scratch / "mixed-facts")
    print(f"  {'read again':<30} {again.seconds:8.1f} s; {again.done.earlier:,} files were done before")
    if again.done.earlier < first.done.written:
        raise WrongError("a second run reads again what has not changed")
