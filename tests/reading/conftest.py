"""A way to read invented text as a plain file."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tongket.files.text import text_blocks
from tongket.model.reports import Report
from tongket.model.sources import Source
from tongket.reading.read import read_source


@pytest.fixture(scope="session")
def source_of() -> Callable[[str], Source]:
    """The source of a text file that holds ``text``."""
    return lambda text: Source("x.txt", "", "txt", text, text_blocks(text))


@pytest.fixture(scope="session")
def report_of(source_of: Callable[[str], Source]) -> Callable[[str], Report]:
    """The report that ``text`` is."""
    return lambda text: read_source(source_of(text))
