"""The words of levels, kinds and states, as the pages of rounds say them."""

from __future__ import annotations

from functools import cache

from tongket.messages import N_, say
from tongket.registry.bodies import body_kinds

LEVELS = {
    "nation": N_("National level"),
    "province": N_("Province level"),
    "district": N_("District level"),
    "commune": N_("Commune level"),
    "hamlet": N_("Hamlet level"),
    "": N_("Other bodies"),
}
SIGNED = {"none": N_("Not asked for"), "optional": N_("May be added"), "required": N_("Required")}
REMIND_WAYS = {
    "site": N_("On the site and in the daily mail"),
    "mail": N_("Also by a mail of its own"),
    "digest": N_("Also by one mail of all that the body owes"),
}


def level_name(level: str) -> str:
    """'Commune level' in the language in use; an unknown code stays."""
    return say(LEVELS[level]) if level in LEVELS else level


@cache
def _kinds() -> dict[str, str]:
    return {one.code: one.name for one in body_kinds()}


def kind_name(kind: str) -> str:
    """'Ủy ban nhân dân': names of bodies are not translated; an unknown code stays."""
    return _kinds().get(kind, kind)
