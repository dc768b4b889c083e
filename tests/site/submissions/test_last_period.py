"""The last period beside the form: a body sees all of its own, a reviewer what went to their office or below it."""

from __future__ import annotations

import datetime as dt

import pytest

from site_makers import make_body, make_user
from tongket.site.people.models import Role
from tongket.site.rounds.models import Round, Submission
from tongket.site.submissions.models import StoredFinding, Value
from tongket.site.submissions.services.checking import check_values, last_period, seen_by
from tongket.site.submissions.services.sending import send


@pytest.fixture
def other_asker(db):
    """Another office that asks the commune: it stands above nobody here."""
    return make_body("ban-dan-van", "Ban Dân vận Trung ương", level="nation", unit="vn")


@pytest.fixture
def told_others(other_asker, open_round, commune, clerk, acting):
    """The commune sent 700 to the other office, for the year before."""
    before = Round.objects.get(pk=open_round.pk)
    before.pk, before.body, before.name = None, other_asker, "Đợt của cơ quan khác"
    before.period_start, before.period_end = dt.date(2025, 1, 1), dt.date(2025, 12, 31)
    before.save()
    one = Submission.objects.create(round=before, body=commune, reports_to=other_asker, due=before.due, asked=34)
    Value.objects.create(
        submission=one, indicator="QT-01", amount=700, period_start="2025-01-01", period_end="2025-12-31"
    )
    send(acting(clerk), one, 1)
    return one


def amounts(submission, told) -> list[int | None]:
    return [one.amount for one in last_period(submission, told)]


def test_the_body_itself_sees_its_own(submission, told_others, clerk, acting) -> None:
    assert amounts(submission, seen_by(acting(clerk))) == [700]


def test_the_office_that_was_told_sees_it_too(submission, told_others, other_asker, acting) -> None:
    user = make_user("dan-van", other_asker, Role.CONSOLIDATOR)

    assert amounts(submission, seen_by(acting(user))) == [700]


def test_a_reviewer_sees_only_what_went_to_their_office(
    submission, told_others, fill, clerk, province, acting, signed_in
) -> None:
    reviewer = make_user("duyet", province, Role.CONSOLIDATOR)
    fill(**{"QT-01": "12"})
    send(acting(clerk), submission, 1)
    review = signed_in(reviewer).get(f"/submissions/{submission.pk}/review").content.decode()

    assert amounts(submission, seen_by(acting(reviewer))) == []
    assert "12" in review
    assert "700" not in review


def test_a_finding_gives_no_number_away_that_another_was_told(submission, told_others, fill) -> None:
    fill(**{"QT-01": "12"})
    check_values(submission)

    assert not [one for one in StoredFinding.objects.filter(submission=submission) if "700" in str(one.facts)]


def test_the_form_of_the_body_shows_its_own_number(submission, told_others, clerk, signed_in) -> None:
    assert "700" in signed_in(clerk).get(f"/submissions/{submission.pk}/").content.decode()
