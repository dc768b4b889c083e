"""Mentions of documents cited by name: laws, constitutions, charters, and what plenums and congresses resolved."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tongket.reading.citations.dating import read_date_and_issuer
from tongket.reading.citations.mentions import Mention
from tongket.reading.citations.named import (
    Named,
    read_charter,
    read_constitution,
    read_law,
    read_more_laws,
    read_party_named,
)
from tongket.registry.types import LAWS, OF_PARTY


def named_mentions(text: str, start: int, end: int, name: str) -> list[Mention]:
    """The mentions of documents named by the type word at ``start``..``end``, which is that of the type ``name``."""
    if name in OF_PARTY and text.startswith(" số", end):
        return []  # a number follows, and no plenum or congress
    if start and text[start - 1].isalnum():
        return []
    if name in LAWS:
        found = read_law(text, start, end, name)
        more = read_more_laws(text, start, found.core_end if found else end, name)
        return [_mention(text, one) for one in ((found, *more) if found else more)]
    if name in OF_PARTY:
        return [_mention(text, one) for one in read_party_named(text, start, end, name)]
    found = (read_constitution if name == "Hiến pháp" else read_charter)(text, start, end)
    return [_mention(text, found)] if found else []


def _mention(text: str, named: Named) -> Mention:
    law = named.type in LAWS and not named.amends
    year = _OF_YEAR.match(text, named.core_end) if law else None
    mention = Mention(
        named.start,
        year.end() if year else named.end,
        named.start,
        year.end() if year else named.core_end,
        named.type,
        "named",
        head=not named.conjunct,
        amends=named.amends,
    )
    if named.issuer:
        mention.issuer = text[slice(*named.issuer)]
    elif law or not named.conjunct:
        read_date_and_issuer(text, mention, named.end)
    if year:
        mention.end = max(mention.end, year.end())
    return mention


_OF_YEAR = re.compile(r"[ \n\u00a0]+năm[ \n\u00a0]+(?:19|20)[0-9]{2}(?![\w/])(?!\s*[-–]\s*[0-9])")


_MOST_AMENDED = 14  # laws that one law is looked at to amend, and itself


def outer_law(last: Mention, mentions: Sequence[Mention]) -> Mention:
    """The amending law that ends with ``last``, else ``last`` itself."""
    for mention in reversed(mentions[-_MOST_AMENDED:-1]):
        if mention.amends and mention.core_end == last.core_end:
            return mention
    return last


def leave_date_to_outer(mentions: Sequence[Mention]) -> None:
    """Take the day behind both from a law that another amends: it is the day of the amending one."""
    last = mentions[-1] if mentions else None
    outer = outer_law(last, mentions) if last else None
    if last and outer and outer is not last and outer.date_at and outer.date_at == last.date_at:
        last.date, last.date_at, last.end = None, None, last.core_end
