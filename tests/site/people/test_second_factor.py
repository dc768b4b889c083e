"""A second factor is asked for on every way in."""

import re
import time

from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from allauth.mfa.utils import encrypt
from django.core.cache import cache
from django.test import Client

from site_makers import PASSWORD, make_user
from tongket.site.people.models import Role

SECRET = "JBSWY3DPEHPK3PXP"
TRIES = 20


def test_a_new_password_is_no_second_factor(clerk, province, signed_in) -> None:
    Authenticator.objects.create(user=clerk, type=Authenticator.Type.TOTP, data={"secret": "unused"})
    at = signed_in(make_user("quantri", province, Role.ADMINISTRATOR, subtree=True))
    answer = at.post(f"/people/grants/{clerk.grants.get().pk}/new-password")
    link = re.search(r"/people/join/[\w-]+", answer.content.decode())[0]

    door = Client()
    answer = door.post(link, {"password": "mot-cau-moi-tinh"})

    assert answer["Location"] == "/accounts/login/"
    assert "_auth_user_id" not in door.session
    clerk.refresh_from_db()
    assert clerk.check_password("mot-cau-moi-tinh")


def test_codes_are_not_tried_without_end(clerk) -> None:
    Authenticator.objects.create(user=clerk, type=Authenticator.Type.TOTP, data={"secret": encrypt(SECRET)})
    cache.clear()
    door = Client()
    door.post("/accounts/login/", {"login": clerk.username, "password": PASSWORD})
    for number in range(TRIES):
        door.post("/accounts/2fa/authenticate/", {"code": f"{number:06}"})
    right = format_hotp_value(hotp_value(SECRET, int(time.time()) // 30))
    door.post("/accounts/2fa/authenticate/", {"code": right})

    assert "_auth_user_id" not in door.session
    cache.clear()
    door.post("/accounts/2fa/authenticate/", {"code": right})
    assert "_auth_user_id" in door.session
    cache.clear()


def test_a_password_is_counted_by_place_too_so_that_nobody_locks_out_another(clerk, settings) -> None:
    settings.AXES_ENABLED = False
    cache.clear()
    for _ in range(TRIES + 5):
        Client().post("/accounts/login/", {"login": clerk.username, "password": "wrong"})
    door = Client()
    door.post("/accounts/login/", {"login": clerk.username, "password": PASSWORD})

    assert "_auth_user_id" in door.session
    cache.clear()
