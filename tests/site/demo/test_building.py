"""The demonstration is built whole, and holds together."""

from __future__ import annotations

import time

import pytest
from django.conf import settings as site

from tongket.site.demo.build import build
from tongket.site.demo.province import ACCOUNTS, COMMUNES, PASSWORD
from tongket.site.documents.models import Document
from tongket.site.people.models import Body, Grant, Role, User
from tongket.site.people.rights import actor_of
from tongket.site.records.models import Link
from tongket.site.rollups.models import ReportDraft
from tongket.site.rounds.models import Round, Submission
from tongket.site.submissions.models import Observation, Reopening, SignedCopy, Value


@pytest.fixture
def own_units():
    """The units file of the tests, put back afterwards."""
    before = site.DATA.units_file.read_text("utf-8")
    yield
    site.DATA.units_file.write_text(before, encoding="utf-8")


@pytest.mark.slow
@pytest.mark.django_db
def test_the_demonstration_has_a_province_two_years_and_an_account_for_each_role(own_units) -> None:
    start = time.process_time()
    build()
    assert time.process_time() - start < 30  # some 10 s, whatever else the machine does

    assert Body.objects.filter(level="commune", kind="ubnd").count() == len(COMMUNES) == 24
    assert {one.role for one in ACCOUNTS} == set(Role)
    for one in ACCOUNTS:
        user = User.objects.get(username=one.username)
        assert user.check_password(PASSWORD)
        assert one.role in actor_of(user).roles
    quarters = Round.objects.filter(body__superior=None, programme__code="ct-06-tu").order_by("period_end")
    assert len(quarters) == 8
    assert (quarters[7].period_end - quarters[0].period_end).days > 600
    newest = Submission.objects.filter(round=quarters[7])
    assert set(newest.values_list("state", flat=True)) == {"open", "sent", "returned", "approved"}
    assert newest.get(body__place="Nậm Khuổi").state == "returned"
    assert Submission.objects.filter(days_late__gt=0).exists()
    assert Submission.objects.filter(state="open").exclude(round__in=[newest[0].round]).exists()  # missing
    assert 12 < Document.objects.count() < 26
    assert not Value.objects.exclude(typed="").exists()
    assert Observation.objects.count() > 10_000
    assert not Link.objects.filter(post="").exclude(chain__startswith="body:").exists()
    _shows_more(quarters[7])


def _shows_more(newest: Round) -> None:
    """Every way in and every step has its example."""
    own = Submission.objects.get(round=newest, body__place="Nậm Khuổi")
    report = own.revisions.get().upload
    assert report.report["text"]
    assert Value.objects.filter(submission=own, origin="read").count() >= 4
    assert own.findings.filter(kind__startswith="ratio-mismatch").exclude(explanation="").exists()
    assert newest.reminding["after"] == [1, 5]
    copy = SignedCopy.objects.get()
    assert (copy.signature, copy.signer) == ("verified", "Ủy ban nhân dân xã Nậm Khuổi")
    assert Reopening.objects.filter(granted=None, submission__body=own.body).count() == 1
    below = Round.objects.get(parent=newest)
    assert (below.body, sorted(below.submissions.values_list("state", flat=True))) == (
        own.body,
        ["open", "open", "sent"],
    )
    departments = Submission.objects.filter(round__programme__code="kl-62-tw")
    assert (departments.count(), departments.filter(state="sent").count()) == (4, 1)
    assert Grant.objects.exclude(lent_by=None).get().user.username == "canbo"
    assert ReportDraft.objects.get().snapshot.reported > 20
