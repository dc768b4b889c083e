"""When sessions were last seen is written for many of them in one transaction."""

from __future__ import annotations

import datetime as dt

import pytest
from allauth.usersessions.models import UserSession
from django.core.cache import cache
from django.test import Client

from site_makers import PASSWORD
from tongket.site.people import seen

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def nothing_noted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(seen, "_noted", seen._Noted())
    cache.clear()


@pytest.fixture
def browser(clerk) -> Client:
    client = Client()
    client.post("/accounts/login/", {"login": "canbo", "password": PASSWORD})
    UserSession.objects.update(last_seen_at=dt.datetime(2020, 1, 1, tzinfo=dt.UTC))
    cache.clear()
    return client


def year_seen() -> int:
    return UserSession.objects.get().last_seen_at.year


def test_who_signs_in_is_there_at_once(browser: Client) -> None:
    assert UserSession.objects.get().session_key == browser.session.session_key


def test_a_visit_is_noted_and_written_with_the_others(browser: Client) -> None:
    browser.get("/")
    assert year_seen() == 2020
    seen.write()
    assert year_seen() > 2020


def test_who_has_waited_long_enough_is_written_by_the_next_visit(
    browser: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(seen, "WAIT", 0.0)
    browser.get("/")
    assert year_seen() > 2020


def test_a_session_that_ended_meanwhile_stays_ended(browser: Client) -> None:
    browser.get("/")
    browser.post("/accounts/logout/")
    UserSession.objects.all().delete()
    seen.write()
    assert not UserSession.objects.exists()
