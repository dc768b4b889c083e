"""Sums and members told of many at once (mức hợp lý của một), against what one of them can cost, get or hold.

Cases of ``implausible-magnitude``, whose page stands with the magnitudes. The bounds are a table of the registry; a
number must pass them fivefold.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from itertools import pairwise

from tongket.checking.evidence.near_numbers import prose_of
from tongket.checking.evidence.numbers import shown, single
from tongket.model.figures import Figure
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report
from tongket.registry.bounds import Bounds, member_bounds, price_bounds, support_bounds
from tongket.registry.unit_words import match_unit

ROOM = 5
_BEHIND = 40  # letters behind a number in which its thing is named
_LONGEST = 8  # words of a thing
_WEIGHTS = {"tấn": Decimal(1), "kg": Decimal(1000)}  # how many make a ton


def cheapest_and_dearest(text: str, one: Figure) -> tuple[Decimal, Decimal, Bounds] | None:
    """What the counted things cost at least and at most together, in đồng, and the bounds of one; None where their
    price is not known.
    """
    ton = _WEIGHTS.get(one.base_unit)
    count, bounds = single(one.base_value), _named(text, one, price_bounds(), "tấn" if ton else one.base_unit)
    if bounds is None or not count or "/" in one.unit:
        return None
    count /= ton or 1
    return bounds.least * count / ROOM, bounds.most * count * ROOM, bounds


def _named(text: str, one: Figure, known: Mapping[str, Bounds], unit: str) -> Bounds | None:
    """The bounds of what a number counts: by its unit, with the words behind it where these say more."""
    words = f"{unit}{text[one.end : one.end + _BEHIND]}".lower().split()[:_LONGEST]
    for length in range(len(words), len(unit.split()) - 1, -1):
        found = known.get(" ".join(words[:length]).rstrip(",;:.()"))
        if found is not None:
            return found
    return None


def is_of_all(link: str, money: Figure, bounds: Bounds, digits: int) -> bool:
    """Whether a small sum is that of all and not of each: it is called a total, is exact, or is none that one costs."""
    value = single(money.base_value) or Decimal(0)
    exact = len(value.normalize().as_tuple().digits) >= digits
    one = bounds.least <= value <= bounds.most
    return not _OF_EACH.search(link) and ("tổng" in link.lower() or exact or not one)


_OF_EACH = re.compile(r"(?<!\w)(?:[Mm]ỗi|[Mm]ột|[Tt]ừng|[Bb]ình quân|[Tt]rung bình|[Mm]ức|[Đđ]ơn giá)(?!\w)")
_GOT = re.compile(
    r"[^.;:\d\n]{0,60}?(?<!\w)(?:được|đã) (?:hỗ trợ|chi trả|nhận|trợ cấp|vay)(?: với)?(?: tổng)?"
    r"(?: số tiền| kinh phí| vốn)?(?: là| trên| hơn| gần| khoảng)?\s*"
)
_DIGITS = 4  # of an exact sum: norms of one person have fewer


def check_supported(report: Report) -> Iterator[Finding]:
    """Yield ``implausible-magnitude`` for money that many got together and that is too little or too much for so many:
    '1.246 hộ được hỗ trợ 3,738 triệu đồng'.

    Not flagged: sums with few digits, which may be those of each.
    """
    for many, money in pairwise(prose_of(report)):
        count, amount = single(many.value), single(money.base_value)
        if money.base_unit != "đồng" or "/" in money.unit or not amount or not count or count <= 1 or money.change:
            continue
        kind = kind_of(many.base_unit)
        link = _GOT.fullmatch(report.text, many.end, money.start) if kind else None
        if link is None:
            continue
        bounds = support_bounds()[kind]
        low = amount * ROOM < bounds.least * count and is_of_all(link[0], money, bounds, _DIGITS)
        if low or amount > bounds.most * count * ROOM:
            facts = {"amount": money.text, "things": many.text}
            place, related = Span(money.start, money.end), (Span(many.start, many.end),)
            yield Finding("implausible-magnitude", "warning", place, "cheap" if low else "much", facts, related)


def kind_of(unit: str) -> str:
    """'household' or 'person' where a number counts such; "" otherwise."""
    matched = match_unit(unit.split())
    if unit.startswith("hộ "):
        return "household"
    return matched[0].kind if matched is not None and matched[0].kind in support_bounds() else ""


_WITH = re.compile(
    r"(?:(?:\s(?!và\s|xã\s|huyện\s|toàn\s|thôn\s)[^\W\d_]+){0,4}\s(?:với|gồm|có)\s|\s?\()"
    r"(?:tổng số\s|tổng cộng\s|hơn\s|trên\s)?"
)
_AMONG_OTHERS = re.compile(r"[^.:\d\n]{0,60}(?:[,;]|\svà)\s*")


def check_members(report: Report) -> Iterator[Finding]:
    """Yield ``implausible-magnitude`` for many more members than such groups can have: '163 tổ hòa giải với 8.946 hòa
    giải viên'.

    Not flagged: groups that end a list of bodies, whose members may be those of all.
    """
    figures = prose_of(report)
    counted = frozenset().union(*(one.members for one in member_bounds().values()))
    for index, (groups, people) in enumerate(pairwise(figures)):
        if people.base_unit not in counted:
            continue
        bounds = _named(report.text, groups, member_bounds(), groups.base_unit)
        if bounds is None or people.base_unit not in bounds.members or people.change:
            continue
        before = figures[index - 1] if index else None
        listed = before is not None and _AMONG_OTHERS.fullmatch(report.text, before.end, groups.start)
        count, amount = single(groups.value), single(people.value)
        if listed or not count or not amount or amount <= count * bounds.most * ROOM:
            continue
        if _WITH.fullmatch(report.text, groups.end, people.start):
            facts = {"members": people.text, "groups": groups.text, "mean": shown(round(amount / count, 1))}
            place, related = Span(groups.start, people.end), (Span(groups.start, groups.end),)
            yield Finding("implausible-magnitude", "warning", place, "members", facts, related)
