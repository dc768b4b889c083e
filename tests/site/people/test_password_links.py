"""A link for a new password opens no more than its maker may open on the day it is used."""

import re

from django.test import Client

from site_makers import make_user
from tongket.site.people.models import Grant, Role


def link_for(admin_client, user) -> str:
    answer = admin_client.post(f"/people/grants/{user.grants.get().pk}/new-password")
    return re.search(r"/people/join/[\w-]+", answer.content.decode())[0]


def test_it_is_worth_nothing_once_the_user_has_rights_elsewhere(commune, province, clerk, signed_in) -> None:
    link = link_for(signed_in(make_user("quantri", commune, Role.ADMINISTRATOR)), clerk)
    Grant.objects.create(user=clerk, body=province, role=Role.APPROVER, subtree=True)

    answer = Client().post(link, {"password": "mot-cau-moi-tinh"})

    assert answer.status_code == 404
    clerk.refresh_from_db()
    assert not clerk.check_password("mot-cau-moi-tinh")


def test_it_works_while_all_rights_lie_where_its_maker_administers(commune, clerk, signed_in) -> None:
    link = link_for(signed_in(make_user("quantri", commune, Role.ADMINISTRATOR)), clerk)
    Grant.objects.create(user=clerk, body=commune, role=Role.RECORDS)

    assert Client().post(link, {"password": "mot-cau-moi-tinh"}).status_code == 302
    clerk.refresh_from_db()
    assert clerk.check_password("mot-cau-moi-tinh")
