"""A test of one kind runs the checks that can tell of it: no other check does."""

from __future__ import annotations

from pathlib import Path

import pytest
from report_texts import HEAD, TAIL, TITLE, read_text
from telling import checks_telling

from tongket.checking.catalogue import kinds
from tongket.checking.check import CHECKS

GOLD = Path(__file__).parents[1] / "gold"
TEXTS = {name: HEAD + TITLE + kind.example + TAIL for name, kind in kinds().items()}
TEXTS |= {
    name: (GOLD / f"{name}.txt").read_text("utf-8") for name in ("ubnd-huyen-dai-khe-2021", "huyen-uy-tra-lum-2018")
}


@pytest.mark.parametrize("name", TEXTS)
def test_a_kind_is_told_by_the_checks_that_name_it(name: str) -> None:
    report = read_text(TEXTS[name])
    told = [(check, finding.kind) for check in CHECKS for finding in check(report)]
    assert [(check.__module__, kind) for check, kind in told if check not in checks_telling(kind)] == []


def test_they_are_few_of_all() -> None:
    assert sum(len(checks_telling(kind)) for kind in kinds()) < len(CHECKS) * len(kinds()) / 5
