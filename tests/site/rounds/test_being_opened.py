"""While a round is being opened nobody sees what it will ask: its submissions are there, and not yet told of."""

from __future__ import annotations

import pytest

from tongket.site.interface.clock import now
from tongket.site.people.services.tokens import make_token
from tongket.site.rounds.coverage import coverage_of
from tongket.site.rounds.models import Round
from tongket.site.work.finding import found


@pytest.fixture
def opening(submission):
    Round.objects.filter(pk=submission.round_id).update(state="draft", opened=now())
    return submission


@pytest.mark.parametrize("page", ["", "ways", "review", "paper", "narrative", "workbook.xlsx"])
def test_its_pages_are_not_there(opening, clerk, signed_in, page) -> None:
    assert signed_in(clerk).get(f"/submissions/{opening.pk}/{page}").status_code == 404


def test_programs_do_not_see_it(opening, clerk, acting, client) -> None:
    key = {"authorization": f"Bearer {make_token(acting(clerk), 'thu', 'read', 30)[1]}"}

    assert client.get("/api/v1/submissions", headers=key).json()["items"] == []
    for path in ("", "/values"):
        assert client.get(f"/api/v1/submissions/{opening.pk}{path}", headers=key).status_code == 404


def test_it_is_not_found_by_words(opening, clerk, acting) -> None:
    assert found(acting(clerk), "Sơ kết").submissions == []


def test_the_map_does_not_count_it(opening, open_round, consolidator, acting, province) -> None:
    open_round.refresh_from_db()
    Round.objects.create(
        name="Đợt khác", programme=open_round.programme, body=province, state="open", due=open_round.due,
        period_start=open_round.period_start, period_end=open_round.period_end,
    )  # fmt: skip

    assert coverage_of(acting(consolidator), open_round.programme.code, province).rows == []
