"""A chart before it is drawn: its finding as title, its data as a table, its Vega-Lite specification."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from tongket.site.records.services import canonical, sha256

Spec = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Chart:
    """``title`` is what it shows, ``measure`` says unit, scope and axis, ``sentence`` reads it out.

    ``header`` and ``rows`` are its data as words. The same specification draws it for the page and for a document.
    """

    kind: str
    title: str
    measure: str
    sentence: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    spec: Spec = field(repr=False)

    @property
    def key(self) -> str:
        """The hash of its specification: the same chart is drawn once."""
        return sha256(canonical(self.spec))
