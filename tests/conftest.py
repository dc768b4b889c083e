"""What the tests share: where the labelled reports lie, and a way to read text."""

from __future__ import annotations

from pathlib import Path

import pytest

SHARED = Path(__file__).resolve().parents[2] / "shared"


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of real reports beside the project; tests that need it are skipped where it is absent."""
    if not (SHARED / "gold").is_dir():
        pytest.skip("the labelled real reports (../shared) are not here")
    return SHARED
