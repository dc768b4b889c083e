"""The calendar beside a field for a day: with the mouse, with the keyboard alone, on a phone, in both languages."""

from __future__ import annotations

import pytest
from browser import PHONE, chromium, page_of, sign_in, violations
from playwright.sync_api import Page, expect

from site_makers import PASSWORD, make_user
from tongket.site.people.models import Role

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def desk(live_server, province) -> str:
    make_user("tonghop", province, Role.CONSOLIDATOR, subtree=True)
    return live_server.url


def at_form(page: Page, address: str) -> None:
    sign_in(page, address, "tonghop", PASSWORD)
    page.goto(f"{address}/rounds/new")


def test_a_day_is_chosen_with_the_keyboard_alone(desk) -> None:
    with chromium() as browser:
        page = page_of(browser)
        at_form(page, desk)
        page.fill("#period_end", "30/11/2026")
        page.press("#period_end", "Alt+ArrowDown")
        calendar = page.locator("#calendar")
        expect(calendar.locator("h2")).to_have_text("Tháng 11 năm 2026")
        expect(calendar.locator("th")).to_have_text(["T2", "T3", "T4", "T5", "T6", "T7", "CN"])
        expect(calendar.locator(":focus")).to_have_attribute("data-day", "2026-11-30")
        assert violations(page) == []
        for key, day in (
            ("ArrowRight", "2026-12-01"), ("PageDown", "2027-01-01"), ("ArrowUp", "2026-12-25"), ("End", "2026-12-27"),
            ("Home", "2026-12-21"), ("Shift+PageDown", "2027-12-21"), ("Shift+PageUp", "2026-12-21"),
        ):  # fmt: skip
            page.keyboard.press(key)
            expect(calendar.locator(":focus")).to_have_attribute("data-day", day)
        page.keyboard.press("Escape")
        expect(page.locator("#period_end")).to_be_focused()
        expect(page.locator("#period_end")).to_have_value("30/11/2026")
        page.press("#period_end", "Alt+ArrowDown")
        page.keyboard.press("ArrowDown")
        page.keyboard.press("Enter")
        expect(page.locator("#period_end")).to_have_value("07/12/2026")
        expect(page.locator(".daybox:has(#period_end) + .weekday")).to_have_text("thứ Hai")
        expect(page.locator("#period_end")).to_be_focused()
        assert page.faults == []


@pytest.mark.parametrize("dark", [False, True])
def test_it_fits_a_phone_and_what_is_no_day_opens_it_at_today(desk, dark) -> None:
    with chromium() as browser:
        page = page_of(browser, PHONE, dark=dark)
        at_form(page, desk)
        page.fill("#period_start", "31/2/2026")
        page.locator(".daybox:has(#period_start) .daypick").click()
        calendar = page.locator("#calendar")
        expect(calendar.locator(":focus")).to_have_attribute("aria-current", "date")
        box = calendar.bounding_box()
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= PHONE[0]
        assert box["y"] >= 0
        assert box["y"] + box["height"] <= PHONE[1]
        assert all(one.bounding_box()["height"] >= 44 for one in calendar.locator("td button").all()[:7])
        assert violations(page) == []
        calendar.locator("[data-months='-1']").click()
        calendar.locator("td button:not(.beyond)").first.click()
        assert page.input_value("#period_start").startswith("01/")
        assert page.faults == []
