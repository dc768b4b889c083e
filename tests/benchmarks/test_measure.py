"""What a measurement says of memory."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

TOOLS = Path(__file__).resolve().parents[2] / "tools"
HELD = 300_000_000


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="the kernel tells no peak of the process's own here")
def test_a_job_is_not_charged_with_what_its_parent_held() -> None:
    inner = "from benchmarks.measure import highest_memory; print(highest_memory())"
    outer = (
        f"import subprocess, sys; held = b'.' * {HELD}; subprocess.run([sys.executable, '-c', {inner!r}], check=True)"
    )
    done = subprocess.run(
        [sys.executable, "-c", outer], cwd=TOOLS, capture_output=True, text=True, check=True, timeout=60
    )
    assert 0 < float(done.stdout) < HELD / 2e6
