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
from tongket.registry.documents import known_documents
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


_YEAR_BEHIND = re.compile(r"(?P<name>.+?)\s+năm\s+(?P<year>(?:19|20)\d\d)$", re.DOTALL)
_AMENDED = re.compile(r"sửa đổi|bổ sung|thay thế|hợp nhất")
_NEAR = 40  # letters to either side in which an amending law says so


def check_years_of_laws(report: Report) -> Iterator[Finding]:
    """Yield ``citation-conflict`` for a law of the year before or after the one in which it was passed: 'Luật Khiếu nại
    năm 2012', which is of 2011.

    Not flagged: years further away, in which a law may have been amended; sentences that tell of amending.
    """
    for one in report.citations:
        found = _YEAR_BEHIND.match(report.text, one.core_start, one.core_end) if one.kind == "named" else None
        if found is None or _AMENDED.search(report.text, max(one.start - _NEAR, 0), one.end + _NEAR):
            continue
        printed = int(found["year"])
        years = {
            int(law.date[:4])
            for law in known_documents().of_name(one.type, found["name"])
            if key(f"{law.type} {law.subject}") == key(" ".join(found["name"].split()))
        }
        near = [year for year in years if abs(year - printed) == 1]
        if len(near) == 1 and printed not in years:
            facts = {"printed": " ".join(found[0].split()), "year": str(near[0])}
            yield Finding("citation-conflict", "warning", Span(one.core_start, one.core_end), "law-year", facts)


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
