"""The unit whose body issues a report (đơn vị ban hành): one that does not exist on its day, or no longer.

Cases of ``unit-unknown`` and ``stale-unit``, whose pages stand with the stale units.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tongket.checking.units.named_units import UNIT, followers
from tongket.checking.units.time_before import WHOLE_DAY
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report
from tongket.model.units import Unit
from tongket.registry.history import next_day
from tongket.registry.units import Registry, load_units
from tongket.vietnamese.dates import printed_day
from tongket.vietnamese.syllables import canonical
from tongket.vietnamese.unicode import key
from tongket.vietnamese.words import lexicon


def check_issuing_unit(report: Report, registry: Registry | None = None) -> Iterator[Finding]:
    """Yield ``unit-unknown`` where the issuing body names a unit that the table of units does not know at that date,
    and ``stale-unit`` where that unit had ended before it.

    Not flagged: bodies that name no unit; other spellings; a title in capitals behind the unit's kind ('HUYỆN THỰC HIỆN
    TỐT ...'). ``registry`` None: the built-in table.
    """
    body, date = report.letterhead.issuing_body, report.letterhead.date or ""
    if not body:
        return
    named = UNIT.search(_title_case(body))
    if not named or _is_prose(named.group()):
        return
    units = registry or load_units()
    if units.of_body(body, date or None):
        return
    ended = tuple(unit for unit in units.of_body_before(body, date) if key(unit.name) in key(named.group()))
    if ended:  # of that very name: without its accents it may be another's
        yield _issuer(report, named.group(), ended, units)
    else:
        yield Finding("unit-unknown", "warning", _issuer_at(report), "", {"unit": named.group()})


def _is_prose(unit: str) -> bool:
    """Whether what follows the kind of a unit is prose: a name of so many syllables begins with no word of offices."""
    words = [canonical(word) for word in unit.split() if word[0].isupper()]
    return len(words) > _OF_NAME and " ".join(words[:_OF_NAME]) in lexicon().common


_OF_NAME = 2  # syllables of most names, which may well be a word: 'Thống Nhất'


def check_reporting_unit(report: Report, unit: Unit, registry: Registry) -> Iterator[Finding]:
    """Yield ``stale-unit`` where the unit at which a report was seated had ended before the report's date.

    Not flagged: reports without a date. It says what ``check_issuing_unit`` cannot know by a name that another unit,
    elsewhere, still has.
    """
    date = report.letterhead.date or ""
    if date and unit.valid_to and not registry.alive(unit.id, date) and unit.valid_to < date:
        yield _issuer(report, unit.full_name, (unit,), registry)


def _issuer(report: Report, name: str, ended: tuple[Unit, ...], units: Registry) -> Finding:
    date = report.letterhead.date or ""
    facts = {"unit": name, "on": printed_day(ended[-1].valid_to), "date": printed_day(date)}
    now = units.unit(ended[0].id, date) if len(ended) == 1 else None
    if now:
        facts |= {"on": printed_day(next_day(ended[0].valid_to)), "now": now.full_name}
        return Finding("stale-unit", "warning", _issuer_at(report), "renamed", facts)
    successors = followers(units, ended[0]) if len(ended) == 1 else ""
    return Finding("stale-unit", "warning", _issuer_at(report), "issuer", {**facts, "successors": successors or "-"})


def _issuer_at(report: Report) -> Span:
    return report.letterhead.issuing_body_at or report.letterhead.type_at or Span(0, 1)


_SOCIETY = (  # no commune: 'lao động và xã hội', 'bảo hiểm xã hội'
    r"(?<!bảo hiểm )(?<!chính sách )(?<!thương binh và )(?<!khoa học )"
    r"xã(?! hội(?: (?:tỉnh|thành phố|huyện|quận|thị xã|việt nam)(?!\w)|\W*$))"
)
_NAMED = re.compile(rf"\b({_SOCIETY}|phường|thị trấn|huyện|tỉnh|thị xã|đặc khu|thành phố) (.+)$")


def _title_case(body: str) -> str:
    """The name with capitals only where names have them, for letterheads in capitals."""
    if not body.isupper():
        return body
    lower = body.lower()
    match = _NAMED.search(lower)
    return f"{lower[: match.start(2)]}{match[2].title()}" if match else lower


def own_province(report: Report, units: Registry, date: str) -> str:
    """The id of the province in which the reporting body sits, or that above it ('SỞ NỘI VỤ' of 'UBND TỈNH LŨNG ẲNG');
    "" where neither is known.
    """
    on = date if len(date) == WHOLE_DAY else None
    head = report.letterhead
    found = units.of_body(head.issuing_body or "", on) or units.of_body(head.parent_body or "", on)
    lines = {above.id for unit in found for above in (unit, *units.above(unit.id)) if above.kind == "province"}
    return lines.pop() if len(lines) == 1 else ""
