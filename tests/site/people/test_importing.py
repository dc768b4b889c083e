"""Bodies and users from one sheet: nothing changes before it is shown, and one bad row sinks no other."""

from __future__ import annotations

import io
import re

import pytest
import xlsxwriter
from django.conf import settings
from django.test import Client
from python_calamine import CalamineWorkbook

from site_makers import make_user
from tongket.site.people.models import Body, Invitation, Role
from tongket.site.people.services import importing
from tongket.site.records.models import Link

HEAD = ("Body above", "Kind of body", "Administrative unit", "Name of the body", "Short name", "E-mail of the office")
HEAD += ("Telephone of the office", "Role", "Post")


@pytest.fixture
def at(province, signed_in) -> Client:
    for left in settings.DATA.waiting.glob("links-*"):  # by a test before, for a user of the same number
        left.unlink()
    client = signed_in(make_user("quantri", province, Role.ADMINISTRATOR, subtree=True))
    client.cookies["tongket_language"] = "en"
    return client


def sheet(*rows: tuple[str, ...], head: tuple[str, ...] = HEAD) -> io.BytesIO:
    made = io.BytesIO()
    book = xlsxwriter.Workbook(made, {"in_memory": True})
    page = book.add_worksheet()
    for number, cells in enumerate((head, *rows)):
        for column, cell in enumerate(cells):
            page.write_string(number, column, cell)
    book.close()
    made.seek(0)
    made.name = "co-quan.xlsx"
    return made


def rows_of(answer) -> list[list[str]]:
    return CalamineWorkbook.from_filelike(io.BytesIO(answer.content)).get_sheet_by_index(0).to_python()


COMMUNE = ("", "UBND", "xã Trung Sơn, tỉnh Phú Thọ", "", "", "vp@trungson.gov.vn", "", "Clerk; Records officer", "")
OFFICE = (
    "Ủy ban nhân dân xã Trung Sơn",
    "pvhxh",
    "xã Trung Sơn, tỉnh Phú Thọ",
    "Phòng Văn hóa - Xã hội",
    "",
    "",
    "",
    "",
    "",
)


def test_what_would_change_is_shown_before_it_does(at, province) -> None:
    text = at.post("/people/bodies/import", {"file": sheet(OFFICE, COMMUNE)}).content.decode()

    assert "2 new, 0 changed, 2 links, 0 refused" in text
    assert Body.objects.count() == 1

    assert at.post("/people/bodies/import/do")["Location"] == "/people/bodies/import"
    commune = Body.objects.get(superior=province)
    assert (commune.short_name, commune.email) == ("UBND xã Trung Sơn", "vp@trungson.gov.vn")
    assert Body.objects.get(superior=commune).path == f"{commune.path}{Body.objects.get(superior=commune).pk:07}/"
    assert {one.role for one in Invitation.objects.all()} == {"clerk", "records"}
    assert {link.action for link in Link.objects.all()} == {"bodies-imported", "invited"}

    links = rows_of(at.post("/people/bodies/import/links"))
    assert Client().get("/" + links[1][4].split("/", 3)[3]).status_code == 200
    assert at.post("/people/bodies/import/links").status_code == 404
    assert at.post("/people/bodies/import/do")["Location"] == "/people/bodies/import"
    assert Body.objects.count() == 3


def test_the_same_sheet_again_changes_nothing_and_a_new_contact_does(at) -> None:
    plain = (*COMMUNE[:7], "", "")
    for expected in ("1 new, 0 changed", "0 new, 0 changed"):
        assert expected in at.post("/people/bodies/import", {"file": sheet(plain)}).content.decode()
        at.post("/people/bodies/import/do")
    other = (*plain[:6], "0210 3812 345", "", "")
    assert "0 new, 1 changed" in at.post("/people/bodies/import", {"file": sheet(other)}).content.decode()
    at.post("/people/bodies/import/do")

    assert Body.objects.get(unit_name="xã Trung Sơn").phone == "0210 3812 345"


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (("", "UBND", "xã Trung Sơn", "", "", "", "", "", ""), "may be 3 units"),
        (("", "UBND", "xã Không Đâu Có", "", "", "", "", "", ""), "No unit of today"),
        (("", "Hội kín", "xã Trung Sơn, tỉnh Phú Thọ", "", "", "", "", "", ""), "no kind of body"),
        (("Sở Trên Trời", "UBND", "xã Trung Sơn, tỉnh Phú Thọ", "", "", "", "", "", ""), "no body “Sở Trên Trời”"),
        (("", "UBND", "xã Trung Sơn, tỉnh Phú Thọ", "", "", "khong-phai", "", "", ""), "not an e-mail"),
        (("", "UBND", "xã Trung Sơn, tỉnh Phú Thọ", "", "", "", "", "Vua", ""), "no role “Vua”"),
    ],
)
def test_a_bad_row_comes_back_with_its_reason_and_sinks_no_other(at, row, said) -> None:
    text = at.post("/people/bodies/import", {"file": sheet(COMMUNE, row)}).content.decode()
    assert 'data-refused="3"' in text
    assert 'data-row="2"' in text

    refused = rows_of(at.get("/people/bodies/import/refused"))
    assert said in refused[1][9]
    assert refused[1][:9] == list(row)

    at.post("/people/bodies/import/do")
    assert Body.objects.count() == 2
    assert "0 new, 0 changed, 0 links, 1 refused" in at.get("/people/bodies/import").content.decode()


