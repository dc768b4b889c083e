"""Check that the locked list of run-time packages, the site's included, installs on 64-bit Windows from wheels alone.

Nothing is built in an office. A package that only Windows needs counts, too: the markers of the list are read for
Windows, not for this machine.
"""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
WINDOWS = {"sys_platform": "win32", "os_name": "nt", "platform_system": "Windows"}
_MARKER = re.compile(r" ; (?P<marker>[^\\\n]+)")


def for_windows(text: str) -> str:
    """The list without the packages that Windows does not take, and without markers."""
    kept = []
    for entry in re.split(r"\n(?=\S)", text):
        marker = _MARKER.search(entry.split("\n", 1)[0])
        if marker and not _holds(marker["marker"].strip()):
            continue
        kept.append(_MARKER.sub(" ", entry, count=1) if marker else entry)
    return "\n".join(kept)


def _holds(marker: str) -> bool:
    """Whether a marker of platforms holds on Windows; one of another kind is taken to hold."""
    for name, value in WINDOWS.items():
        for wanted in re.findall(rf"{name} == '([^']+)'", marker):
            if wanted != value:
                return False
        if f"{name} != '{value}'" in marker:
            return False
    return True


def main() -> int:
    options = ["--platform", "win_amd64", "--python-version", "3.11", "--implementation", "cp"]
    options += ["--only-binary", ":all:", "--no-deps", "--require-hashes", "--quiet"]
    with tempfile.TemporaryDirectory() as place:
        listed = Path(place) / "windows.txt"
        listed.write_text(for_windows((ROOT / "requirements" / "site.txt").read_text("utf-8")), encoding="utf-8")
        command = [sys.executable, "-m", "pip", "--disable-pip-version-check", "download", *options]
        done = subprocess.run([*command, "--dest", place, "-r", str(listed)], check=False)
        wheels = sorted(path.name for path in Path(place).glob("*.whl"))
    if done.returncode:
        print("the locked list does not resolve for win_amd64 from wheels alone")
        return done.returncode
    print(f"{len(wheels)} wheels for win_amd64")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
