"""Fuzz the openers and the grammars: ``tools/fuzz.py [TARGET ...] --seconds 150``. Needs ``requirements/fuzz.txt``.

Only ReadError (and SecretError) may come out of an opener, nothing at all out of a reader, and both within 20 seconds
and 2 GB. What broke lies in ``build/fuzz/TARGET/``, each fault once, with its traceback; it becomes a test when it is
mended.
"""

from __future__ import annotations

import argparse
import hashlib
import random
import re
import subprocess
import sys
import traceback
from pathlib import Path

from fuzzing.seeds import ENDINGS, phrases, seeds

ROOT = Path(__file__).resolve().parents[1]
HOME = ROOT / "build" / "fuzz"
MOST_SECONDS = 20  # for one input
MOST_MEGABYTES = 2048
BLIND = 0.1  # of the changes are those of the fuzzer itself, which knows no form
_FIGURES = re.compile(r"#(\d+)\s+\w+\s+cov: (\d+) ft: \d+ corp: (\d+)/")


def run_one(name: str, arguments: list[str]) -> None:
    """Fuzz ``name`` in this process, until atheris ends it."""
    import atheris

    grammars = ("text", "letters", "report")
    with atheris.instrument_imports(include=["tongket" if name in grammars else "tongket.files"]):
        from fuzzing.targets import change_of, run_of
    run, change = run_of(name), change_of(name, phrases())
    known: set[str] = set()

    def one_input(data: bytes) -> None:
        try:
            run(data)
        except Exception as error:
            place = "".join(f"{frame.name}:{frame.lineno} " for frame in traceback.extract_tb(error.__traceback__)[-3:])
            key = hashlib.sha256(f"{type(error).__name__} {place}".encode()).hexdigest()[:12]
            if key not in known:
                known.add(key)
                (HOME / name / f"broke-{key}").write_bytes(data)
                (HOME / name / f"broke-{key}.txt").write_text(traceback.format_exc(), encoding="utf-8")
                print(f"BROKE: {type(error).__name__} {error} at {place}", file=sys.stderr, flush=True)

    def changed(data: bytes, most: int, seed: int) -> bytes:
        chance = random.Random(seed)
        if chance.random() >= BLIND:
            made = change(data, chance)
            if len(made) <= most:
                return made
        blind: bytes = atheris.Mutate(data, most)
        return blind

    atheris.Setup([sys.argv[0], *arguments], one_input, custom_mutator=changed)
    atheris.Fuzz()


def fuzz(name: str, seconds: int, folders: list[Path]) -> bool:
    """Fuzz ``name`` in a process of its own; print what it did, and say whether nothing broke."""
    home = HOME / name
    corpus = home / "corpus"
    corpus.mkdir(parents=True, exist_ok=True)
    for seed, data in seeds(name, *folders):
        (corpus / seed).write_bytes(data)
    limits = [f"-max_total_time={seconds}", f"-timeout={MOST_SECONDS}", f"-rss_limit_mb={MOST_MEGABYTES}"]
    limits += ["-max_len=200000", f"-artifact_prefix={home}/", str(corpus)]
    before = set(home.iterdir())
    with (home / "log.txt").open("w+", encoding="utf-8", errors="replace") as log:
        command = [sys.executable, __file__, "--one", name, *limits]
        done = subprocess.run(command, cwd=ROOT, check=False, stderr=log, stdout=log)
        log.seek(0)
        figures = _FIGURES.findall(log.read())
    broke = sorted(path.name for path in set(home.iterdir()) - before if path.name not in ("log.txt", "corpus"))
    runs, edges, kept = figures[-1] if figures else ("0", "0", "0")
    first = figures[0][1] if figures else "0"
    said = f"BROKE: {', '.join(broke) or done.returncode}" if broke or done.returncode else "nothing broke"
    print(f"{name}: {seconds} s, {runs} inputs, {edges} edges (seeds: {first}), {kept} kept; {said}", flush=True)
    return not broke and done.returncode == 0


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("targets", nargs="*", metavar="TARGET", help=f"of {', '.join(ENDINGS)}; default: all")
    parser.add_argument("--seconds", type=int, default=150, help="for each target")
    parser.add_argument(
        "--seeds", type=Path, action="append", default=[], help="a folder of further files to start from"
    )
    known = parser.parse_args()
    if wrong := set(known.targets) - set(ENDINGS):
        parser.error(f"no such target: {', '.join(sorted(wrong))}")
    calm = [fuzz(name, known.seconds, known.seeds) for name in known.targets or ENDINGS]
    return 0 if all(calm) else 1


if __name__ == "__main__":
    if sys.argv[1:2] == ["--one"]:
        run_one(sys.argv[2], sys.argv[3:])
    sys.exit(main())
