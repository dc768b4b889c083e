"""Administrators make bodies, users and rights; everyone keeps their own account."""

from __future__ import annotations

import datetime as dt
import io
import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from python_calamine import CalamineWorkbook

from site_makers import PASSWORD, TODAY, make_body, make_user
from tongket.site.people.models import Body, Grant, Invitation, Role, Token, User
from tongket.site.people.services.tokens import sha256
from tongket.site.records.models import Link


@pytest.fixture
def admin(province: Body) -> User:
    return make_user("quantri", province, Role.ADMINISTRATOR, subtree=True)


@pytest.fixture
def at(admin: User, signed_in) -> Client:
    return signed_in(admin)


def link_of(answer) -> str:
    return re.search(r"/people/join/[\w-]+", answer.content.decode())[0]


def test_the_list_shows_the_tree_and_who_has_nobody(at, commune, other_commune, clerk, django_assert_max_num_queries):
    for number in range(60):
        make_body(f"xa-{number}", f"UBND xã số {number}", commune)
    with django_assert_max_num_queries(11):
        text = at.get("/people/bodies").content.decode()

    assert text.count('scope="row"') == 50
    assert 'class="depth1"' in text
    assert "page=2" in text
    assert at.get("/people/bodies?q=Lũng").content.decode().count('scope="row"') == 1
    assert "empty" in at.get("/people/bodies?q=khong-co").content.decode()


def test_a_clerk_has_no_such_page(clerk, commune, signed_in) -> None:
    client = signed_in(clerk)
    for address in ("bodies", f"bodies/{commune.pk}", "bodies/invite", f"bodies/{commune.pk}/add"):
        assert client.get(f"/people/{address}").status_code == 404
    for address in (f"bodies/{commune.pk}/invite", f"grants/{clerk.grants.get().pk}/revoke"):
        assert client.post(f"/people/{address}", {"role": "administrator"}).status_code == 404


def test_an_administrator_of_one_commune_sees_no_other(commune, other_commune, province, signed_in) -> None:
    client = signed_in(make_user("quantri-xa", commune, Role.ADMINISTRATOR))

    assert client.get(f"/people/bodies/{commune.pk}").status_code == 200
    for body in (other_commune, province):
        assert client.get(f"/people/bodies/{body.pk}").status_code == 404


def test_an_administrator_of_one_body_gives_no_right_below_it(commune, clerk, signed_in) -> None:
    make_user("nguoi-khac", commune, Role.CLERK)
    client = signed_in(make_user("quantri-xa", commune, Role.ADMINISTRATOR))
    fields = {"username": "nguoi-khac", "role": "inspector", "subtree": "on"}
    for action in ("give", "invite"):
        answer = client.post(f"/people/bodies/{commune.pk}/{action}", fields)
        assert 'class="err" id="e-role"' in answer.content.decode()

    assert not Invitation.objects.exists()
    assert not Grant.objects.filter(role="inspector").exists()


def test_a_body_is_added_below_another(at, province) -> None:
    answer = at.post(
        f"/people/bodies/{province.pk}/add",
        {"kind": "ubnd", "unit": "xã Trung Sơn, tỉnh Phú Thọ", "email": "vp@trungson.gov.vn"},
    )
    body = Body.objects.get(superior=province, unit_name="xã Trung Sơn")

    assert answer["Location"] == f"/people/bodies/{body.pk}"
    assert (body.code, body.short_name, body.path) == (
        "ubnd-xa-trung-son",
        "UBND xã Trung Sơn",
        f"{province.path}{body.pk:07}/",
    )
    again = at.post(f"/people/bodies/{province.pk}/add", {"kind": "ubnd", "unit": "xã Trung Sơn, tỉnh Phú Thọ"})
    assert 'id="e-name"' in again.content.decode()


