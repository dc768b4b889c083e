"""Every kind of finding: what it means, a true example, what it does not flag, and its wordings.

A family of checks declares its kinds beside the checks (``KINDS``); this module gathers them. The pages in
``docs/findings/`` are written from here by ``tools/make_docs.py``.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import import_module

from tongket.checking.kinds import Kind
from tongket.messages import say
from tongket.model.findings import Finding

FAMILIES = (
    "sums.arithmetic",
    "tables.totals",
    "tables.tables_in_text",
    "documents.symbol_forms",
    "documents.conflicts",
    "documents.superseded",
    "times.dates",
    "form.missing_parts",
    "form.layout",
    "form.numbering",
    "form.unfinished",
    "units.stale_units",
    "wording.abbreviations",
    "privacy",
    "folder",
    "sizes.magnitude",
    "facts",
    "registers",
    "wording.spelling",
    "doubts",
    "unread",
)


@cache
def kinds() -> Mapping[str, Kind]:
    """All kinds by name."""
    found: dict[str, Kind] = {}
    for family in FAMILIES:
        for kind in import_module(f"tongket.checking.{family}").KINDS:
            if kind.name in found:
                raise ValueError(f"two kinds are called {kind.name}")
            found[kind.name] = kind
    return found


def title(kind: str, lang: str | None = None) -> str:
    """The short name of a kind, for lists and filters."""
    return say(kinds()[kind].title, lang)


def message(finding: Finding, lang: str | None = None) -> str:
    """What is wrong, with the numbers and names of this finding."""
    return say(kinds()[finding.kind].cases[finding.case].message, lang, **finding.facts)


def mend(finding: Finding, lang: str | None = None) -> str:
    """What to do about it."""
    return say(kinds()[finding.kind].cases[finding.case].mend, lang, **finding.facts)
