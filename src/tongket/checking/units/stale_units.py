"""Units that do not exist, or no longer (đơn vị hành chính), judged by the date of the report and never by today."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from tongket.checking.evidence.spans import Spans, in_citations
from tongket.checking.kinds import Case, Kind
from tongket.checking.units.issuing_units import own_province
from tongket.checking.units.named_units import WRAPPED, followers, mentions
from tongket.checking.units.time_before import (
    DISTRICT_ENDED,
    districts,
    is_history,
    is_in_a_name,
    is_of_earlier_years,
    speaks_in_document,
    written,
)
from tongket.messages import N_
from tongket.model.findings import Finding, Severity
from tongket.model.places import Span
from tongket.model.reports import Report
from tongket.model.units import Unit
from tongket.registry.history import next_day
from tongket.registry.units import Registry, load_units
from tongket.vietnamese.dates import printed_day
from tongket.vietnamese.unicode import folded, plain

UNIT_UNKNOWN = Kind(
    name="unit-unknown",
    title=N_("Unit not known"),
    meaning=N_(
        "The reporting body names a unit that is not in the table of units at the date of the report, or a commune is "
        "called by a kind that is not its own ('phường' for 'xã'), or speaks of itself as of the level above."
    ),
    example="ỦY BAN NHÂN DÂN\nXÃ KHE VẮNG\nSố: 12/BC-UBND\nKhe Vắng, ngày 05 tháng 10 năm 2026\n\nBÁO CÁO",
    not_flagged=N_("Other spellings of a known name (Đăk, Đắk), names without accents, bodies that name no unit."),
    severities=("warning",),
    cases={
        "": Case(
            N_("The table of units knows no '{unit}' at that date."),
            N_("Check the name, or add the unit to the round's units file."),
        ),
        "kind": Case(
            N_("'{unit}': at that date the table of units knows '{known}' there, and no other of that name."),
            N_("Correct the kind of the unit, or say that the sentence is about the time before."),
        ),
        "own-level": Case(
            N_("'{here}': the report is of '{own}', of a level that has none or one of these."),
            N_("Name the own unit, or say of which other one the sentence is."),
        ),
        "not-asked": Case(
            N_("'{unit}' was not asked in this round."),
            N_("Check the folder, or add the body to the round's list."),
        ),
    },
)
STALE_UNIT = Kind(
    name="stale-unit",
    title=N_("Unit that no longer exists"),
    meaning=N_(
        "A unit, level, ministry or department is named as if it still acted, or reports itself, after the day on "
        "which it was abolished or merged; or a report of before is to be consolidated after that day."
    ),
    example="(Báo cáo tháng 9/2026) Phối hợp với UBND huyện Phja Mạ tổ chức 02 hội nghị.",
    not_flagged=N_(
        "Old names in history ('trước đây', 'cũ', 'nay là'), issuers and titles of older documents, periods that end "
        "before the change."
    ),
    severities=("warning", "info"),
    cases={
        "level": Case(
            N_("'{unit}': the district level ended on 30/6/2025 (Luật 72/2025/QH15); places: {times}."),
            N_("Name the commune or province that acts now, or say that the sentence is about the time before."),
        ),
        "town": Case(
            N_(
                "'{unit}': there are no thị trấn since 01/7/2025, only xã, phường and đặc khu (Luật 72/2025/QH15); "
                "places: {times}."
            ),
            N_("Use the name of now, or say that the sentence is about the time before."),
        ),
        "merged": Case(
            N_("'{unit}' ended on {on}; since then: {successors}; places: {times}."),
            N_("Use the name of now, or add 'cũ' or 'nay là ...' where the sentence is about the time before."),
        ),
        "told": Case(
            N_("'{unit}' is named as if it acted; the report itself says: '{said}'."),
            N_("Use the name of now, or add 'cũ' or 'nay là ...' where the sentence is about the time before."),
        ),
        "body": Case(
            N_("'{unit}' ended ({on}); its tasks have gone to: {successors}; places: {times}."),
            N_("Name the body of now, or say that the sentence is about the time before."),
        ),
        "body-gone": Case(
            N_("'{unit}' ended on {on}; places: {times}."),
            N_("Name the body of now, or say that the sentence is about the time before."),
        ),
        "term": Case(
            N_("'{unit}' held until {on}; the law now speaks of: {now}; places: {times}."),
            N_("Use the word of now, or say that the sentence is about the time before."),
        ),
        "term-gone": Case(
            N_("'{unit}' held until {on}; places: {times}."),
            N_("Strike it, or say that the sentence is about the time before."),
        ),
        "issuer": Case(
            N_("The report is dated {date}, but '{unit}', which issues it, ended on {on}; since then: {successors}."),
            N_(
                "Check the date and the name of the body. The figures are kept at '{unit}' and counted where its area "
                "lies on the map that is asked for."
            ),
        ),
        "values": Case(
            N_("{body} gives figures up to {date} for '{unit}', which ended on {on}; since then: {successors}."),
            N_("Check the period and the unit. The figures are kept at '{unit}' and counted where its area lies now."),
        ),
        "renamed": Case(
            N_("The report is dated {date}, but '{unit}', which issues it, is called '{now}' since {on}."),
            N_("Use the name of now, or check the date of the report."),
        ),
        "later": Case(
            N_("Right when written; '{unit}' ended on {on} ({successors})."),
            N_("When consolidating later, its figures are carried to its successors; nothing to mend here."),
        ),
    },
)
KINDS = (UNIT_UNKNOWN, STALE_UNIT)
_EXPLAINED = re.compile(r"[ ,(]{0,3}(?:cũ|nay|trước đây)(?!\w)")  # a name that the report may use from then on


def check_stale_units(report: Report, registry: Registry | None = None) -> Iterator[Finding]:
    """Yield ``stale-unit`` for units and levels named as acting after their end, once a name.

    For a report dated before the change the finding is a note, at the first mention in the text of the reporting unit
    and of each unit above it. Not flagged: history, titles and issuers of documents.
    """
    date = written(report)
    cited = in_citations(report)
    if date >= DISTRICT_ENDED:
        yield from _district_level(report, cited)
    units = registry or load_units()
    own = _own_units(report, units)
    body = report.letterhead.issuing_body or ""
    seen = {unit.id for unit in units.of_body_before(body, date)} if body and not own else set()
    if date < DISTRICT_ENDED:
        yield from _later(report, own, units)
    told, province = dict[str, Finding | None](), own_province(report, units, date)
    times = Counter[str]()
    bodies = Spans(Span(*one.span()) for one in districts(report.text)) if date >= DISTRICT_ENDED else Spans(())
    for name, place in mentions(report.text):
        called = folded(name)
        if (called in told and told[called] is None) or cited.touch(place) or WRAPPED.match(report.text, place.end):
            continue
        if bodies.touch(place) or speaks_in_document(report, place):
            continue  # told with the body, or it spoke when it lived
        past = is_history(report.text, place, cited)
        if past and not _EXPLAINED.match(report.text, place.end):
            continue
        times[called] += not past
        if called in told:
            continue
        told[called] = None
        ended = _ended(units, name, date, province)
        if past or ended is None or date <= ended.on or ended.ids & seen:
            continue
        seen |= ended.ids
        severity: Severity = "info" if is_in_a_name(report.text, place) else "warning"
        told[called] = Finding("stale-unit", severity, place, ended.case, {"unit": name, **ended.facts})
    yield from (counted(one, times[called]) for called, one in told.items() if one)


def counted(finding: Finding, times: int) -> Finding:
    """The finding with the number of places that it is true of: it is told at the first of them alone."""
    return replace(finding, facts={**finding.facts, "times": str(times)})


def _later(report: Report, own: Iterable[str], units: Registry) -> Iterator[Finding]:
    """Notes on what the report rightly names and what ended afterwards: its own unit, those above it."""
    start = report.sections[0].start if report.sections else 0
    date = written(report)
    body = plain(report.letterhead.issuing_body or "")
    seen: set[str] = set()
    for unit in filter(None, map(units.unit, sorted(own))):
        if not unit.valid_to or unit.valid_to < date or unit.full_name in seen or _name_lives_on(units, unit):
            continue
        seen.add(unit.full_name)
        at = _first_mention(report.text, unit, start, bare=plain(unit.full_name) in body)
        if at is not None:
            facts = {
                "unit": unit.full_name,
                "on": printed_day(unit.valid_to),
                "successors": followers(units, unit) or "-",
            }
            yield Finding("stale-unit", "info", at, "later", facts)


def _name_lives_on(units: Registry, unit: Unit) -> bool:
    """Whether a unit of the same name and level took over the day after: the name is right then and now."""
    after = {link.successor for link in units.successors(unit.id)}
    return any(one.id in after for one in units.find(unit.full_name, next_day(unit.valid_to)))


def _first_mention(text: str, unit: Unit, start: int, *, bare: bool) -> Span | None:
    """Where the outline first names the unit, in any spelling of its vowels; failing that, where the text does.

    ``bare``: also without 'xã', 'huyện' before it.
    """
    if not bare and unit.full_name not in text:
        return None  # most of the units that share a name with the reporting one are not meant
    name = "".join(
        _SPELT.get(plain(char), re.escape(char)) if char.islower() else re.escape(char) for char in unit.name
    )
    pattern = re.compile(rf"(?<!\w)(?:{unit.prefix} ){'?' if bare else ''}{name}(?!\w)")
    found = pattern.search(text, start) or pattern.search(text)
    return Span(*found.span()) if found else None


_SPELT = {
    "a": "[aáàảãạăắằẳẵặâấầẩẫậ]",
    "e": "[eéèẻẽẹêếềểễệ]",
    "i": "[iíìỉĩịyýỳỷỹỵ]",
    "o": "[oóòỏõọôốồổỗộơớờởỡợ]",
    "u": "[uúùủũụưứừửữự]",
    "y": "[iíìỉĩịyýỳỷỹỵ]",
}


def _own_units(report: Report, units: Registry) -> set[str]:
    """Ids of the reporting unit and of the units above it, at the date of the report.

    Of units that share the name, the one whose units above the text names ('huyện Lương Tân'); none where it leaves
    that open.
    """
    body, date = report.letterhead.issuing_body, report.letterhead.date
    found = units.of_body(body, date if date and len(date) == 10 else None) if body else ()
    lines = [(unit, *units.above(unit.id)) for unit in found]
    if len({unit.kind for unit in found}) == 1 < len(found):
        said = plain(report.text)
        named = [sum(plain(above.full_name) in said for above in line[1:]) for line in lines]
        lines = [line for line, times in zip(lines, named, strict=True) if times == max(named)]
        lines = lines if len(lines) == 1 else []
    return {unit.id for line in lines for unit in line}


_PRAISED = re.compile(r"\s(?:đã )?(?:tặng|khen|biểu dương)(?!\w)")  # in one of the years that a report reviews


def _district_level(report: Report, cited: Spans) -> Iterator[Finding]:
    told: dict[str, list[Span]] = {}
    earlier = is_of_earlier_years(report)
    for match in districts(report.text):
        place = Span(*match.span())
        if cited.touch(place) or is_history(report.text, place, cited) or speaks_in_document(report, place):
            continue
        if earlier and _PRAISED.match(report.text, place.end):
            continue
        told.setdefault(match.group(), []).append(place)
    for unit, places in told.items():
        yield counted(Finding("stale-unit", "warning", places[0], "level", {"unit": unit}), len(places))


@dataclass(frozen=True, slots=True)
class _Ended:
    """The units that a name may mean, which have all ended; what is said of them."""

    ids: frozenset[str]
    on: str
    case: str
    facts: dict[str, str]


def _ended(units: Registry, name: str, date: str, province: str) -> _Ended | None:
    """What that name means, if it has ended; None while a unit of the name is valid, or several are known.

    Of several communes the one whose area lies in the province of the report is meant; of districts, and of towns, that
    share a name each has ended.
    """
    known = units.find(name)
    if not known or any(not unit.valid_to for unit in known):
        return None
    if date >= DISTRICT_ENDED and units.find(name, date):
        return None
    if len(known) > 1 and province:
        known = tuple(unit for unit in known if units.lies_in(unit.id, province, date)) or known
    ids = frozenset(unit.id for unit in known)
    if len(ids) == 1:
        facts = {"on": printed_day(known[-1].valid_to), "successors": followers(units, known[-1]) or "-"}
        return _Ended(ids, known[-1].valid_to, "merged", facts)
    if all(unit.kind == "district" for unit in known):
        return _Ended(ids, max(unit.valid_to for unit in known), "level", {})
    if all(unit.prefix == "thị trấn" for unit in known) and date >= DISTRICT_ENDED:
        return _Ended(ids, max(unit.valid_to for unit in known), "town", {})
    return None
