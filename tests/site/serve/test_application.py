"""What a process of the web server has done before it takes its first visitor."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest


@pytest.mark.slow
def test_all_pages_are_loaded_before_the_first_visitor(tmp_path: Path) -> None:
    asked = "import sys, tongket.site.application; print('tongket.site.submissions.entry' in sys.modules)"
    environment = {**os.environ, "TONGKET_DATA": str(tmp_path), "DJANGO_SETTINGS_MODULE": "tongket.site.settings"}
    done = subprocess.run([sys.executable, "-c", asked], env=environment, capture_output=True, text=True, check=False)
    assert done.stdout.strip() == "True", done.stderr
