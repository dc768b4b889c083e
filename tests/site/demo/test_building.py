"""The demonstration is built whole, and holds together."""

from __future__ import annotations

import time

import pytest
from django.conf import settings as site

from tongket.site.demo.build import build
from tongket.site.demo.province import ACCOUNTS, COMMUNES, PASSWORD
from tongket.site.documents.models import Document
from tongket.site.people.middleware import actor_of
from tongket.site.people.models import Body, Role, User
from tongket.site.records.models import Link
from tongket.site.rounds.models import Round, Submission
from tongket.site.submissions.models import Observation, Value


@pytest.fixture
def own_units():
    """The units file of the tests, put back afterwards."""
    before = site.DATA.units_file.read_text("utf-8")
    yield
    site.DATA.units_file.write_text(before, encoding="utf-8")


@pytest.mark.slow
@pytest.mark.django_db
def test_the_demonstration_has_a_province_two_years_and_an_account_for_each_role(own_units) -> None:
    start = time.perf_counter()
    build()
    assert time.perf_counter() - start < 60  # under 20 s on a free machine

    assert Body.objects.filter(level="commune").count() == len(COMMUNES) == 24
    assert {one.role for one in ACCOUNTS} == set(Role)
    for one in ACCOUNTS:
        user = User.objects.get(username=one.username)
        assert user.check_password(PASSWORD)
        assert one.role in actor_of(user).roles
    assert Round.objects.count() == 8
    assert (Round.objects.latest("period_end").period_end - Round.objects.earliest("period_end").period_end).days > 600
    newest = Submission.objects.filter(round=Round.objects.latest("period_end"))
    assert set(newest.values_list("state", flat=True)) == {"open", "sent", "returned", "approved"}
    assert newest.get(body__place="Nậm Khuổi").state == "returned"
    assert Submission.objects.filter(days_late__gt=0).exists()
    assert Submission.objects.filter(state="open").exclude(round__in=[newest[0].round]).exists()  # missing
    assert 12 < Document.objects.count() < 26
    assert not Value.objects.exclude(typed="").exists()
    assert Observation.objects.count() > 10_000
    assert not Link.objects.filter(post="").exclude(chain__startswith="body:").exists()
