"""Typing in a real browser, on a slow line and a cut one: nothing typed is lost, nothing of others is overwritten."""

from __future__ import annotations

import re
import time

import pytest
from browser import chromium, page_of, sign_in
from line import line_to
from playwright.sync_api import Page, Route, expect

from site_makers import PASSWORD, make_user
from tongket.site.people.models import Role
from tongket.site.rounds.models import Submission
from tongket.site.rounds.places import ValuePlace
from tongket.site.submissions.models import Value
from tongket.site.submissions.services.filling import Typed, save_values
from tongket.site.submissions.services.sending import send

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
CODES = ("QT-03", "QT-01", "QT-02", "QT-04", "QT-05", "VB-01", "KT-01", "KT-02", "KT-03", "KT-04")
TYPED = ("21", "12", "9", "1.250", "14", "3", "2", "8", "6", "4")
WRITTEN = dict(zip(CODES, (21, 12, 9, 1250, 14, 3, 2, 8, 6, 4), strict=True))
BOX = 'td[data-place="value:QT-05/@area"] input'
CELL = 'td[data-place="value:QT-05/@area"]'
NOTE = '[data-note="value:QT-05/@area"]'


@pytest.fixture
def form(live_server, clerk, submission):
    """The form in a browser, signed in."""
    with chromium() as browser:
        page = page_of(browser)
        sign_in(page, live_server.url, clerk.username, PASSWORD)
        page.goto(f"{live_server.url}/submissions/{submission.pk}/")
        yield page


def test_what_is_typed_while_the_answer_is_under_way_stays(form) -> None:
    def slowly(route: Route) -> None:
        answer = route.fetch()
        time.sleep(0.5)
        route.fulfill(response=answer)

    form.route("**/values", slowly)
    form.click(BOX)
    form.keyboard.type("12")
    with form.expect_response("**/values"):
        with form.expect_request("**/values"):
            pass
        form.keyboard.type("3")
    with form.expect_response("**/values"):
        pass

    expect(form.locator(BOX)).to_have_value("123")
    assert Value.objects.get(indicator="QT-05").amount == 123


CUT_OFF = "all => all.filter(one => one.value && one.scrollWidth > one.clientWidth).map(one => one.value)"


def test_no_number_of_a_wide_sheet_is_cut_off(form) -> None:
    form.set_viewport_size({"width": 1280, "height": 800})
    boxes = form.locator(".grid").first.locator("tbody tr").first.locator("td > input:not([readonly])")
    for at, text in enumerate(("1.250", "999", "42.500", "1.180.250")):
        with form.expect_response("**/values"):
            boxes.nth(at).fill(text)
            boxes.nth(at).press("Enter")
    form.reload()

    assert boxes.nth(3).input_value() == "1.180.250"
    assert form.locator(".grid td > input").evaluate_all(CUT_OFF) == []


def test_what_a_closed_page_left_behind_overwrites_nothing_newer(form, commune, submission, acting) -> None:
    form.route("**/values", lambda route: route.abort())
    form.fill(BOX, "15")
    form.press(BOX, "Enter")
    other = acting(make_user("khac", commune, Role.CLERK))
    save_values(other, submission, [Typed(ValuePlace("QT-05", "", "area"), "20")])
    form.unroute("**/values")

    form.on("dialog", lambda dialog: dialog.accept())
    with form.expect_response("**/values"):
        form.reload()

    expect(form.locator(NOTE)).to_contain_text("15")
    assert Value.objects.get(indicator="QT-05").amount == 20


def test_what_the_server_refuses_stays_in_its_box_with_the_reason(form) -> None:
    form.fill(BOX, "1" * 1_100_000)
    with form.expect_response("**/values"):
        form.press(BOX, "Enter")

    expect(form.locator(CELL)).to_have_attribute("data-state", "invalid")
    expect(form.locator(NOTE)).not_to_be_empty()
    assert len(form.input_value(BOX)) == 1_100_000


def box_of(code: str) -> str:
    return f'td[data-place="value:{code}/@area"] input'


