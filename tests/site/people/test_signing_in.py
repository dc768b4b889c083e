"""Signing in, its errors and its second factor, in our words."""

import pytest
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, hotp_value, yield_hotp_counters_from_time
from django.test import Client
from django.urls import reverse

from site_makers import PASSWORD


def sign_in(client: Client, name: str, password: str = PASSWORD):
    return client.post("/accounts/login/", {"login": name, "password": password})


def test_name_and_password_lead_to_my_work(client: Client, clerk) -> None:
    assert sign_in(client, "canbo")["Location"] == "/"
    assert client.get("/").status_code == 200


def test_a_wrong_password_is_said_beside_it(client: Client, clerk) -> None:
    client.cookies["tongket_language"] = "en"
    text = sign_in(client, "canbo", "sai").content.decode()

    assert 'id="id_password-e">User name or password is not right.' in text
    assert 'value="canbo"' in text


def test_the_last_tries_are_counted_and_then_the_account_rests(client: Client, clerk) -> None:
    client.cookies["tongket_language"] = "en"
    answers = [sign_in(client, "canbo", "sai") for _ in range(10)]

    assert "tries are left" not in answers[3].content.decode()
    assert "3 tries are left" in answers[6].content.decode()
    assert answers[9].status_code == 429
    assert sign_in(client, "canbo").status_code == 429
    assert Client(REMOTE_ADDR="10.0.0.7").post("/accounts/login/", {"login": "canbo", "password": PASSWORD})["Location"]


@pytest.mark.parametrize(
    "name",
    ["account_signup", "account_email", "account_reset_password", "account_set_password", "usersessions_list"],
)
def test_what_the_site_does_not_offer_is_not_there(client: Client, clerk, name: str) -> None:
    assert client.get(reverse(name)).status_code == 404


@pytest.mark.parametrize(
    "page", ["password/change/", "2fa/", "2fa/webauthn/", "office/tied/", "logout/", "reauthenticate/"]
)
def test_the_pages_of_ones_own_account_open_for_who_just_signed_in(client: Client, clerk, page: str) -> None:
    sign_in(client, "canbo")
    answer = client.get(f"/accounts/{page}")

    assert answer.status_code == 200
    assert "ownform" in answer.content.decode()


def test_changing_the_password(client: Client, clerk) -> None:
    sign_in(client, "canbo")
    new = "mot-mat-khau-khac-han"
    client.post("/accounts/password/change/", {"oldpassword": PASSWORD, "password1": new, "password2": new})

    assert sign_in(Client(), "canbo", new)["Location"] == "/"
    assert sign_in(Client(), "canbo").status_code == 200


def test_the_second_factor_is_asked_for_after_the_password(client: Client, clerk) -> None:
    secret = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"
    TOTP.activate(clerk, secret)
    assert sign_in(client, "canbo")["Location"] == "/accounts/2fa/authenticate/"
    assert client.get("/")["Location"].startswith("/accounts/login/")
    assert client.get("/accounts/2fa/authenticate/").status_code == 200

    assert client.post("/accounts/2fa/authenticate/", {"code": "000000"}).status_code == 200
    counter = next(iter(yield_hotp_counters_from_time()))
    code = format_hotp_value(hotp_value(secret, counter))
    assert client.post("/accounts/2fa/authenticate/", {"code": code})["Location"] == "/"


@pytest.mark.parametrize("page", ["totp/activate/", "webauthn/add/"])
def test_a_second_factor_is_changed_by_who_shows_the_password_again(client: Client, clerk, page: str) -> None:
    sign_in(client, "canbo")
    asked = client.get(f"/accounts/2fa/{page}")["Location"]
    assert asked.startswith("/accounts/reauthenticate/")
    answer = client.post(asked, {"password": PASSWORD, "next": f"/accounts/2fa/{page}"}, follow=True)

    assert answer.status_code == 200
    assert answer.request["PATH_INFO"] == f"/accounts/2fa/{page}"
    assert "ownform" in answer.content.decode()


def test_recovery_codes_are_shown_once_a_second_factor_is_on(client: Client, clerk) -> None:
    sign_in(client, "canbo")
    TOTP.activate(clerk, "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP")
    page = "/accounts/2fa/recovery-codes/generate/"
    client.post(client.get(page)["Location"], {"password": PASSWORD, "next": page})
    assert client.post(page)["Location"] == "/accounts/2fa/recovery-codes/"

    assert client.get("/accounts/2fa/recovery-codes/").content.decode().count("<code>") == 10
    assert client.get("/accounts/2fa/totp/deactivate/").status_code == 200
