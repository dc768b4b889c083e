"""Names as long as a body may have them: nothing is pushed out of the window by them."""

from __future__ import annotations

import pytest
from browser import chromium, page_of, sign_in

from site_makers import PASSWORD

LONG = "Ủy ban nhân dân xã Nà Pheo Thượng Khuổi Lùng Đông Nghiêng Tả Van Giáy Chiềng Mường Hà Bắc An"


@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("width", [320, 640, 900, 1024, 1280])
def test_the_name_of_ones_own_body_stays_within_the_bar(live_server, clerk, commune, submission, width: int) -> None:
    commune.name, commune.short_name = LONG, LONG[:80]
    commune.save()
    with chromium() as browser:
        page = page_of(browser, (width, 740))
        sign_in(page, live_server.url, clerk.username, PASSWORD)
        for address in ("/", f"/submissions/{submission.pk}/"):
            page.goto(live_server.url + address)
            assert page.evaluate("document.documentElement.scrollWidth") <= width, address


@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
def test_the_newest_round_stays_in_view_beside_a_long_name(live_server, consolidator, commune, submission) -> None:
    commune.name = LONG
    commune.save()
    with chromium() as browser:
        page = page_of(browser)
        sign_in(page, live_server.url, consolidator.username, PASSWORD)
        page.goto(f"{live_server.url}/rounds/coverage")
        assert page.evaluate("document.querySelector('.heat').parentElement.scrollLeft") == 0
        box, table = (
            page.locator(".heat tbody td a").last.bounding_box(),
            page.locator(".heatwrap > .scroll").bounding_box(),
        )
        assert box["x"] + box["width"] <= table["x"] + table["width"]
