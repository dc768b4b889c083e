"""A form sent after the session ended: what was typed comes back after the sign-in, once, and to its writer alone."""

from __future__ import annotations

import html
import re

import pytest
from browser import DESK, PHONE, chromium, page_of, sign_in, violations
from django.contrib.sessions.models import Session
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from playwright.sync_api import Page, expect

from site_makers import PASSWORD, TODAY, make_user
from tongket.site.people.kept import KEY, MOST
from tongket.site.people.models import Role
from tongket.site.rounds.models import Submission

WORDS = "Số liệu <đã> rà soát\nvới công an xã"


def enter(client: Client, name: str, **more: str):
    return client.post("/accounts/login/", {"login": name, "password": PASSWORD, **more})


@pytest.fixture
def away(clerk) -> Client:
    """A browser whose user was signed in, and is not any more."""
    client = Client()
    client.cookies["tongket_language"] = "en"
    enter(client, clerk.username)
    Session.objects.all().delete()
    return client


def send(client: Client, submission: Submission, **more: object):
    page = f"http://testserver/submissions/{submission.pk}/?part=2"
    fields = {"edition": submission.edition, "note": WORDS, **more}
    return client.post(f"/submissions/{submission.pk}/send", fields, headers={"Referer": page})


def kept_fields(page: str) -> dict[str, str]:
    """The fields of the form that the page offers to send again."""
    part = page[page.find("data-kept-form") :].partition("</form>")[0] if "data-kept-form" in page else ""
    found = re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', part)
    return {name: html.unescape(value) for name, value in found if name != "csrfmiddlewaretoken"}


def test_it_comes_back_on_the_page_of_the_form_and_can_be_sent(away, clerk, submission, fill) -> None:
    fill(**{"QT-01": "12"})
    way = send(away, submission)["Location"]
    back = f"/submissions/{submission.pk}/?part=2"
    assert way.startswith("/accounts/login/?next=")
    assert enter(away, clerk.username, next=back)["Location"] == back

    page = away.get(back).content.decode()
    assert "nothing of it was saved" in page
    assert kept_fields(page)["note"] == WORDS
    assert away.post(f"/submissions/{submission.pk}/send", kept_fields(page)).status_code == 302
    assert Submission.objects.get(pk=submission.pk).state == "sent"


@pytest.fixture
def guarded(clerk) -> Client:
    """That browser where forms need the token of its sign-in, and the page is older than it."""
    client = Client(enforce_csrf_checks=True)
    client.cookies["tongket_language"] = "en"
    token = client.get("/accounts/login/").cookies["csrftoken"].value
    enter(client, clerk.username, csrfmiddlewaretoken=token)
    Session.objects.all().delete()
    return client


def test_a_form_with_the_token_of_an_older_sign_in_is_kept_too(guarded, clerk, submission) -> None:
    fields = {"edition": submission.edition, "note": WORDS, "csrfmiddlewaretoken": "a" * 64}
    headers = {"Origin": "http://testserver", "Referer": f"http://testserver/submissions/{submission.pk}/"}
    answer = guarded.post(f"/submissions/{submission.pk}/send", fields, headers=headers)
    assert answer["Location"].startswith("/accounts/login/?next=")

    token = guarded.get(answer["Location"]).cookies["csrftoken"].value
    enter(guarded, clerk.username, csrfmiddlewaretoken=token)
    assert kept_fields(guarded.get("/").content.decode()) == {"edition": str(submission.edition), "note": WORDS}


def test_a_form_of_another_site_is_not_kept_over_the_sign_in(guarded, submission) -> None:
    fields = {"edition": submission.edition, "note": WORDS}
    headers = {"Origin": "https://elsewhere.example"}
    answer = guarded.post(f"/submissions/{submission.pk}/send", fields, headers=headers)

    assert answer.status_code == 403
    assert KEY not in guarded.session


def test_it_is_given_back_once_and_wiped(away, clerk, submission) -> None:
    send(away, submission)
    enter(away, clerk.username)
    assert KEY in away.session
    assert kept_fields(away.get("/").content.decode())

    assert KEY not in away.session
    assert not kept_fields(away.get("/").content.decode())


def test_another_user_never_sees_it(away, commune, submission) -> None:
    send(away, submission)
    enter(away, make_user("nguoi-khac", commune, Role.CLERK).username)

    assert "rà soát" not in away.get("/").content.decode()
    assert KEY not in away.session


