"""Points, classes, and ranks with ties."""

from __future__ import annotations

import pytest

from tongket.model.entries import ScoreLine, ScoreSheet
from tongket.model.registers import Band, Criterion, Scorecard
from tongket.programmes.scoring import score_sheets

CARD = Scorecard(
    "card", "2024", "", 0, (Criterion("1", "", 60), Criterion("1.1", "", 60, 1), Criterion("2", "", 40)),
    (Band("best", "Xuất sắc", 90), Band("good", "Tốt", 70), Band("rest", "Còn lại", 0)),
)  # fmt: skip


def sheet(
    unit: str, own: tuple[int | None, int | None], appraised: tuple[int | None, int | None] = (None, None)
) -> ScoreSheet:
    lines = tuple(ScoreLine(code, *points) for code, *points in zip(("1.1", "2"), own, appraised, strict=True))
    return ScoreSheet("S", "1", unit, "UBND", "ubnd", "2024-12-31", "", version="2024", lines=lines)


@pytest.mark.parametrize(
    ("own", "appraised", "points", "band", "deducted"),
    [
        pytest.param((55, 38), (None, None), 93, "best", None, id="only the body's own points"),
        pytest.param((55, 38), (50, 30), 80, "good", 13, id="the appraised points count"),
        pytest.param((55, 38), (60, 40), 100, "best", -7, id="points may be added"),
        pytest.param((55, None), (None, None), None, None, None, id="a part of the points is no score"),
        pytest.param((55, 35), (50, None), 90, "best", None, id="half appraised is not appraised"),
        pytest.param((0, 0), (None, None), 0, "rest", None, id="zero is a score"),
    ],
)
def test_points(
    own: tuple[int | None, int | None], appraised: tuple[int | None, int | None], points: int | None, band: str | None,
    deducted: int | None,
) -> None:  # fmt: skip
    [one] = score_sheets([sheet("a", own, appraised)], [CARD])
    assert (one.points, one.band.code if one.band else None, one.deducted) == (points, band, deducted)


def test_ranks_are_shared_and_the_next_is_left_out() -> None:
    sheets = [sheet(unit, (0, 0), (points, 0)) for unit, points in (("a", 50), ("b", 60), ("c", 50), ("d", 40))]
    found = score_sheets([*sheets, sheet("e", (60, 40))], [CARD])
    assert [(one.rank, one.among) for one in found] == [(2, 4), (1, 4), (2, 4), (4, 4), (None, 0)]


def test_units_are_ranked_among_their_own_level() -> None:
    found = score_sheets([sheet("xa", (0, 0), (10, 0)), sheet("tinh", (0, 0), (50, 0))], [CARD], lambda unit: unit)
    assert [one.rank for one in found] == [1, 1]