def test_bodies_that_stand_below_each_other_are_refused(at) -> None:
    one = ("B", "so", "tỉnh Phú Thọ", "A", "", "", "", "", "")
    other = ("A", "so", "tỉnh Phú Thọ", "B", "", "", "", "", "")
    text = at.post("/people/bodies/import", {"file": sheet(one, other)}).content.decode()

    assert "0 new, 0 changed, 0 links, 2 refused" in text


@pytest.mark.parametrize(
    "file",
    [
        pytest.param(sheet(head=("A", "B")), id="another head"),
        pytest.param(io.BytesIO(b"PK\x03\x04 rubbish"), id="damaged"),
        pytest.param(io.BytesIO(b""), id="empty"),
    ],
)
def test_a_file_that_is_no_such_sheet_is_refused(at, file) -> None:
    file.name = getattr(file, "name", "tep.xlsx")
    answer = at.post("/people/bodies/import", {"file": file})

    assert answer.status_code == 422
    assert 'role="alert"' in answer.content.decode()


def test_the_empty_sheet_has_the_columns(at) -> None:
    assert rows_of(at.get("/people/bodies/import/template"))[0] == list(HEAD)


def test_many_bodies_are_made_in_few_statements(at, monkeypatch, django_assert_max_num_queries) -> None:
    monkeypatch.setattr("tongket.site.people.services.importing_later.AT_ONCE", 1000)
    rows = [("", "ubnd", "xã Trung Sơn, tỉnh Phú Thọ", f"UBND xã thứ {n}", "", "", "", "clerk", "") for n in range(400)]
    at.post("/people/bodies/import", {"file": sheet(*rows)})
    with django_assert_max_num_queries(45):
        at.post("/people/bodies/import/do")

    assert Body.objects.count() == 401
    assert Invitation.objects.count() == 400


def test_a_button_pressed_twice_carries_a_sheet_out_once(at, monkeypatch) -> None:
    real = importing.carry_out

    def pressed_again(actor, planned):
        monkeypatch.setattr(importing, "carry_out", real)
        at.post("/people/bodies/import/do")
        return real(actor, planned)

    monkeypatch.setattr(importing, "carry_out", pressed_again)
    at.post("/people/bodies/import", {"file": sheet(("", "ubnd", "ms-01", "UBND xã Mới", "", "", "", "Clerk", ""))})
    at.post("/people/bodies/import/do")

    assert (Body.objects.filter(name="UBND xã Mới").count(), Invitation.objects.count()) == (1, 1)


def test_a_sheet_that_could_not_be_carried_out_is_still_there(at, monkeypatch) -> None:
    def full(*_: object) -> None:
        raise MemoryError

    real = importing.carry_out
    monkeypatch.setattr(importing, "carry_out", full)
    at.post("/people/bodies/import", {"file": sheet(("", "ubnd", "ms-01", "UBND xã Mới", "", "", "", "", ""))})
    with pytest.raises(MemoryError):
        at.post("/people/bodies/import/do")
    monkeypatch.setattr(importing, "carry_out", real)
    at.post("/people/bodies/import/do")

    assert Body.objects.filter(name="UBND xã Mới").count() == 1


def test_the_links_of_a_second_import_leave_those_of_the_first(at) -> None:
    for name in ("UBND xã Một", "UBND xã Hai"):
        row = ("", "ubnd", "ms-01", name, "", "", "", "Clerk", "")
        at.post("/people/bodies/import", {"file": sheet(row)})
        at.post("/people/bodies/import/do")
    page = at.get("/people/bodies/import").content.decode()
    names = re.findall(r'name="list" value="([^"]+)"', page)
    later = rows_of(at.post("/people/bodies/import/links", {"list": names[1]}))
    first = rows_of(at.post("/people/bodies/import/links", {"list": names[0]}))

    assert [rows[1][0] for rows in (first, later)] == ["UBND xã Một", "UBND xã Hai"]
    assert all(len(rows) == 2 for rows in (first, later))
    for path in (names[0], "../secret_key", ""):
        assert at.post("/people/bodies/import/links", {"list": path}).status_code == 404


def test_a_list_of_links_is_that_of_its_own_user(at, province, signed_in) -> None:
    at.post("/people/bodies/import", {"file": sheet(("", "ubnd", "ms-01", "UBND xã Một", "", "", "", "Clerk", ""))})
    at.post("/people/bodies/import/do")
    name = re.findall(r'name="list" value="([^"]+)"', at.get("/people/bodies/import").content.decode())[0]
    other = signed_in(make_user("quantri2", province, Role.ADMINISTRATOR, subtree=True))

    assert other.post("/people/bodies/import/links", {"list": name}).status_code == 404
    assert at.post("/people/bodies/import/links").status_code == 200
