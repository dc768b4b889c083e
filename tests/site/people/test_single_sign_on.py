"""Single sign-on (đăng nhập một lần) through the office's own OpenID Connect server: here one that the test starts."""

from __future__ import annotations

import base64
import hashlib
import json
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import ClassVar
from urllib.parse import parse_qs, urlsplit

import jwt
import pytest
from allauth.socialaccount.models import SocialAccount
from django.test import Client

from site_makers import make_user
from tongket.site.people.models import Role

CLIENT, SECRET = "tongket", "bi-mat-cua-may-thu-va-du-dai-de-ky"
LOGIN = "/accounts/office/oidc/office/login/"
CALLBACK = "/accounts/office/oidc/office/login/callback/"


class Office(BaseHTTPRequestHandler):
    """Discovery, codes for tokens, and who it is; ``claims`` are those of the user who signs in there."""

    claims: ClassVar[dict[str, str]] = {}
    challenge = ""

    def do_GET(self) -> None:
        here = f"http://127.0.0.1:{self.server.server_address[1]}"
        if self.path.startswith("/.well-known"):
            self._answer(
                {
                    "issuer": here,
                    "authorization_endpoint": f"{here}/authorize",
                    "token_endpoint": f"{here}/token",
                    "userinfo_endpoint": f"{here}/userinfo",
                    "jwks_uri": f"{here}/keys",
                    "token_endpoint_auth_methods_supported": ["client_secret_post"],
                }
            )
        elif self.headers["Authorization"] == "Bearer chia-khoa":
            self._answer(self.claims)
        else:
            self._answer({"error": "invalid_token"}, 401)

    def do_POST(self) -> None:
        given = {
            name: values[0]
            for name, values in parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode()).items()
        }
        verifier = hashlib.sha256(given.get("code_verifier", "").encode()).digest()
        shown = base64.urlsafe_b64encode(verifier).decode().rstrip("=")
        if given.get("code") != "ma" or given.get("client_secret") != SECRET or shown != type(self).challenge:
            self._answer({"error": "invalid_grant"}, 400)
            return
        moment = int(time.time())
        here = f"http://127.0.0.1:{self.server.server_address[1]}"
        token = {"iss": here, "aud": CLIENT, "iat": moment, "exp": moment + 60, **self.claims}
        self._answer(
            {
                "access_token": "chia-khoa",
                "token_type": "Bearer",
                "expires_in": 60,
                "id_token": jwt.encode(token, SECRET, algorithm="HS256"),
            }
        )

    def _answer(self, content: object, status: int = 200) -> None:
        body = json.dumps(content).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Nothing."""


@pytest.fixture
def office(settings, monkeypatch: pytest.MonkeyPatch) -> Iterator[type[Office]]:
    """The office's server, known to the site, which takes its claim for the user's name."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Office)
    threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()  # the wait for its end is as long
    app = {
        "provider_id": "office",
        "name": "Sở Mẫu",
        "client_id": CLIENT,
        "secret": SECRET,
        "settings": {"server_url": f"http://127.0.0.1:{server.server_address[1]}"},
    }
    settings.SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"OAUTH_PKCE_ENABLED": True, "APPS": [app]}}
    monkeypatch.setenv("TONGKET_OIDC_CLAIM", "preferred_username")
    Office.claims = {"sub": "so-1", "preferred_username": "can-bo"}
    yield Office
    server.shutdown()
    server.server_close()


def sign_on(client: Client, office: type[Office], *, state: str = "") -> object:
    """Go to the office's server and come back with its code; ``state`` in place of the one that the site gave."""
    there = client.post(LOGIN)
    assert there.status_code == 302
    asked = parse_qs(urlsplit(there["Location"]).query)
    assert asked["client_id"] == [CLIENT]
    assert asked["code_challenge_method"] == ["S256"]
    office.challenge = asked["code_challenge"][0]
    return client.get(CALLBACK, {"code": "ma", "state": state or asked["state"][0]}, follow=True)


def test_who_is_known_by_the_claim_is_signed_in(office, commune) -> None:
    user = make_user("can-bo", commune, Role.CLERK)
    client = Client()
    answer = sign_on(client, office)
    assert answer.redirect_chain[-1][0] == "/"
    assert client.session["_auth_user_id"] == str(user.pk)
    assert SocialAccount.objects.get(user=user).uid == "so-1"


def test_the_tie_stays_when_the_name_there_changes(office, commune) -> None:
    user = make_user("can-bo", commune, Role.CLERK)
    sign_on(Client(), office)
    office.claims = {"sub": "so-1", "preferred_username": "ten-khac"}
    client = Client()
    sign_on(client, office)
    assert client.session["_auth_user_id"] == str(user.pk)


@pytest.mark.parametrize("name", ["nguoi-la", ""])
def test_a_stranger_gets_no_account(office, commune, name: str) -> None:
    make_user("can-bo", commune, Role.CLERK)
    office.claims = {"sub": "so-9", "preferred_username": name}
    client = Client()
    answer = sign_on(client, office)
    assert "_auth_user_id" not in client.session
    assert not SocialAccount.objects.exists()
    assert "account/signup_closed.html" in [one.name for one in answer.templates]  # it says what to do


def test_a_closed_account_stays_closed(office, commune) -> None:
    user = make_user("can-bo", commune, Role.CLERK)
    sign_on(Client(), office)
    user.is_active = False
    user.save()
    client = Client()
    sign_on(client, office)
    assert "_auth_user_id" not in client.session


def test_without_a_claim_named_nobody_is_tied_by_name(office, commune, monkeypatch) -> None:
    monkeypatch.delenv("TONGKET_OIDC_CLAIM")
    make_user("can-bo", commune, Role.CLERK)
    client = Client()
    sign_on(client, office)
    assert "_auth_user_id" not in client.session


def test_a_code_that_answers_no_question_of_ours_is_refused(office, commune) -> None:
    make_user("can-bo", commune, Role.CLERK)
    client = Client()
    sign_on(client, office, state="gia-mao")
    assert "_auth_user_id" not in client.session
