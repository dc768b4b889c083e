"""A value is corrected after a report used it: from the freezing to the marked sentence, in a real browser."""

from __future__ import annotations

import datetime as dt

import pytest
from browser import DESK, PHONE, chromium, page_of, sign_in, violations
from playwright.sync_api import Page, expect

from site_makers import PASSWORD
from tongket.site.rounds.models import Submission
from tongket.site.rounds.places import ValuePlace
from tongket.site.submissions.models import Value
from tongket.site.submissions.services.filling import Typed, save_values
from tongket.site.submissions.services.narrative import write
from tongket.site.submissions.services.reviewing import Returned, return_places
from tongket.site.submissions.services.sending import send

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True),
    pytest.mark.usefixtures("no_office"),
]
SAID = "Một số chi hội sinh hoạt chưa đều, nội dung còn chậm đổi mới."


@pytest.fixture
def told(submission: Submission, clerk, acting, fill) -> Submission:
    """The commune sent 21 conferences, and words of its own."""
    fill(**{"QT-01": "12", "QT-02": "9", "QT-03": "21", "QT-04": "840"})
    write(acting(clerk), submission, "D.2", f"<p>{SAID}</p>", 0)
    send(acting(clerk), submission, 1)
    return submission


def correct(submission: Submission, consolidator, clerk, acting) -> None:
    """The report comes back whole; the clerk corrects a number and writes other words, and sends it again."""
    edition = Submission.objects.get(pk=submission.pk).edition
    returned = [Returned("", "Rà soát lại số hội nghị.")]
    return_places(acting(consolidator), submission, edition, returned, dt.date(2026, 11, 25))
    versions = dict(Value.objects.filter(submission=submission).values_list("indicator", "version"))
    typed = [
        Typed(ValuePlace(code, "", "area"), text, versions[code]) for code, text in (("QT-01", "15"), ("QT-03", "24"))
    ]
    save_values(acting(clerk), submission, typed)
    write(acting(clerk), submission, "D.2", "<p>Đến nay các chi hội đã sinh hoạt đều hằng tháng.</p>", 1)
    send(acting(clerk), submission, Submission.objects.get(pk=submission.pk).edition)


def written(page: Page) -> None:
    """Wait until the report and its files are there."""
    page.wait_for_url("**/rollups/reports/*/")
    expect(page.locator("#reportactions a[href$='/docx']")).to_be_visible(timeout=30_000)
    assert page.faults == []


@pytest.mark.parametrize("size", [DESK, PHONE])
def test_the_report_shows_which_sentences_no_longer_hold(live_server, told, consolidator, clerk, acting, size) -> None:
    with chromium() as browser:
        page = page_of(browser, size)
        sign_in(page, live_server.url, "tonghop", PASSWORD)
        page.goto(f"{live_server.url}/rollups/{told.round_id}/")
        page.locator("form[action$='/report'] button").click()
        written(page)
        first = page.url
        sentence = page.locator(".a4 p", has=page.locator("a.live", has_text="21"))
        expect(sentence).to_have_count(1)
        expect(page.locator(".a4 .changed, .a4 .unsaid, #changed")).to_have_count(0)

        correct(told, consolidator, clerk, acting)
        page.reload()
        expect(page.locator(".banner.back a[href='#changed']")).to_be_visible()
        expect(page.locator(".a4 p a.live.changed", has_text="21")).to_have_count(1)
        expect(page.locator(".a4 p.unsaid")).to_contain_text("sinh hoạt chưa đều")
        changed = page.locator("#changed ~ ul .finding[href^='#p']", has_text="Tổng số hội nghị quán triệt")
        expect(changed).to_contain_text("24")
        place = changed.get_attribute("href")
        assert page.locator(f"{place} a.changed", has_text="21").count() == 1
        changed.click()
        assert page.url.endswith(place)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        assert violations(page) == []

        page.locator("#reportactions form[action$='/report'] button").click()
        page.wait_for_function(f"location.href.split('#')[0] !== {first.split('#')[0]!r}")
        written(page)
        expect(page.locator(".a4 p a.live", has_text="24")).to_have_count(1)
        expect(page.locator(".a4 .changed, .a4 .unsaid, #changed")).to_have_count(0)
        assert SAID not in page.locator("#head").inner_text()


def test_no_line_of_the_sheet_is_hidden_beside_its_outline(live_server, told, consolidator) -> None:
    """On the screen of an office computer, between the outline and the chosen number."""
    with chromium() as browser:
        page = page_of(browser)
        page.set_viewport_size({"width": 1280, "height": 800})
        sign_in(page, live_server.url, "tonghop", PASSWORD)
        page.goto(f"{live_server.url}/rollups/{told.round_id}/")
        page.locator("form[action$='/report'] button").click()
        written(page)
        assert page.evaluate("(c => c.scrollWidth - c.clientWidth)(document.querySelector('.canvas'))") == 0


def test_the_report_prints_as_its_word_file_does(live_server, told, consolidator) -> None:
    """The sheet alone, from the first page on, within the margins of the page and not of the sheet."""
    with chromium() as browser:
        page = page_of(browser)
        sign_in(page, live_server.url, "tonghop", PASSWORD)
        page.goto(f"{live_server.url}/rollups/{told.round_id}/")
        page.locator("form[action$='/report'] button").click()
        written(page)
        page.emulate_media(media="print")
        above = "[...document.querySelectorAll('.a4')][0].getBoundingClientRect().top + scrollY"
        assert page.evaluate(above) == 0, "nothing stands before the sheet, so no empty page either"
        assert page.evaluate("getComputedStyle(document.querySelector('.a4')).padding") == "0px"
        expect(page.locator(".rail, .panel, .pen, #state, .top").locator("visible=true")).to_have_count(0)
