"""What ``tongket facts show`` and ``check`` print with ``--json``: one JSON object."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import msgspec

from tongket.checking.catalogue import mend, message
from tongket.consolidating.rows import observation_row
from tongket.consolidating.showing import FactsShown
from tongket.model.findings import Finding
from tongket.model.observations import Observation
from tongket.model.tables import OBSERVATIONS


def checked_json(findings: Iterable[Finding], compared: int, left_off: int) -> bytes:
    """What ``tongket facts check --json`` prints: findings with the keys of their values."""
    rows = [
        {
            "kind": one.kind,
            "severity": one.severity,
            "key": msgspec.to_builtins(one.place),
            "related": [msgspec.to_builtins(place) for place in one.related],
            "facts": dict(one.facts),
            "message": message(one),
            "mend": mend(one),
        }
        for one in findings
    ]
    whole = {"compared": compared, "left_off": left_off, "findings": rows}
    return msgspec.json.format(msgspec.json.encode(whole), indent=2) + b"\n"


def shown_json(held: FactsShown, observations: Iterable[Observation]) -> bytes:
    """The object as UTF-8 JSON, indented by two; values carry the columns of ``model.tables.OBSERVATIONS``."""
    whole: dict[str, Any] = msgspec.to_builtins(held)
    whole["values"] = [dict(zip(OBSERVATIONS.names, observation_row(one), strict=True)) for one in observations]
    return msgspec.json.format(msgspec.json.encode(whole), indent=2) + b"\n"
