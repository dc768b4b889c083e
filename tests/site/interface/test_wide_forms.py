"""A form of forty columns, an indicator of 250 letters, a body of 200: every page that shows them stays readable."""

from __future__ import annotations

import datetime as dt
import os
from pathlib import Path

import pytest
from browser import DESK, PHONE, chromium, page_of, sign_in, violations
from playwright.sync_api import Page

from site_makers import PASSWORD, TODAY, make_user
from tongket.site.people.models import Role
from tongket.site.rounds.models import Round, Submission
from tongket.site.rounds.places import ValuePlace
from tongket.site.rounds.programmes import keep_programme
from tongket.site.submissions.services.filling import Typed, save_values
from tongket.site.submissions.services.sending import send

COLUMNS = 40
NAME = "Số hộ gia đình được tuyên truyền, vận động, hướng dẫn và hỗ trợ thực hiện nội dung của cuộc vận động toàn dân "
LONG = (NAME * 3)[:250].strip()
BODY = ("Ban Chỉ đạo phòng chống thiên tai và tìm kiếm cứu nạn xã Nà Pheo Thượng Khuổi Lùng Đông Nghiêng " * 3)[:200]


@pytest.fixture
def wide(province, commune, tmp_path: Path) -> Submission:
    """What a commune with that name is asked by that form."""
    folder = tmp_path / "rong"
    folder.mkdir()
    codes = [f"R-{number:02d}" for number in range(1, COLUMNS + 1)]
    indicators = [f'  - {{code: L-01, name: "{LONG}", unit: hộ}}']
    indicators += [f'  - {{code: {code}, name: "Chỉ số thành phần {code}", unit: người}}' for code in codes]
    columns = ["      - {title: STT, role: ordinal}", "      - {title: Nội dung, role: label}"]
    columns += [f'      - {{title: "Chỉ số thành phần {code} (người)", indicator: {code}}}' for code in codes]
    (folder / "programme.yaml").write_text(
        "code: rong\nversion: 1\ntitle: Biểu rộng\nregime: state\n"
        "directive: {type: Chỉ thị, symbol: 99-CT/TU, date: 2021-09-07, issuer: Tỉnh ủy, subject: việc thử}\n"
        "review: sơ kết\nyears: 3\nperiod_start: 2021-09-07\n"
        "expected:\n  - {kind: ubnd, level: commune}\n"
        "indicators:\n" + "\n".join(indicators) + "\n"
        "forms:\n  - code: B1\n    title: Biểu rộng bốn mươi cột\n    columns:\n" + "\n".join(columns) + "\n"
        '    rows:\n      - {number: "1", label: Toàn xã}\n'
        "  - code: B2\n    title: Biểu một cột\n    columns:\n"
        "      - {title: STT, role: ordinal}\n      - {title: Nội dung, role: label}\n      - {title: Số lượng}\n"
        f'    rows:\n      - {{number: "1", label: "{LONG}", indicators: L-01}}\n',
        encoding="utf-8",
    )
    commune.name = BODY
    commune.save()
    asked = Round.objects.create(
        name="Đợt thử biểu rộng",
        programme=keep_programme(folder),
        body=province,
        period_start=dt.date(2026, 1, 1),
        period_end=dt.date(2026, 12, 31),
        state=Round.State.OPEN,
        due=TODAY + dt.timedelta(days=2),
    )
    return Submission.objects.create(round=asked, body=commune, reports_to=province, due=asked.due, asked=41)


def picture(page: Page, name: str) -> None:
    if folder := os.environ.get("PAGE_PICTURES"):
        page.screenshot(path=Path(folder) / f"wide-{name}.png", full_page=True)


@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("size", [DESK, PHONE])
def test_long_names_and_wide_forms_stay_readable(
    live_server, wide: Submission, clerk, consolidator, commune, province, acting, size, monkeypatch
) -> None:
    monkeypatch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "1")
    make_user("quantri", province, Role.ADMINISTRATOR, subtree=True)
    typed = [Typed(ValuePlace(f"R-{number:02d}", "", "area"), str(1_234_567 * number)) for number in range(1, 41)]
    save_values(acting(clerk), wide, [*typed, Typed(ValuePlace("L-01", "", "area"), "9")])
    below = [f"/submissions/{wide.pk}/{part}" for part in ("", "paper", "ways", "review")] + ["/"]
    wide.refresh_from_db()
    visits = ((clerk.username, below), (consolidator.username, _above(wide)), ("quantri", _people(commune)))
    wrong: dict[str, list[str]] = {}
    with chromium() as browser:
        for user, pages in visits:
            if user == consolidator.username:
                send(acting(clerk), wide, wide.edition)
            page = page_of(browser, size)
            sign_in(page, live_server.url, user, PASSWORD)
            for number, address in enumerate(pages):
                assert page.goto(live_server.url + address).status == 200, address
                picture(page, f"{user}-{number}-{size[0]}")
                found = violations(page) + page.faults
                if page.evaluate("document.documentElement.scrollWidth") > size[0]:
                    found.append("wider than the window")
                if found:
                    wrong[f"{user} {address}"] = found
            page.context.close()
    assert wrong == {}


def _above(wide: Submission) -> list[str]:
    asked = wide.round
    return [
        f"/submissions/{wide.pk}/review",
        f"/rounds/{asked.pk}/",
        f"/rounds/{asked.pk}/form",
        "/rounds/coverage",
        f"/rollups/{asked.pk}/",
        f"/rollups/{asked.pk}/?by=units",
        f"/rollups/{asked.pk}/number?indicator=L-01",
        f"/rounds/{asked.pk}/remind?all=1",
        "/",
        f"/rounds/programmes/{asked.programme_id}",
    ]


def _people(commune) -> list[str]:
    return ["/people/bodies", f"/people/bodies/{commune.pk}", f"/people/bodies/{commune.pk}/add"]


@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
def test_a_number_is_never_cut_off_in_its_box(live_server, wide: Submission, clerk, acting, monkeypatch) -> None:
    """1.234.567 of which a box shows 1.2 would be read as that."""
    monkeypatch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "1")
    sizes = ["7", "123", "9.999", "123.456", "1.234.567", "12.345.678", "123.456.789", "1.234.567.890"]
    typed = [Typed(ValuePlace(f"R-{at:02d}", "", "area"), number) for at, number in enumerate(sizes * 5, 1)]
    save_values(acting(clerk), wide, typed)
    with chromium() as browser:
        page = page_of(browser, (1366, 768))
        sign_in(page, live_server.url, clerk.username, PASSWORD)
        page.goto(f"{live_server.url}/submissions/{wide.pk}/")
        cut = page.evaluate(
            "[...document.querySelectorAll('.grid td input')].filter((one) => one.scrollWidth > one.clientWidth)"
            ".map((one) => one.value)"
        )
        assert cut == []
        label = page.locator(".grid tbody th").first
        page.locator(".grid td input").nth(39).scroll_into_view_if_needed()
        assert label.bounding_box()["x"] >= 0, "the name of the row stays in view"


def test_a_table_wider_than_a_page_goes_on_below_on_paper(wide: Submission, clerk, signed_in) -> None:
    paper = signed_in(clerk).get(f"/submissions/{wide.pk}/paper").content.decode()

    assert paper.count("Biểu rộng bốn mươi cột (tiếp theo)") == 4
    heads = [part.count('<th scope="col"') for part in paper.split("<thead>")[1:]]
    assert heads[:6] == [10, 10, 10, 10, 10, 3], "number, name and eight values; then the other form"
    assert paper.count("(người)") == COLUMNS
