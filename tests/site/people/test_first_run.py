"""A site without users asks for its first administrator, and for nothing else."""

import pytest
from django.test import Client

from site_makers import PASSWORD
from tongket.site.begin import begin_code
from tongket.site.people.models import Body, User
from tongket.site.records.models import Link


def answers(**more: str) -> dict[str, str]:
    return {
        "code": begin_code(),
        "kind": "ubnd",
        "unit": "tỉnh Lào Cai",
        "username": "Quantri.LaoCai",
        "password": PASSWORD,
        "works": "on",
        **more,
    }


@pytest.mark.parametrize("page", ["/", "/accounts/login/", "/people/me", "/record/", "/no/such/page"])
def test_every_page_leads_to_it(client: Client, db: None, page: str) -> None:
    assert client.get(page)["Location"] == "/people/begin"


def test_the_first_user_is_signed_in_and_administers_the_body(client: Client, db: None) -> None:
    answer = client.post("/people/begin", answers())

    assert answer["Location"] == "/"
    user, body = User.objects.get(), Body.objects.get()
    assert (user.username, body.short_name, body.level, body.path) == (
        "quantri.laocai",
        "UBND tỉnh Lào Cai",
        "province",
        f"/{body.pk:07}/",
    )
    assert {(grant.role, grant.subtree) for grant in user.grants.all()} == {
        ("administrator", True),
        ("consolidator", True),
    }
    assert client.get("/").status_code == 200
    assert [link.action for link in Link.objects.order_by("number")] == ["body-added", "site-begun"]


def test_it_ends_with_the_first_user(client: Client, db: None) -> None:
    wanted = answers()
    client.post("/people/begin", wanted)

    assert Client().get("/people/begin")["Location"] == "/accounts/login/"
    assert Client().post("/people/begin", wanted)["Location"] == "/accounts/login/"
    assert User.objects.count() == 1


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("code", "AAAAA-AAAAA"),
        ("username", "Quản trị"),
        ("password", "ngan"),
        ("password", "password123"),
        ("unit", "xã Không Có Đâu"),
        ("unit", "xã Trung Sơn"),
        ("kind", "hoi-dong-toi"),
    ],
)
def test_a_wrong_field_is_said_beside_it_and_the_rest_is_kept(client: Client, db: None, field: str, value: str) -> None:
    answer = client.post("/people/begin", answers(**{field: value}))

    text = answer.content.decode()
    assert answer.status_code == 422
    assert f'id="e-{field}"' in text
    if field != "username":
        assert 'value="Quantri.LaoCai"' in text
    assert PASSWORD not in text
    assert not User.objects.exists()
    assert not Body.objects.exists()


def test_units_are_found_by_their_words(client: Client, db: None) -> None:
    text = client.get("/people/units?unit=xã Trung Sơn").content.decode()

    assert text.count("data-take") == 3
    assert "tỉnh" in text
    assert 'data-name="tỉnh Lào Cai"' in client.get("/people/units?unit=tinh lao").content.decode()
    assert client.get("/people/units?unit=trung son, phu tho").content.decode().count("data-take") == 1
    assert "data-take" not in client.get("/people/units?unit=x").content.decode()
