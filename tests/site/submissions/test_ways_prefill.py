"""What the same body reported elsewhere for the same indicator and period is offered with its source."""

from __future__ import annotations

import pytest

from tongket.site.rounds.models import Round, Submission
from tongket.site.submissions.models import Value
from tongket.site.submissions.services.prefill import offers_of


@pytest.fixture
def second(sent, province, commune) -> Submission:
    """A second request about the same period to the same body."""
    made = Round.objects.get(pk=sent.round_id)
    made.pk, made.name = None, "Báo cáo chuyên đề"
    made.save()
    return Submission.objects.create(round=made, body=commune, reports_to=province, due=made.due, asked=34)


def test_the_form_offers_it_and_what_is_taken_keeps_its_source(clerk, sent, second, signed_in) -> None:
    client = signed_in(clerk)
    assert 'id="offered"' in client.get(f"/submissions/{second.pk}/elsewhere/count").content.decode()
    offers = client.get(f"/submissions/{second.pk}/elsewhere").context["offers"]
    assert {one.place.indicator: one.shown for one in offers} == {"QT-01": "12", "QT-02": "9", "QT-03": "21"}

    client.post(f"/submissions/{second.pk}/elsewhere/take", {"place": [str(offers[0].place)]})
    value = Value.objects.get(submission=second)
    assert (value.indicator, value.amount) == (offers[0].place.indicator, int(offers[0].shown))
    assert sent.round.name in value.source


def test_what_is_filled_in_already_is_not_offered(clerk, second) -> None:
    Value.objects.create(
        submission=second, indicator="QT-01", extent="area", period_end="2026-12-31", amount=5, status="reported"
    )

    assert {one.place.indicator for one in offers_of(second)} == {"QT-02", "QT-03"}


@pytest.mark.parametrize("other", ["period", "body", "draft"])
def test_another_period_body_or_draft_offers_nothing(sent, second, other_commune, other) -> None:
    if other == "period":
        Round.objects.filter(pk=second.round_id).update(period_start="2026-07-01")
        second.refresh_from_db()
        assert {one.place.indicator for one in offers_of(second)} == set()
    if other == "body":
        Submission.objects.filter(pk=sent.pk).update(body=other_commune)
    if other == "draft":
        Round.objects.filter(pk=sent.round_id).update(state="draft")

    second.refresh_from_db()
    assert offers_of(second) == []


def test_counting_offers_takes_a_fixed_number_of_statements(
    clerk, second, signed_in, django_assert_max_num_queries
) -> None:
    client = signed_in(clerk)
    with django_assert_max_num_queries(14):
        client.get(f"/submissions/{second.pk}/elsewhere/count")
