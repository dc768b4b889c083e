"""What the writer of a report should look at (phát hiện)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from tongket.model.places import Place

Severity = Literal["error", "warning", "info"]


@dataclass(frozen=True, slots=True)
class Finding:
    """Not an exception, and not a sentence: the words come from the kind's entry in ``checking.catalogue``.

    ``case`` chooses among the wordings of a kind; ``facts`` are the numbers and names that the wording needs, numbers
    as Vietnamese text. ``error``: wrong by its own words; ``warning``: doubtful; ``info``: worth knowing.
    """

    kind: str
    severity: Severity
    place: Place
    case: str = ""
    facts: Mapping[str, str] = field(default_factory=dict)
    related: tuple[Place, ...] = ()
