"""The whole round in a real browser, by three accounts, at a desk and on a phone; the form by keyboard alone."""

from __future__ import annotations

import io
import re
from pathlib import Path

import docx
import pytest
from browser import DESK, PHONE, chromium, page_of, sign_in
from playwright.sync_api import Page, expect
from submissions.test_reading import BODY, HEAD

from site_makers import PASSWORD
from tongket.site.people.models import Role, User
from tongket.site.people.services.invitations import invite
from tongket.site.rounds.models import Round, Submission
from tongket.site.submissions.models import Observation

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True),
    pytest.mark.usefixtures("no_office"),
]
CELL = 'td[data-place="value:{}/@area"] input'
REASON = "Lời văn chưa nêu số tin, bài. Đề nghị xã đối chiếu với sổ theo dõi."
MOST_CLICKS = 8


@pytest.fixture
def report(tmp_path: Path) -> Path:
    """The commune's report as a Word file."""
    written = docx.Document()
    for line in (HEAD + BODY).splitlines():
        written.add_paragraph(line)
    path = tmp_path / "Báo cáo xã Lũng Ẳng.docx"
    written.save(str(path))
    return path


def saved(page: Page) -> None:
    """Wait until the foot of the page says when everything was saved, and the findings that follow are there: on the
    tests' database in memory the next request would not wait for them, but fail."""
    expect(page.locator("#saved")).to_have_text(re.compile(r"\d\d:\d\d"), timeout=30_000)
    page.wait_for_timeout(1700)
    page.wait_for_load_state("networkidle")


def fits(page: Page) -> None:
    """Nothing scrolls sideways, and no script or policy found fault."""
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), page.url
    assert page.faults == [], page.url


def ask(page: Page, address: str) -> int:
    """The consolidator makes a round in the browser and opens it; the number of the round."""
    page.goto(f"{address}/rounds/new")
    page.fill("#name", "Báo cáo năm 2026 thực hiện Chỉ thị số 06-CT/TU")
    page.fill("#period_start", "1/1/2026")
    page.fill("#period_end", "31-12-2026")
    page.press("#period_end", "Tab")
    page.check('[name=groups][value="commune/ubnd"]')
    expect(page.locator(".daybox:has(#period_end) + .weekday")).to_have_text("thứ Năm")
    page.fill("[name=due-commune]", "20/11/2026")
    fits(page)
    page.locator("form.roundform button[type=submit]").last.click()
    page.wait_for_url("**/rounds/*/")
    page.locator('form[action$="/open"] button').click()
    expect(page.locator("[data-submission]")).to_have_count(1)
    fits(page)
    return int(re.search(r"/rounds/(\d+)/", page.url)[1])


def answer(page: Page, address: str, report: Path) -> None:
    """The clerk opens the task, uploads the report, confirms, corrects one value, and sends."""
    page.goto(address)
    page.click(".task .go")
    page.set_input_files("#file", str(report))
    page.click("#upload button")
    page.wait_for_selector("#read")
    fits(page)
    page.click("#confirm-all")
    page.fill(CELL.format("QT-05"), "14")
    page.press(CELL.format("QT-05"), "Enter")
    saved(page)
    page.click("#send button")
    page.wait_for_url("**/sent")
    fits(page)


def give_back(page: Page, address: str) -> None:
    """The approver returns one cell, with the reason and a day."""
    page.goto(address)
    page.click(".task .go")
    page.check("input[value='value:QT-05/@area']")
    page.fill("textarea[name='reason:value:QT-05/@area']", REASON)
    page.fill("#due", "21/11/2026")
    fits(page)
    page.click("#return-cells")
    expect(page.locator(".tag.back").first).to_be_visible()


def correct(page: Page, address: str) -> None:
    """The clerk reads the reason on the first page, corrects the one cell that is open, and sends again."""
    page.goto(address)
    expect(page.locator(".task .say")).to_contain_text(REASON)
    fits(page)
    page.click(".task .go")
    expect(page.locator(CELL.format("QT-04"))).to_have_attribute("readonly", "")
    page.fill(CELL.format("QT-05"), "12")
    page.press(CELL.format("QT-05"), "Enter")
    saved(page)
    page.click("#send button")
    page.wait_for_url("**/sent")


