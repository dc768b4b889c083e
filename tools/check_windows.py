"""Check that the locked run-time list installs on 64-bit Windows from wheels alone: nothing is built in an office."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


def main() -> int:
    with tempfile.TemporaryDirectory() as place:
        options = ["--platform", "win_amd64", "--python-version", "3.11", "--implementation", "cp"]
        options += ["--only-binary", ":all:", "--no-deps", "--require-hashes", "--quiet", "--dest", place]
        lock = ROOT / "requirements" / "run.txt"
        command = [sys.executable, "-m", "pip", "--disable-pip-version-check", "download", *options, "-r", str(lock)]
        done = subprocess.run(command, check=False)
        wheels = sorted(path.name for path in Path(place).glob("*.whl"))
    if done.returncode:
        print("the locked list does not resolve for win_amd64 from wheels alone")
        return done.returncode
    print(f"{len(wheels)} wheels for win_amd64")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