def test_what_is_not_saved_yet_goes_with_the_sending(form, submission) -> None:
    asked = []
    form.on("request", lambda request: asked.append(request.url.rpartition("/")[2]) if request.method == "POST" else 0)
    form.fill(BOX, "15")
    form.click("#send button")
    form.wait_for_url("**/sent")

    submission.refresh_from_db()
    assert (asked, submission.state, Value.objects.get().amount) == (["send"], "sent", 15)
    assert form.evaluate("localStorage.length") == 0


def test_a_sending_along_that_is_refused_keeps_what_was_typed_and_says_why(form, submission) -> None:
    for code, text in (("QT-01", "12"), ("QT-02", "9"), ("QT-03", "25")):
        form.fill(box_of(code), text)
    with form.expect_navigation():
        form.click("#send button")

    expect(form.locator("#findings")).to_contain_text("25")
    expect(form.locator(box_of("QT-03"))).to_have_value("25")
    submission.refresh_from_db()
    assert (submission.state, Value.objects.count()) == ("open", 3)


def test_a_sending_along_over_what_another_typed_sends_nothing(form, commune, submission, acting) -> None:
    other = acting(make_user("khac", commune, Role.CLERK))
    save_values(other, submission, [Typed(ValuePlace("QT-05", "", "area"), "20")])
    form.fill(BOX, "15")
    form.click("#send button")

    expect(form.locator(NOTE)).to_contain_text("15")
    submission.refresh_from_db()
    assert (submission.state, Value.objects.get().amount) == ("open", 20)


def test_who_was_signed_out_is_told_so_and_loses_nothing(form) -> None:
    cookies = form.context.cookies()
    form.context.clear_cookies()
    form.fill(BOX, "15")
    form.press(BOX, "Enter")
    expect(form.locator("#saved")).to_have_text(form.get_attribute("#grid", "data-away"))

    form.context.add_cookies(cookies)

    expect(form.locator(CELL)).not_to_have_attribute("data-state", "saving", timeout=30_000)
    assert Value.objects.get(indicator="QT-05").amount == 15


def test_who_signs_in_again_in_another_tab_goes_on_where_they_were(form, live_server, clerk) -> None:
    """Each sign-in makes a new token; the page that was left open has the old one."""
    form.context.clear_cookies()
    form.fill(BOX, "15")
    form.press(BOX, "Enter")
    expect(form.locator("#saved")).to_have_text(form.get_attribute("#grid", "data-away"))
    sign_in(form.context.new_page(), live_server.url, clerk.username, PASSWORD)

    expect(form.locator(CELL)).not_to_have_attribute("data-state", "saving", timeout=30_000)
    assert Value.objects.get(indicator="QT-05").amount == 15
    form.once("dialog", lambda dialog: dialog.accept())
    form.click("#send button")
    form.wait_for_url("**/sent")


def test_two_tabs_of_one_person_overwrite_nothing_unsaid_and_blame_nobody(form, live_server, clerk) -> None:
    clerk.language = "en"
    clerk.save()
    other = form.context.new_page()
    for page in (other, form):
        page.goto(form.url)
    for page, typed in ((other, "20"), (form, "15")):
        page.fill(BOX, typed)
        with page.expect_response("**/values"):
            page.press(BOX, "Enter")

    said = "20 was written here meanwhile, by somebody else or in another tab. Yours: 15."
    expect(form.locator(NOTE)).to_contain_text(said)
    expect(form.locator("#saved")).to_have_text("Not all of it was saved: the rows say why")
    assert Value.objects.get(indicator="QT-05").amount == 20
    form.fill(BOX, "15")
    with form.expect_response("**/values"):
        form.press(BOX, "Enter")
    expect(form.locator(CELL)).not_to_have_attribute("data-state", "saving")
    assert Value.objects.get(indicator="QT-05").amount == 15