def consolidate(page: Page, address: str, number: int) -> bytes:
    """The consolidator looks behind a number, freezes the figures, and downloads the report as a Word file."""
    page.goto(f"{address}/rollups/{number}/")
    page.locator('tr[data-code="QT-05"] td.num a').first.click()
    expect(page.locator("#behind")).to_contain_text("12")
    fits(page)
    page.locator('form[action$="/report"] button').click()
    page.wait_for_url("**/rollups/reports/*/")
    expect(page.locator(".a4").first).to_be_visible(timeout=60_000)
    fits(page)
    with page.expect_download() as download:
        page.locator('a[href$="/file/docx"]').click()
    return Path(download.value.path()).read_bytes()


@pytest.mark.parametrize("size", [DESK, PHONE])
def test_a_round_from_the_request_to_the_written_report(
    live_server, programme, clerk, approver, consolidator, report, size
) -> None:
    address = live_server.url
    with chromium() as browser:
        above, below, head = (page_of(browser, size) for _ in range(3))
        for page, user in ((above, consolidator), (below, clerk), (head, approver)):
            sign_in(page, address, user.username, PASSWORD)
        number = ask(above, address)
        answer(below, address, report)
        give_back(head, address)
        correct(below, address)
        head.goto(address)
        head.click(".task .go")
        head.click("#approve")
        expect(head.locator(".tag.done").first).to_be_visible()
        written = docx.Document(io.BytesIO(consolidate(above, address, number)))

    submission = Submission.objects.get(round=number)
    assert (submission.state, submission.revision) == ("approved", 2)
    assert Observation.objects.get(submission=submission, revision=2, indicator="QT-05").amount == 12
    assert Round.objects.get(pk=number).state == "open"
    texts = {one.text for one in written.element.body.iter("{*}t")}  # live figures stand in fields of Word
    assert {"12", "1.250"} <= texts


def test_the_first_quarter_of_an_hour_of_a_commune(
    live_server, commune, consolidator, submission, report, acting
) -> None:
    """On a phone: the link of the letter, a password, the task, the file, a look, sent; each touch is counted."""
    administrator = User.objects.get(pk=consolidator.pk)
    administrator.grants.create(body=submission.reports_to, role=Role.ADMINISTRATOR, subtree=True)
    link = invite(acting(administrator), [commune], Role.CLERK)[0].secret
    touches: list[str] = []
    with chromium() as browser:
        page = page_of(browser, PHONE)
        page.context.expose_function("touched", lambda where: touches.append(where[:80]))
        page.add_init_script("addEventListener('pointerdown', (event) => touched(event.target.outerHTML), true)")
        page.goto(f"{live_server.url}/people/join/{link}")
        fits(page)
        page.type("[name=password]", PASSWORD)
        page.click("main .btn.main, .door .btn.main")
        page.click(".task .go")
        with page.expect_file_chooser() as chooser:
            page.click("#upload .filebox")
        touches.append("the file, in the dialog of the telephone")
        chooser.value.set_files(str(report))
        page.click("#upload button")
        page.wait_for_selector("#read")
        fits(page)
        page.click("#confirm-all")
        saved(page)
        page.click("#send button")
        page.wait_for_url("**/sent")
        fits(page)

    assert 6 <= len(touches) <= MOST_CLICKS, touches
    submission.refresh_from_db()
    assert (submission.state, submission.revision) == ("sent", 1)
    assert Observation.objects.get(submission=submission, indicator="QT-04").amount == 1250


def tab_to(page: Page, wanted: str, most: int = 60) -> None:
    """Press Tab until the focus is where ``wanted`` says."""
    for _ in range(most):
        page.keyboard.press("Tab")
        if page.evaluate("(wanted) => document.activeElement.matches(wanted)", wanted):
            return
    raise AssertionError(f"Tab does not reach {wanted}")


