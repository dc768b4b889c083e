"""A key for programs ends with the account and the last role of its user, and by choice with the password."""

from __future__ import annotations

import json

import pytest
from django.test import Client
from test_password_links import link_for

from site_makers import make_user
from tongket.site.people.models import Grant, Role, Token
from tongket.site.people.services.tokens import make_token
from tongket.site.records.models import Content

PASSWORD = "mot-cau-de-nho-lau"


@pytest.fixture
def admin(commune, signed_in) -> Client:
    client = signed_in(make_user("quantri", commune, Role.ADMINISTRATOR))
    client.cookies["tongket_language"] = "en"
    return client


@pytest.fixture
def secret(clerk, acting) -> str:
    return make_token(acting(clerk), "Phần mềm kế toán", "read", 30)[1]


def opens(secret: str) -> bool:
    answer = Client().get("/api/v1/rounds", headers={"Authorization": f"Bearer {secret}"})
    assert answer.status_code in (200, 401)
    return answer.status_code == 200


def why() -> list[str]:
    ended = Content.objects.filter(link__action="key-ended").values_list("data", flat=True)
    return [json.loads(one).get("why", "") for one in ended]


def test_an_account_that_is_opened_again_wakes_no_key(admin, clerk, secret) -> None:
    assert opens(secret)
    for _ in range(2):
        admin.post(f"/people/grants/{clerk.grants.get().pk}/close")
        assert not opens(secret)

    clerk.refresh_from_db()
    assert clerk.is_active
    assert Token.objects.get().revoked


def test_it_ends_with_the_last_role_at_its_body(admin, clerk, commune, secret) -> None:
    other = Grant.objects.create(user=clerk, body=commune, role=Role.RECORDS)
    admin.post(f"/people/grants/{clerk.grants.first().pk}/revoke")
    assert opens(secret)
    admin.post(f"/people/grants/{other.pk}/revoke")
    assert not opens(secret)

    Grant.objects.create(user=clerk, body=commune, role=Role.CLERK)
    assert not opens(secret)


def test_a_role_elsewhere_keeps_no_key_of_this_body(admin, clerk, other_commune, secret) -> None:
    Grant.objects.create(user=clerk, body=other_commune, role=Role.CLERK)
    admin.post(f"/people/grants/{clerk.grants.get(role=Role.CLERK, body__code='ubnd-xa-lung-ang').pk}/revoke")

    assert not opens(secret)
    assert Token.objects.get().revoked


@pytest.mark.parametrize("chosen", [False, True])
def test_with_a_new_password_it_ends_by_choice(clerk, signed_in, secret, chosen: bool) -> None:
    clerk.set_password(PASSWORD)
    clerk.save()
    client = signed_in(clerk)
    assert 'name="keys"' in client.get("/accounts/password/change/").content.decode()
    new = "mot-cau-khac-han-roi"
    told = {"oldpassword": PASSWORD, "password1": new, "password2": new} | ({"keys": "1"} if chosen else {})
    answer = client.post("/accounts/password/change/", told)

    clerk.refresh_from_db()
    assert (answer.status_code, clerk.check_password(new)) == (302, True)
    assert opens(secret) is not chosen
    assert bool(Token.objects.get().revoked) is chosen


def test_a_password_that_was_not_changed_ends_nothing(clerk, signed_in, secret) -> None:
    told = {"oldpassword": "sai", "password1": "mot-cau-khac", "password2": "mot-cau-khac", "keys": "1"}
    signed_in(clerk).post("/accounts/password/change/", told)

    assert opens(secret)


@pytest.mark.parametrize("chosen", [False, True])
def test_with_all_other_sessions_it_ends_by_choice(clerk, signed_in, secret, chosen: bool) -> None:
    client = signed_in(clerk)
    assert 'name="keys"' in client.get("/people/me/sessions").content.decode()
    client.post("/people/me/sessions", {"session": "others"} | ({"keys": "1"} if chosen else {}))

    assert opens(secret) is not chosen


@pytest.mark.parametrize("chosen", [False, True])
def test_with_a_forgotten_password_it_ends_by_choice(admin, clerk, secret, chosen: bool) -> None:
    link = link_for(admin, clerk)
    assert 'name="keys" value="1" checked' in Client().get(link).content.decode()
    answer = Client().post(link, {"password": "mot-cau-moi-tinh"} | ({"keys": "1"} if chosen else {}))

    assert answer.status_code == 302
    assert opens(secret) is not chosen


def test_where_there_is_no_key_nobody_is_asked(admin, clerk, signed_in) -> None:
    link = link_for(admin, clerk)
    for client, address in (
        (Client(), link),
        (signed_in(clerk), "/accounts/password/change/"),
        (signed_in(clerk), "/people/me/sessions"),
    ):
        assert 'name="keys"' not in client.get(address).content.decode()


def test_the_administrator_sees_and_ends_the_keys_of_the_body(admin, clerk, commune, other_commune, signed_in, secret):
    token = Token.objects.get()
    page = admin.get(f"/people/bodies/{commune.pk}").content.decode()
    assert "Phần mềm kế toán" in page
    assert "not used yet" in page
    opens(secret)
    assert "not used yet" not in admin.get(f"/people/bodies/{commune.pk}").content.decode()

    stranger = signed_in(make_user("quantri.nalau", other_commune, Role.ADMINISTRATOR))
    for client in (stranger, signed_in(clerk)):
        assert client.post(f"/people/keys/{token.pk}/end").status_code == 404
    assert opens(secret)
    assert admin.post(f"/people/keys/{token.pk}/end").status_code == 302
    assert not opens(secret)


def test_the_record_says_what_ended_it(admin, clerk, secret) -> None:
    admin.post(f"/people/grants/{clerk.grants.get().pk}/close")

    assert why() == ["account-closed"]


def test_a_key_that_rests_says_so(clerk, signed_in, commune, other_commune, secret) -> None:
    Grant.objects.create(user=clerk, body=other_commune, role=Role.CLERK)
    Grant.objects.filter(user=clerk, body=commune).update(ends="2026-01-01")
    client = signed_in(clerk)
    client.cookies["tongket_language"] = "en"

    assert not opens(secret)
    assert "it opens nothing" in client.get("/people/me/tokens").content.decode()
