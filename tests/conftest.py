"""What the tests share: where the labelled reports lie, and one state to start from."""

from __future__ import annotations

import gc
import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis.internal.conjecture import providers

from tongket.messages import use_language
from tongket.registry.documents import use_documents

# The default run takes a look at each property; `pytest --hypothesis-profile=thorough` looks long at those that do not
# say themselves how long.
# It looks at the same examples each time, on whatever machine, however slow or busy: what fails there fails everywhere.
_SLOW = (HealthCheck.too_slow, HealthCheck.filter_too_much)
settings.register_profile("default", max_examples=40, deadline=None, derandomize=True, suppress_health_check=_SLOW)
settings.register_profile("thorough", max_examples=1000, deadline=None)
settings.load_profile("default")


def pytest_configure(config: pytest.Config) -> None:
    """Take no constants out of a thousand modules: that takes seconds, and each change of the code changes examples."""
    if not config.getoption("--hypothesis-profile"):
        vars(providers)["is_local_module_file"] = lambda _path: False


# What is collected stays until the end: a million objects, which the collector of cycles need not look through again
# while they are made, nor at every turn of the tests. It comes seldom: every 700 objects it took a tenth of the time.
gc.disable()
_OBJECTS = 50_000


def pytest_collection_finish() -> None:
    gc.freeze()
    gc.set_threshold(_OBJECTS, 10, 10)
    gc.enable()


SHARED = Path(__file__).resolve().parents[2] / "shared"
_OF_DJANGO = ("_dj", "_fail_for", "_live_server", "_template_string")


def pytest_itemcollected(item: pytest.Item) -> None:
    """Outside the site, no test needs what Django's plugin sets anew for each, nor what that asks for: a third of the
    time between tests. What a test or one of its fixtures asks for is still made.
    """
    if isinstance(item, pytest.Function) and not item.nodeid.startswith("tests/site/"):
        asked = item._fixtureinfo.initialnames
        item.fixturenames[:] = [name for name in asked if not name.startswith(_OF_DJANGO)]


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of real reports beside the project; tests that need it are skipped where it is absent."""
    if not (SHARED / "gold").is_dir():
        pytest.skip("the labelled real reports (../shared) are not here")
    return SHARED


def pytest_runtest_setup() -> None:
    """Every test starts in Vietnamese, without documents of its own: a command with ``--lang`` or ``--documents``
    chooses them for the whole process. A fixture would do the same at several times the cost.
    """
    for name in ("TONGKET_LANG", "LANGUAGE"):
        os.environ.pop(name, None)
    use_language("vi")
    use_documents(None)
