"""The placeholders of a report's sentences: ``{HN-01}``, ``{HN-01/dtn}``, ``{HN-01/commune+dtn?}``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_PLACEHOLDER = re.compile(r"\{([^{}]*)\}")
_INNER = re.compile(r"(?P<code>[^/?]+)(?:/(?P<cell>[^/?]+))?(?P<needed>\?)?")


@dataclass(frozen=True, slots=True)
class Placeholder:
    """A placeholder of a sentence: ``{HN-01/dtn?}``."""

    indicator: str
    cell: str
    is_needed: bool
    start: int
    end: int


def read_placeholders(text: str) -> Iterator[Placeholder]:
    """The placeholders of a sentence, in order; what is between braces and no placeholder has indicator ""."""
    for found in _PLACEHOLDER.finditer(text):
        inner = _INNER.fullmatch(found[1].strip())
        if inner is None:
            yield Placeholder("", "", False, found.start(), found.end())
        else:
            yield Placeholder(inner["code"], inner["cell"] or "", bool(inner["needed"]), found.start(), found.end())


def has_open_brace(text: str) -> bool:
    """Whether a brace of the sentence belongs to no placeholder."""
    return bool(set(_PLACEHOLDER.sub("", text)) & {"{", "}"})
