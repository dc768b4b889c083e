"""No page leads its reader to where they may not go: every link of every page that each role can reach is followed."""

from __future__ import annotations

import html
import re
from collections import Counter, deque

import pytest
from django.test import Client
from visits import World

from tongket.site.people.models import Notice

_LINK = re.compile(r'(?:href|hx-get)="([^"#]+)')
_NOT_FOLLOWED = ("/static/", "/language/", "/accounts/logout/", "/people/act-as/")
EACH = 4  # pages of one shape that are looked at, as /submissions/1/, /submissions/2/
_OF_ALL = ("clerk", "consolidator", "administrator")  # who reach most pages; the default run is bounded
_OTHERS = ("typing", "far", "records", "approver", "inspector")


def links_in(page: str, address: str) -> list[str]:
    """Where a page leads to on the site."""
    found = [html.unescape(one) for one in _LINK.findall(page)]
    whole = [address.partition("?")[0] + one if one.startswith("?") else one for one in found]
    return [one for one in whole if one.startswith("/") and not one.startswith(_NOT_FOLLOWED)]


def astray(client: Client) -> tuple[int, list[str]]:
    """How many pages were looked at from the first page on, and the links that lead nowhere."""
    waiting, seen, shapes, wrong = deque([("/", "")]), set(), Counter(), []
    while waiting:
        address, whence = waiting.popleft()
        shape = re.sub(r"\d+", "1", address.partition("?")[0])
        if address in seen or shapes[shape] >= EACH:
            continue
        seen.add(address)
        shapes[shape] += 1
        answer = client.get(address)
        if answer.status_code in (301, 302):
            waiting.append((answer["Location"], address))
        elif answer.status_code >= 400:
            wrong.append(f"{address} ({answer.status_code}) on {whence}")
        elif not answer.streaming and answer["Content-Type"].startswith("text/html"):
            waiting.extend((one, address) for one in links_in(answer.content.decode(), address))
    return len(seen), wrong


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("roles", [_OF_ALL, pytest.param(_OTHERS, marks=pytest.mark.slow)], ids=["usual", "others"])
def test_every_link_leads_somewhere(world: World, signed_in, roles: tuple[str, ...]) -> None:
    for told in ("clerk", "consolidator"):
        url, facts = f"/submissions/{world.ids['returned']}/", {"asker": "UBND tỉnh", "round": "Sơ kết"}
        words = "{asker} does not open “{round}” again."
        Notice.objects.create(body=world.actor(told).body, message=words, facts=facts, url=url)
    found = {role: astray(signed_in(world.users[role])) for role in roles}  # in one world: it takes long to build

    assert [role for role, (pages, _) in found.items() if pages <= 15] == []
    assert {role: wrong for role, (_, wrong) in found.items() if wrong} == {}
