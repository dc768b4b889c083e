"""Tables on a phone: one that does not fit becomes a list with its values named; one that stays says it goes on."""

from __future__ import annotations

import pytest
from browser import DESK, PHONE, chromium, page_of, sign_in, violations

from site_makers import PASSWORD

STACKED = "table.stacked"


@pytest.fixture
def opened(live_server, consolidator):
    """A page of the consolidator at an address, in a window of that size."""
    with chromium() as browser:

        def at(address: str, size: tuple[int, int]):
            page = page_of(browser, size)
            sign_in(page, live_server.url, consolidator.username, PASSWORD)
            page.goto(live_server.url + address)
            return page

        yield at


@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
def test_a_table_that_does_not_fit_a_phone_names_its_values_below_each_row(opened, open_round, submission) -> None:
    page = opened(f"/rounds/{open_round.pk}/", PHONE)
    row = page.locator(f"{STACKED} tr[data-submission]").first
    assert row.locator("[data-label]").first.get_attribute("data-label") == "Hạn gửi"
    assert page.evaluate("document.querySelector('.stacked').scrollWidth") <= PHONE[0]
    assert row.get_by_role("rowheader").count() == 1, "rows stay rows for readers of the screen"
    assert not violations(page)


@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
def test_a_wide_screen_shows_the_table_as_it_is(opened, open_round, submission) -> None:
    page = opened(f"/rounds/{open_round.pk}/", DESK)
    assert page.locator("tr[data-submission]").count()
    assert not page.locator(f"{STACKED}, .sideways").count()


@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
def test_a_phone_that_is_turned_gets_the_table_back(opened, open_round, submission) -> None:
    page = opened(f"/rounds/{open_round.pk}/", PHONE)
    page.wait_for_selector(STACKED)
    page.set_viewport_size({"width": 1200, "height": 700})
    page.wait_for_selector(STACKED, state="detached")


@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
def test_a_form_stays_a_table_and_says_that_it_goes_on_sideways(opened, open_round, submission) -> None:
    page = opened(f"/rounds/{open_round.pk}/form", PHONE)
    assert page.locator(".sideways").first.is_visible()
    assert not page.locator(STACKED).count()
