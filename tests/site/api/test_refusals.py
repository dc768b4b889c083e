"""What is refused: the same code in every language, and words in the one that the program asks for."""

from __future__ import annotations

import errno
import json
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from django.db import OperationalError
from django.test import Client

from tongket.site.api import refusals, routes
from tongket.site.embedded.base import _busy
from tongket.site.interface import programs
from tongket.site.people.models import User
from tongket.site.people.services.tokens import make_token

sys.path.insert(0, str(Path(__file__).parents[3] / "tools"))

Ask = Callable[..., tuple[int, dict[str, object]]]


@pytest.fixture
def ask(acting) -> Ask:
    """Call as a user with a key, asking for a language."""

    def call(
        user: User | None, method: str, path: str, content: object = None, *, lang: str = "", scope: str = "write"
    ):
        headers = {"Accept-Language": lang} if lang else {}
        if user:
            headers["Authorization"] = f"Bearer {make_token(acting(user), 'thu', scope, 30)[1]}"
        body = content if isinstance(content, str) else json.dumps(content)
        made = getattr(Client(), method)
        sent = () if method == "get" else (body,)
        more = {} if method == "get" else {"content_type": "application/json"}
        answer = made(f"/api/v1/{path}", *sent, headers=headers, **more)
        return answer.status_code, answer.json()

    return call


def test_a_refusal_is_said_in_the_language_asked_for_with_the_same_code(submission, clerk, ask) -> None:
    path, content = f"submissions/{submission.pk}/send", {"edition": submission.edition}
    english = ask(clerk, "post", path, content, lang="en-GB,en;q=0.9,vi;q=0.5")
    vietnamese = ask(clerk, "post", path, content, lang="vi")

    assert english == (422, {**english[1], "code": "nothing-filled"})
    assert str(english[1]["error"]).startswith("nothing is filled in.")
    assert vietnamese[1]["code"] == "nothing-filled"
    assert str(vietnamese[1]["error"]).isascii() is False


@pytest.mark.parametrize("lang", ["", "fr", "*", "x" * 400, "fr;q=1,de"])
def test_vietnamese_is_spoken_to_who_asks_for_no_language_of_ours(submission, clerk, ask, lang: str) -> None:
    _, said = ask(clerk, "post", f"submissions/{submission.pk}/send", {"edition": submission.edition}, lang=lang)

    assert not str(said["error"]).isascii()


def test_a_session_speaks_the_language_of_its_user_whatever_the_machine_asks_for(submission, clerk, signed_in) -> None:
    path = f"/api/v1/submissions/{submission.pk}/send"
    content = json.dumps({"edition": submission.edition})
    said = signed_in(clerk).post(path, content, content_type="application/json", headers={"Accept-Language": "en-US"})

    assert not said.json()["error"].isascii()


def test_a_page_does_not_take_the_language_of_the_machine_for_a_choice(clerk, db) -> None:
    page = Client().get("/accounts/login/", headers={"Accept-Language": "en-US"}).content.decode()

    assert '<html lang="vi">' in page


def test_the_note_on_a_cell_is_in_the_language_asked_for(submission, clerk, ask) -> None:
    cells = {"cells": [{"place": "value:QT-01/@area", "text": "12o"}]}
    status, said = ask(clerk, "put", f"submissions/{submission.pk}/values", cells, lang="en")

    assert (status, said["cells"][0]["state"]) == (200, "invalid")
    assert "12o" in said["cells"][0]["note"]
    assert said["cells"][0]["note"].split()[0].isascii()


