"""Every route says what right it asks for, and lets in and refuses by it."""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path

import pytest
from django.test import Client

from site_makers import make_user
from tongket.site.people.models import Role
from tongket.site.people.rights import RIGHTS, actor_of, may

ROOT = Path(__file__).resolve().parents[3]
SPEC = importlib.util.spec_from_file_location("make_rights", ROOT / "tools" / "make_rights.py")
make_rights = importlib.util.module_from_spec(SPEC)
SPEC.loader.exec_module(make_rights)
REFUSED = (403, 404)
EMPTY = ("/people/bodies/import/refused", "/rounds/coverage.xlsx")  # 404 where no sheet waits, and no round is there
ROUTES = [pytest.param(address, name, view, id=address) for address, name, view in make_rights.routes()]
PLAIN = [one for one in ROUTES if "<" not in one.values[0]]


def right_of(name: str, view: object, method: str) -> str:
    found = dict(make_rights.marks(name, view))
    return found.get(method, found.get("", ""))


@pytest.mark.parametrize(("address", "name", "view"), ROUTES)
def test_every_route_has_a_mark(address: str, name: str, view: object) -> None:
    marks = make_rights.marks(name, view)
    assert marks, f"{address} ({name}) says no right: use needs(...) or public(...)"
    for _method, right in marks:
        assert right in RIGHTS or right == "public"
        assert right != "public" or make_rights.because(name, view)


def test_the_table_is_what_the_code_says() -> None:
    assert (ROOT / "docs" / "rights.md").read_text("utf-8") == make_rights.rights_page(), "run make docs"


@pytest.mark.parametrize(("address", "name", "view"), ROUTES)
def test_who_is_not_signed_in_is_asked_to(clerk, address: str, name: str, view: object) -> None:
    if right_of(name, view, "GET") == "public":
        return
    filled = re.sub(r"<int:\w+>", "1", address)
    filled = re.sub(r"<(?:\w+:)?\w+>", "x", filled)
    for answer in (Client().get(filled), Client().post(filled)):
        assert answer.status_code in (302, 401, 405)
        assert answer.status_code != 302 or answer["Location"].startswith("/accounts/login/")


@pytest.mark.parametrize("role", list(Role))
def test_each_role_is_let_in_and_refused_as_the_table_says(province, signed_in, role: Role) -> None:
    user = make_user("ai-do", province, role, subtree=True)
    client, actor = signed_in(user), actor_of(user)
    wrong = []
    for one in PLAIN:
        address, name, view = one.values
        right = right_of(name, view, "GET")
        if right == "public":
            continue
        status = client.get(address).status_code
        allowed, refused = may(actor, right), status in REFUSED
        if status != 405 and (allowed == refused) and not (allowed and address in EMPTY):
            wrong.append((address, right, status))
    assert not wrong
