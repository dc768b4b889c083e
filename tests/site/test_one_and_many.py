"""English pages say '1 body', '1 day': each page of the route list, in a world where most things are there once."""

from __future__ import annotations

import html
import re

import pytest
from visits import VISITS, World

# a 1 that is no part of another number, at most two words, a plural; "1 of 3 bodies" counts the bodies
_MANY_OF_ONE = re.compile(
    r"(?<![\w.,/:–-])1 (?:(?!of|in|to|and|was|is|has)[a-z]+ ){0,2}?"
    r"((?:[a-z]+[^\Wus]s|people|were|are|have|do)\b)(?! of)",
)
_TAG = re.compile(r"<(script|style)\b.*?</\1>|<(?!/?(?:b|i|em|strong|span)\b)[^>]*>", re.S)
_INLINE = re.compile(r"<[^>]*>")
_NO_NOUNS = {"has", "was", "its", "waits", "asks", "stands", "holds", "differs", "says"}


def wrong_in(page: str) -> list[str]:
    """The places where one thing is counted as many."""
    text = html.unescape(_INLINE.sub("", _TAG.sub(" | ", page)))
    found = _MANY_OF_ONE.finditer(re.sub(r"\s+", " ", text))
    return [one[0] for one in found if one[1] not in _NO_NOUNS]


@pytest.mark.parametrize(
    ("page", "wrong"),
    [
        ("<p>21 bodies, 1.1 points, 1/1 cells, 11 days</p>", 0),
        ("<p>1 body has sent</p><p>bodies</p>", 0),
        ("<p>revision 1</p><p>figures</p>", 0),
        ("<p><b>1</b> bodies have sent</p>", 1),
        ("<p>1 working days late</p>", 1),
        ("<p>1 people</p>", 1),
    ],
)
def test_what_counts_as_wrong(page: str, wrong: int) -> None:
    assert len(wrong_in(page)) == wrong


@pytest.mark.django_db(transaction=True)
def test_no_english_page_counts_one_as_many(world: World, signed_in) -> None:
    wrong, seen = {}, 0
    for role in dict.fromkeys(visit.role for visit in VISITS if visit.role):
        client = signed_in(world.users[role])
        client.get("/language/en")
        for visit in (one for one in VISITS if one.role == role):
            answer = client.get(visit.address.format(**world.ids))
            if answer.streaming or not answer["Content-Type"].startswith("text/html"):
                continue
            seen += 1
            if found := wrong_in(answer.content.decode()):
                wrong[f"{role} {visit.address}"] = found
    assert seen > 50
    assert wrong == {}
