"""Communes called by the kind of another ('phường' for 'xã'), judged by the table of units on the day of the report.

A case of ``unit-unknown``, whose page stands with the stale units. No province has had two communes of one name since
01/7/2025, so that the name and the province say what kind each is.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache, partial

from tongket.checking.evidence.finds import finds
from tongket.checking.evidence.spans import in_citations
from tongket.checking.units.issuing_units import own_province
from tongket.checking.units.named_units import WRAPPED
from tongket.checking.units.time_before import DISTRICT_ENDED, is_history, is_in_a_name, written
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report
from tongket.model.units import Unit
from tongket.registry.units import Registry, load_units
from tongket.vietnamese.unicode import CAPITALS, folded, key

_NAME = rf"[{CAPITALS}][^\W\d_]*(?:(?: | ?[-–] ?)(?:[{CAPITALS}][^\W\d_]*|\d{{1,2}}(?![\d/.,%])))*"
_NAMED = re.compile(
    rf"(?<!\w)(?<!hị )(?P<all>[Cc]ác )?(?P<level>xã|phường)(?(all)(?: sau)?\s?:?) (?P<names>{_NAME}"
    rf"(?(all)(?:(?:,| và) {_NAME})*))"
)
_ONE = re.compile(_NAME)
_PROVINCE = re.compile(rf",? (?:(?:của|thuộc|ở) )?(?:tỉnh|[Tt]hành phố|TP\.?) (?P<name>{_NAME})")
_KnownAs = Callable[[str, str], Unit | None]  # by name and province
_LEAST = 2  # others of a list that are of the kind and in the province: what makes plain where the list is


@dataclass(frozen=True, slots=True)
class _Named:
    """A commune named with a kind; how many others of that kind and province stand in its list."""

    level: str
    name: str
    place: Span
    province: str
    others: int


def check_unit_levels(report: Report, registry: Registry | None = None) -> Iterator[Finding]:
    """Yield ``unit-unknown`` where a commune is called 'phường' and is a 'xã' on the day of the report, or the other
    way round, once a name: 'các phường Hà Đông, Dương Nội, An Khánh' in Hà Nội, where An Khánh is a xã.

    Not flagged: reports of before 01/7/2025, or of bodies whose province is not known; history, titles of documents,
    names of works; a commune that may lie in another province. ``registry`` None: the built-in table.
    """
    date = written(report)
    if date < DISTRICT_ENDED:
        return
    units = registry or load_units()
    cited = in_citations(report)
    told: set[str] = set()
    known_as = cache(partial(_known, units, date))  # names come again and again
    for one in _named(report, units, date, known_as):
        known = known_as(one.name, one.province)
        if known is None or known.prefix == one.level or folded(one.name) in told or cited.touch(one.place):
            continue
        unit = f"{one.level} {one.name}"
        if one.others < _LEAST and units.find(unit, date) and not _is_followed_by_province(report.text, one.place):
            continue  # the one of another province may be meant
        if not is_history(report.text, one.place, cited) and not is_in_a_name(report.text, one.place):
            told.add(folded(one.name))
            yield Finding("unit-unknown", "warning", one.place, "kind", {"unit": unit, "known": known.full_name})


def _named(report: Report, units: Registry, date: str, known_as: _KnownAs) -> Iterator[_Named]:
    """Each commune that is named with a kind, one after the other of a list."""
    own = own_province(report, units, date)
    for found in finds(_NAMED, report.text):
        province = _province_behind(report.text, found.end(), units, date) or own
        if not province or WRAPPED.match(report.text, found.end()):
            continue
        level, names = found["level"], list(_ONE.finditer(report.text, *found.span("names")))
        kinds = [known_as(name.group(), province) for name in names]
        right = [known is not None and known.prefix == level for known in kinds]
        for name, fits in zip(names, right, strict=True):
            yield _Named(level, name.group(), Span(*name.span()), province, sum(right) - fits)


def _province_behind(text: str, end: int, units: Registry, date: str) -> str:
    """The province that is named behind a commune: 'phường Sơn Lĩnh, tỉnh ...'; "" where none is."""
    found = _PROVINCE.match(text, end)
    known = units.find(f"tỉnh {found['name']}", date) or units.find(f"thành phố {found['name']}", date) if found else ()
    return known[0].id if len(known) == 1 and known[0].kind == "province" else ""


def _is_followed_by_province(text: str, place: Span) -> bool:
    return bool(_PROVINCE.match(text, place.end))


def _known(units: Registry, date: str, name: str, province: str) -> Unit | None:
    """The commune of that very name in a province, None where there is none, or several."""
    known = [one for one in units.find(name, date) if one.kind == "commune" and one.parent == province]
    return known[0] if len(known) == 1 and key(known[0].name) == key(name) else None