def test_a_contact_is_changed_with_what_was_before_on_record(at, commune) -> None:
    at.post(f"/people/bodies/{commune.pk}/change", {"name": commune.name, "email": "vp@xa.gov.vn"})
    assert Body.objects.get(pk=commune.pk).email == "vp@xa.gov.vn"
    assert '"email":["","vp@xa.gov.vn"]' in Link.objects.get(action="body-changed").content.data

    wrong = at.post(f"/people/bodies/{commune.pk}/change", {"name": commune.name, "email": "khong phai"})
    assert 'id="e-email"' in wrong.content.decode()


def test_an_invitation_is_printed_and_makes_one_account(at, commune) -> None:
    shown = at.post(f"/people/bodies/{commune.pk}/invite", {"role": "clerk", "post": "Công chức văn phòng"})
    link = link_of(shown)
    assert "<svg" in shown.content.decode()
    assert Invitation.objects.get().token_hash not in link

    door = Client()
    assert 'value="canbo.ubndxalungang"' in door.get(link).content.decode()
    weak = door.post(link, {"username": "canbo.lungang", "password": "ngan"})
    assert 'id="e-password"' in weak.content.decode()
    assert not User.objects.filter(username="canbo.lungang").exists()

    assert door.post(link, {"username": "canbo.lungang", "password": PASSWORD})["Location"] == "/"
    assert "Công chức văn phòng" in door.get("/").content.decode()
    assert Client().get(link).status_code == 404
    assert Client().post(link, {"username": "nguoi-khac", "password": PASSWORD}).status_code == 404


def test_who_is_signed_in_takes_the_role_with_one_click(at, clerk, other_commune, signed_in) -> None:
    link = link_of(at.post(f"/people/bodies/{other_commune.pk}/invite", {"role": "clerk"}))
    client = signed_in(clerk)
    assert client.post(link)["Location"] == "/"

    assert clerk.grants.filter(body=other_commune, role="clerk").exists()
    assert other_commune.called in client.get("/").content.decode()


def test_a_link_that_is_old_or_cancelled_opens_nothing(at, commune, monkeypatch) -> None:
    link = link_of(at.post(f"/people/bodies/{commune.pk}/invite", {"role": "clerk"}))
    monkeypatch.setenv("TONGKET_NOW", f"{TODAY + dt.timedelta(days=31)}T09:00:00+07:00")
    assert Client().get(link).status_code == 404
    monkeypatch.setenv("TONGKET_NOW", f"{TODAY}T09:30:00+07:00")
    assert Client().get(link).status_code == 200

    at.post(f"/people/invitations/{Invitation.objects.get().pk}/cancel")
    assert Client().get(link).status_code == 404


@pytest.mark.parametrize("lost", ["right revoked", "right ended", "account closed", "below no more"])
@pytest.mark.parametrize("page", ["invite", "new-password"])
def test_a_link_gives_nothing_that_its_maker_no_longer_has(at, admin, commune, clerk, lost, page) -> None:
    if page == "invite":
        link = link_of(at.post(f"/people/bodies/{commune.pk}/invite", {"role": "clerk"}))
    else:
        link = link_of(at.post(f"/people/grants/{clerk.grants.get().pk}/new-password"))
    changes = {
        "right revoked": {"revoked": dt.datetime(2026, 11, 18, tzinfo=dt.UTC)},
        "right ended": {"ends": TODAY - dt.timedelta(days=1)},
        "below no more": {"subtree": False},
    }
    if lost == "account closed":
        User.objects.filter(pk=admin.pk).update(is_active=False)
    else:
        Grant.objects.filter(user=admin).update(**changes[lost])

    stranger = Client()
    assert stranger.get(link).status_code == 404
    assert stranger.post(link, {"username": "nguoi.la", "password": PASSWORD}).status_code == 404
    assert User.objects.count() == 2


