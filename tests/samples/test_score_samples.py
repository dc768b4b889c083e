"""The readers, checks and totals against the truth of the samples. Floors: raise them, never lower them."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "tools"))

from samples.folder import write_folder
from samples.scoring import Score, score, summary

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module", params=((2026, 2026), (2024, 2026), (2026, 5)), ids=("2026", "2024", "another seed"))
def found(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Score:
    year, seed = request.param
    out = tmp_path_factory.mktemp("mau-son")
    write_folder(out, year=year, programme="ct-06-tu", seed=seed)
    return score(out, tmp_path_factory.mktemp("work") / "out")


def test_every_file_is_read_and_nothing_printed_is_lost(found: Score) -> None:
    assert not [one for one in found.unread if not one.startswith("left out:")]
    assert found.lost == []


def test_figures_are_found_and_none_is_invented(found: Score) -> None:
    assert found.figures.recall >= 0.98, found.figures.missed[:20]
    assert found.figures.precision >= 0.98, found.figures.invented[:20]


def test_citations_are_found_and_none_is_invented(found: Score) -> None:
    assert found.citations.recall >= 0.98, found.citations.missed[:20]
    assert found.citations.precision >= 0.97, found.citations.invented[:20]


def test_headings_are_found_and_none_is_invented(found: Score) -> None:
    assert found.sections.recall >= 0.96, found.sections.missed[:20]
    assert found.sections.precision >= 0.97, found.sections.invented[:20]


def test_the_summary_speaks_of_every_kind(found: Score) -> None:
    told = "\n".join(summary(found, misses=True))
    assert all(kind in told for kind in found.errors)
