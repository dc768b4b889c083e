"""Beside a cell stand the values that the same body sent for it in earlier periods."""

from __future__ import annotations

import datetime as dt

import pytest

from tongket.site.rounds.models import Round, Submission
from tongket.site.submissions.models import Observation


@pytest.fixture
def page(clerk, sent, commune, province, programme, signed_in):
    """The content of the cell QT-01 in the form of the year after."""
    asked = Round.objects.create(
        name="Năm 2027", programme=programme, body=province, state=Round.State.OPEN, due=dt.date(2027, 12, 20),
        period_start=dt.date(2027, 1, 1), period_end=dt.date(2027, 12, 31),
    )  # fmt: skip
    later = Submission.objects.create(round=asked, body=commune, reports_to=province, due=asked.due)
    address = f"/submissions/{later.pk}/cell?place=value:QT-01/@area"
    Observation.objects.filter(submission=sent, indicator="QT-01").update(amount=87654)
    return lambda: signed_in(clerk).get(address).content.decode()


def test_the_value_of_an_earlier_period_is_shown(page) -> None:
    assert "87.654" in page()


def test_a_body_that_got_another_name_keeps_its_values(page, commune) -> None:
    commune.name = "UBND xã Lũng Ẳng mới"
    commune.save()
    assert "87.654" in page()


def test_values_of_before_the_body_answered_for_another_unit_are_not_shown(page, commune) -> None:
    commune.unit = "ms-02"
    commune.save()
    assert "87.654" not in page()


def test_what_a_later_revision_took_back_is_not_shown(page, sent) -> None:
    Submission.objects.filter(pk=sent.pk).update(revision=sent.revision + 1)
    assert "87.654" not in page()