def test_a_report_is_filled_in_and_sent_with_the_keyboard_alone(live_server, clerk, submission) -> None:
    """From signing in to sent without a mouse; the focus is seen everywhere, and Tab is no trap."""
    with chromium() as browser:
        page = page_of(browser)
        page.goto(f"{live_server.url}/accounts/login/")
        tab_to(page, "[name=login]")
        page.keyboard.type(clerk.username)
        page.keyboard.press("Tab")
        page.keyboard.type(PASSWORD)
        page.keyboard.press("Enter")
        page.wait_for_url(f"{live_server.url}/")
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.matches('.skip')")
        page.keyboard.press("Enter")
        tab_to(page, ".task .go")
        page.keyboard.press("Enter")
        page.wait_for_url("**/submissions/*/")
        tab_to(page, "td[data-place] input", 120)
        first = page.evaluate("document.activeElement.closest('td').dataset.place")
        page.focus(CELL.format("QT-03"))
        for keys in ("21", "12", "9", "1.250"):
            page.keyboard.type(keys)
            page.keyboard.press("Enter")
        page.keyboard.press("ArrowUp")
        page.keyboard.press("ArrowUp")
        page.keyboard.press("Control+z")
        page.keyboard.press("Control+y")
        page.keyboard.press("Control+z")
        saved(page)
        shown = [page.input_value(CELL.format(code)) for code in ("QT-03", "QT-01", "QT-02", "QT-04")]
        page.keyboard.press("Control+d")
        page.keyboard.press("Control+Enter")
        expect(page.locator("#cell .celldetail")).to_be_visible()
        page.keyboard.type("mười hai nghìn gì đó")
        page.keyboard.press("Enter")
        expect(page.locator("td[data-state=invalid]")).to_have_count(1)
        page.keyboard.press("F8")
        assert page.evaluate("document.activeElement.closest('td').dataset.state") == "invalid"
        assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
        page.keyboard.type("9")
        page.keyboard.press("Escape")
        page.keyboard.press("Control+a")
        page.keyboard.type("9")
        page.keyboard.press("Control+s")
        expect(page.locator("td[data-state=invalid]")).to_have_count(0)
        saved(page)
        page.keyboard.press("?")
        expect(page.locator("#keylist")).to_be_visible()
        page.keyboard.press("Escape")
        page.wait_for_load_state("networkidle")  # the details of the cell are fetched anew
        page.keyboard.press("Control+F6")
        assert page.evaluate("document.activeElement.closest('.panel') !== null")
        page.keyboard.press("Control+F6")
        assert page.evaluate("document.activeElement.matches('#send button')")
        page.keyboard.press("Enter")
        page.wait_for_url("**/sent")
        assert page.faults == []

    assert first
    assert shown == ["21", "12", "9", ""]
    submission.refresh_from_db()
    assert submission.state == "sent"


def test_details_that_come_late_leave_the_focus_in_their_panel(live_server, clerk, submission) -> None:
    """On a slow line the details of a cell arrive when its clerk has gone on to them with Ctrl+F6 already."""
    with chromium() as browser:
        page = page_of(browser)
        sign_in(page, live_server.url, clerk.username, PASSWORD)
        page.goto(f"{live_server.url}/submissions/{submission.pk}/")
        page.focus(CELL.format("QT-03"))
        page.keyboard.press("Control+Enter")
        page.locator("#cell .celldetail").evaluate("(detail) => { detail.dataset.old = '1'; }")
        held: list = []
        page.route("**/cell?*", lambda route: held.append(route))
        with page.expect_request("**/cell?*"):
            page.keyboard.press("Enter")
        page.keyboard.press("Control+F6")
        assert page.evaluate("document.activeElement.closest('[data-old]') !== null")
        held[0].continue_()
        expect(page.locator("#cell [data-old]")).to_have_count(0)
        assert page.evaluate("document.activeElement.closest('#cell .celldetail') !== null")


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
