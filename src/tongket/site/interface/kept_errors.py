"""Errors that are kept with what they refused, to be said later in the reader's language."""

from __future__ import annotations

from typing import Any

from tongket.errors import TongketError
from tongket.messages import Said


def as_json(error: TongketError) -> dict[str, Any]:
    """The parts of an error, to be said later in the reader's language."""
    return {
        "what": error.what,
        "mend": error.mend,
        "where": error.where,
        "facts": {name: _fact(fact) for name, fact in error.facts.items()},
    }


def _fact(fact: object) -> object:
    """A number as it is, a fact that is a message by its ids, anything else as text."""
    if isinstance(fact, Said):
        return {"said": list(fact.messages), "between": fact.between}
    return fact if isinstance(fact, int | float) else str(fact)
