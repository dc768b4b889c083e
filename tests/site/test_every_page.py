"""Every page of the route list, in a browser: axe finds nothing, light and dark; no sideways scrolling; no English.

With ``PAGE_PICTURES=folder`` in the environment, pictures of all pages are left there, to be looked at by a person.
"""

from __future__ import annotations

import os
import re
from pathlib import Path
from urllib.parse import unquote

import pytest
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value, yield_hotp_counters_from_time
from browser import DESK, PHONE, chromium, darkened, page_of, sign_in, violations
from people.test_rights_table import make_rights
from playwright.sync_api import Page
from visits import NO_PAGE, VISITS, World

from site_makers import PASSWORD, make_user
from tongket.site.people.accounts_urls import nothing
from tongket.site.people.models import Role

ENGLISH = re.compile(r"\b(the|of|and|is|are|with|from|not|this|that|your|you|page|send|save|choose|yes|none)\b", re.I)
TEXTS = """() => {
  const found = [document.title];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const at = walker.currentNode.parentElement;
    if (!at.closest("[lang=en], script, style, pre, code")) found.push(walker.currentNode.data.trim());
  }
  for (const name of ["aria-label", "title", "placeholder"])
    for (const at of document.querySelectorAll(`[${name}]:not([lang=en])`)) found.push(at.getAttribute(name));
  return found;
}"""


def test_every_route_that_can_show_a_page_is_visited(province, signed_in) -> None:
    """A route of which no visit is listed answers POST alone, or belongs to the API, or leads nowhere."""
    client = signed_in(make_user("ai-do", province, *Role, subtree=True))
    listed, unseen = {visit.route for visit in VISITS} | set(NO_PAGE), []
    for address, name, view in make_rights.routes():
        if name in listed or name.startswith("v1:") or view is nothing:
            continue
        filled = re.sub(r"<(?:\w+:)?\w+>", "1", address)
        if client.get(filled).status_code != 405:
            unseen.append(f"{name} ({address})")
    assert not unseen, "no visit is listed in visits.py"


def picture(page: Page, name: str) -> None:
    """Leave a picture of the page where pictures are asked for."""
    if folder := os.environ.get("PAGE_PICTURES"):
        plain = re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")
        page.screenshot(path=Path(folder) / f"{plain}.png", full_page=True)


def faults_of(page: Page, width: int) -> list[str]:
    """What is wrong with the page as it stands, light and dark."""
    found = violations(page)
    with darkened(page):
        found += [f"dark: {one}" for one in violations(page, only=("color-contrast",))]
    wide = page.evaluate("document.documentElement.scrollWidth")
    found += [f"{wide} px wide"] if wide > width else []
    found += [f"English: {text}" for text in page.evaluate(TEXTS) if text.isascii() and ENGLISH.search(text)]
    return found + page.faults


@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("size", [DESK, PHONE])
def test_nothing_is_wrong_with_any_page(live_server, world: World, size: tuple[int, int]) -> None:
    wrong: dict[str, list[str]] = {}
    with chromium() as browser:
        for role in dict.fromkeys(visit.role for visit in VISITS):
            page = page_of(browser, size)
            if role:
                sign_in(page, live_server.url, world.users[role].username, PASSWORD)
            for visit in (one for one in VISITS if one.role == role):
                address = visit.address.format(**world.ids)
                answer = page.goto(live_server.url + address)
                assert answer is not None
                picture(page, f"{role} {visit.route} {address} {size[0]}")
                found = faults_of(page, size[0])
                if answer.status != visit.status or unquote(page.url) != live_server.url + address:
                    found.append(f"{answer.status} at {page.url}")
                if found:
                    wrong[f"{role} {address}"] = found
                page.faults.clear()
            page.context.close()
    assert not wrong, "\n".join(f"{where}: {found}" for where, found in wrong.items())


def shown_code(page: Page) -> str:
    """The code that a phone would show for the secret on the page, at this moment."""
    secret = page.locator("code, .secret").first.inner_text().replace(" ", "")
    counter = next(iter(yield_hotp_counters_from_time()))
    return format_hotp_value(hotp_value(secret, counter))


