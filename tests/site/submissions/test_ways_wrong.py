"""What the other ways in refuse is said at the field that was filled in, and what was typed stays there."""

from __future__ import annotations

import re

import pytest
from browser import PHONE, chromium, page_of, sign_in, violations
from django.core.files.uploadedfile import SimpleUploadedFile
from playwright.sync_api import expect

from site_makers import PASSWORD, make_user
from tongket.site.people.models import Role, User


@pytest.fixture
def officer(commune) -> User:
    return make_user("vanthu", commune, Role.RECORDS)


def field(page: str, name: str) -> str:
    """The tag of the field with that id."""
    return next(tag for tag in re.findall(r"<input[^>]*>", page) if f'id="{name}"' in tag)


def test_a_workbook_that_is_none_is_refused_at_its_field(clerk, submission, signed_in) -> None:
    file = SimpleUploadedFile("bieu.xlsx", b"text")
    page = signed_in(clerk).post(f"/submissions/{submission.pk}/workbook", {"file": file}).content.decode()

    assert 'aria-describedby="refused"' in field(page, "workbook-file")
    assert "aria-invalid" not in field(page, "attachment")
    assert '<span class="err" id="refused" role="alert">bieu.xlsx: ' in page.partition('id="workbook-file"')[2]
    assert page.count('id="refused"') == 1


@pytest.mark.parametrize(
    ("typed", "at"),
    [
        ({"number": "bốn lăm"}, "number"),
        ({"symbol": "báo cáo"}, "symbol"),
        ({"date": "31/02/2026"}, "date"),
        ({"file": SimpleUploadedFile("ban-ky.docx", b"x")}, "signed-file"),
    ],
    ids=["number", "symbol", "date", "file"],
)
def test_what_is_wrong_with_a_signed_copy_is_said_at_its_field_and_the_rest_stays(
    officer, sent, signed_in, typed: dict[str, object], at: str
) -> None:
    fields = {"number": "45", "symbol": "BC-UBND", "date": "18/11/2026", **typed}
    page = signed_in(officer).post(f"/submissions/{sent.pk}/sign", fields).content.decode()

    assert [name for name in ("number", "symbol", "date", "signed-file") if "aria-invalid" in field(page, name)] == [at]
    assert all(f'value="{fields[name]}"' in field(page, name) for name in ("number", "symbol", "date"))


def test_what_is_about_no_field_stands_above_the_page(officer, submission, signed_in) -> None:
    """Nothing was sent yet: the page has no form for the signed copy."""
    page = signed_in(officer).post(f"/submissions/{submission.pk}/sign", {"number": "45"}).content.decode()

    assert 'class="banner wrong" role="alert" id="refused"' in page


def test_a_file_that_is_not_sealed_and_a_choice_of_nothing_are_refused_at_their_place(
    consolidator, submission, signed_in
) -> None:
    client, round_ = signed_in(consolidator), submission.round_id
    file = SimpleUploadedFile("thu.zip", b"text")
    page = client.post(f"/submissions/rounds/{round_}/sealed", {"file": file}).content.decode()
    assert "aria-invalid" in field(page, "sealed-file")

    page = client.post(f"/submissions/rounds/{round_}/replies", {}).content.decode()
    assert "aria-invalid" in field(page, "files")


@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
def test_on_a_phone_the_page_opens_where_something_was_refused(
    clerk, submission, live_server, tmp_path, monkeypatch
) -> None:
    monkeypatch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "1")
    strange = tmp_path / "bieu.xlsx"
    strange.write_bytes(b"text")
    with chromium() as browser:
        page = page_of(browser, PHONE)
        sign_in(page, live_server.url, clerk.username, PASSWORD)
        page.goto(f"{live_server.url}/submissions/{submission.pk}/ways")
        page.set_input_files("#workbook-file", strange)
        page.click("#upload-workbook button")

        expect(page.locator("#refused")).to_be_in_viewport()
        assert violations(page) == []
        assert page.faults == []
