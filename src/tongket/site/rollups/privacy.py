"""Small sensitive counts (số nhỏ nhạy cảm): exact for the body that asked and those above it in the round's ladder.

Everywhere else a sensitive count of 1 to 4 shows as '<5', and what lies below the whole is not shown at all, so that no
total gives a hidden number away (design.md, rule 10).
"""

from __future__ import annotations

from dataclasses import replace

from tongket.messages import N_
from tongket.model.observations import Rollup
from tongket.model.programmes import Programme
from tongket.site.people.rights import Actor
from tongket.site.rollups.asking import with_parts
from tongket.site.rollups.live import Rolled
from tongket.site.rounds.models import Round

SMALL = N_("<5")
HIDDEN = N_("hidden")
LEAST = 5
_DEEPEST = 8  # rounds above one another


def sees_exact(actor: Actor, asked: Round) -> bool:
    """Whether the actor's body asked for these reports, or stands above the one that did in the round's ladder."""
    at: Round | None = asked
    for _ in range(_DEEPEST):
        if at is None:
            return False
        if at.body_id == actor.body.pk:
            return True
        at = at.parent
    return False


def is_sensitive(programme: Programme, code: str) -> bool:
    """Whether small counts of the indicator, or of one that it is computed from, are hidden from others."""
    return any(_marked(programme, one) for one in with_parts(programme, frozenset({code})))


def _marked(programme: Programme, code: str) -> bool:
    indicator = programme.indicator(code)
    return indicator is not None and indicator.sensitivity == "sensitive"


def has_sensitive(programme: Programme) -> bool:
    """Whether any indicator of the programme is sensitive."""
    return any(one.sensitivity == "sensitive" for one in programme.indicators)


def masked(rolled: Rolled, programme: Programme) -> Rolled:
    """``rolled`` for one who may not see small sensitive counts."""
    hidden = {code for code in {code for code, _, _ in rolled.rollups} if is_sensitive(programme, code)}
    whole = {code for code in hidden if with_parts(programme, frozenset({code})) == {code}}  # computed of nothing
    shown = {
        key: one if key[0] not in hidden else _masked(one, whole=key[0] in whole and key[1:] == ("", rolled.top))
        for key, one in rolled.rollups.items()
    }
    return replace(rolled, rollups=shown)


def _masked(one: Rollup, *, whole: bool) -> Rollup:
    scale = 10**one.scale
    small = one.amount is not None and 0 < one.amount < LEAST * scale
    if whole and not small and one.numerator is None:
        return one
    words = SMALL if whole and small else HIDDEN
    return replace(one, amount=None, amount_high=None, numerator=None, denominator=None, refusal=words, facts=())
