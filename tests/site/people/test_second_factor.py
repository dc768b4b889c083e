"""A second factor is asked for on every way in."""

import re

from allauth.mfa.models import Authenticator
from django.test import Client

from site_makers import make_user
from tongket.site.people.models import Role


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
