"""A real browser for the tests: Debian's Chromium, driven by Playwright, against the site as it runs."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, sync_playwright

CHROMIUM = shutil.which("chromium") or ""
DESK, PHONE = (1440, 900), (360, 740)


@contextmanager
def chromium() -> Iterator[Browser]:
    """The browser; the test is skipped where Debian's Chromium is not installed."""
    if not CHROMIUM:
        pytest.skip("Chromium is not installed (apt-get install chromium)")
    with pytest.MonkeyPatch.context() as patched, sync_playwright() as driver:
        # Playwright keeps a loop in this thread; Django's own guard against that is for servers.
        patched.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "1")
        browser = driver.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        try:
            yield browser
        finally:
            browser.close()


def page_of(browser: Browser, size: tuple[int, int] = DESK, *, dark: bool = False) -> Page:
    """A page of a fresh profile, in Vietnamese; an error in a script, or of the policy, fails the test at its end."""
    context = browser.new_context(
        viewport={"width": size[0], "height": size[1]}, color_scheme="dark" if dark else "light", locale="vi-VN"
    )
    page = context.new_page()
    page.faults = []
    page.on("pageerror", lambda error: page.faults.append(str(error)))
    page.on("console", lambda line: page.faults.append(line.text) if "Content Security Policy" in line.text else None)
    return page


def sign_in(page: Page, address: str, name: str, password: str) -> None:
    """Sign in on the page itself."""
    page.goto(f"{address}/accounts/login/")
    page.fill("[name=login]", name)
    page.fill("[name=password]", password)
    page.press("[name=password]", "Enter")
    page.wait_for_url(f"{address}/")


@contextmanager
def darkened(page: Page) -> Iterator[None]:
    """The page in its dark colours, until the end of the block."""
    page.emulate_media(color_scheme="dark")
    try:
        yield
    finally:
        page.emulate_media(color_scheme="light")


def violations(page: Page, *, only: tuple[str, ...] = ()) -> list[str]:
    """What axe finds wrong with the page as it stands; ``only``: by these rules."""
    options = {"runOnly": list(only)} if only else None
    found = Axe().run(page, options=options).response["violations"]
    return [f"{one['id']}: {node['html'][:120]}" for one in found for node in one["nodes"]]
