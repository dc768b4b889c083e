"""The whole round in a real browser, by three accounts, at a desk and on a phone."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from browser import DESK, PHONE, chromium, page_of, sign_in, violations
from playwright.sync_api import Page, expect
from submissions.test_reading import BODY, HEAD

from site_makers import PASSWORD
from tongket.site.rounds.models import Submission
from tongket.site.submissions.models import Observation

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
CELL = 'td[data-place="value:{}/@area"] input'
MOST_CLICKS = 8


@pytest.fixture(autouse=True)
def _django_in_threads(monkeypatch: pytest.MonkeyPatch) -> None:
    """Playwright keeps a loop in this thread; Django's own guard against that is for servers."""
    monkeypatch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "1")


def saved(page: Page) -> None:
    """Wait until the foot of the page says when everything was saved."""
    expect(page.locator("#saved")).to_have_text(re.compile(r"\d\d:\d\d"), timeout=30_000)


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "Báo cáo xã Lũng Ẳng.txt"
    path.write_text(HEAD + BODY, encoding="utf-8")
    return path


@pytest.mark.parametrize("size", [DESK, PHONE])
def test_a_report_goes_from_word_to_approval(live_server, clerk, approver, submission, report, size) -> None:
    with chromium() as browser:
        page = page_of(browser, size)
        sign_in(page, live_server.url, clerk.username, PASSWORD)
        page.goto(f"{live_server.url}/submissions/{submission.pk}/")
        page.set_input_files("#file", str(report))
        page.click("#upload button")
        page.wait_for_selector("#read")
        page.click("#confirm-all")
        saved(page)
        page.fill(CELL.format("QT-05"), "14")
        page.press(CELL.format("QT-05"), "Enter")
        page.click("#send button")
        page.wait_for_url("**/sent")
        assert Submission.objects.get(pk=submission.pk).revision == 1

        reviewer = page_of(browser, size)
        sign_in(reviewer, live_server.url, approver.username, PASSWORD)
        reviewer.goto(f"{live_server.url}/submissions/{submission.pk}/review")
        reviewer.check("input[value='value:QT-05/@area']")
        reviewer.fill("textarea[name='reason:value:QT-05/@area']", "Lời văn chưa nêu số tin, bài.")
        reviewer.click("#return-cells")
        reviewer.wait_for_load_state()

        page.goto(f"{live_server.url}/submissions/{submission.pk}/")
        assert "Lời văn chưa nêu số tin, bài." in page.content()
        assert page.locator(CELL.format("QT-04")).get_attribute("readonly") is not None
        page.fill(CELL.format("QT-05"), "12")
        page.press(CELL.format("QT-05"), "Enter")
        saved(page)
        page.click("#send button")
        page.wait_for_url("**/sent")

        reviewer.goto(f"{live_server.url}/submissions/{submission.pk}/review")
        reviewer.click("#approve")
        reviewer.wait_for_load_state()
        assert page.faults == reviewer.faults == []

    assert Submission.objects.get(pk=submission.pk).state == "approved"
    assert Observation.objects.get(submission=submission, revision=2, indicator="QT-05").amount == 12


def test_a_commune_sends_its_report_with_few_clicks_on_a_phone(live_server, clerk, submission, report) -> None:
    """From the first page: the task, the file, upload, confirm all, send."""
    with chromium() as browser:
        page = page_of(browser, PHONE)
        sign_in(page, live_server.url, clerk.username, PASSWORD)
        clicks = 1  # of signing in
        page.click(".task .go")
        clicks += 1
        page.set_input_files("#file", str(report))
        clicks += 2  # the file's own dialog: choose, open
        page.click("#upload button")
        clicks += 1
        page.wait_for_selector("#read")
        page.click("#confirm-all")
        clicks += 1
        saved(page)
        page.click("#send button")
        clicks += 1
        page.wait_for_url("**/sent")

    assert clicks <= MOST_CLICKS
    assert Submission.objects.get(pk=submission.pk).state == "sent"


def test_the_form_is_filled_in_with_the_keyboard_alone(live_server, clerk, submission) -> None:
    with chromium() as browser:
        page = page_of(browser)
        sign_in(page, live_server.url, clerk.username, PASSWORD)
        page.goto(f"{live_server.url}/submissions/{submission.pk}/")
        page.focus(CELL.format("QT-03"))
        for keys in ("21", "12", "9", "1.250"):
            page.keyboard.type(keys)
            page.keyboard.press("Enter")
        page.keyboard.press("ArrowUp")
        page.keyboard.press("ArrowUp")
        page.keyboard.press("Control+z")
        saved(page)
        shown = [page.input_value(CELL.format(code)) for code in ("QT-03", "QT-01", "QT-02", "QT-04")]

    assert shown == ["21", "12", "9", ""]


def test_a_block_from_excel_is_shown_before_it_is_stored(live_server, clerk, submission) -> None:
    with chromium() as browser:
        page = page_of(browser)
        sign_in(page, live_server.url, clerk.username, PASSWORD)
        page.goto(f"{live_server.url}/submissions/{submission.pk}/")
        page.focus(CELL.format("QT-03"))
        page.evaluate(
            """() => {
                const data = new DataTransfer();
                data.setData("text/plain", "21\\n12\\n9\\n");
                document.activeElement.dispatchEvent(new ClipboardEvent("paste", {clipboardData: data, bubbles: true}));
            }"""
        )
        assert page.input_value(CELL.format("QT-01")) == ""
        page.click("dialog .main")
        saved(page)
        assert page.input_value(CELL.format("QT-01")) == "12"


@pytest.mark.parametrize("closed", [False, True])
def test_what_is_typed_without_a_line_is_saved_when_it_is_back(live_server, clerk, submission, closed) -> None:
    """The page may even be closed meanwhile: the browser keeps what the server has not said that it has."""
    with chromium() as browser:
        page = page_of(browser)
        sign_in(page, live_server.url, clerk.username, PASSWORD)
        address = f"{live_server.url}/submissions/{submission.pk}/"
        page.goto(address)
        page.context.set_offline(True)
        page.fill(CELL.format("QT-01"), "12")
        page.press(CELL.format("QT-01"), "Enter")
        page.wait_for_timeout(1000)
        if closed:
            page.close()
            page.context.set_offline(False)
            page = page.context.new_page()
            page.goto(address)
        else:
            page.context.set_offline(False)
        saved(page)

    assert Submission.objects.get(pk=submission.pk).values.get(indicator="QT-01").amount == 12


@pytest.mark.parametrize("size", [DESK, PHONE])
@pytest.mark.parametrize("dark", [False, True])
def test_axe_finds_nothing_wrong_with_the_pages(live_server, clerk, approver, sent, size, dark) -> None:
    with chromium() as browser:
        page = page_of(browser, size, dark=dark)
        found = {}
        sign_in(page, live_server.url, clerk.username, PASSWORD)
        for path in ("/", f"/submissions/{sent.pk}/", f"/submissions/{sent.pk}/review", "/help", "/search", "/notices"):
            page.goto(live_server.url + path)
            found[path] = violations(page)
        assert {path: lines for path, lines in found.items() if lines} == {}
