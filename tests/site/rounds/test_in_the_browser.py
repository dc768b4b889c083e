"""Rounds in a real browser: made and opened, looked at on the heat map, the late ones reminded; axe finds nothing."""

import datetime as dt

import pytest
from browser import DESK, PHONE, chromium, page_of, sign_in, violations
from playwright.sync_api import expect

from site_makers import PASSWORD, TODAY
from tongket.site.rounds.models import Reminder, Submission

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.mark.parametrize(("size", "dark"), [(DESK, False), (PHONE, True)])
def test_a_round_from_the_form_to_the_reminder(
    live_server, consolidator, commune, other_commune, programme, size, dark
) -> None:
    with chromium() as browser:
        page = page_of(browser, size, dark=dark)
        sign_in(page, live_server.url, consolidator.username, PASSWORD)
        page.goto(f"{live_server.url}/rounds/new")
        assert not violations(page)
        page.fill("#name", "Quý III/2026")
        page.check('[name=groups][value="commune/ubnd"]')
        page.fill("[name=due-commune]", "2026-11-20")
        page.locator("form.roundform button[type=submit]").click()
        page.wait_for_url("**/rounds/*/")
        assert not violations(page)
        page.locator('form[action$="/open"] button').click()
        expect(page.locator("[data-submission]")).to_have_count(2)
        assert not violations(page)

        Submission.objects.filter(body=commune).update(due=TODAY - dt.timedelta(days=8))
        page.goto(f"{live_server.url}/rounds/coverage")
        expect(page.locator("td.h-miss a")).to_have_text("6")
        assert not violations(page)
        page.locator('form[action$="/remind"] button').click()
        page.wait_for_url("**/remind")
        assert Reminder.objects.get().submission.body == commune
        expect(page.locator(".banner.sent")).to_be_visible()
        assert not violations(page)

        page.locator("[data-copy]").click()
        expect(page.locator(".toast")).to_be_visible()
        page.locator("[data-all]").uncheck()
        expect(page.locator('[name="one"]:checked')).to_have_count(0)
        for address in ("/rounds/", "/rounds/calendar", "/rounds/programmes"):
            page.goto(f"{live_server.url}{address}")
            assert not violations(page), address
            assert page.evaluate("document.documentElement.scrollWidth") <= size[0], address
        assert page.faults == []
