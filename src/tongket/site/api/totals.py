"""Consolidated values for programs (số tổng hợp): the figures of the pivot, a page of them at a time."""

from __future__ import annotations

from bisect import bisect_right
from typing import Any

from tongket.errors import TongketError
from tongket.messages import N_
from tongket.site.people.rights import Actor
from tongket.site.rollups.asking import Seen
from tongket.site.rollups.figures import plain_text
from tongket.site.rollups.live import Key, Rolled
from tongket.site.rollups.pivot import Asking
from tongket.site.rollups.privacy import sees_exact
from tongket.site.rollups.sections import sections_of
from tongket.site.rounds.models import Round
from tongket.site.rounds.programmes import programme_of

_PART = "~"  # of a cursor; no code, cell or id of a unit holds one


class CursorError(TongketError):
    """A cursor that no page gave."""


def totals_of(
    actor: Actor, asked: Round, seen: Seen, unit: str, cursor: str, limit: int
) -> tuple[list[dict[str, Any]], str | None]:
    """At most ``limit`` values of the round after ``cursor``, in the order of indicator, cell and unit within each page
    of the pivot, and the cursor of the next page; ``unit`` alone where one is named.

    Raises:
        CursorError: no page gave ``cursor``.
        RollupError: a sum is too large to be exact.
    """
    sections = sections_of(programme_of(asked.programme))
    exact = sees_exact(actor, asked)
    page, after = _read(cursor)
    found: list[dict[str, Any]] = []
    for number in range(page, 1 + max((one.page for one in sections), default=-1)):
        shown = tuple(one for one in sections if one.page == number)
        rolled = Asking(asked, seen, shown, exact=exact).rolled(asked)
        codes = {indicator.code for one in shown for indicator in one.indicators}
        keys = sorted(key for key in rolled.rollups if key[0] in codes and unit in ("", key[2]))
        for key in keys[bisect_right(keys, after) if after else 0 :]:
            if len(found) == limit:
                return found, _written(number, found[-1])
            found.append(_row(key, rolled))
        after = None
        if len(found) == limit:
            return found, f"{number + 1}{_PART}"
    return found, None


def _read(cursor: str) -> tuple[int, Key | None]:
    """The page of the pivot, and the last value given from it."""
    if not cursor:
        return 0, None
    page, *key = cursor.split(_PART)
    if not (page.isascii() and page.isdecimal() and len(page) < 5 and len(key) in (1, 3)):
        raise CursorError(N_("“{cursor}” is no cursor."), N_("Take the one that “next” named."), cursor=cursor[:80])
    return int(page), (key[0], key[1], key[2]) if len(key) == 3 else None


def _written(page: int, last: dict[str, Any]) -> str:
    return _PART.join((str(page), last["indicator"], last["cell"], last["unit"]))


def _row(key: Key, rolled: Rolled) -> dict[str, Any]:
    one = rolled.rollups[key]
    names = ("extent", "amount", "amount_high", "scale", "unit_word", "qualifier", "reported", "expected")
    return {
        "indicator": key[0],
        "cell": key[1],
        "unit": key[2],
        "whole": key[2] == rolled.top,
        "marks": list(one.marks),
        "text": plain_text(one),
        **{name: getattr(one, name) for name in names},
    }