def test_nothing_is_kept_of_a_browser_in_which_nobody_was_signed_in(submission, clerk) -> None:
    client = Client()
    assert send(client, submission)["Location"].startswith("/accounts/login/")
    assert KEY not in client.session


@pytest.mark.parametrize(
    "more",
    [{"note": "x" * (MOST + 1)}, {"password1": "mot-hai-ba-bon"}],
    ids=["too much", "a password"],
)
def test_what_is_too_long_or_a_secret_is_not_kept(away, submission, more: dict[str, str]) -> None:
    send(away, submission, **more)

    assert KEY not in away.session


def test_it_is_not_kept_longer_than_an_hour(away, clerk, submission, monkeypatch) -> None:
    send(away, submission)
    monkeypatch.setenv("TONGKET_NOW", f"{TODAY}T10:01:00+07:00")
    enter(away, clerk.username)

    assert not kept_fields(away.get("/").content.decode())


def test_of_a_form_with_files_the_words_are_kept_to_be_taken_over(away, clerk, submission) -> None:
    send(away, submission, file=SimpleUploadedFile("a.txt", b"x"))
    enter(away, clerk.username)
    page = away.get("/").content.decode()

    assert "the files must be chosen again" in page
    assert "rà soát" in page
    assert "data-kept-form" not in page


def test_a_page_elsewhere_is_not_where_one_is_led_back_to(away, submission) -> None:
    page = "https://elsewhere.example/form"
    answer = away.post(f"/submissions/{submission.pk}/send", {"note": WORDS}, headers={"Referer": page})

    assert answer["Location"] == "/accounts/login/?next=/"


def test_a_part_of_a_page_leads_the_whole_page_to_the_sign_in(away, submission) -> None:
    headers = {"HX-Request": "true", "HX-Current-URL": f"http://testserver/submissions/{submission.pk}/"}
    answer = away.post(f"/submissions/{submission.pk}/explain", {"mark": "x", "text": WORDS}, headers=headers)

    assert answer["HX-Redirect"] == f"/accounts/login/?next=/submissions/{submission.pk}/"


def back_in(page: Page, name: str) -> None:
    """Sign in again on the page that one was led to."""
    page.wait_for_url("**/accounts/login/**")
    page.fill("[name=login]", name)
    page.fill("[name=password]", PASSWORD)
    page.press("[name=password]", "Enter")


@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("size", [DESK, PHONE])
def test_it_stands_in_its_form_again(live_server, consolidator, size, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "1")
    with chromium() as browser:
        page = page_of(browser, size)
        sign_in(page, live_server.url, consolidator.username, PASSWORD)
        page.goto(f"{live_server.url}/documents/add")
        page.fill("[name=subject]", "về việc rà soát số liệu quý III")
        page.fill("[name=symbol]", "21/KH-UBND")
        Session.objects.all().delete()
        page.press("[name=symbol]", "Enter")
        back_in(page, consolidator.username)
        page.wait_for_url("**/documents/add")
        expect(page.locator(".docform [name=subject]")).to_have_value("về việc rà soát số liệu quý III")
        expect(page.locator(".docform [name=symbol]")).to_have_value("21/KH-UBND")
        expect(page.locator("[data-kept-here]")).to_be_visible()
        expect(page.locator("[data-kept-form]")).to_have_count(0)
        assert not violations(page)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        assert not page.faults


@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
def test_what_has_no_form_any_more_is_sent_from_where_it_is_kept(
    live_server, consolidator, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "1")
    with chromium() as browser:
        page = page_of(browser)
        sign_in(page, live_server.url, consolidator.username, PASSWORD)
        page.goto(f"{live_server.url}/documents/add")
        page.fill("[name=subject]", "về việc rà soát số liệu quý III")
        page.fill("[name=symbol]", "21/KH-UBND")
        page.evaluate("document.querySelector('[name=subject]').form.action = '/documents/1/edit'")
        Session.objects.all().delete()
        page.press("[name=symbol]", "Enter")
        back_in(page, consolidator.username)
        page.wait_for_url("**/documents/add")
        expect(page.locator(".keptwords")).to_have_text("về việc rà soát số liệu quý III")
        expect(page.locator("[data-kept-form] button")).to_be_visible()
        assert not violations(page)
