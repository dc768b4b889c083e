"""Days are those of Vietnam also before seven in the morning, when it is still yesterday elsewhere."""

from __future__ import annotations

import datetime as dt

from tongket.site.rounds.coverage import coverage_of
from tongket.site.rounds.models import Round


def test_a_round_that_was_closed_after_midnight_was_closed_on_that_day(
    submission, consolidator, acting, province, monkeypatch
) -> None:
    due = dt.date(2026, 11, 18)  # a Wednesday
    submission.due = due
    submission.save()
    moment = dt.datetime.fromisoformat("2026-11-19T01:00:00+07:00")
    Round.objects.filter(pk=submission.round_id).update(state="closed", closed=moment)
    monkeypatch.setenv("TONGKET_NOW", "2026-11-25T09:00:00+07:00")
    (row,) = coverage_of(acting(consolidator), submission.round.programme.code, province).rows

    assert [(one.mark, one.days) for one in row.cells.values()] == [("miss", 1)]