@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("size", [DESK, PHONE])
def test_nothing_is_wrong_with_the_pages_of_a_second_factor(live_server, clerk, size: tuple[int, int]) -> None:
    """The code of an application: turned on, and asked for at the next signing in."""
    wrong: dict[str, list[str]] = {}
    with chromium() as browser:
        page = page_of(browser, size)

        def look(address: str = "") -> None:
            if address:
                page.goto(live_server.url + address)
            found = faults_of(page, size[0])
            if found:
                wrong[page.url.removeprefix(live_server.url)] = found

        sign_in(page, live_server.url, clerk.username, PASSWORD)
        look("/accounts/2fa/totp/activate/")  # asks for the password again
        page.fill("[name=password]", PASSWORD)
        page.press("[name=password]", "Enter")
        page.wait_for_url("**/totp/activate/")
        look()
        page.fill("[name=code]", shown_code(page))
        page.press("[name=code]", "Enter")
        page.wait_for_url("**/recovery-codes/")
        for address in ("", "recovery-codes/generate/", "totp/deactivate/", "reauthenticate/"):
            look(f"/accounts/2fa/{address}")
        page.context.clear_cookies()
        page.goto(f"{live_server.url}/accounts/login/")
        page.fill("[name=login]", clerk.username)
        page.fill("[name=password]", PASSWORD)
        page.press("[name=password]", "Enter")
        page.wait_for_url("**/2fa/authenticate/")
        look()
    assert not wrong, "\n".join(f"{where}: {found}" for where, found in wrong.items())


@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("size", [DESK, PHONE])
def test_nothing_is_wrong_with_the_pages_of_a_passkey(live_server, clerk, size: tuple[int, int]) -> None:
    """A passkey is made, signs in alone, proves who is there, and is taken away: by an authenticator of the browser."""
    wrong: dict[str, list[str]] = {}
    with chromium() as browser:
        page = page_of(browser, size)
        with_passkeys(page)
        sign_in(page, live_server.url, clerk.username, PASSWORD)
        page.goto(f"{live_server.url}/accounts/2fa/webauthn/add/")
        page.fill("[name=password]", PASSWORD)
        page.press("[name=password]", "Enter")
        page.wait_for_url("**/webauthn/add/")
        wrong["add"] = faults_of(page, size[0])
        page.fill("[name=name]", "Máy ở văn phòng")
        page.click("#mfa_webauthn_add")
        page.wait_for_url(re.compile(r"/2fa/(webauthn|recovery-codes)/$"))
        page.goto(f"{live_server.url}/accounts/2fa/webauthn/")
        wrong["list"] = faults_of(page, size[0])
        page.goto(f"{live_server.url}/accounts/2fa/webauthn/reauthenticate/")
        wrong["reauthenticate"] = faults_of(page, size[0])
        page.goto(f"{live_server.url}/accounts/2fa/webauthn/")
        page.locator('a[href$="/remove/"]').click()
        page.wait_for_url("**/remove/")
        wrong["remove"] = faults_of(page, size[0])
        page.context.clear_cookies()
        page.goto(f"{live_server.url}/accounts/login/")
        page.click("[data-passkey] button, button[data-passkey]")
        page.wait_for_url(f"{live_server.url}/")
    assert not any(wrong.values()), wrong


def with_passkeys(page: Page) -> None:
    """Give the browser an authenticator of its own, which says yes to whatever it is asked."""
    tools = page.context.new_cdp_session(page)
    tools.send("WebAuthn.enable")
    options = {"protocol": "ctap2", "transport": "internal", "hasResidentKey": True, "hasUserVerification": True}
    options |= {"isUserVerified": True, "automaticPresenceSimulation": True}
    tools.send("WebAuthn.addVirtualAuthenticator", {"options": options})


@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("size", [DESK, PHONE])
def test_nothing_is_wrong_with_the_first_page_of_all(live_server, size: tuple[int, int]) -> None:
    with chromium() as browser:
        page = page_of(browser, size)
        page.goto(f"{live_server.url}/people/begin")
        assert page.url.endswith("/people/begin")
        assert not faults_of(page, size[0])
