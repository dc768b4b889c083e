"""In a real browser: a round out of a request letter alone, and one below a round that asks oneself."""

from __future__ import annotations

import datetime as dt
import os
from pathlib import Path

import pytest
from browser import DESK, PHONE, chromium, page_of, sign_in, violations
from playwright.sync_api import Page, expect

from site_makers import PASSWORD, TODAY, make_body, make_user
from tongket.programmes.load import load_programme
from tongket.site.people.models import Role
from tongket.site.rounds.models import Round, Submission
from tongket.site.rounds.programmes import programme_of
from tongket.writing.blank_letter import write_letter

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def looked_at(page: Page, name: str, width: int) -> None:
    """Nothing wrong with it, and nothing wider than the window; a picture where one is asked for."""
    if folder := os.environ.get("PAGE_PICTURES"):
        page.screenshot(path=Path(folder) / f"{name}-{width}.png", full_page=True)
    assert violations(page) == [], name
    assert page.evaluate("document.documentElement.scrollWidth") <= width, name
    assert page.faults == []


@pytest.mark.parametrize("size", [DESK, PHONE])
def test_a_round_from_a_request_letter_alone(live_server, consolidator, commune, other_commune, tmp_path, size) -> None:
    letter = tmp_path / "de-cuong.docx"
    write_letter(load_programme("ct-06-tu"), letter)
    with chromium() as browser:
        page = page_of(browser, size)
        sign_in(page, live_server.url, consolidator.username, PASSWORD)
        page.goto(f"{live_server.url}/rounds/new")
        page.click("a[href='/rounds/programmes']")
        page.set_input_files("[name=letter]", str(letter))
        page.locator("form:has([name=letter]) button[type=submit]").click()

        rows = page.locator("tr[data-code]")
        expect(rows.first).to_be_visible(timeout=20_000)
        looked_at(page, "scratch-2-draft", size[0])
        asked = rows.count()
        rows.nth(0).locator("[name^=name-]").fill("Số hội nghị quán triệt")
        rows.nth(1).locator("[type=checkbox]").uncheck()
        page.locator("details.more summary").click()
        looked_at(page, "scratch-3-preview", size[0])
        page.click(".statusbar button")

        page.wait_for_url("**/rounds/new?programme=*")
        chosen = page.locator("#programme option:checked")
        expect(chosen).to_contain_text("Chỉ thị số 06-CT/TU")
        page.fill("#name", "Sơ kết 03 năm")
        page.check('[name=groups][value="commune/ubnd"]')
        page.fill("[name=due-commune]", "27/11/2026")
        looked_at(page, "scratch-4-round", size[0])
        page.locator("form.roundform button[type=submit]").click()

        page.wait_for_url("**/rounds/*/")
        looked_at(page, "scratch-5-opened-next", size[0])
        page.click("a[href$='/form']")
        expect(page.locator("main")).to_contain_text("Số hội nghị quán triệt")
        looked_at(page, "scratch-6-form", size[0])
        page.go_back()
        page.locator('form[action$="/open"] button').click()
        expect(page.locator("[data-submission]")).to_have_count(2)
        looked_at(page, "scratch-7-open", size[0])

    made = Round.objects.get()
    assert made.state == "open"
    assert len(programme_of(made.programme).indicators) == asked - 1
    assert Submission.objects.filter(round=made).count() == 2


@pytest.mark.parametrize("size", [DESK, PHONE])
def test_a_commune_asks_those_below_it_by_an_earlier_day(live_server, submission, commune, size) -> None:
    for number, name in enumerate(("Ủy ban MTTQ Việt Nam xã Lũng Ẳng", "Hội Nông dân xã Lũng Ẳng")):
        below = make_body(f"lung-ang-{number}", name, commune, unit="ms-01")
        below.kind = "mttq" if number == 0 else "hnd"
        below.save()
    user = make_user("tong-hop-xa", commune, Role.CLERK, Role.CONSOLIDATOR, subtree=True)
    own_day = f"{submission.due:%d/%m/%Y}"
    earlier = f"{TODAY + dt.timedelta(days=1):%d/%m/%Y}"
    with chromium() as browser:
        page = page_of(browser, size)
        sign_in(page, live_server.url, user.username, PASSWORD)
        page.goto(f"{live_server.url}/rounds/{submission.round_id}/")
        looked_at(page, "cascade-1-asked", size[0])
        page.click("a[href*='parent=']")
        expect(page.locator(".lede")).to_contain_text("UBND tỉnh Mẫu Sơn")
        looked_at(page, "cascade-2-new", size[0])
        page.fill("#name", "Số liệu của các đoàn thể")
        for group in page.locator("[name=groups]").all():
            group.check()
        page.locator("[name^=due-]").first.fill(own_day)
        page.locator("form.roundform button[type=submit]").click()

        expect(page.locator("[id^=e-]").first).to_contain_text(f"{submission.due:%d/%m/%Y}")
        expect(page.locator("#name")).to_have_value("Số liệu của các đoàn thể")
        looked_at(page, "cascade-3-too-late", size[0])
        page.locator("[name^=due-]").first.fill(earlier)
        page.locator("form.roundform button[type=submit]").click()
        page.wait_for_url("**/rounds/*/")
        page.locator('form[action$="/open"] button').click()
        expect(page.locator("[data-submission]")).to_have_count(2)
        looked_at(page, "cascade-4-open", size[0])

        page.goto(f"{live_server.url}/rounds/{submission.round_id}/")
        tree = page.locator("section:has(h2), aside").filter(has_text="Ai đang chờ ai").last
        expect(tree).to_contain_text("UBND xã Lũng Ẳng")
        looked_at(page, "cascade-5-tree", size[0])

    below_round = Round.objects.get(parent=submission.round)
    assert set(Submission.objects.filter(round=below_round).values_list("reports_to__name", flat=True)) == {
        commune.name
    }
    assert below_round.due < submission.due
