"""What ``tongket facts show --json`` prints: one JSON object of the folder, its imports, periods and values."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import msgspec

from tongket.consolidating.rows import observation_row
from tongket.consolidating.showing import FactsShown
from tongket.model.observations import Observation
from tongket.model.tables import OBSERVATIONS


def shown_json(held: FactsShown, observations: Iterable[Observation]) -> bytes:
    """The object as UTF-8 JSON, indented by two; values carry the columns of ``model.tables.OBSERVATIONS``."""
    whole: dict[str, Any] = msgspec.to_builtins(held)
    whole["values"] = [dict(zip(OBSERVATIONS.names, observation_row(one), strict=True)) for one in observations]
    return msgspec.json.format(msgspec.json.encode(whole), indent=2) + b"\n"