def test_all_bodies_without_users_get_links_in_one_workbook(at, commune, other_commune, clerk) -> None:
    answer = at.post("/people/bodies/invite", {"role": "clerk", "level": "commune", "as": "xlsx"})
    rows = CalamineWorkbook.from_filelike(io.BytesIO(answer.content)).get_sheet_by_index(0).to_python()

    assert [row[0] for row in rows[1:]] == [other_commune.name]
    assert Client().get("/" + rows[1][4].split("/", 3)[3]).status_code == 200
    empty = at.post("/people/bodies/invite", {"role": "clerk", "level": "commune", "as": "print"})
    assert 'role="alert"' in empty.content.decode()


def test_a_right_is_given_and_taken_back(at, clerk, commune, other_commune) -> None:
    at.post(f"/people/bodies/{other_commune.pk}/give", {"username": "canbo", "role": "records"})
    grant = clerk.grants.get(role="records")
    again = at.post(f"/people/bodies/{other_commune.pk}/give", {"username": "canbo", "role": "records"})
    assert again.status_code == 422

    at.post(f"/people/grants/{grant.pk}/revoke")
    assert not clerk.grants.filter(role="records", revoked=None).exists()
    assert [link.action for link in Link.objects.order_by("pk")] == ["right-given", "right-revoked"]


def test_the_last_administrator_stays(at, admin) -> None:
    answer = at.post(f"/people/grants/{admin.grants.get().pk}/revoke")

    assert 'role="alert"' in answer.content.decode()
    assert admin.grants.get().revoked is None


def test_a_closed_account_is_out_at_once(at, clerk, signed_in) -> None:
    theirs = signed_in(clerk)
    grant = clerk.grants.get()
    at.post(f"/people/grants/{grant.pk}/close")
    assert theirs.get("/")["Location"].startswith("/accounts/login/")

    at.post(f"/people/grants/{grant.pk}/close")
    assert User.objects.get(pk=clerk.pk).is_active


def test_a_forgotten_password_is_renewed_by_a_link(at, clerk) -> None:
    link = link_of(at.post(f"/people/grants/{clerk.grants.get().pk}/new-password"))
    door = Client()
    door.post(f"{link}?other", {"username": "ke-khac", "password": "mot-cau-moi-tinh"})

    assert User.objects.get(pk=clerk.pk).check_password("mot-cau-moi-tinh")
    assert not User.objects.filter(username="ke-khac").exists()


def test_who_also_works_elsewhere_gets_no_password_from_below(commune, province, clerk, signed_in) -> None:
    Grant.objects.create(user=clerk, body=province, role=Role.CONSOLIDATOR)
    client = signed_in(make_user("quantri-xa", commune, Role.ADMINISTRATOR))
    grant = clerk.grants.get(body=commune)

    for action in ("new-password", "close"):
        assert client.post(f"/people/grants/{grant.pk}/{action}").status_code == 422
    assert not Invitation.objects.exists()
    assert User.objects.get(pk=clerk.pk).is_active


def test_a_right_is_lent_while_on_leave_and_shows_as_such(clerk, commune, signed_in, acting) -> None:
    other = make_user("dongnghiep", commune, Role.RECORDS)
    client = signed_in(clerk)
    fields = {"grant": clerk.grants.get().pk, "to": "dongnghiep", "starts": f"{TODAY}", "ends": f"{TODAY}"}
    assert client.post("/people/me/lending", fields)["Location"] == "/people/me/lending"
    loan = other.grants.get(role="clerk")
    assert loan.lent_by == clerk.grants.get()
    assert "clerk" in acting(other).roles

    User.objects.filter(pk=clerk.pk).update(is_active=False)
    assert "clerk" not in acting(other).roles
    User.objects.filter(pk=clerk.pk).update(is_active=True)
    client.post(f"/people/me/lending/{loan.pk}/end")
    assert "clerk" not in acting(other).roles


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("ends", "2026-11-17", "ends"),
        ("ends", "2027-11-17", "ends"),
        ("ends", "mai", "ends"),
        ("to", "canbo", "to"),
        ("grant", "999", "to"),
    ],
)
def test_a_loan_that_cannot_be_is_refused(clerk, commune, signed_in, field, value, said) -> None:
    make_user("dongnghiep", commune, Role.RECORDS)
    fields = {"grant": clerk.grants.get().pk, "to": "dongnghiep", "starts": f"{TODAY}", "ends": f"{TODAY}"}
    answer = signed_in(clerk).post("/people/me/lending", {**fields, field: value})

    assert answer.status_code == 422
    assert 'class="err"' in answer.content.decode()
    assert not Grant.objects.exclude(lent_by=None).exists(), said


