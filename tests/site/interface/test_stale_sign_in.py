"""A page that was loaded before one signed in again: what is sent from it is refused in words, and can be sent anew."""

from __future__ import annotations

import html
import re

import pytest
from django.test import Client

from site_makers import PASSWORD
from tongket.site.rounds.models import Submission


@pytest.fixture
def guarded(clerk) -> Client:
    """A browser whose forms need the token of its sign-in."""
    client = Client(enforce_csrf_checks=True)
    client.force_login(clerk, backend="django.contrib.auth.backends.ModelBackend")
    client.cookies["tongket_language"] = "en"
    return client


def send(client: Client, submission: Submission, origin: str = "http://testserver", **more: str):
    headers = {"Origin": origin} if origin else {}
    client.get("/")  # the page of the new sign-in brings its token
    return client.post(f"/submissions/{submission.pk}/send", {"edition": submission.edition, **more}, headers=headers)


def test_what_was_typed_is_sent_by_a_second_press(guarded, submission, fill) -> None:
    fill(**{"QT-01": "12"})
    answer = send(guarded, submission, note="Gửi <lại>\nlần hai")
    page = answer.content.decode()
    assert answer.status_code == 403
    assert "The page is older than your sign-in; nothing of this was saved yet." in page

    form = page[page.index("<main") :]
    fields = dict(re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', form))
    assert html.unescape(fields["note"]) == "Gửi <lại>\nlần hai"
    answer = guarded.post(
        f"/submissions/{submission.pk}/send",
        {name: html.unescape(value) for name, value in fields.items()},
        headers={"Origin": "http://testserver"},
    )
    assert answer.status_code == 302
    assert Submission.objects.get(pk=submission.pk).state == "sent"


@pytest.mark.parametrize("origin", ["", "https://elsewhere.example"], ids=["unknown", "another site"])
def test_what_no_page_of_this_site_sent_is_not_offered_again(guarded, submission, origin) -> None:
    page = send(guarded, submission, origin).content.decode()

    assert "Load the page anew, then do it again." in page
    assert 'name="edition"' not in page


def test_a_password_is_never_put_into_a_page(guarded, clerk) -> None:
    answer = guarded.post(
        "/accounts/password/change/",
        {"oldpassword": PASSWORD, "password1": "mot-hai-ba-bon-nam", "password2": "mot-hai-ba-bon-nam"},
        headers={"Origin": "http://testserver"},
    )
    assert answer.status_code == 403
    assert "mot-hai-ba-bon-nam" not in answer.content.decode()


def test_a_script_gets_the_words_as_json(guarded, submission) -> None:
    answer = guarded.post(f"/submissions/{submission.pk}/values", "{}", content_type="application/json")

    assert answer.status_code == 403
    assert answer.json()["error"].startswith("The page is older than your sign-in")
