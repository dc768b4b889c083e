"""Solve the locked lists again, with hashes, for all platforms: those of ``requirements/``."""

from __future__ import annotations

import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
COMMON = [
    "--universal",
    "--python-version",
    "3.11",
    "--generate-hashes",
    "--no-header",
    "--no-emit-index-url",
    "--quiet",
]
LISTS = {
    "run": [],
    "site": ["--extra", "site", "--constraint", "requirements/run.txt"],
    "dev": ["--extra", "site", "--group", "dev", "--constraint", "requirements/site.txt"],
    "spark": ["--group", "dev", "--group", "spark", "--constraint", "requirements/dev.txt"],
    "api": ["--group", "dev", "--group", "api", "--constraint", "requirements/dev.txt"],
    "fuzz": ["--group", "dev", "--group", "fuzz", "--constraint", "requirements/dev.txt"],
    "bench": ["--group", "dev", "--group", "bench", "--group", "spark", "--constraint", "requirements/spark.txt"],
}


def main() -> None:
    for name, options in LISTS.items():
        output = f"requirements/{name}.txt"
        command = ["uv", "pip", "compile", "pyproject.toml", "requirements/build.in", *COMMON, *options, "-o", output]
        subprocess.run(command, cwd=ROOT, check=True)
        print(output)


if __name__ == "__main__":
    main()
