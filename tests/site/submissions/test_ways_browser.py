"""The other ways in a real browser: text pasted and saved, the workbook's preview, at a desk and on a phone."""

from __future__ import annotations

from pathlib import Path

import pytest
from browser import DESK, PHONE, chromium, page_of, sign_in, violations
from playwright.sync_api import Page, expect
from test_ways_signing import printed
from test_ways_workbook import cell_of, opened, saved

from site_makers import PASSWORD, make_user
from tongket.site.people.models import Role
from tongket.site.submissions.models import Narrative, SignedCopy, Upload, Value
from tongket.site.submissions.services.workbook import workbook_of

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
PASTE = """(html) => {
  const data = new DataTransfer();
  data.setData("text/html", html);
  const told = { clipboardData: data, bubbles: true, cancelable: true };
  document.activeElement.dispatchEvent(new ClipboardEvent("paste", told));
}"""


def looked_at(page: Page) -> None:
    """No violation, nothing wider than the window, no fault of a script or of the policy."""
    assert not violations(page)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert not page.faults


@pytest.mark.parametrize("size", [DESK, PHONE])
def test_text_pasted_from_word_is_saved_clean(live_server, clerk, submission, size) -> None:
    with chromium() as browser:
        page = page_of(browser, size)
        sign_in(page, live_server.url, clerk.username, PASSWORD)
        page.goto(f"{live_server.url}/submissions/{submission.pk}/narrative")
        page.click('[data-section="A.1"] .prose')
        page.evaluate(PASTE, '<p class=MsoNormal style="color:red"><b>Thuận lợi</b><o:p></o:p></p><script>x</script>')
        expect(page.locator('[data-section="A.1"] .prose b')).to_be_visible()  # cleaned by the server first
        page.keyboard.type(" nhiều mặt")
        expect(page.locator('[data-section="A.1"]')).to_have_attribute("data-version", "1", timeout=15_000)
        page.wait_for_timeout(1500)
        looked_at(page)
        html = Narrative.objects.get(section="A.1").html
        assert html == "<p><b>Thuận lợi nhiều mặt</b></p>"


def test_a_word_is_counted_as_one_while_it_is_typed(live_server, clerk, submission) -> None:
    with chromium() as browser:
        page = page_of(browser)
        sign_in(page, live_server.url, clerk.username, PASSWORD)
        page.goto(f"{live_server.url}/language/en?next=/submissions/{submission.pk}/narrative")
        page.click('[data-section="A.1"] .prose')
        page.keyboard.type("Thuận")
        expect(page.locator("#words")).to_have_text("1 word")
        page.keyboard.type(" lợi")
        expect(page.locator("#words")).to_have_text("2 words")


@pytest.mark.parametrize("size", [DESK, PHONE])
def test_the_workbook_shows_what_it_would_change_then_does(
    live_server, clerk, submission, fill, tmp_path, size
) -> None:
    fill(**{"QT-01": "12"})
    book = opened(workbook_of(submission))
    cell_of(book, "QT-01").value = 15
    cell_of(book, "QT-04").value = "không rõ bao nhiêu"
    path: Path = tmp_path / "biểu xã Lũng Ẳng.xlsx"
    path.write_bytes(saved(book))
    with chromium() as browser:
        page = page_of(browser, size)
        sign_in(page, live_server.url, clerk.username, PASSWORD)
        page.goto(f"{live_server.url}/submissions/{submission.pk}/")
        page.click("#ways")
        looked_at(page)
        page.set_input_files("#workbook-file", str(path))
        page.click("#upload-workbook button")
        page.wait_for_selector("#apply")
        looked_at(page)
        page.click("#apply button")
        page.wait_for_load_state()
        assert Value.objects.get(indicator="QT-01").amount == 15


@pytest.mark.parametrize("size", [DESK, PHONE])
def test_the_records_officer_adds_the_signed_copy(live_server, commune, sent, tmp_path, size) -> None:
    officer = make_user("vanthu", commune, Role.RECORDS)
    path: Path = tmp_path / "báo cáo đã ký.pdf"
    path.write_bytes(printed(count=22))
    with chromium() as browser:
        page = page_of(browser, size)
        sign_in(page, live_server.url, officer.username, PASSWORD)
        page.goto(f"{live_server.url}/submissions/{sent.pk}/ways")
        page.fill("#number", "45")
        page.fill("#symbol", "BC-UBND")
        page.fill("#date", "2026-11-10")
        page.set_input_files("#signed-file", str(path))
        page.click("#sign button:not([type=button])")
        page.wait_for_selector("[data-signature]", timeout=60_000)
        looked_at(page)
        assert SignedCopy.objects.get().differences


@pytest.mark.parametrize("size", [DESK, PHONE])
def test_replies_are_looked_at_and_taken(live_server, consolidator, submission, tmp_path, size) -> None:
    book = opened(workbook_of(submission))
    cell_of(book, "QT-01").value = 15
    good, bad = tmp_path / "trả lời xã Lũng Ẳng.xlsx", tmp_path / "thư.txt"
    good.write_bytes(saved(book))
    bad.write_text("Kính gửi, em gửi báo cáo ạ.", encoding="utf-8")
    with chromium() as browser:
        page = page_of(browser, size)
        sign_in(page, live_server.url, consolidator.username, PASSWORD)
        page.goto(f"{live_server.url}/submissions/rounds/{submission.round_id}/received")
        page.set_input_files("#files", [str(good), str(bad)])
        page.click("#drop button")
        page.wait_for_selector("#take", timeout=60_000)
        looked_at(page)
        page.click("#take button")
        page.wait_for_selector('[data-reply="sent"]', timeout=60_000)
        looked_at(page)
        assert Value.objects.get(indicator="QT-01").amount == 15


@pytest.mark.parametrize("size", [DESK, PHONE])
def test_a_folder_of_replies_goes_up_in_parts_over_a_line_that_is_cut(
    live_server, consolidator, submission, tmp_path, size
) -> None:
    for number in range(60):
        (tmp_path / f"{number:02}.txt").write_text(f"Kính gửi anh, em gửi báo cáo số {number} ạ.", encoding="utf-8")
    with chromium() as browser:
        page = page_of(browser, size)
        sign_in(page, live_server.url, consolidator.username, PASSWORD)
        page.goto(f"{live_server.url}/submissions/rounds/{submission.round_id}/received")
        looked_at(page)
        cut = []

        def once(route) -> None:
            if "part" in (route.request.post_data or "") and len(cut) < 2:
                cut.append(1)
                route.abort()
            else:
                route.continue_()

        page.route("**/replies", once)
        page.set_input_files("#folder", tmp_path)
        page.click("#drop button")
        page.wait_for_url("**/received", timeout=60_000)
        expect(page.locator("[data-reply=refused]")).to_have_count(60, timeout=60_000)
        assert len(cut) == 2
        assert Upload.objects.filter(kind="replies").count() == 60
        looked_at(page)
