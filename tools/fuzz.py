"""Fuzz the openers and the grammars: ``tools/fuzz.py [TARGET ...] --seconds 120``. Needs ``requirements/fuzz.txt``.

Only ReadError (and SecretError) may come out of an opener, nothing at all out of a reader, and both within 20 seconds
and 2 GB. What broke lies in ``build/fuzz/TARGET/``; it becomes a test when it is mended.
"""

from __future__ import annotations

import argparse
import contextlib
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
HOME = ROOT / "build" / "fuzz"
MOST_SECONDS = 20  # for one input
MOST_MEGABYTES = 2048

# Endings of the seeds that a target starts from, looked for among the tests' own files.
SEEDS = {
    "docx": (".docx",),
    "pdf": (".pdf",),
    "picture": (".png", ".tif", ".jpg"),
    "sheet": (".xlsx", ".xls", ".ods", ".csv"),
    "html": (".html",),
    "archive": (".docx",),  # a Word file is an archive, too
    "text": (".txt",),
    "letters": (".txt",),
    "report": (".txt",),
}


def target(name: str) -> Callable[[bytes], None]:
    """What is done with one input; loaded under instrumentation."""
    import tempfile

    from tongket.checking.check import check_report
    from tongket.errors import ReadError
    from tongket.files.archives import unpack
    from tongket.files.docx.read import read_docx
    from tongket.files.html import read_html
    from tongket.files.old_fonts import decode_source
    from tongket.files.open import source_of
    from tongket.files.pdf.read import read_pdf
    from tongket.files.scan.images import open_picture
    from tongket.files.sheets import read_sheets
    from tongket.files.text import text_blocks
    from tongket.model.sources import Source
    from tongket.reading.read import read_source

    def opened(read: Callable[[bytes], object]) -> Callable[[bytes], None]:
        def run(data: bytes) -> None:
            with contextlib.suppress(ReadError):
                read(data)

        return run

    def unpacked(data: bytes) -> None:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "a.zip"
            path.write_bytes(data)
            into = Path(folder) / "into"
            into.mkdir()
            list(unpack(path, into))

    def report(data: bytes) -> None:
        text = data.decode("utf-8", errors="replace")
        check_report(read_source(Source("a.txt", "", "txt", text, text_blocks(text))))

    def letters(data: bytes) -> None:
        text = data.decode("latin-1")
        source = decode_source(Source("a.txt", "", "txt", text, text_blocks(text)))
        assert all(0 <= block.start <= block.end <= len(source.text) for block in source.blocks)

    targets: dict[str, Callable[[bytes], None]] = {
        "docx": opened(lambda data: read_docx(data, file="a.docx")),
        "pdf": opened(lambda data: read_pdf(data, file="a.pdf")),
        "picture": opened(lambda data: list(open_picture(data, file="a.png"))),
        "sheet": opened(lambda data: read_sheets(data, file="a.xlsx")),
        "html": opened(lambda data: read_html(data, file="a.html")),
        "archive": unpacked,
        "text": opened(lambda data: source_of(b"\n" + data, "a.txt")),
        "letters": letters,
        "report": report,
    }
    return targets[name]


def run_one(name: str, arguments: list[str]) -> None:
    """Fuzz ``name`` in this process, until atheris ends it."""
    import atheris

    with atheris.instrument_imports(include=["tongket"]):
        run = target(name)
    atheris.Setup([sys.argv[0], *arguments], run)
    atheris.Fuzz()


def seed(name: str) -> Path:
    """A folder of inputs to start from: the tests' own files of that kind, those under 200 kB."""
    corpus = HOME / name / "corpus"
    corpus.mkdir(parents=True, exist_ok=True)
    for path in sorted((ROOT / "tests").rglob("*")):
        if path.suffix.lower() in SEEDS[name] and path.stat().st_size < 200_000:
            (corpus / f"{path.parent.name}-{path.name}").write_bytes(path.read_bytes())
    return corpus


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("targets", nargs="*", metavar="TARGET", help=f"of {', '.join(SEEDS)}; default: all")
    parser.add_argument("--seconds", type=int, default=150, help="for each target")
    known = parser.parse_args()
    broke = []
    for name in known.targets or SEEDS:
        limits = [f"-max_total_time={known.seconds}", f"-timeout={MOST_SECONDS}", f"-rss_limit_mb={MOST_MEGABYTES}"]
        limits += ["-max_len=200000", f"-artifact_prefix={HOME / name}/", str(seed(name))]
        done = subprocess.run([sys.executable, __file__, "--one", name, *limits], cwd=ROOT, check=False)
        print(f"{name}: {'nothing broke' if done.returncode == 0 else 'BROKE'} in {known.seconds} s", flush=True)
        broke += [name] if done.returncode else []
    return 1 if broke else 0


if __name__ == "__main__":
    if sys.argv[1:2] == ["--one"]:
        run_one(sys.argv[2], sys.argv[3:])
    sys.exit(main())
