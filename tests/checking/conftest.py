"""Reports made from a few lines, and what is found in them."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from report_texts import HEAD, TAIL, TITLE, passage, read_text
from telling import told


@pytest.fixture(scope="session")
def found_in() -> Callable[..., list[tuple[str, str]]]:
    """(case, passage) of each finding of ``kind`` in a whole text, of which all checks see what another tells."""

    def found(text: str, kind: str) -> list[tuple[str, str]]:
        report = read_text(text)
        return [(one.case, passage(report, one)) for one in told(report, kind)]

    return found


@pytest.fixture(scope="session")
def findings_of(found_in: Callable[..., list[tuple[str, str]]]) -> Callable[..., list[tuple[str, str]]]:
    """(case, passage) of each finding of ``kind`` where ``body`` is the body of an otherwise whole report."""
    return lambda body, kind: found_in(HEAD + TITLE + body + TAIL, kind)
