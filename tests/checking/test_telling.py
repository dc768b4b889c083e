"""A test of one kind runs the checks that can tell of it: no other check does."""

from __future__ import annotations

from pathlib import Path

import pytest
from report_texts import HEAD, TAIL, TITLE, read_text
from telling import checks_telling, told

from tongket.checking.catalogue import kinds
from tongket.checking.check import CHECKS, check_report

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


@pytest.mark.parametrize("name", TEXTS)
def test_they_tell_what_all_checks_tell(name: str) -> None:
    report = read_text(TEXTS[name])
    found = check_report(report)
    for kind in {one.kind for one in found} | {name} & {*kinds()}:
        assert told(report, kind) == [one for one in found if one.kind == kind], kind


def test_they_are_few_of_all() -> None:
    assert sum(len(checks_telling(kind)) for kind in kinds()) < len(CHECKS) * len(kinds()) / 5
