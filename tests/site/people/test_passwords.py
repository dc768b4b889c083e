"""Passwords are kept by Argon2id; those of older versions are kept anew when their owner signs in."""

from __future__ import annotations

import pytest
from django.contrib.auth.hashers import PBKDF2PasswordHasher, make_password
from django.test import Client

from site_makers import PASSWORD
from tongket.site import settings as site_settings


@pytest.fixture(autouse=True)
def as_the_site_keeps_them(settings) -> None:
    settings.PASSWORD_HASHERS = site_settings.PASSWORD_HASHERS


def signs_in(password: str) -> bool:
    return Client().post("/accounts/login/", {"login": "canbo", "password": password}).status_code == 302


def test_a_password_is_kept_with_owasps_least() -> None:
    assert make_password(PASSWORD).startswith("argon2$argon2id$v=19$m=19456,t=2,p=1$")


@pytest.mark.django_db
def test_an_older_one_is_kept_anew_when_its_owner_signs_in(clerk) -> None:
    clerk.password = PBKDF2PasswordHasher().encode(PASSWORD, "muoi-cua-ban-truoc-nay", iterations=1_000)
    clerk.save()
    assert not signs_in("mot-mat-khau-khac")
    assert signs_in(PASSWORD)
    clerk.refresh_from_db()
    assert clerk.password.startswith("argon2$")
    assert signs_in(PASSWORD)
    assert not signs_in("mot-mat-khau-khac")
