"""Typing in a real browser, on a slow line and a cut one: nothing typed is lost, nothing of others is overwritten."""

from __future__ import annotations

import time

import pytest
from browser import chromium, page_of, sign_in
from playwright.sync_api import Route, expect

from site_makers import PASSWORD, make_user
from tongket.site.people.models import Role
from tongket.site.rounds.places import ValuePlace
from tongket.site.submissions.models import Value
from tongket.site.submissions.services.filling import Typed, save_values

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
BOX = 'td[data-place="value:QT-05/@area"] input'
CELL = 'td[data-place="value:QT-05/@area"]'


@pytest.fixture(autouse=True)
def _django_in_threads(monkeypatch: pytest.MonkeyPatch) -> None:
    """Playwright keeps a loop in this thread; Django's own guard against that is for servers."""
    monkeypatch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "1")


@pytest.fixture
def form(live_server, clerk, submission):
    """The form in a browser, signed in."""
    with chromium() as browser:
        page = page_of(browser)
        sign_in(page, live_server.url, clerk.username, PASSWORD)
        page.goto(f"{live_server.url}/submissions/{submission.pk}/")
        yield page


def test_what_is_typed_while_the_answer_is_under_way_stays(form) -> None:
    def slowly(route: Route) -> None:
        answer = route.fetch()
        time.sleep(0.5)
        route.fulfill(response=answer)

    form.route("**/values", slowly)
    form.click(BOX)
    form.keyboard.type("12")
    with form.expect_response("**/values"):
        with form.expect_request("**/values"):
            pass
        form.keyboard.type("3")
    with form.expect_response("**/values"):
        pass

    expect(form.locator(BOX)).to_have_value("123")
    assert Value.objects.get(indicator="QT-05").amount == 123


def test_what_a_closed_page_left_behind_overwrites_nothing_newer(form, commune, submission, acting) -> None:
    form.route("**/values", lambda route: route.abort())
    form.fill(BOX, "15")
    form.press(BOX, "Enter")
    other = acting(make_user("khac", commune, Role.CLERK))
    save_values(other, submission, [Typed(ValuePlace("QT-05", "", "area"), "20")])
    form.unroute("**/values")

    form.on("dialog", lambda dialog: dialog.accept())
    with form.expect_response("**/values"):
        form.reload()

    expect(form.locator(f"{CELL} .cellnote")).to_contain_text("15")
    assert Value.objects.get(indicator="QT-05").amount == 20


def test_what_the_server_refuses_stays_in_its_box_with_the_reason(form) -> None:
    form.fill(BOX, "1" * 1_100_000)
    with form.expect_response("**/values"):
        form.press(BOX, "Enter")

    expect(form.locator(CELL)).to_have_attribute("data-state", "invalid")
    expect(form.locator(f"{CELL} .cellnote")).not_to_be_empty()
    assert len(form.input_value(BOX)) == 1_100_000


def test_who_was_signed_out_is_told_so_and_loses_nothing(form) -> None:
    cookies = form.context.cookies()
    form.context.clear_cookies()
    form.fill(BOX, "15")
    form.press(BOX, "Enter")
    expect(form.locator("#saved")).to_have_text(form.get_attribute("#grid", "data-away"))

    form.context.add_cookies(cookies)

    expect(form.locator(CELL)).not_to_have_attribute("data-state", "saving", timeout=30_000)
    assert Value.objects.get(indicator="QT-05").amount == 15