@pytest.mark.parametrize(
    ("who", "method", "path", "content", "status", "code"),
    [
        ("nobody", "get", "rounds", None, 401, "no-key"),
        ("clerk", "get", "submissions/999", None, 404, "not-found"),
        ("clerk", "get", "rounds/1.5", None, 404, "not-found"),
        ("clerk", "post", "submissions/{pk}/approve", {"edition": 1}, 403, "not-allowed"),
        ("clerk", "put", "submissions/{pk}/values", "{", 400, "unreadable"),
        ("clerk", "put", "submissions/{pk}/values", {"cells": 1}, 422, "malformed"),
        ("clerk", "put", "submissions/{pk}/values", {"cells": [{"place": "x:1", "text": "1"}]}, 422, "no-such-place"),
        ("clerk", "post", "submissions/{pk}/send", {"edition": 99}, 409, "changed-meanwhile"),
    ],
)
def test_each_refusal_has_its_code_and_english_words_where_they_are_asked_for(
    submission, clerk, ask, who: str, method: str, path: str, content: object, status: int, code: str
) -> None:
    user = clerk if who == "clerk" else None
    found, said = ask(user, method, path.format(pk=submission.pk), content, lang="en")

    assert (found, said["code"]) == (status, code)
    words = str(said.get("error") or said["detail"])
    assert words.replace("“", "").replace("”", "").replace("…", "").isascii()
    assert " " in words


def test_a_key_that_only_reads_says_so_by_its_code(submission, clerk, ask) -> None:
    found, said = ask(clerk, "post", f"submissions/{submission.pk}/send", {"edition": 1}, scope="read")

    assert (found, said["code"]) == (403, "key-only-reads")


def test_a_cell_that_the_form_does_not_have_cannot_be_returned(sent, approver, ask) -> None:
    places = [{"place": "value:XX-99/@area", "reason": "Chưa khớp số."}]
    content = {"edition": sent.edition, "due": "2030-01-01", "places": places}
    found, said = ask(approver, "post", f"submissions/{sent.pk}/return", content)

    assert (found, said["code"]) == (422, "no-such-place")


@pytest.mark.slow
def test_every_code_belongs_to_a_message_that_is_really_said() -> None:
    """A sentence that is worded anew keeps its code only if it is named so in the table of codes as well."""
    from make_messages import marked_messages

    places = marked_messages()
    only_here = [
        message for message in refusals._CODES if {one for one, _ in places[message]} == {"site/api/refusals.py"}
    ]
    assert not only_here
    assert len(set(refusals._CODES.values())) == len(refusals._CODES)


def test_the_page_on_the_api_names_every_code() -> None:
    told = (Path(__file__).parents[3] / "docs" / "api.md").read_text("utf-8")

    codes = (*refusals._CODES.values(), *(code for code, _ in programs._TOLD.values()))

    assert not [code for code in codes if f"`{code}`" not in told]


def _waited() -> OperationalError:
    fault = OperationalError("database is locked")
    fault.__cause__ = _busy()
    return fault


@pytest.mark.parametrize(
    ("fault", "status", "code"),
    [
        (OSError(errno.ENOSPC, "No space left on device"), 507, "disk-full"),
        (_waited(), 503, "busy"),
        (ZeroDivisionError(), 500, "failed"),
    ],
    ids=["disk-full", "busy", "failed"],
)
@pytest.mark.parametrize("method", ["get", "put"])
def test_a_site_that_cannot_answer_says_so_to_a_program_with_a_code(
    submission, clerk, acting, monkeypatch, fault: Exception, status: int, code: str, method: str
) -> None:
    def fails(*_: object, **__: object) -> None:
        raise fault

    monkeypatch.setattr(routes, "save_values", fails)
    monkeypatch.setattr(routes.rows, "value_row", fails)
    monkeypatch.setattr(routes, "cells_of", fails)
    headers = {"Authorization": f"Bearer {make_token(acting(clerk), 'thu', 'write', 30)[1]}", "Accept-Language": "en"}
    content = {"cells": [{"place": "value:QT-01/@area", "text": "12", "version": 0}]}
    client, path = Client(raise_request_exception=False), f"/api/v1/submissions/{submission.pk}/values"
    answer = (
        client.get(path, headers=headers)
        if method == "get"
        else client.put(path, json.dumps(content), content_type="application/json", headers=headers)
    )

    assert (answer.status_code, answer.json()["code"]) == (status, code)
    assert answer.json()["detail"].isascii()


def test_a_method_that_an_address_does_not_have_is_refused_with_a_code_and_those_that_it_has(clerk, acting) -> None:
    headers = {"Authorization": f"Bearer {make_token(acting(clerk), 'thu', 'write', 30)[1]}"}
    answer = Client().delete("/api/v1/rounds", headers=headers)

    assert (answer.status_code, answer.json()["code"], answer["Allow"]) == (405, "no-such-method", "GET")