def test_what_is_typed_after_the_sending_is_said_not_to_be_saved_and_named(form, clerk, submission, acting) -> None:
    clerk.language = "en"
    clerk.save()
    save_values(acting(clerk), submission, [Typed(ValuePlace("QT-05", "", "area"), "20")])
    form.reload()
    send(acting(clerk), submission, Submission.objects.get(pk=submission.pk).edition)
    form.fill(BOX, "15")
    with form.expect_response("**/values"):
        form.press(BOX, "Enter")

    expect(form.locator(NOTE)).to_contain_text("Not saved: 15.")
    expect(form.locator("#saved")).to_have_text("Not all of it was saved: the rows say why")
    assert Value.objects.get(indicator="QT-05").amount == 20


def test_what_one_person_typed_is_not_saved_in_the_name_of_the_next(form, live_server, commune) -> None:
    form.context.clear_cookies()
    form.fill(BOX, "15")
    form.press(BOX, "Enter")
    make_user("nguoi-sau", commune, Role.CLERK)
    sign_in(form.context.new_page(), live_server.url, "nguoi-sau", PASSWORD)
    with form.expect_response(lambda answer: answer.url.endswith("/values") and answer.status == 403):
        pass
    form.wait_for_timeout(1000)

    assert not Value.objects.filter(indicator="QT-05").exists()
    expect(form.locator("#saved")).to_have_text(form.get_attribute("#grid", "data-away"))


@pytest.fixture
def lined(live_server, clerk, submission):
    """(line, page): the form in a browser, signed in, over a line of the test's own."""
    with line_to(live_server.url) as line, chromium() as browser:
        page = page_of(browser)
        sign_in(page, line.address, clerk.username, PASSWORD)
        page.goto(f"{line.address}/submissions/{submission.pk}/")
        yield line, page


def type_down(page: Page, texts: tuple[str, ...]) -> None:
    """Type into the cell that has the focus and those below it, as fast as a person who does not look up."""
    for text in texts:
        page.keyboard.type(text, delay=30)
        page.keyboard.press("Enter")


def all_saved(page: Page) -> None:
    """Wait until the page says when everything was saved, and no cell waits any more."""
    expect(page.locator("#saved")).to_have_text(re.compile(r"\d\d:\d\d"), timeout=60_000)
    expect(page.locator('td[data-state="saving"]')).to_have_count(0, timeout=60_000)


def kept() -> dict[str, int | None]:
    return dict(Value.objects.values_list("indicator", "amount"))


def test_on_a_slow_line_everything_typed_arrives(lined) -> None:
    line, page = lined
    line.delay = 0.7
    page.focus('td[data-place="value:QT-03/@area"] input')
    type_down(page, TYPED)
    all_saved(page)

    assert kept() == WRITTEN
    assert [page.input_value(f'td[data-place^="value:{code}/@"] input') for code in CODES] == list(TYPED)


@pytest.mark.parametrize("closed", [False, True])
def test_what_is_typed_while_the_line_is_cut_is_saved_when_it_is_back(lined, closed) -> None:
    """The page may even be closed meanwhile: the browser keeps what the server has not said that it has."""
    line, page = lined
    address = page.url
    page.focus('td[data-place="value:QT-03/@area"] input')
    type_down(page, TYPED[:3])
    line.break_off()
    type_down(page, TYPED[3:])
    expect(page.locator("#saved")).to_have_text(page.get_attribute("#grid", "data-offline"), timeout=20_000)
    if closed:
        page.close()
    line.mend()
    if closed:
        page = page.context.new_page()
        page.goto(address)
    all_saved(page)

    assert kept() == WRITTEN


def test_a_lost_answer_makes_no_conflict_of_what_was_stored(lined) -> None:
    """The server has it, and the browser does not know: what is sent again is taken for the same."""
    line, page = lined
    page.focus('td[data-place="value:QT-03/@area"] input')
    line.deaf = True
    type_down(page, TYPED[:1])
    expect(page.locator("#saved")).to_have_text(page.get_attribute("#grid", "data-offline"), timeout=20_000)
    assert kept() == {"QT-03": 21}
    line.mend()
    all_saved(page)

    assert kept() == {"QT-03": 21}
    expect(page.locator('td[data-state="invalid"]')).to_have_count(0)
