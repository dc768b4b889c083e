"""Names of laws as they are cited against those under which they were promulgated (tên luật).

A case of ``citation-conflict``, whose page stands with the documents.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from tongket.checking.form import is_dirty
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report
from tongket.registry.laws import names_of_laws
from tongket.vietnamese.unicode import key

_WORD = re.compile(r"\w+")
_OF_YEAR = re.compile(r"\s+(?:năm|số)\s+\d.*$", re.DOTALL)
_LEFT_OUT = frozenset((key("ở"), key("và")))
_LEAST_WORDS = 3


def check_names_of_laws(report: Report) -> Iterator[Finding]:
    """Yield ``citation-conflict`` (a note) for a law's name without its comma, without 'ở' or 'và', or with its words
    in another order: 'Luật Cán bộ công chức', 'Luật Thực hiện dân chủ cơ sở'. Each law once.

    Not flagged: short names, which leave out more; capitals; laws that are not known; scans.
    """
    if report.source.scanned or is_dirty(report):
        return
    told: set[str] = set()
    for one in report.citations:
        if one.kind != "named":
            continue
        printed = " ".join(_OF_YEAR.sub("", report.text[one.core_start : one.core_end]).split())
        right = _right_name(printed)
        if right and right not in told:
            told.add(right)
            place = Span(one.core_start, one.core_end)
            yield Finding("citation-conflict", "info", place, "name", {"printed": printed, "name": right})


@cache
def _right_name(printed: str) -> str:
    """The name of the law that ``printed`` is a slip of, "" where it is a law's name, or of none."""
    said = key(printed)
    words = _WORD.findall(said)
    if said in _by_name() or len(words) < _LEAST_WORDS:
        return ""
    near = _by_words().get(tuple(sorted(word for word in words if word not in _LEFT_OUT)), "")
    return near if near and abs(len(_WORD.findall(key(near))) - len(words)) <= 1 else ""


@cache
def _by_name() -> frozenset[str]:
    return frozenset(key(f"{kind} {name}") for kind, name in names_of_laws())


@cache
def _by_words() -> Mapping[tuple[str, ...], str]:
    """The names by their words, in no order; "" where two names have the same words."""
    found: dict[tuple[str, ...], str] = {}
    for kind, name in names_of_laws():
        whole = f"{kind} {name}"
        words = tuple(sorted(word for word in _WORD.findall(key(whole)) if word not in _LEFT_OUT))
        found[words] = "" if words in found else whole
    return found