def test_a_key_is_shown_once_and_only_its_hash_is_kept(clerk, signed_in) -> None:
    client = signed_in(clerk)
    text = client.post("/people/me/tokens", {"name": "Sổ tay", "scope": "write", "days": "30"}).content.decode()
    secret = re.search(r"tk_[\w-]+", text)[0]
    token = Token.objects.get()

    assert token.token_hash == sha256(secret)
    assert token.scope == "write"
    assert (token.expires - dt.datetime.fromisoformat(f"{TODAY}T09:00:00+07:00")).days == 30
    assert secret not in client.get("/people/me/tokens").content.decode()
    client.post(f"/people/me/tokens/{token.pk}/end")
    assert Token.objects.get().revoked


@pytest.mark.parametrize("fields", [{"name": ""}, {"days": "0"}, {"days": "9999"}, {"days": "x"}, {"scope": "all"}])
def test_a_key_without_name_or_end_is_refused(clerk, signed_in, fields) -> None:
    answer = signed_in(clerk).post("/people/me/tokens", {"name": "Sổ tay", "scope": "read", "days": "30", **fields})

    assert answer.status_code == 422
    assert not Token.objects.exists()


def test_own_sessions_are_seen_and_ended(client: Client, clerk) -> None:
    here, there = Client(), Client()
    for one in (here, there):
        one.post("/accounts/login/", {"login": "canbo", "password": PASSWORD})
        one.get("/")
    assert here.get("/people/me/sessions").content.decode().count('name="session"') == 2
    here.post("/people/me/sessions", {"session": "others"})

    assert there.get("/")["Location"].startswith("/accounts/login/")
    assert here.get("/").status_code == 200


@pytest.mark.parametrize(
    ("agent", "said"),
    [
        ("Mozilla/5.0 (Windows NT 10.0; Win64) AppleWebKit/537 (KHTML) Chrome/120 Safari/537 Edg/120", "Edge, Windows"),
        ("Mozilla/5.0 (Linux; Android 13) AppleWebKit/537 (KHTML) Chrome/120 Mobile Safari/537", "Chrome, Android"),
        ("Mozilla/5.0 (X11; Linux x86_64; rv:115.0) Gecko/20100101 Firefox/115.0", "Firefox, Linux"),
        ("python-httpx/0.27", "python-httpx/0.27"),
    ],
)
def test_a_browser_is_named_in_short(agent: str, said: str) -> None:
    from tongket.site.people.views.account import browser_of

    assert browser_of(agent) == said


def test_the_page_of_ones_account_keeps_the_look(clerk, signed_in) -> None:
    client = signed_in(clerk)
    client.post("/people/me/settings", {"theme": "dark", "full_name": "  Tổ  tổng hợp "})

    assert 'data-theme="dark"' in client.get("/people/me").content.decode()
    user = User.objects.get(pk=clerk.pk)
    assert (user.full_name, user.single_keys) == ("Tổ tổng hợp", False)


def test_who_lost_every_right_is_told_so(clerk, signed_in) -> None:
    clerk.grants.update(revoked=dt.datetime(2026, 11, 1, tzinfo=dt.UTC))

    assert signed_in(clerk).get("/").status_code == 403


def test_reading_a_page_writes_nothing(clerk, signed_in) -> None:
    client = signed_in(clerk)
    client.get("/people/me")
    with CaptureQueriesContext(connection) as statements:
        client.get("/people/me")

    assert not [one["sql"] for one in statements if not one["sql"].startswith("SELECT")]
